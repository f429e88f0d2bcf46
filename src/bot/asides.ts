// What waited for a member to do something: said to them alone, after the answer to that.
import type { BotApp, Feature, UsedInteraction } from '#bot/feature.ts';
import { followPrivately } from '#bot/respond.ts';

/** Never what ends an interaction: it was answered, and what could not be said waits for the next. */
export async function sayAsides(
  app: BotApp,
  features: readonly Feature[],
  interaction: UsedInteraction,
): Promise<void> {
  try {
    for (const { aside } of features) {
      const waiting = await aside?.(app, interaction.user.id);
      if (!waiting) continue;
      const words = await app.languages.ofMember(interaction.user.id, interaction.locale);
      await followPrivately(interaction, waiting.message(words));
      await waiting.said();
    }
  } catch (err) {
    app.log.warn({ interaction: interaction.id, err }, 'what waited for a member was not said');
  }
}
