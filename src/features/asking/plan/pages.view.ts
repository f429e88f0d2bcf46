// The pages beside a plan: all weeks, a hands-on task, the day of the exam, the calendar file.
import { button, buttons, card, divider, fileLine, type Message, plain, select, text } from '#bot/card.ts';
import type { ExamDay } from '#content/extras.ts';
import type { StudyPlans } from '#content/plan.ts';
import { addDays } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import { type CalendarDay, writeCalendar } from './ics.rules.ts';
import { planId } from './ids.ts';
import { type PlanSeen, titleOf } from './seen.rules.ts';
import { ACCENT, leftOutLines, summary } from './view.ts';

const WEEKS_ON_PAGE = 8;

/** From the present week on: what is past is done or planned anew. */
export function showWeeks(words: Words, seen: PlanSeen, page: number): Message {
  const { plan, forms } = words;
  const pages = Math.ceil(seen.weeks.length / WEEKS_ON_PAGE);
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = seen.weeks.slice(at * WEEKS_ON_PAGE, (at + 1) * WEEKS_ON_PAGE);
  const lines = shown.flatMap((fitted, index) => {
    const number = seen.index + at * WEEKS_ON_PAGE + index;
    const span = seen.spans[number];
    const dates = span ? plan.span(forms.date(span.from), forms.date(span.to)) : '';
    return [
      `**${plan.week(number + 1)}** ${dates}`,
      summary(words, fitted),
      ...leftOutLines(words, fitted.leftOut),
    ];
  });
  return card(ACCENT, [
    text(`### ${plan.title(seen.edition.code, forms.date(seen.plan.examDate))}`),
    text(...lines),
    buttons(
      button(planId('week'), plan.buttons.back),
      at > 0 && button(planId('all', at - 1), plan.buttons.earlier),
      at < pages - 1 && button(planId('all', at + 1), plan.buttons.later),
    ),
  ]);
}

type Task = StudyPlans['tasks'][number];

export function showTask({ plan }: Words, task: Task, isDone: boolean): Message {
  const { handsOn } = plan;
  return card(ACCENT, [
    text(
      `### ${plain(task.title)}`,
      `-# ${handsOn.place(task.minutes, task.lessons)}${isDone ? ` · ✅ ${plan.done}` : ''}`,
      plain(task.teaches),
    ),
    divider(),
    text(`**${handsOn.steps}**`, ...task.steps.map((step, index) => `**${index + 1}** — ${plain(step)}`)),
    text(`**${handsOn.cleanUp}** ${plain(task.cleanUp)}`, `**${handsOn.cost}** ${plain(task.cost)}`),
    text(...task.references.map((address) => `-# <${address}>`)),
    buttons(
      button(planId('week'), plan.buttons.back),
      isDone
        ? button(planId('open', task.id), handsOn.notDone)
        : button(planId('done', task.id), handsOn.done, { style: 'success' }),
    ),
  ]);
}

/** One section at a time: all of them together are longer than a message. */
export function showExamDay({ plan }: Words, { sections }: ExamDay, index: number): Message {
  const { day, buttons: labels } = plan;
  const section = sections[index] ?? sections[0];
  if (!section) return card(null, [text(day.nothing)]);
  return card(ACCENT, [
    text(`### ${day.title}`, `**${plain(section.title)}**`),
    text(...section.points.map((point) => `• ${plain(point)}`)),
    section.references.length > 0 && text(...section.references.map((address) => `-# <${address}>`)),
    select(planId('day'), day.choose, {
      choices: sections.map(({ title }, place) => ({
        value: String(place),
        label: title,
        selected: sections[place] === section,
      })),
    }),
    buttons(button(planId('week'), labels.back)),
  ]);
}

export function showNoExamDay({ plan }: Words): Message {
  return card(null, [text(plan.day.nothing)]);
}

const FILE = 'study-plan.ics';

/** `owner` makes the entries this member's own, the same in each file. */
export function showCalendar(words: Words, seen: PlanSeen, made: { owner: string; at: Date }): Message {
  const { plan } = words;
  const file = writeCalendar({
    name: plan.calendar.name(seen.edition.code),
    days: calendarDays(words, seen, made.owner),
    madeAt: made.at,
  });
  const message = card(ACCENT, [text(plan.calendar.how), fileLine(FILE)]);
  return { ...message, files: [{ name: FILE, data: new TextEncoder().encode(file) }] };
}

function calendarDays(words: Words, seen: PlanSeen, owner: string): CalendarDay[] {
  const { plan } = words;
  const uid = (of: string | number) => `plan-${seen.pack.exam.id}-${of}-${owner}@cohort`;
  const weeks = seen.weeks.flatMap((fitted, offset): CalendarDay[] => {
    const number = seen.index + offset;
    const span = seen.spans[number];
    if (!span) return [];
    const title = plan.calendar.week(number + 1, seen.edition.code);
    const details = [
      summaryText(words, fitted),
      ...fitted.week.lessons.map((id) => titleOf(seen.pack, id)),
    ].join('\n');
    return [{ uid: uid(number + 1), from: span.from, until: addDays(span.to, 1), title, details }];
  });
  const { examDate } = seen.plan;
  const exam = { title: plan.calendar.exam(seen.edition.code), details: plan.calendar.examHow };
  return [...weeks, { uid: uid('exam'), from: examDate, until: addDays(examDate, 1), ...exam }];
}

/** A calendar knows no markup. */
function summaryText(words: Words, fitted: PlanSeen['weeks'][number]): string {
  return summary(words, fitted).replaceAll('\\', '');
}
