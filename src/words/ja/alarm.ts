// 回答から見て問題が疑わしい理由を、それぞれ1行で。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;
const answers = (count: number) => `初回の回答${number(count)}件`;
const rounded = (value: number) => value.toFixed(2);

export const alarm: Words['alarm'] = {
  levels: { 1: 'やさしい', 2: '普通', 3: '難しい' },
  wrongKey: (of) =>
    `${answers(of.answers)}で、選択肢${of.option}が正解のような選ばれ方をしています（選んだ割合：下位3分の1で${percent(of.weakest)}、上位3分の1で${percent(of.best)}）。`,
  secondKey: (of) =>
    `${answers(of.answers)}で、選択肢${of.option}が2つ目の正解のような選ばれ方をしています（選んだ割合：下位3分の1で${percent(of.weakest)}、上位3分の1で${percent(of.best)}）。`,
  rivalOption: (of) =>
    `${answers(of.answers)}では、実力との相関が正解（${rounded(of.ofKey)}）より選択肢${of.option}（${rounded(of.correlation)}）のほうで高くなっています。`,
  negativeDiscrimination: (of) =>
    `実力が低い人のほうがよく正解しています。識別力${rounded(of.discrimination)}（${answers(of.answers)}）。`,
  hardlyAnybody: (of) =>
    `ほとんどの人が間違えています。正答率${percent(of.shareRight)}（${answers(of.answers)}）。`,
  nearlyEverybody: (of) =>
    `ほぼ全員が正解しています。正答率${percent(of.shareRight)}（${answers(of.answers)}）。`,
  level: (of) => `設定は「${of.level}」ですが、${answers(of.answers)}から見ると「${of.fits}」です。`,
};
