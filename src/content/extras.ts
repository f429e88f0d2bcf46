// What a pack offers beside questions and lessons: things to hear, the day of the exam, and where to go afterwards.
import { z } from 'zod';
import { date, lessonId, reference } from './field.ts';

/** One entry of `resources.yaml`: something to listen to on the way, by lesson. */
export const resourceSchema = z.strictObject({
  title: z.string().min(5).max(120),
  kind: z.enum(['podcast', 'talk', 'course']),
  /** The podcast and its episode, the event and the number of the talk, or who gives the course. */
  source: z.string().min(3).max(80),
  address: reference,
  /** Left out when no page says it. */
  minutes: z.int().positive().optional(),
  lessons: z.array(lessonId).min(1).max(8),
  /** The day on which somebody saw the address, with this title, on a page. */
  verifiedOn: date,
});

/** `exam-day.yaml`: what to know about sitting the exam that is not subject matter. */
export const examDaySchema = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        title: z.string().min(5).max(60),
        points: z.array(z.string().min(15).max(300)).min(2).max(8),
        references: z.array(reference).max(3).default([]),
      }),
    )
    .min(1)
    .max(8),
  verifiedOn: date,
});

/** One entry of `next.yaml`: a certification that follows on this one. */
export const nextExamSchema = z.strictObject({
  name: z.string().min(5).max(80),
  code: z.string().min(2).max(20),
  level: z.enum(['foundational', 'associate', 'professional', 'specialty']),
  why: z.string().min(30).max(300),
  /** What of this exam helps there, and what is new. */
  builds: z.string().min(30).max(300),
  reference,
  verifiedOn: date,
});

export type Resource = z.infer<typeof resourceSchema>;
export type ExamDay = z.infer<typeof examDaySchema>;
export type NextExam = z.infer<typeof nextExamSchema>;
