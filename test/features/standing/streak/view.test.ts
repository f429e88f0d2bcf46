// What members read about their streak.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { dayMarks, markDays, type StreakSeen } from '#features/standing/streak/history.rules.ts';
import { rebuildStreak, streakOn } from '#features/standing/streak/rules.ts';
import { showReminder, showStreak } from '#features/standing/streak/view.ts';
import { columnsOf } from '#lib/columns.ts';
import { addDays } from '#lib/local-date.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const TODAY = '2026-11-23';
const never = () => false;
const dayEndsAt = new Date('2026-11-23T23:00:00Z');

function seen(daysAgo: readonly number[], changes: Partial<StreakSeen> = {}): StreakSeen {
  const days = daysAgo.map((ago) => addDays(TODAY, -ago));
  return {
    kind: 'streak',
    memberId: '100000000000000001',
    isOwn: true,
    state: streakOn(rebuildStreak(days, never), TODAY, never),
    days: markDays(days, { today: TODAY, isNeutral: never }),
    dayEndsAt,
    remindersOn: false,
    ...changes,
  };
}

const read = (message: Message) => JSON.stringify(message).replaceAll('\\n', '\n');
const upTo = (count: number, first = 0) => Array.from({ length: count }, (_, index) => first + index);

describe('/streak', () => {
  it('says how long the streak is, that today is done, and what missing tomorrow would do', () => {
    const shown = read(showStreak(words, seen(upTo(5))));
    expect(shown).toContain('Your streak: 5 days');
    expect(shown).toContain('Today: done.** Your next day begins <t:1795474800:R>');
    expect(shown).toContain('Missing tomorrow would end the streak.');
    expect(shown).toContain('next milestone: **7 days** (2 to go)');
    expect(shown).toContain('0 of 2** in hand, the next one after 2 days with an answer');
  });

  it('says "not yet", never "broken", while the day lasts', () => {
    const shown = read(showStreak(words, seen(upTo(7, 1))));
    expect(shown).toContain(
      'Today: not yet.** One answer with `/quiz` is enough; the day ends <t:1795474800:R>',
    );
    expect(shown).toContain(
      'Missing today would use up a freeze by itself: the streak would stay at 7 days.',
    );
  });

  it('says which days freezes cover, and when no more can be held', () => {
    expect(read(showStreak(words, seen(upTo(7, 2))))).toContain('One covers the day you missed.');
    expect(read(showStreak(words, seen(upTo(20))))).toContain('2 of 2** in hand, no more can be held');
  });

  it('says that a pause asks for nothing', () => {
    const paused = { ...seen(upTo(3, 1)).state, today: 'paused' as const };
    expect(read(showStreak(words, seen(upTo(3, 1), { state: paused })))).toContain(
      'Today: paused**, nothing is needed',
    );
  });

  it('shows an ended streak with the longest, and how to begin again', () => {
    const shown = read(showStreak(words, seen(upTo(3, 5))));
    expect(shown).toContain('Your streak has ended');
    expect(shown).toContain('Longest: **3 days**');
    expect(shown).toContain('starts the next streak');
  });

  it('shows 14 days as signs of different shapes, a row for each week, with the meaning of each that occurs', () => {
    const shown = read(showStreak(words, seen([...upTo(7, 3), 1])));
    expect(shown).toContain('▫️▫️▫️▫️✅✅✅\n✅✅✅✅🧊✅⬜\n');
    expect(shown).toContain(
      '✅ answered · 🧊 covered by a freeze\n-# ⬜ not yet · ▫️ before the first answer',
    );
    expect(shown).toContain('10 Nov 2026 – 23 Nov 2026');
  });

  it.each(listLanguages())('breaks no line of the calendar on a phone: $name', ({ code }) => {
    // Every mark at once, and the longest names of months.
    const days = dayMarks.flatMap((mark) => [mark, mark, mark]).slice(0, 14);
    const history = days.map((mark, index) => ({
      date: `2026-09-${String(17 + index).padStart(2, '0')}`,
      mark,
    }));
    const message = showStreak(wordsOf(code), { ...seen(upTo(9)), days: history });
    const calendar = JSON.stringify(message).split('"content":"').at(-1)?.split('"')[0] ?? '';
    const lines = calendar.split('\\n').map((line) => line.replace(/^-# |\*\*/g, ''));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => columnsOf(line) > 40)).toEqual([]);
  });

  it('invites to a question when there is nothing, and keeps to itself what is not visible', () => {
    expect(read(showStreak(words, { kind: 'nothing-yet', isOwn: true }))).toContain('`/quiz`');
    expect(read(showStreak(words, { kind: 'nothing-yet', isOwn: false }))).toContain('no streak yet');
    expect(read(showStreak(words, { kind: 'not-visible' }))).toContain('keeps their streak to themselves');
  });

  it('tells others nothing about freezes or reminders', () => {
    const shown = read(showStreak(words, seen(upTo(9), { isOwn: false })));
    expect(shown).toContain('Streak of <@100000000000000001>: 9 days');
    expect(shown).not.toMatch(/Freezes|in hand|reminders/);
  });

  it('is a message that Discord takes, for any history', () => {
    const histories = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(histories, fc.boolean(), (days, isOwn) => {
        const message = showStreak(words, seen(days, { isOwn }));
        expect(textLength(message)).toBeLessThan(1500);
        const body = { type: 4, data: toPayload(message, { private: true }) };
        expect(validateBody('callback', body)).toEqual([]);
      }),
      { numRuns: 30 },
    );
    expect(dayMarks).toHaveLength(6);
  });
});

describe('a reminder', () => {
  it('says what is at stake, until when, and how to get no more of them', () => {
    const shown = read(showReminder(words, { state: seen(upTo(4, 1)).state, dayEndsAt, place: null }));
    expect(shown).toContain('Your streak of 4 days has no answer today');
    expect(shown).toContain('the streak ends with the day');
    expect(shown).toContain('<t:1795474800:R>');
    expect(shown).toContain('`/settings reminders`');
  });

  it('says when a freeze would cover the day', () => {
    const shown = read(showReminder(words, { state: seen(upTo(7, 1)).state, dayEndsAt, place: null }));
    expect(shown).toContain('a freeze covers today (you hold 1)');
  });

  it('leads to the channel where the member answered last', () => {
    const place = { serverId: '1', channelId: '2' };
    const shown = showReminder(words, { state: seen(upTo(4, 1)).state, dayEndsAt, place });
    expect(JSON.stringify(shown)).toContain('"url":"https://discord.com/channels/1/2"');
  });
});
