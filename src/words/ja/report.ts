// 問題の報告：ボタン、フォーム、お礼、報告への対応。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;

export const report: Words['report'] = {
  button: '報告',
  title: (id) => `問題${id}を報告`,
  what: 'どこがおかしいですか？',
  kinds: {
    'wrong-key': '正解とされた答えが間違っている',
    outdated: '内容が古い',
    unclear: 'わかりにくい、または2つの答えが当てはまる',
    typo: '誤字や表示の崩れ',
    other: 'その他',
  },
  how: '正しくはどうなりますか？ その根拠は？',
  howHint: 'ドキュメントへのリンクがあると、とても助かります。',
  chooseKind: '**どこがおかしいですか？** 1つ選んでください。',
  blank: 'どこがおかしいか、短くてよいので書いてください。空欄の報告では直せません。',
  reported: 'ありがとうございます。報告を保存しました。問題の担当者が確認し、結果をお知らせします。',
  gone: 'この問題はもう問題集にないため、報告は不要です。',
  tooMany: (limit) =>
    `今日の報告は${number(limit)}問に達しました。1日に確認できるのはここまでです。続きは明日お願いします。`,
  queue: {
    command: {
      name: '報告一覧',
      description: '報告された問題。問題の担当者向けです',
    },
    title: '報告された問題',
    empty: '待っている報告はありません。すべて対応済みです。',
    mayNot:
      'これは問題の担当者向けです。このサーバーのパックは**サーバー管理**の権限かレビュー担当のロールがある人、公式の問題はボットの運営者が担当します。',
    line: (id, exam, reports) => `**${id}** · ${exam} · 報告${number(reports)}件`,
    look: '確認する問題を選ぶ',
    gone: 'このチケットはもうないか、見る権限がありません。',
    ticket: (id, version) => `${id}、第${number(version)}版`,
    state: {
      open: '未対応',
      rejected: '却下',
      amended: '本文を修正',
      rekeyed: '正解を変更',
      either: '2つとも正解',
      retired: '出題停止',
    },
    reports: '報告の内容',
    noReports: '報告は残っていません。',
    answers: (answers) => `回答${number(answers)}件`,
    picked: (share) => percent(share),
    reject: '却下',
    fixText: '本文を修正',
    changeKey: '正解を変更',
    twoRight: '2つとも正解',
    retire: '出題停止',
    undo: '取り消す',
    back: '一覧に戻る',
    chooseKey: '正解はどれですか？',
    chooseSecond: 'もう1つの正解はどれですか？',
    rejectTitle: '報告を却下',
    rejectReason: '今のままで正しい理由とリンク',
    textTitle: '本文を修正',
    stem: '状況と問題文',
    options: '選択肢（1行に1つ、順番どおり）',
    dryTitle: '実行した場合の影響',
    dry: (answers, members) => `${number(members)}人の回答${number(answers)}件が正解になります。`,
    places: (places, boards) =>
      `ランキング${number(boards)}件で順位が${number(places)}件変わります。連続記録は変わりません。`,
    keeps: '前の正解で正解だった人のポイントはそのままです。24時間以内なら取り消せます。',
    eitherRetires: '正解が2つあるままでは出題できないため、本文を修正するまで出題を停止します。',
    stale: 'その間に回答がありました。今実行した場合の影響は次のとおりです。',
    doIt: '実行する',
    noKey: '今とは違う正解を選んでください。1〜3個で、すべての選択肢は選べません。',
    done: {
      rejected: '却下しました。報告した人にお知らせします。',
      amended: '修正しました。今後は新しい内容で出題します。報告した人にお知らせします。',
      rekeyed:
        '正解を変更しました。回答を採点し直しています。ランキングには1分以内に反映され、報告した人にもお知らせします。',
      either:
        '2つとも正解にしました。回答を採点し直しています。ランキングには1分以内に反映され、報告した人にもお知らせします。',
      retired: '出題を停止しました。これまでの回答は残ります。報告した人にお知らせします。',
      open: '未対応に戻しました。',
    },
    undone: '取り消しました。回答を元に戻しており、問題は以前のとおり出題されます。',
    tooLate: '取り消せるのは、対応してから24時間以内だけです。',
    decidedBefore: 'その間に、ほかの人がこのチケットに対応しました。',
    changedSince: 'その間に問題が変更されたため、何もしていません。今の内容を確認してください。',
    optionsMustStay: '選択肢の数と順番は変えないでください。ここで変更できるのは文章だけです。',
    notedKey: (letters) => `-# 訂正：正解は**${letters}**です。そう答えていた人にはポイントが付いています。`,
    again: 'すでにお読みかもしれませんが：',
    told: {
      rejected: (id, reason) =>
        `報告いただいた問題${id}は、確認の結果、変更しないことになりました。理由：${reason}`,
      amended: (id) => `報告いただいた問題${id}の本文を修正しました。ありがとうございます！`,
      rekeyed: (id) =>
        `報告いただいた問題${id}は、ご指摘のとおりでした。正解を変更し、回答を採点し直しました。ありがとうございます！`,
      either: (id) =>
        `報告いただいた問題${id}は、ご指摘のとおり2つの選択肢が当てはまるため、どちらも正解にしました。ありがとうございます！`,
      retired: (id) => `報告いただいた問題${id}は、出題を停止しました。ありがとうございます！`,
      open: (id) => `報告いただいた問題${id}を、もう一度確認しています。`,
    },
  },
};
