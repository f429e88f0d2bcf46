// Drawing questions for a topic: which there are, which were not seen for long, and whether the asker has to wait.
import type { Library } from '#content/library.ts';
import type { Pack, Question, Topic } from '#content/pack.ts';
import {
  formatTopic,
  joinTopic,
  nearestTopics,
  parseTopic,
  questionsFor,
  searchTopics,
  splitTopic,
} from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { lastAnsweredBy } from '#features/record/answer/store.ts';
import { courseOf, courseOffered, type Learner, type Studied } from '#features/record/post/course.ts';
import { lastAskedIn } from '#features/record/post/store.ts';
import { chooseQuestions } from '#features/record/question/choice.rules.ts';
import { offerOwn, ownCourse } from '#features/record/question/own-course.actions.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import type { Pace } from './pace.rules.ts';
import { startCooldown } from './rounds.store.ts';
import { COOLDOWN_MS, type RoundKind } from './rules.ts';

export type AskDeps = { db: Db; content: Library; clock: Clock; random: Random };

export type AskInput = Learner & {
  channelId: string;
  /** The interaction that asks: seen twice, or by two processes, it asks once. */
  pressId: string;
  /** As typed or chosen: "lesson:4.1"; null for the whole exam. */
  topic: string | null;
  count: number;
  openMinutes: number;
  /** How long each question of a round is open; `openMinutes` says so where it is left out. */
  pace?: Pace | null;
  /** Where the questions asked before are remembered: the channel of a thread. The channel itself when left out. */
  homeChannelId?: string;
};

/** With the names of what may have been meant. */
export type UnknownTopic = { kind: 'unknown-topic'; typed: string; near: string[] };

export type NotAsked =
  | UnknownTopic
  | { kind: 'no-questions' }
  | { kind: 'channel-full'; limit: number }
  | { kind: 'own-full'; limit: number }
  | { kind: 'cooling-down'; untilAt: Date };

/** Topics of the exam they learn and packs of their server's own that match what was typed, best first. */
export async function offerTopics(
  deps: Omit<AskDeps, 'random'>,
  { typed, ...learner }: Learner & { typed: string },
): Promise<{ name: string; value: string; questions: number }[]> {
  const { pack, edition } = await courseOffered(deps, learner);
  const found = searchTopics(pack, edition, { typed, limit: 25 }).map(({ name, topic, questions }) => ({
    name,
    value: formatTopic(topic),
    questions,
  }));
  return [...(await offerOwn(deps, { typed, serverId: learner.serverId })), ...found];
}

/** The concept where it has several questions, else its lesson. */
export async function similarTopic(
  deps: AskDeps,
  { studied, concept }: { studied: Pick<Studied, 'exam' | 'edition'>; concept: string },
): Promise<string> {
  const pack = await deps.content.packOf(studied.exam);
  const lesson = pack?.concepts.get(concept)?.lesson;
  const hasMore = pack && questionsFor(pack, studied.edition, { kind: 'concept', id: concept }).length > 1;
  return hasMore || !lesson ? `concept:${concept}` : `lesson:${lesson}`;
}

/** A topic as chosen from the list, or the best match of what was typed instead of choosing. */
export function readTopic(pack: Pack, edition: string, typed: string): Topic | null {
  return parseTopic(typed) ?? searchTopics(pack, edition, { typed, limit: 1 })[0]?.topic ?? null;
}

/** The topic that is meant, as rounds and custom ids hold it; null for the whole exam. Nothing is drawn yet. */
export async function findWanted(
  deps: Omit<AskDeps, 'random'>,
  { topic: typed, ...learner }: Learner & { topic: string | null },
): Promise<{ kind: 'found'; topic: string | null } | UnknownTopic> {
  if (typed === null) return { kind: 'found', topic: null };
  const aim = await aimAt(deps, { ...learner, topic: typed });
  return 'kind' in aim
    ? aim
    : { kind: 'found', topic: joinTopic(aim.own, aim.topic && formatTopic(aim.topic)) };
}

/** What is asked about: a topic (null: all) of the exam that is learned, or of a pack of the server's own. */
type Aim = { pack: Pack; edition: string; own: string | null; topic: Topic | null };

async function aimAt(
  deps: Omit<AskDeps, 'random'>,
  { topic: typed, ...learner }: Learner & { topic: string | null },
): Promise<Aim | UnknownTopic> {
  const { exam: own, rest } = typed === null ? { exam: null, rest: null } : splitTopic(typed);
  const course =
    own === null ? await courseOf(deps, learner) : await ownCourse(deps, { exam: own, ...learner });
  // A pack that is gone, or of another server.
  if (!course) return unknownTopic(...(await courseForNames(deps, learner)), typed ?? '');
  const { pack, edition } = course;
  if (rest === null) return { pack, edition, own, topic: null };
  const topic = readTopic(pack, edition, rest);
  if (!topic || questionsFor(pack, edition, topic).length === 0) return unknownTopic(pack, edition, rest);
  return { pack, edition, own, topic };
}

async function courseForNames(deps: Omit<AskDeps, 'random'>, learner: Learner): Promise<[Pack, string]> {
  const { pack, edition } = await courseOffered(deps, learner);
  return [pack, edition];
}

export function unknownTopic(pack: Pack, edition: string, typed: string): UnknownTopic {
  const near = nearestTopics(pack, edition, { typed, limit: SHOWN_NEAR });
  return { kind: 'unknown-topic', typed, near: near.map(({ name }) => name) };
}

const SHOWN_NEAR = 3;

export type Draw = {
  kind: 'drawn';
  pack: Pack;
  edition: string;
  questions: Question[];
  first: Question;
  isExhausted: boolean;
};

export async function drawQuestions(
  deps: AskDeps,
  input: AskInput & { kind: RoundKind; justAsked?: string },
): Promise<Draw | NotAsked> {
  const aim = await aimAt(deps, input);
  if ('kind' in aim) return aim;
  const { pack, edition, topic } = aim;
  const lastAsked = await readHistory(deps, { ...input, exam: pack.exam.id });
  const { questions, isExhausted } = chooseQuestions({
    pack,
    edition,
    topic,
    count: input.count,
    lastAsked,
    doubtful: deps.content.doubtful(pack.exam.id),
    random: deps.random,
  });
  const [first] = questions;
  if (!first) return { kind: 'no-questions' };
  const now = deps.clock.now();
  // Last of all, so that a mistyped topic costs no waiting.
  const waitUntil = await startCooldown(deps.db, {
    memberId: input.memberId,
    now,
    untilAt: new Date(now.getTime() + COOLDOWN_MS[input.kind]),
    pressId: input.pressId,
  });
  if (waitUntil) return { kind: 'cooling-down', untilAt: waitUntil };
  return { kind: 'drawn', pack, edition, questions, first, isExhausted };
}

/** When each question came last: for everybody in the channel, or for one member anywhere. */
async function readHistory(
  { db, clock }: AskDeps,
  input: AskInput & { kind: RoundKind; justAsked?: string; exam: string },
): Promise<ReadonlyMap<string, Date>> {
  if (input.kind === 'public') {
    const home = input.homeChannelId ?? input.channelId;
    const asked = await lastAskedIn(db, { channelIds: [home], exam: input.exam });
    return asked.get(home) ?? new Map();
  }
  const history = await lastAnsweredBy(db, input);
  // The question just answered counts as the newest, even where the answer is still being written.
  return input.justAsked ? history.set(input.justAsked, clock.now()) : history;
}
