// What waited for a member to do something: said to them alone, after the answer to that.
import { failureOf } from '#bot/discord-error.ts';
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
      // Without even a wait for what has none: this comes after every answer.
      const waiting = aside && (await aside(app, interaction.user.id));
      if (!waiting) continue;
      const words = await app.languages.ofMember(interaction.user.id, interaction.locale);
      await followPrivately(interaction, waiting.message(words)).catch(async (error: unknown) => {
        // After anything but Discord's own no it may stand there all the same.
        if (failureOf(error)?.kind === 'refused') await waiting.refused();
        throw error;
      });
      await waiting.said();
    }
  } catch (err) {
    app.log.warn({ interaction: interaction.id, err }, 'what waited for a member was not said');
  }
}
