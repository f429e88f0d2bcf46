// Which question a channel's next post asks. Pure.
import { type Domain, domainOf, findEdition, type Pack, type Question } from '#content/pack.ts';
import { chooseQuestions } from '#features/record/question/choice.rules.ts';
import type { Random } from '#lib/random.ts';

export type Wanted = {
  pack: Pack | null;
  edition: string;
  /** Empty: all. Domains that the edition does not have are ignored, so that a change of edition stops nothing. */
  domains: readonly string[];
  /** When each question was last asked in the channel. */
  lastAsked: ReadonlyMap<string, Date>;
  /** Asked only where nothing else is left. */
  doubtful: ReadonlySet<string>;
  random: Random;
};

export type Drawn = { question: Question; domain: Domain; isExhausted: boolean };

/** The question for a channel's next post; null when the edition has none at all. */
export function drawQuestion({ pack, edition, domains, lastAsked, doubtful, random }: Wanted): Drawn | null {
  if (!pack) return null;
  const known = findEdition(pack.exam, edition)?.domains.map((domain) => domain.id) ?? [];
  const input = { pack, edition, topic: null, count: 1, lastAsked, doubtful, random };
  const chosen = chooseQuestions({ ...input, domains: domains.filter((id) => known.includes(id)) });
  // A domain without questions yet: any question is better than none.
  const { questions, isExhausted } = chosen.questions.length > 0 ? chosen : chooseQuestions(input);
  const [question] = questions;
  return question ? { question, domain: domainOf(pack, edition, question), isExhausted } : null;
}
