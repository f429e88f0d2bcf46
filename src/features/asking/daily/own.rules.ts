// A pack of the server's own, or some of its domains, in place of the exam's: as it is typed, offered, kept and named. Pure.
import { OWN_EDITION } from '#content/own-pack.ts';
import { type Domain, findEdition, formatTopic, joinTopic, type Pack, splitTopic } from '#content/pack.ts';
import { completeDomains, parseDomains } from './parse.rules.ts';
import type { Asks } from './rules.ts';

export type OwnPack = { exam: string; name: string; domains: readonly Domain[] };

export function ownPackOf({ exam }: Pack): OwnPack {
  return { exam: exam.id, name: exam.name, domains: findEdition(exam, OWN_EDITION)?.domains ?? [] };
}

/** What is kept of it: the pack, then the domains, none for all of them. Releases before that read the pack alone. */
export type Kept = readonly [exam: string, ...domains: string[]];

/**
 * "own-3", "own-3/domain:2, own-3/domain:4", "own-3/domain:2,4", "Radio", "Radio: Voice, 2" → what is kept. Null when it
 * names no pack; the pack itself when it has no such domain.
 */
export function parseOwn(text: string, packs: readonly OwnPack[]): Kept | OwnPack | null {
  const typed = text.trim().toLowerCase();
  const pack = packs.find(({ name }) => name.toLowerCase() === typed) ?? packNamed(typed, packs);
  if (!pack) return null;
  const { exam, name } = pack;
  const rest = typed === name.toLowerCase() ? '' : withoutPack(typed, pack);
  const domains = rest === '' ? [] : parseDomains(rest, pack.domains);
  return domains ? [exam, ...domains] : pack;
}

export function isOwnPack(read: Kept | OwnPack): read is OwnPack {
  return 'exam' in read;
}

/** By its id, or by its name before a colon; of two such names the longer. */
function packNamed(typed: string, packs: readonly OwnPack[]): OwnPack | undefined {
  const [first = ''] = typed.split(',');
  const byId = packs.find(({ exam }) => exam === first.trim() || splitTopic(first.trim()).exam === exam);
  if (byId) return byId;
  const byName = packs.filter(({ name }) => typed.startsWith(`${name.toLowerCase()}:`));
  return byName.toSorted((a, b) => b.name.length - a.name.length)[0];
}

function withoutPack(typed: string, { exam, name }: OwnPack): string {
  const prefixes = [`${exam}/domain:`, `${name.toLowerCase()}:`];
  return typed
    .split(',')
    .map((part) => {
      const trimmed = part.trim();
      const prefix = prefixes.find((each) => trimmed.startsWith(each));
      return trimmed === exam ? '' : trimmed.slice(prefix?.length ?? 0).trim();
    })
    .filter((part) => part !== '')
    .join(',');
}

export type OwnChoice = Asks & { value: string };

/**
 * Whole packs whose name is like what is typed, with their domains once it is; the domains that are left where some of a
 * pack are typed already.
 */
export function completeOwn(typed: string, packs: readonly OwnPack[]): OwnChoice[] {
  const like = typed.trim().toLowerCase();
  const cut = like.lastIndexOf(',') + 1;
  const begun = cut > 0 ? packNamed(like, packs) : undefined;
  if (begun) return domainsLeft(begun, `${withoutPack(like.slice(0, cut), begun)},${like.slice(cut)}`);
  if (cut > 0) return [];
  return packs.flatMap((pack) => {
    const name = pack.name.toLowerCase();
    const isMeant = name.includes(like) || like.includes(name) || like.startsWith(pack.exam);
    if (!isMeant) return [];
    const whole = { pack: pack.name, domains: [], value: pack.exam };
    return like === '' || pack.domains.length < 2 ? [whole] : [whole, ...domainsLeft(pack, '')];
  });
}

function domainsLeft({ exam, name, domains }: OwnPack, typed: string): OwnChoice[] {
  return completeDomains(typed, domains).map(({ names, value }) => {
    const [first = '', ...more] = value.split(',');
    const topic = joinTopic(exam, formatTopic({ kind: 'domain', id: first })) ?? exam;
    return { pack: name, domains: names, value: [topic, ...more].join(',') };
  });
}

/** Domains that the pack has no more are not named; without any, all of it is asked. */
export function asksOf({ name, domains }: OwnPack, [, ...ids]: readonly string[]): Asks {
  return { pack: name, domains: domains.filter(({ id }) => ids.includes(id)).map((domain) => domain.name) };
}
