// サーバーの1週間：投稿と、セットアップの項目。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: 'まとめ', description: 'グループの週のまとめを投稿するチャンネル' },
    day: { name: 'まとめ曜日', description: '投稿する曜日（指定しなければ月曜日）' },
    hour: { name: 'まとめ時刻', description: '投稿する時刻、0〜23（指定しなければ9時）' },
  },
  title: 'グループの1週間',
  until: (day) => `${day}までの7日間`,
  did: ({ answers, members, share }) =>
    `${number(members)}人が**${number(answers)}件**回答し、正答率は${percent(share)}でした。`,
  weakest: (title, right, answers) =>
    `いちばん難しかったレッスン：**${title}**（${number(answers)}件中${number(right)}件正解）`,
  next: '今週のレッスン：',
  ears: '移動中に聴く',
  answer: '今すぐ1問答える',
  on: (channel, day, clock) => `${day}の${clock}に ${channel} へ投稿します（回答があった場合のみ）。`,
  off: '週のまとめは投稿しません。',
  line: '週のまとめ',
  chooseDay: '曜日を選ぶ',
  chooseHour: '時刻を選ぶ',
  choose: '週のまとめを投稿するチャンネル',
  turnedOn: (channel, day, clock) =>
    `週のまとめを ${channel} に投稿します：${day} ${clock}（回答があった場合のみ）。`,
  turnedOff: '週のまとめは投稿しません。',
  noChannelYet: '先に週のまとめのチャンネルを選んでください：`/セットアップ サーバー まとめ:`',
  lacks: (channel, names) => `${channel} に週のまとめを投稿できません。次の権限が必要です：${list(names)}`,
  failed: (channel) =>
    `前回の週のまとめを ${channel} に投稿できませんでした。チャンネルがなくなっている場合は、別のチャンネルを選んでください。`,
  wrongChannel: (channel) =>
    `${channel} には直接投稿できません。まとめ用にテキストチャンネルかアナウンスチャンネルを選んでください。`,
  failing: '週のまとめを投稿できませんでした',
  goesOn: '1日のあいだ再試行し、その後は翌週に投稿します。`/セットアップ サーバー` で状況を確認できます。',
  once: 'このお知らせは、設定した方に一度だけお送りしています。',
  zoneFollows: '週のまとめも新しいタイムゾーンに合わせます。',
  setting: '週のまとめ',
  logged: (channel, day, clock) => `${channel}、${day} ${clock}`,
};
