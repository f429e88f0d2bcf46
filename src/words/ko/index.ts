// 한국어. 해요체, 짧은 화면 문구. 값 뒤에는 받침에 따라 바뀌는 조사를 붙이지 않아요.
// 용어: quiz 퀴즈 · question 문제 · option 선택지 · answer 답변 · key 정답 · reasoning 해설 · takeaway 핵심 문장
// round 라운드 · streak 연속 학습 · freeze 보호권 · pause 일시중지 · rated 점수 반영 · practice 연습 · points 점수
// question of the day 오늘의 문제 · open/closed 열림/마감 · mock exam 모의고사 · pass mark 합격선 · review 복습
// flashcard 플래시카드 · deck 카드 묶음 · lesson 레슨 · module 모듈 · concept 개념 · domain 도메인 · task statement 태스크
// hands-on task 실습 · leaderboard 순위표 · winners 우승자 · estimate 예상(점수) · chance to pass 합격 확률 · progress 현황
// edition 버전 · pack 문제집 · bank 문제 은행 · retire 출제 중단 · report 신고 · ticket 신고 건 · study plan 학습 계획
// summary of the week 주간 요약 · diagnosis 진단 · visibility 공개 범위 · reminder 알림 · member 멤버 · role 역할
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

export const ko: Words = {
  locale: 'ko',
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
