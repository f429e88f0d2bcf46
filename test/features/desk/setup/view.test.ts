import { describe, expect, it } from 'vitest';
import { type Message, text, textLength } from '#bot/card.ts';
import type { ShownSchedule } from '#features/asking/daily/outcome.rules.ts';
import { section } from '#features/asking/daily/section.ts';
import { type Checked, screenParts, statusParts } from '#features/asking/daily/section.view.ts';
import { describeServer, type Notice, SHOWN_CHANGES } from '#features/desk/setup/rules.ts';
import { showStatus } from '#features/desk/setup/status.view.ts';
import { noticeSentence, showEditionNotice, showNotice, showSetup } from '#features/desk/setup/view.ts';
import type { LoggedChange } from '#features/people/server/section.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

const words = wordsOf('en');
const now = new Date('2026-11-23T08:00:00Z');
const textOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');
const schedule: ShownSchedule = {
  channelId: '1111111111111111111',
  time: '09:00',
  zone: 'Europe/Berlin',
  weekdays: [1, 2, 3, 4, 5],
  domains: [],
  roleId: null,
  wantsThread: false,
  closeAfterMinutes: null,
  status: 'active',
  skipDate: null,
  lastDate: null,
  lastPost: null,
  lastReveal: null,
};
const stateOf = (edition = 'c02', { today = '2026-10-05', language = null as string | null } = {}) =>
  describeServer(libraryOf(makePack()), {
    server: {
      id: 's1',
      exam: 'aws-developer-associate',
      edition,
      zone: 'Europe/Berlin',
      weekStart: 1,
      language,
    },
    today,
  });

type Look = { notices?: Notice[]; state?: ReturnType<typeof stateOf>; isSilent?: boolean };
/** The screen with the question of the day on it, as the bot shows it. */
const screen = (
  schedules: ShownSchedule[],
  { notices = [], state = stateOf(), isSilent = false }: Look = {},
) =>
  showSetup(words, {
    state,
    notices: notices.map((notice) => (spoken) => noticeSentence(spoken, notice)),
    parts: [(spoken) => screenParts(spoken, { schedules, now, isRoleSilent: () => isSilent })],
    languages: listLanguages(),
    now,
  });
type Standing = { checked: Checked[]; changes?: LoggedChange[]; state?: Look['state']; isSilent?: boolean };
const status = ({ checked, changes = [], state = stateOf(), isSilent = false }: Standing, spoken = words) =>
  showStatus(spoken, {
    state,
    parts: [(own) => statusParts(own, { checked, now, isRoleSilent: () => isSilent })],
    sections: [section],
    changes,
    now,
  });
/** Containers, rows, texts and controls: Discord allows 40 in a message. */
const componentCount = (message: Message) =>
  JSON.stringify(message.components).match(/"(accent_color|custom_id|content|divider)":|"type":1,/g)!.length;

describe('the set-up screen', () => {
  it('shows exam with its last sitting, zone, language and daily question, and a control for each', () => {
    const shown = textOf(screen([schedule]));
    expect(shown).toContain('last sitting 30 November 2026');
    expect(shown).toContain('20 questions');
    expect(shown).toContain('09:00 (Europe/Berlin), Monday to Friday');
    expect(shown).toContain('Europe/Berlin, where it is 09:00 now');
    expect([...shown.matchAll(/"custom_id":"setup:1:([a-z-]+)/g)].map(([, control]) => control)).toEqual([
      'edition',
      'channel',
      'role',
      'time',
      'test',
      'zone',
      'week',
      'language',
    ]);
  });

  it('says on top what came of a change, with what was typed made harmless', () => {
    const notices = [{ kind: 'unknown-zone' as const, typed: '**x** @everyone', choices: ['Europe/Berlin'] }];
    const shown = textOf(screen([], { notices }));
    expect(shown).toContain('Did you mean `Europe/Berlin`?');
    expect(shown).not.toContain('**x**');
  });

  it('offers the switch once the edition can no longer be sat', () => {
    const shown = textOf(screen([schedule], { state: stateOf('c02', { today: '2026-12-01' }) }));
    expect(shown).toContain('can no longer be sat.** Its last day was 30 November 2026.');
    expect(shown).toContain('setup:1:switch:c03');
    expect(textOf(screen([schedule]))).not.toContain('setup:1:switch');
  });

  it('offers the switch ahead of the last sitting, with both dates', () => {
    const shown = textOf(screen([schedule], { state: stateOf('c02', { today: '2026-11-26' }) }));
    expect(shown).toContain('can be sat until 30 November 2026.** From 1 December 2026 it is **DVA-C03**');
    expect(shown).toContain('setup:1:switch:c03');
  });

  it('a public notice offers the switch to whoever may manage the server', () => {
    const state = stateOf('c02', { today: '2026-12-01' });
    const shown = textOf(
      showEditionNotice(words, { from: state.edition!, to: state.successor!, isOver: true }),
    );
    expect(shown).toContain('setup:1:notice:c03');
  });

  it('says which role the bot may not ping', () => {
    const pinging = { ...schedule, roleId: '15' };
    const shown = (isSilent: boolean) => textOf(screen([pinging], { isSilent }));
    expect(shown(true)).toContain(
      'I may not ping <@&15> yet. To have a role pinged, an admin can allow everybody to mention it',
    );
    expect(shown(false)).not.toContain('may not ping');
  });
});

describe('the language of the server', () => {
  const chosenIn = (message: Message) =>
    /"value":"([a-z]+)"[^}]*"default":true/.exec(textOf(message).split('setup:1:language')[1] ?? '')?.[1];

  it('is that of Discord until one is chosen, and the menu shows which', () => {
    const unset = screen([]);
    expect(textOf(unset)).toContain('**Language:** that of this server in Discord');
    expect(chosenIn(unset)).toBe('discord');
    const german = screen([], { state: stateOf('c02', { language: 'de' }) });
    expect(textOf(german)).toContain('**Language:** Deutsch');
    expect(chosenIn(german)).toBe('de');
  });

  it('is that of Discord again when ours no longer speaks the one that was chosen', () => {
    const gone = screen([], { state: stateOf('c02', { language: 'tlh' }) });
    expect(textOf(gone)).toContain('**Language:** that of this server in Discord');
  });

  it('the whole screen is in the language of whoever reads it', () => {
    const state = stateOf();
    const shown = { state, notices: [], parts: [], languages: listLanguages(), now };
    const german = textOf(showSetup(wordsOf('de'), shown));
    expect(german).toContain('30. November 2026');
    expect(german).not.toMatch(/Time zone|Language|Choose/);
  });
});

describe('a notice', () => {
  it.each<[Notice, string]>([
    [{ kind: 'edition-kept', code: 'DVA-C03' }, 'prepares for **DVA-C03** already'],
    [{ kind: 'no-such-edition', typed: 'x', codes: ['A', 'B', 'C'] }, 'please choose A, B or C.'],
    [{ kind: 'zone-changed', zone: 'America/New_York' }, 'Time zone: **America/New York**.'],
    [{ kind: 'zone-kept', zone: 'UTC' }, 'The time zone is **UTC** already.'],
    [{ kind: 'unknown-zone', typed: 'Mars', choices: [] }, 'no time zone “Mars”'],
    [{ kind: 'language-changed', name: 'Deutsch' }, 'Everybody here now reads Deutsch.'],
    [{ kind: 'language-changed', name: null }, 'the language that this server has in Discord'],
    [{ kind: 'unknown-language', typed: '*Klingon*' }, 'I do not speak “\\\\*Klingon'],
  ])('says in words: $kind', (notice, expected) => {
    expect(textOf(showNotice(words, notice))).toContain(expected);
  });
});

describe('the status', () => {
  it('names what is missing and where, and who changed what', () => {
    const changes = [
      { memberId: '7', changedAt: now, setting: 'zone', before: 'UTC', after: 'Europe/Berlin' },
    ];
    const shown = textOf(status({ checked: [{ schedule, missing: ['Send Messages'] }], changes }));
    expect(shown).toContain('I lack **Send Messages** there');
    expect(shown).toContain('<@7>: time zone: UTC → Europe/Berlin');
    expect(shown).toContain('Last day to sit DVA-C02');
  });

  it('has no line for a section that says nothing', () => {
    const message = showStatus(words, {
      ...{ state: stateOf(), sections: [], changes: [], now },
      parts: [() => [], () => [null, false], () => [text('All is well')]],
    });
    const lines =
      JSON.stringify(message.components)
        .match(/"(divider|content)":/g)
        ?.join('') ?? '';
    expect(textOf(message)).toContain('All is well');
    expect(lines).not.toContain('"divider":"divider":');
  });

  it('tells a change of language, and names nobody whose data was deleted', () => {
    const change = { memberId: 'erased', changedAt: now, setting: 'language', before: null, after: 'de' };
    const shown = textOf(status({ checked: [], changes: [change] }));
    expect(shown).toMatch(/somebody who is gone: language: as in Discord → \w+/);
    expect(shown).not.toContain('<@');
  });

  const logged = (before: string | null, after: string | null) => {
    const changes = [{ memberId: '7', changedAt: now, setting: 'daily:8', before, after }];
    return textOf(status({ checked: [], changes }));
  };
  it.each([
    [null, '09:00 · UTC · days 1,2,3,4,5,6,7 · role 15', '09:00 · UTC · every day · <@&15>'],
    ['09:00 · UTC · days 1,2,3,4,5', '09:00 · UTC · days 6,7', 'Monday to Friday → Saturday and Sunday'],
    ['09:00 · UTC · role 15', '09:00 · UTC · role 16', '<@&15> → <@&16>'],
    ['09:00 · UTC', '09:00 · UTC · closes after 120 min', 'added: closes after 2 hours'],
    ['09:00 · thread', '09:00', 'taken away: thread'],
    ['09:00', '09:00', 'settings as before'],
    ['active', 'paused', 'active → paused'],
    ['09:00', null, 'removed'],
  ])('tells a change from %s to %s in words', (before, after, told) => {
    expect(logged(before, after)).toContain(`question of the day in <#8>: ${told}"`);
  });

  it('cuts a long change between its parts, never within a mention', () => {
    const shown = logged(null, '09:00 · America/Argentina/ComodRivadavia · days 1,3,5,7 · role 1234567890');
    expect(shown).toContain('America/Argentina/ComodRivadavia …"');
  });

  it('says which role the bot may not ping', () => {
    const pinging = { ...schedule, roleId: '15' };
    const shown = (isSilent: boolean) =>
      textOf(status({ checked: [{ schedule: pinging, missing: [] }], isSilent }));
    expect(shown(true)).toMatch(/I may not ping <@&15>\..*an admin can allow everybody to mention it/s);
    expect(shown(false)).not.toContain('may not ping');
  });

  it.each(['en', 'de'])('fits a message at its fullest: %s', (language) => {
    const full = {
      ...schedule,
      roleId: '1111111111111111111',
      zone: 'America/Argentina/ComodRivadavia',
      weekdays: [1, 3, 5, 7],
      lastPost: {
        status: 'dropped',
        failure: 'no-permission:View Channel,Send Messages,Read Message History',
        retryAt: null,
      },
    };
    const schedules = Array.from({ length: 20 }, (_, index) => ({
      ...full,
      channelId: `11111111111111111${index}`,
    }));
    const checked = schedules.map((each) => ({
      schedule: each,
      missing: ['View Channel', 'Send Messages', 'Read Message History', 'Create Public Threads'],
    }));
    const changes = Array.from({ length: SHOWN_CHANGES }, () => ({
      memberId: '1111111111111111111',
      changedAt: now,
      setting: 'daily:1111111111111111111',
      before: `09:00 · America/Argentina/ComodRivadavia · days 1,3,5,7 · role 1111111111111111111 · thread`,
      after: `10:00 · America/North_Dakota/New_Salem · days 2,4,6 · domains 1,2,3 · closes after 9999 min`,
    }));
    const state = stateOf('c02', { today: '2026-12-01' });
    const message = status({ checked, changes, state, isSilent: true }, wordsOf(language));
    expect(textLength(message)).toBeLessThanOrEqual(4000);
    expect(componentCount(message)).toBeLessThanOrEqual(40);
  });
});
