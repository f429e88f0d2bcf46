// 플래시카드: 카드 묶음, 앞면과 뒷면, 평가.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: {
      name: '플래시카드',
      description: '카드 묶음을 넘겨 봐요. 주제가 없으면 멈춘 곳부터 이어져요',
    },
    topic: { name: '주제', description: '도메인, 모듈, 레슨, 개념 또는 자주 나오는 유형' },
  },
  title: '플래시카드',
  intro: '머릿속으로 답한 뒤 확인하세요. 첫 줄이 답이고, 그 아래가 이유예요.',
  decks: { all: '전체 플래시카드', high: '자주 나오는 유형' },
  cards: (count) => `카드 ${number(count)}장`,
  chooseDeck: '카드 묶음 고르기',
  choose: '다른 카드 묶음',
  position: (position, cards) => `${position}/${cards}`,
  resumed: '이 묶음을 멈춘 곳부터 이어 가요.',
  startOver: '처음부터',
  show: '답 보기',
  next: '다음',
  grades: { again: '다시', hard: '어려움', good: '알맞음', easy: '쉬움' },
  due: (when) => `앞의 카드는 ${when}에 다시 나와요.`,
  page: '공식 문서',
  finished: '카드 묶음을 다 봤어요',
  seen: (deck, cards) => `${deck}: 카드 ${number(cards)}장`,
  again: '한 번 더',
  quiz: '미니 퀴즈: 5문제',
  none: '이 시험 버전에는 아직 플래시카드가 없어요.',
  gone: '이 카드는 이제 여기 시험에 포함되지 않아요.',
  unknown: (typed) =>
    `“${typed}”: 관련 플래시카드가 없어요. \`주제\`에 입력을 시작하고 목록에서 골라 주세요.`,
};
