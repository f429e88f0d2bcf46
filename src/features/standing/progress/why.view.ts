// Why a figure is what it is, in words.
import { card, type Message, text } from '#bot/card.ts';
import { localDateAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import type { Progress, ProgressFigures } from './figures.rules.ts';
import { findReasons, type Reasons, type WhyTopic } from './why.rules.ts';

export function showWhy(words: Words, progress: Progress, topic: WhyTopic): Message {
  const { why } = words.progress;
  const reasons = findReasons(progress, topic);
  return card(null, [
    text(`### ${why.title(topicName(words, progress.figures, topic))}`),
    text(...linesOf(words, { topic, reasons, progress })),
  ]);
}

function topicName(words: Words, { domains }: ProgressFigures, topic: WhyTopic): string {
  if (topic.kind !== 'domain') return words.progress.why.topics[topic.kind];
  const found = domains.find(({ id }) => id === topic.id);
  return found ? words.common.domain(found.id, found.name) : topic.id;
}

type Asked = { topic: WhyTopic; reasons: Reasons; progress: Progress };

function linesOf(words: Words, { topic, reasons, progress: { figures } }: Asked): (string | false)[] {
  const { why, ceiling } = words.progress;
  const { given } = figures.answers;
  const rests = [why.rests(reasons.counted, given), ...worthLines(words, reasons), `-# ${why.weights}`];
  const { learned, all } = reasons.questions;
  const model = [why.difficulty(learned, all), why.prior];
  switch (topic.kind) {
    case 'score':
      return [...rests, ...model, why.sittings, scaleLine(words, reasons), ...newestLines(words, reasons)];
    case 'chance':
      return [
        ...rests,
        why.sittings,
        scaleLine(words, reasons),
        ceiling(Math.max(2, Math.round(1 / figures.unavoidableError))),
      ];
    case 'domain':
      return [
        ...rests,
        reasons.offset !== null && reasons.counted > 0 && why.ofDomain(reasons.offset),
        ...model,
        ...newestLines(words, reasons),
      ];
    case 'tasks':
      return [why.tasks, ...figures.tasks.map(({ id, ...task }) => `-# ${id} ${taskLine(words, task)}`)];
    case 'trend':
      return [why.trend];
    case 'raise':
      return [why.raise, ...rests, why.difficulty(learned, all)];
  }
}

function worthLines({ progress: { why } }: Words, { weight, oldest }: Reasons): string[] {
  return oldest ? [why.worth(Math.round(weight), localDateAt(oldest, 'UTC'))] : [];
}

function scaleLine({ progress: { why } }: Words, { passMark }: Reasons): string {
  return why.scale(passMark.mean, passMark.deviation);
}

function newestLines({ progress: { why } }: Words, { newest }: Reasons): string[] {
  if (newest.length === 0) return [why.none];
  const lines = newest.map(({ questionId: id, at, isRight: right, weight }) =>
    why.answer({ id, when: localDateAt(at, 'UTC'), right }, weight),
  );
  return [`**${why.newest}**`, ...lines.map((line) => `-# ${line}`)];
}

function taskLine(
  { progress: { why } }: Words,
  { name, answered, questions }: Omit<ProgressFigures['tasks'][number], 'id'>,
): string {
  return why.task(name, answered, questions);
}
