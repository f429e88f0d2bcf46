// 実力と、試験でのその意味：画面、根拠の説明。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, date } = forms;

export const progress: Words['progress'] = {
  command: {
    progress: { name: '進捗', description: '合格への準備状況：スコア、合格の見込み、分野、効果的な学習' },
    member: { name: 'メンバー', description: '誰の進捗を見るか（指定しなければ自分）' },
  },
  memberIsBot: '**メンバー**：ボットは試験を受けません。人を選んでください。',
  memberNotHere:
    '**メンバー**：ほかの人の進捗は、このボットのいるサーバーで、そのメンバーのものだけ見られます。サーバーで選んでください。',
  notVisible: 'このメンバーは進捗を公開していません。`/進捗` だけなら自分の進捗が見られます。',
  noExam:
    'この試験にはまだ問題がありません。サーバーでは管理者が `/セットアップ サーバー` で、それ以外では自分で `/設定 試験` から別の試験を選べます。',
  basis: (answers) => `回答${number(answers)}件から`,
  title: (code) => `あなたの進捗：${code}`,
  titleOf: (name, code) => `${name} の進捗：${code}`,
  nothing: {
    own: 'まだ何もわかりません。最初の回答から始まります。30問の `/診断` なら、いちばん多くのことがわかります。',
    other: 'このメンバーについては、まだ何もわかりません。',
  },
  score: ({ median, low, high }, pass) =>
    `**推定スコア${number(median)}**（${number(low)}〜${number(high)}）。${number(pass)}以上で合格です。`,
  chance: (share, words) => `**今日受験した場合の合格の見込み：${percent(share)}**。${words}。`,
  chanceWords: {
    'very-likely': 'とても有望です',
    likely: '有望です',
    even: 'どちらもありえます',
    unlikely: 'まだ難しそうです',
    'very-unlikely': 'まだ早いようです',
  },
  ceiling: (oneIn) =>
    `実力を正確に知っていても、約${number(oneIn)}回に1回は合否の予想が外れます。この問題集の難しさをもとにした推定であり、結果を保証するものではありません。`,
  missing: (count) =>
    `**合格の見込みを出すには回答が足りません：** 対象になる回答があと${number(count)}件必要です。\`/診断\` なら一度に30問答えられます。`,
  domains: '分野別の予想正答率',
  domain: (name, { median, low, high }, count) =>
    `**${name}**：${percent(median)}（${percent(low)}〜${percent(high)}）、回答${number(count)}件から`,
  domainMissing: (name, count) => `**${name}**：回答が足りません。あと${number(count)}件必要です`,
  tasks: (covered, all) => `**学習済みのタスクステートメント：** ${all}件中${covered}件`,
  tasksOpen: (names, more) =>
    more === 0 ? `残り：${list(names)}。` : `残り：${names.join('、')}、ほか${number(more)}件。`,
  trend: (steps) => `**週ごとの推移：** ${steps.join(' → ')}`,
  raise: 'スコアを最も伸ばすもの',
  raiseLine: (title, by) => `${title}：約${number(by)}点`,
  record: (count, inside, brier) =>
    inside === null
      ? `これまでの本番の結果${number(count)}件：ブライアスコア${number(brier)}（0が完璧、0.25がコイン投げ）。`
      : `これまでの本番の結果${number(count)}件：スコアの${percent(inside)}が示した範囲内、ブライアスコア${number(brier)}（0が完璧、0.25がコイン投げ）。`,
  quizOf: (title) => `クイズ：${title}`,
  withQuiz: (line, topic) => `${line}：\`/クイズ テーマ:${topic} 自分だけ:True\``,
  why: {
    ask: '根拠を知りたい項目を選ぶ',
    title: (what) => `根拠：${what}`,
    topics: {
      score: '推定スコア',
      chance: '合格の見込み',
      tasks: 'タスクステートメント',
      trend: '週ごとの推移',
      raise: 'スコアを最も伸ばすもの',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) =>
      `過去400日の回答${number(given)}件のうち、対象になる**${number(counted)}件**にもとづいています。`,
    worth: (sum, oldest) =>
      `合わせて、新しい回答${number(sum)}件分の重みがあります。最も古いものは${date(oldest)}です。`,
    weights:
      '重み：初めての問題はそのまま、21日より後の再回答は半分、それより早い再回答は数えません。回答の重みは30日で半分になります。正解を見てから1週間以内の回答は数えません。',
    difficulty: (learned, all) =>
      `問題の難しさは全員の初回の回答から求めます。${number(all)}問のうち${number(learned)}問に回答があり、残りは設定された難易度どおりとみなします。`,
    prior: '回答がないうちは平均的なメンバーとみなし、回答が増えるほど推定があなた自身に近づきます。',
    sittings:
      'あなたと同じように答えた仮想のメンバー2,000人が、一度ずつ受験します。その中央値がスコアで、10人中9人が範囲に入ります。',
    scale: (mark, doubt) =>
      `試験の実施団体が正解数をスコアに換算する方法は公開されていません。当て推量から、正答率${percent(mark)}（±${percent(doubt)}）の合格ラインを通り、全問正解まで、直線で結べると仮定しています。`,
    ofDomain: (offset) =>
      offset >= 0
        ? '回答から見るかぎり、この分野は試験全体より得意です。'
        : '回答から見るかぎり、この分野は試験全体より苦手です。',
    newest: '対象になる最新の回答：',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? '正解' : '不正解'} · 重み${percent(weight)}`,
    none: '対象になる回答はまだありません。',
    tasks:
      'タスクステートメントは、その問題3問（3問未満ならすべて）に答えると学習済みになります。正誤は問いません。',
    task: (name, answered, all) => `${name}：${all}問中${answered}問`,
    trend:
      '各週の最後の推定を示します。見ていない週は、それまでの回答を、今わかっている問題の難しさで計算し直した値です。',
    raise:
      'レッスンごとに、そこでの回答がいちばん得意な分野と同じ水準になったら、スコアの中央値がどれだけ上がるかを示します。レッスンの比重は、分野の中での問題数に応じます。',
  },
};
