// The Developer exam of the pack against its official guides: the facts stand here a second time, so that neither the data
// nor this test can drift alone. C02 as of version 2.1, C03 as of 26 November 2026.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '#content/load.ts';
import { findEdition, type Pack } from '#content/pack.ts';

const guides = [
  {
    id: 'c02',
    sittings: ['2023-02-28', '2026-11-30'],
    address:
      'https://docs.aws.amazon.com/aws-certification/latest/developer-associate-02/developer-associate-02.html',
    weights: { 1: 32, 2: 26, 3: 24, 4: 18 },
    skills: [
      ['1.1', 13],
      ['1.2', 7],
      ['1.3', 9],
      ['2.1', 8],
      ['2.2', 7],
      ['2.3', 6],
      ['3.1', 5],
      ['3.2', 5],
      ['3.3', 6],
      ['3.4', 11],
      ['4.1', 7],
      ['4.2', 8],
      ['4.3', 9],
    ],
    total: 101,
  },
  {
    id: 'c03',
    sittings: ['2026-12-01', null],
    address:
      'https://docs.aws.amazon.com/aws-certification/latest/developer-associate-03/developer-associate-03.html',
    weights: { 1: 30, 2: 26, 3: 22, 4: 22 },
    skills: [
      ['1.1', 10],
      ['1.2', 4],
      ['1.3', 4],
      ['2.1', 7],
      ['2.2', 7],
      ['2.3', 5],
      ['3.1', 5],
      ['3.2', 5],
      ['3.3', 9],
      ['4.1', 5],
      ['4.2', 5],
      ['4.3', 6],
    ],
    total: 72,
  },
] as const;

const pack = (await loadPacks(join(import.meta.dirname, '../../content'))).get('aws-developer-associate');
if (pack === undefined) throw new Error('the pack of the Developer exam is missing');
const concepts = [...pack.concepts.values()];

describe.each(guides)('the edition $id', ({ id, sittings, address, weights, skills, total }) => {
  const edition = editionOf(pack, id);
  const tasks = edition.domains.flatMap((domain) => domain.tasks);

  it('has the format and dates of its guide', () => {
    const { items, scoredItems, minutes, passScore, maxScore, provisional, guide } = edition;
    expect({ items, scoredItems, minutes, passScore, maxScore }).toEqual({
      items: 65,
      scoredItems: 50,
      minutes: 130,
      passScore: 720,
      maxScore: 1000,
    });
    expect([edition.firstSitting, edition.lastSitting]).toEqual(sittings);
    expect([provisional, guide]).toEqual([false, address]);
  });

  it('has the weights of its guide', () => {
    expect(Object.fromEntries(edition.domains.map((domain) => [domain.id, domain.weight]))).toEqual(weights);
  });

  it('has the tasks of its guide, each with as many skills, numbered without a gap', () => {
    expect(tasks.map((task) => [task.id, task.skills.length])).toEqual(skills);
    expect(tasks.flatMap((task) => task.skills)).toHaveLength(total);
    for (const task of tasks)
      expect(task.skills.map((skill) => skill.id)).toEqual(
        task.skills.map((_, index) => `${task.id}.${index + 1}`),
      );
  });

  it('has a name of its own for each skill of a task', () => {
    for (const task of tasks)
      expect(new Set(task.skills.map(({ name }) => name)).size).toBe(task.skills.length);
  });

  it('has a concept for each skill', () => {
    const named = new Set(concepts.flatMap((concept) => concept.skills[id] ?? []));
    expect(tasks.flatMap((task) => task.skills).filter((skill) => !named.has(skill.id))).toEqual([]);
  });

  it('has skills for each of its concepts, one of them at least of the task it belongs to', () => {
    const wrong = concepts
      .filter(({ task }) => task[id] !== undefined)
      .filter((concept) => !concept.skills[id]?.some((skill) => skill.startsWith(`${concept.task[id]}.`)))
      .map(({ slug }) => slug);
    expect(wrong).toEqual([]);
  });
});

it('C03 asks what each of its skills is mostly about', () => {
  const first = new Set(concepts.map((concept) => concept.skills.c03?.[0]));
  const skills = editionOf(pack, 'c03').domains.flatMap(({ tasks }) => tasks.flatMap((task) => task.skills));
  expect(skills.filter(({ id }) => !first.has(id))).toEqual([]);
});

it('AppSync and Amazon Q Developer are no part of C03', () => {
  const ofC03 = concepts.filter(({ task }) => task.c03 !== undefined).map(({ name }) => name);
  expect(ofC03.filter((name) => /AppSync|Q Developer/.test(name))).toEqual([]);
});

function editionOf({ exam }: Pack, id: string) {
  const edition = findEdition(exam, id);
  if (edition === null) throw new Error(`there is no edition ${id}`);
  return edition;
}
