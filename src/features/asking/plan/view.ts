// A member's plan: this week with what is done, what comes after it, and how to begin one.
import { button, buttons, card, divider, type Message, type Part, plain, text } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { FittedWeek } from './hours.rules.ts';
import { nextId, planId } from './ids.ts';
import { daysLeft, type PlanOutcome, type PlanSeen, tickedMocks, titleOf } from './seen.rules.ts';

export const ACCENT = 0x3b82f6;
/** A plan squeezed into one week has more lessons than a screen. */
const MAX_LESSONS = 20;

type Seen<K extends PlanOutcome['kind']> = Extract<PlanOutcome, { kind: K }>;

export function showPlan(words: Words, outcome: PlanOutcome): Message {
  const { plan } = words;
  switch (outcome.kind) {
    case 'plan':
      return showWeek(words, outcome.seen);
    case 'none':
      return showNone(words, outcome);
    case 'over':
      return showOver(words, outcome);
    case 'no-plan':
      return card(null, [text(plan.noPlan(plain(outcome.exam)))]);
    case 'unreadable':
      return card(null, [text(plan.date.unreadable(plain(outcome.typed), outcome.example))]);
    case 'past':
      return card(null, [text(plan.date.past(plain(outcome.typed)))]);
    case 'too-far':
      return card(null, [text(plan.date.tooFar(plain(outcome.typed)))]);
  }
}

function showNone({ plan: words }: Words, { course: { plans, edition } }: Seen<'none'>): Message {
  const { none } = words;
  const [first, ...rest] = plans.plans;
  return card(ACCENT, [
    text(`### ${none.title(edition.code)}`, none.what, none.date),
    text(...plans.plans.map(({ name, weeks, hours }) => none.line(plain(name), weeks.length, hours))),
    buttons(
      ...(first ? [button(planId('begin', first.id), first.name, { style: 'primary' })] : []),
      ...rest.slice(0, 4).map(({ id, name }) => button(planId('begin', id), name)),
    ),
  ]);
}

function showOver(words: Words, { course: { edition, plans }, plan, isToday }: Seen<'over'>): Message {
  const { over, none } = words.plan;
  const when = words.forms.date(plan.examDate);
  const restart = plans.plans.slice(0, 3).map(({ id, name }) => button(planId('begin', id), name));
  return card(ACCENT, [
    text(
      `### ${isToday ? over.today(edition.code) : over.title(edition.code, when)}`,
      isToday ? over.luck : over.how,
      isToday ? null : none.date,
    ),
    buttons(
      button(planId('day'), words.plan.buttons.day, { style: isToday ? 'primary' : 'secondary' }),
      ...(isToday ? [] : restart),
    ),
  ]);
}

function showWeek(words: Words, seen: PlanSeen): Message {
  const { plan } = words;
  const { edition, ended, hours, spans, index, weeks } = seen;
  const [now, then] = weeks;
  const when = words.forms.date(seen.plan.examDate);
  return card(ACCENT, [
    text(
      `### ${plan.title(edition.code, when)}`,
      `-# ${plan.place(index + 1, spans.length, daysLeft(seen))} · ${plan.hours(hours)}`,
      ended?.lastSitting
        ? plan.successor(ended.code, words.forms.date(ended.lastSitting), edition.code)
        : null,
      edition.provisional ? `-# ${plan.provisional(edition.code)}` : null,
      seen.plan.digestRefused ? plan.remind.refused : null,
    ),
    divider(),
    now ? thisWeek(words, seen, now) : null,
    then ? text(`**${plan.nextWeek}** ${summary(words, then)}`) : null,
    ...controls(words, seen),
  ]);
}

function thisWeek(words: Words, seen: PlanSeen, { week, leftOut, isOver, minutes }: FittedWeek): Part {
  const { plan, forms } = words;
  const span = seen.spans[seen.index];
  const dates = span ? plan.span(forms.date(span.from), forms.date(span.to)) : '';
  const lessons = week.lessons
    .slice(0, MAX_LESSONS)
    .map((id) => mark(words, seen.lessonsDone.has(id), plain(titleOf(seen.pack, id))));
  const hidden = week.lessons.length - lessons.length;
  const task = seen.plans.tasks.find(({ id }) => id === week.task);
  return text(
    `**${plan.thisWeek}** ${plain(week.focus)}`,
    `-# ${dates}`,
    ...lessons,
    hidden > 0 ? plan.moreLessons(hidden) : null,
    week.questions > 0
      ? mark(words, seen.questions >= week.questions, plan.questions(seen.questions, week.questions))
      : null,
    week.reviews > 0
      ? mark(words, seen.reviews >= week.reviews, plan.reviews(seen.reviews, week.reviews))
      : null,
    task ? mark(words, seen.tasksDone.has(task.id), plan.task(plain(task.title))) : null,
    ...tickedMocks(seen).map(({ mock, isDone }) => mark(words, isDone, plan.mocks[mock])),
    ...leftOutLines(words, leftOut),
    isOver ? plan.isOver(Math.ceil(minutes / 60), seen.hours) : null,
  );
}

export function leftOutLines({ plan }: Words, { tasks, mocks }: FittedWeek['leftOut']): string[] {
  const count = tasks.length + mocks.length;
  return count === 0 ? [] : [`-# ${plan.leftOut(tasks.length, mocks.length)}`];
}

/** Sign and word, so that neither colour nor a picture alone says it. */
function mark({ plan }: Words, isDone: boolean, what: string): string {
  return isDone ? `✅ ${what} – ${plan.done}` : `□ ${what}`;
}

/** A week in one line. */
export function summary(words: Words, { week }: FittedWeek): string {
  const { plan } = words;
  const parts = [
    week.lessons.length > 0 && plan.lessonCount(week.lessons.length),
    week.questions > 0 && plan.questionCount(week.questions),
    week.reviews > 0 && plan.reviewCount(week.reviews),
    week.task !== undefined && plan.oneTask,
    ...week.mocks.map((mock) => plan.mocks[mock]),
  ].filter((part) => part !== false);
  const focus = week.focus === '' ? '' : `${plain(week.focus)} · `;
  return `${focus}${parts.join(' · ')}`;
}

function controls({ plan: { buttons: labels, remind } }: Words, seen: PlanSeen): Part[] {
  const { weeks, plan, pack } = seen;
  const task = weeks[0]?.week.task;
  return [
    buttons(
      button(nextId(0), labels.next, { style: 'primary' }),
      weeks.length > 1 && button(planId('all', 0), labels.all),
      task !== undefined && button(planId('task', task), labels.task),
      pack.examDay !== null && button(planId('day'), labels.day),
    ),
    buttons(
      button(planId('ics'), labels.ics),
      plan.digestAt ? button(planId('silent'), remind.stop) : button(planId('remind'), remind.start),
      !plan.isBooked && button(planId('booked'), labels.booked),
    ),
  ];
}

export function showNoWeekLeft({ plan }: Words): Message {
  return card(null, [text(plan.remind.none)]);
}
