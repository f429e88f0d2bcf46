// 문제와 플래시카드 다시 만나기: 명령어, 카드, 결과, Anki 파일.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const review: Words['review'] = {
  menu: '내 복습에 추가',
  command: {
    review: {
      name: '복습',
      description: '잊기 전에 다시 나오는 문제와 플래시카드',
    },
    export: { name: '내보내기', description: '내 카드를 모두 Anki 파일로, 나에게만' },
  },
  formats: { apkg: 'Anki 패키지 (.apkg)', text: 'Anki용 텍스트 (.txt)' },

  comesAgain: '내일 `/복습`에 다시 나와요.',
  add: '복습에 추가',
  added: '추가했어요. `/복습`에 바로 다음으로 나와요.',
  addedBefore: '이미 `/복습`에 있어요. 때가 되면 나와요.',
  gone: '이제 문제 은행에 없는 문제예요.',

  title: '복습',
  flashcard: '플래시카드',
  more: (cards) => (cards === 0 ? '오늘의 마지막' : `오늘 ${number(cards)}장 남음`),
  rekeyed: '지난번에 본 뒤로 정답이 바뀐 문제예요. 처음부터 다시 시작해요.',
  retired: (cards) => `문제 은행에서 빠진 카드 ${number(cards)}장을 복습에서 뺐어요.`,
  stale: '이미 평가했거나 바뀐 카드예요. 지금 나올 카드를 보여 드릴게요.',

  howSure: (mine) => `내 선택: ${mine}. 얼마나 확신하나요?`,
  sure: { guess: '찍었어요', unsure: '긴가민가해요', sure: '확실해요' },
  change: '바꾸기',
  show: '답 보기',
  grades: { again: '다시', hard: '어려움', good: '알맞음', easy: '쉬움' },
  next: '다음 카드',
  when: (when) => `다음 복습: ${when}`,
  guessed: '찍어서 맞힌 것은 아직 모르는 것으로 봐요.',
  leech: (lesson) => `자주 잊는 카드예요. 레슨 ${lesson} 내용을 다시 읽는 편이 더 도움이 돼요.`,

  done: {
    title: '지금 복습할 것이 없어요',
    enough: '오늘은 이만하면 충분해요. 나머지는 기다려도 괜찮아요.',
    next: (when) => `다음 카드: ${when}`,
    empty:
      '아직 복습에 아무것도 없어요. 틀린 문제는 저절로 들어오고, 답변 아래의 **복습에 추가**로 문제를 넣을 수 있어요.',
    weakest: (domain) => `그동안 가장 약한 부분을 한 문제 풀어 보세요: ${domain}.`,
    quiz: (domain) => `문제 풀기: ${domain}`,
  },

  nextStep: (cards) => ({
    what: `카드 ${number(cards)}장 복습하기`,
    why: '오늘 볼 차례예요. 지금 조금만 하면 다시 외우지 않아도 돼요.',
    button: '복습하기',
  }),
  exported: 'Anki용 내 카드',
  exportHow: (cards) =>
    `카드 ${number(cards)}장. Anki에서 *파일 → 가져오기*로 여세요. 나중에 새 파일을 가져오면 카드는 갱신되고 복습 일정은 그대로예요.`,
  exportEmpty: '아직 내보낼 것이 없어요. 복습에 카드가 없어요.',
  anki: { right: '정답', why: '해설', remember: '기억하세요', read: '읽어 보기' },
};
