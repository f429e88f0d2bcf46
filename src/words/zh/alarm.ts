// 作答数据里对一道题的质疑，每条一行：工单的依据。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;
const answers = (count: number) => `${number(count)} 次首答`;
const rounded = (value: number) => value.toFixed(2);

export const alarm: Words['alarm'] = {
  levels: { 1: '简单', 2: '中等', 3: '困难' },
  wrongKey: (of) =>
    `从 ${answers(of.answers)}看，选项 ${of.option} 更像正确答案：最弱的三分之一有 ${percent(of.weakest)} 选它，最强的三分之一有 ${percent(of.best)}。`,
  secondKey: (of) =>
    `从 ${answers(of.answers)}看，选项 ${of.option} 像是第二个正确答案：最弱的三分之一有 ${percent(of.weakest)} 选它，最强的三分之一有 ${percent(of.best)}。`,
  rivalOption: (of) =>
    `从 ${answers(of.answers)}看，选项 ${of.option} 与水平的相关性（${rounded(of.correlation)}）高于正确答案（${rounded(of.ofKey)}）。`,
  negativeDiscrimination: (of) =>
    `水平低的反而更容易答对：${answers(of.answers)}的区分度为 ${rounded(of.discrimination)}。`,
  hardlyAnybody: (of) => `几乎没人答对：${answers(of.answers)}中只有 ${percent(of.shareRight)}。`,
  nearlyEverybody: (of) => `几乎人人答对：${answers(of.answers)}中有 ${percent(of.shareRight)}。`,
  level: (of) => `标注的难度是“${of.level}”，从 ${answers(of.answers)}看却是“${of.fits}”。`,
};
