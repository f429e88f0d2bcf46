// The winners of a week in their channel, and the setting on the set-up screen.
import { card, type Message, pickFromServer, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import { faultOf } from '#features/people/server/rules.ts';
import type { CheckedChannel, ChecklistLine, LoggedChange } from '#features/people/server/section.ts';
import { addDays } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import type { Entry } from './board.rules.ts';
import type { Ranked } from './rules.ts';
import { ACCENT, MEDALS } from './view.ts';

export type WinnersTold = { week: string; rows: readonly Ranked<Entry>[] };

export function showWinners({ leaderboard, forms }: Words, { week, rows }: WinnersTold): Message {
  const { winners } = leaderboard;
  const lines = rows.map(({ rank, memberId, visibility, points, right, rated }) => {
    const name = visibility === 'visible' ? `<@${memberId}>` : leaderboard.anonymous;
    return `${MEDALS[rank] ?? ''}**${rank}.** ${name} – **${leaderboard.points(points)}**, ${leaderboard.right(right, rated)}`;
  });
  return card(ACCENT, [
    text(`### ${winners.title}`, `-# ${forms.date(week)} – ${forms.date(addDays(week, 6))}`, ...lines),
    text(`-# ${winners.next}`),
  ]);
}

export const winnersControl = 'winners';

/** Null where nobody wants it. */
export function winnersLine(told: CheckedChannel | null): ChecklistLine {
  const fault = told && faultOf(told.channelId, told.lacking);
  return {
    standing: told === null ? 'off' : fault ? 'broken' : 'done',
    title: ({ leaderboard }) => leaderboard.winners.title,
    facts: (words) => {
      const { winners } = words.leaderboard;
      if (!told) return [winners.off];
      return [fault && winnersSentence(words, fault), winners.on(`<#${told.channelId}>`)];
    },
    controls: ({ leaderboard: { winners } }) => [
      pickFromServer(customId('setup', 1, winnersControl), winners.choose, {
        of: 'channel',
        // A menu that shows a channel which is gone would be refused.
        chosen: told && told.lacking !== 'no-channel' ? told.channelId : null,
      }),
    ],
    channels: told ? [told] : [],
  };
}

export type WinnersNotice =
  | { kind: 'on' | 'kept'; channelId: string }
  | { kind: 'off' | 'was-off' }
  | { kind: 'wrong-channel'; channelId: string }
  | { kind: 'lacks'; channelId: string; missing: readonly string[] };

export function winnersSentence(words: Words, notice: WinnersNotice): string {
  const { winners } = words.leaderboard;
  switch (notice.kind) {
    case 'on':
    case 'kept':
      return winners.turnedOn(`<#${notice.channelId}>`);
    case 'off':
    case 'was-off':
      return winners.turnedOff;
    case 'wrong-channel':
      return winners.wrongChannel(`<#${notice.channelId}>`);
    case 'lacks':
      return winners.lacks(`<#${notice.channelId}>`, boldPermissions(words, notice.missing));
  }
}

/** A change that was logged, in words; null for those of others. */
export function loggedWinners({ leaderboard }: Words, { setting, before, after }: LoggedChange) {
  if (setting !== winnersControl) return null;
  const side = (channelId: string | null) => (channelId === null ? [] : [`<#${channelId}>`]);
  return { what: leaderboard.winners.setting, before: side(before), after: side(after) };
}
