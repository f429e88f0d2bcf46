// What one answer comes to: grade, rating, the day it belongs to, and what every standing makes of it. Pure.
import { domainIdOf, keyOf, type Pack, type Question } from '#content/pack.ts';
import { DEFAULT_WEEK_START, DEFAULT_ZONE } from '#features/people/server/rules.ts';
import { type LocalDate, localDateAt } from '#lib/local-date.ts';
import type { PostKind, PostStatus } from '../post/rules.ts';
import type { Answered, Projection } from '../projection.ts';
import {
  type Grade,
  gradeAnswer,
  type Memory,
  pointsFor,
  type Rating,
  rateAnswer,
  zoneOfAnswer,
} from './rules.ts';

/** What is known before an answer, besides its question. */
export type Known = {
  memberId: string;
  post: {
    kind: PostKind;
    status: PostStatus;
    closesAt: Date | null;
    serverId: string | null;
    exam: string;
    edition: string;
    domain: string | null;
  };
  serverZone: string | null;
  weekStart: number | null;
  member: {
    zone: string | null;
    dayStart: number | null;
    reminders: boolean | null;
    datedZone: string | null;
    datedSince: Date | null;
  } | null;
  memory: Memory | null;
  /** Of each projection, in its order. */
  facts: readonly unknown[];
};

export type Decision = {
  grade: Grade;
  rating: Rating;
  points: number;
  difficulty: number;
  domain: string;
  localDate: LocalDate;
  /** The zone that dates the member from now on; null while it stays the same. */
  datedZone: string | null;
  /** By projection. */
  rows: Record<string, readonly unknown[]>;
  told: Record<string, unknown>;
};

const NOTHING_KNOWN: Memory = { lastAt: null, ratedAt: null, ratedRound: null, keySeenAt: null };

/** Throws for a zone that this runtime does not know. */
export function decideAnswer(
  known: Known,
  answer: { pack: Pack; question: Question; picks: readonly string[]; at: Date },
  projections: readonly Projection[],
): Decision {
  const { post } = known;
  const grade = gradeAnswer(answer.question, answer.picks);
  const rating = rateAnswer(post, answer.at, known.memory ?? NOTHING_KNOWN);
  const { isCorrect } = grade;
  const points = pointsFor(answer.question.difficulty, { isCorrect, isRated: rating.isRated });
  const domain = post.domain ?? domainIdOf(answer.pack, post.edition, answer.question) ?? '';
  const { answered, datedZone } = date(known, { ...answer, domain, isCorrect, points, rating });
  const decided = projections.map((projection, index) => ({
    name: projection.name,
    ...projection.decide(answered, known.facts[index]),
  }));
  return {
    grade,
    rating,
    points,
    difficulty: answer.question.difficulty,
    domain,
    localDate: answered.localDate,
    datedZone,
    rows: Object.fromEntries(decided.map(({ name, rows }) => [name, rows])),
    told: Object.fromEntries(decided.map(({ name, told }) => [name, told])),
  };
}

type Graded = {
  at: Date;
  question: Question;
  domain: string;
  isCorrect: boolean;
  points: number;
  rating: Rating;
};

function date(
  { memberId, post, member, serverZone, weekStart }: Known,
  { at, question, domain, isCorrect, points, rating }: Graded,
): { answered: Answered; datedZone: string | null } {
  // Outside of servers a member without a zone of their own goes on with the one that dated them last.
  const server = serverZone ?? (post.serverId === null ? member?.datedZone : null) ?? DEFAULT_ZONE;
  const last =
    member?.datedZone && member.datedSince ? { zone: member.datedZone, since: member.datedSince } : null;
  const { zone, isNew } = zoneOfAnswer({ own: member?.zone ?? null, server }, at, last);
  const day = { zone, dayStart: member?.dayStart ?? 0 };
  const answered = {
    memberId,
    serverId: post.serverId,
    exam: post.exam,
    domain,
    question: { id: question.id, version: question.version, key: keyOf(question) },
    isCorrect,
    isRated: rating.isRated,
    points,
    at,
    localDate: localDateAt(at, day.zone, day.dayStart),
    day,
    serverZone: server,
    weekStart: weekStart ?? DEFAULT_WEEK_START,
    reminders: member?.reminders ?? false,
  };
  return { answered, datedZone: isNew ? zone : null };
}
