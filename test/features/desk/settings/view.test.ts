// What members read about their settings.
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { commands } from '#features/desk/settings/commands.ts';
import type { OwnSettings, SettingsOutcome } from '#features/desk/settings/rules.ts';
import { showSettingsOutcome } from '#features/desk/settings/view.ts';
import { validateBody } from '#local-discord/validate/index.ts';

const at = new Date('2026-11-23T23:00:00Z');
const stamp = '<t:1795474800:R>';
const settings: OwnSettings = {
  zone: 'Asia/Kolkata',
  isServerZone: false,
  dayStart: 4,
  reminders: true,
  visibility: 'anonymous',
  pauses: [{ fromDate: '2026-12-24', toDate: '2026-12-27' }],
  today: '2026-11-23',
  dayEndsAt: at,
  localTime: '15:30',
};
const pause = { fromDate: '2026-11-23', toDate: '2026-11-25' };

const read = (outcome: SettingsOutcome) => words(showSettingsOutcome(outcome));
const words = (message: Message) => JSON.stringify(message).replaceAll('\\n', '\n');

describe('/settings show', () => {
  it('lists everything, with the local time and what it means', () => {
    const shown = read({ kind: 'settings', settings });
    expect(shown).toContain('**Asia/Kolkata**, where it is 15:30');
    expect(shown).toContain('begins at 4:00 in the morning');
    expect(shown).toContain('**Reminders:** on');
    expect(shown).toContain('rank you as “Anonymous”');
    expect(shown).toContain('from 2026-12-24 to 2026-12-27');
  });

  it('says whose zone it is when the member set none', () => {
    const shown = read({ kind: 'settings', settings: { ...settings, isServerZone: true, pauses: [] } });
    expect(shown).toContain('this server’s, **Asia/Kolkata**');
    expect(shown).toContain('**Pauses:** none');
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
  [
    { kind: 'paused', pause, days: 3, isRunning: true, current: 5, coming: [pause] },
    'paused from 2026-11-23 to 2026-11-25 (3 days)',
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
  [{ kind: 'in-the-past', earliest: '2026-11-24' }, '2026-11-24 or later'],
  [{ kind: 'too-far' }, 'within a year'],
  [{ kind: 'overlaps', other: pause }, 'from 2026-11-23 to 2026-11-25 already'],
];

describe('a change', () => {
  it.each(outcomes)('is answered in words: $kind', (outcome, expected) => {
    expect(read(outcome)).toContain(expected);
  });

  it.each(outcomes)('is a message that Discord takes: $kind', (outcome) => {
    const message = showSettingsOutcome(outcome);
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
  expect(
    validateBody(
      'bulk-commands',
      commands.map((command) => command.data),
    ),
  ).toEqual([]);
});
