// What members do and what jobs do as steps: put around the bot's parts, which know nothing of it.
import type { Interaction } from 'discord.js';
import type { BotApp, Feature } from '#bot/feature.ts';
import type { Observe, Router } from '#bot/router.ts';
import type { Clock } from '#lib/clock.ts';
import type { Facts, Step, Trace } from '#lib/trace.ts';
import type { Pictures } from '#pictures/picture.ts';
import type { Lanes } from '#schedule/lanes.ts';
import type { Job } from '#schedule/schedule.ts';

type Tracing = { trace: Trace; clock: Clock };

export function traceRouter(router: Router, { trace, clock }: Tracing): Router {
  return {
    ...router,
    handle: (interaction) =>
      trace.run(interactionStep(interaction, clock.now()), () => router.handle(interaction)),
  };
}

/** The router alone knows how an interaction is called, and how it ended. */
export function traceOutcomes(observe: Observe, trace: Trace): Observe {
  return (what) => {
    const { name, outcome } = what;
    const hasFailed = outcome !== 'answered' && outcome !== 'refused';
    trace.note({ 'cohort.outcome': outcome, ...(hasFailed ? { 'error.type': outcome } : {}) }, name);
    observe(what);
  };
}

/** The id is what the log has as well, and what a member is told when something fails; of whom it was nothing is said. */
function interactionStep(interaction: Interaction, now: Date): Step {
  const shard = interaction.guild?.shardId;
  return {
    name: 'interaction',
    kind: 'server',
    facts: {
      ...kindOf(interaction),
      'cohort.interaction': interaction.id,
      // From Discord to us, as far as the two clocks agree.
      'cohort.queued_ms': Math.max(0, now.getTime() - interaction.createdTimestamp),
      ...(shard === undefined ? {} : { 'cohort.shard': shard }),
    },
  };
}

function kindOf(interaction: Interaction): Facts {
  if (interaction.isAutocomplete())
    return { 'cohort.kind': 'autocomplete', 'cohort.command': interaction.commandName };
  if (interaction.isChatInputCommand())
    return { 'cohort.kind': 'command', 'cohort.command': interaction.commandName };
  if (interaction.isModalSubmit()) return { 'cohort.kind': 'form' };
  return { 'cohort.kind': interaction.isMessageComponent() ? 'component' : 'menu' };
}

export function traceFeature(feature: Feature, trace: Trace): Feature {
  const { commands, menus, components, jobs } = feature;
  return {
    ...feature,
    ...(commands && {
      commands: commands.map((each) => traceRuns(each, { trace, name: `/${each.data.name}` })),
    }),
    ...(menus && { menus: menus.map((each) => traceRuns(each, { trace, name: each.data.name })) }),
    ...(components && { components: components.map((each) => traceRuns(each, { trace, name: each.name })) }),
    ...(jobs && { jobs: jobs.map((job) => traceJob(job, trace)) }),
  };
}

type Runs<A extends unknown[], R> = { run(...args: A): Promise<R> };

function traceRuns<A extends unknown[], R, T extends Runs<A, R>>(
  what: T & Runs<A, R>,
  { trace, name }: { trace: Trace; name: string },
): T {
  const step = { name: `run ${name}` };
  return { ...what, run: (...args: A) => trace.run(step, () => what.run(...args)) };
}

/** Pieces of work begin when there is room, and by then the run may be over: it is told that there were some at once. */
function traceJob<A>(job: Job<A>, trace: Trace): Job<A> {
  const step: Step = { name: `job ${job.name}`, isJob: true };
  const piece: Step = { name: `${job.name} one` };
  const traced = (lanes: Lanes): Lanes => {
    let pieces = 0;
    return {
      ...lanes,
      start(lane, work, withinMs) {
        pieces += 1;
        trace.note({ 'cohort.pieces': pieces });
        const begin = trace.bind(() => trace.run(piece, work));
        lanes.start(lane, begin, withinMs);
      },
    };
  };
  return {
    ...job,
    run: (app, firedAt, lanes) => trace.run(step, () => job.run(app, firedAt, traced(lanes))),
  };
}

function tracePictures(pictures: Pictures, trace: Trace): Pictures {
  const step = { name: 'draw picture' };
  return {
    draw: (picture, within) =>
      trace.run(step, async () => {
        const drawn = await pictures.draw(picture, within);
        trace.note({ 'cohort.drawn': drawn !== null });
        return drawn;
      }),
    stop: () => pictures.stop(),
  };
}

/** What the composition hands to the bot instead, where somebody traces. */
export function traceApp(app: BotApp, trace: Trace): BotApp {
  return { ...app, trace, pictures: app.pictures && tracePictures(app.pictures, trace) };
}
