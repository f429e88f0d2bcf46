// What the checker prints.
import type { Pack } from '../pack.ts';
import type { Question } from '../schema.ts';
import { explainCombinedSolver, MOST_COMBINED, runCombinedSolver } from './combined.ts';
import { type CoverageRow, listCoverage } from './coverage.ts';
import { countCues } from './cues.ts';
import type { Finding, Level } from './finding.ts';
import { countMarks } from './levels.ts';
import type { BankRules } from './rules.ts';
import { countServices, countSkills } from './services.ts';
import { BY_TRICK, runSolvers } from './solvers.ts';
import { countOpeners, measureStems } from './spread.ts';
import { findTwins } from './twins.ts';

const SHOWN_TWINS = 40;
const SHOWN_OPENERS = 5;
const SHOWN_GUESSES = 60;
const SHOWN_WEIGHTS = 30;

export function showFinding({ file, line, id, code, level, text }: Finding): string {
  return `${file}:${line}: ${level === 'error' ? '' : 'warning: '}${code} ${id}: ${text}`;
}

/** "3 errors (F20 1, F22 2)". */
export function showCounts(findings: readonly Finding[], level: Level): string {
  const counts = new Map<string, number>();
  const those = findings.filter((finding) => finding.level === level);
  for (const { code } of those) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([code, count]) => `${code} ${count}`);
  const noun = those.length === 1 ? level : `${level}s`;
  return `${those.length} ${noun}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`;
}

export function showPack({ exam, questions, lessons, flashcards }: Pack): string {
  return `${exam.id}: ${questions.size} questions, ${lessons.size} lessons, ${flashcards.size} flashcards`;
}

/** Every count of the pack, then what the gates of the whole bank measure, on these questions of it. */
export function showCoverage(pack: Pack, rules: BankRules, questions: readonly Question[]): string[] {
  return [
    ...listCoverage(pack).flatMap(({ title, rows }) => ['', title, ...rows.map(showRow)]),
    ...titled('Skills', countSkills(pack, rules), ({ id, name, questions, least }) =>
      row(`${id} ${name}`, questions, `at least ${least}`),
    ),
    ...titled('Services', countServices(pack, rules), ({ name, questions }) => row(name, questions, '')),
    ...showGates(questions),
  ];
}

/** The pairs of questions that are likeliest to teach the same insight. */
export function showTwins(questions: readonly Question[]): string[] {
  return findTwins(questions, SHOWN_TWINS).map(
    ({ first, second, likeness }) => `  ${likeness.toFixed(2)}  ${first}  ${second}`,
  );
}

/** What gives keys away, as the combined solver learned it, and where it is surest. */
export function showGuesses(questions: readonly Question[]): string[] {
  const { guesses, weights } = explainCombinedSolver(questions);
  return [
    ...titled(
      'Loudest features (above 0: of keys; below: of distractors)',
      weights.slice(0, SHOWN_WEIGHTS),
      (each) => row(each.name, each.weight.toFixed(2)),
    ),
    ...titled('Questions whose key it is surest of', guesses.slice(0, SHOWN_GUESSES), ({ id, chance }) =>
      row(id, percent(chance)),
    ),
  ];
}

function showGates(questions: readonly Question[]): string[] {
  const range = `25 % by chance, ${100 * BY_TRICK.least} to ${100 * BY_TRICK.most} % is right`;
  const combined = runCombinedSolver(questions);
  const stems = measureStems(questions);
  return [
    ...titled(
      `Right answers of test-wise solvers, single-answer questions (${range})`,
      runSolvers(questions),
      (solver) => row(solver.name, percent(solver.share)),
    ),
    row(
      'the combined solver',
      combined === null ? '–' : percent(combined),
      `${100 * MOST_COMBINED} % at most`,
    ),
    ...titled(
      'Keys among the options with a cue (15 to 35 %)',
      countCues(questions),
      ({ name, options, share }) => row(name, options === 0 ? '–' : percent(share), `${options} options`),
    ),
    ...titled('Levels', countMarks(questions), ({ level, questions: count, superlative, rival }) =>
      row(
        `level ${level}`,
        count,
        `superlative ${superlative.toFixed(0)} %, a wrong option works ${rival.toFixed(0)} %`,
      ),
    ),
    '',
    'Stems',
    row(
      'words, tenth, median, ninetieth percentile',
      '',
      `${stems.tenth}, ${stems.median}, ${stems.ninetieth}`,
    ),
    row('with a code block', `${stems.code.toFixed(1)} %`),
    row('with a superlative', `${stems.superlative.toFixed(1)} %`),
    ...titled('Commonest openers of reasons', countOpeners(questions).slice(0, SHOWN_OPENERS), (each) =>
      row(each.opener, `${each.percent.toFixed(1)} %`),
    ),
  ];
}

function titled<T>(title: string, entries: readonly T[], show: (entry: T) => string): string[] {
  return entries.length === 0 ? [] : ['', title, ...entries.map(show)];
}

function showRow({ name, questions, target }: CoverageRow): string {
  return row(name, questions, target);
}

function row(name: string, value: number | string, note = ''): string {
  return `  ${name.padEnd(62)}${String(value).padStart(7)}  ${note}`.trimEnd();
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
