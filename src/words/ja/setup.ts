// サーバーのセットアップ：画面、状況、バージョン終了のお知らせ、変更の記録。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number } = forms;

export const setup: Words['setup'] = {
  command: {
    setup: {
      name: 'セットアップ',
      description: 'このサーバーの試験、タイムゾーン、今日の一問を選びます',
    },
    server: {
      name: 'サーバー',
      description: 'チェックリストですべて設定できます。オプションからも同じことができます',
    },
    edition: { name: 'バージョン', description: '目指す試験のバージョン' },
    timezone: { name: 'タイムゾーン', description: '都市名を入力してください' },
    week: { name: '週の開始', description: 'ランキングの週が始まる曜日' },
    language: { name: '言語', description: 'このサーバーで全員が読むものの言語' },
    status: { name: '状況', description: '今の設定、足りないもの、誰が何を変更したか' },
  },
  title: 'Cohortのセットアップ',
  line: ({ mark, title, standing }) => `${mark} **${title}** · ${standing}`,
  standing: { done: '完了', 'to-do': '未設定', broken: '要対応', off: 'オフ' },
  lines: { exam: '試験とバージョン', place: 'タイムゾーンと言語', permissions: 'ボットの権限' },
  allDone: 'すべて設定済みです。ここでの変更はすぐに反映されます。',
  left: (count) => `あと${number(count)}項目の設定が必要です。選んだ内容はすぐに反映されます。`,
  setIt: '設定',
  changeIt: '変更',
  close: '閉じる',
  checkAgain: '再確認',
  openLog: '最近の変更',
  closeLog: '変更を隠す',
  whoMay: (owner) =>
    owner === null
      ? 'セットアップには**サーバー管理**の権限が必要です。このサーバーの管理者に頼んでください。ほかの機能はすべて使えます。`/クイズ` で1問出題してみましょう。'
      : `セットアップには**サーバー管理**の権限が必要で、たとえば ${owner} が持っています。ほかの機能はすべて使えます。\`/クイズ\` で1問出題してみましょう。`,
  chooseEdition: '試験のバージョンを選ぶ',
  examLine: ({ exam, code, dates, questions }) =>
    `${exam}、**${code}** · ${dates} · 問題${number(questions)}問`,
  editionGone: (exam) => `${exam}：このバージョンはもう問題集にありません。別のバージョンを選んでください。`,
  lastSitting: (date) => `受験は${date}まで`,
  firstSitting: (date) => `${date}から`,
  provisional: (dates) => `${dates}、タスク一覧は暫定`,
  noQuestions: 'このバージョンにはまだ問題がありません。別のバージョンを選んでください。',
  format: (items, minutes) => `本番は${minutes}分で${items}問`,
  guide: (address) => `[公式ガイド](<${address}>)`,
  lastDay: (code, date, relative) => `${code}の最終受験日：${date}（${relative}）`,
  zone: (zone, time) => `${zone}、現在${time}`,
  zoneGuess: (zone, time) => `タイムゾーンは**${zone}**（現在${time}）でよろしいですか？`,
  zoneUnknown: (zone, time) => `タイムゾーンがまだ選ばれていません。${zone}（現在${time}）を使っています。`,
  zoneIs: (zone) => `はい、${zone}です`,
  chooseZone: 'タイムゾーンを選ぶ',
  otherZone: 'ほか：都市名を入力',
  reviewers: {
    line: 'レビュー担当',
    on: (role) => `${role} とサーバーの管理者が、サーバー独自の問題を担当します。`,
    off: 'サーバーの管理者が、サーバー独自の問題を担当します。',
    gone: 'ロールが削除されました。別のロールを選ぶか、管理者だけにしてください。',
    choose: 'レビュー担当のロール（空欄ならなし）',
    none: '担当ロールなし',
    setting: 'レビュー担当',
  },
  permissions: {
    later: 'チャンネルを選ぶと、すぐに確認します。',
    held: (channels) => `${list(channels)} では必要な権限がそろっています。`,
    lacks: (channel, names) => `${channel} で権限が足りません：${list(names)}`,
    gone: (channel, permission) =>
      `${channel} がなくなったか、見られません。見られない場合は、そこで${permission}の権限が必要です。`,
    wrongKind: (channel) =>
      `${channel} には直接投稿できません。テキストチャンネルかアナウンスチャンネルを選んでください。`,
    more: (count) => `ほか${number(count)}チャンネル`,
    how: 'チャンネル設定の「権限」で付けるか、ここで別のチャンネルを選んでください。',
  },
  week: (day) => `**週の始まり：** ${day}`,
  weekFrom: (day) => `週の始まりを${day}にする`,
  language: (name) => `**言語：** ${name}`,
  discordLanguage: 'Discordでのこのサーバーの言語',
  chooseLanguage: '言語を選ぶ',
  discordLanguageChoice: 'Discordでのこのサーバーの言語',
  nothingElse: 'そのため、このコマンドの内容は何も変更していません。',
  zoneModal: {
    title: 'このサーバーのタイムゾーン',
    label: 'タイムゾーン',
    description: '例：Asia/Tokyo、America/New_York、UTC。同名の都市がなければ、都市名だけでもかまいません。',
  },
  retired: {
    ahead: ({ code, follower, last, first }) =>
      `📅 **${code}を受験できるのは${last}までです。** ${first}からは**${follower}**になります。受験がそれより後なら、今切り替えてください。`,
    over: (code, successor) => `⚠️ **${code}はもう受験できません。** 後継は**${successor}**です。`,
    overSince: (code, date, successor) =>
      `⚠️ **${code}はもう受験できません。** 最終日は${date}でした。後継は**${successor}**です。`,
    keeps: '切り替えても、回答、連続記録、スコアはすべて残ります。新しい問題だけが新バージョンになります。',
    switchTo: (code) => `${code}に切り替える`,
    who: 'このボタンは、サーバーを管理できるメンバー用です。',
    switched: (code, name) =>
      `このサーバーは**${code}**に切り替わりました（変更：${name}）。何も失われていません。`,
  },
  notice: {
    editionChanged: (code) => `このサーバーは**${code}**に切り替わりました。何も失われていません。`,
    editionKept: (code) => `このサーバーはすでに**${code}**です。`,
    noSuchEdition: (typed, codes) =>
      `「${typed}」というバージョンはありません。次から選んでください：${choice(codes)}`,
    zoneChanged: (zone) => `タイムゾーン：**${zone}**。`,
    zoneKept: (zone) => `タイムゾーンはすでに**${zone}**です。`,
    unknownZone: (typed) =>
      `「${typed}」というタイムゾーンは見つかりません。\`Asia/Tokyo\` のように入力するか、同名のない都市名を入力してください。`,
    zoneLike: (zones) => `もしかして：${choice(zones)}`,
    weekChanged: (day) => `週の始まりを**${day}**にしました。ランキングを集計し直します。`,
    weekKept: (day) => `週の始まりはすでに**${day}**です。`,
    languageChanged: (name) => `このサーバーでの表示を${name}にしました。`,
    languageOfDiscord: 'Discordでのこのサーバーの言語に合わせました。',
    unknownLanguage: (typed) => `「${typed}」には対応していません。一覧から選んでください。`,
  },
  changes: '**最近の変更**',
  noChanges: 'まだありません。',
  change: {
    line: ({ when, who, what, difference }) => `${when} ${who}：${what}：${difference}`,
    somebody: '退出した人',
    setting: {
      edition: 'バージョン',
      zone: 'タイムゾーン',
      weekStart: '週の始まり',
      language: '言語',
    },
    discordLanguage: 'Discordと同じ',
    removed: '削除',
    fromTo: (before, after) => `${before} → ${after}`,
    added: (what) => `追加：${what}`,
    takenAway: (what) => `削除：${what}`,
    asBefore: '以前と同じ設定',
  },
};
