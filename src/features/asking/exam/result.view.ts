// How an exam went, and going through its questions one by one.
import { button, buttons, card, divider, type Message, type Part, text, timestamp } from '#bot/card.ts';
import { findEdition } from '#content/pack.ts';
import { RIGHT, WRONG } from '#features/record/post/view.ts';
import { PASS_MARK } from '#features/standing/progress/exam.rules.ts';
import type { Words } from '#words/words.ts';
import type { Ended } from './ended.rules.ts';
import { examId } from './ids.ts';
import { type DomainResult, reviewedBy } from './rules.ts';
import type { Score } from './score.rules.ts';
import { examTitle } from './screen.view.ts';

export type ShownResult = Ended & { score: Score | null; canReview: boolean };

export function showResult(words: Words, shown: ShownResult): Message {
  const { sitting, pack, outcome, score } = shown;
  const { result } = words.exam;
  return card(colourOf(score), [
    text(
      `-# ${examTitle(words, pack, sitting)}`,
      `### ${result.right(outcome.right, outcome.items)}`,
      endLine(words, shown),
    ),
    score &&
      text(
        scoreLine(words, shown, score),
        result.verdict[score.verdict],
        `-# ${result.basis(outcome.scored)}`,
      ),
    divider(),
    text(`**${result.domains}**`, ...outcome.domains.map((each) => domainLine(words, shown, each))),
    outcome.medianSeconds !== null && text(...timeLines(words, shown)),
    ...resultButtons(words, shown),
  ]);
}

function endLine({ exam: { result } }: Words, { sitting, outcome }: ShownResult): string {
  const end = sitting.isTimeUp
    ? result.timeUp
    : result.submitted(timestamp(sitting.submittedAt ?? sitting.deadlineAt, 'f'));
  return `-# ${outcome.open > 0 ? `${end} ${result.open(outcome.open)}` : end}`;
}

function scoreLine({ exam: { result } }: Words, { sitting, pack }: ShownResult, score: Score): string {
  const pass = findEdition(pack.exam, sitting.edition)?.passScore ?? 0;
  return result.score(score, pass);
}

/** As the real report says it: no share, because so few questions do not carry one. */
function domainLine(
  words: Words,
  { sitting, pack }: ShownResult,
  { domain, right, items }: DomainResult,
): string {
  const { result } = words.exam;
  const found = findEdition(pack.exam, sitting.edition)?.domains.find(({ id }) => id === domain);
  const name = found ? words.post.domain(found.id, found.name) : domain;
  const isMet = right >= PASS_MARK.mean * items;
  const mark = isMet ? `✅ ${result.meets}` : `⚠️ ${result.needsWork}`;
  return `${result.domain(name, right, items)} · ${mark}`;
}

function timeLines({ exam: { result } }: Words, { outcome }: ShownResult): string[] {
  const slowest = outcome.slowest.map(({ position, seconds }) => result.slow(position, clock(seconds)));
  return [`-# ${result.time(clock(outcome.medianSeconds ?? 0))} ${result.slowest(slowest)}`];
}

/** "1:05": minutes and seconds. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function resultButtons({ exam: { result } }: Words, { sitting, graded, canReview }: ShownResult): Part[] {
  const count = (of: 'missed' | 'flagged') => reviewedBy(graded, of).length;
  const [missed, flagged] = [count('missed'), count('flagged')];
  const read = [
    missed > 0 &&
      button(examId(sitting.id, 'read', 'missed', 0), result.missed(missed), { style: 'primary' }),
    flagged > 0 && button(examId(sitting.id, 'read', 'flagged', 0), result.flagged(flagged)),
    button(examId(sitting.id, 'read', 'all', 0), result.everything),
  ];
  const further = [
    canReview && missed > 0 && button(examId(sitting.id, 'review'), result.toReview),
    button(examId(sitting.id, 'share'), result.share),
  ];
  return [buttons(...read), buttons(...further)];
}

const COLOURS = { above: RIGHT, around: 0xd9a13b, below: WRONG };

function colourOf(score: Score | null): number | null {
  return score && COLOURS[score.verdict];
}
