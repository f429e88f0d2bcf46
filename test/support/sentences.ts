// Every sentence of a language, said: the types of the English words tell what each one is given.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import type { Words } from '#words/words.ts';

/** The parts of a syntax tree (ESTree with types) that are looked at here. */
type Node = {
  type: string;
  [key: string]: unknown;
};

type Said = { path: string; text: string };

const SAMPLE_DAY = '2026-12-24';
const folder = join(import.meta.dirname, '../../src/words/en');

/**
 * All texts of `words` by their place ("quiz.verdict.right"), functions called with arguments made from the types of
 * the English ones: the n-th number of a sentence is `counts(n)`, each text a different mark («a», «b», …).
 */
export function sayEverything(words: Words, counts: (index: number) => number): Said[] {
  return Object.entries(words).flatMap(([topic, said]) =>
    typeof said === 'object' && topic !== 'forms' && topic !== 'typed'
      ? saidBy({ value: said, node: topicOf(topic), path: topic, topic }, counts)
      : [],
  );
}

/** The marks that `sayEverything` gives for texts, as they stand in a sentence. */
export function marksIn(text: string): string[] {
  return (text.match(/«[a-z]»/g) ?? []).sort();
}

type Place = { value: unknown; node: Node | undefined; path: string; topic: string };

function saidBy({ value, node, path, topic }: Place, counts: (index: number) => number): Said[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') {
    const said = callWith(value as Sentence, { node: node && functionOf(node, topic), topic, counts });
    return saidBy({ value: said, node: undefined, path: `${path}()`, topic }, counts);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    saidBy({ value: inner, node: node && propertyOf(node, key), path: `${path}.${key}`, topic }, counts),
  );
}

type Sentence = (...args: unknown[]) => unknown;
type Call = { node: Node | undefined; topic: string; counts: (index: number) => number };

/** A text may be a date, and only the sentence knows: then it is called again with one. */
function callWith(sentence: Sentence, { node, topic, counts }: Call): unknown {
  if (!node) throw new Error(`no types of a function in ${topic}`);
  const sampled = (text: (index: number) => string) => {
    let numbers = 0;
    let texts = 0;
    const next: Next = {
      number: () => counts(numbers++),
      text: () => text(texts++),
      one: (of) => of[counts(0) % of.length] as never,
    };
    return nodesOf(node.params).map((parameter) => sampleOf(typeOf(parameter), topic, next));
  };
  try {
    return sentence(...sampled((index) => `«${String.fromCharCode(97 + index)}»`));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return sentence(...sampled(() => SAMPLE_DAY));
  }
}

type Next = { number(): number; text(): string; one<T>(of: readonly T[]): T };

function sampleOf(type: Node, topic: string, next: Next): unknown {
  switch (type.type) {
    case 'TSNumberKeyword':
      return next.number();
    case 'TSStringKeyword':
      return next.text();
    case 'TSBooleanKeyword':
      return next.number() % 2 === 1;
    case 'TSLiteralType':
      return (type.literal as Node).value;
    case 'TSNullKeyword':
      return null;
    case 'TSUnionType':
      return sampleOf(next.one(nodesOf(type.types)), topic, next);
    case 'TSArrayType':
      return [0, 1, 2].map(() => sampleOf(type.elementType as Node, topic, next));
    case 'TSTypeOperator':
      if (type.operator === 'keyof') return next.one(keysOf(type.typeAnnotation as Node, topic));
      return sampleOf(type.typeAnnotation as Node, topic, next);
    case 'TSParenthesizedType':
      return sampleOf(type.typeAnnotation as Node, topic, next);
    case 'TSTypeLiteral':
      return Object.fromEntries(
        nodesOf(type.members).map((member) => [
          (member.key as Node).name,
          sampleOf(typeOf(member), topic, next),
        ]),
      );
    case 'TSTypeReference':
      return sampleOf(declaredType((type.typeName as Node).name, topic), topic, next);
    default:
      throw new Error(`${topic} has a sentence with a parameter of a kind that is not sampled: ${type.type}`);
  }
}

const trees = new Map<string, Node[]>();

function statementsOf(topic: string): Node[] {
  const known = trees.get(topic);
  if (known) return known;
  const parsed = parseAst(readFileSync(join(folder, `${topic}.ts`), 'utf8'), { lang: 'ts' });
  const statements = nodesOf(parsed.body).map((each) => (each.declaration as Node | undefined) ?? each);
  trees.set(topic, statements);
  return statements;
}

/** What a name at the top of a topic's file stands for: a constant's value, or the function itself. */
function declared(name: unknown, topic: string): Node {
  for (const statement of statementsOf(topic)) {
    if (statement.type === 'FunctionDeclaration' && (statement.id as Node).name === name) return statement;
    const variable = nodesOf(statement.declarations).find(({ id }) => (id as Node).name === name);
    if (variable) return variable.init as Node;
  }
  throw new Error(`${topic}.ts declares no ${name}`);
}

function declaredType(name: unknown, topic: string): Node {
  const found = statementsOf(topic).find(
    (each) => each.type === 'TSTypeAliasDeclaration' && (each.id as Node).name === name,
  );
  if (!found) throw new Error(`${topic}.ts declares no type ${name}`);
  return found.typeAnnotation as Node;
}

const topicOf = (topic: string): Node => declared(topic, topic);

function propertyOf(node: Node, key: string): Node | undefined {
  const { properties } = node.type === 'TSAsExpression' ? (node.expression as Node) : node;
  const found = nodesOf(properties).find(({ key: known }) => {
    const { name, value } = known as Node;
    return String(name ?? value) === key;
  });
  return found?.value as Node | undefined;
}

function functionOf(node: Node, topic: string): Node {
  return node.type === 'Identifier' ? declared(node.name, topic) : node;
}

/** `keyof typeof fields` */
function keysOf(query: Node, topic: string): string[] {
  const { properties } = declared((query.exprName as Node).name, topic);
  return nodesOf(properties).map(({ key }) => String((key as Node).name ?? (key as Node).value));
}

function typeOf(annotated: Node): Node {
  const { left } = annotated;
  const bearer = annotated.type === 'AssignmentPattern' ? (left as Node) : annotated;
  return (bearer.typeAnnotation as Node).typeAnnotation as Node;
}

// safe: lists of a tree hold nodes; an absent one is empty
const nodesOf = (list: unknown): Node[] => (list ?? []) as Node[];
