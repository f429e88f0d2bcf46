// 闪卡：卡组、正面与背面、自评。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: { name: '闪卡', description: '过一组闪卡；不填主题就从上次停下的地方继续' },
    topic: { name: '主题', description: '领域、模块、课程或概念，或者高频考点' },
  },
  title: '闪卡',
  intro: '先在心里作答，再翻开看：第一行是答案，下面是理由。',
  decks: { all: '全部闪卡', high: '高频考点' },
  cards: (count) => `${number(count)} 张`,
  chooseDeck: '选择卡组',
  choose: '换一组',
  position: (position, cards) => `第 ${position}/${cards} 张`,
  resumed: '从这组卡上次停下的地方继续。',
  startOver: '从头开始',
  show: '翻开',
  next: '下一张',
  grades: { again: '重来', hard: '困难', good: '良好', easy: '简单' },
  due: (when) => `上一张 ${when} 再出现。`,
  page: '文档',
  finished: '这组卡过完了',
  seen: (deck, cards) => `${deck}：${number(cards)} 张`,
  again: '再来一遍',
  quiz: '小测：5 题',
  none: '这个考试版本还没有闪卡。',
  gone: '这张卡已经不在这里的考试里了。',
  unknown: (typed) => `没有关于“${typed}”的闪卡：请在 \`主题\` 里输入，再从列表中选择。`,
};
