// A server's week in its channel.
import { button, buttons, card, divider, type Message, plain, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Resource } from '#content/extras.ts';
import type { Pack } from '#content/pack.ts';
import { localDateAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import type { WeekTold } from './rules.ts';

const ACCENT = 0x6d5bd0;
const MAX_LESSONS = 8;

export function showWeek(words: Words, told: WeekTold): Message {
  const { digest, forms } = words;
  const { week, zone, tally, members, weakest, next, pack } = told;
  const answer = answerId(told);
  return card(ACCENT, [
    text(
      `### ${digest.title}`,
      `-# ${digest.until(forms.date(localDateAt(week.to, zone)))}`,
      digest.did({ answers: tally.answers, members, share: tally.right / Math.max(1, tally.answers) }),
      weakest && digest.weakest(plain(titleOf(pack, weakest.lesson)), weakest.right, weakest.answers),
    ),
    next && divider(),
    next &&
      text(
        `**${digest.next}** ${plain(next.week.focus)}`,
        ...next.lessons.slice(0, MAX_LESSONS).map((id) => plain(titleOf(pack, id))),
      ),
    next && next.ears.length > 0 && text(`**${digest.ears}**`, ...next.ears.map(earLine)),
    answer !== null && buttons(button(answer, digest.answer, { style: 'primary' })),
  ]);
}

/** Of this week alone, so that its message can be found again after a crash; null where there is no lesson to ask about. */
export function answerId({ weakest, next, week }: WeekTold): string | null {
  const lesson = weakest?.lesson ?? next?.lessons[0];
  return lesson === undefined ? null : customId('practice', 1, 1, `lesson:${lesson}@${week.to.getTime()}`);
}

/** The address in pointed brackets shows no preview. */
function earLine({ title, address, source }: Resource): string {
  return `[${plain(title).replaceAll(/[[\]]/g, '')}](<${address}>) – ${plain(source)}`;
}

function titleOf(pack: Pack, lessonId: string): string {
  const lesson = pack.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  return lesson ? `${lesson.id} ${lesson.title}` : lessonId;
}
