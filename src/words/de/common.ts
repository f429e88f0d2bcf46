// Was mehrere Funktionen sagen: Namen von Dingen des Produkts und von Discord.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `Gebiet ${id} – ${name}`,
  module: (id, title) => `Modul ${id} – ${title}`,
  days: (count) => forms.plural(count, { one: '# Tag', other: '# Tage' }),
  zoneNow: (zone, clock) => `${zone} (jetzt ${clock})`,
  old: 'Diese Nachricht ist alt und antwortet vielleicht bald nicht mehr.',
  fresh: 'In neuer Nachricht weiter',
  permissions: {
    'View Channel': 'Kanal ansehen',
    'Read Message History': 'Nachrichtenverlauf anzeigen',
    'Send Messages': 'Nachrichten senden',
    'Send Messages in Threads': 'Nachrichten in Threads senden',
    'Create Public Threads': 'Öffentliche Threads erstellen',
  },
};
