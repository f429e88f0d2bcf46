// How much a member has reviewed, and what is due: for whoever plans their week and what comes next.
import { customId } from '#bot/custom-id.ts';
import type { Doing } from '#features/standing/doing.ts';
import type { NextStep } from '#features/standing/next-step.ts';
import { countReviewed } from '#features/standing/review/store.ts';
import { countLeft } from './actions.ts';

export const doing: Doing = {
  async done(db, { memberId, exam, since }) {
    return { reviews: await countReviewed(db, { memberId, exam, since }) };
  },
};

const CARDS_PER_MINUTE = 2;

export const nextStep: NextStep = {
  async find(deps, reader) {
    const left = await countLeft(deps, reader);
    if (left === 0) return null;
    return {
      kind: 'reviews',
      urgency: 'fading',
      minutes: Math.ceil(left / CARDS_PER_MINUTE),
      customId: customId('reviewnext', 1),
      words: ({ review }) => review.nextStep(left),
    };
  },
};
