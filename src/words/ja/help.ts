// ヘルプ：最初の画面と、コマンドのグループごとの画面。
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: 'ヘルプ', description: 'Cohortでできることと、始め方' },
  title: 'Cohort：みんなで試験勉強',
  intro: 'シナリオ問題を出題します。ボタンで答えると、各選択肢の正誤の理由があなただけに表示されます。',
  groups: {
    learn: { name: '学ぶ', hint: 'レッスンを読む、用語を調べる、暗記カードで覚える' },
    practise: { name: '解く', hint: '一人でも、みんなとでも問題に答える' },
    measure: { name: '測る', hint: '今の実力を確かめる' },
    group: { name: 'みんなで', hint: 'サーバー全体で取り組む' },
    setup: { name: '設定', hint: '自分の設定、自分のデータ、サーバーでのボットの設定' },
  },
  choose: '何をしますか？',
  all: 'すべてのグループ',
  forAdmins: (description) => `${description}（管理者向け）`,
  adminCommands: (commands) => `管理者向け：${commands}`,
  details: {
    learn: 'レッスンの最後には、ミニクイズ、暗記カード、次のレッスンへの案内があります。',
    practise:
      '**ポイント：** 受付中の問題への最初の回答が対象で、正解ならやさしい1、普通2、難しい3ポイントです。自分だけの問題は練習です。',
    measure:
      '**連続記録：** 正誤にかかわらず1日1問答えれば続きます。7日答えるごとに、答えなかった1日を補うフリーズがもらえます。',
    group: 'ランキングに名前が出るのは、希望した人だけです。',
    setup:
      '**自分のデータ：** 確認、ファイルでの保存、削除ができます。すべてのサーバーに一度で反映されます。',
  },
  install: 'グループでも、一人でどのチャットでも使えます。進捗はどこでも共通です。',
  toServer: 'サーバーに追加',
  toMember: '自分用に追加',
  privacyNotice: 'プライバシーポリシー',
  terms: '利用規約',
  source: 'ソースコード',
};
