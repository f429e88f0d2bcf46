// サーバー独自の問題：作成、一覧、インポート、エクスポート。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;

const fields = {
  stem: '問題文',
  option: '選択肢',
  why: '解説',
  takeaway: '要点',
  reference: '参考リンク',
};
const optionLetter = (option: number | null) =>
  option === null ? '' : `${'ABCDEFGHIJ'[option] ?? option + 1}`;

export const authoring: Words['authoring'] = {
  command: {
    question: {
      name: '問題',
      description: 'サーバー独自の問題：作成、提案、インポート、エクスポート',
    },
    add: { name: '追加', description: '問題を作ります' },
    suggest: { name: '提案', description: 'パックの担当者に問題を提案します' },
    edit: { name: '編集', description: 'このサーバーの問題を変更します' },
    retire: { name: '出題停止', description: '問題の出題を止めます。これまでの回答は残ります' },
    restore: { name: '出題再開', description: '出題停止中の問題をまた出題します' },
    list: { name: '一覧', description: 'このサーバーの問題と、レビュー待ちの提案' },
    preview: { name: 'プレビュー', description: '問題の正解、解説、状態を表示します' },
    packs: { name: 'パック', description: 'パックを作るか、名前、分野、試験を変更します' },
    import: {
      name: 'インポート',
      description: 'ファイルから問題を取り込みます。実行前に内容を確認できます',
    },
    export: { name: 'エクスポート', description: 'パックを13種類の形式からファイルに書き出します' },
    pack: { name: 'パック', description: '対象のパック。新しい名前なら新しく作ります' },
    name: { name: '名前', description: 'パックの名前' },
    newName: { name: '新しい名前', description: 'これからの名前' },
    domains: { name: '分野', description: '分野と比重。例：「ロープ 60, 灯火 40」' },
    items: { name: '模試の問題数', description: '模試で出す問題の数' },
    minutes: { name: '模試の時間', description: '模試の時間（分）' },
    pass: { name: '合格ライン', description: '合格に必要な正答率（%）' },
    which: { name: '問題', description: '問題文の中の言葉、または番号' },
    status: { name: '状態', description: 'この状態の問題だけ' },
    file: {
      name: 'ファイル',
      description: 'JSON、YAML、CSV、Excel、Moodle XML、GIFT、Aiken、QTI、Anki。10 MiBまで',
    },
    format: { name: '形式', description: 'ファイルの形式（自動で判別できない場合）' },
    toFormat: { name: '形式', description: '書き出す形式' },
    reviewers: {
      name: 'レビュー担当',
      description: 'このサーバーの問題を担当するロール。なければ管理者だけです',
    },
    role: { name: 'ロール', description: 'このロールのメンバーは追加、編集、レビュー、インポートができます' },
    make: { name: 'これを問題にする' },
  },
  statuses: {
    live: '出題中',
    suggested: 'レビュー待ち',
    retired: '出題停止',
    declined: '不採用',
  },
  form: {
    title: '問題（1/2）',
    stem: '状況と問題文',
    options: '選択肢（1行に1つ）',
    optionsHint: '2〜6個。正解は次の画面で選びます。',
    keyTitle: '正解と解説（2/2）',
    key: '正解はどれですか？',
    reasons: '正解・不正解の理由（1行に1つ）',
    reasonsHint: '選択肢の順番どおりに。空欄でもかまいません。',
    takeaway: '要点：覚えておきたい一文',
    references: '根拠となるリンク（1行に1つ）',
    fileTitle: '問題のインポート',
    file: 'ファイル、10 MiBまで',
    fileHint: 'JSON、YAML、CSV、Excel、Moodle XML、GIFT、Aiken、QTI、Anki。実行前に内容を確認できます。',
    pack: 'パック',
    packHint: '空欄ならファイルの指定どおり。新しい名前なら新しいパックを作ります。',
  },
  newPack: (name) => `新しいパック**${name}**`,
  inPack: (name, id) => `${name} · ${id}`,
  draftTitle: { add: '新しい問題', edit: '問題の変更', suggest: 'あなたの提案' },
  editText: '問題文と選択肢',
  editKey: '正解と解説',
  save: { add: '保存', edit: '保存', suggest: '提案を送る' },
  cancel: 'キャンセル',
  cancelled: '取りやめました。何も変更していません。',
  chooseDomain: '分野',
  chooseDifficulty: '難易度',
  notYet: '保存する前に、次の点を直してください：',
  ready: '保存できます。',
  saved: {
    add: (pack, id) => `**${pack}**に**${id}**として保存しました。これから出題できます。`,
    edit: (pack, id) =>
      `保存しました。**${pack}**の**${id}**は、これから新しい内容で出題します。以前の回答は残ります。`,
    suggest: (pack) => `ありがとうございます。**${pack}**への提案はレビュー待ちです。結果をお知らせします。`,
  },
  draftGone: 'この下書きはもうありません。保存されたか、取りやめたか、新しい下書きに置き換わりました。',
  faults: {
    missing: (field, option) => `${fields[field]}${optionLetter(option)}が空です`,
    tooLong: (field, option, { has, limit }) =>
      `${fields[field]}${optionLetter(option)}が${number(has)}文字あります（最大${number(limit)}文字）`,
    tooManyReferences: (has, limit) => `参考リンクが${number(has)}件あります（最大${number(limit)}件）`,
    tooFewOptions: (has, limit) => `選択肢が${number(has)}個です（最低${number(limit)}個必要）`,
    tooManyOptions: (has, limit) => `選択肢が${number(has)}個あります（最大${number(limit)}個）`,
    noKey: '正解の選択肢がありません',
    tooManyKeys: (has, limit) => `正解が${number(has)}個あります（最大${number(limit)}個）`,
    allRight: 'すべての選択肢が正解です。不正解が1つ以上必要です',
    noAddress: 'https:// で始まるアドレスでない参考リンクがあります',
    sameOptions: (option, other) => `選択肢${optionLetter(other)}と${optionLetter(option)}が同じです`,
  },
  notChanged: {
    'no-such-pack': 'そのパックはこのサーバーにありません。`/問題 一覧` で今あるものを確認できます。',
    'no-such-question': 'その問題はありません。入力を始めて、候補から選んでください。',
    'name-taken': (name) => `パック**${name}**はすでにあります。別の名前にしてください。`,
    'too-many-packs': (limit) =>
      `パックは1サーバーに${number(limit)}個までです。今あるものを変更してください。`,
    'too-many-questions': (limit, left) =>
      `1つのパックに入るのは${number(limit)}問までで、空きはあと${number(left)}問です。一部を出題停止にするか、別のパックを作ってください。`,
    'domains-in-use':
      '問題が入っている分野は外せません。先に `/問題 編集` で問題を別の分野に移してください。',
    'changed-meanwhile':
      'その間にほかの人が変更したため、何も保存していません。今の内容を確認して、もう一度試してください。',
  },
  whichPack: (names) => `どのパックですか？ \`パック\` で次から選んでください：${list(names)}`,
  noPack: 'このサーバーにはまだパックがありません。最初のパックの名前を `パック` に入力してください。',
  longName: (limit) => `パックの名前は${number(limit)}文字までです。短くしてください。`,
  badDomains: (typed) =>
    `「${typed}」は分野として読み取れません。25個までの名前と1〜100の比重を、「ロープ 60, 灯火 40」のように入力してください。`,
  packSet: (name, isNew) => (isNew ? `パック**${name}**を作りました。` : `パック**${name}**を変更しました。`),
  packFacts: (questions, { items, minutes, passPercent: pass }) =>
    `${number(questions)}問 · 模試：${number(minutes)}分で${number(items)}問、${number(pass)}%で合格`,
  domain: (name, weight) => `${name}（${number(weight)}）`,
  packNext: '`/問題 追加` か `/問題 インポート` で問題を入れ、`/クイズ テーマ:` で出題できます。',
  tooManySuggestions: (limit) =>
    `あなたの提案が、すでに${number(limit)}件レビュー待ちです。先にそちらの結果をお待ちください。`,
  moved: {
    live: (title) => `これから出題できます：「${title}」`,
    retired: (title) => `出題を停止しました。これまでの回答は残ります：「${title}」`,
    declined: (title) => `不採用にしました：「${title}」`,
    suggested: (title) => `レビュー待ちに戻しました：「${title}」`,
  },
  listTitle: 'このサーバーの問題',
  none: 'まだ何もありません。`/問題 追加` で最初の1問を作るか、`/問題 インポート` でまとめて取り込めます。',
  counted: (count) => `${number(count)}問`,
  page: (page, pages) => `${number(page)}/${number(pages)}ページ`,
  earlier: '前へ',
  later: '次へ',
  look: '確認する問題を選ぶ',
  approve: '採用',
  decline: '不採用',
  edit: '編集',
  retire: '出題停止',
  restore: '出題再開',
  by: (member) => `作成：${member}`,
  told: {
    live: (title, server) =>
      `あなたの提案が${server}で採用され、そこで出題できるようになりました：「${title}」`,
    declined: (title, server) =>
      `あなたの提案は${server}で不採用になりました：「${title}」。別の問題も提案できます。`,
  },
  reviewersSet: (role) => `これから ${role} とサーバーの管理者が、このサーバーの問題を担当します。`,
  reviewersNone: 'これからはサーバーの管理者だけが、このサーバーの問題を担当します。',
  mayNot:
    'これができるのは、**サーバー管理**の権限かレビュー担当のロールがあるメンバーだけです。問題の提案はできます：`/問題 提案`',
  importTitle: 'インポートの内容',
  importInto: (pack, isNew) => (isNew ? `取り込み先：新しいパック**${pack}**` : `取り込み先：**${pack}**`),
  wouldAdd: (count) => `新しい問題：${number(count)}問`,
  wouldChange: (count) => `変更：${number(count)}問`,
  wouldStay: (count) => `すでにある問題：${number(count)}問`,
  wouldLeave: (count) => `取り込まない問題：${number(count)}問`,
  newDomains: (names) => `新しい分野：${list(names)}`,
  andMore: (count) => `ほか${number(count)}件`,
  nothingToImport: 'インポートするものがありません。',
  doImport: (count) => `${number(count)}問をインポート`,
  imported: (pack, added, changed) =>
    `**${pack}**：${number(added)}問を追加、${number(changed)}問を変更しました。\`/クイズ テーマ:\` で出題できます。`,
  importGone:
    'このインポートはもうありません。実行したか、取りやめたか、別のファイルに置き換わりました。今回は何も変更していません。',
  where: {
    item: (item) => `${number(item)}番`,
    line: (line) => `${number(line)}行目`,
  },
  why: {
    'no-choice': (type) => `選択問題ではありません（${type}）`,
    'no-key': '正解の選択肢がありません',
    'no-stem': '問題文が空です',
    'has-media': '画像、動画、音声が必要な問題で、それらは取り込めません',
    'bad-key': (has) => `正解「${has}」に当たる選択肢がありません`,
    malformed: (detail) => `読み取れません：${detail}`,
    twin: (of) => `ほぼ同じ問題があります：${of}`,
  },
  remark: {
    'partial-credit': (percent) => `${number(percent)}%の部分点がある選択肢は不正解として扱います`,
    'picture-as-link': '画像をリンクに置き換えました',
    'unknown-columns': (columns) => `ここでは使わない列：${list(columns)}`,
  },
  unreadable: {
    empty: 'ファイルが空です。問題がありません。',
    'unknown-format': 'ファイルの形式がわかりません。`形式` で指定してください。',
    broken: (line, detail) =>
      `ファイル${line === null ? '' : `の${number(line)}行目`}が壊れています（${detail}）。直すか、別の \`形式\` を選んでください。何も変更していません。`,
    'missing-columns': (columns) =>
      `表に次の列がありません：${list(columns)}。1行目に列名を入れてください（question, A, B, …, correct）。`,
    'too-large': 'ファイルが10 MiBを超えています。分割してください。',
    'too-many': (limit) => `ファイルに${number(limit)}問より多くの問題があります。分割してください。`,
    hostile:
      '問題集には不要なもの（エンティティや、展開すると膨張するアーカイブ）が含まれているため、読み込みませんでした。',
    overloaded:
      'このファイルの読み込みには、問題集としては多すぎる時間かメモリが必要です。分割してください。何も変更していません。',
    'not-fetched':
      'Discordからファイルを取得できませんでした。コマンドをもう一度実行してください。何も変更していません。',
  },
  exported: (name, format, questions) => `**${name}**（${format}）：${number(questions)}問。`,
  lossTitle: 'この形式に入らないもの：',
  lossNone: 'この形式で失われるものはありません。',
  loss: {
    reasons: (items) => `${number(items)}問の解説`,
    takeaway: (items) => `${number(items)}問の要点`,
    references: (items) => `${number(items)}問の参考リンク`,
    difficulty: (items) => `${number(items)}問の難易度`,
    domain: (items) => `${number(items)}問の分野`,
    key: (items) => `${number(items)}問の番号`,
    lines: (items) => `${number(items)}問の改行`,
    extra: (items) => `${number(items)}問のバージョン、用語、スキル、日付`,
  },
  leftOut: {
    'several-right': (count) => `正解が複数ある${number(count)}問（書き出しません）`,
    'too-many-options': (count) => `選択肢が5個以上ある${number(count)}問（書き出しません）`,
  },
  cut: (count, limit) => `${number(limit)}文字を超える文章${number(count)}件（途中まで書き出します）`,
  emptyPack: 'このパックには出題中の問題がないため、エクスポートするものがありません。',
};
