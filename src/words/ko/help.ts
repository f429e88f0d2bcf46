// /도움말: 첫 화면과 명령어 묶음별 화면.
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: '도움말', description: 'Cohort가 하는 일과 시작하는 방법' },
  title: 'Cohort: 함께하는 시험 공부',
  intro: '제가 시나리오 문제를 올리면 버튼으로 답하세요. 선택지별로 왜 맞고 틀린지는 본인만 볼 수 있어요.',
  groups: {
    learn: { name: '배우기', hint: '레슨 읽기, 개념 찾기, 플래시카드 넘기기' },
    practise: { name: '연습하기', hint: '혼자 또는 함께 문제 풀기' },
    measure: { name: '확인하기', hint: '어디까지 왔는지 보기' },
    group: { name: '함께하기', hint: '서버 전체가 하는 일' },
    setup: { name: '설정하기', hint: '설정, 내 데이터, 내 서버의 봇' },
  },
  choose: '무엇을 하고 싶나요?',
  all: '전체 보기',
  forAdmins: (description) => `${description} (관리자용)`,
  adminCommands: (commands) => `관리자용: ${commands}`,
  details: {
    learn: '레슨 끝에는 미니 퀴즈와 플래시카드, 다음 레슨으로 가는 길이 있어요.',
    practise:
      '**점수:** 문제가 열려 있는 동안의 첫 답변만 반영돼요. 맞히면 쉬움 1점, 보통 2점, 어려움 3점이에요. 비공개 문제는 연습이에요.',
    measure:
      '**연속 학습:** 맞든 틀리든 하루 한 번만 답하면 이어져요. 7일 활동하면 빠진 하루를 채워 줄 보호권을 받아요.',
    group: '순위표에는 이름을 공개한 사람만 나와요.',
    setup: '**내 데이터:** 보고, 파일로 받고, 지울 수 있어요. 모든 곳에 한 번에 적용돼요.',
  },
  install: '그룹에서 함께, 또는 어느 채팅에서든 혼자 쓸 수 있어요. 진도는 어디서나 이어져요.',
  toServer: '서버에 추가',
  toMember: '내 앱에 추가',
  privacyNotice: '개인정보 안내',
  terms: '이용약관',
  source: '소스 코드',
};
