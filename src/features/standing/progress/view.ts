// A member's progress: as text, with a picture of the same figures wherever one can be drawn.
import {
  type Button,
  buttons,
  card,
  divider,
  type Message,
  type Part,
  select,
  showPicture,
  text,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Words } from '#words/words.ts';
import type { LessonQuiz } from '../lesson-quiz.ts';
import type { DomainFigures, Progress, ProgressFigures, ProgressOutcome } from './figures.rules.ts';
import { pictureOf, shownChance } from './picture.view.ts';

const ACCENT = 0x3b82f6;
/** Names of open task statements that are shown; more would be a wall. */
const OPEN_TASKS = 3;

export type ShownWith = { quiz: LessonQuiz | null };

/** `name` is how the member is called, for the picture: letters in it are no mention. */
export function showProgress(
  words: Words,
  outcome: ProgressOutcome,
  shown: ShownWith & { name: string },
): Message {
  const { progress } = words;
  switch (outcome.kind) {
    case 'not-visible':
      return card(null, [text(progress.notVisible)]);
    case 'no-exam':
      return card(null, [text(progress.noExam)]);
    case 'progress':
      return showOne(words, outcome, shown);
  }
}

function showOne(words: Words, progress: Progress, shown: ShownWith & { name: string }): Message {
  const picture = pictureOf(words, progress, shown.name);
  const message = card(ACCENT, [
    text(titleLine(words, progress)),
    picture && showPicture(picture),
    ...profileParts(words, progress, shown),
  ]);
  return picture ? { ...message, pictures: [picture] } : message;
}

export function showNoProgressOf({ progress }: Words, who: 'bot' | 'stranger'): Message {
  return card(null, [text(who === 'bot' ? progress.memberIsBot : progress.memberNotHere)]);
}

/** What there is to know, without a title: also what a diagnosis ends with. */
export function profileParts(
  words: Words,
  { figures, isOwn }: Pick<Progress, 'figures' | 'isOwn'>,
  { quiz }: ShownWith,
): (Part | null | false)[] {
  const { progress } = words;
  if (figures.answers.given === 0) return [text(isOwn ? progress.nothing.own : progress.nothing.other)];
  return [
    text(...readinessLines(words, figures)),
    divider(),
    text(`**${progress.domains}**`, ...figures.domains.map((domain) => domainLine(words, domain))),
    text(...taskLines(words, figures), trendLine(words, figures), recordLine(words, figures)),
    ...(isOwn ? helpParts(words, figures, quiz) : []),
  ];
}

function titleLine({ progress }: Words, { figures, isOwn, memberId }: Progress): string {
  return `### ${isOwn ? progress.title(figures.code) : progress.titleOf(`<@${memberId}>`, figures.code)}`;
}

function readinessLines({ progress }: Words, figures: ProgressFigures): string[] {
  const { forecast, passScore } = figures;
  if (forecast.kind === 'not-enough') return [progress.missing(forecast.missing)];
  const { median, low, high } = forecast.score;
  const score = { median: Math.round(median), low: Math.round(low), high: Math.round(high) };
  const chance = shownChance(forecast.passChance);
  return [
    progress.score(score, passScore),
    progress.chance(chance, progress.chanceWords[wordOf(chance)]),
    `-# ${progress.ceiling(oneIn(figures.unavoidableError))}`,
  ];
}

const BOUNDS = [
  [0.9, 'very-likely'],
  [0.65, 'likely'],
  [0.35, 'even'],
  [0.1, 'unlikely'],
] as const;

function wordOf(chance: number) {
  return BOUNDS.find(([bound]) => chance >= bound)?.[1] ?? 'very-unlikely';
}

/** "In one of so many cases". */
function oneIn(share: number): number {
  return Math.max(2, Math.round(1 / share));
}

function domainLine(words: Words, { id, name, forecast, answers }: DomainFigures): string {
  const label = words.common.domain(id, name);
  const { progress } = words;
  return forecast.kind === 'known'
    ? progress.domain(label, forecast.share, answers)
    : progress.domainMissing(label, forecast.missing);
}

function taskLines({ progress }: Words, { tasks }: ProgressFigures): string[] {
  const open = tasks.filter(({ isCovered }) => !isCovered);
  const named = open.slice(0, OPEN_TASKS).map(({ id, name }) => `${id} ${name}`);
  return [
    progress.tasks(tasks.length - open.length, tasks.length),
    ...(open.length > 0 ? [`-# ${progress.tasksOpen(named, open.length - named.length)}`] : []),
  ];
}

function trendLine({ progress }: Words, { trend }: ProgressFigures): string | false {
  return trend.length > 1 && progress.trend(trend.map(({ median }) => String(median)));
}

function recordLine({ progress }: Words, { calibration }: ProgressFigures): string | false {
  if (!calibration) return false;
  const { count, scored, brier } = calibration;
  return `-# ${progress.record(count, scored?.cover ?? null, Math.round(brier * 1000) / 1000)}`;
}

function helpParts(words: Words, figures: ProgressFigures, quiz: LessonQuiz | null): (Part | null)[] {
  return [...raiseParts(words, figures, quiz), whyMenu(words, figures)];
}

function raiseParts(words: Words, { raises }: ProgressFigures, quiz: LessonQuiz | null): Part[] {
  if (raises.length === 0) return [];
  const { progress } = words;
  const lines = raises.map(({ id, title, points }) => {
    const line = progress.raiseLine(`${id} ${title}`, Math.max(1, Math.round(points)));
    return quiz ? `- ${line}` : `- ${progress.withQuiz(line, id)}`;
  });
  const row: Button[] = quiz ? raises.map((lesson) => quiz.button(words, lesson)) : [];
  return [divider(), text(`**${progress.raise}**`, ...lines), ...(row.length > 0 ? [buttons(...row)] : [])];
}

/** A reason for every number on the screen. */
function whyMenu(words: Words, { domains, forecast, raises, trend }: ProgressFigures): Part {
  const { topics, ask } = words.progress.why;
  const fixed = [
    ...(forecast.kind === 'known' ? (['score', 'chance'] as const) : []),
    'tasks' as const,
    ...(trend.length > 1 ? (['trend'] as const) : []),
    ...(raises.length > 0 ? (['raise'] as const) : []),
  ];
  const choices = [
    ...fixed.map((topic) => ({ value: topic, label: topics[topic] })),
    ...domains.map(({ id, name }) => ({ value: `domain-${id}`, label: words.common.domain(id, name) })),
  ];
  return select(customId('progresswhy', 1), ask, { choices });
}
