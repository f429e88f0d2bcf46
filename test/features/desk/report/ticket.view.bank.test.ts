// The card of a ticket has all that speaks for and against its question, and fits whatever the question is.
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_TEXT, type Message, plain, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { OWN_LIMITS } from '#content/own-question.ts';
import type { Pack, Question } from '#content/pack.ts';
import { type ShownTicket, showTicket, showTicketCard } from '#features/desk/report/ticket.view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { makePack, makeQuestion } from '../../../support/pack.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { read, worst } from '../../../support/shown.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const voices = [...listLanguages().map(({ code }) => wordsOf(code)), pseudoWords(wordsOf('en'))];

/** As much as may be said of a question. */
function ticketOf(question: Question, pack: Pack = makePack({ questions: [question] })): ShownTicket {
  const shares = question.options.map(() => 1 / question.options.length);
  return {
    ticket: { id: 123_456, questionVersion: question.version, status: 'open' },
    pack,
    question,
    reports: Array.from({ length: 8 }, () => ({ kind: 'wrong-key', text: 'w'.repeat(1_000) })),
    picks: new Map(question.options.map(({ id }) => [id, 1_000])),
    answers: 12_345,
    undo: {},
    alarm: { kind: 'wrong-key', answers: 4_321, option: 1, odds: 300, weakest: 0.25, best: 0.75 },
    statistics: {
      answers: 4_321,
      shareRight: 0.375,
      discrimination: -0.21,
      optionShares: [shares, null, shares],
      medianSeconds: 40,
    },
    history: Array.from({ length: 9 }, (_, index) => ({
      version: 1_009 - index,
      made: 'text' as const,
      at: NOW,
      by: '123456789012345678',
      isUndone: true,
    })),
  };
}

function textsOf(message: Message): string[] {
  const texts: string[] = [];
  JSON.stringify(message.components, (key, value) => {
    if (key === 'content') texts.push(String(value));
    return value;
  });
  return texts;
}

function fits(message: Message): void {
  expect(textLength(message)).toBeLessThanOrEqual(MAX_TEXT);
  expect(validateBody('callback', { type: 4, data: toPayload(message, { private: true }) })).toEqual([]);
}

it('has stem, options, key, reports, statistics, alarm, links and versions', () => {
  const question = makeQuestion();
  const shown = { ...ticketOf(question), reports: [{ kind: 'typo', text: 'A comma is missing.' }] };
  const said = read(showTicket(wordsOf('en'), shown));
  for (const part of [
    question.stem,
    ...question.options.map(({ text }) => text),
    '✅ right',
    'A comma is missing.',
    '12,345 answers',
    '38% of 4,321 first answers right',
    'discrimination -0.21',
    'weakest third 25%, middle –, best 25%',
    'Option B behaves like the key',
    question.references[0] ?? '?',
    'version 1,009 · text mended',
    '<@123456789012345678> · taken back',
  ])
    expect(said).toContain(part);
  expect(said).toContain('Retire');
});

it('in a channel has a button for those who may decide, and no decision', () => {
  const said = read(showTicketCard(wordsOf('en'), ticketOf(makeQuestion())));
  expect(said).toContain('Look at it');
  expect(said).not.toContain('Retire');
});

describe.each(voices.map((words, index) => [words.locale + index, words] as const))('in %s', (_, words) => {
  it('fits with the longest question that the bank may have, and with one that only a server may write', () => {
    const marks = '*'.repeat(OWN_LIMITS.option - 10);
    const own = makeQuestion({
      keys: 3,
      stem: '*'.repeat(OWN_LIMITS.stem),
      options: worst.options.map((option, index) => ({ ...option, text: marks + index })),
      references: worst.references.map(() => `https://example.com/${'a_'.repeat(140)}`),
    });
    for (const question of [worst, own]) {
      fits(showTicket(words, ticketOf(question), 'w'.repeat(150)));
      fits(showTicketCard(words, ticketOf(question)));
    }
  });
});

describe('of the bank', () => {
  let packs: readonly Pack[] = [];
  beforeAll(async () => {
    packs = [...(await loadBank()).values()];
  });

  it('every question fits, with its whole stem, its links and its thirds', () => {
    for (const pack of packs)
      for (const question of pack.questions.values()) {
        const shown = { ...ticketOf(question, pack), reports: [{ kind: 'typo', text: 'x'.repeat(200) }] };
        const message = showTicket(wordsOf('en'), shown);
        expect(textLength(message)).toBeLessThanOrEqual(MAX_TEXT);
        const text = textsOf(message).join('\n');
        expect(text, question.id).toContain(plain(question.stem));
        expect(text, question.id).toContain('weakest third');
        expect(text, question.id).toContain(plain(question.references[0] ?? ''));
      }
  });
});
