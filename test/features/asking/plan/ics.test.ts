// Calendar files by RFC 5545: what any calendar must be able to read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, fold, writeCalendar } from '#features/asking/plan/ics.rules.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;
const unfold = (text: string) => text.replaceAll('\r\n ', '');
const unescaped = (text: string) =>
  text.replaceAll(/\\([\\;,n])/g, (_, mark) => (mark === 'n' ? '\n' : mark));

describe('a calendar file', () => {
  const day = {
    uid: 'plan-0@cohort',
    from: '2026-11-26',
    until: '2026-12-03',
    title: 'Lambda; APIs, and more',
    details: `Lessons:\n1.1 Lifecycle\n${'ü'.repeat(80)}`,
  };
  const written = writeCalendar({ name: 'Plan', days: [day], madeAt: new Date('2026-11-26T12:34:56Z') });

  it('ends each line with CR LF and has none longer than 75 octets', () => {
    expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = written.split('\r\n');
    expect(lines.filter((line) => line.includes('\n') || bytes(line) > 75)).toEqual([]);
  });

  it('has whole days, the end exclusive, and one id for each week, whenever it is made', () => {
    const lines = unfold(written).split('\r\n');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261126');
    expect(lines).toContain('DTEND;VALUE=DATE:20261203');
    expect(lines).toContain('DTSTAMP:20261126T123456Z');
    expect(lines).toContain('UID:plan-0@cohort');
    expect(lines).toContain(String.raw`SUMMARY:Lambda\; APIs\, and more`);
  });

  it('made again has a higher SEQUENCE, so that calendars take it for the newer word', () => {
    const sequence = (at: string) =>
      Number(
        /SEQUENCE:(\d+)/.exec(writeCalendar({ name: 'Plan', days: [day], madeAt: new Date(at) }))?.[1] ?? -1,
      );
    expect(sequence('2026-11-27T12:00:00Z')).toBeGreaterThan(sequence('2026-11-26T12:00:00Z'));
  });
});

it('folding takes nothing away and cuts no character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '');
      expect(unfold(fold(line))).toBe(line);
      expect(
        fold(line)
          .split('\r\n')
          .filter((part) => bytes(part) > 75),
      ).toEqual([]);
    }),
  );
});

it('escaping can be undone, and leaves no line break', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      const shown = text.replaceAll(/\r\n|\r/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ');
      expect(escapeText(text)).not.toMatch(/[\r\n]/);
      expect(unescaped(escapeText(text))).toBe(shown);
    }),
  );
});
