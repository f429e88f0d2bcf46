// Le bonjour à un serveur qui vient d’inviter le bot.
import type { Words } from '../words.ts';

export const hello: Words['hello'] = {
  title: 'Bonjour, je suis Cohort',
  what: 'J’aide un groupe à préparer une certification : une question du jour, des quiz dans un salon et, pour chaque membre en privé, des leçons, des révisions et des examens blancs.',
  beginsWith: (code) => `Ce serveur commence avec **${code}**.`,
  setUpHow: 'Avec la permission **Gérer le serveur**, on me configure en moins d’une minute.',
  setUpThere:
    'Avec la permission **Gérer le serveur**, on m’y configure en moins d’une minute, grâce à `/configurer serveur`.',
  tryIt: 'Les autres peuvent essayer une question dès maintenant ; personne ne voit le résultat.',
  setUp: 'Configurer',
  tryQuestion: 'Essayer une question',
  once: 'Je ne le dis qu’une fois. Je n’envoie rien d’autre si personne ne le demande.',
  invitedTo: (server) =>
    `Je suis maintenant sur ton serveur **${server}**, mais je n’y ai trouvé aucun salon où dire bonjour.`,
};
