// F26, the words of reasons: the jargon of those who write questions has no place before those who answer them.
import type { Question } from '../schema.ts';
import type { Flaw } from './finding.ts';
import { passagesOf } from './words.ts';

const jargon = /\bthe (stem|distractors?)\b/i;

export function findJargon(question: Question): Omit<Flaw, 'level'>[] {
  return passagesOf(question)
    .filter(({ place }) => place === 'why' || place === 'takeaway')
    .flatMap(({ path, text }) => {
      const [words] = jargon.exec(text) ?? [];
      return words === undefined
        ? []
        : [{ code: 'F26', path, text: `says "${words}": say "the scenario" or quote it` }];
    });
}
