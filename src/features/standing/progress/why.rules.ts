// Why a figure is what it is: the answers it rests on, what they weigh, what was assumed. Pure.
import type { Ability } from './ability.rules.ts';
import type { Bank } from './bank.rules.ts';
import { PASS_MARK } from './exam.rules.ts';
import type { Counted, Estimate } from './profile.rules.ts';

const WHY_TOPICS = ['score', 'chance', 'tasks', 'trend', 'raise'] as const;
export type WhyTopic = { kind: (typeof WHY_TOPICS)[number] } | { kind: 'domain'; id: string };

export type Reasons = {
  counted: number;
  /** Sum of weights: as many fresh first answers would say as much. */
  weight: number;
  oldest: Date | null;
  /** The newest first. */
  newest: { questionId: string; at: Date; isRight: boolean; weight: number }[];
  /** Questions of the bank, and those whose difficulty was learned from answers. */
  questions: { all: number; learned: number };
  passMark: typeof PASS_MARK;
  /** Of a domain: by how much the member is better in it, in logits. */
  offset: number | null;
};

const NEWEST = 8;

/** Null for what no menu offers. */
export function parseWhy(typed: string): WhyTopic | null {
  const kind = WHY_TOPICS.find((topic) => topic === typed);
  if (kind) return { kind };
  const [, id] = /^domain-(.+)$/.exec(typed) ?? [];
  return id === undefined ? null : { kind: 'domain', id };
}

export function findReasons(
  { bank, estimate }: { bank: Bank; estimate: Estimate },
  topic: WhyTopic,
): Reasons {
  const domain = topic.kind === 'domain' ? indexOf(bank, topic.id) : null;
  const answers = estimate.counted.filter((answer) => domain === null || answer.domain === domain);
  const items = [...bank.items.values()].filter((item) => domain === null || item.domain === domain);
  return {
    counted: answers.length,
    weight: answers.reduce((sum, answer) => sum + answer.weight, 0),
    oldest: answers[0]?.at ?? null,
    newest: answers.toReversed().slice(0, NEWEST).map(asRead),
    questions: { all: items.length, learned: items.filter(({ learnedFrom }) => learnedFrom > 0).length },
    passMark: PASS_MARK,
    offset: domain === null ? null : offsetOf(estimate.ability, domain),
  };
}

function indexOf({ edition }: Bank, id: string): number {
  return edition.domains.findIndex((domain) => domain.id === id);
}

function offsetOf({ domains }: Ability, domain: number): number | null {
  return domains[domain]?.offset ?? null;
}

function asRead({ questionId, at, share, weight }: Counted): Reasons['newest'][number] {
  return { questionId, at, isRight: share > 0, weight };
}
