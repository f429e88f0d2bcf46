// The one list of features: adding a folder and a line here adds a feature, deleting both deletes it. What follows
// from answers is in it too: their projections are locked and decided in this order.
import type { Feature } from '#bot/feature.ts';
import { dailyFor } from './asking/daily/index.ts';
import { diagnoseFor } from './asking/diagnose/index.ts';
import { digest } from './asking/digest/index.ts';
import type { DeckDoor, LessonDoor, PracticeDoor } from './asking/doors.ts';
import { examFor } from './asking/exam/index.ts';
import { flashcardsFor } from './asking/flashcards/index.ts';
import { lessonFor } from './asking/lesson/index.ts';
import { planFor } from './asking/plan/index.ts';
import { quizFor } from './asking/quiz/index.ts';
import { reviewFor } from './asking/review/index.ts';
import { authoring } from './desk/authoring/index.ts';
import type { SetupDoor } from './desk/doors.ts';
import { helloFor } from './desk/hello/index.ts';
import { helpFor } from './desk/help/index.ts';
import { privacyFor } from './desk/privacy/index.ts';
import { reportFor } from './desk/report/index.ts';
import { settingsFor } from './desk/settings/index.ts';
import { setupFor } from './desk/setup/index.ts';
import { installation } from './people/installation/index.ts';
import type { DayWatcher } from './people/member/day-watcher.ts';
import { member } from './people/member/index.ts';
import { server } from './people/server/index.ts';
import type { SetupSection } from './people/server/section.ts';
import type { Feedback } from './record/answer/feedback.ts';
import { answer } from './record/answer/index.ts';
import type { Keeper } from './record/keeper.ts';
import { outage } from './record/outage/index.ts';
import type { Follower } from './record/post/follower.ts';
import { postFor } from './record/post/index.ts';
import type { RecapLines } from './record/post/recap.ts';
import type { Projection } from './record/projection.ts';

import { question } from './record/question/index.ts';

export { readOwner } from './people/installation/index.ts';
export { findAmendments, openContent, QUESTIONS_CHANGED } from './record/question/index.ts';

import { stale } from './record/stale/index.ts';
import type { CardGrading } from './standing/card-grading.ts';
import type { Doing } from './standing/doing.ts';
import { leaderboardFor } from './standing/leaderboard/index.ts';
import type { LessonQuiz } from './standing/lesson-quiz.ts';
import type { NextStep } from './standing/next-step.ts';
import type { Outcomes } from './standing/outcomes.ts';
import type { Points } from './standing/points.ts';
import { progressFor } from './standing/progress/index.ts';
import type { Ranking } from './standing/ranking.ts';
import { reviewing } from './standing/review/index.ts';
import type { Reviewing } from './standing/reviewing.ts';
import { streak } from './standing/streak/index.ts';

/** A function makes its feature of those above it, of whatever they offer: it imports none of them. */
const parts = [
  // First of all: no other start may act on the word of another application.
  installation,
  server,
  member,
  outage,
  question,
  stale,
  answer,
  streak,
  reviewing,
  leaderboardFor,
  reportFor,
  authoring,
  quizFor,
  examFor,
  progressFor,
  flashcardsFor,
  lessonFor,
  reviewFor,
  dailyFor,
  digest,
  planFor,
  diagnoseFor,
  postFor,
  settingsFor,
  setupFor,
  helloFor,
  privacyFor,
  helpFor,
] as const;

/** What a feature may offer to others, besides what the composition asks of it. */
type Offers = {
  projection?: Projection;
  feedback?: Feedback;
  recap?: RecapLines;
  ranking?: Ranking;
  points?: Points;
  reviewing?: Reviewing;
  lessonQuiz?: LessonQuiz;
  outcomes?: Outcomes;
  doing?: Doing;
  nextStep?: NextStep;
  follower?: Follower;
  keeper?: Keeper;
  dayWatcher?: DayWatcher;
  setupSection?: SetupSection;
  setUp?: SetupDoor;
  practice?: PracticeDoor;
  deck?: DeckDoor;
  lesson?: LessonDoor;
  cardGrading?: CardGrading;
};
type Part = Feature & Offers;

export const features: readonly Part[] = assemble();

/** What follows from answers. */
export const projections: readonly Projection[] = features.flatMap(({ projection }) => projection ?? []);

function assemble(): Part[] {
  const made: Part[] = [];
  for (const part of parts) made.push(typeof part === 'function' ? part(made) : part);
  return made;
}
