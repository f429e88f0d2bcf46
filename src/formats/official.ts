// An official pack as a bank: everything its questions have, so that any format can be asked what it loses.
import type { Pack, Question } from '#content/pack.ts';
import type { Bank, Item } from './item.ts';

export function bankOf(pack: Pack, domainOf: (question: Question) => string | null): Bank {
  return {
    name: pack.exam.name,
    items: [...pack.questions.values()].map((question) => itemOf(question, domainOf(question))),
  };
}

export function itemOf(question: Question, domain: string | null): Item {
  const { id, stem, options, difficulty, takeaway, references, ...extra } = question;
  return {
    key: id,
    stem,
    options: options.map(({ text, correct, why }) => ({ text, correct, why })),
    difficulty,
    domain,
    takeaway,
    references,
    extra,
  };
}
