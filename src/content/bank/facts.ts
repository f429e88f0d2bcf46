// Flaws in what a question says about the world, as far as lists can tell: F15, F17, F19, F22, F23, F24, F25.
// Whether a fact is true, no program here decides. Pure, one question at a time.
import { numbersSkills } from '../check-skills.ts';
import type { Pack } from '../pack.ts';
import type { Concept, Question } from '../schema.ts';
import type { Flaw } from './finding.ts';
import { type BankRules, pageOf } from './rules.ts';
import { hasWord, type Passage, passagesOf, proseOf } from './words.ts';

/** The rules of a bank and what its other files add to them. */
export type Facts = BankRules & {
  concepts: ReadonlyMap<string, Concept>;
  names: readonly string[];
  /** The editions whose guide numbers its skills. */
  numbered: readonly string[];
};

const unit = 'seconds?|minutes?|hours?|days?|ms|milliseconds?|[KMGT]i?B|percent|%';
const measure = new RegExp(`\\b\\d[\\d,.]*\\s?(?:${unit})(?![a-z])`, 'g');

/** The rules, with the names of products in the texts of the concepts added to theirs. */
export function collectFacts(rules: BankRules, { concepts, exam }: Pick<Pack, 'concepts' | 'exam'>): Facts {
  const texts = [...concepts.values()].flatMap(({ name, summary }) => [name, summary]);
  const found = texts.flatMap((text) => productsIn(text, rules).map(({ name }) => name));
  const numbered = exam.editions.filter(numbersSkills).map(({ id }) => id);
  return { ...rules, concepts, names: [...new Set([...rules.names, ...found])], numbered };
}

export function findFactFlaws(question: Question, facts: Facts): Flaw[] {
  return [
    ...findUnprovenKey(question),
    ...findWrongPlace(question, facts),
    ...passagesOf(question).flatMap((passage) => [
      ...findUnknownNames(passage, facts),
      ...findDeprecated(passage, facts),
    ]),
    ...findUnusedFacts(question, facts),
    ...findReferenceFlaws(question.references, facts),
    ...findVolatileKey(question, facts),
  ];
}

/** F22, for whatever has references. */
export function findReferenceFlaws(
  references: readonly string[],
  { hosts, references: seen }: BankRules,
): Flaw[] {
  return references.flatMap((reference, index): Flaw[] => {
    const path = ['references', index];
    const error = (text: string): Flaw[] => [{ code: 'F22', level: 'error', path, text }];
    const { protocol, host, pathname } = new URL(reference);
    if (protocol !== 'https:' || !hosts.includes(host) || pathname === '/')
      return error(`${reference} is not a page of ${hosts.join(' or ')}: refer to one`);
    if (references.indexOf(reference) !== index) return error(`${reference} is listed twice: remove one`);
    if (seen.has(pageOf(reference))) return [];
    const text = `${reference} is not in references.txt: open it, then add its line`;
    return [{ code: 'F22', level: 'warning', path, text }];
  });
}

/** The facts of the volatile list of which a text names a value, with those values (F23). */
export function volatileFactsIn(text: string, { volatile }: BankRules): { fact: string; values: string[] }[] {
  return volatile.flatMap(({ fact, words, values }) => {
    if (!words.some((word) => hasWord(text, word))) return [];
    const named = values.filter((value) => hasWord(text, value));
    return named.length > 0 ? [{ fact, values: named }] : [];
  });
}

/** F24 */
export function findDeprecated({ place, path, text }: Passage, { deprecated }: BankRules): Flaw[] {
  return deprecated.flatMap(({ name, pattern, instead }): Flaw[] => {
    if (!pattern.test(text)) return [];
    const says = `${name} is out of date: ${instead}`;
    return [{ code: 'F24', level: place === 'key' ? 'error' : 'warning', path, text: says }];
  });
}

/** F15, as far as the file itself shows it: nobody has solved it blind, or not often enough with this key. */
function findUnprovenKey({ provenance: { blindSolve } }: Question): Flaw[] {
  const path = ['provenance', 'blindSolve'];
  const [, right, runs] = /^(\d+)\/(\d+)/.exec(blindSolve ?? '') ?? [];
  if (right === undefined || runs === undefined) {
    const text = 'not solved blind yet: let two solvers answer it without the key';
    return [{ code: 'F15', level: 'warning', path, text }];
  }
  if (Number(right) / Number(runs) >= 5 / 6) return [];
  const text = `only ${right} of ${runs} blind solutions agree with the key: settle it and solve it again`;
  return [{ code: 'F15', level: 'error', path, text }];
}

/** F25, what the loader does not refuse: the lesson and, in each edition, the skills are those of the first concept. */
function findWrongPlace(question: Question, facts: Facts): Flaw[] {
  const { concepts, lesson, editions } = question;
  const [primary = ''] = concepts;
  const concept = facts.concepts.get(primary);
  if (concept === undefined) return [];
  if (concept.lesson !== lesson) {
    const text = `${primary} belongs to lesson ${concept.lesson}: move the question there or list another first`;
    return [{ code: 'F25', level: 'error', path: ['concepts', 0], text }];
  }
  return editions.flatMap((edition) => findWrongSkills(question, { edition, concept, facts }));
}

function findWrongSkills(
  { skills }: Question,
  { edition, concept, facts }: { edition: string; concept: Concept; facts: Facts },
): Flaw[] {
  const [own, task] = [skills[edition], concept.task[edition]];
  if (own === undefined) {
    const text = `no skill of ${edition} is named: add skills: { ${edition}: [...] }`;
    return facts.numbered.includes(edition) ? [{ code: 'F25', level: 'error', path: ['skills'], text }] : [];
  }
  if (task === undefined || own.some((skill) => skill.startsWith(`${task}.`))) return [];
  const text = `no skill of ${edition} belongs to the task of ${concept.slug} (${task}): correct the numbers`;
  return [{ code: 'F25', level: 'warning', path: ['skills', edition], text }];
}

/** F17 for products, permissions and resource types; other names in code are not looked up. */
function findUnknownNames({ path, text }: Passage, facts: Facts): Flaw[] {
  const { names, permissionPrefixes, resourcePrefixes } = facts;
  const unknown = [
    ...productsIn(proseOf(text), facts)
      .filter(({ name }) => !names.some((known) => beginsWith(name, known)))
      .map(({ product }) => product),
    ...[...text.matchAll(/`([a-z][a-z0-9-]*):[A-Z][A-Za-z]+\*?`/g)]
      .filter(([, prefix = '']) => !permissionPrefixes.includes(prefix))
      .map(([words]) => words),
    ...[...text.matchAll(/\bAWS::([A-Za-z0-9]+)::\w+/g)]
      .filter(([, prefix = '']) => !resourcePrefixes.includes(prefix))
      .map(([words]) => words),
  ];
  return unknown.map((words) => ({
    code: 'F17',
    level: 'error',
    path,
    text: `"${words}" is not a known name: correct it or, when it exists, add it to rules.yaml`,
  }));
}

/** Two set a scene, as real reports do; more of them, and a reader looks for what they are there for. */
const MOST_UNUSED = 2;

/** F19: products and measures in the prose of a stem that nothing else of the question takes up. */
function findUnusedFacts({ stem, options, takeaway }: Question, facts: Facts): Flaw[] {
  const rest = [...options.flatMap(({ text, why }) => [text, why]), takeaway].join(' ');
  const isUsed = (word: string) => rest.toLowerCase().includes(word.toLowerCase());
  const prose = proseOf(stem);
  const products = productsIn(prose, facts)
    .map(({ name }) => knownName(name, facts))
    .filter((name) => ![...name.split(' '), ...(facts.terms[name] ?? [])].some(isUsed));
  const measures = (prose.match(measure) ?? []).filter(
    (value) => !hasWord(rest, value.split(/\s|%/)[0] ?? ''),
  );
  const unused = [...new Set([...products, ...measures])];
  if (unused.length <= MOST_UNUSED) return [];
  const named = unused.map((name) => `"${name}"`).join(', ');
  const text = `no option or rationale takes up ${named}: use some or strike them out`;
  return [{ code: 'F19', level: 'warning', path: ['stem'], text }];
}

/** The longest known name that a name begins with: "ElastiCache" for "ElastiCache for Valkey". */
function knownName(name: string, { names }: Facts): string {
  const known = names.filter((candidate) => beginsWith(name, candidate));
  return known.toSorted((a, b) => a.length - b.length).at(-1) ?? name;
}

/** F23, in the key only: which clause of a stem decides, a program cannot tell. */
function findVolatileKey({ stem, options, volatile }: Question, facts: Facts): Flaw[] {
  if (volatile) return [];
  return options.flatMap(({ text, correct }, index): Flaw[] => {
    if (!correct) return [];
    const inKey = facts.volatile.map((fact) => ({
      ...fact,
      values: fact.values.filter((value) => hasWord(text, value)),
    }));
    return volatileFactsIn(`${stem} ${text}`, { ...facts, volatile: inKey }).map(({ fact, values }) => ({
      code: 'F23',
      level: 'error',
      path: ['options', index, 'text'],
      text: `the key rests on "${values.join('", "')}" (${fact}), which has moved: set volatile, or let it not decide`,
    }));
  });
}

/** Names after a brand, as long as capitals go on: "Amazon RDS Proxy", and "RDS Proxy" alone. */
function productsIn(text: string, { brands }: BankRules): { product: string; name: string }[] {
  const brand = `(?:${brands.join('|')})`;
  const pattern = new RegExp(
    `\\b${brand} ((?!${brand} )[A-Z][\\w-]*(?: (?:for |of )?[A-Z0-9][\\w-]*)*)`,
    'g',
  );
  return [...text.matchAll(pattern)].map(([product, name = '']) => ({ product, name }));
}

function beginsWith(name: string, known: string): boolean {
  return name === known || name.startsWith(`${known} `) || name === `${known}s`;
}
