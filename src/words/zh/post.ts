// 发布的题目：开放、截止、公布答案。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;

export const post: Words['post'] = {
  select: { 1: '选 1 项', 2: '选 2 项', 3: '选 3 项' },
  difficulty: { 1: '简单', 2: '中等', 3: '困难' },
  worth: (difficulty, points) => `${difficulty}（${number(points)} 分）`,
  domain: (id, name) => `领域 ${id}：${name}`,
  source: {
    round: (position, size) => `第 ${position}/${size} 题`,
    privateRound: (position, size) => `第 ${position}/${size} 题，只有你能看到`,
    private: '只有你能看到',
    daily: '每日一题',
    dailyLate: '每日一题（补发）',
    test: '试发，不计分',
  },
  closed: '已截止',
  closes: (when) => `${when} 截止`,
  answered: (count) => (count === 0 ? '还没有人作答' : `${number(count)} 人已作答`),
  closeNow: '立即截止',
  endRound: '结束这一轮',
  fewer: (count) =>
    count === 1 ? '这个主题只有 1 道题。' : `这个主题只有 ${number(count)} 道题：会全部出完。`,
  choose: { 1: '请选 1 项', 2: '请选 2 项', 3: '请选 3 项' },
  right: '正确',
  wrong: '错误',
  chosenBy: (count, all, share) => `${count}/${all}（${percent(share)}）`,
  remember: '**记住**：',
  nobody: '这道题没有人作答。',
  result: (right, all, share) => `**${number(all)} 人作答，${right} 人答对**（${percent(share)}）。`,
  rightMembers: (names) => `答对：${list(names)}`,
  more: (count) => `另外 ${number(count)} 人`,
  reasoning: '查看每个选项的解析',
  letters: (letters) => letters.join('、'),
  thread: {
    daily: (date) => `每日一题 ${date}`,
    question: '题目',
  },
};
