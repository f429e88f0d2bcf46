// 問題と暗記カードの復習：コマンド、カード、結果、Anki用ファイル。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const review: Words['review'] = {
  menu: '復習に追加',
  command: {
    review: {
      name: '復習',
      description: '忘れる前にもう一度出てくる問題と暗記カード',
    },
    export: { name: 'エクスポート', description: '自分の全カードをAnki用のファイルで受け取ります' },
  },
  formats: { apkg: 'Ankiパッケージ（.apkg）', text: 'Anki用テキスト（.txt）' },

  comesAgain: '明日、`/復習` でもう一度出題します。',
  add: '復習に追加',
  added: '追加しました。次の `/復習` で出題します。',
  addedBefore: 'すでに `/復習` に入っています。時期が来たら出題します。',
  gone: 'この問題はもう問題集にありません。',

  title: '復習',
  flashcard: '暗記カード',
  more: (cards) => (cards === 0 ? '今日の最後の1枚' : `今日はあと${number(cards)}枚`),
  rekeyed: '前回のあとでこの問題の正解が変わったため、最初からやり直しです。',
  retired: (cards) => `${number(cards)}枚のカードが問題集からなくなり、復習から外れました。`,
  stale: 'そのカードは評価済みか、内容が変わっています。次のカードはこちらです。',

  howSure: (mine) => `あなたの回答は${mine}です。自信はありますか？`,
  sure: { guess: '勘です', unsure: '自信なし', sure: '自信あり' },
  change: '変更',
  show: '答えを見る',
  grades: { again: 'もう一度', hard: '難しい', good: 'できた', easy: '簡単' },
  next: '次のカード',
  when: (when) => `次の出題：${when}`,
  guessed: 'まぐれ当たりは、まだ覚えていないものとして扱います。',
  leech: (lesson) => `これは何度も忘れています。レッスン${lesson}を読み直すほうが効果的です。`,

  done: {
    title: '今は復習するものがありません',
    enough: '今日はここまでで十分です。残りは待たせておいても大丈夫です。',
    next: (when) => `次のカード：${when}`,
    empty:
      '復習はまだ空です。間違えた問題は自動で入り、回答の下の**復習に追加**で問題を加えることもできます。',
    weakest: (domain) => `その間に、苦手なところを1問解いてみませんか：${domain}`,
    quiz: (domain) => `出題する：${domain}`,
  },

  nextStep: (cards) => ({
    what: `カード${number(cards)}枚を復習する`,
    why: '今日が復習の日です。今少しやっておけば、覚え直さずにすみます。',
    button: '復習する',
  }),
  exported: 'Anki用のカード',
  exportHow: (cards) =>
    `${number(cards)}枚。Ankiの *ファイル → 読み込む* で開いてください。新しいファイルを読み込むとカードが更新され、Ankiでの復習予定は保たれます。`,
  exportEmpty: 'まだ復習にカードがないため、エクスポートするものがありません。',
  anki: { right: '正解', why: '理由', remember: '要点', read: '参考' },
};
