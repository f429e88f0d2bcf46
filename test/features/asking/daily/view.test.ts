import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { showDegraded, showSchedules } from '#features/asking/daily/list.view.ts';
import type { ShownSchedule } from '#features/asking/daily/outcome.rules.ts';
import { showRecap } from '#features/asking/daily/recap.view.ts';
import { badOptionSentence, showChange, showPreview, showSet, timing } from '#features/asking/daily/view.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const now = new Date('2026-11-23T08:00:00Z');
const next = { date: '2026-11-24', at: new Date('2026-11-24T09:00:00Z') };
const read = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');

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
  lastReveal: null,
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
      words,
      Array.from({ length: count }, () => failing),
      now,
    );
    expect(textLength(message)).toBeLessThanOrEqual(4000);
    expect(JSON.stringify(message).match(/"type":/g)!.length).toBeLessThanOrEqual(40);
  });

  it('names what is missing and when the next try is', () => {
    const retryAt = new Date('2026-11-23T08:10:00Z');
    const lastPost = { status: 'pending', failure: 'no-permission:Send Messages,View Channel', retryAt };
    const said = read(showSchedules(words, [{ ...schedule, lastPost }], now));
    expect(said).toContain('I lack **Send Messages** and **View Channel** there');
    expect(said).toContain(`<t:${retryAt.getTime() / 1000}:R>`);
  });

  it('shows Discord’s code of a refusal, and that the last key could not be shown', () => {
    const lastPost = { status: 'pending', failure: 'refused:50035', retryAt: null };
    expect(read(showSchedules(words, [{ ...schedule, lastPost }], now))).toContain(
      '**Failing:** Discord refuses it (code 50035).',
    );
    const revealed = read(showSchedules(words, [{ ...schedule, lastReveal: 'no-permission' }], now));
    expect(revealed).toContain('**The last key could not be shown:** Discord does not let me change');
    expect(revealed).toContain('Running. Next:');
  });

  it.each([
    ['post', 'no-permission:Send Messages', /could not be posted in <#1.*I lack \*\*Send Messages/],
    ['post', 'refused:50035', /could not be posted in <#1.*with code 50035.*I keep trying/],
    ['reveal', 'no-permission', /key .* could not be shown in <#1.*does not let me change.*Nothing is lost/],
    ['reveal', 'refused:50035', /key .* could not be shown in <#1.*with code 50035.*Nothing is lost/],
  ] as const)('is told by direct message of a %s that meets %s', (of, failure, expected) => {
    const message = showDegraded(words, { channelId: schedule.channelId, trouble: { of, failure } });
    expect(read(message).replaceAll('\n', ' ')).toMatch(expected);
  });

  it('says that a paused one can be resumed, and how to start the first', () => {
    expect(read(showSchedules(words, [{ ...schedule, status: 'paused' }], now))).toContain('/daily resume');
    expect(read(showSchedules(words, [], now))).toContain('/daily set');
  });
});

describe('what an admin reads', () => {
  it('after setting: the next posts, and that a failure will be told', () => {
    const said = read(
      showSet(words, { kind: 'set', isChange: false, settings: schedule, next: [next], held: null }),
    );
    expect(said).toContain(`<t:${next.at.getTime() / 1000}:F>`);
    expect(said).toContain('by direct message');
    expect(said).not.toContain('may not ping');
  });

  it('when it changed an existing schedule: that it did', () => {
    expect(
      read(showSet(words, { kind: 'set', isChange: true, settings: schedule, next: [next], held: null })),
    ).toContain('changed');
  });

  it.each([
    ['posted', 'has been posted already, so this begins with the next date'],
    ['skipped-by-admin', 'was skipped, so this begins with the next date'],
  ] as const)('when today’s date was %s: that the change begins with the next one', (held, sentence) => {
    const set = { kind: 'set' as const, isChange: true, settings: schedule, next: [next], held };
    expect(read(showSet(words, set))).toContain(sentence);
  });

  it('when the bot may not ping the role: what to do', () => {
    const set = { kind: 'set' as const, isChange: false, settings: schedule, next: [next], held: null };
    expect(read(showSet(words, set, { isRoleSilent: true }))).toContain(
      'may not ping <@&2222222222222222222> yet',
    );
  });

  it('for a mistyped option: how to write it, with what was typed made harmless', () => {
    const said = badOptionSentence(words, {
      kind: 'bad-option',
      option: 'zone',
      typed: '**Berln** <@1>',
      choices: ['Europe/Berlin'],
    });
    expect(said).toContain('`Europe/Berlin`');
    expect(said).not.toContain('**Berln**');
    expect(said).not.toContain('<@1>');
  });

  it('in the wrong channel: where there is one', () => {
    const none = (wanted: string | null) =>
      read(showChange(words, { kind: 'none-here', wanted, channelIds: ['7'] }));
    expect(none(null)).toContain('in this channel: give the option `channel`. There is one in <#7>.');
    expect(none('8')).toContain('no question of the day in <#8>. There is one in <#7>.');
  });

  it('in a preview: times and domain, no question', () => {
    const domain = { id: '2', name: 'Security', weight: 26 };
    const said = read(
      showPreview(words, {
        kind: 'preview',
        schedule,
        status: 'active',
        next: [next],
        domain,
        isExhausted: false,
      }),
    );
    expect(said).toContain('Domain 2, Security (26% of the exam)');
  });

  it('when posting fails: the channel and the reason', () => {
    const trouble = { of: 'post', failure: 'no-channel' } as const;
    expect(read(showDegraded(words, { channelId: '7', trouble }))).toMatch(/<#7>.*can no longer see it/s);
  });
});

describe('the recap', () => {
  const recap = {
    ...{ postId: 1, serverId: 's', channelId: 'c', threadId: null, answers: 1, right: 1, next: null },
  };
  it('is one line when there is nothing more to tell', () => {
    expect(read(showRecap(words, recap, []))).toContain('1 answer, 1 right (100%)');
    expect(read(showRecap(words, recap, []))).not.toContain('milestone');
  });
  it('says what others have to celebrate, and pings nobody', () => {
    expect(read(showRecap(words, { ...recap, next: 'posted' }, []))).toContain(
      'The next question is in <#c> already.',
    );
    const message = showRecap(words, { ...recap, next }, ['🔥 <@7> (30 days)']);
    expect(read(message)).toContain('<@7> (30 days)');
    expect(message.pingRoles).toBeUndefined();
  });
});

describe('weekdays', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Monday to Friday'],
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[5, 1, 3], 'Monday, Wednesday and Friday'],
    [[6, 7], 'Saturday and Sunday'],
  ])('%j read "%s"', (weekdays, name) => {
    expect(timing(words, { time: '09:00', zone: 'UTC', weekdays })).toBe(`09:00 (UTC), ${name}`);
  });
});
