// The set-up screen as it is now, for whoever just changed something on it.

import type { BotApp, CommandInteraction, ComponentInteraction, Shown } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { listLanguages } from '#words/words.ts';
import { readSetup } from './actions.ts';
import { showSetup } from './view.ts';

export async function setupScreen(
  app: BotApp,
  interaction: CommandInteraction | ComponentInteraction,
  { sections, notices }: { sections: readonly SetupSection[]; notices: readonly Sentence[] },
): Promise<Shown> {
  const state = await readSetup(app, { serverId: requireServer(interaction) });
  const parts = await Promise.all(sections.map((section) => section.screen(app, interaction)));
  const shown = { state, notices, parts, languages: listLanguages(), now: app.clock.now() };
  return (words) => showSetup(words, shown);
}
