// Members press at a rate, whether the bot keeps up or not, on a bot with a past: such as never answered, and such as
// come back after some hundred answers.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#local-discord/server.ts';
import { customIdsOf, textOf } from '../support/cohort.ts';
import type { Stage } from './growth/stage.ts';

const RATES = [50, 200, 500];
/** What is asked of the bot, in milliseconds, at so many presses a second. */
const ASKED = { rate: 200, p99: 60 };
const ROUNDS = 3;
const WARM_SECONDS = 3;
/** As many as one member may have open. */
const QUESTIONS = 10;

type Question = { messageId: string; customId: string };
type Measured = { p50: number; p99: number; max: number };
/** `press` does one press more. */
type Kind = { name: string; press: () => Promise<void> };

export async function benchOpenLoop(stage: Stage, seconds: number): Promise<string[]> {
  const questions = await askQuestions(stage);
  const kinds = [newcomers(stage, questions), returning(stage, questions)];
  for (const { press } of kinds) await pressAt(press, ASKED.rate, WARM_SECONDS);
  const heading = ['p50', 'p99', 'max'].map((each) => each.padStart(8)).join('');
  const lines = [''.padEnd(52) + heading];
  const told: string[] = [];
  for (const rate of RATES) {
    for (const [index, { p50, p99, max }] of (await compare(kinds, { rate, seconds })).entries()) {
      const { name } = kinds[index] as Kind;
      const cells = [p50, p99, max].map((each) => each.toFixed(1).padStart(8)).join('');
      lines.push(`${`the whole bot, ${rate}/s, ${name} members`.padEnd(52)}${cells}`);
      if (rate === ASKED.rate) told.push(`${name} ${p99.toFixed(0)} ms${p99 > ASKED.p99 ? ' (missed)' : ''}`);
    }
  }
  return [...lines, `asked: p99 at most ${ASKED.p99} ms at ${ASKED.rate}/s; measured: ${told.join(', ')}`];
}

/** Turn by turn, so that both meet the same noise. */
async function compare(
  kinds: readonly Kind[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Measured[]> {
  const runs = kinds.map((kind) => ({ kind, measured: [] as Measured[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { kind, measured } of runs) measured.push(await pressAt(kind.press, rate, seconds));
  }
  return runs.map(({ measured }) => middleOf(measured));
}

/** Each is somebody else. */
function newcomers(stage: Stage, [question]: readonly Question[]): Kind {
  return { name: 'new', press: () => pressOn(stage.newcomer(), question) };
}

/** All members on one question, then all on the next: nobody answers a question twice. */
function returning({ members }: Stage, questions: readonly Question[]): Kind {
  let presses = 0;
  return {
    name: 'returning',
    press() {
      const number = presses++;
      return pressOn(members[number % members.length], questions[Math.floor(number / members.length)]);
    },
  };
}

async function pressOn(actor: Actor | undefined, question: Question | undefined): Promise<void> {
  if (!actor || !question) throw new Error('everybody has answered every question: fewer seconds');
  const result = await actor.press(question.messageId, question.customId);
  if (result.state !== 'replied') throw new Error(`${result.state}: ${result.reason}`);
}

/** At the rate on average, as strangers do who do not know of each other (Poisson). */
async function pressAt(press: Kind['press'], rate: number, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const pressing: Promise<void>[] = [];
  const started = performance.now();
  let due = started;
  while (due < started + seconds * 1000) {
    due += (-Math.log(1 - Math.random()) / rate) * 1000;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    const from = due;
    pressing.push(press().then(() => void times.push(performance.now() - from)));
  }
  await Promise.all(pressing);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function middleOf(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((a, b) => a.p99 - b.p99);
  return sorted[Math.floor(sorted.length / 2)] ?? { p50: 0, p99: 0, max: 0 };
}

/** By members of their own, so that nobody has to wait; of those with one right option, whose buttons answer. */
async function askQuestions({ members, channelId, sql }: Stage): Promise<Question[]> {
  const questions: Question[] = [];
  for (const actor of members.slice(0, 3 * QUESTIONS)) {
    if (questions.length === QUESTIONS) break;
    await sql`delete from cooldowns`;
    const { message } = await actor.command(channelId, '/quiz open-for:7d');
    const customId = customIdsOf(message).find((id) => id.startsWith('answer:'));
    if (message && customId && textOf(message).includes('Select ONE'))
      questions.push({ messageId: message.id, customId });
  }
  if (questions.length < QUESTIONS) throw new Error('the bot asked too few single-response questions');
  return questions;
}
