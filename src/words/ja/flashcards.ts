// 暗記カード：デッキ、表と裏、評価。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: {
      name: '暗記カード',
      description: '暗記カードのデッキを進めます。テーマなしなら前回の続きから',
    },
    topic: {
      name: 'テーマ',
      description: '分野、モジュール、レッスン、用語、または頻出パターン',
    },
  },
  title: '暗記カード',
  intro: '頭の中で答えてから裏を見ましょう。1行目が答え、その下が理由です。',
  decks: { all: 'すべての暗記カード', high: '頻出パターン' },
  cards: (count) => `${number(count)}枚`,
  chooseDeck: 'デッキを選ぶ',
  choose: '別のデッキ',
  position: (position, cards) => `${position}/${cards}`,
  resumed: 'このデッキの続きから再開します。',
  startOver: '最初から',
  show: '答えを見る',
  next: '次へ',
  grades: { again: 'もう一度', hard: '難しい', good: 'できた', easy: '簡単' },
  due: (when) => `前のカードの次の出題：${when}`,
  page: 'ドキュメント',
  finished: 'このデッキはここまでです',
  seen: (deck, cards) => `${deck}：${number(cards)}枚`,
  again: 'もう一周する',
  quiz: 'ミニクイズ：5問',
  none: 'この試験バージョンには、まだ暗記カードがありません。',
  gone: 'このカードは、ここの試験の対象ではなくなりました。',
  unknown: (typed) =>
    `「${typed}」の暗記カードはありません。\`テーマ\` に入力を始めて、候補から選んでください。`,
};
