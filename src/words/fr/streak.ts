// Les séries : l’écran, ce qu’une réponse leur fait, les rappels, les paliers.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, plural } = forms;
const days = (count: number) => plural(count, { one: '# jour', other: '# jours' });

export const streak: Words['streak'] = {
  command: {
    streak: { name: 'série', description: 'Ta série : aujourd’hui, les gels, les 14 derniers jours' },
    member: { name: 'membre', description: 'Le membre dont voir la série (toi par défaut)' },
  },
  days,
  memberIsBot: '**membre** : les bots n’ont pas de série, choisis une personne.',
  memberNotHere:
    '**membre** : on ne peut regarder que les membres d’un serveur où je suis. Choisis-y quelqu’un.',
  notVisible: 'Ce membre préfère ne pas montrer sa série : `/série` tout court te montre la tienne.',
  none: {
    own: 'Pas encore de série',
    ownHow: 'Elle commence par une réponse, juste ou fausse : pose-toi une question avec `/quiz`.',
    other: 'Ce membre n’a pas encore de série : pose une question au groupe avec `/quiz`.',
  },
  title: (current) => (current === 0 ? 'Ta série est terminée' : `Ta série : ${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `Série de ${name} : aucune en ce moment` : `Série de ${name} : ${days(current)}`,
  todayOf: {
    done: 'aujourd’hui : fait',
    'not-yet': 'aujourd’hui : pas encore',
    paused: 'aujourd’hui : en pause',
  },
  today: {
    done: (ends) => `**Aujourd’hui : fait.** Ta prochaine journée commence ${ends}.`,
    paused: (ends) =>
      `**Aujourd’hui : en pause**, rien à faire. La journée se termine ${ends} ; une réponse compte quand même.`,
    notYet: (ends) =>
      `**Aujourd’hui : pas encore.** Une réponse avec \`/quiz\` suffit ; la journée se termine ${ends}.`,
    startsNext: (ends) =>
      `**Aujourd’hui : pas encore.** Une réponse avec \`/quiz\` lance la prochaine série ; la journée se termine ${ends}.`,
  },
  longestIs: (length) => `la plus longue : ${days(length)}`,
  longest: (length) => `La plus longue : **${days(length)}**`,
  nextMilestone: (length, toGo) => `prochain palier : **${days(length)}** (encore ${days(toGo)})`,
  freezes: {
    full: (held, most) => `Gels : **${held} sur ${most}** en réserve, c’est le maximum.`,
    next: (held, most, toGo) =>
      `Gels : **${held} sur ${most}** en réserve, le prochain après ${days(toGo)} avec une réponse.`,
    covering: (count) =>
      plural(count, { one: 'Un gel couvre le jour manqué.', other: '# gels couvrent les jours manqués.' }),
  },
  missing: {
    nothing: (needed) =>
      `Tous les ${days(needed)} avec une réponse, tu gagnes un gel ; il couvre tout seul un jour manqué.`,
    freeze: {
      done: (length) =>
        `Manquer demain consommerait automatiquement un gel : la série resterait à ${days(length)}.`,
      'not-yet': (length) =>
        `Manquer aujourd’hui consommerait automatiquement un gel : la série resterait à ${days(length)}.`,
      paused: (length) =>
        `Manquer un jour après la pause consommerait automatiquement un gel : la série resterait à ${days(length)}.`,
    },
    streak: {
      done: 'Manquer demain arrêterait la série.',
      'not-yet': 'Manquer aujourd’hui arrêterait la série.',
      paused: 'Manquer un jour après la pause arrêterait la série.',
    },
  },
  reminderHint: '`/paramètres rappels` t’envoie un message privé le soir, avant qu’une série ne s’arrête.',
  calendar: (count) => plural(count, { one: 'Le dernier jour', other: 'Les # derniers jours' }),
  calendarFrom: (from, to) => `${from} – ${to}`,
  marks: {
    answered: 'réponse donnée',
    frozen: 'couvert par un gel',
    paused: 'pause, ou bot absent',
    missed: 'manqué',
    'not-yet': 'pas encore',
    before: 'avant la première réponse',
  },
  grown: (length) => `🔥 Série : **${days(length)}**`,
  milestone: (length) => `🔥 Série : **${days(length)}** – un palier !`,
  frozen: (dates) =>
    plural(dates.length, {
      one: `Un gel a couvert le ${list(dates)} : ta série continue.`,
      other: `# gels ont couvert les ${list(dates)} : ta série continue.`,
    }),
  broken: (length) => `Ta série de ${days(length)} est finie ; c’est le premier jour de la prochaine.`,
  earned: (held) => `Tu as gagné un gel (${held} en réserve) : il couvre tout seul un jour manqué.`,
  reminder: {
    title: (length) => `Ta série de ${days(length)} attend sa réponse d’aujourd’hui`,
    how: (ends) =>
      `Ta journée se termine ${ends}. Une seule réponse suffit, juste ou fausse : utilise \`/quiz\`, ici ou sur le serveur de ton groupe.`,
    freeze: (held, length) =>
      `Sans réponse, un gel couvre aujourd’hui (tu en as ${held}), et la série reste à ${days(length)}.`,
    ends: 'Sans réponse, la série s’arrête à la fin de la journée.',
    answer: 'Répondre maintenant',
    off: 'Tu as demandé ces rappels ; `/paramètres rappels` les arrête.',
  },
  milestones: (names) => `**Paliers de série :** ${list(names)}. Bravo !`,
  milestoneOf: (name, length) => `${name} (${days(length)})`,
  ranking: {
    choice: 'série',
    mark: '🔥',
    title: 'séries',
    scope: 'À ce jour, chaque membre dans son fuseau horaire',
    worth: days,
    beside: (length) => `${days(length)} d’affilée`,
    empty: 'Personne n’a de série en ce moment. Une réponse en lance une : pose une question avec `/quiz`.',
    nothing: 'pas de série en ce moment ; une réponse à une question de `/quiz` en lance une.',
    rule: 'Les séries comptent les réponses partout : domaine et période ne s’appliquent pas.',
  },
};
