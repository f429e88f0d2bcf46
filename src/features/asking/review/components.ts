// The presses of a review. Each carries its card with the turn that was shown, so that it is good on any device and
// after any restart, and counts once.
import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { CARD_GRADES } from '#features/standing/card-grading.ts';
import { Refusal } from '#lib/refusal.ts';
import { nextCard } from './actions.ts';
import { findDisplayed, findFlashcard, gradeFlashcard, gradeQuestion } from './grading.actions.ts';
import { showAsked, showGraded, showSure } from './question.view.ts';
import { isConfidence } from './rules.ts';
import { type Before, showBack, showStep } from './view.ts';

const pick: Component = {
  name: 'reviewpick',
  defer: 'none',
  async run(app, { interaction, args }) {
    const ref = readRef(args);
    const shown = await findDisplayed(app.content, ref);
    const picks = interaction.isStringSelectMenu() ? interaction.values : [args[5] ?? ''];
    if (!shown || !picks.every((id) => ref.optionOrder.includes(id))) return goOn(app, interaction, STALE);
    return { kind: 'update', message: (words) => showSure(words, { ...shown, turn: ref.turn }, picks) };
  },
};

const change: Component = {
  name: 'reviewchange',
  defer: 'none',
  async run(app, { interaction, args }) {
    const ref = readRef(args);
    const shown = await findDisplayed(app.content, ref);
    if (!shown) return goOn(app, interaction, STALE);
    const asked = { ...shown, turn: ref.turn };
    return { kind: 'update', message: (words) => showAsked(words, asked, { lead: null, left: null }) };
  },
};

const sure: Component = {
  name: 'reviewsure',
  defer: 'none',
  async run(app, { interaction, args }) {
    const [, , , , , picks = '', confidence] = args;
    if (!isConfidence(confidence)) throw new Refusal({ kind: 'outdated-component' });
    const graded = await gradeQuestion(app, {
      ...readRef(args),
      ...pressOf(interaction),
      picks: [...picks],
      confidence,
    });
    if (graded.kind === 'stale') return goOn(app, interaction, graded);
    return { kind: 'update', message: (words) => showGraded(words, graded) };
  },
};

const show: Component = {
  name: 'reviewshow',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', id = '', turn] }) {
    const found = findFlashcard(app.content, { exam, id });
    if (!found) return goOn(app, interaction, STALE);
    const shown = { ...found, turn: readNumber(turn) };
    return { kind: 'update', message: (words) => showBack(words, shown) };
  },
};

const grade: Component = {
  name: 'reviewgrade',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', id = '', turn, typed] }) {
    const given = CARD_GRADES.find((known) => known === typed);
    if (!given) throw new Refusal({ kind: 'outdated-component' });
    const press = { exam, id, turn: readNumber(turn), ...pressOf(interaction), grade: given };
    return goOn(app, interaction, await gradeFlashcard(app, press));
  },
};

const next: Component = {
  name: 'reviewnext',
  defer: 'none',
  run: (app, { interaction }) => goOn(app, interaction, null),
};

export const components: readonly Component[] = [pick, change, sure, show, grade, next];

const STALE = { kind: 'stale' } as const;

async function goOn(app: BotApp, interaction: ComponentInteraction, before: Before): Promise<Answer> {
  const { user, guildId: serverId } = interaction;
  const step = await nextCard(app, { memberId: user.id, serverId });
  return { kind: 'update', message: (words) => showStep(words, step, before) };
}

function pressOf(interaction: ComponentInteraction) {
  const { guildId: serverId } = interaction;
  return { memberId: interaction.user.id, serverId, pressId: interaction.id, at: interaction.createdAt };
}

function readRef([exam = '', id = '', version, turn, order = '']: readonly string[]) {
  return { exam, id, version: readNumber(version), turn: readNumber(turn), optionOrder: [...order] };
}

function readNumber(arg: string | undefined): number {
  if (!arg || !/^\d{1,9}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}
