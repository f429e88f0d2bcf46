// Which lessons a member has done, and the way to one: for whoever plans their week.
import type { LessonDoor } from '#features/asking/doors.ts';
import type { Doing } from '#features/standing/doing.ts';
import { freshId } from './ids.ts';
import { readDone } from './store.ts';

export const doing: Doing = {
  async done(db, { memberId, exam, since }) {
    return { lessons: [...(await readDone(db, { memberId, exam, since }))] };
  },
};

export const openLesson: LessonDoor = ({ exam, lesson }) => freshId({ exam, lesson, page: 0 });
