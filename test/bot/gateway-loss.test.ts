import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { delayMs, type Loss, mayResume, tellClose } from '#bot/gateway-loss.ts';

const loss = (changes: Partial<Loss> = {}): Loss => ({
  since: 0,
  closes: 1,
  codes: {},
  logins: 0,
  error: null,
  toldAt: 0,
  ...changes,
});

describe('a lost gateway connection', () => {
  it('is resumed three times at most, and for twenty seconds at most', () => {
    expect([1, 2, 3, 4].map((closes) => mayResume(loss({ closes }), 5_000))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(mayResume(loss(), 19_999)).toBe(true);
    expect(mayResume(loss(), 20_000)).toBe(false);
  });

  it('is tried again at once, then with growing distance up to half a minute', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 60, 5_000].map((closes) => delayMs(loss({ closes })));
    expect(delays).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
  });

  it('never spends the 1,000 logins of a day, when Discord ends each new session at once', () => {
    let seconds = 0;
    let logins = 0;
    while (seconds < 86_400) {
      logins += 1;
      seconds += 0.5 + delayMs(loss({ closes: logins + 4, logins })) / 1000;
    }
    expect(logins).toBeLessThan(800);
  });

  it('is told once with its code and reason, then summed up once a minute', () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const one = loss({ closes: 0, error: 'Unexpected server response: 502' });
    for (let second = 0; second <= 125; second += 1) {
      one.closes += 1;
      one.codes[1006] = one.closes;
      tellClose(log, { loss: one, shard: 0, code: 1006 }, second * 1000);
    }
    expect(lines).toMatchObject([
      { level: 40, code: 1006, meaning: 'connection broken', error: 'Unexpected server response: 502' },
      { level: 40, seconds: 60, closes: 61, codes: { 1006: 61 } },
      { level: 40, seconds: 120, closes: 121 },
    ]);
  });
});
