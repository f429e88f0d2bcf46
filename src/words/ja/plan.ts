// 学習プラン、次にやること、週ごとのDM。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;
const weeks = (count: number) => `${number(count)}週間`;
const days = (count: number) => `${number(count)}日`;
const lessons = (count: number) => `レッスン${number(count)}件`;
const questions = (count: number) => `問題${number(count)}問`;
const reviews = (count: number) => `復習${number(count)}件`;
const minutes = (count: number) => `${number(count)}分`;
const hours = (count: number) => `${number(count)}時間`;

export const plan: Words['plan'] = {
  command: {
    plan: { name: '学習プラン', description: '試験日までの、週ごとの学習プラン' },
    examDate: { name: '試験日', description: '試験の日。例：2026-12-24' },
    hours: { name: '時間', description: '週に使える時間（指定しなければ必要なだけ）' },
    next: { name: '次にやること', description: '今やるとよいことを、理由とともに1つ提案します' },
  },
  noPlan: (exam) => `${exam}の学習プランはまだありませんが、\`/次にやること\` で今やることは見つかります。`,
  date: {
    unreadable: (typed, example) =>
      `**試験日**：「${typed}」は日付として読み取れません。\`${example}\` のように入力してください。`,
    past: (typed) => `**試験日**：「${typed}」は過ぎています。明日以降の日付を選んでください。`,
    tooFar: (typed) => `**試験日**：「${typed}」は1年より先です。もっと近い日付を選んでください。`,
  },
  none: {
    title: (code) => `${code}への道のり`,
    what: 'プランは、レッスン、問題、復習、ハンズオン、模試など、週ごとにやることを示します。終えたものは自動でチェックされ、できなかった日の分は組み直されます。',
    date: '試験日が決まっている場合は `/学習プラン 試験日:` を使ってください。まだなら、今日から始めましょう：',
    line: (name, count, each) => `**${name}**：${weeks(count)}、週に約${hours(each)}`,
  },
  over: {
    title: (code, when) => `${code}の試験日は${when}でした`,
    today: (code) => `今日は${code}の試験日です`,
    how: '結果を `/模試 本番結果` で記録しましょう。見えるのは自分だけです。まだ受けていない場合は、`/学習プラン 試験日:` で日付を変更できます。',
    luck: 'できることはやりました。当日の流れを読んだら、画面を閉じて深呼吸を。応援しています！',
  },
  title: (code, when) => `学習プラン：${code}、${when}`,
  place: (week, all, left) => `第${number(week)}週（全${number(all)}週） · 残り${days(left)}`,
  hours: (each) => `週に約${hours(each)}`,
  successor: (old, until, code) =>
    `**このプランは${code}用です：** ${old}の受験は${until}までです。これまでの学習は失われません。`,
  provisional: (code) => `${code}の出題範囲は未確定です。確定したらプランに反映します。`,
  thisWeek: '今週：',
  nextWeek: '来週：',
  week: (week) => `第${number(week)}週：`,
  span: (from, to) => `${from}〜${to}`,
  done: '完了',
  moreLessons: (count) => `□ ほか${lessons(count)}`,
  questions: (done, all) => `問題：${number(all)}問中${number(done)}問`,
  reviews: (done, all) => `復習：${number(all)}件中${number(done)}件`,
  task: (title) => `ハンズオン：${title}`,
  mocks: { full: '模試：フル', half: '模試：ハーフ', domain: '模試：苦手分野' },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: 'ハンズオン',
  leftOut: (tasks, mocks) =>
    `時間に合わせて省いたもの：${list([
      ...(tasks > 0 ? [`ハンズオン課題${number(tasks)}件`] : []),
      ...(mocks > 0 ? [`模試${number(mocks)}回`] : []),
    ])}。`,
  isOver: (needed, each) =>
    `⚠️ 約${hours(needed)}かかり、${hours(each)}を超えます。時間を増やすか、試験日を遅らせると収まります（\`/学習プラン\`）。`,
  buttons: {
    next: '次は何をする？',
    all: 'すべての週',
    task: 'ハンズオン',
    day: '試験当日',
    ics: 'カレンダーファイル',
    booked: '予約しました',
    back: 'プランに戻る',
    earlier: '前へ',
    later: '次へ',
  },
  remind: {
    start: '毎週お知らせを受け取る',
    stop: 'お知らせを止める',
    refused:
      '⚠️ 毎週のお知らせを送れませんでした。DiscordでDMが許可されていません。このボットからのDMを許可してから、*毎週お知らせを受け取る* を押してください。',
    none: '試験日までに始まる週はもうないため、お知らせすることはありません。',
  },
  handsOn: {
    place: (time, about) => `${minutes(time)} · レッスン${list(about)}`,
    steps: '手順',
    cleanUp: '後片付け：',
    cost: '費用：',
    done: '完了にする',
    notDone: '完了を取り消す',
  },
  day: {
    title: '試験当日',
    choose: '読みたい項目',
    nothing: 'この試験の当日についての案内は、まだありません。',
  },
  calendar: {
    name: (code) => `${code}の学習プラン`,
    how: 'プランのカレンダーファイルです。あとでもう一度取り込むと、週の予定が更新され、重複はしません。',
    week: (week, code) => `${code}の学習 第${number(week)}週`,
    exam: (code) => `試験：${code}`,
    examHow: '応援しています！ 当日の流れは /学習プラン で確認できます。',
  },
  next: {
    nothing: 'ここでできることはありません。試験が読み込まれていません。',
    takes: (time) => `約${minutes(time)}`,
    other: 'ほかの提案',
    lessonQuestions: 'このレッスンの問題を5問',
    makePlan: (code) => ({
      what: 'プランを作る',
      why: `${code}に向けて毎週やることがわかり、直前に慌てずにすみます。`,
      button: 'プランを作る',
    }),
    examOver: (code) => ({
      what: '試験の結果を記録する',
      why: `予定していた${code}の試験日が過ぎました。日付の変更や、新しいプランの開始もできます。`,
      button: 'プランを見る',
    }),
    examDay: (code, left) => ({
      what: '試験当日の流れを読む',
      why:
        left <= 0
          ? `今日は${code}の試験日です。`
          : left === 1
            ? `明日は${code}の試験日です。`
            : `あと${days(left)}で${code}の試験日です。`,
      button: '試験当日',
    }),
    book: (code, left) => ({
      what: `${code}の受験を予約する`,
      why: `試験日まであと${days(left)}です。人気の時間帯から埋まります。試験の実施団体のサイトで予約したら、ここで知らせてください。`,
      button: '予約しました',
    }),
    lesson: (title, isAhead) => ({
      what: `レッスン ${title}`,
      why: isAhead
        ? '今週の分は終わりました。プランの次のレッスンです。'
        : '今週のプランの次のレッスンです。',
      button: '読む',
    }),
    task: (title) => ({
      what: `ハンズオン：${title}`,
      why: '自分の手で作ったものは記憶に残ります。今週のプランに入っています。',
      button: '手順を見る',
    }),
    mock: {
      full: (_domain) => ({
        what: 'フル模試を受ける',
        why: '今週のプランに入っています。本番と同じ時間で、今の実力がわかります。',
        button: '模試を見る',
      }),
      half: (_domain) => ({
        what: 'ハーフ模試を受ける',
        why: '今週のプランに入っています。レッスンの内容がどれだけ身についたかがわかります。',
        button: '模試を見る',
      }),
      domain: (domain) => ({
        what: `分野別模試を受ける：${domain}`,
        why: '今週のプランに入っています。あなたのいちばん苦手な分野です。',
        button: '模試を見る',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `${number(count)}問答える：${domain}`,
      why: isPlanned
        ? '今週のプランに問題が残っています。あなたのいちばん苦手な分野です。'
        : 'いつ解いても力になります。今いちばん必要な分野です。',
      button: count === 1 ? '出題する' : `${number(count)}問出題する`,
    }),
  },
  digest: {
    title: (week, all) => `第${number(week)}週（全${number(all)}週）が始まります`,
    exam: (code, when) => `${code}、${when}`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [`模試${number(done.exams)}回`] : []),
      ];
      return parts.length === 0
        ? '先週はひと息つく週でしたね。プランを組み直したので、ここから続けられます。'
        : `先週：${list(parts)}。よくがんばりました！`;
    },
    now: '今週：',
    how: 'ここか学習グループのサーバーで `/次にやること` を使うと、やることが1つずつわかります。',
    result:
      '試験はいかがでしたか？ ここか学習グループのサーバーで `/模試 本番結果` を使って記録できます。見えるのは自分だけで、推定の正確さの検証にも役立ちます。',
    once: 'お尋ねするのは一度だけです。答えなくてもかまいません。',
    off: 'このDMはご希望によりお送りしています。`/学習プラン` で止められます。',
    answer: '今すぐ1問答える',
  },
};
