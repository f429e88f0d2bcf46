import { describe, expect, it } from 'vitest';
import { lineToOpen, mergeChannels, permissionStanding } from '#features/desk/setup/checklist.rules.ts';
import { suggestedZone } from '#features/desk/setup/rules.ts';
import type { Standing } from '#features/people/server/rules.ts';

const lines = (...standings: Standing[]) =>
  standings.map((standing, index) => ({ name: 'abc'[index] ?? '', standing }));

describe('which line is open', () => {
  it.each<[string, Standing[], string | null, string | null]>([
    ['the first that is to be done', ['done', 'to-do', 'broken'], null, 'b'],
    ['the first that is broken', ['done', 'broken', 'to-do'], null, 'b'],
    ['none where all is done or not wanted', ['done', 'off', 'done'], null, null],
    ['the one where something was done, while nothing else is left', ['done', 'done', 'off'], 'b', 'b'],
    ['the one that is not done yet, whatever else is left', ['to-do', 'to-do', 'done'], 'b', 'b'],
    ['the next to be done after one that is', ['done', 'to-do', 'done'], 'a', 'b'],
    ['one before it, too', ['to-do', 'done', 'done'], 'b', 'a'],
    ['one that was switched off stays', ['to-do', 'off', 'done'], 'b', 'b'],
    ['a line that is no more is nobody’s', ['done', 'to-do'], 'z', 'b'],
  ])('%s', (_, standings, from, open) => {
    expect(lineToOpen(lines(...standings), { kind: 'onwards', from })).toBe(open);
  });

  it('is exactly the one that was pressed, or none', () => {
    expect(lineToOpen(lines('to-do', 'done'), { kind: 'exactly', name: 'b' })).toBe('b');
    expect(lineToOpen(lines('to-do'), { kind: 'exactly', name: null })).toBeNull();
  });
});

describe('the permissions in all channels', () => {
  it('are those of each channel once, with all that is lacking, what is broken first', () => {
    const merged = mergeChannels([
      { channelId: 'fine', lacking: [] },
      { channelId: 'a', lacking: ['Send Messages'] },
      { channelId: 'a', lacking: ['Send Messages', 'View Channel'] },
      { channelId: 'gone', lacking: [] },
      { channelId: 'gone', lacking: 'no-channel' },
    ]);
    expect(merged).toEqual([
      { channelId: 'a', lacking: ['Send Messages', 'View Channel'] },
      { channelId: 'gone', lacking: 'no-channel' },
      { channelId: 'fine', lacking: [] },
    ]);
  });

  it('are broken where one lacks something, and to be looked at once there is a channel', () => {
    const fine = { channelId: 'a', lacking: [] };
    expect(permissionStanding([])).toBe('to-do');
    expect(permissionStanding([fine])).toBe('done');
    expect(permissionStanding([fine, { channelId: 'b', lacking: 'wrong-kind' }])).toBe('broken');
  });
});

describe('the zone that is suggested', () => {
  const server = {
    ...{ id: 's', exam: 'e', edition: 'c', language: null },
    ...{ zone: 'UTC', weekStart: 1 as const, isZoneGuessed: true },
  };
  it.each<[string, (string | null)[], string, string | null]>([
    ['of the server’s language', ['de', 'ja'], 'UTC', 'Europe/Berlin'],
    ['of whoever looks, where that says too little', ['en-US', 'ja'], 'UTC', 'Asia/Tokyo'],
    ['the one that was guessed before', ['en-US', 'en-US'], 'Europe/Paris', 'Europe/Paris'],
    ['none where nothing tells', ['en-US', null], 'UTC', null],
  ])('is %s', (_, locales, zone, expected) => {
    expect(suggestedZone({ server: { ...server, zone } }, locales)).toBe(expected);
  });

  it('is none once one was chosen', () => {
    expect(suggestedZone({ server: { ...server, isZoneGuessed: false } }, ['de'])).toBeNull();
  });
});
