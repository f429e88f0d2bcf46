// The custom ids of lessons: each carries exam, lesson and page, so that a button works after a restart and for ever.
import { customId } from '#bot/custom-id.ts';

type Place = { exam: string; lesson: string; page: number };

/** `way` tells apart buttons of one message that lead to the same page. */
export function pageId({ exam, lesson, page }: Place, way: 'back' | 'on' | 'end' | 'next' | 'open'): string {
  return customId('lesson', 1, 'page', exam, lesson, page, way);
}

export function doneId({ exam, lesson, page }: Place, isDone: boolean): string {
  return customId('lesson', 1, 'done', exam, lesson, page, isDone ? 1 : 0);
}

/** The same place in a message of its own. */
export function freshId({ exam, lesson, page }: Place): string {
  return customId('lesson', 1, 'fresh', exam, lesson, page);
}

/** A menu whose values are lessons, or modules. */
export function menuId(of: 'lessons' | 'modules', exam: string): string {
  return customId('lesson', 1, of, exam);
}

/** All modules, in the same message or in a new one. */
export function listId(how: 'here' | 'fresh'): string {
  return customId('lesson', 1, 'list', how);
}

export function conceptMenuId(): string {
  return customId('concept', 1);
}
