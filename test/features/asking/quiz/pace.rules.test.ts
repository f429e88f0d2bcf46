// How fast a round goes on, and when it ends by itself.
import { describe, expect, it } from 'vitest';
import { endingOf, endingWithout, openMsOf, timingOf } from '#features/asking/quiz/pace.rules.ts';

const nothing = { pace: null, openMinutes: null };

describe('the pace of a round', () => {
  it.each([
    ['a single question is open for the usual time', { ...nothing, count: 1 }, 30 * 60],
    ['a round is brisk unless somebody says otherwise', { ...nothing, count: 5 }, 3 * 60],
    ['relaxed is half an hour', { ...nothing, count: 5, pace: 'relaxed' }, 30 * 60],
    ['fast is a minute and a half', { ...nothing, count: 10, pace: 'fast' }, 90],
    ['minutes that were named count more', { count: 5, pace: 'fast', openMinutes: 10 }, 10 * 60],
    ['a single question may be fast too', { ...nothing, count: 1, pace: 'fast' }, 90],
    ['a pace that does not exist is none', { ...nothing, count: 5, pace: 'warp' }, 3 * 60],
  ])('%s', (_rule, asked, seconds) => {
    expect(openMsOf(timingOf(asked, 30))).toBe(seconds * 1000);
  });
});

describe('the end of a round', () => {
  const round = { isEnded: false, position: 3, size: 5, lastAnswers: [2, 0, 3] };
  it.each([
    ['does not come while questions are left and somebody answers', round, null],
    ['comes after the last question', { ...round, position: 5 }, 'all-asked'],
    ['comes when somebody ends it', { ...round, isEnded: true }, 'ended'],
    [
      'comes after two questions in a row without any answer',
      { ...round, lastAnswers: [0, 0, 3] },
      'silence',
    ],
    ['does not come after one', { ...round, lastAnswers: [0, 1, 0] }, null],
    [
      'does not come after the first, which has none before it',
      { ...round, position: 1, lastAnswers: [0] },
      null,
    ],
  ])('%s', (_rule, of, ending) => {
    expect(endingOf(of)).toBe(ending);
  });
});

describe('a round whose next question was given up', () => {
  it.each([
    ['was ended', 'not-wanted', 'ended'],
    ['cannot show it', 'no-question', 'stuck'],
    ['is refused it by Discord', 'refused:50035', 'stuck'],
    ['may not post it there', 'no-permission:Send Messages in Threads', 'shut-out'],
    ['has no place for it', 'no-channel', 'shut-out'],
    ['was too slow', 'too-late', 'delayed'],
    ['found no Discord', 'discord-unavailable', 'delayed'],
  ])('%s', (_why, failure, ending) => {
    expect(endingWithout(failure)).toBe(ending);
  });
});
