// One line of the change log in words: only what is different, and no part cut in two.
import { plain } from '#bot/card.ts';
import { nameWeekdays } from '../daily/parse.rules.ts';
import { duration } from '../daily/view.ts';
import { timestamp } from '../quiz/post.view.ts';
import type { LoggedChange } from './rules.ts';

/** Of each side of a change: six of them share a message of 4,000 characters with everything else. */
const SHOWN_OF_SIDE = 60;
const SEPARATOR = ' · ';

export function changeLine(change: LoggedChange): string {
  const { memberId, changedAt, setting } = change;
  const what = setting.startsWith('daily:')
    ? `question of the day in <#${setting.slice(6)}>`
    : plain(setting);
  return `-# ${timestamp(changedAt)} <@${memberId}>: ${what}: ${differenceOf(change)}`;
}

function differenceOf({ before, after }: LoggedChange): string {
  if (after === null) return 'removed';
  const [were, are] = [before?.split(SEPARATOR) ?? [], after.split(SEPARATOR)];
  const gone = joinParts(were.filter((part) => !are.includes(part)));
  const come = joinParts(are.filter((part) => !were.includes(part)));
  if (before === null) return come;
  if (gone && come) return `${gone} → ${come}`;
  if (come) return `added: ${come}`;
  return gone ? `taken away: ${gone}` : 'settings as before';
}

function joinParts(parts: readonly string[]): string {
  const [first = '', ...more] = parts.map(inWords);
  let line = first;
  for (const part of more) {
    if (line.length + part.length > SHOWN_OF_SIDE) return `${line} …`;
    line += SEPARATOR + part;
  }
  return line;
}

/** Stored are numbers and ids, as `summarize` of the question of the day writes them. */
function inWords(part: string): string {
  const [, days] = /^days ([1-7](?:,[1-7])*)$/.exec(part) ?? [];
  if (days) return nameWeekdays(days.split(',').map(Number));
  const [, role] = /^role (\d+)$/.exec(part) ?? [];
  if (role) return `<@&${role}>`;
  const [, minutes] = /^closes after (\d+) min$/.exec(part) ?? [];
  return minutes ? `closes after ${duration(Number(minutes))}` : plain(part.slice(0, SHOWN_OF_SIDE));
}
