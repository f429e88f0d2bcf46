// What the components of writing and importing read of a press.
import type { BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { actorIn } from '#bot/ground.ts';
import { mayReview } from '#features/people/server/reviewers.ts';
import { Refusal } from '#lib/refusal.ts';

export type Press = Parameters<Component['run']>[1];

/** Of what is somebody's own: its number, and whose it is. */
export const own = ({ interaction, args: [id = '0'] }: Press) => ({
  id: Number(id),
  ...actorIn(interaction),
});

export function fieldsOf({ interaction }: Press) {
  if (!interaction.isModalSubmit()) throw new Refusal({ kind: 'outdated-component' });
  return interaction.fields;
}

export async function requireReview(app: BotApp, interaction: ComponentInteraction): Promise<void> {
  if (!(await mayReview(app, interaction)))
    throw new Refusal({ kind: 'not-allowed', needs: 'manage-server' });
}
