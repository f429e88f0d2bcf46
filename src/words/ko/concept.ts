// 개념 카드.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: {
      name: '개념',
      description: '개념을 찾아봐요: 무엇인지, 어느 레슨에 나오는지, 얼마나 자주 출제되는지',
    },
    which: { name: '이름', description: '개념의 이름이나 다른 표현' },
  },
  taught: (lesson) => `배우는 곳: **${lesson}**`,
  frequency: {
    high: '시험에 **자주** 나와요',
    medium: '시험에 **가끔** 나와요',
    low: '시험에 **드물게** 나와요',
  },
  questions: (count, code) => `${code} 문제 **${number(count)}**개`,
  flashcards: (count) => `플래시카드 ${number(count)}장`,
  ask: '문제 풀기',
  read: (lesson) => `레슨 ${lesson} 읽기`,
  page: '공식 문서',
  others: '같은 레슨의 다른 개념',
  unknown: (typed) => `“${typed}”: 모르는 개념이에요. \`이름\`에 입력을 시작하고 목록에서 골라 주세요.`,
};
