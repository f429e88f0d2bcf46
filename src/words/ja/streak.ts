// 連続記録：画面、回答による変化、リマインダー、節目。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;
const days = (count: number) => `${number(count)}日`;

export const streak: Words['streak'] = {
  command: {
    streak: { name: '連続記録', description: '自分の連続記録：今日、フリーズ、直近14日間' },
    member: { name: 'メンバー', description: '誰の連続記録を見るか（指定しなければ自分）' },
  },
  days,
  memberIsBot: '**メンバー**：ボットに連続記録はありません。人を選んでください。',
  memberNotHere:
    '**メンバー**：ほかの人の連続記録は、このボットのいるサーバーで、そのメンバーのものだけ見られます。サーバーで選んでください。',
  notVisible: 'このメンバーは連続記録を公開していません。`/連続記録` だけなら自分の記録が見られます。',
  none: {
    own: '連続記録はまだありません',
    ownHow: '1問答えれば、正誤にかかわらず始まります。`/クイズ` で1問解いてみましょう。',
    other: 'このメンバーにはまだ連続記録がありません。`/クイズ` でみんなに1問出題できます。',
  },
  title: (current) => (current === 0 ? '連続記録が途切れました' : `連続記録：${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `${name} の連続記録：今はありません` : `${name} の連続記録：${days(current)}`,
  todayOf: { done: '今日：達成', 'not-yet': '今日：まだ', paused: '今日：お休み' },
  today: {
    done: (ends) => `**今日：達成。** 次の1日は${ends}に始まります。`,
    paused: (ends) =>
      `**今日：お休み**なので何もしなくて大丈夫です。今日の終わりは${ends}です。回答すれば数えます。`,
    notYet: (ends) => `**今日：まだ。** \`/クイズ\` で1問答えれば達成です。今日の終わりは${ends}です。`,
    startsNext: (ends) =>
      `**今日：まだ。** \`/クイズ\` で1問答えると次の連続記録が始まります。今日の終わりは${ends}です。`,
  },
  longestIs: (length) => `最長：${days(length)}`,
  longest: (length) => `最長：**${days(length)}**`,
  nextMilestone: (length, toGo) => `次の節目：**${days(length)}**（あと${toGo}日）`,
  freezes: {
    full: (held, most) => `フリーズ：**${most}個中${held}個**所持、これ以上は持てません。`,
    next: (held, most, toGo) =>
      `フリーズ：**${most}個中${held}個**所持、あと${days(toGo)}回答すると次の1個がもらえます。`,
    covering: (count) => `ほかに${number(count)}個で、回答しなかった日を補います。`,
  },
  missing: {
    nothing: (needed) =>
      `${days(needed)}回答するごとにフリーズが1個もらえ、回答しなかった1日を自動で補います。`,
    freeze: {
      done: (length) => `明日回答しないと自動でフリーズを使い、連続記録は${days(length)}のままです。`,
      'not-yet': (length) => `今日回答しないと自動でフリーズを使い、連続記録は${days(length)}のままです。`,
      paused: (length) =>
        `お休みのあとに回答しない日があると自動でフリーズを使い、連続記録は${days(length)}のままです。`,
    },
    streak: {
      done: '明日回答しないと、連続記録が途切れます。',
      'not-yet': '今日回答しないと、連続記録が途切れます。',
      paused: 'お休みのあとに回答しない日があると、連続記録が途切れます。',
    },
  },
  reminderHint: '`/設定 リマインダー` をオンにすると、連続記録が途切れる前の晩にDMでお知らせします。',
  calendar: (count) => `直近${number(count)}日間`,
  calendarFrom: (from, to) => `${from}〜${to}`,
  marks: {
    answered: '回答',
    frozen: 'フリーズ使用',
    paused: 'お休み、またはボット停止',
    missed: '回答なし',
    'not-yet': 'まだ',
    before: '最初の回答より前',
  },
  grown: (length) => `🔥 連続記録：**${days(length)}**`,
  milestone: (length) => `🔥 連続記録：**${days(length)}** – 節目達成！`,
  frozen: (dates) =>
    `${list(dates)}の分をフリーズ${number(dates.length)}個で補いました。連続記録は続いています。`,
  broken: (length) => `${days(length)}の連続記録は途切れました。今日が次の1日目です。`,
  earned: (held) => `フリーズを1個獲得しました（所持${held}個）。回答しなかった1日を自動で補います。`,
  reminder: {
    title: (length) => `${days(length)}の連続記録：今日はまだ回答がありません`,
    how: (ends) =>
      `今日の終わりは${ends}です。1問答えれば、正誤にかかわらず続きます。ここか学習グループのサーバーで \`/クイズ\` を使ってください。`,
    freeze: (held, length) =>
      `回答がなければフリーズで今日を補い（所持${held}個）、連続記録は${days(length)}のままです。`,
    ends: '回答がなければ、連続記録は今日で途切れます。',
    answer: '今すぐ1問答える',
    off: 'このリマインダーはご希望によりお送りしています。`/設定 リマインダー` で止められます。',
  },
  milestones: (names) => `**連続記録の節目：** ${list(names)}。おめでとうございます！`,
  milestoneOf: (name, length) => `${name}（${days(length)}）`,
  ranking: {
    choice: '連続記録',
    mark: '🔥',
    title: '連続記録',
    scope: '今日現在（各自のタイムゾーン）',
    worth: days,
    beside: (length) => `${days(length)}連続`,
    empty: '今、連続記録のある人はいません。1問答えれば始まります。`/クイズ` で出題してみましょう。',
    nothing: '今は連続記録がありません。`/クイズ` の問題に1問答えると始まります。',
    rule: '連続記録はどこでの回答でも数えるため、分野と期間の指定は関係ありません。',
  },
};
