import { describe, expect, it } from 'vitest';
import { calibrate, type Outcome } from '#features/standing/progress/calibration.rules.ts';

const outcome = (passChance: number, hasPassed: boolean, realScore: number | null = null): Outcome => ({
  ...{ passChance, hasPassed, realScore },
  score: { median: 700, low: 600, high: 800 },
});

describe('calibration', () => {
  it('says nothing before the first result', () => {
    expect(calibrate([])).toBeNull();
  });

  it('compares chances with outcomes in ten bins', () => {
    const found = calibrate([
      outcome(0.72, true),
      outcome(0.78, true),
      outcome(0.7, false),
      outcome(1, true),
    ]);
    expect(found?.bins).toHaveLength(10);
    expect(found?.bins[7]).toMatchObject({
      count: 3,
      expected: expect.closeTo(2.2 / 3),
      passed: expect.closeTo(2 / 3),
    });
    expect(found?.bins[9]).toMatchObject({ count: 1, expected: 1, passed: 1 });
    expect(found?.bins[0]).toMatchObject({ count: 0, expected: null, passed: null });
  });

  it('is without error for a clairvoyant and worst for the contrary', () => {
    expect(calibrate([outcome(1, true), outcome(0, false)])).toMatchObject({
      ...{ brier: 0, calibrationError: 0, rightCalls: 1 },
    });
    expect(calibrate([outcome(0, true), outcome(1, false)])).toMatchObject({
      ...{ brier: 1, calibrationError: 1, rightCalls: 0 },
    });
  });

  it('takes scores from those who told theirs', () => {
    const found = calibrate([outcome(0.5, true, 750), outcome(0.5, false, 590), outcome(0.5, false)]);
    expect(found?.scored).toEqual({ count: 2, meanError: 30, cover: 0.5 });
    expect(calibrate([outcome(0.5, true)])?.scored).toBeNull();
  });
});
