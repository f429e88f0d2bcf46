import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { showDegraded, showSchedules } from '#features/asking/daily/list.view.ts';
import type { ShownSchedule } from '#features/asking/daily/outcome.rules.ts';
import { showRecap } from '#features/asking/daily/recap.view.ts';
import { badOptionSentence, showChange, showPreview, showSet } from '#features/asking/daily/view.ts';

const now = new Date('2026-11-23T08:00:00Z');
const next = { date: '2026-11-24', at: new Date('2026-11-24T09:00:00Z') };
const wordsOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');

const schedule: ShownSchedule = {
  channelId: '1111111111111111111',
  time: '09:00',
  zone: 'America/Argentina/ComodRivadavia',
  weekdays: [1, 3, 5, 7],
  domains: ['1', '3'],
  roleId: '2222222222222222222',
  wantsThread: true,
  closeAfterMinutes: 720,
  status: 'active',
  skipDate: null,
  lastDate: null,
  lastPost: null,
};

describe('the list', () => {
  it.each([1, 8, 9, 20])('fits a message with %i failing schedules', (count) => {
    const failing = {
      ...schedule,
      skipDate: '2026-11-24',
      lastPost: {
        status: 'dropped',
        failure: 'no-permission:View Channel,Send Messages,Read Message History',
        retryAt: null,
      },
    };
    const message = showSchedules(
      Array.from({ length: count }, () => failing),
      now,
    );
    expect(textLength(message)).toBeLessThanOrEqual(4000);
    expect(JSON.stringify(message).match(/"type":/g)!.length).toBeLessThanOrEqual(40);
  });

  it('names what is missing and when the next try is', () => {
    const retryAt = new Date('2026-11-23T08:10:00Z');
    const lastPost = { status: 'pending', failure: 'no-permission:Send Messages,View Channel', retryAt };
    const words = wordsOf(showSchedules([{ ...schedule, lastPost }], now));
    expect(words).toContain('I lack **Send Messages** and **View Channel** there');
    expect(words).toContain(`<t:${retryAt.getTime() / 1000}:R>`);
  });

  it('says that a paused one can be resumed, and how to start the first', () => {
    expect(wordsOf(showSchedules([{ ...schedule, status: 'paused' }], now))).toContain('/daily resume');
    expect(wordsOf(showSchedules([], now))).toContain('/daily set');
  });
});

describe('what an admin reads', () => {
  it('after setting: the next posts, and that a failure will be told', () => {
    const words = wordsOf(
      showSet({ kind: 'set', isChange: false, settings: schedule, next: [next], held: null }),
    );
    expect(words).toContain(`<t:${next.at.getTime() / 1000}:F>`);
    expect(words).toContain('by direct message');
    expect(words).not.toContain('may not ping');
  });

  it('when it changed an existing schedule: that it did', () => {
    expect(
      wordsOf(showSet({ kind: 'set', isChange: true, settings: schedule, next: [next], held: null })),
    ).toContain('changed');
  });

  it.each([
    ['posted', 'has been posted already, so this begins with the next date'],
    ['skipped-by-admin', 'was skipped, so this begins with the next date'],
  ] as const)('when today’s date was %s: that the change begins with the next one', (held, words) => {
    const set = { kind: 'set' as const, isChange: true, settings: schedule, next: [next], held };
    expect(wordsOf(showSet(set))).toContain(words);
  });

  it('when the bot may not ping the role: what to do', () => {
    const set = { kind: 'set' as const, isChange: false, settings: schedule, next: [next], held: null };
    expect(wordsOf(showSet(set, { isRoleSilent: true }))).toContain(
      'may not ping <@&2222222222222222222> yet',
    );
  });

  it('for a mistyped option: how to write it, with what was typed made harmless', () => {
    const words = badOptionSentence({
      kind: 'bad-option',
      option: 'zone',
      typed: '**Berln** <@1>',
      choices: ['Europe/Berlin'],
    });
    expect(words).toContain('`Europe/Berlin`');
    expect(words).not.toContain('**Berln**');
    expect(words).not.toContain('<@1>');
  });

  it('in the wrong channel: where there is one', () => {
    const none = (wanted: string | null) =>
      wordsOf(showChange({ kind: 'none-here', wanted, channelIds: ['7'] }));
    expect(none(null)).toContain('in this channel: give the option `channel`. There is one in <#7>.');
    expect(none('8')).toContain('no question of the day in <#8>. There is one in <#7>.');
  });

  it('in a preview: times and domain, no question', () => {
    const domain = { id: '2', name: 'Security', weight: 26 };
    const words = wordsOf(
      showPreview({ kind: 'preview', schedule, status: 'active', next: [next], domain, isExhausted: false }),
    );
    expect(words).toContain('Domain 2, Security (26 % of the exam)');
  });

  it('when posting fails: the channel and the reason', () => {
    expect(wordsOf(showDegraded({ channelId: '7', failure: 'no-channel' }))).toMatch(
      /<#7>.*can no longer see it/s,
    );
  });
});

describe('the recap', () => {
  const recap = {
    postId: 1,
    channelId: 'c',
    threadId: null,
    answers: 1,
    right: 1,
    milestones: [],
    next: null,
  };
  it('is one line when there is nothing more to tell', () => {
    expect(wordsOf(showRecap(recap))).toContain('1 answer, 1 right (100 %)');
    expect(wordsOf(showRecap(recap))).not.toContain('milestone');
  });
  it('names milestones and pings nobody', () => {
    const message = showRecap({ ...recap, milestones: [{ memberId: '7', length: 30 }], next });
    expect(wordsOf(message)).toContain('<@7> (30 days)');
    expect(message.pingRoles).toBeUndefined();
  });
});
