// 用語のカード。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: {
      name: '用語',
      description: '用語を調べます：意味、学べるレッスン、試験に出る頻度',
    },
    which: { name: '名前', description: '用語の名前、または別の呼び方' },
  },
  taught: (lesson) => `**${lesson}**で学べます`,
  frequency: {
    high: '試験に**よく**出ます',
    medium: '試験に**ときどき**出ます',
    low: '試験に出るのは**まれ**です',
  },
  questions: (count, code) => `${code}の問題：**${number(count)}**問`,
  flashcards: (count) => `暗記カード${number(count)}枚`,
  ask: '1問解いてみる',
  read: (lesson) => `レッスン${lesson}を読む`,
  page: 'ドキュメント',
  others: '同じレッスンのほかの用語',
  unknown: (typed) =>
    `用語「${typed}」は見つかりませんでした。\`名前\` に入力を始めて、候補から選んでください。`,
};
