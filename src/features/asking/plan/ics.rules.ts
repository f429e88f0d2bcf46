// Calendar files by RFC 5545: lines that end in CR LF and are folded at 75 octets, text escaped, whole days. Pure.
import type { LocalDate } from '#lib/local-date.ts';

export type CalendarDay = {
  /** The same in each file, so that a calendar which takes it in again changes the entry and adds none. */
  uid: string;
  from: LocalDate;
  /** The first day after it. */
  until: LocalDate;
  title: string;
  details: string;
};

export type Calendar = { name: string; days: readonly CalendarDay[]; madeAt: Date };

export function writeCalendar({ name, days, madeAt }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cohort//Study plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...days.flatMap((day) => eventLines(day, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ uid, from, until, title, details }: CalendarDay, madeAt: Date): string[] {
  const stamp = utcStamp(madeAt);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    // Later files have a higher number: calendars then take what they say for the newer word.
    `SEQUENCE:${Math.max(0, Math.floor(madeAt.getTime() / 60_000) - SEQUENCE_EPOCH)}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${until.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(details)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Minutes from 1970 to 2026: SEQUENCE is a number of 31 bits, and smaller ones are easier to read. */
const SEQUENCE_EPOCH = Date.UTC(2026, 0, 1) / 60_000;

/** Section 3.3.11: backslash, semicolon, comma and new lines. Other control characters may not stand in a text. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ');
}

const MAX_OCTETS = 75;

/** Section 3.1: a longer line goes on in the next, which begins with a space. No character is cut in two. */
export function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = sizeOf(character);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function sizeOf(character: string): number {
  return new TextEncoder().encode(character).length;
}

function utcStamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
