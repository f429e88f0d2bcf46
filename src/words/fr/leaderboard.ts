// Le classement : sa commande, son titre et ses lignes, ta propre place.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: 'classement', description: 'Qui est en tête sur ce serveur, et où tu te situes' },
    domain: { name: 'domaine', description: 'Un domaine de l’examen (tous par défaut)' },
    window: { name: 'période', description: 'Depuis quand (cette semaine par défaut)' },
    metric: { name: 'critère', description: 'Ce qui est comparé (les points par défaut)' },
  },
  windowChoice: { today: 'aujourd’hui', week: 'cette semaine', month: 'ce mois-ci', all: 'depuis toujours' },
  metricChoice: { points: 'points', accuracy: 'précision' },
  title: (metric) => `Classement : ${metric}`,
  metrics: { points: 'points', accuracy: 'précision' },
  windows: { today: 'Aujourd’hui', week: 'Cette semaine', month: 'Ce mois-ci', all: 'Depuis toujours' },
  allDomains: 'tous les domaines',
  everyDomain: 'Tous les domaines',
  by: (metric) => `Critère : ${metric}`,
  pages: {
    places: (from, to) => `Rangs ${from}–${to}`,
    mine: 'Ma place',
  },
  unchecked:
    'Discord n’a pas dit à temps qui est encore sur ce serveur : si quelqu’un en est parti, les rangs affichés sont trop bas.',
  resets: (when) => `remise à zéro ${when}`,
  anonymous: 'Anonyme',
  you: '(toi)',
  tied: 'ex æquo',
  right: (right, rated) => `${plural(right, { one: '# juste', other: '# justes' })} sur ${rated}`,
  points: (points) => plural(points, { one: '# point', other: '# points' }),
  empty: {
    points:
      'Personne n’a encore de réponse notée ici. Ouvre le bal : pose une question au groupe avec `/quiz`.',
    accuracy: (needed) =>
      `Personne n’a encore ici les ${needed} réponses notées que demande ce classement. Pose une question au groupe avec \`/quiz\`.`,
  },
  own: (name, place) => `${name} : ${place}`,
  ownName: 'Toi',
  rank: (rank, worth) => `rang **${rank}** avec ${worth}.`,
  aboutRank: (rank, worth) =>
    `environ rang **${rank}** avec ${worth} ; des membres au-dessus sont peut-être partis.`,
  tooFew: (rated, needed) =>
    `${rated} des ${needed} réponses notées qu’il faut pour un rang ; \`/quiz\` apporte la prochaine.`,
  nothingYet:
    'pas encore de réponse notée sur cette période ; réponds à une question de `/quiz` pour y figurer.',
  rules: {
    points:
      'Facile 1, moyen 2, difficile 3 points par bonne réponse notée ; à égalité, la précision tranche, puis le plus petit nombre de réponses.',
    accuracy: (needed) =>
      `Part de bonnes réponses parmi au moins ${needed} notées ; à égalité, les points tranchent.`,
  },
  privately: 'Personne d’autre ne voit ceci, puisque tu n’es pas visible (`/paramètres visibilité`).',
  winners: {
    option: { name: 'podium', description: 'Salon où s’annonce le podium de chaque semaine' },
    title: 'Podium de la semaine',
    next: 'La nouvelle semaine a commencé : tout le monde repart de zéro. `/classement` montre où tu te situes.',
    on: (channel) => `Annoncé dans ${channel}, le premier matin de la semaine suivante.`,
    off: 'Le podium n’est annoncé nulle part.',
    choose: 'Salon du podium de la semaine',
    turnedOn: (channel) => `Le podium de chaque semaine est annoncé dans ${channel}.`,
    turnedOff: 'Le podium de la semaine n’est pas annoncé.',
    lacks: (channel, names) =>
      `Je ne peux pas annoncer le podium dans ${channel} : il m’y manque ${list(names)}.`,
    wrongChannel: (channel) =>
      `${channel} ne reçoit pas de messages : choisis un salon textuel ou d’annonces pour le podium.`,
    setting: 'podium de la semaine',
  },
  unknownDomain: (typed, names) =>
    `L’examen de ce serveur n’a pas de domaine « ${typed} » : choisis ${choice(names)}.`,
};
