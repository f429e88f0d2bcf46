// The dry run of an import: what would be added, changed and left out, and why. Pure; works in a thread of its own.
import { type OwnDomain, toQuestion } from '#content/own-pack.ts';
import { type DraftFault, draftOf, OWN_LIMITS, type OwnDraft, titleOf } from '#content/own-question.ts';
import type { Question } from '#content/pack.ts';
import type { Item, Read, Reading, Remark, Skipped, Unreadable, Where } from './item.ts';
import { findTwins } from './similar.ts';

/** What an import will do, kept between its dry run and the press that makes it. */
export type KeptImport = {
  domains: OwnDomain[];
  added: (KeptQuestion & { source: string | null })[];
  changed: (KeptQuestion & { id: string; from: number })[];
};

/** As versions are kept, but for the id and the version that the question is given in the end. */
type KeptQuestion = { question: Omit<Question, 'id' | 'version'>; domain: string; title: string };

/** A question of the pack as it is. */
export type Present = {
  id: string;
  version: number;
  source: string | null;
  domain: string;
  draft: OwnDraft;
};

export type Planned = {
  kind: 'planned';
  name: string | null;
  plan: KeptImport;
  unchanged: number;
  left: LeftOut[];
  remarks: Remark[];
  /** New domains by name. */
  newDomains: string[];
};
export type LeftOut =
  | { kind: 'skipped'; skipped: Skipped }
  | { kind: 'faulty'; where: Where; faults: DraftFault[] }
  | { kind: 'twin'; where: Where; of: string };

export type Plan = Planned | { kind: 'unreadable'; why: Unreadable };

type Pack = {
  domains: readonly OwnDomain[];
  questions: readonly Present[];
  mostDomains: number;
  /** Of a pack that would have no other. */
  firstDomain: OwnDomain;
};

export function planImport(read: Read, pack: Pack): Plan {
  if (read.kind === 'unreadable') return read;
  const { sound, faulty } = judge(read);
  const places = placeDomains(
    sound.map(({ item }) => item.domain),
    pack,
  );
  const { fresh, changed, unchanged } = compare(sound, { pack, places });
  const { kept, twins } = withoutTwins(fresh, pack.questions);
  const skipped = read.skipped.map((each): LeftOut => ({ kind: 'skipped', skipped: each }));
  return {
    kind: 'planned',
    name: read.name,
    plan: {
      domains: places.domains.length > 0 ? places.domains : [pack.firstDomain],
      added: kept.map(keptOf),
      changed: changed.map(keptOf),
    },
    unchanged,
    left: [...skipped, ...faulty, ...twins],
    remarks: read.remarks,
    newDomains: places.added,
  };
}

function keptOf<T extends { draft: OwnDraft; domain: string }>({ draft, ...placed }: T) {
  const {
    id: _,
    version: __,
    ...question
  } = toQuestion({ ...draft, id: '', version: 0, domain: placed.domain });
  return { ...placed, question, title: titleOf(draft.stem) };
}

type Sound = { item: Item; where: Where; draft: OwnDraft };

function judge({ items }: Reading): { sound: Sound[]; faulty: LeftOut[] } {
  const drafts = items.map(({ item, where }) => {
    const read = draftOf({ ...item, difficulty: item.difficulty ?? 2 });
    return { item, where, ...read };
  });
  return {
    sound: drafts.flatMap(({ item, where, draft }) => (draft ? [{ item, where, draft }] : [])),
    faulty: drafts.flatMap(({ where, faults }): LeftOut[] =>
      faults.length > 0 ? [{ kind: 'faulty', where, faults }] : [],
    ),
  };
}

type Changed = { id: string; from: number; draft: OwnDraft; domain: string };
type Compared = { fresh: Fresh[]; changed: Changed[]; unchanged: number };

function compare(sound: readonly Sound[], { pack, places }: { pack: Pack; places: Placing }): Compared {
  const bySource = new Map(
    pack.questions.flatMap((each) => (each.source === null ? [] : [[each.source, each] as const])),
  );
  const named = new Set<string>();
  const compared: Compared = { fresh: [], changed: [], unchanged: 0 };
  for (const { item, where, draft } of sound) {
    const source = sourceOf(item);
    const known = source === null ? undefined : bySource.get(source);
    const domain = item.domain === null && known ? known.domain : places.idOf(item.domain);
    if (!known) compared.fresh.push({ draft, domain, source: firstOf(named, source), where });
    else if (isSame(known, { draft, domain })) compared.unchanged += 1;
    else compared.changed.push({ id: known.id, from: known.version, draft, domain });
  }
  return compared;
}

function sourceOf({ key }: Item): string | null {
  return key?.slice(0, OWN_LIMITS.reference) ?? null;
}

/** A name that comes twice in a file names its first question alone. */
function firstOf(named: Set<string>, source: string | null): string | null {
  if (source === null || named.has(source)) return null;
  named.add(source);
  return source;
}

type Fresh = { draft: OwnDraft; domain: string; source: string | null; where: Where };

function withoutTwins(
  fresh: readonly Fresh[],
  present: readonly Present[],
): { kept: Omit<Fresh, 'where'>[]; twins: LeftOut[] } {
  const textOf = ({ stem, options }: OwnDraft) => [stem, ...options.map(({ text }) => text)].join('\n');
  const known = present.map(({ id, draft }) => ({ name: id, text: textOf(draft) }));
  const found = findTwins(
    fresh.map(({ draft, where }) => ({ name: nameOf(where), text: textOf(draft) })),
    known,
  );
  return {
    kept: fresh.flatMap(({ where: _, ...each }, index) => (found[index] === null ? [each] : [])),
    twins: fresh.flatMap(({ where }, index): LeftOut[] => {
      const of = found[index];
      return of ? [{ kind: 'twin', where, of }] : [];
    }),
  };
}

function nameOf({ name, item, line }: Where): string {
  return name ?? String(item ?? line ?? '');
}

function isSame(known: Present, wanted: { draft: OwnDraft; domain: string }): boolean {
  return (
    known.domain === wanted.domain &&
    JSON.stringify(plainly(known.draft)) === JSON.stringify(plainly(wanted.draft))
  );
}

function plainly({ stem, options, difficulty, takeaway, references }: OwnDraft) {
  return [
    stem,
    difficulty,
    takeaway,
    references,
    options.map(({ text, correct, why }) => [text, correct, why]),
  ];
}

type Placing = { domains: OwnDomain[]; added: string[]; idOf(name: string | null): string };

/** By name, whatever their letters' case; new ones get even weights. What comes after the last that fits goes to the first. */
function placeDomains(names: readonly (string | null)[], { domains, mostDomains }: Pack): Placing {
  const all = [...domains];
  const ids = new Map(all.map(({ id, name }) => [name.toLowerCase(), id]));
  const added: string[] = [];
  for (const typed of names) {
    const name = typed?.trim().slice(0, OWN_LIMITS.domainName) ?? '';
    if (name === '' || ids.has(name.toLowerCase()) || all.length >= mostDomains) continue;
    const id = String(Math.max(0, ...all.map((domain) => Number(domain.id))) + 1);
    all.push({ id, name, weight: 1 });
    ids.set(name.toLowerCase(), id);
    added.push(name);
  }
  const first = all[0]?.id ?? '1';
  return {
    domains: added.length > 0 ? evenly(all) : all,
    added,
    idOf: (name) => ids.get(name?.trim().slice(0, OWN_LIMITS.domainName).toLowerCase() ?? '') ?? first,
  };
}

function evenly(domains: readonly OwnDomain[]): OwnDomain[] {
  const weight = Math.max(1, Math.round(100 / domains.length));
  return domains.map((domain) => ({ ...domain, weight }));
}
