// 올라간 문제: 열림, 마감, 정답 공개.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;

export const post: Words['post'] = {
  select: { 1: '하나를 고르세요', 2: '두 개를 고르세요', 3: '세 개를 고르세요' },
  difficulty: { 1: '쉬움', 2: '보통', 3: '어려움' },
  worth: (difficulty, points) => `${difficulty} (${number(points)}점)`,
  domain: (id, name) => `도메인 ${id}: ${name}`,
  source: {
    round: (position, size) => `문제 ${position}/${size}`,
    privateRound: (position, size) => `문제 ${position}/${size}, 나만 보기`,
    private: '나만 보기',
    daily: '오늘의 문제',
    dailyLate: '오늘의 문제 (늦게 올라옴)',
    test: '테스트 게시물, 점수 없음',
  },
  closed: '마감됨',
  closes: (when) => `${when} 마감`,
  answered: (count) => (count === 0 ? '아직 답변 없음' : `${number(count)}명 답변`),
  closeNow: '지금 마감',
  endRound: '라운드 끝내기',
  fewer: (count) => `이 주제의 문제는 ${number(count)}개뿐이라 모두 낼게요.`,
  choose: { 1: '선택지 1개 고르기', 2: '선택지 2개 고르기', 3: '선택지 3개 고르기' },
  right: '정답',
  wrong: '오답',
  chosenBy: (count, all, share) => `${all}명 중 ${count}명 (${percent(share)})`,
  remember: '**기억하세요:**',
  nobody: '이 문제에는 아무도 답하지 않았어요.',
  result: (right, all, share) => `${number(all)}명 중 **${right}명**이 맞혔어요 (${percent(share)}).`,
  rightMembers: (names) => `맞힌 사람: ${list(names)}`,
  more: (count) => `그 외 ${number(count)}명`,
  reasoning: '선택지별 해설',
  letters: (letters) => list(letters),
  thread: {
    daily: (date) => `오늘의 문제 ${date}`,
    question: '문제',
  },
};
