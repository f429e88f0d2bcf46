// What a member is to meet again, and how well they remember it. The command is asking/review.
import type { Feature } from '#bot/feature.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { Projection } from '#features/record/projection.ts';
import type { CardGrading } from '../card-grading.ts';
import type { Reviewing } from '../reviewing.ts';
import { addQuestions, gradeOutside } from './actions.ts';
import { components, menus } from './components.ts';
import { jobs } from './jobs.ts';
import { reviewProjection } from './projection.ts';
import { feedback } from './view.ts';

type Offers = { projection: Projection; feedback: Feedback; reviewing: Reviewing; cardGrading: CardGrading };

export const reviewing: Feature & Offers = {
  components,
  menus,
  jobs,
  feedback,
  projection: reviewProjection,
  personal: reviewProjection.personal,
  reviewing: { add: addQuestions },
  cardGrading: { grade: gradeOutside },
};
