// A member's exams over time, before one is begun, and notices.
import { button, buttons, card, type Message, select, text, timestamp } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Edition, findEdition, type Pack } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import { sizeIn } from './draw.rules.ts';
import type { Past, RealResult } from './ended.rules.ts';
import { examId } from './ids.ts';
import { type Chosen, EXTRA_MINUTES, isOpen } from './rules.ts';
import { examTitle } from './screen.view.ts';
import type { Sitting } from './sitting.ts';

export type Offered = Chosen & { pack: Pack; found: Edition };

/** What is ahead: the clock starts with the press. */
export function showIntro(
  words: Words,
  { pack, found, kind, domain, hasExtra, exam, edition }: Offered,
): Message {
  const { intro } = words.exam;
  const size = sizeIn({ pack, edition: found, kind, domain });
  const extra = hasExtra ? EXTRA_MINUTES : 0;
  const unscored = size.items - size.scored;
  const begin = customId('exambegin', 1, kind, domain ?? '-', hasExtra ? 1 : 0, exam, edition);
  return card(null, [
    text(
      `### ${examTitle(words, pack, { edition, kind, domain })}`,
      [intro.what(size.items, size.minutes + extra), extra > 0 && intro.extra(extra)]
        .filter(Boolean)
        .join(' '),
      unscored > 0 && intro.unscored(unscored),
      intro.rules,
      intro.goesOn,
      `-# ${intro.practice}`,
    ),
    buttons(button(begin, intro.begin, { style: 'success' })),
  ]);
}

export function showRunning(words: Words, { sitting, pack }: { sitting: Sitting; pack: Pack }): Message {
  const { running, grid, ends } = words.exam;
  const { id, marks, position, deadlineAt } = sitting;
  const answered = marks.filter((mark) => !isOpen(mark)).length;
  return card(null, [
    text(
      `### ${running.title}`,
      running.what(examTitle(words, pack, sitting), answered, marks.length),
      `-# ${ends(timestamp(deadlineAt))}`,
      running.how,
    ),
    buttons(
      button(examId(id, 'go', position, 'here'), running.go, { style: 'primary' }),
      button(examId(id, 'ask'), grid.submit),
    ),
  ]);
}

export type ShownHistory = { past: readonly Past[]; real: readonly (RealResult & { code: string })[] };

/** Discord's menus offer so many at once; older exams are left out. */
const LISTED = 25;
/** Beside those, as many as fit a message. */
const LISTED_REAL = 10;

export function showHistory(words: Words, { past, real }: ShownHistory): Message {
  const { history } = words.exam;
  if (past.length === 0 && real.length === 0) return card(null, [text(history.empty)]);
  const shown = past.slice(0, LISTED);
  return card(null, [
    text(
      `### ${history.title}`,
      ...shown.map((each) => pastLine(words, each)),
      ...real.slice(0, LISTED_REAL).map((each) => realLine(words, each)),
    ),
    trendOf(past) !== null && text(trendLine(words, past)),
    shown.length > 0 &&
      select(customId('examagain', 1), history.open, {
        choices: shown.map((each) => ({
          value: String(each.sitting.id),
          label: `${words.forms.date(dayOf(each.sitting))} · ${examTitle(words, each.pack, each.sitting)}`,
        })),
      }),
  ]);
}

function pastLine(words: Words, { sitting, pack, right, items, score }: Past): string {
  const { history } = words.exam;
  const when = timestamp(sitting.submittedAt ?? sitting.deadlineAt, 'D');
  const line = history.line({ when, title: examTitle(words, pack, sitting) }, right, items);
  return score ? `${line} · ${history.score(score.score)}` : line;
}

function realLine(words: Words, { satOn, code, isPassed, score }: RealResult & { code: string }): string {
  const { history } = words.exam;
  const outcome = isPassed ? history.passed(score) : history.failed(score);
  return history.real(words.forms.date(satOn), code, outcome);
}

/** The last ones tell where it is heading; one domain's exam says nothing about the whole. */
const TREND = 5;

function trendOf(past: readonly Past[]): { change: number; count: number } | null {
  const scores = past
    .filter(({ sitting }) => sitting.kind !== 'domain')
    .flatMap(({ score }) => score?.score ?? []);
  const recent = scores.slice(0, TREND);
  const [last] = recent;
  const first = recent.at(-1);
  if (recent.length < 2 || last === undefined || first === undefined) return null;
  return { change: last - first, count: recent.length };
}

function trendLine({ exam: { history } }: Words, past: readonly Past[]): string {
  const trend = trendOf(past);
  return trend ? history.trend(trend.change, trend.count) : '';
}

function dayOf({ submittedAt, deadlineAt }: Sitting): string {
  return (submittedAt ?? deadlineAt).toISOString().slice(0, 10);
}

export function codeOf(pack: Pack | null, edition: string): string {
  return (pack && findEdition(pack.exam, edition)?.code) ?? edition;
}
