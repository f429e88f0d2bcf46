// 图片里的文字，以及给看不到图片的人的说明。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title}（${scope}）：${rows.join('；')}`,
  boardRow: (rank, name, worth) => `${rank}. ${name}：${worth}`,
  day: (date, mark) => `${date}：${mark}`,
  daysOf: (count, mark) => `${mark} ${number(count)} 天`,
  days: (count) => `最近 ${number(count)} 天`,
  weeks: (count) => `${number(count)} 周的预估分数`,
  domains: '各领域',
  ninety: '附 90% 区间',
  range: (low, high) => `${number(low)} 到 ${number(high)} 之间`,
  passMark: (score) => `${number(score)} 分及格`,
  score: ({ score, low, high, pass }) =>
    `预估分数 ${number(score)}，在 ${number(low)} 到 ${number(high)} 之间；${number(pass)} 分及格`,
  chance: (share) => `通过概率 ${percent(share)}`,
  shareWithRange: (share, low, high) =>
    `${percent(share)}（${number(Math.round(100 * low))}–${percent(high)}）`,
  coverage: '已覆盖的考试任务',
  covered: (covered, of) => `${number(covered)}/${number(of)}`,
  right: (right, of) => `答对 ${number(right)}/${number(of)}`,
  meets: '达标',
  needsWork: '待加强',
  median: (seconds) => `有一半的题用时不到 ${number(Math.round(seconds))} 秒`,
};
