// What there is to learn, and finding it, over the real packs.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  conceptOf,
  conceptsOfLesson,
  lessonAfter,
  lessonsFor,
  searchCardTopics,
  searchConcepts,
  searchLessons,
} from '#content/guide.ts';
import { flashcardsFor, type Pack } from '#content/pack.ts';
import { loadBank } from '../support/bank.ts';
import { makePack } from '../support/pack.ts';

let pack: Pack;
beforeAll(async () => {
  const found = (await loadBank()).get('aws-developer-associate');
  if (!found) throw new Error('no pack');
  pack = found;
});

const concepts = (typed: string) => searchConcepts(pack, 'c02', { typed, limit: 25 }).map(({ slug }) => slug);
const lessons = (typed: string) => searchLessons(pack, 'c02', { typed, limit: 25 }).map(({ id }) => id);

describe('lessons', () => {
  it('come in teaching order, through all modules', () => {
    const ids = lessonsFor(pack, 'c02').map(({ id }) => id);
    // One lesson is of the newer edition alone.
    expect([ids.length, lessonsFor(pack, 'c03').length]).toEqual([34, 35]);
    expect(ids.slice(0, 5)).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1']);
  });

  it('have a next one until the last', () => {
    expect(lessonAfter(pack, 'c02', '1.4')?.id).toBe('2.1');
    expect(lessonAfter(pack, 'c02', lessonsFor(pack, 'c02').at(-1)?.id ?? '')).toBeNull();
    expect(lessonAfter(pack, 'c02', '9.9')).toBeNull();
  });

  it('that nobody has written yet are not offered', () => {
    expect(lessonsFor(makePack(), 'c02')).toEqual([]);
  });

  it.each([
    ['', '1.1'],
    ['1.2', '1.2'],
    ['lesson:2.3', '2.3'],
    ['cold starts', '1.1'],
    ['visibility timeout', '4.1'],
    ['beanstlak', '6.4'],
  ])('“%s” finds lesson %s first', (typed, id) => {
    expect(lessons(typed)[0]).toBe(id);
  });

  it('are each offered once, however many of their concepts match', () => {
    const found = lessons('lambda');
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(2);
  });

  it('know their concepts, those of the edition alone', () => {
    const slugs = conceptsOfLesson(pack, 'c02', '1.1').map(({ slug }) => slug);
    expect(slugs[0]).toBe(pack.lessons.get('1.1')?.concepts[0]);
    for (const slug of slugs) expect(conceptOf(pack, 'c02', slug)?.lesson).toBe('1.1');
  });
});

describe('concepts', () => {
  it.each([
    ['sqs visibility timeout', 'sqs-visibility-timeout'],
    ['dead letter', 'sqs-dead-letter-queue'],
    ['visibilty timeout', 'sqs-visibility-timeout'],
  ])('“%s” finds %s', (typed, slug) => {
    expect(pack.concepts.has(slug), slug).toBe(true);
    expect(concepts(typed)).toContain(slug);
  });

  it('of another edition are not found', () => {
    const foreign = [...pack.concepts.values()].find(({ task }) => task.c02 === undefined);
    if (!foreign) throw new Error('every concept is of both editions');
    expect(concepts(foreign.name)).not.toContain(foreign.slug);
    expect(conceptOf(pack, 'c02', foreign.slug)).toBeNull();
    expect(conceptOf(pack, 'c03', foreign.slug)).toBe(foreign);
  });

  it('are found even where nobody asks about them yet', () => {
    const bare = makePack({ questions: [] });
    expect(searchConcepts(bare, 'c02', { typed: 'Concept 2', limit: 5 }).map(({ slug }) => slug)).toEqual([
      'concept-2',
    ]);
  });
});

describe('topics with flashcards', () => {
  it('say how many there are', () => {
    const all = searchCardTopics(pack, 'c02', { typed: '', limit: 1000 });
    for (const { topic, questions } of all)
      expect(flashcardsFor(pack, 'c02', topic), `${topic.kind}:${topic.id}`).toHaveLength(questions);
    expect(all.length).toBeGreaterThan(300);
  });
});
