// Tout ce qu’un membre lit quand une commande s’arrête avant d’avoir pu répondre.
import type { Words } from '../words.ts';

export const refusal: Words['refusal'] = {
  serverOnly:
    'Ça ne marche que sur un serveur où se trouve Cohort : utilise-le dans un salon de ton groupe d’étude. `/aide` liste ce qui marche ici.',
  noCourse:
    'Je ne sais pas encore ce que tu prépares : choisis-le avec `/paramètres examen`, et ton fuseau avec `/paramètres fuseau`, puis relance la commande.',
  needs: {
    'manage-server': 'Il faut la permission **Gérer le serveur** : adresse-toi à un admin de ce serveur.',
    'manage-messages-or-asker':
      'C’est réservé au membre qui a lancé cette question et aux membres qui ont **Gérer les messages**.',
    'write-here':
      'Pour lancer une session ici, il faut pouvoir écrire et utiliser les commandes dans ce salon.',
  },
  botLacksPermission: (channel, names) =>
    `Je ne peux pas encore le faire dans ${channel} : demande à un admin de m’y donner ${names}, puis réessaie.`,
  orPrivateThread: 'C’est un fil privé ? Alors ajoute-moi : écris-y un message qui me mentionne.',
  teamUnknown:
    'Discord ne me dit pas en ce moment si tu fais partie des personnes qui relisent les questions officielles : réessaie dans une minute.',
  outdated: 'Ce bouton ne sert plus : relance la commande.',
  unavailable:
    'Ma base de données ne répond pas : **rien n’a pu être enregistré**. Appuie à nouveau ou relance la commande dans un instant ; rien n’est jamais compté deux fois.',
  uncertain:
    'La réponse de ma base de données s’est perdue : **je ne sais pas si c’est enregistré**. Appuie à nouveau ou relance la commande : la première réponse compte, et rien n’est jamais compté deux fois.',
  fault:
    'Quelque chose a mal tourné de mon côté, et je ne sais pas si c’est enregistré. Réessaie ; rien n’est compté deux fois.',
  faultId: (id) => `Si ça recommence, donne cet identifiant à ton admin : \`${id}\``,
};
