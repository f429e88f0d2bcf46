// What an answer in a review is worth, and what to do instead when nothing is due. Pure.
import { findEdition, type Pack, questionsFor } from '#content/pack.ts';
import type { CardGrade } from '#features/standing/card-grading.ts';

export const confidences = ['guess', 'unsure', 'sure'] as const;
export type Confidence = (typeof confidences)[number];

export function isConfidence(text: string | undefined): text is Confidence {
  return confidences.some((confidence) => confidence === text);
}

/**
 * A right guess is no memory: it comes again like a wrong answer. Nothing here is "easy": with four options to choose
 * from, being sure is what remembering looks like.
 */
export function gradeOf({ isCorrect }: { isCorrect: boolean }, confidence: Confidence): CardGrade {
  if (!isCorrect || confidence === 'guess') return 'again';
  return confidence === 'sure' ? 'good' : 'hard';
}

/** Fewer answers say nothing of a domain. */
const MIN_SEEN = 5;

export type Seen = { questionId: string; seen: number; right: number };
export type WeakDomain = { id: string; name: string };

/**
 * The domain with the smallest share of right answers, among those with enough of them; where there is none, the one
 * that was seen least. Null for a pack without questions.
 */
export function weakestDomain(pack: Pack, edition: string, seen: readonly Seen[]): WeakDomain | null {
  const byQuestion = new Map(seen.map((row) => [row.questionId, row]));
  const domains = (findEdition(pack.exam, edition)?.domains ?? []).flatMap(({ id, name }) => {
    const questions = questionsFor(pack, edition, { kind: 'domain', id });
    const rows = questions.flatMap((question) => byQuestion.get(question.id) ?? []);
    const total = rows.reduce((sum, row) => sum + row.seen, 0);
    const right = rows.reduce((sum, row) => sum + row.right, 0);
    // Domains that are known too little come after those that are known to be weak, the least known first.
    return questions.length > 0 ? [{ id, name, rank: total < MIN_SEEN ? 1 + total : right / total }] : [];
  });
  const [weakest] = domains.toSorted((a, b) => a.rank - b.rank);
  return weakest ? { id: weakest.id, name: weakest.name } : null;
}

/** The lesson that teaches a card, as people know it; null for one that the pack does not name. */
export function lessonOf(pack: Pack, lessonId: string): { id: string; title: string } | null {
  const lessons = pack.modules.flatMap((module) => module.lessons);
  return lessons.find(({ id }) => id === lessonId) ?? null;
}
