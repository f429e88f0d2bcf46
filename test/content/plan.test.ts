// The study plans: what is checked about them, and those of the developer pack.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContentError } from '#content/fault.ts';
import { loadPacks } from '#content/load.ts';
import { minutesOf } from '#content/plan.ts';
import { smallPack, writePacks } from './small-pack.ts';

const plan = `minutes: { lesson: 30, question: 2, review: 0.5, full: 190, half: 95, domain: 55 }
tasks:
  - id: first-queue
    title: A queue of one's own
    teaches: What a queue does with a message that nobody deletes.
    lessons: ["1.1"]
    minutes: 60
    steps: [Make a queue in the console., Send a message to the queue., Receive it twice from the queue.]
    cleanUp: Delete the queue in the console.
    cost: Nothing to speak of.
    references: [https://docs.example.com/queue]
plans:
  - id: short
    name: Two weeks
    hours: 5
    weeks:
      - { focus: Queues and locks, lessons: ["1.1"], questions: 2, reviews: 10, task: first-queue }
      - { focus: The exam, lessons: ["1.2"], questions: 0, reviews: 20, mocks: [full] }
`;

describe('plan.yaml', () => {
  it('is loaded with the pack, and adds up', async () => {
    const plans = (await load(plan)).get('small')?.plan;
    expect(plans?.plans[0]?.weeks.map((week) => plans && minutesOf(week, plans))).toEqual([99, 230]);
  });

  it('may be missing', async () => {
    const pack = (await load(null)).get('small');
    expect([pack?.plan, pack?.examDay, pack?.resources, pack?.next]).toEqual([null, null, [], []]);
  });

  it.each([
    ['a lesson that is in no week', 'lessons: ["1.2"], ', '', /plan short: lesson 1\.2 is in no week/],
    ['a lesson that is in two weeks', '["1.2"]', '["1.2", "1.1"]', /lesson 1\.1 is in two weeks/],
    ['a lesson that does not exist', '["1.2"]', '["1.2", "1.9"]', /lesson 1\.9 is in no module/],
    ['more questions than there are', 'questions: 2', 'questions: 3', /3 questions by week 1.*have 2/],
    ['a week that takes too long', 'hours: 5', 'hours: 3', /week 2 takes 230 minutes of 180/],
    ['a last week without a full exam', 'mocks: [full]', 'mocks: [half]', /last week has no full exam/],
    ['a task that does not exist', 'task: first-queue', 'task: last-queue', /no task last-queue/],
    ['a task that no plan has', ', task: first-queue', '', /task first-queue is in no plan/],
    ['a task in two weeks', 'mocks', 'task: first-queue, mocks', /task first-queue is in two weeks/],
    ['a task for an unknown lesson', '    lessons: ["1.1"]', '    lessons: ["1.9"]', /lesson 1\.9/],
    ['a mock that /exam does not offer', '[full]', '[whole]', /mocks\[0\]/],
  ])('reports %s', async (_, from, to, says) => {
    expect(plan).toContain(from);
    const loading = load(plan.replace(from, to));
    await expect(loading).rejects.toThrow(says);
    await expect(loading).rejects.toThrow(ContentError);
  });
});

describe('the plans of the developer pack', async () => {
  const pack = (await loadPacks(join(import.meta.dirname, '../../content'))).get('aws-developer-associate');

  it('are six weeks and eight', () => {
    const lengths = pack?.plan?.plans.map(({ id, weeks }) => [id, weeks.length]);
    expect(lengths).toEqual([
      ['intensive', 6],
      ['relaxed', 8],
    ]);
  });

  it('have something to build in most weeks, with steps, an end and a price', () => {
    for (const { weeks } of pack?.plan?.plans ?? [])
      expect(weeks.filter(({ task }) => task !== undefined).length).toBeGreaterThanOrEqual(weeks.length - 1);
    expect(pack?.plan?.tasks.filter(({ cleanUp, cost }) => cleanUp === '' || cost === '')).toEqual([]);
  });
});

async function load(text: string | null) {
  const dir = await writePacks({ small: { ...smallPack, ...(text === null ? {} : { 'plan.yaml': text }) } });
  onTestFinished(() => rm(dir, { recursive: true }));
  return loadPacks(dir);
}
