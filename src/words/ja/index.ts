// 日本語：です・ます調、UIは簡潔に。コードとメンションの前後は半角スペース、ほかは全角約物。
// 用語：quiz クイズ、round ラウンド、streak 連続記録、freeze フリーズ、pause お休み（投稿は一時停止）、milestone 節目、
// key 正解、option 選択肢、reasoning 解説、takeaway 要点、rated ポイント対象、practice 練習、closed 締切、
// question of the day 今日の一問、mock exam 模試、diagnosis 実力診断、review（暗記）復習、review（問題）レビュー、
// flashcard 暗記カード、deck デッキ、lesson レッスン、concept 用語、leaderboard ランキング、estimate 推定、
// chance to pass 合格の見込み、winners of the week 週間トップ3、domain 分野、
// task statement タスクステートメント、edition バージョン、pack パック、ticket チケット、report 報告、retire 出題停止、
// study plan 学習プラン、hands-on ハンズオン、provider 試験の実施団体、
// summary of the week 週のまとめ、visibility 公開設定。
import type { Words } from '../words.ts';
import { alarm } from './alarm.ts';
import { authoring } from './authoring.ts';
import { common } from './common.ts';
import { concept } from './concept.ts';
import { daily } from './daily.ts';
import { diagnose } from './diagnose.ts';
import { digest } from './digest.ts';
import { exam } from './exam.ts';
import { flashcards } from './flashcards.ts';
import { forms } from './forms.ts';
import { hello } from './hello.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { lesson } from './lesson.ts';
import { pictures } from './pictures.ts';
import { plan } from './plan.ts';
import { post } from './post.ts';
import { privacy } from './privacy.ts';
import { progress } from './progress.ts';
import { quiz } from './quiz.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { streak } from './streak.ts';
import { ticket } from './ticket.ts';
import { typed } from './typed.ts';

export const ja: Words = {
  locale: 'ja',
  alarm,
  authoring,
  common,
  concept,
  daily,
  diagnose,
  digest,
  exam,
  flashcards,
  forms,
  hello,
  help,
  leaderboard,
  lesson,
  pictures,
  plan,
  post,
  privacy,
  progress,
  quiz,
  refusal,
  report,
  review,
  settings,
  setup,
  streak,
  ticket,
  typed,
};
