// What a plan must hold about itself and its pack: every lesson once, weeks that fit into their hours, and never more
// questions than the lessons until then have.
import type { KnownToLessons } from './check-lesson.ts';
import type { Fault } from './fault.ts';
import { minutesOf, type StudyPlans } from './plan.ts';
import type { Question } from './schema.ts';
import type { Source, ValuePath } from './source.ts';

type Plan = StudyPlans['plans'][number];
type Finding = { path: ValuePath; text: string };
type Known = Pick<KnownToLessons, 'lessons'> & { questions: readonly Question[] | null };

export function checkPlan({ file, value, at }: Source<StudyPlans>, known: Known): Fault[] {
  const findings = [
    ...checkTasks(value, known),
    ...findRepeated(value.tasks, 'tasks'),
    ...findRepeated(value.plans, 'plans'),
    ...value.plans.flatMap((plan, index) =>
      [...checkLessons(plan, known), ...checkWeeks(plan, value), ...checkQuestions(plan, known)].map(
        ({ path, text }) => ({ path: ['plans', index, ...path], text: `plan ${plan.id}: ${text}` }),
      ),
    ),
  ];
  return findings.map(({ path, text }) => ({ file, line: at(path), text }));
}

function checkTasks({ tasks, plans }: StudyPlans, { lessons }: Known): Finding[] {
  const used = new Set(plans.flatMap(({ weeks }) => weeks.map(({ task }) => task)));
  return tasks.flatMap(({ id, lessons: own }, index) => {
    const path = ['tasks', index];
    const unknown = own.filter((lesson) => lessons?.has(lesson) === false);
    return [
      ...unknown.map((lesson) => ({
        path,
        text: `task ${id}: lesson ${lesson} is in no module.yaml: correct it`,
      })),
      ...(used.has(id) ? [] : [{ path, text: `task ${id} is in no plan: use it or remove it` }]),
    ];
  });
}

function findRepeated(entries: readonly { id: string }[], kind: string): Finding[] {
  return entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) === index
      ? []
      : [{ path: [kind, index, 'id'], text: `${id} occurs twice: give each its own id` }],
  );
}

function checkLessons({ weeks }: Plan, { lessons }: Known): Finding[] {
  if (lessons === null) return [];
  const planned = weeks.flatMap((week, index) =>
    week.lessons.map((lesson, place) => ({ lesson, path: ['weeks', index, 'lessons', place] })),
  );
  const missing = [...lessons].filter((id) => !planned.some(({ lesson }) => lesson === id));
  return [
    ...missing.map((id) => ({ path: ['weeks'], text: `lesson ${id} is in no week: add it to one` })),
    ...planned.flatMap(({ lesson, path }, index) => {
      if (!lessons.has(lesson)) return [{ path, text: `lesson ${lesson} is in no module.yaml: correct it` }];
      const isFirst = planned.findIndex((other) => other.lesson === lesson) === index;
      return isFirst ? [] : [{ path, text: `lesson ${lesson} is in two weeks: remove one` }];
    }),
  ];
}

function checkWeeks({ weeks, hours }: Plan, plans: StudyPlans): Finding[] {
  const findings = weeks.flatMap((week, index): Finding[] => {
    const path = ['weeks', index];
    const found: Finding[] = [];
    const needed = minutesOf(week, plans);
    if (needed > hours * 60) {
      const text = `week ${index + 1} takes ${needed} minutes of ${hours * 60}: shorten it, or plan more hours`;
      found.push({ path, text });
    }
    if (week.task !== undefined && !plans.tasks.some(({ id }) => id === week.task))
      found.push({ path: [...path, 'task'], text: `there is no task ${week.task}: add it or use another` });
    if (weeks.findIndex(({ task }) => task === week.task) !== index && week.task !== undefined)
      found.push({ path: [...path, 'task'], text: `task ${week.task} is in two weeks: remove one` });
    return found;
  });
  if (weeks.at(-1)?.mocks.includes('full')) return findings;
  return [...findings, { path: ['weeks'], text: 'the last week has no full exam: add "full" to its mocks' }];
}

function checkQuestions({ weeks }: Plan, { questions }: Known): Finding[] {
  if (questions === null) return [];
  const taught = new Set<string>();
  let asked = 0;
  return weeks.flatMap((week, index) => {
    for (const lesson of week.lessons) taught.add(lesson);
    asked += week.questions;
    const available = questions.filter(({ lesson }) => taught.has(lesson)).length;
    if (asked <= available) return [];
    const text = `${asked} questions by week ${index + 1}, the lessons until then have ${available}: ask fewer`;
    return [{ path: ['weeks', index, 'questions'], text }];
  });
}
