// 레슨: 목록, 페이지, 다 읽은 뒤.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const lesson: Words['lesson'] = {
  command: {
    lesson: {
      name: '레슨',
      description: '강좌를 읽어요: 모듈, 레슨, 함정, 다섯 줄 요약',
    },
    which: {
      name: '레슨',
      description: '레슨의 번호, 제목 또는 배우는 내용 (비우면 전체)',
    },
  },
  title: '레슨',
  progress: (done, lessons) => `${lessons}개 중 ${done}개 완료`,
  chooseModule: '모듈 고르기',
  chooseLesson: '레슨 고르기',
  goOn: (id, title) => `이어 읽기: ${id} ${title}`,
  allModules: '전체 레슨',
  page: (page, pages) => `${page}/${pages}쪽`,
  isDone: '완료',
  headings: {
    'The problem': '문제 상황',
    'How it works': '작동 방식',
    Figure: '한눈에 보기',
    'Which one when': '언제 무엇을 쓸까',
    'Two traps': '함정 두 가지',
    'Worked scenario': '시나리오 풀이',
    'Check yourself': '스스로 확인하기',
    'In five lines': '다섯 줄 요약',
  },
  part: (heading, part, parts) => `${heading} (${part}/${parts})`,
  back: '이전',
  on: '다음 쪽',
  toEnd: '끝으로',
  concepts: '이 레슨의 개념 찾아보기',
  quiz: (size) => `미니 퀴즈: ${size}문제`,
  cards: (cards) => `플래시카드 ${number(cards)}장`,
  done: '완료',
  undo: '완료 취소',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: '듣기 자료',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind}: ${title}` : `${kind}, ${minutes}분: ${title}`,
  kinds: { podcast: '팟캐스트', talk: '강연', course: '강좌' },
  none: '이 시험 버전에는 아직 레슨이 없어요.',
  gone: '이 레슨은 이제 여기 시험에 포함되지 않아요. 있는 레슨은 `/레슨`에서 보세요.',
  unknown: (typed) =>
    `“${typed}”: 관련 레슨이 없어요. \`레슨\`에 입력을 시작하고 목록에서 고르거나, 비워서 전체를 보세요.`,
};
