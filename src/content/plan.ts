// The study plans of a pack as data: what to do in which week. Fitting one to a member's date is a feature's business.
import { z } from 'zod';
import { lessonId, reference, slug } from './field.ts';

const count = z.int().min(0).max(400);

/** How long things take, in minutes; an exam with going through its mistakes. */
const effort = z.strictObject({
  lesson: z.number().positive(),
  question: z.number().positive(),
  review: z.number().positive(),
  full: z.int().positive(),
  half: z.int().positive(),
  domain: z.int().positive(),
});

/** Something to build in an account of one's own. */
const task = z.strictObject({
  id: slug,
  title: z.string().min(10).max(80),
  teaches: z.string().min(20).max(250),
  lessons: z.array(lessonId).min(1).max(6),
  minutes: z.int().min(15).max(240),
  steps: z.array(z.string().min(15).max(220)).min(3).max(8),
  cleanUp: z.string().min(15).max(250),
  cost: z.string().min(10).max(250),
  references: z.array(reference).min(1).max(3),
});

const week = z.strictObject({
  focus: z.string().min(5).max(80),
  lessons: z.array(lessonId).default([]),
  questions: count,
  reviews: count,
  task: slug.optional(),
  /** The simulations to take, as `/exam` offers them; `domain` is that of the weakest. */
  mocks: z.array(z.enum(['full', 'half', 'domain'])).default([]),
});

const plan = z.strictObject({
  id: slug,
  name: z.string().min(5).max(60),
  /** Of each week: no week takes longer. */
  hours: z.number().positive().max(40),
  weeks: z.array(week).min(1).max(26),
});

/** `plan.yaml`. */
export const planSchema = z.strictObject({
  minutes: effort,
  tasks: z.array(task).min(1),
  plans: z.array(plan).min(1),
});

export type StudyPlans = z.infer<typeof planSchema>;
export type StudyWeek = StudyPlans['plans'][number]['weeks'][number];

/** How long a week of a plan takes, in minutes. */
export function minutesOf(week: StudyWeek, { minutes, tasks }: StudyPlans): number {
  const taskMinutes = tasks.find(({ id }) => id === week.task)?.minutes ?? 0;
  return (
    week.lessons.length * minutes.lesson +
    week.questions * minutes.question +
    week.reviews * minutes.review +
    taskMinutes +
    week.mocks.reduce((sum, mock) => sum + minutes[mock], 0)
  );
}
