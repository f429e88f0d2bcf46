// 再次遇到题目和闪卡：命令、卡片、结果，以及 Anki 文件。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const review: Words['review'] = {
  menu: '加入我的复习',
  command: {
    review: { name: '复习', description: '赶在忘记之前，再看一遍题目和闪卡' },
    export: { name: '导出', description: '把你的卡片导出成 Anki 文件，只给你自己' },
  },
  formats: { apkg: 'Anki 牌组包（.apkg）', text: 'Anki 文本（.txt）' },

  comesAgain: '明天会在你的 `/复习` 里再出现。',
  add: '加入复习',
  added: '已加入：下次 `/复习` 就会出现。',
  addedBefore: '它已经在你的 `/复习` 里，到期会出现。',
  gone: '这道题已经不在题库里。',

  title: '复习',
  flashcard: '闪卡',
  more: (cards) => (cards === 0 ? '今天的最后一张' : `今天还有 ${number(cards)} 张`),
  rekeyed: '你上次遇到之后，这道题的正确答案改了：重新开始复习。',
  retired: (cards) => `有 ${number(cards)} 张卡片已不在题库里，所以从你的复习中移除了。`,
  stale: '那张卡片已经评过，或有变化：现在轮到这一张。',

  howSure: (mine) => `你选了 ${mine}。有多大把握？`,
  sure: { guess: '猜的', unsure: '不太确定', sure: '确定' },
  change: '改选',
  show: '翻开',
  grades: { again: '重来', hard: '困难', good: '良好', easy: '简单' },
  next: '下一张',
  when: (when) => `下次出现：${when}`,
  guessed: '猜对的还不算掌握。',
  leech: (lesson) => `这张你忘了很多次：再读一遍课程 ${lesson}，会更有帮助。`,

  done: {
    title: '没有到期的卡片',
    enough: '今天够了：剩下的放一放也没关系。',
    next: (when) => `下一张：${when}`,
    empty: '你的复习里还没有内容：答错的会自动加入，也可以按作答下方的**加入复习**添加题目。',
    weakest: (domain) => `这会儿不妨在你最弱的部分答一题：${domain}。`,
    quiz: (domain) => `考我：${domain}`,
  },

  nextStep: (cards) => ({
    what: `复习 ${number(cards)} 张卡片`,
    why: '今天到期：现在花一点时间，省得以后重学。',
    button: '复习',
  }),
  exported: '你的 Anki 卡片',
  exportHow: (cards) =>
    `共 ${number(cards)} 张。在 Anki 中用*文件 → 导入*打开：以后导入新的文件会更新卡片，并保留你在 Anki 里的复习安排。`,
  exportEmpty: '还没有可以导出的：你的复习里没有卡片。',
  anki: { right: '正确答案', why: '解析', remember: '记住', read: '阅读' },
};
