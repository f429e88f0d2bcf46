// Reports on questions.
import type { Feature, Gauge } from '#bot/feature.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { Points } from '#features/standing/points.ts';
import { listReports } from './actions.ts';
import { createAsides } from './asides.ts';
import { ticketCards } from './cards.jobs.ts';
import { anyCardDue } from './cards.store.ts';
import { components, menus } from './components.ts';
import { keeper } from './keeper.store.ts';
import { personal } from './personal.ts';
import { anyLeft } from './regrade.store.ts';
import { queueCommand } from './tickets.commands.ts';
import { ticketComponents } from './tickets.components.ts';
import { ticketJobs } from './tickets.jobs.ts';
import { countOpenTickets } from './tickets.store.ts';
import { feedback } from './view.ts';

const openTickets: Gauge = {
  name: 'cohort_open_tickets',
  help: 'Reported questions that nobody has decided yet',
  count: countOpenTickets,
};

/** `others` may keep boards: then a changed key says what it does to them. */
export function reportFor(
  others: readonly { points?: Points }[],
): Feature & { feedback: Feedback; keeper: Keeper } {
  const asides = createAsides();
  const points = others.flatMap((other) => other.points ?? [])[0] ?? null;
  return {
    commands: [queueCommand],
    menus,
    components: [...components, ...ticketComponents(points)],
    jobs: [...ticketJobs(asides), ticketCards],
    due: { 'regrade-answers': anyLeft, 'ticket-cards': anyCardDue },
    // Who waited when the process before was killed.
    started: asides.refresh,
    aside: asides.find,
    gauges: [openTickets],
    feedback,
    keeper,
    personal,
    reports: listReports,
  };
}
