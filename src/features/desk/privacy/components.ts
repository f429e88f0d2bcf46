// The second step of deleting everything.
import type { Component } from '#bot/feature.ts';
import type { Personal } from '#db/personal.ts';
import { Refusal } from '#lib/refusal.ts';
import { eraseMember } from './actions.ts';
import { showDeleted } from './view.ts';

export function privacyComponents(personals: readonly Personal[]): readonly Component[] {
  return [
    {
      name: 'privacy',
      // Years of rows in every table take longer than Discord waits.
      defer: 'update',
      async run(app, { interaction, args: [control] }) {
        if (control !== 'delete') throw new Refusal({ kind: 'outdated-component' });
        await eraseMember({ db: app.db, personals }, { memberId: interaction.user.id });
        app.languages.forget(interaction.user.id);
        return { kind: 'update', message: showDeleted };
      },
    },
  ];
}
