// O que várias funções dizem: nomes de coisas do produto e do Discord.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `Domínio ${id} – ${name}`,
  module: (id, title) => `Módulo ${id} – ${title}`,
  days: (count) => forms.plural(count, { one: '# dia', other: '# dias' }),
  zoneNow: (zone, clock) => `${zone} (agora ${clock})`,
  old: 'Esta mensagem é antiga e pode parar de responder em breve.',
  fresh: 'Continuar em nova mensagem',
  permissions: {
    'View Channel': 'Ver canal',
    'Read Message History': 'Ver histórico de mensagens',
    'Send Messages': 'Enviar mensagens',
    'Send Messages in Threads': 'Enviar mensagens em tópicos',
    'Create Public Threads': 'Criar tópicos públicos',
  },
};
