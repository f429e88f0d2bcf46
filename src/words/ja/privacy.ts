// 自分のデータ：保存しているもの、ファイル、削除、長く来ていない人へのお知らせ。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const privacy: Words['privacy'] = {
  command: {
    privacy: { name: 'プライバシー', description: '保存している自分のデータの確認、書き出し、削除' },
    show: { name: '表示', description: '保存しているデータの種類と保存期間' },
    export: { name: 'エクスポート', description: '自分の全データのファイル。受け取れるのは自分だけです' },
    delete: { name: '削除', description: 'すべてのサーバーから、自分のデータをすべて削除します' },
    visibility: { name: '公開設定', description: 'ランキングで自分をほかの人に表示するかどうか' },
    shown: { name: '範囲', description: '公開、匿名、または非公開' },
  },
  title: '保存しているあなたのデータ',
  nothing: '何も保存していません。まだ回答も設定もないためです。',
  line: (what, rows) => `- **${what}：** ${number(rows)}件`,
  tables: {
    members: '設定',
    pauses: '連続記録のお休み',
    answers: '回答',
    member_questions: '見たことのある問題',
    sittings: '模試',
    real_results: '記録した本番の結果',
    diagnoses: '実力診断',
    estimates: '日ごとの実力の推定',
    posts: '出題した問題',
    question_drafts: '作成中の問題',
    question_imports: 'インポート中のファイル',
    tickets: '対応を決めた報告',
    regraded: '採点し直された回答',
    own_packs: 'サーバー用に作った問題パック',
    own_questions: '作成・提案した問題',
    amendments: 'レビューした問題への判断',
    rounds: '始めたラウンド',
    lesson_progress: '完了したレッスン',
    card_decks: '暗記カードの進み具合',
    study_plans: '学習プラン',
    study_tasks: '完了したハンズオン課題',
    cooldowns: '次の出題までの待ち時間',
    streak_days: '回答した日',
    streaks: '連続記録',
    streak_places: '連続記録が比べられるサーバー',
    scores: 'ランキングの順位',
    review_cards: '復習のカード',
    review_members: '記憶の定着度',
    absentees: '退出したサーバー',
    kept_scores: '削除済みの回答の合計',
    kept_places: '削除済みの回答のうち、最後に回答した場所',
    reports: '問題についての報告',
    server_changes: '管理するサーバーの設定変更',
    daily_schedules: '設定した今日の一問',
    server_digests: '設定した週のまとめ',
    review_channels: '設定したレビュー用チャンネル',
    absences: '長く利用がないという記録',
  },
  howLong:
    'データは、あなたが削除するまで保存します。2年間利用がない場合はお知らせし、その30日後に削除します。ボットを外したサーバーのデータは、そこでの回答も含めて30日後に削除します。DMやほかの場所での記録は、あなたのものとして残ります。',
  others:
    'あなたを識別する情報として保存するのは、DiscordのIDだけです。名前や画像は保存せず、メッセージも読みません。第三者には渡しません。ほかの人にどう見えるかは `/プライバシー 公開設定` で決まります。',
  commands:
    '`/プライバシー エクスポート` で全データのファイルを受け取り、`/プライバシー 削除` で削除できます。',
  exported: 'あなたの全データ',
  exportHow:
    '1つのアーカイブです。`data.json` に全データがあり、種類ごとに表計算ソフト用の表（CSV）も入っています。時刻はUTCです。',
  deleteTitle: '自分のデータをすべて削除しますか？',
  deleteMeans:
    '設定、連続記録、ランキングの順位、見た問題など、すべてがすべてのサーバーから直ちに消えます。元には戻せません。',
  deleteStays:
    'ほかの人に必要なものだけは、あなたのIDを外して残します。誰かがそう答えたこと、問題が出題・報告されたことなどです。',
  deleteNow: 'すべて削除する',
  deleteKeep: '残す場合は、このまま何もしないでください。',
  deleted: '削除しました',
  deletedAfter:
    'あなたのデータはもう何も保存していません。あなたの名前が出ているメッセージはチャンネルに残り、削除できるのはあなたか管理者だけです。また回答した場合は、ゼロからの始まりです。',
  absent: {
    title: '2年間ご利用がありません',
    when: (date) => `保存しているあなたのデータ（回答、連続記録、設定）を${date}に削除します。`,
    how: '残したい場合は、それまでに `/クイズ` で1問答えてください。不要であれば、何もする必要はありません。',
  },
};
