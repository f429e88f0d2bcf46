// A lesson as pages.
import { describe, expect, it } from 'vitest';
import type { Lesson } from '#content/pack.ts';
import { figureLines } from '#features/asking/lesson/figure.rules.ts';
import { clampPage, pagesOf, rowLine } from '#features/asking/lesson/rules.ts';
import { loadBank } from '../../../support/bank.ts';

type Block = Lesson['sections'][number]['blocks'][number];

const paragraph = (length: number): Block => ({ kind: 'paragraph', line: 1, text: 'w'.repeat(length) });

function lessonWith(blocks: Block[], changes: Partial<Lesson> = {}): Lesson {
  return {
    id: '1.1',
    title: 'A lesson',
    concepts: ['a'],
    references: [],
    verifiedOn: '2026-11-23',
    sections: [{ heading: 'How it works', line: 1, blocks }],
    checks: [],
    fiveLines: ['One', 'Two', 'Three', 'Four', 'Five'],
    ...changes,
  };
}

describe('the pages of a lesson', () => {
  it('are its sections in order, then its five lines', () => {
    const lesson = lessonWith([paragraph(100)]);
    expect(pagesOf(lesson).map(({ heading, text }) => [heading, text.length])).toEqual([
      ['How it works', 100],
      ['In five lines', '- One\n- Two\n- Three\n- Four\n- Five'.length],
    ]);
    expect(pagesOf({ ...lesson, fiveLines: [] })).toHaveLength(1);
  });

  it('split a long section where its blocks end, about equally', () => {
    const pages = pagesOf(lessonWith([700, 700, 700, 500].map(paragraph))).slice(0, -1);
    expect(pages.map(({ part, parts, text }) => [part, parts, text.length])).toEqual([
      [1, 2, 1402],
      [2, 2, 1202],
    ]);
  });

  it('never cut a block, however long', () => {
    const pages = pagesOf(lessonWith([paragraph(1900), paragraph(10), paragraph(1900)]));
    expect(pages.map(({ text }) => text.length).filter((length) => length >= 1900).length).toBe(2);
    expect(pages.every(({ text }) => text.length < 2000)).toBe(true);
  });

  it('keep what announces a code block on the page of the block', () => {
    const code: Block = { kind: 'code', line: 1, text: '```\naws s3 ls\n```' };
    const lead: Block = { kind: 'paragraph', line: 1, text: 'Like this:' };
    const pages = pagesOf(lessonWith([paragraph(1850), lead, code, paragraph(1000)]));
    expect(pages.find(({ text }) => text.includes('Like this:'))?.text).toContain(
      'Like this:\n\n```\naws s3 ls',
    );
  });

  it('keep the heading of a trap with its text', () => {
    const heading: Block = { kind: 'heading', level: 3, line: 1, text: 'A trap' };
    const [page] = pagesOf(lessonWith([heading, paragraph(50)]));
    expect(page?.text).toBe(`### A trap\n${'w'.repeat(50)}`);
  });

  it('show a table row by row, without its header', () => {
    const rows = [
      ['Need', 'Choose', 'Because'],
      ['A cap', 'Reserved concurrency', 'It is a limit'],
    ];
    const [page] = pagesOf(lessonWith([{ kind: 'table', line: 1, rows }]));
    expect(page?.text).toBe('**A cap** → Reserved concurrency. It is a limit');
  });

  it('have the figure after how it works, on a page of its own', () => {
    const figure: Lesson['figure'] = {
      kind: 'rows',
      title: 'Errors',
      alt: 'x'.repeat(40),
      rows: [
        ['Status', 'Meaning'],
        ['429', 'Throttled'],
      ],
    };
    expect(pagesOf(lessonWith([paragraph(10)], { figure })).map(({ heading }) => heading)).toEqual([
      'How it works',
      'Figure',
      'In five lines',
    ]);
  });

  it('of a button that names one too many are the nearest there is', () => {
    const pages = pagesOf(lessonWith([paragraph(10)]));
    expect([-1, 0, 1, 2, 99].map((page) => clampPage(page, pages))).toEqual([0, 0, 1, 1, 1]);
  });
});

describe('a row of a decision table', () => {
  it.each([
    [['A', 'B'], '**A** → B'],
    [['A', 'B', 'C'], '**A** → B. C'],
    [['A', 'B.', 'C'], '**A** → B. C'],
    [['**A** b', 'B', 'C'], '**A b** → B. C'],
    [['`a` b', 'B', 'C'], '**`a` b** → B. C'],
  ])('%j', (row, line) => {
    expect(rowLine(row)).toBe(line);
  });
});

describe('a figure as text', () => {
  it('is an arrow on each line, from box to box', () => {
    const lines = figureLines({
      kind: 'graph',
      title: 'Message',
      alt: 'x'.repeat(40),
      nodes: [
        { id: 'a', label: 'Visible' },
        { id: 'b', label: 'Hidden' },
      ],
      edges: [
        { from: 'b', to: 'a' },
        { from: 'a', to: 'b', label: 'Receive' },
      ],
    });
    expect(lines).toEqual(['**Message**', '- **Visible** → (Receive) → Hidden', '- **Hidden** → Visible']);
  });

  it('of the bank leaves out no box, arrow or cell', async () => {
    const figures = [...(await loadBank()).values()].flatMap(({ lessons }) =>
      [...lessons.values()].flatMap(({ figure }) => figure ?? []),
    );
    expect(figures.length).toBeGreaterThan(10);
    for (const figure of figures) {
      const lines = figureLines(figure);
      const isGraph = figure.kind === 'graph';
      const wanted = isGraph ? figure.nodes.map(({ label }) => label) : figure.rows.flat();
      expect(lines).toHaveLength((isGraph ? figure.edges : figure.rows).length + 1);
      for (const text of wanted) expect(lines.join('\n')).toContain(text);
    }
  });
});
