// Lessons and flashcards in a pack: what the loader reads, what it refuses with file and line, and the look-ups.
import { rm } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContentError } from '#content/fault.ts';
import { loadPacks } from '#content/load.ts';
import { flashcardsFor, lessonText, parseTopic } from '#content/pack.ts';
import { lessonPack, loadSmallPack, type PackFiles, writePacks } from './small-pack.ts';

const lesson = '1-basics/1.1-queues.md';
const cards = '1-basics/1.1-queues.flashcards.yaml';
const concepts = 'concepts.yaml';

type Planted = {
  rule: string;
  file: string;
  from: string | RegExp;
  to: string;
  line: number;
  says: RegExp;
  in?: string;
};

const soundFigure = `verifiedOn: 2026-11-23
figure:
  kind: graph
  title: Two ways
  alt: A sender hands a message to a queue, and a worker takes it from there.
  nodes:
    - { id: sender, label: Sender }
    - { id: queue, label: Queue }
    - { id: worker, label: Worker }
  edges: [{ from: sender, to: queue, label: sends }, { from: queue, to: worker }]
`;

/** The front matter's last line with a figure in which one thing is another. */
function figure(from: string, to: string): string {
  if (!soundFigure.includes(from)) throw new Error(`the figure has no ${from}`);
  return soundFigure.replace(from, to);
}

const planted: Planted[] = [
  { rule: 'no front matter', file: lesson, from: '---\n', to: '', line: 1, says: /front matter is missing/ },
  {
    rule: 'a front matter without an end',
    file: lesson,
    from: '---\n\n',
    to: '\n',
    line: 1,
    says: /front matter is missing/,
  },
  {
    rule: 'broken YAML',
    file: lesson,
    from: 'title: Queues',
    to: 'title: Queues: x',
    line: 3,
    says: /not valid YAML/,
  },
  {
    rule: 'an unknown field',
    file: lesson,
    from: 'title:',
    to: 'titel:',
    line: 3,
    says: /unknown field titel/,
  },
  {
    rule: 'two references',
    file: lesson,
    from: '  - https://docs.example.com/both\n',
    to: '',
    line: 5,
    says: /references has 2 entries/,
  },
  {
    rule: 'the title of another lesson',
    file: lesson,
    from: 'title: Queues',
    to: 'title: Locks',
    line: 3,
    says: /module.yaml calls it "Queues and locks"/,
  },
  {
    rule: 'the number of another lesson',
    file: lesson,
    from: 'id: "1.1"',
    to: 'id: "1.2"',
    line: 2,
    says: /file is for lesson 1\.1/,
  },
  {
    rule: 'a concept that is unknown',
    file: lesson,
    from: '[queue, lock]',
    to: '[queue, lokc]',
    line: 4,
    says: /lokc is not in concepts/,
  },
  {
    rule: 'a concept twice',
    file: lesson,
    from: '[queue, lock]',
    to: '[queue, queue]',
    line: 4,
    says: /listed twice/,
  },
  {
    rule: 'a concept of another lesson',
    file: concepts,
    from: /lesson: "1.1"/,
    to: 'lesson: "1.2"',
    in: lesson,
    line: 4,
    says: /queue belongs to lesson 1\.2/,
  },
  {
    rule: 'a question that is unknown',
    file: lesson,
    from: 'q-1.1-003',
    to: 'q-1.1-009',
    line: 40,
    says: /no question q-1\.1-009/,
  },
  {
    rule: 'two questions to check oneself',
    file: lesson,
    from: '- q-1.1-003\n',
    to: '',
    line: 40,
    says: /three different question ids/,
  },
  {
    rule: 'one question twice',
    file: lesson,
    from: 'q-1.1-003',
    to: 'q-1.1-002',
    line: 40,
    says: /three different question ids/,
  },
  {
    rule: 'text before the first section',
    file: lesson,
    from: '## The problem',
    to: 'Hello.\n\n## The problem',
    line: 12,
    says: /text stands before the first section/,
  },
  {
    rule: 'a section that is missing',
    file: lesson,
    from: '## How it works\n',
    to: '',
    line: 19,
    says: /"## How it works" belongs here/,
  },
  {
    rule: 'a section of another name',
    file: lesson,
    from: '## How it works',
    to: '## How it is',
    line: 16,
    says: /"## How it works" belongs here/,
  },
  {
    rule: 'a seventh section of another name',
    file: lesson,
    from: '## In five lines',
    to: '## In short',
    line: 46,
    says: /"## In five lines" belongs here/,
  },
  {
    rule: 'a section too many',
    file: lesson,
    from: '- A shop has both.\n',
    to: '- A shop has both.\n\n## More\n',
    line: 54,
    says: /no section follows "In five lines"/,
  },
  {
    rule: 'four lines to sum up',
    file: lesson,
    from: '- A lock waits.\n',
    to: '',
    line: 46,
    says: /list of 5 items/,
  },
  {
    rule: 'a line that is long',
    file: lesson,
    from: 'A lock waits.',
    to: `A lock waits ${'long '.repeat(30)}`,
    line: 46,
    says: /at most 120 characters/,
  },
  {
    rule: 'a figure of an unknown kind',
    file: lesson,
    from: 'verifiedOn: 2026-11-23\n',
    to: figure('kind: graph', 'kind: pie'),
    line: 11,
    says: /figure\.kind/,
  },
  {
    rule: 'an arrow to nowhere',
    file: lesson,
    from: 'verifiedOn: 2026-11-23\n',
    to: figure('to: worker', 'to: workers'),
    line: 18,
    says: /there is no node workers/,
  },
  {
    rule: 'a box without an arrow',
    file: lesson,
    from: 'verifiedOn: 2026-11-23\n',
    to: figure(', { from: queue, to: worker }', ''),
    line: 17,
    says: /node worker has no arrow/,
  },
  {
    rule: 'a box twice',
    file: lesson,
    from: 'verifiedOn: 2026-11-23\n',
    to: figure('- { id: worker', '- { id: queue, label: Again }\n    - { id: worker'),
    line: 17,
    says: /node queue occurs twice/,
  },
  {
    rule: 'a label that no box holds',
    file: lesson,
    from: 'verifiedOn: 2026-11-23\n',
    to: figure('label: Worker', `label: ${'W'.repeat(41)}`),
    line: 17,
    says: /40 is the most/,
  },
  {
    rule: 'a row of another length',
    file: lesson,
    from: 'verifiedOn: 2026-11-23\n',
    to: `verifiedOn: 2026-11-23
figure:
  kind: rows
  title: Error map
  alt: Which status belongs to which fault, and what to do about it.
  rows:
    - [Status, Fault]
    - ["429", Throttled, Wait]
`,
    line: 16,
    says: /3 cells, the first row has 2/,
  },
  {
    rule: 'an empty section',
    file: lesson,
    from: 'A shop has both.\n',
    to: '',
    line: 36,
    says: /"Worked scenario" is empty/,
  },
  { rule: 'no table', file: lesson, from: /\|[^#]*\n\n/, to: 'None.\n\n', line: 20, says: /has 0 tables/ },
  {
    rule: 'a table elsewhere',
    file: lesson,
    from: 'A queue hides it.',
    to: '| a |\n|---|\n| b |',
    line: 16,
    says: /only "Which one when" has one/,
  },
  {
    rule: 'one trap',
    file: lesson,
    from: '### A lock is no queue\n',
    to: '',
    line: 26,
    says: /exactly two ### headings/,
  },
  {
    rule: 'a trap without text',
    file: lesson,
    from: 'It waits.\n',
    to: '',
    line: 26,
    says: /exactly two ### headings/,
  },
  {
    rule: 'a heading elsewhere',
    file: lesson,
    from: 'A queue hides it.',
    to: '### A queue',
    line: 16,
    says: /only "Two traps" has them/,
  },
  {
    rule: 'a card of a wrong id',
    file: cards,
    from: 'f-1.1-001',
    to: 'f-1.2-001',
    line: 1,
    says: /begin the id with f-1\.1-/,
  },
  {
    rule: 'a card id that is taken',
    file: cards,
    from: 'f-1.1-002',
    to: 'f-1.1-001',
    line: 8,
    says: /f-1\.1-001 is taken/,
  },
  {
    rule: 'a card about nothing known',
    file: cards,
    from: 'concept: lock',
    to: 'concept: lokc',
    line: 9,
    says: /lokc is not in concepts/,
  },
  {
    rule: 'a card with a long front',
    file: cards,
    from: 'What does',
    to: `What ${'x'.repeat(150)}`,
    line: 3,
    says: /150 is the most/,
  },
  {
    rule: 'a card with a long back',
    file: cards,
    from: 'It hands',
    to: `It ${'x'.repeat(250)}`,
    line: 4,
    says: /250 is the most/,
  },
];

describe('a pack with one planted fault', () => {
  it.each(planted)('reports $rule, with file and line', async ({ file, from, to, line, says, ...fault }) => {
    const text = lessonPack[file] ?? '';
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(await faultsOf({ ...lessonPack, [file]: changed })).toContainEqual({
      file: expect.stringMatching(`/small/${fault.in ?? file}$`),
      line,
      text: expect.stringMatching(says),
    });
  });

  it('reports a lesson and cards in the folder of another module', async () => {
    const { [lesson]: text = '', [cards]: list = '', ...others } = lessonPack;
    const moved = { ...others, '2-more/1.1-queues.md': text, '2-more/1.1-queues.flashcards.yaml': list };
    const texts = (await faultsOf(moved)).map((fault) => fault.text);
    expect(texts).toEqual([
      expect.stringMatching(/f-1\.1-001: the file is for module 1: move it/),
      expect.stringMatching(/f-1\.1-002: the file is for module 1: move it/),
      expect.stringMatching(/lesson 1\.1 stands in folder 2-/),
    ]);
  });

  it('does not blame the lesson for questions that could not be read', async () => {
    const questions = '1-basics/1.1-queues.questions.yaml';
    const broken = lessonPack[questions]?.replace('family: build', 'family: other') ?? '';
    const faults = await faultsOf({ ...lessonPack, [questions]: broken });
    expect(faults.map(({ text }) => text)).toEqual([expect.stringMatching(/family is "other"/)]);
  });

  it('reports Markdown of another name in a module, and leaves that of the pack alone', async () => {
    const faults = await faultsOf({ ...lessonPack, '1-basics/notes.md': 'Hello', 'README.md': 'Hello' });
    expect(faults.map(({ file }) => file)).toEqual([expect.stringMatching(/notes\.md$/)]);
  });
});

describe('the lessons and flashcards of a pack', () => {
  const loading = loadSmallPack(lessonPack);

  it('gives the text of a lesson in its sections', async () => {
    const text = lessonText(await loading, '1.1');
    expect(text).toMatchObject({
      title: 'Queues and locks',
      checks: ['q-1.1-001', 'q-1.1-002', 'q-1.1-003'],
    });
    expect(text?.sections.map(({ heading }) => heading)).toEqual([
      'The problem',
      'How it works',
      'Which one when',
      'Two traps',
      'Worked scenario',
    ]);
  });

  it('gives the summary and the figure of a lesson', async () => {
    expect(lessonText(await loading, '1.1')?.fiveLines).toHaveLength(5);
    expect(lessonText(await loading, '1.1')?.figure).toBeUndefined();
    const text = lessonPack[lesson]?.replace('verifiedOn: 2026-11-23\n', soundFigure) ?? '';
    const drawn = lessonText(await loadSmallPack({ ...lessonPack, [lesson]: text }), '1.1');
    expect(drawn?.figure).toMatchObject({ kind: 'graph', title: 'Two ways' });
  });

  it('may lack its summary', async () => {
    const whole = lessonPack[lesson] ?? '';
    const text = whole.slice(0, whole.indexOf('## In five lines'));
    const short = lessonText(await loadSmallPack({ ...lessonPack, [lesson]: text }), '1.1');
    expect(short?.fiveLines).toEqual([]);
  });

  it('has none for a lesson that nobody has written', async () => {
    expect(lessonText(await loading, '1.2')).toBeNull();
  });

  it.each([
    [null, ['f-1.1-001', 'f-1.1-002']],
    ['domain:1', ['f-1.1-001']],
    ['domain:2', ['f-1.1-002']],
    ['module:1', ['f-1.1-001', 'f-1.1-002']],
    ['lesson:1.1', ['f-1.1-001', 'f-1.1-002']],
    ['lesson:1.2', []],
    ['concept:lock', ['f-1.1-002']],
  ])('gives the flashcards for %s: %j', async (topic, ids) => {
    const found = flashcardsFor(await loading, 'old', topic === null ? null : parseTopic(topic));
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('gives only the flashcards of the edition', async () => {
    const files: PackFiles = {
      ...lessonPack,
      [concepts]: lessonPack[concepts]?.replace('old: "1.1", ', '').replace('old: ["1.1.1"], ', '') ?? '',
    };
    const questions = '1-basics/1.1-queues.questions.yaml';
    files[questions] =
      files[questions]?.replaceAll('[old, new]', '[new]').replaceAll('old: ["1.1.1"], ', '') ?? '';
    const pack = await loadSmallPack(files);
    expect(flashcardsFor(pack, 'old', null).map(({ id }) => id)).toEqual(['f-1.1-002']);
    expect(flashcardsFor(pack, 'none', null)).toEqual([]);
  });
});

async function faultsOf(files: Record<string, string>) {
  const dir = await writePacks({ small: files });
  onTestFinished(() => rm(dir, { recursive: true }));
  const error = await loadPacks(dir).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ContentError) return error.faults;
  throw error ?? new Error('the pack loaded without a fault');
}
