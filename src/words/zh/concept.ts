// 概念卡片。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: { name: '概念', description: '查一个概念：是什么、哪一课讲、考得多不多' },
    which: { name: '名称', description: '概念的名称，或它的别名' },
  },
  taught: (lesson) => `讲解课程：**${lesson}**`,
  frequency: {
    high: '考试中**经常**考到',
    medium: '考试中**有时**考到',
    low: '考试中**很少**考到',
  },
  questions: (count, code) => `${code} 有 **${number(count)}** 道相关题目`,
  flashcards: (count) => `${number(count)} 张闪卡`,
  ask: '考我一题',
  read: (lesson) => `阅读课程 ${lesson}`,
  page: '文档',
  others: '同一课的其他概念',
  unknown: (typed) => `没有找到概念“${typed}”：请在 \`名称\` 里输入，再从列表中选择。`,
};
