// La semaine d’un serveur : le message, et sa part de la configuration.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, percent, plural } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: 'bilan', description: 'Salon où publier le bilan de la semaine du groupe' },
    day: { name: 'bilan-jour', description: 'Quel jour (lundi par défaut)' },
    hour: { name: 'bilan-heure', description: 'À quelle heure, de 0 à 23 (9 par défaut)' },
  },
  title: 'La semaine du groupe',
  until: (day) => `Les sept jours jusqu’au ${day}`,
  did: ({ answers, members, share }) =>
    `**${plural(answers, { one: '# réponse', other: '# réponses' })}** de ${plural(members, {
      one: '# membre',
      other: '# membres',
    })}, dont ${percent(share)} de justes.`,
  weakest: (title, right, answers) =>
    `Leçon la plus difficile : **${title}** (${plural(right, { one: '# juste', other: '# justes' })} sur ${forms.number(answers)})`,
  next: 'Les leçons de la semaine :',
  ears: 'À écouter en route',
  answer: 'Répondre maintenant',
  on: (channel, day, clock) => `Publié dans ${channel}, le ${day} à ${clock}, s’il y a eu des réponses.`,
  off: 'La semaine du groupe n’est résumée dans aucun salon.',
  line: 'Bilan de la semaine',
  chooseDay: 'Choisis le jour',
  chooseHour: 'Choisis l’heure',
  choose: 'Salon du bilan de la semaine',
  turnedOn: (channel, day, clock) =>
    `La semaine du groupe sera résumée dans ${channel} : le ${day} à ${clock}, s’il y a eu des réponses.`,
  turnedOff: 'La semaine n’est pas résumée.',
  noChannelYet: 'Choisis d’abord un salon pour le bilan de la semaine : `/configurer serveur bilan:`.',
  lacks: (channel, names) =>
    `Je ne peux pas publier le bilan de la semaine dans ${channel} : il m’y manque ${list(names)}.`,
  failed: (channel) =>
    `Le dernier bilan de la semaine n’a pas pu être publié dans ${channel} : choisis un autre salon s’il n’existe plus.`,
  wrongChannel: (channel) =>
    `${channel} ne reçoit pas de messages : choisis un salon textuel ou d’annonces pour le bilan.`,
  failing: 'Le bilan de la semaine n’a pas été publié',
  goesOn: 'Je réessaie pendant un jour, puis la semaine suivante. `/configurer serveur` montre où ça en est.',
  once: 'Tu ne reçois ce message qu’une fois, car tu as mis en place ce bilan.',
  zoneFollows: 'Le bilan de la semaine suit le nouveau fuseau horaire.',
  setting: 'bilan de la semaine',
  logged: (channel, day, clock) => `${channel}, ${day} ${clock}`,
};
