// The set-up screen as it is at this moment: every line is looked at anew, whatever was pressed.

import type { BotApp, CommandInteraction, ComponentInteraction, Shown } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { listLanguages } from '#words/words.ts';
import { readChanges, readSetup } from './actions.ts';
import { lineToOpen, type Wish } from './checklist.rules.ts';
import { type NamedLine, showChecklist } from './checklist.view.ts';
import { examLineOf, permissionLineOf, placeLineOf } from './own.view.ts';
import type { SetupState } from './rules.ts';
import { LOG, PERMISSIONS } from './view.ts';

type Interaction = CommandInteraction | ComponentInteraction;
type Sections = readonly SetupSection[];

export async function setupScreen(
  app: BotApp,
  interaction: Interaction,
  { sections, notices, wish }: { sections: Sections; notices: readonly Sentence[]; wish: Wish },
): Promise<Shown> {
  const state = await readSetup(app, { serverId: requireServer(interaction) });
  const lines = await readLines(app, interaction, { sections, state });
  const openable = lines.filter(({ name }) => name !== PERMISSIONS);
  const open = lineToOpen(openable, wish);
  const changes = open === LOG ? await readChanges(app, { serverId: state.server.id }) : [];
  const log = { changes, sections, editions: state.editions };
  return (words) => showChecklist(words, { lines, notices, open, log });
}

async function readLines(
  app: BotApp,
  interaction: Interaction,
  { sections, state }: { sections: Sections; state: SetupState },
): Promise<readonly NamedLine[]> {
  const now = app.clock.now();
  const { guildLocale = null, locale = null } = interaction;
  const place = { state, languages: listLanguages(), now, locales: [guildLocale, locale] };
  const brought = await Promise.all(
    sections.map(async ({ name, isOptional, ...section }) => ({
      ...(await section.line(app, interaction)),
      ...{ name, isOptional },
    })),
  );
  const channels = brought.flatMap((line) => line.channels);
  return [
    { ...examLineOf(state, now), name: 'exam' },
    { ...placeLineOf(place), name: 'place' },
    ...brought.filter(({ isOptional }) => !isOptional),
    { ...permissionLineOf(channels), name: PERMISSIONS },
    ...brought.filter(({ isOptional }) => isOptional),
  ];
}
