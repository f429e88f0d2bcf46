// 今日の一問：コマンド、投稿の状況、ふり返り、セットアップの画面。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number, percent, weekday } = forms;

function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return '毎日';
  return isRun && days.length > 2 ? `${names[0]}〜${names.at(-1)}` : list(names);
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return `${number(minutes / 1440)}日`;
  if (minutes % 60 === 0) return `${number(minutes / 60)}時間`;
  return `${number(minutes)}分`;
}

const howToPing =
  'ロールにメンションするには、管理者がそのロールへのメンションを全員に許可するか、ボットに `@everyone、@here、全てのロールにメンション` の権限を付けてください。';

export const daily: Words['daily'] = {
  command: {
    daily: { name: '今日の一問', description: '今日の一問を設定します' },
    set: { name: '設定', description: 'チャンネルに今日の一問を投稿するよう設定、または変更します' },
    time: { name: '時刻', description: '現地時刻。例：07:30、午後7時' },
    channel: { name: 'チャンネル', description: '投稿するチャンネル（指定しなければここ）' },
    zone: {
      name: 'タイムゾーン',
      description: '都市名を入力してください（指定しなければサーバーのタイムゾーン）',
    },
    weekdays: { name: '曜日', description: '例：毎日、平日、月曜,水曜,金曜（指定しなければ毎日）' },
    domains: { name: '分野', description: 'この分野だけから出題。例：1,3（指定しなければすべて）' },
    role: { name: 'ロール', description: 'メンションするロール。@everyoneならメンションなし' },
    thread: { name: 'スレッド', description: '問題ごとに話し合い用のスレッドを作ります' },
    closeAfter: {
      name: '締切',
      description: '締め切るまでの時間。例：12時間、90分、2日（指定しなければ次の投稿まで）',
    },
    list: { name: '一覧', description: 'このサーバーの今日の一問すべてと、その状況' },
    pause: { name: '一時停止', description: '再開するまで投稿を止めます' },
    resume: { name: '再開', description: '一時停止した投稿を再開、またはスキップを取り消します' },
    remove: { name: '削除', description: 'チャンネルの今日の一問を終了します' },
    skip: { name: 'スキップ', description: '次の投稿を1回休みます' },
    postNow: { name: '今すぐ投稿', description: '1問だけ今すぐ追加で投稿します。予定はそのままです' },
    preview: {
      name: 'プレビュー',
      description: '次の投稿日時と出題分野を表示します（問題は見えません）',
    },
  },
  weekdays,
  duration,
  ownPack: (name) => `自作パック：${name}`,
  ownDomains: (pack, names) => `自作パック：${pack}（${list(names)}）`,
  allDomains: 'すべての分野（試験での配点比率どおり）',
  timing: (time, zone, days) => `${days} ${time}（${zone}）`,

  setIn: (channel) => `${channel} に今日の一問を設定しました`,
  changedIn: (channel) => `${channel} の今日の一問を変更しました`,
  nextPosts: '**次の投稿**',
  setFoot:
    '投稿できなくなった場合は再試行を続け、一度だけDMでお知らせします。`/今日の一問 一覧` で状況を確認できます。',
  tooMany: (most) =>
    `今日の一問は1サーバーに${most}件までです。先に \`/今日の一問 削除\` で1件削除してください。`,
  takenJustNow:
    'たった今、ほかの人がこのチャンネルの今日の一問を変更しました。`/今日の一問 一覧` を確認してください。',
  paused: (channel) =>
    `${channel} の今日の一問を一時停止しました。\`/今日の一問 再開\` まで投稿せず、その間の分もあとから補いません。`,
  pausedAlready: (channel) =>
    `${channel} の今日の一問は一時停止中です。\`/今日の一問 再開\` で再開できます。`,
  removed: (channel) =>
    `${channel} の今日の一問を削除しました。投稿済みの問題は残り、受付中の問題は予定どおり締め切ります。`,
  skipsAlready: (channel) =>
    `${channel} の次の問題はすでにスキップする予定です。\`/今日の一問 再開\` で取り消せます。`,
  resumed: (channel) => `${channel} での投稿を再開します。`,
  unskipped: (channel) => `${channel} のスキップを取り消しました。`,
  runsAlready: (channel) => `${channel} の今日の一問は、すでに動いています。`,
  skipped: (when, channel) =>
    `${channel} の${when}の投稿をスキップします。\`/今日の一問 再開\` で取り消せます。`,
  goneJustNow: 'たった今、ほかの人がこの今日の一問を削除しました。何も変更していません。',
  queued: (channel, closes) => `追加の1問を ${channel} に送っています。予定はそのままです。締切：${closes}`,
  pingedToday: '今日はすでに追加の問題でメンションしたため、今回はメンションしません。',
  onItsWay: (channel) =>
    `${channel} への問題が送信待ちです。時間がかかるときは \`/今日の一問 一覧\` で理由を確認できます。`,
  noQuestion:
    'このサーバーの試験バージョンには、まだ問題がありません。`/セットアップ サーバー` で別のバージョンを選んでください。',
  in: (channel) => `${channel} の今日の一問`,
  pausedNext: '**一時停止中。** `/今日の一問 再開` のあとの投稿予定',
  turn: (id, name, weight) => `**次の分野：** 分野${id}、${name}（試験の${percent(weight / 100)}）`,
  exhausted: 'この範囲の問題はここですべて出題済みのため、出題から最も日がたった問題をもう一度出します。',
  fresh: 'このチャンネルでまだ出していない問題です。',
  drawnLater: '問題は投稿のときに選ぶので、事前には誰にもわかりません。',
  held: {
    posted: '今日の問題は投稿済みのため、次の日程から適用します。',
    skipped: '今日の問題はスキップしたため、次の日程から適用します。',
  },
  howToPing,
  silent: (role) => `ボットはまだ ${role} にメンションできません。${howToPing}`,
  silentUnknown: `ボットはまだこのロールにメンションできません。${howToPing}`,
  lacks: (channel, names) =>
    `${channel} にまだ投稿できないため、何も変更していません。そこで次の権限をボットに付けてから、もう一度試してください：${list(names)}`,
  bad: {
    time: (typed) =>
      `「${typed}」は時刻として読み取れません。\`07:30\`、\`7時30分\`、\`午後7時\` のように入力してください。`,
    zone: (typed) =>
      `「${typed}」というタイムゾーンは見つかりません。都市名を入力して候補から選ぶか、\`Asia/Tokyo\` のように入力してください。`,
    zoneLike: (zones) => `もしかして：${choice(zones)}`,
    weekdays: (typed) =>
      `「${typed}」は曜日として読み取れません。\`毎日\`、\`平日\`、\`月曜,水曜,金曜\` のように入力してください（数字なら1が月曜）。`,
    domains: (typed, names) =>
      `この試験バージョンに「${typed}」という分野はありません。\`1,3\` のような番号か \`すべて\` を入力してください。分野：${list(names)}`,
    'close-after': (typed) =>
      `「${typed}」は時間として読み取れません。\`12時間\`、\`90分\`、\`2日\`（最長7日）、または \`次の投稿まで\` と入力してください。`,
  },
  roleGone: 'ロールが削除されたためメンションなし',
  roleRefused: (role) =>
    `あなた自身が ${role} にメンションできないため、ボットからもメンションしません。誰でもメンションできるロールを選ぶか、そのチャンネルで \`@everyone、@here、全てのロールにメンション\` の権限がある管理者に頼んでください。`,
  wrongChannel: (channel) =>
    `${channel} には直接投稿できないため、何も変更していません。テキストチャンネルかアナウンスチャンネルを選んでください。`,
  tooSoon: (channel, when) =>
    `${channel} に追加の問題を送ってから、まだ1分たっていません。次に投稿できるのは${when}です。`,
  sentOn: (channel) => `送信待ちだった問題を ${channel} に送っています。`,
  when: (timing) => `**日時：** ${timing}`,
  what: (choice) => `**内容：** ${choice}`,
  how: (role, thread) => `**形式：** ${role}、${thread}`,
  pings: (role) => `${role} にメンション`,
  pingsNobody: 'メンションなし',
  withThread: 'スレッドあり',
  withoutThread: 'スレッドなし',
  allByWeight: 'すべての分野（配点比率どおり）',
  someDomains: (ids) => `分野${list(ids)}`,
  openUntilNext: (what) => `${what}、次の投稿まで受付`,
  openFor: (what, time) => `${what}、受付時間${time}`,
  none: 'このサーバーにはまだ今日の一問がありません。`/今日の一問 設定` で始められます。',
  noneHere: (others) =>
    `このチャンネルに今日の一問はありません。\`チャンネル\` を指定してください。設定済み：${list(others)}`,
  noneIn: (channel, others) => `${channel} に今日の一問はありません。設定済み：${list(others)}`,

  list: {
    title: '今日の一問の一覧',
    paused: '一時停止中',
    running: '動作中',
    failing: (reason) => `**エラー**、${reason}`,
    short: (channel, time, state) => `${channel} ${time}：${state}`,
  },
  state: {
    paused: '一時停止中。`/今日の一問 再開` で再開できます。',
    running: (next, relative) => `動作中。次回：${next}（${relative}）`,
    skips: (date) => `スキップ：${date}。`,
    failing: (reason) => `**エラー：** ${reason}。`,
    retry: (when) => `次の再試行：${when}。`,
    givenUp: (next) => `その問題の投稿は取りやめました。次回：${next}。`,
    mended: '復旧しました。送信待ちだった問題を送っています。',
    reveal: (reason) => `**前回の正解を表示できませんでした：** ${reason}。\`/履歴\` で確認できます。`,
  },
  reason: {
    noChannel: 'チャンネルがなくなったか、見られなくなりました',
    refused: 'そこへの投稿がDiscordに許可されていません',
    mayNotChange: 'そこでのメッセージの変更がDiscordに許可されていません',
    code: (code) => `Discordに拒否されました（コード${code}）`,
    lacks: (names) => `${list(names)}の権限がありません`,
  },
  degraded: {
    title: (channel) => `${channel} に今日の一問を投稿できませんでした`,
    reveal: (channel) => `${channel} で今日の一問の正解を表示できませんでした`,
    reason: (reason) => `理由：${reason}。チャンネルの設定を直してください。`,
    code: (code) =>
      `Discordにコード${code}で拒否されました。設定では直せないことが多いので、このコードをボットの運営者に伝えてください。`,
    kept: '何も失われていません。正解は `/履歴` で、状況はサーバーの `/今日の一問 一覧` で確認できます。',
    goesOn: '再試行を続け、復旧すれば自動で再開します。状況はサーバーの `/今日の一問 一覧` で確認できます。',
    once: 'このお知らせは、設定した方に一度だけお送りしています。',
  },
  recap: {
    result: (answers, right) =>
      `**今日の一問：** 回答${number(answers)}件、正解${right}件（${percent(right / answers)}）。正解は上に表示しています。`,
    next: (date, relative) => `次の問題：${date}（${relative}）`,
    posted: (channel) => `次の問題は、もう ${channel} にあります。`,
  },

  setup: {
    line: '今日の一問',
    chooseChannel: (timing) => `チャンネルを選ぶと始まります：${timing}。`,
    channel: '今日の一問のチャンネル',
    role: 'メンションするロール（空欄ならなし）',
    chooseTime: '時刻を選ぶ',
    otherTime: 'ほかの時刻',
    chooseWeekdays: '曜日を選ぶ',
    pause: '一時停止',
    resume: '再開',
    roleGone: 'ロールが削除されたため、メンションしません。',
    noPing: 'メンションしない',
    later: (dates) => `その後：${list(dates)}`,
    gone: (channel) =>
      `**${channel} がなくなったか、見られません：** 別のチャンネルを選ぶか、ボットが見られるようにしてください。`,
    lacks: (channel, names) =>
      `**${channel} で権限が足りません：** ${list(names)}。権限を付けるか、別のチャンネルを選んでください。`,
    wrongKind: (channel) =>
      `**${channel} には直接投稿できません：** テキストチャンネルかアナウンスチャンネルを選んでください。`,
    testPost: 'テスト投稿',
    moreChannels: 'チャンネルの追加や分野の指定は `/今日の一問 設定` でできます。',
    firstOf: 'ここで変更できるのは1つ目です。ほかは `/今日の一問 設定` で変更できます。',
    timeModal: {
      title: '今日の一問',
      label: '現地時刻',
      description: '例：07:30、7時30分、午後7時',
    },
    option: {
      channel: { name: 'チャンネル', description: '今日の一問を投稿するチャンネル' },
      time: { name: '時刻', description: '今日の一問の現地時刻。例：07:30、午後7時' },
      role: { name: 'ロール', description: '今日の一問でメンションするロール。@everyoneならなし' },
    },
    zoneFollows: '今日の一問もこれに合わせます。',
    started: (channel) =>
      `${channel} で今日の一問が始まります。投稿できなくなった場合は、一度だけDMでお知らせします。`,
    saved: (channel) => `${channel} の設定を保存しました。`,
    channelTaken: (channel) =>
      `${channel} にはすでに今日の一問があります。\`/今日の一問 設定\` で変更、\`/今日の一問 削除\` で終了できます。`,
    channelFirst: '先に今日の一問のチャンネルを選んでください。',
    channelKept:
      'チャンネルはそのままです。止めるには `/今日の一問 一時停止` か `/今日の一問 削除` を使ってください。',
    testQueued: (channel) =>
      `${channel} にテスト問題を送っています。10分後に締め切り、ポイントは付きません。`,
    noQuestion: 'このバージョンにはまだ問題がありません。別のバージョンを選んでください。',
    testTooSoon: (channel, when) =>
      `${channel} にテスト問題を送ってから、まだ1分たっていません。次に送れるのは${when}です。`,
    more: (count) => `ほか${count}件：\`/今日の一問 一覧\``,
    logged: (channel) => `${channel} の今日の一問`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `${time}後に締切`,
    loggedThread: 'スレッド',
    loggedDomains: (ids) => `分野${ids}`,
    loggedSkips: (date) => `${date}をスキップ`,
    loggedActive: '動作中',
    loggedPaused: '一時停止中',
  },
};
