// The pages of /history: what is read on them, and the days by which they are looked up.
import { describe, expect, it } from 'vitest';
import { textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { historyCommand } from '#features/asking/quiz/history.commands.ts';
import { offerDays, oneLine, plainLine } from '#features/asking/quiz/history.rules.ts';
import { type HistoryShown, showHistory } from '#features/asking/quiz/history.view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { makeQuestion } from '../../../support/pack.ts';
import { read, shownOf, worst } from '../../../support/shown.ts';

const words = wordsOf('en');
const page = (changes: Partial<Extract<HistoryShown, { kind: 'page' }>> = {}): HistoryShown => ({
  kind: 'page',
  questions: [shownOf(makeQuestion())],
  newer: null,
  older: null,
  topic: null,
  until: null,
  ...changes,
});
const topic = { topic: { kind: 'lesson' as const, id: '4.1' }, name: 'Lesson *4.1*' };
const written = (shown: HistoryShown) => JSON.stringify(showHistory(words, shown));

describe('a page of closed questions', () => {
  it('says when each closed, what it was about and how it began', () => {
    const said = read(showHistory(words, page()));
    expect(said).toContain('-# <t:1795435200:D> · Domain 1');
    expect(said).toContain('**1.** A developer has a queue of orders');
    expect(said).not.toContain('Newer');
  });

  it('has buttons to the pages beside it, which keep the topic', () => {
    const said = written(page({ newer: 7, older: 5, topic }));
    expect(said).toContain('historypage:1:newer:7:lesson:4.1');
    expect(said).toContain('historypage:1:older:5:lesson:4.1');
    expect(said).toContain('Lesson \\\\*4.1\\\\*');
    expect(written(page({ older: 5 }))).toContain('"historypage:1:older:5"');
  });

  it('invites where nothing was asked yet, and says so where nothing fits the choice', () => {
    expect(written(page({ questions: [] }))).toContain('start one with `/quiz`');
    expect(written(page({ questions: [], until: '2026-11-01' }))).toContain('until 1 November 2026');
    expect(written({ kind: 'unknown-day', typed: 'some*day' })).toContain('some\\\\*day');
    const near = ['3.1 Keys', 'Domain 2 – Security'];
    expect(written({ kind: 'unknown-topic', typed: 'cooking', near })).toContain(
      '“cooking” in this edition of the exam. Nearest to it: **3.1 Keys** or **Domain 2 – Security**',
    );
  });

  it.each(listLanguages())('is a message that Discord takes at its fullest: $name', ({ code }) => {
    const questions = Array.from({ length: 10 }, (_, index) => {
      const shown = shownOf({ ...worst, stem: '`*_'.repeat(230) });
      return { ...shown, post: { ...shown.post, id: index } };
    });
    const slug = { topic: { kind: 'concept' as const, id: 'x'.repeat(40) }, name: 'x'.repeat(60) };
    const until = '2026-11-26';
    const [newer, older] = [999_999_999_999_999, 999_999_999_999_998];
    const message = showHistory(wordsOf(code), page({ questions, newer, older, topic: slug, until }));
    expect(textLength(message)).toBeLessThan(4000);
    expect(validateBody('callback', { type: 4, data: toPayload(message) })).toEqual([]);
  });
});

it('code over several lines stands in one, without marks in a menu', () => {
  const stem = 'This runs:\n```python\nx = `1`\n```\nWhy?';
  expect(oneLine(stem)).toBe('This runs: x = `1` Why?');
  expect(plainLine(stem)).toBe('This runs: x = 1 Why?');
});

describe('a day', () => {
  it('is offered by any part of its name, the latest first', () => {
    const name = words.forms.date;
    const offered = (typed: string) => offerDays('2026-11-26', typed, name);
    expect(offered('')).toHaveLength(25);
    expect(offered('')[0]).toEqual({ name: '26 November 2026', value: '2026-11-26' });
    expect(offered('5 oct')[0]).toEqual({ name: '25 October 2026', value: '2026-10-25' });
    expect(offered('2026-10')[0]?.value).toBe('2026-10-31');
    expect(offered('1.2.2024')).toEqual([{ name: '1 February 2024', value: '2024-02-01' }]);
    expect(offered('someday')).toEqual([]);
  });
});

it('/history is a command that Discord takes', () => {
  expect(validateBody('bulk-commands', [historyCommand.data])).toEqual([]);
});
