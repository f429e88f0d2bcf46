// 답변에서 드러난 문제의 이상 신호, 한 줄씩: 신고 건의 근거.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;
const answers = (count: number) => `첫 답변 ${number(count)}개`;
const rounded = (value: number) => value.toFixed(2);

export const alarm: Words['alarm'] = {
  levels: { 1: '쉬움', 2: '보통', 3: '어려움' },
  wrongKey: (of) =>
    `${answers(of.answers)} 기준 ${of.option}번 선택지가 정답처럼 보여요. 선택한 비율: 하위 3분의 1은 ${percent(of.weakest)}, 상위 3분의 1은 ${percent(of.best)}.`,
  secondKey: (of) =>
    `${answers(of.answers)} 기준 ${of.option}번 선택지가 또 다른 정답처럼 보여요. 선택한 비율: 하위 3분의 1은 ${percent(of.weakest)}, 상위 3분의 1은 ${percent(of.best)}.`,
  rivalOption: (of) =>
    `${answers(of.answers)} 기준 ${of.option}번 선택지와 실력의 상관(${rounded(of.correlation)})이 정답(${rounded(of.ofKey)})보다 높아요.`,
  negativeDiscrimination: (of) =>
    `실력이 낮은 쪽이 더 자주 맞혀요. ${answers(of.answers)} 기준 변별도: ${rounded(of.discrimination)}.`,
  hardlyAnybody: (of) => `거의 아무도 못 맞혀요: ${answers(of.answers)} 중 ${percent(of.shareRight)}.`,
  nearlyEverybody: (of) => `거의 모두가 맞혀요: ${answers(of.answers)} 중 ${percent(of.shareRight)}.`,
  level: (of) => `표시된 난이도: ${of.level}, ${answers(of.answers)} 기준 실제 난이도: ${of.fits}.`,
};
