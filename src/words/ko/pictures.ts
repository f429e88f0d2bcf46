// 그림 속의 글자와 그림을 볼 수 없는 사람을 위한 설명.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title} (${scope}): ${rows.join('; ')}`,
  boardRow: (rank, name, worth) => `${rank}위 ${name}: ${worth}`,
  day: (date, mark) => `${date}: ${mark}`,
  daysOf: (count, mark) => `${mark} ${number(count)}일`,
  days: (count) => (count === 1 ? '최근 하루' : `최근 ${number(count)}일`),
  weeks: (count) => `${number(count)}주간의 예상 점수`,
  domains: '도메인',
  ninety: '범위는 열에 아홉 기준',
  range: (low, high) => `${number(low)}~${number(high)}`,
  passMark: (score) => `합격선 ${number(score)}점`,
  score: ({ score, low, high, pass }) =>
    `예상 점수 ${number(score)}점, 범위 ${number(low)}~${number(high)}점, 합격선 ${number(pass)}점`,
  chance: (share) => `합격 확률 ${percent(share)}`,
  shareWithRange: (share, low, high) =>
    `${percent(share)} (${number(Math.round(100 * low))}–${percent(high)})`,
  coverage: '다룬 태스크',
  covered: (covered, of) => `${number(covered)}/${number(of)}`,
  right: (right, of) => `${number(of)}개 중 ${number(right)}개 정답`,
  meets: '충족',
  needsWork: '보완 필요',
  median: (seconds) => `문제의 절반은 ${number(Math.round(seconds))}초 안에 풀었어요`,
};
