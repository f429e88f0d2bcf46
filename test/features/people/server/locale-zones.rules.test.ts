import { Locale } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { guessZone, likelyZones } from '#features/people/server/locale-zones.rules.ts';
import { isTimeZone } from '#lib/local-date.ts';

describe('a zone from a language', () => {
  it.each([
    ['de', 'Europe/Berlin'],
    ['ja', 'Asia/Tokyo'],
    ['en-GB', 'Europe/London'],
    ['pt-BR', 'America/Sao_Paulo'],
  ])('%s is likely %s', (locale, zone) => {
    expect(guessZone(locale)).toBe(zone);
  });

  it.each([['en-US'], ['es-419'], ['tlh'], [null]])('%s says too little for a guess', (locale) => {
    expect(guessZone(locale)).toBeNull();
  });

  it('every language of Discord offers zones that there are', () => {
    for (const locale of Object.values(Locale)) {
      const zones = likelyZones([locale], 1);
      expect(zones).toHaveLength(1);
      expect(zones[0] !== 'UTC' && isTimeZone(zones[0] ?? ''), locale).toBe(true);
    }
  });

  it('offers those of the languages first, each once, then one for most of the world’s clocks', () => {
    const zones = likelyZones(['de', 'de', 'ja', null], 23);
    expect(zones.slice(0, 4)).toEqual(['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich', 'Asia/Tokyo']);
    expect(zones).toContain('America/New_York');
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.length).toBeLessThanOrEqual(23);
  });
});
