// The gates of the bank as a whole. While modules are still being written, most of them cannot hold: they are warnings
// until every module says that it is complete, and errors from then on.
import type { Pack } from '../pack.ts';
import type { Question } from '../schema.ts';
import { findCombinedFlaw } from './combined.ts';
import { findMixFlaws } from './coverage.ts';
import { findCueFlaws } from './cues.ts';
import type { Facts } from './facts.ts';
import type { BankFlaw, Flaw, Level } from './finding.ts';
import { findLevelFlaws, findMarkFlaws } from './levels.ts';
import { findJargon } from './reasons.ts';
import { findCoverageFlaws } from './services.ts';
import { findTricks } from './solvers.ts';
import { findSpreadFlaws } from './spread.ts';

/** In a smaller bank shares say nothing. */
const LEAST_QUESTIONS = 40;

export function gateLevel({ modules }: Pack): Level {
  return modules.length > 0 && modules.every(({ complete }) => complete) ? 'error' : 'warning';
}

export function findBankFlaws(pack: Pack, facts: Facts): Flaw[] {
  const questions = [...pack.questions.values()];
  const flaws: BankFlaw[] = [
    ...(questions.length < LEAST_QUESTIONS ? [] : findShareFlaws(questions)),
    ...findMixFlaws(pack, facts),
    ...findCoverageFlaws(pack, facts),
  ];
  return flaws.map((flaw) => ({ ...flaw, level: gateLevel(pack), path: [] }));
}

/** What section by section of the bank is asked of single questions under the same condition. */
export function findGatedFlaws(question: Question, { pack, facts }: { pack: Pack; facts: Facts }): Flaw[] {
  const level = gateLevel(pack);
  return [...findMarkFlaws(question, facts), ...findJargon(question)].map((flaw) => ({ ...flaw, level }));
}

function findShareFlaws(questions: readonly Question[]): BankFlaw[] {
  return [
    ...findTricks(questions),
    ...findCueFlaws(questions),
    ...findCombinedFlaw(questions),
    ...findLevelFlaws(questions),
    ...findSpreadFlaws(questions),
  ];
}
