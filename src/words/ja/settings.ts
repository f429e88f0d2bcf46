// 自分の設定：コマンド、保存された内容、その意味。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, number } = forms;
const days = (count: number) => `${number(count)}日`;

export const settings: Words['settings'] = {
  command: {
    settings: { name: '設定', description: '自分のタイムゾーン、お休み、リマインダー、言語、公開設定' },
    show: { name: '表示', description: '今の自分の設定を表示します' },
    timezone: { name: 'タイムゾーン', description: '自分の1日の基準になるタイムゾーン（24時間に1回変更可）' },
    zone: {
      name: '場所',
      description: '都市か時差。例：東京、+9:00。サーバーのタイムゾーンも選べます',
    },
    exam: { name: '試験', description: 'サーバー以外で学ぶ試験。サーバーではそこの試験になります' },
    which: { name: '試験', description: '試験とそのバージョン' },
    dayStart: {
      name: '一日の開始',
      description: '自分の1日が何時に始まるか。深夜に勉強する人のために',
    },
    hour: { name: '時刻', description: '午前0時（0）から午前6時（6）まで' },
    pause: {
      name: 'お休み',
      description: '連続記録のお休みを前もって取ります。その間は途切れず、増えもしません',
    },
    days: { name: '日数', description: '何日休むか' },
    from: { name: '開始日', description: 'お休みの最初の日（指定しなければ今日）' },
    unpause: { name: 'お休み終了', description: '今日でお休みを終えるか、次のお休みを取り消します' },
    reminders: { name: 'リマインダー', description: '連続記録が途切れる前にDMでお知らせします' },
    on: { name: 'オン', description: 'Trueなら送り、Falseなら送りません' },
    visibility: { name: '公開設定', description: 'ランキングで自分をほかの人に表示するかどうか' },
    shown: { name: '範囲', description: '公開、匿名、または非公開' },
    language: { name: '言語', description: '自分だけに見える返信の言語' },
    to: { name: '言語', description: '使う言語、またはDiscordの言語' },
  },
  visibilityChoice: {
    visible: '公開 – 名前を表示',
    anonymous: '匿名 – 名前を出さずに順位に入る',
    hidden: '非公開 – ほかの人には表示しない',
  },
  discordLanguage: 'Discordの言語に合わせる',
  serverZoneChoice: (zone, clock) => `このサーバーのタイムゾーン：${zone}（現在${clock}）`,
  startChoice: (day, date) => `${day} – ${date}`,
  today: '今日',
  tomorrow: '明日',
  title: 'あなたの設定',
  ownZone: (zone) => `**${zone}**`,
  serverZone: (zone) => `このサーバーの**${zone}**`,
  lastZone: (zone) => `**${zone}**（自分では未選択）`,
  clock: (hour) => `午前${hour}時`,
  lines: {
    zone: (zone, time) => `**タイムゾーン：** ${zone}、現在${time}`,
    day: (begins, today, ends) => `**1日の開始：** ${begins}。今日は${today}、終わりは${ends}です`,
    remindersOn: '**リマインダー：** オン – 回答のないまま1日が終わる3時間前にDMを送ります',
    remindersOff: '**リマインダー：** オフ',
    visibility: (name, meaning) => `**公開設定：** ${name}。${meaning}`,
    language: (name) => `**言語：** ${name}`,
    course: (code) => `**サーバー以外での試験：** ${code}`,
    noPauses: '**お休み：** なし',
    pauses: (ranges) => `**お休み：** ${ranges}`,
    foot: 'これらはこのボットを使うすべての場所で有効です。変更するには `/設定 タイムゾーン`、`試験`、`一日の開始`、`お休み`、`お休み終了`、`リマインダー`、`公開設定`、`言語` を使ってください。',
  },
  visibility: { visible: '公開', anonymous: '匿名', hidden: '非公開' },
  visibilityMeans: {
    visible: 'ランキングと正解の発表に名前が出て、連続記録もほかの人が見られます。',
    anonymous: 'ランキングには「匿名」として載り、名前と連続記録は誰にも表示されません。',
    hidden: 'ランキングにも正解の発表にも表示されません。自分の順位は自分だけが見られます。',
  },
  saved: {
    zone: (zone, time) => `**保存しました：** タイムゾーンは${zone}、現在${time}です。`,
    zoneDay: (today, ends) =>
      `あなたの今日は${today}で、終わりは${ends}です。これまでの回答の日付は変わりません。`,
    zoneAgain: (when) =>
      `間違えた場合は10分以内なら直せます。その後、次にタイムゾーンを変更できるのは${when}です。`,
    dayStart: (begins) => `**保存しました：** あなたの1日は${begins}に始まります。`,
    dayNow: (today, ends) => `あなたの今日は${today}で、終わりは${ends}です。`,
    remindersOff: '**保存しました：** リマインダーは送りません。',
    remindersOn: '**保存しました：** 連続記録に必要な回答がまだの日は、1日が終わる3時間前にDMを1通送ります。',
    firstReminder: (when) => `それまでに回答がなければ、最初のリマインダーは${when}に届きます。`,
    noStreakYet: '最初の連続記録から始まります。`/クイズ` で1問答えてみましょう。',
    allowMessages: 'このボットからのDMを許可してください。届けられない場合、リマインダーはオフになります。',
    course: (code, name) => `**保存しました：** 学ぶ試験は**${code}**（${name}）です。`,
    courseHolds:
      'DM、グループ、このボットのいないサーバーで有効です。ボットのいるサーバーでは、そのサーバーの試験になります。',
    visibility: (name, meaning) => `**保存しました：** 公開設定は**${name}**です。${meaning}`,
    language: (name) => `**保存しました：** 返信に使う言語は${name}です。`,
    discordLanguage: '**保存しました：** 対応していれば、Discordの言語で返信します。',
  },
  zoneUnchanged: (zone) => `タイムゾーンはすでに${zone}です。何も変更していません。`,
  zoneLocked: (when, date) =>
    `タイムゾーンを変更できるのは24時間に1回です。次に変更できるのは${when}（${date}）です。`,
  unknownZone: (typed) =>
    `「${typed}」というタイムゾーンは見つかりません。東京やソウルなどの都市名を入力し、表示される候補から選んでください。`,
  zoneLike: (zones) => `もしかして：${choice(zones)}`,
  unknownCourse: (typed) => `「${typed}」という受験できる試験はありません。一覧から選んでください。`,
  newcomer: {
    title: '何の試験を目指していますか？',
    both: 'この試験でよければ、1日の基準になるタイムゾーンを選んでください。すぐに続きへ進みます。',
    examOnly: 'この試験でよければ、続けてください。',
    exam: '試験を選ぶ',
    zone: 'タイムゾーンを選んで続ける',
    otherZone: '別のタイムゾーン',
    go: '続ける',
    later: 'お尋ねするのは一度だけです。`/設定 試験` と `/設定 タイムゾーン` でいつでも変更できます。',
    ready: 'では、先ほどのボタンかコマンドをもう一度使ってください。',
    modal: {
      title: 'あなたのタイムゾーン',
      label: 'タイムゾーンか都市',
      description: '例：東京、ソウル、America/New_York',
    },
  },
  unknownLanguage: (typed) => `「${typed}」には対応していません。一覧から選んでください。`,
  wouldSkip: (today, length) =>
    `まだ変更していません。変更すると今日が${today}になり、${days(length)}の連続記録に必要な日が飛ばされます。先に \`/クイズ\` で1問答えてから変更してください。`,
  range: (from, to) => (from === to ? from : `${from}〜${to}`),
  paused: {
    saved: (range, length) => `**保存しました：** 連続記録のお休みは${range}（${days(length)}）です。`,
    beginsToday: '今日から始まります。',
    keeps: (length) => `今日から始まり、連続記録は${days(length)}のまま保たれます。`,
    untilThen: 'それまでは、いつもどおり毎日数えます。',
    untilThenAt: (length) => `それまでは、いつもどおり毎日数えます。今の連続記録は${days(length)}です。`,
    means:
      'お休みの日は回答しなくてよく、フリーズも減りません。回答すれば数えます。早めに終えるには `/設定 お休み終了` を使ってください。',
    ended: (range) =>
      `**保存しました：** ${range}のお休みを終えました。今日から数えるので、\`/クイズ\` で1問答えましょう。昨日までのお休みはそのままです。`,
    calledOff: (range) => `**保存しました：** ${range}のお休みを取り消しました。`,
    none: '今もこの先もお休みはありません。何も変更していません。`/設定 お休み` で設定できます。',
    badDate: (typed) =>
      `「${typed}」は日付として読み取れません。一覧から選ぶか、2026-12-24のように入力してください。`,
    tooLong: (most) => `お休みは、前後に続くお休みも含めて最長${days(most)}です。日数を減らしてください。`,
    inThePast: (earliest) => `お休みは前もって取るものです。${earliest}以降を選んでください。`,
    tooFar: 'お休みの開始日は今から1年以内です。もっと早い日を選んでください。',
    overlaps: (range) =>
      `${range}にはすでにお休みがあります。別の日を選ぶか、先に \`/設定 お休み終了\` で終えてください。`,
  },
};
