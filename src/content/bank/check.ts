// Everything the checker can say about one exam's bank, with file and line. Pure: it gets what load.ts has read.
import type { PackSources } from '../check.ts';
import type { Pack } from '../pack.ts';
import type { Flashcard, Question } from '../schema.ts';
import type { Source } from '../source.ts';
import { type Copies, findCopiedText, sayCopied } from './copies.ts';
import { completeLessons, findConceptGaps } from './coverage.ts';
import { findDuplicates } from './duplicates.ts';
import { collectFacts, type Facts, findFactFlaws } from './facts.ts';
import { type Finding, type Flaw, locate } from './finding.ts';
import { findFlashcardFlaws, findRepeatedFronts } from './flashcards.ts';
import { findLessonFlaws } from './lessons.ts';
import { findOptionFlaws } from './options.ts';
import type { BankRules } from './rules.ts';
import { findConvergence } from './solvers.ts';
import { findTwinFlaws } from './twins.ts';
import { findBankFlaws, findGatedFlaws } from './whole.ts';
import { findWordingFlaws } from './wording.ts';
import { passagesOf } from './words.ts';

/** `copies` is null where the list of published texts is not at hand: copied sentences are then not looked for. */
export type BankInput = { sources: PackSources; pack: Pack; rules: BankRules; copies: Copies | null };

type Context = BankInput & { facts: Facts };

export function checkBank(input: BankInput): Finding[] {
  const context = { ...input, facts: collectFacts(input.rules, input.pack) };
  const findings = [
    ...checkQuestions(context),
    ...checkLessons(context),
    ...checkFlashcards(context),
    ...checkWhole(context),
  ];
  return findings.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function checkQuestions({ sources, pack, rules, facts, copies }: Context): Finding[] {
  const alone = sources.questions.flatMap((source) =>
    locate(source, source.value.id, [
      ...findOptionFlaws(source.value),
      ...findWordingFlaws(source.value, rules),
      ...findFactFlaws(source.value, facts),
      ...findConvergence(source.value),
      ...findGatedFlaws(source.value, { pack, facts }),
      ...(copies === null ? [] : findCopies(source.value, copies, rules)),
    ]),
  );
  const questions = sources.questions.map(({ value }) => value);
  const pairs = [...findDuplicates(questions), ...findTwinFlaws(questions)];
  return [...alone, ...locateById(sources.questions, pairs)];
}

function findCopies(question: Question, copies: Copies, { commonPhrases }: BankRules): Flaw[] {
  return passagesOf(question).flatMap(({ path, text }) =>
    findCopiedText(text, copies, commonPhrases).map(
      (run): Flaw => ({ code: 'F21', level: 'error', path, text: sayCopied(run) }),
    ),
  );
}

function checkLessons({ sources, pack, facts, copies }: Context): Finding[] {
  const context = { facts, copies, questions: pack.questions, complete: completeLessons(pack) };
  return sources.lessons.flatMap((source) =>
    findLessonFlaws(source.value, context).flatMap(({ line, ...flaw }) =>
      locate(line === null ? source : { file: source.file, at: () => line }, `lesson ${source.value.id}`, [
        flaw,
      ]),
    ),
  );
}

function checkFlashcards({ sources, pack, facts, copies }: Context): Finding[] {
  const alone = sources.flashcards.flatMap((source) =>
    locate(source, source.value.id, findFlashcardFlaws(source.value, { facts, copies })),
  );
  const repeated = findRepeatedFronts([...pack.flashcards.values()]);
  return [...alone, ...locateById<Flashcard>(sources.flashcards, repeated)];
}

/** What is missing, and what only the whole bank shows. */
function checkWhole({ sources, pack, facts }: Context): Finding[] {
  const { exam, concepts, modules } = sources;
  const gaps = new Map(findConceptGaps(pack).map(({ slug, flaw }) => [slug, flaw]));
  const withCard = new Set([...pack.flashcards.values()].map(({ concept }) => concept));
  const lessons = completeLessons(pack);
  return [
    ...concepts.flatMap((source) => {
      const { slug, lesson } = source.value;
      const gap = gaps.get(slug);
      const noCard: Flaw = {
        code: 'C05',
        level: 'error',
        path: [],
        text: 'no flashcard is about it: write one',
      };
      const isMissing = lessons.has(lesson) && !withCard.has(slug);
      return locate(source, slug, [...(gap === undefined ? [] : [gap]), ...(isMissing ? [noCard] : [])]);
    }),
    ...modules
      .filter(({ value }) => value.complete)
      .flatMap((source) =>
        source.value.lessons.flatMap(({ id }, index) => {
          const text = 'the module is declared complete, but the lesson is not written: write it';
          const path = ['lessons', index];
          return pack.lessons.has(id)
            ? []
            : locate(source, `lesson ${id}`, [{ code: 'L06', level: 'error', path, text }]);
        }),
      ),
    ...(exam === null ? [] : locate(exam, exam.value.id, findBankFlaws(pack, facts))),
  ];
}

function locateById<T extends { id: string }>(
  sources: readonly Source<T>[],
  found: readonly { id: string; flaw: Flaw }[],
): Finding[] {
  const byId = new Map(sources.map((source) => [source.value.id, source]));
  return found.flatMap(({ id, flaw }) => {
    const source = byId.get(id);
    return source === undefined ? [] : locate(source, id, [flaw]);
  });
}
