// The weekly message: what was done, what this week asks for, and a way to the next question; at last, how the exam went.
import { buttons, card, channelAddress, linkButton, type Message, plain, text } from '#bot/card.ts';
import type { Done } from '#features/standing/doing.ts';
import type { Words } from '#words/words.ts';
import { type PlanSeen, titleOf } from './seen.rules.ts';
import { ACCENT, summary } from './view.ts';

export type ShownDigest = ShownWeek | ShownAsking;
type ShownWeek = {
  kind: 'week';
  seen: PlanSeen;
  lastWeek: Required<Done>;
  /** Where the member answered last; null when there is no such place. */
  place: { serverId: string; channelId: string } | null;
};
type ShownAsking = { kind: 'result'; code: string; examDate: string };

const MAX_LESSONS = 10;

export function showDigest(words: Words, shown: ShownDigest): Message {
  return shown.kind === 'week' ? showWeek(words, shown) : showAsking(words, shown);
}

/** Asked once, and never again: who does not want to say need not. */
function showAsking({ plan: { over, digest }, forms }: Words, { code, examDate }: ShownAsking): Message {
  return card(ACCENT, [
    text(`### ${over.title(code, forms.date(examDate))}`, digest.result, `-# ${digest.once}`),
  ]);
}

function showWeek(words: Words, { seen, lastWeek, place }: ShownWeek): Message {
  const { digest } = words.plan;
  const [now] = seen.weeks;
  const { lessons, questions, reviews, exams } = lastWeek;
  const did = { lessons: lessons.length, questions, reviews, exams: exams.length };
  const titles = (now?.week.lessons ?? []).slice(0, MAX_LESSONS).map((id) => plain(titleOf(seen.pack, id)));
  return card(ACCENT, [
    text(
      `### ${digest.title(seen.index + 1, seen.spans.length)}`,
      `-# ${digest.exam(seen.edition.code, words.forms.date(seen.plan.examDate))}`,
      digest.did(did),
    ),
    now ? text(`**${digest.now}** ${summary(words, now)}`, ...titles) : null,
    text(digest.how, `-# ${digest.off}`),
    place && buttons(linkButton(channelAddress(place), digest.answer)),
  ]);
}
