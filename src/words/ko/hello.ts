// 봇을 막 초대한 서버에 건네는 인사.
import type { Words } from '../words.ts';

export const hello: Words['hello'] = {
  title: '안녕하세요, Cohort예요',
  what: '그룹이 함께 자격증 시험을 준비하도록 도와요. 오늘의 문제와 채널 퀴즈를 올리고, 각자 혼자서 레슨, 복습, 모의고사도 할 수 있어요.',
  beginsWith: (code) => `이 서버는 **${code}** 시험으로 시작해요.`,
  setUpHow: '**서버 관리하기** 권한이 있으면 1분 안에 설정할 수 있어요.',
  setUpThere: '**서버 관리하기** 권한이 있으면 그 서버에서 `/서버설정 변경`으로 1분 안에 설정할 수 있어요.',
  tryIt: '다른 분들은 지금 바로 한 문제 풀어 보세요. 결과는 본인만 볼 수 있어요.',
  setUp: '설정하기',
  tryQuestion: '문제 풀어 보기',
  once: '이 인사는 한 번만 해요. 그 뒤로는 원하실 때만 메시지를 보내요.',
  invitedTo: (server) => `**${server}** 서버에 초대받았는데, 인사할 채널을 찾지 못했어요.`,
};
