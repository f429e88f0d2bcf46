// What one member alone reads after answering: right or wrong in words, why for every option, streak and points.

import {
  button,
  buttons,
  card,
  divider,
  linkButton,
  type Message,
  type Part,
  plain,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { keyOf, type Pack, type Question } from '#content/pack.ts';
import type { DayRecorded } from '../streak/rules.ts';
import { isMilestone } from '../streak/rules.ts';
import { accentOf, joinWords, keyLetters, optionText, shorten } from './post.view.ts';
import { type Grade, letterOf, type PostKind, type Rating } from './rules.ts';

export type Feedback = {
  kind: 'answered' | 'already-answered';
  post: {
    id: number;
    kind: PostKind;
    edition: string;
    optionOrder: readonly string[];
    closesAt: Date | null;
    roundId: number | null;
  };
  pack: Pack;
  question: Question;
  picks: readonly string[];
  grade: Grade;
  rating: Rating | null;
  points: number;
  day: DayRecorded | null;
};

const MAX_TEXT = 4000;

/** The whole reasoning. Where it would exceed Discord's limit, the option texts are cut: they stand above anyway. */
export function showFeedback(feedback: Feedback): Message {
  const variants = [
    { withStem: feedback.post.kind === 'private', optionLimit: 220 },
    { withStem: false, optionLimit: 220 },
    { withStem: false, optionLimit: 60 },
  ];
  for (const variant of variants) {
    const message = card(accentOf(feedback), feedbackParts(feedback, variant));
    if (textLength(message) <= MAX_TEXT) return message;
  }
  throw new Error(`feedback on ${feedback.question.id} does not fit a message`);
}

/** The reasoning of a closed question, for members who did not answer it (or want it again). */
export function showReasoning(shown: Pick<Feedback, 'post' | 'pack' | 'question'>): Message {
  const build = (optionLimit: number) =>
    card(accentOf(shown), [
      text(
        `**${keyLetters(shown.question, shown.post.optionOrder)}** ${keyOf(shown.question).length > 1 ? 'are' : 'is'} right.`,
      ),
      divider(),
      text(...reasonLines(shown, { picks: [], optionLimit })),
      text(`**Remember:** ${plain(shown.question.takeaway)}`),
      buttons(...documentationButtons(shown.question)),
    ]);
  const full = build(220);
  return textLength(full) <= MAX_TEXT ? full : build(60);
}

function feedbackParts(
  feedback: Feedback,
  variant: { withStem: boolean; optionLimit: number },
): (Part | false)[] {
  const { question, post } = feedback;
  return [
    text(verdict(feedback)),
    variant.withStem && text(`-# ${plain(question.stem)}`),
    divider(),
    text(...reasonLines(feedback, { picks: feedback.picks, optionLimit: variant.optionLimit })),
    divider(),
    text(`**Remember:** ${plain(question.takeaway)}`, countLine(feedback), ...streakLines(feedback.day)),
    buttons(
      post.roundId !== null &&
        post.kind === 'private' &&
        button(customId('next', 1, post.roundId), 'Next', { style: 'primary' }),
      button(customId('another', 1, question.id), 'Another like this'),
      button(customId('report', 1, feedback.pack.exam.id, question.id, question.version), 'Report'),
      ...documentationButtons(question).slice(0, 2),
    ),
  ];
}

function verdict({ kind, grade, picks, post, question }: Feedback): string {
  const mine = joinWords(picks.map((id) => letterOf(post.optionOrder, id)).toSorted());
  const key = keyLetters(question, post.optionOrder);
  const isMulti = grade.neededPicks > 1;
  const wrong = isMulti
    ? `**Not right**: you chose ${mine}, the answer is ${key}. ${grade.rightPicks} of your ${picks.length} picks ${grade.rightPicks === 1 ? 'was' : 'were'} right; as on the exam, all are needed.`
    : `**Not right**: you chose ${mine}, the answer is ${key}.`;
  const result = grade.isCorrect ? `**Right!** You chose ${mine}.` : wrong;
  return kind === 'answered'
    ? `### ${grade.isCorrect ? '✅' : '❌'} ${result}`
    : `### You answered this already\nYour first answer counts. ${result}`;
}

/** Chosen and right options first, then the others in letter order. */
function reasonLines(
  { post, question }: Pick<Feedback, 'post' | 'question'>,
  { picks, optionLimit }: { picks: readonly string[]; optionLimit: number },
): string[] {
  const key = keyOf(question);
  const weight = (id: string) => (picks.includes(id) ? 0 : 2) + (key.includes(id) ? 0 : 1);
  return post.optionOrder
    .toSorted((a, b) => weight(a) - weight(b))
    .map((id) => {
      const option = question.options.find((candidate) => candidate.id === id);
      const mark = key.includes(id) ? '✅ right' : '❌ wrong';
      const chosen = picks.includes(id) ? ', your choice' : '';
      const label = `**${letterOf(post.optionOrder, id)}** (${mark}${chosen})`;
      return `${label} ${plain(shorten(optionText(question, id), optionLimit))}\n-# ${plain(option?.why ?? '')}`;
    });
}

/** What the answer counted for, in one sentence; nothing for an answer that was counted before. */
function countLine({ rating, points, grade }: Feedback): string | null {
  if (!rating) return null;
  if (rating.isRated) {
    return grade.isCorrect
      ? `**+${points}** ${points === 1 ? 'point' : 'points'} on the leaderboard.`
      : 'Rated: no points this time.';
  }
  const because = {
    private: 'private questions are not rated',
    test: 'a test post is not rated',
    late: 'the question had closed',
    'answered-before': 'you have answered this question within the last 90 days',
  }[rating.because];
  return `Practice, no points: ${because}.`;
}

function streakLines(day: DayRecorded | null): string[] {
  if (!day?.isNewDay) return [];
  const { streak, frozen, broken, earnedFreeze } = day;
  const days = streak.current === 1 ? '1 day' : `${streak.current} days`;
  const lines = [`🔥 Streak: **${days}**${isMilestone(streak.current) ? ' – a milestone!' : ''}`];
  if (frozen.length > 0) {
    lines.push(
      `-# ${frozen.length === 1 ? 'A freeze' : `${frozen.length} freezes`} covered ${joinWords(frozen)}: your streak lives on.`,
    );
  }
  if (broken !== null) lines.push(`-# Your streak of ${broken} ended; this is day one of the next.`);
  if (earnedFreeze)
    lines.push(`-# You earned a freeze (${streak.freezes} in hand): it covers one missed day by itself.`);
  return lines;
}

function documentationButtons(question: Question) {
  return question.references.map((url, index) =>
    linkButton(url, index === 0 ? 'Documentation' : `Documentation ${index + 1}`),
  );
}
