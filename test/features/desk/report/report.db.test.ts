// Reports on questions: what is stored, what is refused, and what of them is a member's own.
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { reportQuestion } from '#features/desk/report/actions.ts';
import { personal } from '#features/desk/report/personal.ts';
import { MAX_REPORT_TEXT, type ReportOutcome } from '#features/desk/report/rules.ts';
import { reports } from '#features/desk/report/table.ts';
import { reportForm, showReported } from '#features/desk/report/view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
const pack = makePack();
const [question] = pack.questions.values();
const now = new Date('2026-11-23T08:00:00Z');
const report = (changes: Partial<Parameters<typeof reportQuestion>[1]> = {}) =>
  reportQuestion(
    { db: test.db, content: libraryOf(pack), clock: { now: () => now }, log: silentLog },
    {
      exam: pack.exam.id,
      questionId: question?.id ?? '',
      questionVersion: 1,
      memberId: 'ada',
      serverId: 's1',
      kind: 'unclear',
      text: 'Two options fit the stem.',
      ...changes,
    },
  );
const stored = () => test.db.select().from(reports).orderBy(asc(reports.memberId));

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.db.delete(reports));

describe('a report', () => {
  it('is stored with who, where, when and which version', async () => {
    expect(await report()).toEqual({ kind: 'reported' });
    expect(await stored()).toEqual([
      {
        exam: pack.exam.id,
        questionId: question?.id,
        questionVersion: 1,
        memberId: 'ada',
        serverId: 's1',
        kind: 'unclear',
        text: 'Two options fit the stem.',
        reportedAt: now,
        toldAt: null,
        closedAt: null,
        leaseUntil: null,
      },
    ]);
  });

  it('replaces the member’s earlier one on the same version, and nobody else’s', async () => {
    await report();
    await report({ memberId: 'grace' });
    await report({ kind: 'typo', text: 'It says “teh”.' });
    await report({ questionVersion: 2 });
    const rows = (await stored()).map(({ memberId, questionVersion, kind }) => [
      memberId,
      questionVersion,
      kind,
    ]);
    expect(rows.toSorted()).toEqual([
      ['ada', 1, 'typo'],
      ['ada', 2, 'unclear'],
      ['grace', 1, 'unclear'],
    ]);
  });

  it('keeps what can be stored of what was typed, and needs something of it', async () => {
    expect(await report({ text: '  Key \0 B?\n' })).toEqual({ kind: 'reported' });
    expect((await stored())[0]?.text).toBe('Key  B?');
    expect(await report({ text: ' \0 ' })).toEqual({ kind: 'blank' });
  });

  it('needs one of the kinds, and a question that there is', async () => {
    expect(await report({ kind: '' })).toEqual({ kind: 'no-kind' });
    expect(await report({ questionId: 'q-9.9-999' })).toEqual({ kind: 'no-such-question' });
    expect(await report({ exam: 'cooking' })).toEqual({ kind: 'no-such-question' });
    expect(await stored()).toEqual([]);
  });

  it('stays for whoever keeps the questions, without the reporter, when their data is erased', async () => {
    await report();
    await report({ memberId: 'bo', text: 'Me too.' });
    await report({ memberId: 'grace' });
    for (const memberId of ['ada', 'bo']) await personal.erase(test.db, memberId);
    const left = await stored();
    expect(left).toHaveLength(3);
    expect(left.filter(({ memberId }) => ['ada', 'bo'].includes(memberId))).toEqual([]);
    expect(left.map(({ memberId }) => memberId)).toContain('grace');
    expect(Object.values(await personal.read(test.db, 'ada')).flat()).toEqual([]);
  });
});

describe.each(listLanguages().map(({ code }) => code))('in words: %s', (language) => {
  const words = wordsOf(language);

  it('the form is one that Discord takes', () => {
    const form = reportForm(words, { exam: 'aws-developer-associate', id: 'q-1.1-001', version: '1' });
    expect(validateBody('callback', { type: 9, data: form })).toEqual([]);
    expect(JSON.stringify(form)).toContain(`"max_length":${MAX_REPORT_TEXT}`);
  });

  it('each outcome has a sentence of its own', () => {
    const kinds = ['reported', 'no-such-question', 'blank', 'no-kind'] as const;
    const shown = kinds.map((kind: ReportOutcome['kind']): Message => showReported(words, { kind }));
    expect(new Set(shown.map((message) => JSON.stringify(message))).size).toBe(kinds.length);
    for (const message of shown) {
      expect(validateBody('callback', { type: 4, data: toPayload(message, { private: true }) })).toEqual([]);
    }
  });
});
