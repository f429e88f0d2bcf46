// /next: one thing, why, how long, its button. And what a plan asks for, in words.
import { button, buttons, card, type Message, plain, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Edition, Pack } from '#content/pack.ts';
import type { LessonDoor } from '#features/asking/doors.ts';
import type { Step } from '#features/standing/next-step.ts';
import type { Words } from '#words/words.ts';
import { nextId, planId } from './ids.ts';
import { domainName, type PlanTodo } from './next.rules.ts';
import { titleOf } from './seen.rules.ts';

const ACCENT = 0x3b82f6;

export function showStep(words: Words, steps: readonly Step[], index: number): Message {
  const { next } = words.plan;
  const at = index % Math.max(1, steps.length);
  const step = steps[at];
  if (!step) return card(null, [text(next.nothing)]);
  const { what, why, button: label } = step.words(words);
  return card(ACCENT, [
    text(`### ${what}`, why, `-# ${next.takes(step.minutes)}`),
    buttons(
      button(step.customId, label, { style: 'primary' }),
      steps.length > 1 && button(nextId((at + 1) % steps.length), next.other),
    ),
  ]);
}

export type Place = { pack: Pack; edition: Edition; openLesson: LessonDoor | null };

export function stepOf(todo: PlanTodo, place: Place): Step {
  const { kind, urgency, minutes } = todo;
  return {
    ...{ kind, urgency, minutes },
    customId: pressOf(todo, place),
    words: (words) => wordsOf(words, todo, place),
  };
}

function pressOf(todo: PlanTodo, { pack, edition, openLesson }: Place): string {
  switch (todo.kind) {
    case 'make-plan':
    case 'exam-over':
      return planId('show');
    case 'exam-day':
      return planId('day');
    case 'book':
      return planId('booked');
    case 'task':
      return planId('task', todo.task);
    case 'lesson':
      return lessonPress(todo.lesson, pack.exam.id, openLesson);
    case 'mock':
      return customId('examintro', 1, todo.mock, todo.domain ?? '-', pack.exam.id, edition.id);
    case 'questions':
      return customId('practice', 1, todo.count, `domain:${todo.domain}`);
  }
}

/** Without a lesson to read, its questions teach it. */
function lessonPress(id: string, exam: string, openLesson: LessonDoor | null): string {
  const door = openLesson?.('…', { exam, id });
  return door && 'custom_id' in door ? door.custom_id : customId('practice', 1, 5, `lesson:${id}`);
}

function wordsOf(words: Words, todo: PlanTodo, { pack, edition, openLesson }: Place) {
  const { next } = words.plan;
  switch (todo.kind) {
    case 'make-plan':
      return next.makePlan(edition.code);
    case 'exam-over':
      return next.examOver(edition.code);
    case 'exam-day':
      return next.examDay(edition.code, todo.days);
    case 'book':
      return next.book(edition.code, todo.days);
    case 'task':
      return next.task(plain(pack.plan?.tasks.find(({ id }) => id === todo.task)?.title ?? todo.task));
    case 'lesson': {
      const said = next.lesson(plain(titleOf(pack, todo.lesson)), todo.isAhead);
      return openLesson ? said : { ...said, button: next.lessonQuestions };
    }
    case 'mock':
      return next.mock[todo.mock](todo.domain === null ? '' : plain(domainName(edition, todo.domain)));
    case 'questions':
      return next.questions(
        { domain: plain(domainName(edition, todo.domain)), count: todo.count },
        todo.isPlanned,
      );
  }
}
