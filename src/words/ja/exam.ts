// 模試：開始、画面、終わったあと。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;
const questions = (count: number) => `${number(count)}問`;
const minutes = (count: number) => `${number(count)}分`;

export const exam: Words['exam'] = {
  command: {
    exam: { name: '模試', description: '自分だけの模試。時間は本番と同じです' },
    start: { name: '開始', description: '模試を始めます' },
    continue: { name: '再開', description: '受験中の模試を、新しいメッセージで続けます' },
    history: { name: '履歴', description: 'これまでの模試すべてと、スコアの推移' },
    result: { name: '本番結果', description: '本番の試験の結果を記録します。見えるのは自分だけです' },
    size: { name: '長さ', description: '模試の長さ（指定しなければフル模試）' },
    domain: { name: '分野', description: '試験の1つの分野だけ' },
    extraTime: { name: '延長', description: '非ネイティブ向けの措置と同じ、30分の延長' },
    edition: { name: 'バージョン', description: 'ここで使っているものとは別の試験やバージョン' },
    passed: { name: '合格', description: '合格したかどうか' },
    score: { name: 'スコア', description: 'スコアレポートのスケールスコア、100〜1,000' },
    date: { name: '受験日', description: '受験した日。例：2026-12-05（指定しなければ今日）' },
  },
  sizes: { full: 'フル模試', half: 'ハーフ模試', domain: '分野別模試' },
  title: (size, code) => `${size}、${code}`,
  titleOf: (size, code, domain) => `${size}、${code} · ${domain}`,
  intro: {
    what: (count, time) =>
      `**${questions(count)}、${minutes(time)}。** *始める* を押すと時計が動き出します。`,
    extra: (time) => `うち${minutes(time)}は延長時間です。`,
    unscored: (count) => `本番と同じく${questions(count)}は採点対象外で、どれかは誰にもわかりません。`,
    rules:
      '正誤は最後までわかりません。回答は変更でき、問題にフラグを付けて後回しにもできます。最後まで未回答の問題は不正解になります。',
    goesOn: 'Discordを閉じても時計は進みます。`/模試 再開` で戻れます。',
    practice: 'ランキングには一切影響しません。',
    begin: '始める',
  },
  position: (position, size) => `問題 ${position}/${size}`,
  flagged: 'フラグあり',
  ends: (when) => `終了：${when}`,
  away: (time) => `ボット停止のため${minutes(time)}延長`,
  yourAnswer: (letters) => `あなたの回答：**${list(letters)}**`,
  unanswered: '未回答',
  previous: '前へ',
  next: '次へ',
  flag: 'フラグを付ける',
  unflag: 'フラグを外す',
  overview: '一覧',
  grid: {
    title: (answered, size) => `${size}問中${answered}問回答済み`,
    counts: (open, flagged) => `未回答${questions(open)}、フラグ${questions(flagged)}`,
    legend: '`■` 回答済み、`□` 未回答、`*` フラグ',
    jump: '問題へ移動',
    state: { answered: '回答済み', open: '未回答' },
    filters: { all: 'すべて', open: '未回答のみ', flagged: 'フラグのみ' },
    none: {
      all: '問題がありません。',
      open: '未回答の問題はありません。',
      flagged: 'フラグを付けた問題はありません。',
    },
    back: (position) => `問題${position}に戻る`,
    submit: '提出',
  },
  confirm: {
    title: '模試を提出しますか？',
    open: (count) =>
      count === 0
        ? 'すべての問題に回答済みです。'
        : `**未回答が${questions(count)}**あり、不正解になります。`,
    final: '提出後は何も変更できません。',
    yes: '提出する',
    no: '問題に戻る',
  },
  running: {
    title: '受験中の模試があります',
    what: (title, answered, size) => `**${title}**：${size}問中${answered}問回答済み。`,
    how: '続けるか、提出してください。そのあとで別の模試を始められます。',
    go: '続ける',
  },
  nextStep: (open) => ({
    what: '模試の続きを解く',
    why:
      open === 0
        ? '時計が動いています。すべて回答済みなので、提出しましょう。'
        : `時計が動いています。未回答は${questions(open)}です。`,
    button: '続ける',
  }),
  none: '受験中の模試はありません。`/模試 開始` で始め、`/模試 履歴` でこれまでの模試を確認できます。',
  gone: 'この模試は終了したか、ほかの人のものです。自分の模試は `/模試 履歴` で確認できます。',
  noQuestions: '該当する問題がありません。試験、バージョン、分野を一覧から選んでください。',
  result: {
    right: (right, size) => `${size}問中${right}問正解（${percent(size === 0 ? 0 : right / size)}）`,
    timeUp: '時間切れのため、そのまま提出しました。',
    submitted: (when) => `提出：${when}。`,
    open: (count) => `未回答は${questions(count)}でした。`,
    score: ({ score, low, high }, pass) =>
      `**推定スコア${number(score)}**（${number(low)}〜${number(high)}）。${number(pass)}以上で合格です。`,
    verdict: {
      above: 'この問題集の難しさで見るかぎり、範囲全体が合格ラインを上回っています。',
      around: '合格ラインが範囲の中にあります。今の実力では、どちらの結果もありえます。',
      below: '範囲全体が合格ラインを下回っています。',
    },
    basis: (scored) =>
      `採点対象の${questions(scored)}からの推定です。試験の実施団体のスコア換算方法は公開されていません。`,
    domain: (name, right, items) => `**${name}**：${items}問中${right}問`,
    meets: '水準クリア',
    needsWork: '要強化',
    domains: '分野別',
    time: (median) => `1問あたりの時間：中央値${median}。`,
    slowest: (positions) => `長かった問題：${list(positions)}。`,
    slow: (position, time) => `問題${position}（${time}）`,
    missed: (count) => `不正解（${count}）`,
    flagged: (count) => `フラグ（${count}）`,
    everything: 'すべての問題',
    toReview: '不正解を復習に追加',
    share: '結果を共有',
    back: '結果に戻る',
  },
  review: {
    title: { missed: '不正解', flagged: 'フラグ', all: 'すべての問題' },
    place: (index, count) => `${index}/${count}`,
    right: '正解',
    wrong: '不正解',
    open: '未回答',
  },
  added: (count) =>
    count === 0 ? 'すべて、すでに復習に入っています。' : `${questions(count)}を復習に追加しました。`,
  sharing: {
    ask: 'ここのみんなに何を見せますか？',
    score: '正解数とスコア',
    domains: '分野別の結果も',
  },
  shared: (name, title) => `${name} が模試を終えました：${title}`,
  history: {
    title: 'これまでの模試',
    empty: 'まだ模試を受けていません。`/模試 開始` で始められます。',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${size}問中${right}問（${percent(size === 0 ? 0 : right / size)}）`,
    score: (score) => `約${number(score)}`,
    trend: (change, since) =>
      change > 0
        ? `直近${since}回のフル・ハーフ模試で、推定スコアは${number(change)}上がりました。`
        : change < 0
          ? `直近${since}回のフル・ハーフ模試で、推定スコアは${number(-change)}下がりました。`
          : `直近${since}回のフル・ハーフ模試で、推定スコアは変わっていません。`,
    open: '見直す模試を選ぶ',
    real: (when, code, passed) => `${when} · 本番の${code}：${passed}`,
    passed: (score) => (score === null ? '**合格**' : `**合格**、${number(score)}`),
    failed: (score) => (score === null ? '不合格' : `不合格、${number(score)}`),
  },
  told: {
    passed: (code) => `${code}の合格、おめでとうございます！ 記録しました。見えるのはあなただけです。`,
    failed: (code) =>
      `記録しました。見えるのはあなただけです。次に${code}を受ける前に、\`/模試 開始\` で今の実力を確かめられます。`,
    why: 'この記録は、推定の正確さの検証にも役立ちます。`/プライバシー 削除` で削除できます。',
    badDate: '**受験日**：今日までの日付を `2026-12-05` のように入力してください。',
    badScore: (least, most) => `**スコア**：${number(least)}から${number(most)}までの数を入力してください。`,
    contradiction: (pass) => `**スコア**と**合格**が合いません。${number(pass)}以上で合格です。`,
  },
};
