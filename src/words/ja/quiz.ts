// 出題と回答：コマンド、回答後の説明、ラウンド、履歴。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number, percent } = forms;

export const quiz: Words['quiz'] = {
  command: {
    quiz: { name: 'クイズ', description: 'シナリオ問題を出題します。みんなにも、自分だけにも' },
    topic: { name: 'テーマ', description: '分野、モジュール、レッスン、または用語' },
    count: { name: '問題数', description: '何問出すか（指定しなければ1問。複数ならスレッドで続きます）' },
    openFor: {
      name: '受付時間',
      description: '1問ごとの受付時間。例：30分、2時間、3日（指定しなければ30分）',
    },
    pace: { name: 'ペース', description: 'ラウンドの進む速さ（指定しなければ標準）' },
    private: { name: '自分だけ', description: '問題が見えるのは自分だけ。自分のペースで練習できます' },
    until: { name: 'いつまで', description: 'この日以前に締め切った問題。例：2026-11-26' },
    history: {
      name: '履歴',
      description: 'このチャンネルの締切済みの問題と、正解、解説、回答',
    },
  },
  paces: {
    relaxed: 'ゆっくり – 1問30分',
    brisk: '標準 – 1問3分',
    fast: '速い – 1問90秒',
  },
  counts: { 1: '1問', 5: '5問 – クイック', 10: '10問 – じっくり' },
  topic: (name, questions) => `${name}（${questions}）`,
  badOpenFor: '**受付時間**：1分から7日までの時間を、`30分`、`2時間`、`3日` のように入力してください。',
  unknownTopic: (typed, near) =>
    `この試験バージョンに「${typed}」の問題はありません。近いもの：${choice(near)}`,
  noQuestions:
    'この試験バージョンにはまだ問題がありません。サーバーでは管理者が `/セットアップ サーバー` で、それ以外では自分で `/設定 試験` から別の試験を選べます。',
  coolingDown: (when) =>
    `みんなが読めるように、出題は1問ずつです。次に出せるのは${when}です。それまで、上の問題に答えてみましょう。`,
  ownFull: (limit) =>
    `あなたが出した問題が、このチャンネルで${limit}問受付中です。どれかを締め切るか、終わるまでお待ちください。`,
  channelFull: (limit) =>
    `このチャンネルでは、すでに${limit}問が受付中です。どれかを締め切るか、自動で締め切られるまでお待ちください。`,
  exhausted: 'この範囲の問題はここですべて出題済みのため、出題から最も日がたった問題をもう一度出しました。',
  gone: 'この問題はもう利用できません。`/クイズ` で新しく始めてください。',
  closedAlready: 'この問題はもう締め切られました。数秒で正解が表示されます。',
  menu: {
    explain: 'この問題の解説を見る',
    notOurs:
      'これはこのボットの問題ではありません。ボットが投稿した問題か、あなたの回答への返信で使ってください。',
  },
  stillOpen: 'この問題はまだ受付中です。正解と解説は締切後に表示されます。',
  thread: {
    exam: (size, date) => `クイズ ${date}：${number(size)}問`,
    topic: (topic, date) => `${topic}、${date}`,
  },

  verdict: {
    right: (mine) => `**正解！** あなたの回答：${mine}`,
    wrong: (mine, key) => `**不正解**：あなたの回答は${mine}、正解は${key}です。`,
    partly: (right, picks) =>
      `選んだ${picks}個のうち、合っていたのは${number(right)}個です。本番と同じく、すべて合って正解になります。`,
    already: 'この問題には回答済みです',
    firstCounts: (verdict) => `有効なのは最初の回答です。${verdict}`,
    key: (letters) => `正解は**${list(letters)}**です。`,
  },
  yourChoice: 'あなたの回答',
  points: (points) => `**+${number(points)}**ポイント`,
  noPoints: 'ポイント対象：今回は0ポイントです。',
  practice: {
    private: '練習、ポイントなし：自分だけの問題はポイントの対象外です。',
    test: '練習、ポイントなし：テスト投稿はポイントの対象外です。',
    late: '練習、ポイントなし：締切後の回答です。',
    'answered-before': '練習、ポイントなし：過去90日以内に、この問題にポイント対象の回答をしています。',
    'key-seen': '練習、ポイントなし：過去7日以内に、この問題を練習したか正解を見ています。',
  },
  another: '似た問題をもう1問',
  next: '次へ',
  result: '結果',
  documentation: (page) => `読む：${page}`,

  round: {
    finished: (right, size) => `ラウンド終了：${size}問中${right}問正解`,
    isPractice: '自分だけの問題は練習です。連続記録には数えますが、ランキングには影響しません。',
    again:
      '`/クイズ 自分だけ:True` で次のラウンドを始められます。`/次にやること` は、今おすすめのことを提案します。',
    resumed: '途中だったラウンドの続きです。',
    end: 'このラウンドを終了',
    which: (answered, size) =>
      `途中のラウンドがあります：${size}問中${answered}問回答済み。どちらにしますか？ 新しく始めると、途中のラウンドはそこで終了します。`,
    goOn: '途中のラウンドを続ける',
    instead: '新しく始める',
  },
  sure: {
    'waited-for': (members) => `前の問題に答えた**${number(members)}人**が、この問題にまだ答えていません。`,
    answered: (members) =>
      `この1分間に**${number(members)}人**が回答しました。これから答える人がいるかもしれません。`,
    close: 'それでも締め切る',
    end: 'それでもラウンドを終了',
    done: {
      question: '問題を締め切りました。数秒で正解が表示されます。',
      round: 'ラウンドを終了しました。数秒で結果が表示されます。',
    },
  },
  closedReply: (right, answers) => `締切：**回答${answers}件中${right}件**が正解。`,
  outcome: {
    'all-asked': 'ラウンドが終わりました',
    ended: 'ラウンドを終了しました',
    silence: '2問続けて回答がなかったため、ラウンドはここまでです',
    stuck: '次の問題を表示できないため、ラウンドはここまでです',
    'shut-out': 'ラウンドの場所に次の問題を投稿する権限がないため、ラウンドはここまでです',
    delayed: 'Discordへの次の問題の投稿が間に合わなかったため、ラウンドはここまでです',
    nobody: '時間内の回答はありませんでした。',
    winner: (names, right, size) => `🏆 優勝は ${list(names)}！ **${size}問中${right}問**正解でした。`,
    row: (right, size, points) => `${size}問中${right}問正解 · ${points}`,
    points: (points) => `${number(points)}ポイント`,
    more: (members) => `ほか${number(members)}人`,
    question: (position) => `問題${position}`,
    hardest: (question, right, answers) =>
      `最難問：${question}、回答${answers}件中${right}件正解（${percent(right / answers)}）`,
    fastest: (name, seconds, position) => `最速の正解：${name}、${number(seconds)}秒（問題${position}）`,
    again: 'もう1ラウンド',
    mistakes: '間違えた問題',
  },
  mistakes: {
    title: (count) => `${number(count)}問間違えました`,
    none: 'このラウンドでは1問も間違えませんでした。',
    tookNoPart: 'このラウンドでは1問も答えていません。',
    choose: '解説をもう一度読む',
  },
  closedHere: {
    none: 'このチャンネルには、まだ締切済みの問題がありません。`/クイズ` で始めると、終わったあとここに表示されます。',
    title: 'このチャンネルの締切済みの問題',
    hint: '選ぶと、正解、解説、みんなの回答を確認できます。',
    choose: '問題を選ぶ',
    until: (date) => `${date}まで`,
    noneSuch:
      '条件に合う締切済みの問題はありません。`テーマ` か `いつまで` を外すと、ほかの問題も見られます。',
    unknownDay: (typed) =>
      `「${typed}」は日付として読み取れません。2026-11-26のように入力するか、\`いつまで\` の候補から選んでください。`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: '新しい問題',
    older: '古い問題',
  },
};
