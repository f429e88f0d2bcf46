import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import type { ShownSchedule } from '#features/asking/daily/outcome.rules.ts';
import { describeServer, SHOWN_CHANGES } from '#features/desk/setup/rules.ts';
import { showStatus } from '#features/desk/setup/status.view.ts';
import { showRetiredNotice, showSetup } from '#features/desk/setup/view.ts';
import { makePack, packsOf } from '../../../support/pack.ts';

const now = new Date('2026-11-23T08:00:00Z');
const wordsOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');
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
};
const stateOf = (schedules: ShownSchedule[], edition = 'c02', today = '2026-11-23') =>
  describeServer(packsOf(makePack()), {
    server: { id: 's1', exam: 'aws-developer-associate', edition, zone: 'Europe/Berlin' },
    schedules,
    today,
  });
/** Containers, rows, texts and controls: Discord allows 40 in a message. */
const componentCount = (message: Message) =>
  JSON.stringify(message.components).match(/"(accent_color|custom_id|content|divider)":|"type":1,/g)!.length;

describe('the set-up screen', () => {
  it('shows exam with its last sitting, zone and daily question, and a control for each', () => {
    const words = wordsOf(showSetup(stateOf([schedule]), { notices: [], now, isRoleSilent: () => false }));
    expect(words).toContain('last sitting 30 Nov 2026');
    expect(words).toContain('20 questions');
    expect(words).toContain('09:00 (Europe/Berlin), Monday to Friday');
    expect([...words.matchAll(/"custom_id":"setup:1:([a-z-]+)/g)].map(([, control]) => control)).toEqual([
      'edition',
      'channel',
      'role',
      'zone',
      'time',
      'test',
    ]);
  });

  it('says on top what came of a change, with what was typed made harmless', () => {
    const notices = [{ kind: 'unknown-zone' as const, typed: '**x** @everyone', choices: ['Europe/Berlin'] }];
    const words = wordsOf(showSetup(stateOf([]), { notices, now, isRoleSilent: () => false }));
    expect(words).toContain('Did you mean `Europe/Berlin`?');
    expect(words).not.toContain('**x**');
  });

  it('offers the switch once the edition can no longer be sat', () => {
    const words = wordsOf(
      showSetup(stateOf([schedule], 'c02', '2026-12-01'), { notices: [], now, isRoleSilent: () => false }),
    );
    expect(words).toContain('can no longer be sat.** Its last day was 30 Nov 2026.');
    expect(words).toContain('setup:1:switch:c03');
    expect(
      wordsOf(showSetup(stateOf([schedule]), { notices: [], now, isRoleSilent: () => false })),
    ).not.toContain('setup:1:switch');
  });

  it('a public notice offers the switch to whoever may manage the server', () => {
    const state = stateOf([], 'c02', '2026-12-01');
    const words = wordsOf(showRetiredNotice({ from: state.edition!, to: state.successor! }));
    expect(words).toContain('setup:1:notice:c03');
  });

  it('says which role the bot may not ping', () => {
    const pinging = { ...schedule, roleId: '15' };
    const words = (isSilent: boolean) =>
      wordsOf(showSetup(stateOf([pinging]), { notices: [], now, isRoleSilent: () => isSilent }));
    expect(words(true)).toContain(
      'I may not ping <@&15> yet. To have a role pinged, an admin can allow everybody to mention it',
    );
    expect(words(false)).not.toContain('may not ping');
  });
});

describe('the status', () => {
  it('names what is missing and where, and who changed what', () => {
    const changes = [
      { memberId: '7', changedAt: now, setting: 'zone', before: 'UTC', after: 'Europe/Berlin' },
    ];
    const checks = [{ channelId: schedule.channelId, missing: ['Send Messages'] }];
    const words = wordsOf(
      showStatus({ state: stateOf([schedule]), checks, changes, isRoleSilent: () => false }, now),
    );
    expect(words).toContain('I lack **Send Messages** there');
    expect(words).toContain('<@7>: zone: UTC → Europe/Berlin');
    expect(words).toContain('Last day to sit DVA-C02');
  });

  const logged = (before: string | null, after: string | null) => {
    const changes = [{ memberId: '7', changedAt: now, setting: 'daily:8', before, after }];
    return wordsOf(
      showStatus({ state: stateOf([schedule]), checks: [], changes, isRoleSilent: () => false }, now),
    );
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
    const words = logged(null, '09:00 · America/Argentina/ComodRivadavia · days 1,3,5,7 · role 1234567890');
    expect(words).toContain('America/Argentina/ComodRivadavia …"');
  });

  it('says which role the bot may not ping', () => {
    const pinging = { ...schedule, roleId: '15' };
    const words = (isSilent: boolean) =>
      wordsOf(
        showStatus({ state: stateOf([pinging]), checks: [], changes: [], isRoleSilent: () => isSilent }, now),
      );
    expect(words(true)).toMatch(/I may not ping <@&15>\..*an admin can allow everybody to mention it/s);
    expect(words(false)).not.toContain('may not ping');
  });

  it('fits a message at its fullest', () => {
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
    const checks = schedules.map(({ channelId }) => ({
      channelId,
      missing: ['View Channel', 'Send Messages', 'Read Message History', 'Create Public Threads'],
    }));
    const changes = Array.from({ length: SHOWN_CHANGES }, () => ({
      memberId: '1111111111111111111',
      changedAt: now,
      setting: 'daily:1111111111111111111',
      before: `09:00 · America/Argentina/ComodRivadavia · days 1,3,5,7 · role 1111111111111111111 · thread`,
      after: `10:00 · America/North_Dakota/New_Salem · days 2,4,6 · domains 1,2,3 · closes after 9999 min`,
    }));
    const message = showStatus(
      { state: stateOf(schedules, 'c02', '2026-12-01'), checks, changes, isRoleSilent: () => true },
      now,
    );
    expect(textLength(message)).toBeLessThanOrEqual(4000);
    expect(componentCount(message)).toBeLessThanOrEqual(40);
  });
});
