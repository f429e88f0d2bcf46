// The short message after a question of the day has closed.
import { card, type Message, text } from '#bot/card.ts';
import { joinWords, timestamp } from '../quiz/post.view.ts';
import type { Recap } from './outcome.rules.ts';

export function showRecap(recap: Recap): Message {
  const { answers, right, milestones, next } = recap;
  const share = answers === 0 ? 0 : Math.round((100 * right) / answers);
  const reached = milestones.map(({ memberId, length }) => `<@${memberId}> (${length} days)`);
  return card(null, [
    text(
      `**Question of the day:** ${answers} ${answers === 1 ? 'answer' : 'answers'}, ${right} right (${share} %). The key is above.`,
      reached.length > 0 && `🔥 **Streak milestones:** ${joinWords(reached)}. Well done!`,
      next && `-# Next question ${timestamp(next.at, 'F')} (${timestamp(next.at)})`,
    ),
  ]);
}
