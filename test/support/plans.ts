// Study plans for the exam of `makePack`: four lessons in four weeks.
import type { StudyPlans } from '#content/plan.ts';

export function makePlans(): StudyPlans {
  return {
    minutes: { lesson: 30, question: 2, review: 0.5, full: 190, half: 95, domain: 55 },
    tasks: [
      {
        id: 'first-function',
        title: 'A function with an alias and a queue',
        teaches: 'What stays between two invocations of one function.',
        lessons: ['1.1'],
        minutes: 60,
        steps: ['Create a function that counts.', 'Publish two versions of it.', 'Point an alias at both.'],
        cleanUp: 'Delete the function and the queue.',
        cost: 'Nothing to speak of.',
        references: ['https://docs.aws.amazon.com/lambda/latest/dg/welcome.html'],
      },
    ],
    plans: [
      {
        id: 'short',
        name: 'Four weeks, short',
        hours: 8,
        weeks: [
          {
            focus: 'The first subject',
            lessons: ['1.1'],
            questions: 20,
            reviews: 10,
            task: 'first-function',
            mocks: [],
          },
          {
            focus: 'Two more subjects',
            lessons: ['2.1', '3.1'],
            questions: 20,
            reviews: 10,
            mocks: ['half'],
          },
          { focus: 'The last subject', lessons: ['4.1'], questions: 20, reviews: 10, mocks: [] },
          { focus: 'Exams alone', lessons: [], questions: 10, reviews: 20, mocks: ['full'] },
        ],
      },
    ],
  };
}
