// チケットのカードが問題のほかに示すことと、サーバーのチケットや提案を表示するチャンネル。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;
const rounded = (value: number) => value.toFixed(2);

export const ticket: Words['ticket'] = {
  statistics: '回答からわかること',
  right: (answers, share) => `初回の回答${number(answers)}件の正解率${percent(share)}`,
  discrimination: (value) => `識別力${rounded(value)}`,
  thirds: (weakest, middle, best) => `下位3分の1 ${weakest}、中位 ${middle}、上位 ${best}`,
  links: 'リンク',
  versions: '版の履歴',
  version: (version) => `第${number(version)}版`,
  made: {
    released: '公開',
    written: '作成',
    edited: '変更',
    text: '本文を修正',
    key: '正解を変更',
    either: '2つとも正解',
    retired: '出題停止',
  },
  takenBack: '取り消し済み',
  look: '確認する',
  channel: {
    option: {
      name: 'チャンネル',
      description:
        '新しい報告と提案を表示するチャンネル。ロールもチャンネルも指定しないと、どちらもなしになります',
    },
    on: (channel) => `新しい報告と提案は ${channel} に表示されます。`,
    off: '新しい報告と提案はどのチャンネルにも表示されません。',
    choose: '報告と提案のチャンネル（空欄で表示なし）',
    setting: 'レビュー用チャンネル',
    set: (channel) => `今後、新しい報告と提案は ${channel} に表示されます。`,
    none: '今後、新しい報告と提案はどのチャンネルにも表示されません。',
    lacks: (channel, names) => `${channel} に報告と提案を表示できません。次の権限が必要です：${list(names)}`,
    failed: (channel) =>
      `前回の報告か提案を ${channel} に表示できませんでした。チャンネルがなくなっている場合は、別のチャンネルを選んでください。`,
    wrongChannel: (channel) =>
      `${channel} には直接投稿できません。報告と提案用にテキストチャンネルかアナウンスチャンネルを選んでください。`,
    failing: '報告と提案を表示できませんでした',
    goesOn:
      '1時間ごとに再試行します。失われるものはなく、`/報告一覧` と `/問題 一覧` ですべて確認できます。`/セットアップ サーバー` で状況を確認できます。',
  },
};
