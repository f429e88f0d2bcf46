// 画像の中の言葉と、画像が見えない人への説明。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title}（${scope}）：${rows.join('／')}`,
  boardRow: (rank, name, worth) => `${rank}位 ${name}：${worth}`,
  day: (date, mark) => `${date}：${mark}`,
  daysOf: (count, mark) => `${mark}：${number(count)}日`,
  days: (count) => `直近${number(count)}日間`,
  weeks: (count) => `${number(count)}週間の推定`,
  domains: '分野',
  ninety: '帯は90%の範囲',
  range: (low, high) => `${number(low)}〜${number(high)}`,
  passMark: (score) => `合格ライン${number(score)}`,
  score: ({ score, low, high, pass }) =>
    `推定スコア${number(score)}（${number(low)}〜${number(high)}）、合格ライン${number(pass)}`,
  chance: (share) => `合格の見込み${percent(share)}`,
  shareWithRange: (share, low, high) =>
    `${percent(share)}（${number(Math.round(100 * low))}〜${percent(high)}）`,
  coverage: '学習済みのタスクステートメント',
  covered: (covered, of) => `${number(of)}件中${number(covered)}件`,
  right: (right, of) => `${number(of)}問中${number(right)}問正解`,
  meets: '水準クリア',
  needsWork: '要強化',
  median: (seconds) => `半数の問題を${number(Math.round(seconds))}秒未満で解答`,
};
