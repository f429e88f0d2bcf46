// What came of a press on the checklist's question of the day, and its changes in the log; the line is in line.view.ts.
import { plain, timestamp } from '#bot/card.ts';
import type { LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import type { SectionOutcome } from './outcome.rules.ts';
import { badOptionSentence, changeSentence, heldSentence, lacksSentence } from './view.ts';

export function outcomeSentence(words: Words, outcome: SectionOutcome): string {
  const { daily } = words;
  const { setup } = daily;
  switch (outcome.kind) {
    case 'daily-saved': {
      const channel = `<#${outcome.channelId}>`;
      if (outcome.isNew) return setup.started(channel);
      const saved = setup.saved(channel);
      return outcome.held ? `${saved} ${heldSentence(words, outcome.held)}` : saved;
    }
    case 'channel-taken':
      return setup.channelTaken(`<#${outcome.channelId}>`);
    case 'channel-first':
      return setup.channelFirst;
    case 'channel-kept':
      return setup.channelKept;
    case 'test-queued':
      return setup.testQueued(`<#${outcome.channelId}>`);
    case 'no-question':
      return setup.noQuestion;
    case 'test-too-soon':
      return setup.testTooSoon(`<#${outcome.channelId}>`, timestamp(outcome.at));
    case 'lacks-permission':
      return lacksSentence(words, outcome);
    case 'wrong-channel':
      return daily.wrongChannel(`<#${outcome.channelId}>`);
    case 'role-refused':
      return daily.roleRefused(`<@&${outcome.roleId}>`);
    case 'bad-option':
      return badOptionSentence(words, outcome);
    default:
      return changeSentence(words, outcome);
  }
}

const LOGGED = 'daily:';
const SEPARATOR = ' · ';

/** Stored are numbers and ids, as `summarize` writes them; null for a setting that is not ours. */
export function loggedParts(words: Words, { setting, before, after }: LoggedChange) {
  if (!setting.startsWith(LOGGED)) return null;
  const inWords = (side: string | null) =>
    side === null ? [] : side.split(SEPARATOR).map((part) => partInWords(words, part));
  return {
    what: words.daily.setup.logged(`<#${setting.slice(LOGGED.length)}>`),
    before: inWords(before),
    after: inWords(after),
  };
}

function partInWords({ daily, forms }: Words, part: string): string {
  const { setup } = daily;
  const [, days] = /^days ([1-7](?:,[1-7])*)$/.exec(part) ?? [];
  if (days) return setup.loggedDays(daily.weekdays(days.split(',').map(Number)));
  const [, role] = /^role (\d+)$/.exec(part) ?? [];
  if (role) return `<@&${role}>`;
  const [, minutes] = /^closes after (\d+) min$/.exec(part) ?? [];
  if (minutes) return setup.loggedCloses(daily.duration(Number(minutes)));
  const [, domains] = /^domains (.+)$/.exec(part) ?? [];
  if (domains) return setup.loggedDomains(plain(domains));
  const [, skipped] = /^skips (\d{4}-\d\d-\d\d)$/.exec(part) ?? [];
  if (skipped) return setup.loggedSkips(forms.date(skipped));
  const named: Record<string, string> = {
    thread: setup.loggedThread,
    active: setup.loggedActive,
    paused: setup.loggedPaused,
  };
  return named[part] ?? plain(part.replaceAll('_', ' '));
}
