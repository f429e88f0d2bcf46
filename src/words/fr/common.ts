// Ce que disent plusieurs fonctions : noms de choses du produit et de Discord.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `Domaine ${id} – ${name}`,
  module: (id, title) => `Module ${id} – ${title}`,
  days: (count) => forms.plural(count, { one: '# jour', other: '# jours' }),
  zoneNow: (zone, clock) => `${zone} (il y est ${clock})`,
  old: 'Ce message est ancien et pourrait bientôt ne plus répondre.',
  fresh: 'Continuer dans un nouveau message',
  permissions: {
    'View Channel': 'Voir le salon',
    'Read Message History': 'Voir les anciens messages',
    'Send Messages': 'Envoyer des messages',
    'Send Messages in Threads': 'Envoyer des messages dans les fils',
    'Create Public Threads': 'Créer des fils publics',
  },
};
