// レッスン：一覧、ページ、読み終えたあと。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const lesson: Words['lesson'] = {
  command: {
    lesson: {
      name: 'レッスン',
      description: 'コースを読みます：モジュール、レッスン、落とし穴、5行まとめ',
    },
    which: {
      name: 'レッスン',
      description: 'レッスンの番号、題名、または学べる内容。空欄ならすべて',
    },
  },
  title: 'レッスン',
  progress: (done, lessons) => `${lessons}件中${done}件完了`,
  chooseModule: 'モジュールを選ぶ',
  chooseLesson: 'レッスンを選ぶ',
  goOn: (id, title) => `続ける：${id} ${title}`,
  allModules: 'すべてのレッスン',
  page: (page, pages) => `${page}/${pages}ページ`,
  isDone: '完了',
  headings: {
    'The problem': '課題',
    'How it works': '仕組み',
    Figure: '図でひと目で',
    'Which one when': '使い分け',
    'Two traps': '2つの落とし穴',
    'Worked scenario': 'シナリオ例題',
    'Check yourself': '理解度チェック',
    'In five lines': '5行まとめ',
  },
  part: (heading, part, parts) => `${heading}（${part}/${parts}）`,
  back: '戻る',
  on: '次のページ',
  toEnd: '最後へ',
  concepts: 'このレッスンの用語を調べる',
  quiz: (size) => `ミニクイズ：${size}問`,
  cards: (cards) => `暗記カード${forms.number(cards)}枚`,
  done: '完了にする',
  undo: '完了を取り消す',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: '耳で学ぶ',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind}：${title}` : `${kind}、${minutes}分：${title}`,
  kinds: { podcast: 'ポッドキャスト', talk: '講演', course: '講座' },
  none: 'この試験バージョンには、まだレッスンがありません。',
  gone: 'このレッスンは、ここの試験の対象ではなくなりました。`/レッスン` で今あるものを確認できます。',
  unknown: (typed) =>
    `「${typed}」のレッスンはありません。\`レッスン\` に入力を始めて候補から選ぶか、空欄にしてすべて表示してください。`,
};
