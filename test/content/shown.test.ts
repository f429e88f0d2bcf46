// What the bank writes reaches the reader as it was written: code, above all.
import { expect, it } from 'vitest';
import { plain } from '#bot/card.ts';
import { loadBank } from '../support/bank.ts';

const questions = [...(await loadBank()).values()].flatMap((pack) => [...pack.questions.values()]);
const CODE = /```[\s\S]*?```|`[^`\n]+`/g;

it('keeps every piece of code of every question as it is, and nothing else unescaped', () => {
  const texts = questions.flatMap((question) => [
    question.stem,
    question.takeaway,
    ...question.options.flatMap(({ text, why }) => [text, why]),
  ]);
  const blocks = texts.filter((text) => text.includes('```'));
  expect(blocks.length).toBeGreaterThan(50);
  for (const text of texts) {
    expect(plain(text).match(CODE) ?? []).toEqual(text.match(CODE) ?? []);
    expect(plain(text).replaceAll(CODE, '')).not.toMatch(/(?<!\\)[`*|~]/);
  }
});
