// The longest that writers may see fits a message, in every language.
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { draftOf, OWN_LIMITS } from '#content/own-question.ts';
import { keyForm, textForm } from '#features/desk/authoring/forms.view.ts';
import { showExport, showRun } from '#features/desk/authoring/import.view.ts';
import { showListing } from '#features/desk/authoring/listing.view.ts';
import { EMPTY, readWriting, type Writing } from '#features/desk/authoring/rules.ts';
import { showDraft, showOwn } from '#features/desk/authoring/view.ts';
import type { LeftOut } from '#formats/plan.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { pseudoWords } from '../../../support/pseudo.ts';

const voices = [...listLanguages().map(({ code }) => wordsOf(code)), pseudoWords(wordsOf('en'))];
/** Every character of it is escaped, as many as may be: the longest there is. */
const long = (length: number) => '*'.repeat(length / 2);

const writing: Writing = {
  stem: long(OWN_LIMITS.stem),
  options: Array.from({ length: 6 }, (_, index) => long(OWN_LIMITS.option - 2 * index)),
  key: [0, 1, 2],
  reasons: Array.from({ length: 6 }, () => long(OWN_LIMITS.why)),
  takeaway: long(OWN_LIMITS.takeaway),
  references: Array.from({ length: 3 }, () => `https://example.com/${'a_'.repeat(140)}`),
  difficulty: 3,
  domain: '1',
};
const broken: Writing = {
  ...writing,
  stem: long(2_000),
  options: Array.from({ length: 9 }, () => long(900)),
  key: [],
};
const domains = Array.from({ length: 25 }, (_, index) => ({ id: String(index), name: long(60) }));

function fits(message: Message): void {
  const { files: _, ...shown } = message;
  expect(textLength(message)).toBeLessThanOrEqual(4_000);
  expect(validateBody('callback', { type: 4, data: toPayload(shown, { private: true }) })).toEqual([]);
}

describe.each(voices.map((words, index) => [words.locale + index, words] as const))('in %s', (_, words) => {
  it.each([
    ['whole', writing],
    ['broken', broken],
    ['empty', EMPTY],
  ])('a draft that is %s fits, with its forms', (__, written) => {
    const draft = {
      id: 1,
      packId: 1,
      packName: long(60),
      questionId: null,
      intent: 'add' as const,
      writing: written,
    };
    fits(showDraft(words, { draft, domains, faults: readWriting(written).faults }));
    expect(textForm(words, 'x', written).components).toHaveLength(2);
    expect(keyForm(words, 1, { ...written, options: written.options.slice(0, 6) }).components).toHaveLength(
      4,
    );
  });

  it('a question, a page of them and a dry run fit', () => {
    const shown = {
      packId: 1,
      packName: long(60),
      id: 'q-2000',
      status: 'suggested' as const,
      domain: long(60),
      authorId: '1'.repeat(19),
      writing,
    };
    fits(showOwn(words, shown, true));
    const rows = Array.from({ length: 10 }, (__, index) => ({
      packId: 1,
      pack: long(60),
      id: `q-${index}`,
      title: long(100),
      status: 'live' as const,
    }));
    fits(showListing(words, { rows, total: 2000, page: 3, pages: 200, packId: 1, status: 'live' }));
    const faults = draftOf({ stem: '', options: [] }).faults;
    const left: LeftOut[] = Array.from({ length: 500 }, (__, index) => ({
      kind: 'faulty',
      where: { item: index, line: index, name: long(80) },
      faults,
    }));
    fits(
      showRun(words, {
        id: 1,
        packName: long(60),
        isNew: true,
        adds: 1,
        changes: 1,
        unchanged: 5,
        left,
        remarks: [],
        newDomains: Array.from({ length: 25 }, () => long(60)),
      }),
    );
  });

  it('an export says each kind of loss', () => {
    const message = showExport(words, {
      name: long(60),
      format: 'Aiken',
      questions: 2000,
      losses: [
        { kind: 'field', field: 'reasons', items: 3 },
        { kind: 'left-out', key: 'a', why: 'several-right' },
        { kind: 'cut', key: 'a', field: 'stem', limit: 120 },
      ],
      file: { name: 'x.txt', data: new Uint8Array() },
    });
    expect(textLength(message)).toBeLessThanOrEqual(4_000);
  });
});
