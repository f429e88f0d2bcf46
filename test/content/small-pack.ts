// The smallest sound pack: one exam with two editions, two concepts, one module, two questions. Tests plant faults
// in its files.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadPacks } from '#content/load.ts';
import type { Pack } from '#content/pack.ts';

/** File texts by their path inside the pack's folder. */
export type PackFiles = Record<string, string>;

const editionYaml = (id: string, dates: string) => `  - id: ${id}
    code: TST-${id.toUpperCase()}
${dates}
    provisional: false
    items: 65
    scoredItems: 50
    minutes: 130
    passScore: 720
    maxScore: 1000
    feeUsd: 150
    guide: https://example.com/guide
    domains:
      - id: "1"
        name: Building
        weight: 60
        color: "#3b82f6"
        tasks:
          - id: "1.1"
            name: Build things
            skills: [{ id: "1.1.1", name: Build one thing }, { id: "1.1.2", name: Build two things }]
      - id: "2"
        name: Guarding
        weight: 40
        color: "#d55e00"
        tasks:
          - { id: "2.1", name: Guard things }
`;

const optionYaml = (id: string, text: string, correct: boolean) => `    - id: ${id}
      text: ${text}
      correct: ${correct}
      why: Because ${id.repeat(3)} does what the requirement of the stem asks for, or does not.
`;

const questionYaml = (id: string, concept: string) => `- id: ${id}
  editions: [old, new]
  family: build
  difficulty: 1
  concepts: [${concept}]
  skills: { old: ["1.1.1"], new: ["1.1.1"] }
  stem: >-
    A developer has a queue of orders and a worker that reads them. Each order must be read once, and the worker must
    not be changed for it. What should the developer do to meet these requirements?
  options:
${optionYaml('a', 'Use the first way that is known.', true)}${optionYaml('b', 'Take the second way instead.', false)}${optionYaml('c', 'Choose the third way over both.', false)}${optionYaml('d', 'Prefer the fourth way of all.', false)}  takeaway: A queue hands each order to one worker at a time.
  references:
    - https://docs.example.com/queue
  verifiedOn: 2026-11-23
  provenance: { writer: a person, reviewers: [], blindSolve: null }
`;

const conceptYaml = (slug: string, task: string) => `${slug}:
  name: The ${slug} concept
  summary: One line on what is asked
  lesson: "1.1"
  task: { old: "${task}", new: "${task}" }
  skills: { old: ["1.1.1"], new: ["1.1.1"] }
  frequency: high
  reference: https://docs.example.com/${slug}
`;

const lessonMarkdown = `---
id: "1.1"
title: Queues and locks
concepts: [queue, lock]
references:
  - https://docs.example.com/queue
  - https://docs.example.com/lock
  - https://docs.example.com/both
verifiedOn: 2026-11-23
---

## The problem

Two workers read one order.

## How it works

A queue hides it.

## Which one when

| Need | Choose |
|---|---|
| One reader | A queue |

## Two traps

### A queue is no lock

It forgets.

### A lock is no queue

It waits.

## Worked scenario

A shop has both.

## Check yourself

- q-1.1-001
- q-1.1-002
- q-1.1-003

## In five lines

- A queue hides an order.
- A lock waits.
- One reader needs a queue.
- A queue is no lock.
- A shop has both.
`;

const flashcardYaml = (id: string, concept: string) => `- id: ${id}
  concept: ${concept}
  front: What does a ${concept} do?
  back: It hands an order to one worker, because two would do it twice.
  references:
    - https://docs.example.com/${concept}
  verifiedOn: 2026-11-23
`;

export const smallPack: PackFiles = {
  'exam.yaml': `id: small
name: Small Exam
provider: Nobody
editions:
${editionYaml('old', '    firstSitting: 2025-01-01\n    lastSitting: 2026-11-30')}${editionYaml('new', '    firstSitting: 2026-12-01\n    lastSitting: null')}`,
  'aliases.yaml': 'queues: [concept:queue, lesson:1.1]\nmutex: [concept:lock]\n',
  'concepts.yaml': conceptYaml('queue', '1.1') + conceptYaml('lock', '2.1'),
  '1-basics/module.yaml': `id: "1"
title: Basics
lessons:
  - { id: "1.1", title: Queues and locks }
  - { id: "1.2", title: Nothing yet }
`,
  '1-basics/1.1-queues.questions.yaml':
    questionYaml('q-1.1-001', 'queue') + questionYaml('q-1.1-002', 'lock'),
};

/** The small pack with a third question, a lesson and two flashcards. */
export const lessonPack: PackFiles = {
  ...smallPack,
  '1-basics/1.1-queues.questions.yaml': `${smallPack['1-basics/1.1-queues.questions.yaml']}${questionYaml('q-1.1-003', 'lock')}`,
  '1-basics/1.1-queues.md': lessonMarkdown,
  '1-basics/1.1-queues.flashcards.yaml':
    flashcardYaml('f-1.1-001', 'queue') + flashcardYaml('f-1.1-002', 'lock'),
};

/** Writes the packs, by folder name, to a fresh directory under the system's temporary one. */
export async function writePacks(packs: Record<string, PackFiles>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'cohort-content-'));
  for (const [folder, files] of Object.entries(packs)) {
    for (const [name, text] of Object.entries(files)) {
      const path = join(dir, folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }
  return dir;
}

/** The small pack, or other files of its id, as the loader gives it. */
export async function loadSmallPack(files: PackFiles = smallPack): Promise<Pack> {
  const pack = (await loadPacks(await writePacks({ small: files }))).get('small');
  if (pack === undefined) throw new Error('the small pack did not load');
  return pack;
}
