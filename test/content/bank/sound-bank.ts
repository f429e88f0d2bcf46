// A sound question, lesson and flashcard, the rules they are judged by, and the checker run on changes of them.
import { assemblePack } from '#content/assemble.ts';
import { checkBank } from '#content/bank/check.ts';
import type { Finding } from '#content/bank/finding.ts';
import type { BankRules } from '#content/bank/rules.ts';
import type { PackSources } from '#content/check.ts';
import { parseLesson } from '#content/lesson.ts';
import type { Flashcard, Lesson, Pack, Question } from '#content/pack.ts';
import { makePack } from '../../support/pack.ts';

export const rules: BankRules = {
  hosts: ['docs.example.com'],
  volatile: [{ fact: 'message size', words: ['queue', 'SQS'], values: ['256 KB', '1 MiB'] }],
  deprecated: [{ name: 'the old console', pattern: /Old Console/, instead: 'use the new one' }],
  brands: ['Amazon', 'AWS'],
  names: ['SQS', 'Lambda', 'Simple Queue Service'],
  terms: { SQS: ['queue', 'message'], Lambda: ['function'] },
  permissionPrefixes: ['sqs'],
  resourcePrefixes: ['SQS'],
  companies: ['Acme'],
  services: [],
  commonPhrases: ['Which combination of steps will meet these requirements with the least work?'],
  references: new Set([
    'https://docs.example.com/queue',
    'https://docs.example.com/b',
    'https://docs.example.com/c',
  ]),
};

export const soundQuestion: Question = {
  id: 'q-1.1-001',
  version: 1,
  editions: ['c02', 'c03'],
  family: 'fix',
  difficulty: 2,
  concepts: ['concept-1'],
  skills: { c02: ['1.1.1'], c03: ['1.1.1'] },
  criterion: null,
  stem: 'A company processes invoices with workers that poll an Amazon SQS queue. One invoice takes a worker up to 4 minutes. During busy hours many invoices are processed twice, although no worker reports an error. What should a developer do to resolve this issue?',
  options: [
    option('a', 'Raise the visibility timeout of the queue above 4 minutes.', [
      true,
      'Right because a message becomes visible again before its worker is done; a longer period keeps it hidden.',
    ]),
    option('b', 'Set a delivery delay of 5 minutes for new invoices first.', [
      false,
      'Fails because a delay postpones just the first delivery, not the second one that causes the double work.',
    ]),
    option('c', 'Poll with a waiting period of 20 seconds per request now.', [
      false,
      'Fails because long polling saves empty responses and leaves unchanged when a message shows up again.',
    ]),
    option('d', 'Move each failed invoice into a separate dead-letter queue.', [
      false,
      'Fails because no processing fails here. Would fit messages that cannot be processed at any attempt.',
    ]),
  ],
  takeaway: 'A message stays hidden as long as its visibility timeout lasts, which must exceed the work.',
  references: ['https://docs.example.com/queue'],
  volatile: false,
  verifiedOn: '2026-11-23',
  provenance: { writer: 'a test', reviewers: [], blindSolve: '2/2 on 2026-11-23' },
  lesson: '1.1',
  module: '1',
};

export const soundCard: Flashcard = {
  id: 'f-1.1-001',
  concept: 'concept-1',
  front: 'What keeps a message from a second worker while the first one works on it?',
  back: 'The visibility timeout, because the queue hides a received message until that time is over.',
  references: ['https://docs.example.com/queue'],
  volatile: false,
  verifiedOn: '2026-11-23',
  lesson: '1.1',
  module: '1',
};

const sentence =
  'A worker takes the message and has a while to finish before the queue shows it again to others. ';

export const soundLessonText = `---
id: "1.1"
title: Lesson 1.1
concepts: [concept-1]
references:
  - https://docs.example.com/queue
  - https://docs.example.com/b
  - https://docs.example.com/c
verifiedOn: 2026-11-23
---

## The problem

${sentence.repeat(6)}

## How it works

${sentence.repeat(6)}

${sentence.repeat(6)}

- **Hidden**: nobody else
  sees it.
- Visible: \`ReceiveMessage\` returns it.

## Which one when

Match the need:

| Need | Choose | Because |
|---|---|---|
| Long work | A longer timeout | It hides the message |
| Late start | A delay | It postpones the first delivery |
| Few requests | Long polling | It waits for messages |

## Two traps

### A delay does not hide

${sentence.repeat(4)}

### A dead-letter queue does not repeat

${sentence.repeat(4)}

## Worked scenario

${sentence.repeat(6)}

## Check yourself

- q-1.1-001
- q-1.1-002
- q-1.1-003

## In five lines

- A received message is hidden, not gone.
- The timeout must exceed the work.
- A delete ends it.
- A delay hides new messages alone.
- \`ReceiveMessage\` with a wait saves empty polls.
`;

export type BankChanges = {
  questions?: readonly Question[];
  cards?: readonly Flashcard[];
  lesson?: string | null;
  pack?: Partial<Pack>;
  copies?: ReadonlySet<string> | null;
};

/** The checker's findings on a bank of one module. The lesson's three questions exist unless others are given. */
export function check({
  questions = threeQuestions(),
  cards = [soundCard],
  lesson = null,
  pack,
  copies = null,
}: BankChanges): Finding[] {
  const sources = sourcesOf({ ...makePack({ questions: [...questions] }), ...pack }, cards, lesson);
  const [assembled] = assemblePack(sources);
  if (assembled === undefined) throw new Error('the bank has an exam');
  return checkBank({ sources, pack: assembled, rules, copies });
}

export const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code);

/** Questions with little in common but their soundness. */
function threeQuestions(): Question[] {
  return ['q-1.1-001', 'q-1.1-002', 'q-1.1-003'].map((id, index) => ({
    ...soundQuestion,
    id,
    stem:
      index === 0
        ? soundQuestion.stem
        : soundQuestion.stem.replace(/\w+/g, (word) => `${word}${'x'.repeat(index)}`),
    options: soundQuestion.options.map((entry) =>
      index === 0
        ? entry
        : { ...entry, text: entry.text.replace(/[a-z]{4,}/g, (word) => `${word}${'x'.repeat(index)}`) },
    ),
  }));
}

export function parseSound(text: string): Lesson {
  const lesson = parseLesson({ file: 'lesson.md', text }, []);
  if (lesson === null) throw new Error('the lesson cannot be read');
  return lesson.value;
}

function sourcesOf(pack: Pack, cards: readonly Flashcard[], lesson: string | null): PackSources {
  const source = <T>(value: T) => ({ file: 'file', value, at: () => 1, folderNumber: '1' });
  const text = lesson === null ? null : parseLesson({ file: 'lesson.md', text: lesson }, []);
  return {
    folder: 'small',
    exam: source(pack.exam),
    modules: pack.modules.map(source),
    concepts: [...pack.concepts.values()].map((concept) => source(concept)),
    questions: [...pack.questions.values()].map(source),
    flashcards: cards.map(source),
    aliases: [],
    superseded: [],
    plan: null,
    examDay: null,
    resources: [],
    next: [],
    lessons: text === null ? [] : [{ ...text, fileLesson: '1.1', folderNumber: '1' }],
    complete: { modules: true, concepts: true, questions: true },
  };
}

function option(id: string, text: string, [correct, why]: [boolean, string]): Question['options'][number] {
  return { id, text, correct, why };
}
