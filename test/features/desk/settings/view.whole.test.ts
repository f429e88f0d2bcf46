// What members read about their settings, and what is offered while they type.
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { settingsCommand } from '#features/desk/settings/commands.ts';
import type { OwnSettings, SettingsOutcome } from '#features/desk/settings/rules.ts';
import {
  offerLanguages,
  offerStarts,
  offerZones,
  showSettingsOutcome,
} from '#features/desk/settings/view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const now = new Date('2026-11-23T10:00:00Z');
const at = new Date('2026-11-23T23:00:00Z');
const stamp = '<t:1795474800:R>';
const settings: OwnSettings = {
  zone: 'Asia/Kolkata',
  isServerZone: false,
  isOutside: false,
  course: null,
  dayStart: 4,
  reminders: true,
  visibility: 'anonymous',
  language: null,
  pauses: [{ fromDate: '2026-12-24', toDate: '2026-12-27' }],
  today: '2026-11-23',
  dayEndsAt: at,
  localTime: '15:30',
};
const pause = { fromDate: '2026-11-23', toDate: '2026-11-25' };

const read = (outcome: SettingsOutcome, spoken = words) => textOf(showSettingsOutcome(spoken, outcome));
const textOf = (message: Message) => JSON.stringify(message).replaceAll('\\n', '\n');

describe('/settings show', () => {
  it('lists everything, with the local time and what it means', () => {
    const shown = read({ kind: 'settings', settings });
    expect(shown).toContain('**Asia/Kolkata**, where it is 15:30');
    expect(shown).toContain('begins at 4:00 in the morning');
    expect(shown).toContain('**Reminders:** on');
    expect(shown).toContain('rank you as “Anonymous”');
    expect(shown).toContain('from 24 December 2026 to 27 December 2026');
  });

  it('says whose zone it is when the member set none', () => {
    const shown = read({ kind: 'settings', settings: { ...settings, isServerZone: true, pauses: [] } });
    expect(shown).toContain('this server’s, **Asia/Kolkata**');
    expect(shown).toContain('**Pauses:** none');
  });

  it('names the chosen language, or says whose it is', () => {
    expect(read({ kind: 'settings', settings })).toContain('**Language:** That of your Discord');
    const own = { ...settings, language: 'Deutsch' };
    expect(read({ kind: 'settings', settings: own })).toContain('**Language:** Deutsch');
    expect(read({ kind: 'settings', settings: own }, wordsOf('de'))).toContain('**Sprache:** Deutsch');
  });
});

const outcomes: [SettingsOutcome, string][] = [
  [{ kind: 'zone-saved', settings, freeAgainAt: at }, `can be changed again ${stamp}`],
  [{ kind: 'zone-unchanged', settings }, 'nothing was changed'],
  [{ kind: 'zone-locked', untilAt: at }, `try again ${stamp}`],
  [{ kind: 'unknown-zone', typed: 'Mars' }, 'no time zone “Mars”'],
  [{ kind: 'would-skip-a-day', today: '2026-11-24', current: 9 }, 'answer one question with `/quiz` first'],
  [{ kind: 'day-start-saved', settings: { ...settings, dayStart: 0 } }, 'begins at midnight'],
  [{ kind: 'reminders-saved', on: true, nextAt: at }, stamp],
  [{ kind: 'reminders-saved', on: true, nextAt: null }, 'They begin with your first streak'],
  [{ kind: 'reminders-saved', on: false, nextAt: null }, 'no reminders'],
  [{ kind: 'visibility-saved', visibility: 'hidden' }, 'you are **hidden**'],
  [{ kind: 'language-saved', name: 'Deutsch' }, 'I answer you in Deutsch'],
  [{ kind: 'language-saved', name: null }, 'in the language of your Discord'],
  [{ kind: 'unknown-language', typed: 'Klingon' }, 'I do not speak “Klingon”'],
  [
    { kind: 'paused', pause, days: 3, isRunning: true, current: 5, coming: [pause] },
    'paused from 23 November 2026 to 25 November 2026 (3 days)',
  ],
  [
    { kind: 'paused', pause, days: 3, isRunning: false, current: 0, coming: [] },
    'Until then every day counts',
  ],
  [{ kind: 'unpaused', pause, wasRunning: true, coming: [] }, 'today counts again'],
  [{ kind: 'unpaused', pause, wasRunning: false, coming: [pause] }, 'is called off'],
  [{ kind: 'not-paused' }, 'No pause is running'],
  [{ kind: 'bad-date', typed: 'soon' }, '“soon” is no date'],
  [{ kind: 'too-long', maxDays: 30 }, '30 days at most'],
  [{ kind: 'in-the-past', earliest: '2026-11-24' }, '24 November 2026 or later'],
  [{ kind: 'too-far' }, 'within a year'],
  [{ kind: 'overlaps', other: pause }, 'from 23 November 2026 to 25 November 2026 already'],
];

describe('a change', () => {
  it.each(outcomes)('is answered in words: $kind', (outcome, expected) => {
    expect(read(outcome)).toContain(expected);
  });

  it.each(outcomes)('is a message that Discord takes: $kind', (outcome) => {
    const message = showSettingsOutcome(words, outcome);
    expect(textLength(message)).toBeLessThan(1000);
    expect(validateBody('callback', { type: 4, data: toPayload(message, { private: true }) })).toEqual([]);
  });

  it('escapes what was typed', () => {
    expect(read({ kind: 'unknown-zone', typed: '**@everyone** <@1>' })).not.toMatch(
      /[^\\]\*\*@everyone|<@1>/,
    );
  });
});

it('/settings is a command that Discord takes', () => {
  expect(validateBody('bulk-commands', [settingsCommand([]).data])).toEqual([]);
});

const offer = (typed: string) => offerZones(words, typed, { around: 'Europe/Berlin', now });

describe('time zones offered', () => {
  it('begin with the server’s own when nothing is typed, at most 25 in all', () => {
    const offered = offer('');
    expect(offered[0]).toEqual({
      name: 'This server’s zone: Europe/Berlin (now 11:00)',
      value: 'server',
    });
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.length).toBeLessThanOrEqual(25);
    expect(offered.every(({ name }) => name.length <= 100)).toBe(true);
  });

  it('match a city, and show its time', () => {
    expect(offer('kolk')[0]).toEqual({ name: 'Asia/Kolkata (now 15:30)', value: 'Asia/Kolkata' });
    expect(offer('new york')[0]?.value).toBe('America/New_York');
  });

  it.each([
    ['+5:45', 'Asia/Kathmandu'],
    ['UTC+14', 'Pacific/Kiritimati'],
    ['gmt -3:30', 'America/St_Johns'],
    ['+0', 'UTC'],
    ['+10:30', 'Australia/Adelaide'],
  ])('match the offset %s as it is now: %s', (typed, zone) => {
    const values = offer(typed).map(({ value }) => value);
    const known = [zone, zone.replace('Kathmandu', 'Katmandu')];
    expect(values.some((value) => known.includes(value))).toBe(true);
  });
});

describe('the first day of a pause', () => {
  it('is offered by weekday', () => {
    expect(offerStarts(words, '', '2026-11-23').slice(0, 3)).toEqual([
      { name: 'Today – 2026-11-23', value: '2026-11-23' },
      { name: 'Tomorrow – 2026-11-24', value: '2026-11-24' },
      { name: 'Wednesday – 2026-11-25', value: '2026-11-25' },
    ]);
    expect(offerStarts(words, 'sund', '2026-11-23')[0]?.value).toBe('2026-11-29');
  });
});

it('languages are offered by their own names, first that of their Discord', () => {
  const languages = [
    { code: 'en', name: 'English' },
    { code: 'de', name: 'Deutsch' },
  ];
  expect(offerLanguages(words, '', languages)).toEqual([
    { name: 'That of your Discord', value: 'discord' },
    { name: 'English', value: 'en' },
    { name: 'Deutsch', value: 'de' },
  ]);
  expect(offerLanguages(words, ' deu', languages).map(({ value }) => value)).toEqual(['de']);
});
