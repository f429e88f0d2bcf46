// 実力診断：30問で今の実力を知る。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: { name: '診断', description: '30問で今の実力を調べます。見えるのは自分だけです' },
  },
  title: (code) => `今の実力は？ ${code}`,
  intro: {
    what: (count, minutes) =>
      `**${number(count)}問、約${number(minutes)}分。** それまでの回答に合わせて次の問題を選びます。`,
    how: '回答は変更できず、正誤は最後までわかりません。終わると、分野別の実力と、いちばん効果的なレッスンを3つお見せします。',
    goesOn: 'いつ中断しても大丈夫です。`/診断` で続きから再開できます。',
    practice: 'ポイントの対象にはならず、見えるのは自分だけです。',
    begin: '始める',
  },
  position: (position, size) => `問題 ${position}/${size}`,
  resumed: '前回の続きから再開します。',
  old: 'このメッセージは古いため、まもなく操作できなくなることがあります。`/診断` で新しいメッセージに移れます。',
  done: (count) => `全${number(count)}問が終わりました。今の実力はこちらです：`,
  plan: '`/学習プラン` で、試験日までの週ごとの計画にできます。',
  gone: 'この診断は終了したか、ほかの人のものです。`/診断` で新しく始められます。',
  noQuestions:
    'この試験にはまだ問題がありません。サーバーでは管理者が `/セットアップ サーバー` で、それ以外では自分で `/設定 試験` から別の試験を選べます。',
};
