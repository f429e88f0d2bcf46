// The buttons and menus of exams. Each press on a running one is one statement and one update of its message.

import { nameOfCaller } from '#bot/caller.ts';
import type { Answer, BotApp, Component, ComponentInteraction, Shown } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { isOnOldMessage } from '#bot/old-message.ts';
import { requireMayWrite } from '#bot/permission.ts';
import { privately, readId } from '#bot/pressing.ts';
import { findEdition } from '#content/pack.ts';
import type { Reviewing } from '#features/standing/reviewing.ts';
import { Refusal } from '#lib/refusal.ts';
import { beginExam, type Change, pressExam, readEnded, submitExam } from './actions.ts';
import type { ExamDeps } from './ending.actions.ts';
import { showIntro } from './history.view.ts';
import { showAdded, showNotice } from './notices.view.ts';
import { showReviewed } from './review.view.ts';
import { addMissed, noteRead } from './reviewing.actions.ts';
import { EXAM_KINDS, type Filter, type ReviewOf } from './rules.ts';
import { showConfirm } from './screen.view.ts';
import { showShare, showShared } from './share.view.ts';
import { showScreen } from './showing.ts';

type Press = { interaction: ComponentInteraction; sittingId: number; args: string[] };
type Act = (app: BotApp, press: Press) => Promise<Answer>;

export function examComponents(reviewing: Reviewing | null): readonly Component[] {
  const canReview = reviewing !== null;
  const acts: Record<string, Act> = {
    pick: change(({ args: [position, id] }) => answer(position, [id ?? ''])),
    picks: change(({ interaction, args: [position] }) => answer(position, valuesOf(interaction))),
    go: change(({ args: [position] }) => ({ show: readPosition(position) })),
    flag: change(({ args: [position, flagged] }) => ({
      show: readPosition(position),
      flag: { position: readPosition(position), isFlagged: flagged === '1' },
    })),
    grid: change(() => ({ show: null })),
    jump: change(({ interaction }) => ({ show: readPosition(valuesOf(interaction)[0]) })),
    ask: async (app, press) => {
      const screen = await pressExam(app, { ...whoOf(press), show: null });
      return screen.kind === 'overview'
        ? updating((words) => showConfirm(words, screen.sitting))
        : updating((words) => showScreen(words, screen, { canReview }));
    },
    submit: async (app, press) => {
      const screen = await submitExam(app, whoOf(press));
      return updating((words) => showScreen(words, screen, { canReview }));
    },
    fresh: async (app, press) => {
      const screen = await pressExam(app, { ...whoOf(press), show: null });
      return privately((words) => showScreen(words, screen, { canReview }));
    },
    result: ended((done) => updating((words) => showScreen(words, done, { canReview }))),
    read: async (app, press) => read(app, press),
    review: async (app, press) => {
      const done = await readEnded(app, whoOf(press));
      if (!done || !reviewing) return privately((words) => showNotice(words, 'gone'));
      const added = await addMissed(app, reviewing, done);
      return privately((words) => showAdded(words, added));
    },
    share,
  };

  function change(what: (press: Press) => Pick<Change, 'show' | 'answer' | 'flag'>): Act {
    return async (app, press) => {
      const screen = await pressExam(app, { ...whoOf(press), ...what(press) });
      return updating((words) => showScreen(words, screen, { ...shownBy(press), canReview }));
    };
  }

  return [
    {
      name: 'exam',
      defer: 'none',
      async run(app, { interaction, args: [id, act = '', ...args] }) {
        const run = Object.hasOwn(acts, act) ? acts[act] : undefined;
        if (!run) throw new Refusal({ kind: 'outdated-component' });
        return run(app, { interaction, sittingId: readId(id), args });
      },
    },
    intro,
    begin,
    again(canReview),
  ];
}

/** From elsewhere: what is ahead, before the clock starts. */
const intro: Component = {
  name: 'examintro',
  defer: 'none',
  async run(app, { args: [typed = '', domain = '-', exam = '', edition = ''] }) {
    const kind = EXAM_KINDS.find((each) => each === typed);
    const pack = await app.content.packOf(exam);
    const found = pack && findEdition(pack.exam, edition);
    if (!kind || !found) throw new Refusal({ kind: 'outdated-component' });
    const chosen = { kind, domain: domain === '-' ? null : domain, hasExtra: false, exam, edition };
    return privately((words) => showIntro(words, { ...chosen, pack, found }));
  },
};

const begin: Component = {
  name: 'exambegin',
  defer: 'none',
  async run(app, { interaction, args: [typed = '', domain = '-', extra = '0', exam = '', edition = ''] }) {
    const kind = EXAM_KINDS.find((each) => each === typed);
    if (!kind) throw new Refusal({ kind: 'outdated-component' });
    const screen = await beginExam(app, {
      ...actorOf(interaction),
      pressId: interaction.id,
      kind,
      domain: domain === '-' ? null : domain,
      hasExtra: extra === '1',
      exam,
      edition,
    });
    if (screen.kind !== 'running') return updating((words) => showScreen(words, screen));
    const pack = await app.content.packOf(screen.sitting.exam);
    return updating((words) => (pack ? showScreen(words, { ...screen, pack }) : showNotice(words, 'gone')));
  },
};

/** From the history: an exam that is over, in a message of its own. */
function again(canReview: boolean): Component {
  return {
    name: 'examagain',
    defer: 'none',
    async run(app, { interaction }) {
      const sittingId = readId(valuesOf(interaction)[0]);
      const done = await readEnded(app, { sittingId, memberId: interaction.user.id });
      return privately((words) =>
        done ? showScreen(words, done, { canReview }) : showNotice(words, 'gone'),
      );
    },
  };
}

/** The reasoning of one question, with its key. */
async function read(app: ExamDeps, press: Press): Promise<Answer> {
  const done = await readEnded(app, whoOf(press));
  const [of = 'all', at = '0'] = press.args;
  const shown = done && { ended: done, of: reviewOf(of), index: readId(at) };
  if (!shown) return updating((words) => showNotice(words, 'gone'));
  await noteRead(app, shown);
  return updating((words) => showReviewed(words, shown) ?? showNotice(words, 'gone'));
}

/** First which summary, then the summary itself, for everybody here. */
async function share(app: BotApp, press: Press): Promise<Answer> {
  const done = await readEnded(app, whoOf(press));
  if (!done) return privately((words) => showNotice(words, 'gone'));
  const [what] = press.args;
  if (what !== 'score' && what !== 'domains') return privately((words) => showShare(words, done));
  requireMayWrite(press.interaction);
  const { interaction } = press;
  const who = { memberId: interaction.user.id, memberName: nameOfCaller(interaction) };
  return {
    kind: 'reply',
    private: false,
    message: (words) => showShared(words, done, { what, ...who }),
  };
}

function ended(show: (done: NonNullable<Awaited<ReturnType<typeof readEnded>>>) => Answer): Act {
  return async (app, press) => {
    const done = await readEnded(app, whoOf(press));
    return done ? show(done) : updating((words) => showNotice(words, 'gone'));
  };
}

function whoOf({ interaction, sittingId }: Press) {
  return { sittingId, memberId: interaction.user.id, at: interaction.createdAt };
}

function answer(position: string | undefined, picks: string[]): Pick<Change, 'show' | 'answer'> {
  const at = readPosition(position);
  return { show: at, answer: { position: at, picks } };
}

/** No exam has a thousand questions, and the database counts them in small numbers. */
function readPosition(arg: string | undefined): number {
  if (!arg || !/^\d{1,3}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}

function valuesOf(interaction: ComponentInteraction): string[] {
  if (!interaction.isStringSelectMenu()) throw new Refusal({ kind: 'outdated-component' });
  return interaction.values;
}

/** What only the press knows: how the overview is filtered, and that its message will not live much longer. */
function shownBy({ interaction, args: [filter, page] }: Press) {
  return {
    filter: filterOf(filter),
    page: page && /^\d{1,2}$/.test(page) ? Number(page) : 0,
    isOld: isOnOldMessage(interaction),
  };
}

function filterOf(filter: string | undefined): Filter {
  return filter === 'open' || filter === 'flagged' ? filter : 'all';
}

function reviewOf(of: string): ReviewOf {
  return of === 'missed' || of === 'flagged' ? of : 'all';
}

function updating(message: Shown): Answer {
  return { kind: 'update', message };
}
