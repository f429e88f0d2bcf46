// What a diagnosis is, and which question it asks next. Pure.
import { findEdition, type Pack, type Question } from '#content/pack.ts';
import { drawOptionOrder } from '#features/record/post/rules.ts';
import type { Answer } from '#features/standing/progress/ability.rules.ts';
import type { Bank, BankItem } from '#features/standing/progress/bank.rules.ts';
import {
  BAND_COUNT,
  bandOf,
  type Candidate,
  chooseDiagnostic,
  DIAGNOSE_LENGTH,
} from '#features/standing/progress/diagnose.rules.ts';
import { estimateAbility } from '#features/standing/progress/estimate.rules.ts';
import type { Random } from '#lib/random.ts';

/** As long as scenario questions take most people. */
export const MINUTES = 40;
/** A question that is left lying open is not being thought about: this much of it counts at most. */
export const MAX_VISIT_S = 30 * 60;
/** Components of a private message are dead when its token is, after 15 minutes: said a minute before. */
export const OLD_MESSAGE_MS = 14 * 60_000;
/** What was answered within this time would measure the memory of it. */
const FRESH_AFTER_MS = 21 * 86_400_000;

/** One question as it was drawn. */
export type Drawn = {
  questionId: string;
  questionVersion: number;
  optionOrder: string[];
  domain: string;
};

export type Answered = Drawn & { picks: string[]; isRight: boolean; seconds: number; at: Date };

/** By question and band of the end: how many were shown it; under the empty id, how many ended there. */
export type Exposures = ReadonlyMap<string, readonly number[]>;

export type NextInput = {
  pack: Pack;
  bank: Bank;
  answered: readonly Pick<Answered, 'questionId' | 'domain' | 'isRight'>[];
  exposures: Exposures;
  /** When this member last answered each question, anywhere. */
  lastSeen: ReadonlyMap<string, Date>;
  /** Asked only where nothing else is left: what may have another key measures nobody. */
  doubtful: ReadonlySet<string>;
  now: Date;
  random: Random;
};

const NEVER: readonly number[] = Array<number>(BAND_COUNT).fill(0);

/** Null when all are asked, or there is nothing more to ask. */
export function drawNext(input: NextInput): Drawn | null {
  const { pack, bank, random } = input;
  const asked = bank.edition.domains.map(
    ({ id }) => input.answered.filter(({ domain }) => domain === id).length,
  );
  const choose = (candidates: readonly Candidate[]) =>
    chooseDiagnostic({
      ability: abilityOf(input),
      weights: bank.exam.shape.weights,
      asked,
      candidates,
      takers: input.exposures.get('') ?? NEVER,
      random,
    });
  // Somebody who has just practised the whole bank is asked all the same.
  const chosen =
    choose(candidatesOf(input, (item) => isTrusted(item, input) && isFresh(item, input))) ??
    choose(candidatesOf(input, isTrusted)) ??
    choose(candidatesOf(input, () => true));
  const question = chosen && pack.questions.get(chosen.id);
  return question
    ? drawnOf(question, { domain: bank.edition.domains[chosen.domain]?.id ?? '', random })
    : null;
}

/** The level at which the diagnosis ended: under it is kept what was shown. */
export function endBand(input: Pick<NextInput, 'bank' | 'answered'>): number {
  return bandOf(abilityOf(input));
}

/** How many questions it will have: fewer where the bank is smaller. */
export function lengthOf(bank: Bank): number {
  return Math.min(DIAGNOSE_LENGTH, bank.items.size);
}

/** From the answers of this diagnosis alone: what was known before does not choose what confirms it. */
function abilityOf({ bank, answered }: Pick<NextInput, 'bank' | 'answered'>) {
  const answers = answered.flatMap(({ questionId, isRight }): Answer[] => {
    const item = bank.items.get(questionId);
    return item ? [{ ...item, share: isRight ? 1 : 0, weight: 1, since: 0 }] : [];
  });
  return estimateAbility(answers, bank.edition.domains.length);
}

function candidatesOf(input: NextInput, admits: (item: BankItem, input: NextInput) => boolean): Candidate[] {
  const asked = new Set(input.answered.map(({ questionId }) => questionId));
  return [...input.bank.items.values()]
    .filter((item) => !asked.has(item.id) && admits(item, input))
    .map((item) => ({ ...item, shown: input.exposures.get(item.id) ?? NEVER }));
}

function isTrusted({ id }: BankItem, { doubtful }: NextInput): boolean {
  return !doubtful.has(id);
}

function isFresh({ id }: BankItem, { lastSeen, now }: NextInput): boolean {
  return now.getTime() - (lastSeen.get(id)?.getTime() ?? 0) > FRESH_AFTER_MS;
}

function drawnOf(question: Question, { domain, random }: { domain: string; random: Random }): Drawn {
  const { id: questionId, version: questionVersion } = question;
  return { questionId, questionVersion, optionOrder: drawOptionOrder(question, random), domain };
}

export function codeOf(pack: Pack, edition: string): string {
  return findEdition(pack.exam, edition)?.code ?? edition;
}
