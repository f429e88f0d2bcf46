// Reports on questions.
import type { Feature } from '#bot/feature.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import { listReports } from './actions.ts';
import { components } from './components.ts';
import { personal } from './personal.ts';
import { feedback } from './view.ts';

export const report: Feature & { feedback: Feedback } = {
  components,
  feedback,
  personal,
  reports: listReports,
};
