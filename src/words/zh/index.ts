// 简体中文（大陆）。称呼用“你”，平实友好；像产品里的话，不说教。
// 全角标点；汉字与数字、西文、代码、提及、时间戳之间留一个空格，标点旁不留；加粗不包住冒号。
// 用语：quiz 答题（mini-quiz 小测）、round 一轮、topic 主题、question 题目、option 选项、key 正确答案（答案）、
// reasoning 解析、takeaway 要点、rated 计分、practice 练习、private 私密、open/closed 开放/截止、points 积分（分）、
// question of the day 每日一题、skip 跳过、extra question 加发、test post 试发、summary of the week 周报、winners 优胜者、
// streak 打卡（连续打卡）、freeze 补签卡、pause 暂停、milestone 里程碑、leaderboard 排行榜、accuracy 正确率、rank 名次、
// mock exam 模考（完整/半场/单领域）、flag 标记、submit 交卷、diagnosis 摸底、progress 进度、estimate 预估、score 分数、
// review 复习、flashcard 闪卡、deck 卡组、lesson 课程（一课）、module 模块、concept 概念、domain 领域、
// task statement 考试任务、edition 版本、study plan 学习计划、hands-on task 动手任务、next step 下一步、
// pack/bank 题库、suggestion 投稿、reviewers 审核组、retire 停用、report 纠错、ticket 工单、visibility 可见性、
// settings 设置（自己）、setup 配置（服务器）；Discord：server 服务器、channel 频道、thread 子区、role 身份组、DM 私信。
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

export const zh: Words = {
  locale: 'zh-CN',
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
