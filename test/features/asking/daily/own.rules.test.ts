import { describe, expect, it } from 'vitest';
import { buildOwnPack } from '#content/own-pack.ts';
import { asksOf, completeOwn, ownPackOf, parseOwn } from '#features/asking/daily/own.rules.ts';
import { aimOf } from '#features/asking/daily/rules.ts';
import { readTyped } from '#features/asking/daily/settings.rules.ts';

const pack = (exam: string, name: string, domains: string[]) =>
  ownPackOf(
    buildOwnPack({
      ...{ exam, name, questions: [], sitting: { items: 10, minutes: 20, passPercent: 70 } },
      domains: domains.map((domain, index) => ({ id: String(index + 1), name: domain, weight: 10 })),
    }),
  );
const radio = pack('own-3', 'Radio', ['Voice', 'Digital', 'Distress calls']);
const sea = pack('own-4', 'Radio: at sea', ['Rules']);
const packs = [radio, sea];

describe('what is typed for domains', () => {
  it.each([
    ['own-3', ['own-3']],
    [' OWN-3 ', ['own-3']],
    ['own-3/domain:2', ['own-3', '2']],
    ['own-3/domain:3, own-3/domain:1', ['own-3', '1', '3']],
    ['own-3/domain:2,3', ['own-3', '2', '3']],
    ['own-3, digital', ['own-3', '2']],
    ['Radio', ['own-3']],
    ['radio: voice', ['own-3', '1']],
    ['Radio: Voice, Distress calls', ['own-3', '1', '3']],
    ['Radio: 2', ['own-3', '2']],
    // All of them is the whole pack.
    ['own-3/domain:1,2,3', ['own-3']],
    ['Radio: at sea', ['own-4']],
    ['Radio: at sea: rules', ['own-4']],
  ])('%s is of a server’s own', (text, kept) => {
    expect(parseOwn(text, packs)).toEqual(kept);
  });

  it.each(['2', 'security', 'all', 'own-9', 'own-9/domain:1', 'own-33', ''])('%s is not', (text) => {
    expect(parseOwn(text, packs)).toBeNull();
  });

  it('of a pack that has no such domain says which ones it has', () => {
    expect(parseOwn('own-3/domain:9', packs)).toBe(radio);
    const before = { zone: 'UTC', weekdays: [1], domains: [], roleId: null, wantsThread: false };
    const typed = { time: '09:00', zone: null, weekdays: null, domains: 'Radio: Video', closeAfter: null };
    expect(readTyped(typed, { before: { ...before, closeAfterMinutes: null }, domains: [], packs })).toEqual({
      kind: 'bad-option',
      option: 'domains',
      typed: 'Radio: Video',
      choices: ['1 – Voice', '2 – Digital', '3 – Distress calls'],
    });
  });
});

describe('what is offered while typing', () => {
  const values = (typed: string) => completeOwn(typed, packs).map(({ value }) => value);

  it('is whole packs first, and their domains once the pack is named', () => {
    expect(values('')).toEqual(['own-3', 'own-4']);
    expect(values('radio')).toEqual(['own-3', 'own-3/domain:1', 'own-3/domain:2', 'own-3/domain:3', 'own-4']);
    expect(values('security')).toEqual([]);
  });

  it('goes on with the domains that are left', () => {
    expect(values('own-3/domain:2,')).toEqual(['own-3/domain:2,1', 'own-3/domain:2,3']);
    expect(values('own-3/domain:2, dis')).toEqual(['own-3/domain:2,3']);
    expect(values('2, 3')).toEqual([]);
  });

  it('is understood as it is offered', () => {
    for (const typed of ['', 'radio', 'own-3/domain:2,'])
      for (const { value, pack: name, domains } of completeOwn(typed, packs)) {
        const kept = parseOwn(value, packs);
        const of = packs.find((each) => each.name === name) ?? radio;
        expect(kept && !('exam' in kept) ? asksOf(of, kept).domains.toSorted() : null).toEqual(
          domains.toSorted(),
        );
      }
  });
});

describe('what is kept', () => {
  it('aims at the pack and those of its domains', () => {
    const server = { exam: 'aws', edition: 'c03' };
    expect(aimOf(server, ['own-3', '2'])).toEqual({ exam: 'own-3', edition: 'own', domains: ['2'] });
    expect(aimOf(server, ['own-3'])).toEqual({ exam: 'own-3', edition: 'own', domains: [] });
    expect(aimOf(server, ['2'])).toEqual({ ...server, domains: ['2'] });
  });

  it('is named as the pack names it today; a domain that is gone is not', () => {
    expect(asksOf(radio, ['own-3', '3', '9'])).toEqual({ pack: 'Radio', domains: ['Distress calls'] });
    expect(asksOf(radio, ['own-3'])).toEqual({ pack: 'Radio', domains: [] });
  });
});
