// Which lessons a member has done: for whoever plans their week.
import type { Doing } from '#features/standing/doing.ts';
import { readDone } from './store.ts';

export const doing: Doing = {
  async done(db, { memberId, exam, since }) {
    return { lessons: [...(await readDone(db, { memberId, exam, since }))] };
  },
};
