// 신고 건의 카드가 문제 말고 보여 주는 것, 그리고 서버의 신고와 제안이 올라오는 채널.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;
const rounded = (value: number) => value.toFixed(2);

export const ticket: Words['ticket'] = {
  statistics: '답변에서 드러난 것',
  right: (answers, share) => `첫 답변 ${number(answers)}개 중 ${percent(share)} 정답`,
  discrimination: (value) => `변별도 ${rounded(value)}`,
  thirds: (weakest, middle, best) => `하위 3분의 1 ${weakest}, 중위 ${middle}, 상위 ${best}`,
  links: '링크',
  versions: '버전 기록',
  version: (version) => `버전 ${version}`,
  made: {
    released: '공개됨',
    written: '작성됨',
    edited: '변경됨',
    text: '내용 수정됨',
    key: '정답 변경됨',
    either: '둘 다 정답이었음',
    retired: '출제 중단됨',
  },
  takenBack: '되돌림',
  look: '살펴보기',
  channel: {
    option: {
      name: '채널',
      description: '새 신고와 제안이 올라올 채널. 역할과 채널을 모두 비우면 둘 다 없어져요',
    },
    on: (channel) => `새 신고와 제안은 ${channel} 채널에 올라와요.`,
    off: '새 신고와 제안이 올라오는 채널이 없어요.',
    choose: '신고와 제안 채널 (비우면 없음)',
    setting: '검토 채널',
    set: (channel) => `이제부터 새 신고와 제안은 ${channel} 채널에 올라와요.`,
    none: '이제 새 신고와 제안은 어느 채널에도 올라오지 않아요.',
    lacks: (channel, names) => `${channel} 채널에 신고와 제안을 올릴 수 없어요. 없는 권한: ${list(names)}.`,
    failed: (channel) =>
      `지난 신고나 제안을 ${channel} 채널에 올리지 못했어요. 채널이 없어졌다면 다른 채널을 고르세요.`,
    wrongChannel: (channel) =>
      `${channel} 채널에는 메시지를 올릴 수 없어요. 신고와 제안에는 채팅 채널이나 공지 채널을 골라 주세요.`,
    failing: '신고와 제안을 올리지 못했어요',
    goesOn:
      '한 시간마다 다시 시도해요. 없어지는 것은 없고, `/신고목록`과 `/문제 목록`에 모두 있어요. 상태는 `/서버설정 변경`에서 볼 수 있어요.',
  },
};
