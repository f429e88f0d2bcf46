// The presses of a review. Each carries its card with the turn that was shown, so that it is good on any device and
// after any restart, and counts once.

import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { CARD_GRADES } from '#features/standing/card-grading.ts';
import { Refusal } from '#lib/refusal.ts';
import { nextCard } from './actions.ts';
import { findDisplayed, findFlashcard, gradeFlashcard, gradeQuestion } from './grading.actions.ts';
import { showAsked, showGraded, showSure } from './question.view.ts';
import { isConfidence } from './rules.ts';
import { type Before, type Doors, showBack, showStep } from './view.ts';

const pick = (doors: Doors): Component => ({
  name: 'reviewpick',
  defer: 'none',
  async run(app, { interaction, args }) {
    const ref = readRef(args);
    const shown = await findDisplayed(app.content, ref);
    const picks = interaction.isStringSelectMenu() ? interaction.values : [args[5] ?? ''];
    if (!shown || !picks.every((id) => ref.optionOrder.includes(id)))
      return goOn(app, interaction, { before: STALE, doors });
    return { kind: 'update', message: (words) => showSure(words, { ...shown, turn: ref.turn }, picks) };
  },
});

const change = (doors: Doors): Component => ({
  name: 'reviewchange',
  defer: 'none',
  async run(app, { interaction, args }) {
    const ref = readRef(args);
    const shown = await findDisplayed(app.content, ref);
    if (!shown) return goOn(app, interaction, { before: STALE, doors });
    const asked = { ...shown, turn: ref.turn };
    return { kind: 'update', message: (words) => showAsked(words, asked, { lead: [], left: null }) };
  },
});

const sure = (doors: Doors): Component => ({
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
    if (graded.kind === 'stale') return goOn(app, interaction, { before: graded, doors });
    return { kind: 'update', message: (words) => showGraded(words, graded, doors.lesson) };
  },
});

const show = (doors: Doors): Component => ({
  name: 'reviewshow',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', id = '', turn] }) {
    const found = await findFlashcard(app.content, { exam, id });
    if (!found) return goOn(app, interaction, { before: STALE, doors });
    const shown = { ...found, turn: readNumber(turn) };
    return { kind: 'update', message: (words) => showBack(words, shown) };
  },
});

const grade = (doors: Doors): Component => ({
  name: 'reviewgrade',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', id = '', turn, typed] }) {
    const given = CARD_GRADES.find((known) => known === typed);
    if (!given) throw new Refusal({ kind: 'outdated-component' });
    const press = { exam, id, turn: readNumber(turn), ...pressOf(interaction), grade: given };
    return goOn(app, interaction, { before: await gradeFlashcard(app, press), doors });
  },
});

const next = (doors: Doors): Component => ({
  name: 'reviewnext',
  defer: 'none',
  run: (app, { interaction }) => goOn(app, interaction, { before: null, doors }),
});

export function reviewComponents(doors: Doors): readonly Component[] {
  return [pick, change, sure, show, grade, next].map((make) => make(doors));
}

const STALE = { kind: 'stale' } as const;

async function goOn(
  app: BotApp,
  interaction: ComponentInteraction,
  shown: { before: Before; doors: Doors },
): Promise<Answer> {
  const step = await nextCard(app, actorOf(interaction));
  return { kind: 'update', message: (words) => showStep(words, step, shown) };
}

function pressOf(interaction: ComponentInteraction) {
  return { ...actorOf(interaction), pressId: interaction.id, at: interaction.createdAt };
}

function readRef([exam = '', id = '', version, turn, order = '']: readonly string[]) {
  return { exam, id, version: readNumber(version), turn: readNumber(turn), optionOrder: [...order] };
}

function readNumber(arg: string | undefined): number {
  if (!arg || !/^\d{1,9}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}
