import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawQuestion } from '#features/asking/daily/drawing.rules.ts';
import {
  closesAt,
  type DueSchedule,
  EVERY_DAY,
  isDegraded,
  nextOccurrence,
  nextPosts,
  sendBefore,
  settle,
} from '#features/asking/daily/rules.ts';
import { localDateAt, localTimeAt, weekdayOf } from '#lib/local-date.ts';
import { makePack } from '../../../support/pack.ts';

const at = (iso: string) => new Date(iso);
const HOUR = 3_600_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Nuuk',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Cairo',
];

const anyTiming = fc.record({
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  zone: fc.constantFrom(...zones),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});
const anyInstant = fc.date({
  min: at('2011-01-01T00:00:00Z'),
  max: at('2030-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('the next occurrence', () => {
  it.each([
    [
      'later today',
      { time: '09:00', zone: 'Europe/Berlin' },
      '2026-11-23T07:59:00Z',
      '2026-11-23',
      '2026-11-23T08:00:00Z',
    ],
    [
      'tomorrow when it is exactly now',
      { time: '09:00', zone: 'Europe/Berlin' },
      '2026-11-23T08:00:00Z',
      '2026-11-24',
      '2026-11-24T08:00:00Z',
    ],
    [
      'by the zone’s date, not UTC’s',
      { time: '00:30', zone: 'Pacific/Kiritimati' },
      '2026-11-23T09:00:00Z',
      '2026-11-24',
      '2026-11-23T10:30:00Z',
    ],
    [
      'a missing hour: the first valid minute after',
      { time: '02:30', zone: 'Europe/Berlin' },
      '2026-03-28T12:00:00Z',
      '2026-03-29',
      '2026-03-29T01:00:00Z',
    ],
    [
      'a repeated hour: the first of the two',
      { time: '02:30', zone: 'Europe/Berlin' },
      '2026-10-24T12:00:00Z',
      '2026-10-25',
      '2026-10-25T00:30:00Z',
    ],
    [
      'after a repeated hour: not again',
      { time: '02:30', zone: 'Europe/Berlin' },
      '2026-10-25T00:30:00Z',
      '2026-10-26',
      '2026-10-26T01:30:00Z',
    ],
    [
      'a gap at the end of a day belongs to that day',
      { time: '23:30', zone: 'America/Nuuk' },
      '2024-03-30T12:00:00Z',
      '2024-03-30',
      '2024-03-31T01:00:00Z',
    ],
    [
      'a date that the zone left out has none',
      { time: '09:00', zone: 'Pacific/Apia' },
      '2011-12-29T20:00:00Z',
      '2011-12-31',
      '2011-12-30T19:00:00Z',
    ],
  ])('%s', (_, timing, after, date, expected) => {
    expect(nextOccurrence({ ...timing, weekdays: EVERY_DAY }, at(after))).toEqual({ date, at: at(expected) });
  });

  it('falls only on the chosen weekdays', () => {
    const timing = { time: '09:00', zone: 'UTC', weekdays: [1, 5] };
    const dates = nextPosts(
      timing,
      { after: at('2026-11-24T00:00:00Z'), afterDate: null, skipDate: null },
      3,
    );
    expect(dates.map(({ date }) => date)).toEqual(['2026-11-27', '2026-11-30', '2026-12-04']);
  });

  it('never comes on a date that was settled already, even when an admin moves the time to later that day', () => {
    const timing = { time: '18:00', zone: 'UTC', weekdays: EVERY_DAY };
    expect(nextOccurrence(timing, at('2026-11-23T09:30:00Z'), '2026-11-23').date).toBe('2026-11-24');
  });

  it('leaves out the date an admin skips', () => {
    const timing = { time: '09:00', zone: 'UTC', weekdays: EVERY_DAY };
    const from = { after: at('2026-11-23T10:00:00Z'), afterDate: '2026-11-23', skipDate: '2026-11-24' };
    expect(nextPosts(timing, from, 2).map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-26']);
  });

  it('is after the instant, on a chosen weekday, and each date comes once and in order', () => {
    fc.assert(
      fc.property(anyTiming, anyInstant, (timing, after) => {
        const [first, second] = nextPosts(timing, { after, afterDate: null, skipDate: null }, 2);
        expect(first!.at.getTime()).toBeGreaterThan(after.getTime());
        expect(timing.weekdays).toContain(weekdayOf(first!.date));
        expect(second!.at.getTime()).toBeGreaterThan(first!.at.getTime());
        expect(second!.date > first!.date).toBe(true);
        // Asked again just before it, the same one comes: nothing in between was overlooked.
        expect(nextOccurrence(timing, new Date(first!.at.getTime() - 1))).toEqual(first);
      }),
    );
  });

  it('shows the wall-clock time that was asked for, except on days of a clock change', () => {
    fc.assert(
      fc.property(anyTiming, anyInstant, (timing, after) => {
        const next = nextOccurrence(timing, after);
        const isPlain =
          localTimeAt(next.at, timing.zone) === timing.time &&
          localDateAt(next.at, timing.zone) === next.date;
        const offset = (instant: Date) =>
          new Date(`${localDateAt(instant, timing.zone)}T${localTimeAt(instant, timing.zone)}Z`).getTime() -
          Math.floor(instant.getTime() / 60_000) * 60_000;
        const changes =
          offset(new Date(next.at.getTime() - 24 * HOUR)) !== offset(new Date(next.at.getTime() + 24 * HOUR));
        expect(isPlain || changes).toBe(true);
      }),
    );
  });
});

const due = (changes: Partial<DueSchedule> = {}): DueSchedule => ({
  time: '09:00',
  zone: 'UTC',
  weekdays: EVERY_DAY,
  next: { date: '2026-11-23', at: at('2026-11-23T09:00:00Z') },
  skipDate: null,
  isServerGone: false,
  isDegraded: false,
  ...changes,
});

describe('settling a due schedule', () => {
  it('posts on time, unmarked', () => {
    const { dates, post, next, outageFrom } = settle(due(), at('2026-11-23T09:00:04Z'));
    expect(dates).toEqual([{ date: '2026-11-23', outcome: 'posted', lateMinutes: 0 }]);
    expect(post).toMatchObject({ date: '2026-11-23', isLate: false });
    expect(next.date).toBe('2026-11-24');
    expect(outageFrom).toBeNull();
  });

  it.each([
    ['14:59:00', 'posted', true],
    // Half a minute would be left, in which it may not get sent.
    ['14:59:30', 'skipped-late', false],
    ['09:05:00', 'posted', false],
    ['09:05:01', 'posted', true],
  ])('at %s UTC: %s', (time, outcome, isLate) => {
    const { dates, post } = settle(due(), at(`2026-11-23T${time}Z`));
    expect(dates.map((date) => date.outcome)).toEqual([outcome]);
    expect(post?.isLate ?? false).toBe(isLate);
  });

  it('after three days away considers only today', () => {
    const { dates, post, next, outageFrom } = settle(due(), at('2026-11-26T10:00:00Z'));
    expect(dates.map(({ date, outcome }) => [date, outcome])).toEqual([
      ['2026-11-23', 'skipped-late'],
      ['2026-11-24', 'skipped-late'],
      ['2026-11-25', 'skipped-late'],
      ['2026-11-26', 'posted'],
    ]);
    expect(post).toMatchObject({ date: '2026-11-26', isLate: true });
    expect(next.date).toBe('2026-11-27');
    expect(outageFrom).toEqual(at('2026-11-23T09:00:00Z'));
  });

  it('does not count as an outage what an admin has to mend', () => {
    const { dates, outageFrom } = settle(due({ isDegraded: true }), at('2026-11-23T20:00:00Z'));
    expect(dates[0]?.outcome).toBe('skipped-late');
    expect(outageFrom).toBeNull();
  });

  it('records the date an admin skipped, and posts nothing', () => {
    const { dates, post, outageFrom } = settle(due({ skipDate: '2026-11-23' }), at('2026-11-23T09:00:01Z'));
    expect(dates.map(({ outcome }) => outcome)).toEqual(['skipped-by-admin']);
    expect(post).toBeNull();
    expect(outageFrom).toBeNull();
  });

  it('lets the dates of a server that removed the bot pass without a trace', () => {
    const { dates, post, next } = settle(due({ isServerGone: true }), at('2026-11-29T09:30:00Z'));
    expect([dates, post]).toEqual([[], null]);
    expect(next.date).toBe('2026-11-30');
  });

  it('never posts twice, never a date twice, and always moves on, whatever was missed', () => {
    fc.assert(
      fc.property(
        anyTiming,
        anyInstant,
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        (timing, after, minutes) => {
          const next = nextOccurrence(timing, after);
          const now = new Date(next.at.getTime() + minutes * 60_000);
          const settled = settle({ ...due(), ...timing, next }, now);
          const dates = settled.dates.map(({ date }) => date);
          expect(new Set(dates).size).toBe(dates.length);
          expect(settled.dates.filter(({ outcome }) => outcome === 'posted').length).toBeLessThanOrEqual(1);
          expect(settled.next.at.getTime()).toBeGreaterThan(now.getTime());
          expect(dates.every((date) => date < settled.next.date)).toBe(true);
          if (settled.post) expect(now.getTime() - settled.post.at.getTime()).toBeLessThanOrEqual(6 * HOUR);
          else expect(settled.outageFrom).not.toBeNull();
        },
      ),
    );
  });
});

describe('closing', () => {
  const next = { date: '2026-11-24', at: at('2026-11-24T09:00:00Z') };
  it('is at the next post by default', () => {
    expect(closesAt(null, { postedAt: at('2026-11-23T09:00:00Z'), next })).toEqual(next.at);
  });
  it('counts from the post itself, so that a late one is open as long', () => {
    expect(closesAt(60, { postedAt: at('2026-11-23T14:00:00Z'), next })).toEqual(at('2026-11-23T15:00:00Z'));
  });
  it('leaves half an hour even right before the next post', () => {
    expect(closesAt(null, { postedAt: at('2026-11-24T08:59:00Z'), next })).toEqual(
      at('2026-11-24T09:29:00Z'),
    );
  });
  it('ends sending six hours after it was due, or when it would be closed already', () => {
    expect(sendBefore(at('2026-11-23T09:00:00Z'), next.at)).toEqual(at('2026-11-23T15:00:00Z'));
    expect(sendBefore(at('2026-11-23T09:00:00Z'), at('2026-11-23T10:00:00Z'))).toEqual(
      at('2026-11-23T10:05:00Z'),
    );
  });

  it('is sent after all where the process that had taken it was killed, however short it is open', () => {
    // A lease is a minute, and so is its whole time.
    const [dueAt, closes] = [at('2026-11-23T09:00:00Z'), at('2026-11-23T09:01:00Z')];
    expect(sendBefore(dueAt, closes).getTime() - dueAt.getTime()).toBeGreaterThan(3 * 60_000);
  });
});

describe('a degraded schedule', () => {
  it.each([
    [{ status: 'pending', failure: 'no-channel' }, true],
    [{ status: 'dropped', failure: 'no-permission:Send Messages' }, true],
    [{ status: 'pending', failure: null }, false],
    [{ status: 'closed', failure: 'no-permission' }, false],
    [{ status: 'pending', failure: 'refused:50035' }, true],
    [{ status: 'pending', failure: 'discord-20028' }, false],
    [{ status: 'dropped', failure: 'no-question' }, false],
  ])('%j: %s', (post, expected) => {
    expect(isDegraded(post)).toBe(expected);
  });
});

describe('the question of a day', () => {
  const pack = makePack({ perDomain: 2 });
  const wanted = {
    doubtful: new Set<string>(),
    pack,
    edition: 'c02',
    lastAsked: new Map<string, Date>(),
    random: () => 0.5,
  };
  it('comes from the chosen domains', () => {
    expect(drawQuestion({ ...wanted, domains: ['3'] })?.domain.id).toBe('3');
  });
  it('ignores domains that the edition does not have, so that a new edition stops nothing', () => {
    expect(drawQuestion({ ...wanted, domains: ['9'] })).not.toBeNull();
  });
  it('says when every one was asked in the channel before', () => {
    const lastAsked = new Map([...pack.questions.keys()].map((id) => [id, at('2026-01-01T00:00:00Z')]));
    expect(drawQuestion({ ...wanted, domains: [], lastAsked })?.isExhausted).toBe(true);
  });
  it('does not exist without a pack', () => {
    expect(drawQuestion({ ...wanted, pack: null, domains: [] })).toBeNull();
  });
});
