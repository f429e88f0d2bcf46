// How many questions a member has answered, for whoever plans their week.
import { countAnswered } from '#features/record/answer/store.ts';
import type { Doing } from '#features/standing/doing.ts';

export const doing: Doing = {
  async done(db, { memberId, exam, since }) {
    return { questions: await countAnswered(db, { memberId, exam, since }) };
  },
};
