// Lo que dicen varias funciones: nombres de cosas del producto y de Discord.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `Dominio ${id} – ${name}`,
  module: (id, title) => `Módulo ${id} – ${title}`,
  days: (count) => forms.plural(count, { one: '# día', other: '# días' }),
  zoneNow: (zone, clock) => `${zone} (ahora ${clock})`,
  old: 'Este mensaje ya es antiguo y quizá deje de responder pronto.',
  fresh: 'Seguir en un mensaje nuevo',
  permissions: {
    'View Channel': 'Ver canal',
    'Read Message History': 'Leer el historial de mensajes',
    'Send Messages': 'Enviar mensajes',
    'Send Messages in Threads': 'Enviar mensajes en hilos',
    'Create Public Threads': 'Crear hilos públicos',
  },
};
