// The nightly job: goes through the answers in order of time and learns from each member's first ones. Any number of
// processes, each page once; what was learned and how far it has come move together.
import type { Logger } from 'pino';
import { editionOn, type Question } from '#content/pack.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays } from '#lib/local-date.ts';
import { type BankDeps, type Opened, openBank } from './bank.actions.ts';
import { type Learned, readGrowth, readLearned, type Version } from './difficulties.store.ts';
import { deleteEstimatesBefore } from './estimates.store.ts';
import type { GrowthTally } from './growth.rules.ts';
import { type GivenRow, readGiven } from './history.store.ts';
import { type Attempt, findAttempts, growFrom, learnFrom, suspect, unknown } from './learning.rules.ts';
import {
  claimLearning,
  type Lesson,
  type PageAnswer,
  type Place,
  readFirstPost,
  readPage,
  releaseLearning,
  saveLesson,
  startLearning,
} from './learning.store.ts';
import { REMEMBERED_DAYS } from './profile.rules.ts';

export type LearnDeps = BankDeps & { clock: Clock; log: Logger };

/** Exams hand their answers in when they are over: by then even those of a long one with an absence have come. */
const SETTLED_AFTER_MS = 6 * 3_600_000;
const LEASE_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const LONGEST_WINDOW_MS = 7 * 24 * HOUR_MS;
const PAGE = 500;

/** Returns how many answers were gone through; stops between two pages when `mayGoOn` says so. */
export async function learnFromAnswers(
  deps: LearnDeps,
  mayGoOn: () => boolean = () => true,
): Promise<number> {
  const { db, clock } = deps;
  const now = clock.now();
  const first = await readFirstPost(db);
  if (!first) return 0;
  await startLearning(db, first);
  const claimed = await claimLearning(db, { now, leaseMs: LEASE_MS });
  if (!claimed) return 0;
  const until = new Date(now.getTime() - SETTLED_AFTER_MS);
  const count = await goThrough(deps, { place: claimed, until, mayGoOn });
  await releaseLearning(db);
  await deleteEstimatesBefore(db, addDays(now.toISOString().slice(0, 10), -REMEMBERED_DAYS));
  return count;
}

type Way = { place: Place; until: Date; mayGoOn: () => boolean };

async function goThrough(deps: LearnDeps, { until, mayGoOn, ...way }: Way): Promise<number> {
  let { place } = way;
  let windowMs = HOUR_MS;
  let count = 0;
  while (place.answeredAt < until && mayGoOn()) {
    const { page, to, isEmpty } = await readNext(deps, { place, windowMs, until });
    const taught = await teach(deps, page);
    const now = deps.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    // Somebody else's lease began after ours had ended, and they have gone on from here.
    if (!(await saveLesson(deps.db, { ...taught, from: place, to, leaseUntil, now }))) break;
    count += page.length;
    place = to;
    windowMs = isEmpty ? Math.min(2 * windowMs, LONGEST_WINDOW_MS) : HOUR_MS;
  }
  return count;
}

type Window = { place: Place; windowMs: number; until: Date };
type Next = { page: readonly PageAnswer[]; to: Place; isEmpty: boolean };

/**
 * Times without answers are crossed in wider and wider steps, and what lies behind them is read hour by hour as ever:
 * pages are the same wherever a run begins, and so is what they teach.
 */
async function readNext({ db }: LearnDeps, { place, windowMs, until }: Window): Promise<Next> {
  const end = endOf(place, windowMs, until);
  const { found, isAll } = await readPage(db, { after: place, until: end, limit: PAGE });
  const [first] = found;
  // It begins on the hour, at which nothing was: the window before was empty up to there.
  if (first && windowMs > HOUR_MS) return { page: [], to: startOf(first), isEmpty: false };
  return { page: found, to: isAll ? allOf(end) : placeOf(found), isEmpty: !first };
}

/** Windows end on the hour. */
function endOf({ answeredAt }: Place, windowMs: number, until: Date): Date {
  const end = Math.floor(answeredAt.getTime() / HOUR_MS) * HOUR_MS + windowMs;
  return new Date(Math.min(until.getTime(), end));
}

function startOf({ answeredAt }: Place): Place {
  return { answeredAt: new Date(Math.floor(answeredAt.getTime() / HOUR_MS) * HOUR_MS), postId: 0 };
}

/** After everything up to an instant. */
function allOf(end: Date): Place {
  return { answeredAt: end, postId: Number.MAX_SAFE_INTEGER };
}

/** After the last answer of a full page. */
function placeOf(page: readonly PageAnswer[]): Place {
  const last = page.at(-1);
  if (!last) throw new Error('a full page without answers');
  return { answeredAt: last.answeredAt, postId: last.postId };
}

type Taught = Pick<Lesson, 'learned' | 'growth' | 'alarms'>;
/** By exam, as the difficulties stood before the page. */
type Banks = Map<string, Opened | null>;
type Page = { page: readonly PageAnswer[]; banks: Banks };

async function teach(deps: LearnDeps, page: readonly PageAnswer[]): Promise<Taught> {
  const banks: Banks = new Map();
  const learned = new Map((await readLearned(deps.db, versionsOf(page))).map((each) => [keyOf(each), each]));
  const growth = new Map<string, GrowthTally>();
  const touched = new Map<string, { learned: Learned; question: Question }>();
  for (const own of Map.groupBy(page, ({ memberId, exam }) => `${exam}/${memberId}`).values()) {
    for (const { attempt, answer, question } of await attemptsOf(deps, { page: own, banks })) {
      const key = keyOf(answer);
      const { exam, questionId, questionVersion, picks, seconds } = answer;
      const before = learned.get(key) ?? unknown(question);
      const after = learnFrom(before, { attempt, question, picks, seconds });
      const tally = growth.get(exam) ?? (await readGrowth(deps.db, exam));
      growth.set(exam, growFrom(tally, { attempt, question, difficulty: before }));
      learned.set(key, { exam, questionId, questionVersion, ...after });
      touched.set(key, { learned: { exam, questionId, questionVersion, ...after }, question });
    }
  }
  const all = [...touched.values()];
  return { learned: all.map((each) => each.learned), growth, alarms: all.flatMap(alarmOf) };
}

function alarmOf({ learned, question }: { learned: Learned; question: Question }): Lesson['alarms'] {
  const alarm = suspect(learned, question);
  const { exam, questionId, questionVersion } = learned;
  return alarm ? [{ exam, questionId, questionVersion, alarm }] : [];
}

type Taken = { attempt: Attempt<GivenRow>; answer: PageAnswer; question: Question };

/** The first answers of one member on a page. What cannot be graded any more teaches nothing. */
async function attemptsOf(deps: LearnDeps, { page, banks }: Page): Promise<Taken[]> {
  const [first] = page;
  const last = page.at(-1);
  if (!first || !last) return [];
  const { memberId, exam } = first;
  const bank = banks.get(exam) ?? (await openToday(deps, { exam, at: last.answeredAt }));
  banks.set(exam, bank);
  if (!bank) return [];
  const given = await readGiven(deps.db, { memberId, exam, now: last.answeredAt });
  const from = given.findIndex(({ postId }) => postId === first.postId);
  if (from < 0) return [];
  const attempts = findAttempts(given, { bank: bank.bank, from });
  const taken = attempts.map((attempt) => takenOf(deps, { attempt, page }));
  return (await Promise.all(taken)).filter((each) => each !== null);
}

async function takenOf(
  { content }: LearnDeps,
  { attempt, page }: { attempt: Attempt<GivenRow>; page: readonly PageAnswer[] },
): Promise<Taken | null> {
  const answer = page.find(({ postId }) => postId === attempt.given.postId);
  if (!answer) return null;
  const { exam, questionId: id, questionVersion: version } = answer;
  const question = await content.questionAt({ exam, id, version });
  return question && { attempt, answer, question };
}

/** Domains are those of the edition that was sat at the time: an answer does not say for which it was given. */
async function openToday(deps: LearnDeps, { exam, at }: { exam: string; at: Date }): Promise<Opened | null> {
  const pack = await deps.content.packOf(exam);
  return pack && openBank(deps, { exam, edition: editionOn(pack.exam, at.toISOString().slice(0, 10)).id });
}

function versionsOf(page: readonly PageAnswer[]): Version[] {
  const versions = page.map(({ exam, questionId, questionVersion }) => ({
    exam,
    questionId,
    questionVersion,
  }));
  return [...new Map(versions.map((version) => [keyOf(version), version])).values()];
}

function keyOf({ exam, questionId, questionVersion }: Version): string {
  return `${exam}/${questionId}/${questionVersion}`;
}
