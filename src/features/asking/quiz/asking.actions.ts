// Starting questions: a public one (or a round of them), or a private round that goes on where it was left.
import type { Library } from '#content/library.ts';
import type { Pack, Question, Topic } from '#content/pack.ts';
import { findTopics, formatTopic, listTopics, parseTopic, questionsFor } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import type { ServerSettings } from '#features/people/server/rules.ts';
import { lastAnsweredBy } from '#features/record/answer/store.ts';
import { postedAs } from '#features/record/post/rules.ts';
import { insertPost, lastAskedIn, type NewPost, type Post } from '#features/record/post/store.ts';
import { chooseQuestions } from '#features/record/question/choice.rules.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { insertRound, type Round, startCooldown, startRound } from './rounds.store.ts';
import { COOLDOWN_MS, type RoundKind } from './rules.ts';

export type AskDeps = { db: Db; content: Library; clock: Clock; random: Random };

export type AskInput = {
  serverId: string;
  channelId: string;
  memberId: string;
  /** As typed or chosen: "lesson:4.1"; null for the whole exam. */
  topic: string | null;
  count: number;
  openMinutes: number;
};

export type NotAsked =
  | { kind: 'unknown-topic'; typed: string }
  | { kind: 'no-questions' }
  | { kind: 'cooling-down'; untilAt: Date };

export type Asked = { kind: 'asked'; post: Post; pack: Pack; question: Question; isExhausted: boolean };

/** Topics of the server's exam that match what was typed, best first, with the value that asks for each. */
export async function offerTopics(
  deps: Omit<AskDeps, 'random'>,
  { serverId, typed }: { serverId: string; typed: string },
): Promise<{ name: string; value: string; questions: number }[]> {
  const server = await serverOf(deps, serverId);
  const pack = deps.content.packOf(server.exam);
  if (!pack) return [];
  return findTopics(listTopics(pack, server.edition), typed, 25).map(({ name, topic, questions }) => ({
    name,
    value: formatTopic(topic),
    questions,
  }));
}

export async function askInChannel(deps: AskDeps, input: AskInput): Promise<Asked | NotAsked> {
  const draw = await drawQuestions(deps, { ...input, kind: 'public' });
  if (draw.kind !== 'drawn') return draw;
  const now = deps.clock.now();
  const round =
    draw.questions.length > 1
      ? await insertRound(deps.db, newRound('public', input, { ...draw, now }))
      : null;
  const post = await insertPost(deps.db, {
    kind: round ? 'round' : 'quiz',
    // The interaction's answer is the message, so it counts as sent; a lost answer leaves a post nobody sees.
    status: 'open',
    serverId: input.serverId,
    channelId: input.channelId,
    homeChannelId: input.channelId,
    askedBy: input.memberId,
    ...postedAs(draw.first, { pack: draw.pack, edition: draw.server.edition }, deps.random),
    createdAt: now,
    closesAt: new Date(now.getTime() + input.openMinutes * 60_000),
    ...(round ? { roundId: round.id, position: 1, size: round.questionIds.length } : {}),
  });
  if (!post) throw new Error('a new round has its first question already');
  return {
    kind: 'asked',
    post,
    pack: draw.pack,
    question: draw.first,
    isExhausted: draw.isExhausted,
  };
}

/**
 * A private round of questions that the member has not seen, or not for long. It takes the place of the unfinished
 * one, if that is named; null when another unfinished one is in the way.
 */
export async function startPrivateRound(
  deps: AskDeps,
  input: AskInput & { replaces: number | null },
): Promise<{ kind: 'started'; round: Round } | NotAsked | null> {
  const draw = await drawQuestions(deps, { ...input, kind: 'private' });
  if (draw.kind !== 'drawn') return draw;
  const now = deps.clock.now();
  const round = await startRound(deps.db, {
    round: newRound('private', input, { ...draw, now }),
    ends: input.replaces,
  });
  return round ? { kind: 'started', round } : null;
}

/** One more private question about the same concept, outside any round. */
export async function askAnother(
  deps: AskDeps,
  input: { serverId: string; channelId: string; memberId: string; questionId: string },
): Promise<Asked | NotAsked> {
  const server = await serverOf(deps, input.serverId);
  const concept = deps.content.packOf(server.exam)?.questions.get(input.questionId)?.concepts[0];
  if (!concept) return { kind: 'no-questions' };
  const topic = similarTopic(deps, { server, concept });
  const draw = await drawQuestions(deps, {
    ...input,
    kind: 'private',
    topic,
    count: 1,
    openMinutes: 0,
    justAsked: input.questionId,
  });
  if (draw.kind !== 'drawn') return draw;
  const post = await insertPost(
    deps.db,
    privatePost({ ...input, pack: draw.pack, edition: draw.server.edition, question: draw.first }, deps),
  );
  if (!post) throw new Error('a post without a round cannot conflict');
  return { kind: 'asked', post, pack: draw.pack, question: draw.first, isExhausted: draw.isExhausted };
}

/** The concept where it has several questions, else its lesson. */
function similarTopic(
  deps: AskDeps,
  { server, concept }: { server: ServerSettings; concept: string },
): string {
  const pack = deps.content.packOf(server.exam);
  const lesson = pack?.concepts.get(concept)?.lesson;
  const hasMore = pack && questionsFor(pack, server.edition, { kind: 'concept', id: concept }).length > 1;
  return hasMore || !lesson ? `concept:${concept}` : `lesson:${lesson}`;
}

/** A question that only its asker sees: never closes, never rated. */
export function privatePost(
  what: {
    serverId: string;
    channelId: string;
    memberId: string;
    pack: Pack;
    edition: string;
    question: Question;
  },
  { clock, random }: { clock: Clock; random: Random },
): NewPost {
  return {
    kind: 'private',
    status: 'open',
    serverId: what.serverId,
    channelId: what.channelId,
    homeChannelId: what.channelId,
    askedBy: what.memberId,
    ...postedAs(what.question, what, random),
    createdAt: clock.now(),
    closesAt: null,
  };
}

/** A topic as chosen from the list, or the best match of what was typed instead of choosing. */
function readTopic(pack: Pack, edition: string, typed: string): Topic | null {
  return parseTopic(typed) ?? findTopics(listTopics(pack, edition), typed, 1)[0]?.topic ?? null;
}

type Draw = {
  kind: 'drawn';
  server: ServerSettings;
  pack: Pack;
  questions: Question[];
  first: Question;
  isExhausted: boolean;
};

async function drawQuestions(
  deps: AskDeps,
  input: AskInput & { kind: RoundKind; justAsked?: string },
): Promise<Draw | NotAsked> {
  const server = await serverOf(deps, input.serverId);
  const pack = deps.content.packOf(server.exam);
  if (!pack) throw new Error(`exam pack ${server.exam} is not loaded`);
  const topic = input.topic ? readTopic(pack, server.edition, input.topic) : null;
  if (input.topic && (!topic || questionsFor(pack, server.edition, topic).length === 0)) {
    return { kind: 'unknown-topic', typed: input.topic };
  }
  const lastAsked = await readHistory(deps, { ...input, exam: server.exam });
  const { questions, isExhausted } = chooseQuestions({
    pack,
    edition: server.edition,
    topic,
    count: input.count,
    lastAsked,
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
  });
  if (waitUntil) return { kind: 'cooling-down', untilAt: waitUntil };
  return { kind: 'drawn', server, pack, questions, first, isExhausted };
}

/** When each question came last: for everybody in the channel, or for one member anywhere. */
async function readHistory(
  { db, clock }: AskDeps,
  input: AskInput & { kind: RoundKind; justAsked?: string; exam: string },
): Promise<ReadonlyMap<string, Date>> {
  if (input.kind === 'public') {
    const asked = await lastAskedIn(db, { channelIds: [input.channelId], exam: input.exam });
    return asked.get(input.channelId) ?? new Map();
  }
  const history = await lastAnsweredBy(db, input);
  // The question just answered counts as the newest, even where the answer is still being written.
  return input.justAsked ? history.set(input.justAsked, clock.now()) : history;
}

function newRound(
  kind: RoundKind,
  input: AskInput,
  { server, questions, now }: Pick<Draw, 'server' | 'questions'> & { now: Date },
) {
  return {
    kind,
    serverId: input.serverId,
    memberId: input.memberId,
    exam: server.exam,
    edition: server.edition,
    topic: input.topic,
    questionIds: questions.map((question) => question.id),
    openMinutes: input.openMinutes,
    createdAt: now,
  };
}
