// Which mock exams a member has sat, and the one that is running: for whoever plans their week and what comes next.
import type { Doing } from '#features/standing/doing.ts';
import type { NextStep } from '#features/standing/next-step.ts';
import { examId } from './ids.ts';
import { isOpen } from './rules.ts';
import { handedInSince, runningSitting } from './store.ts';

export const doing: Doing = {
  async done(db, { memberId, exam, edition, since }) {
    return { exams: await handedInSince(db, { memberId, exam, edition, since }) };
  },
};

/** Whatever exam it is of: its clock does not wait. */
export const nextStep: NextStep = {
  async find({ db, clock }, { memberId }) {
    const running = await runningSitting(db, memberId);
    const leftMs = running ? running.deadlineAt.getTime() - clock.now().getTime() : 0;
    if (!running || leftMs <= 0) return null;
    const open = running.marks.filter(isOpen).length;
    return {
      kind: 'running-exam',
      urgency: 'running',
      minutes: Math.max(1, Math.round(leftMs / 60_000)),
      customId: examId(running.id, 'fresh'),
      words: ({ exam }) => exam.nextStep(open),
    };
  },
};
