// What the checker prints.
import type { Pack } from '../pack.ts';
import { type CoverageRow, listCoverage } from './coverage.ts';
import type { Finding, Level } from './finding.ts';
import { MOST_BY_TRICK, runSolvers } from './solvers.ts';

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

/** Every count of the pack, then what the test-wise solvers score. */
export function showCoverage(pack: Pack): string[] {
  const solvers = runSolvers([...pack.questions.values()]).map(({ name, share }) => {
    return `  ${name.padEnd(58)}${(share * 100).toFixed(1).padStart(6)} %`;
  });
  return [
    ...listCoverage(pack).flatMap(({ title, rows }) => ['', title, ...rows.map(showRow)]),
    '',
    `Right answers of test-wise solvers, single-answer questions (25 % by chance, ${MOST_BY_TRICK * 100} % at most)`,
    ...solvers,
  ];
}

function showRow({ name, questions, target }: CoverageRow): string {
  return `  ${name.padEnd(58)}${String(questions).padStart(6)}  ${target}`.trimEnd();
}
