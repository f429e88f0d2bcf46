// ランキング：コマンド、題名と各行、自分の順位。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: 'ランキング', description: 'このサーバーの上位メンバーと、自分の順位' },
    domain: { name: '分野', description: '試験の1つの分野（指定しなければすべて）' },
    window: { name: '期間', description: 'いつからの記録か（指定しなければ今週）' },
    metric: { name: '比較', description: '何で比べるか（指定しなければポイント）' },
  },
  windowChoice: { today: '今日', week: '今週', month: '今月', all: '全期間' },
  metricChoice: { points: 'ポイント', accuracy: '正答率' },
  title: (metric) => `ランキング：${metric}`,
  metrics: { points: 'ポイント', accuracy: '正答率' },
  windows: { today: '今日', week: '今週', month: '今月', all: '全期間' },
  allDomains: 'すべての分野',
  everyDomain: 'すべての分野',
  by: (metric) => `比較：${metric}`,
  pages: {
    places: (from, to) => `${from}〜${to}位`,
    mine: '自分の順位',
  },
  unchecked:
    'サーバーの今のメンバーをDiscordから時間内に取得できませんでした。退出した人が含まれ、順位が実際より低く出ている場合があります。',
  resets: (when) => `リセット：${when}`,
  anonymous: '匿名',
  you: '（あなた）',
  tied: '同順位',
  right: (right, rated) => `${rated}問中${right}問正解`,
  points: (points) => `${number(points)}ポイント`,
  empty: {
    points:
      'ポイント対象の回答がまだありません。最初の一人になりましょう。`/クイズ` でみんなに1問出題できます。',
    accuracy: (needed) =>
      `このランキングに必要なポイント対象の回答${needed}件に達した人が、まだいません。\`/クイズ\` でみんなに1問出題できます。`,
  },
  own: (name, place) => `${name}：${place}`,
  ownName: 'あなた',
  rank: (rank, worth) => `**${rank}位**（${worth}）`,
  aboutRank: (rank, worth) =>
    `**${rank}位**前後（${worth}）。上位に、すでに退出した人が含まれている場合があります。`,
  tooFew: (rated, needed) =>
    `順位がつくのに必要なポイント対象の回答${needed}件のうち${rated}件。\`/クイズ\` で次の1問に答えられます。`,
  nothingYet:
    'この期間には、ポイント対象の回答がまだありません。`/クイズ` の問題に答えるとランキングに入れます。',
  rules: {
    points:
      'ポイント対象の正解で、やさしい1、普通2、難しい3ポイント。同点なら正答率、次に回答の少なさで決まります。',
    accuracy: (needed) =>
      `ポイント対象の回答が${needed}件以上ある人の正答率です。同率ならポイントで決まります。`,
  },
  privately: 'ほかの人に公開していないため、あなただけに表示しています（`/設定 公開設定`）。',
  winners: {
    option: { name: 'トップ3', description: '毎週のトップ3を発表するチャンネル' },
    title: '週間トップ3',
    next: '次の週が始まりました。全員ゼロからのスタートです。`/ランキング` で自分の順位を確認できます。',
    on: (channel) => `翌週最初の朝に ${channel} で発表します。`,
    off: 'トップ3は発表しません。',
    choose: '週間トップ3を発表するチャンネル',
    turnedOn: (channel) => `毎週のトップ3を ${channel} で発表します。`,
    turnedOff: '週間トップ3は発表しません。',
    lacks: (channel, names) => `${channel} でトップ3を発表できません。次の権限が必要です：${list(names)}`,
    wrongChannel: (channel) =>
      `${channel} には直接投稿できません。発表用にテキストチャンネルかアナウンスチャンネルを選んでください。`,
    setting: '週間トップ3',
  },
  unknownDomain: (typed, names) =>
    `このサーバーの試験に「${typed}」という分野はありません。次から選んでください：${choice(names)}`,
};
