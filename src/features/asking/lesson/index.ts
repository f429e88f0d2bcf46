// Learning: lessons, and the concepts they teach.
import type { Feature } from '#bot/feature.ts';
import type { DeckDoor, LessonDoor, PracticeDoor } from '#features/asking/doors.ts';
import type { Doing } from '#features/standing/doing.ts';
import { lessonCommands } from './commands.ts';
import { lessonComponents } from './components.ts';
import { doing } from './doing.ts';
import { personal } from './personal.ts';
import { lessonButton } from './view.ts';

/** `others` may lead on to questions and flashcards. */
export function lessonFor(
  others: readonly { practice?: PracticeDoor; deck?: DeckDoor }[],
): Feature & { doing: Doing; lesson: LessonDoor } {
  const doors = {
    practice: others.find(({ practice }) => practice)?.practice ?? null,
    deck: others.find(({ deck }) => deck)?.deck ?? null,
  };
  return {
    commands: lessonCommands({ ...doors, isOld: false }),
    components: lessonComponents(doors),
    doing,
    personal,
    lesson: lessonButton,
  };
}
