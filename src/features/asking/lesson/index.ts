// Learning: lessons, and the concepts they teach.
import type { Feature } from '#bot/feature.ts';
import type { DeckDoor, LessonDoor, PracticeDoor } from '#features/asking/doors.ts';
import { lessonCommands } from './commands.ts';
import { lessonComponents } from './components.ts';
import { personal } from './personal.ts';
import { lessonButton } from './view.ts';

/** `others` may lead on to questions and flashcards. */
export function lessonFor(
  others: readonly { practice?: PracticeDoor; deck?: DeckDoor }[],
): Feature & { lesson: LessonDoor } {
  const doors = {
    practice: others.find(({ practice }) => practice)?.practice ?? null,
    deck: others.find(({ deck }) => deck)?.deck ?? null,
  };
  return {
    commands: lessonCommands({ ...doors, isOld: false }),
    components: lessonComponents(doors),
    personal,
    lesson: lessonButton,
  };
}
