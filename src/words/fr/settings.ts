// Tes propres paramètres : la commande, ce qui est enregistré, et ce que ça veut dire.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, plural } = forms;
const days = (count: number) => plural(count, { one: '# jour', other: '# jours' });

export const settings: Words['settings'] = {
  command: {
    settings: {
      name: 'paramètres',
      description: 'Ton fuseau horaire, tes pauses, rappels, langue et visibilité',
    },
    show: { name: 'afficher', description: 'Ce qui est réglé pour toi' },
    timezone: { name: 'fuseau', description: 'L’horloge que suivent tes jours (une fois en 24 heures)' },
    zone: {
      name: 'zone',
      description: 'Une ville ou un décalage, comme Paris ou +5:30 ; ou le fuseau du serveur',
    },
    exam: {
      name: 'examen',
      description: 'Ce que tu prépares hors des serveurs ; sur un serveur, c’est son examen',
    },
    which: { name: 'examen', description: 'Un examen et son édition' },
    dayStart: {
      name: 'début-du-jour',
      description: 'À quelle heure commence ta journée, si tu étudies après minuit',
    },
    hour: { name: 'heure', description: 'De 0 (minuit) à 6 h du matin' },
    pause: {
      name: 'pause',
      description: 'Mettre ta série en pause à l’avance : ces jours ne comptent pas et ne l’arrêtent pas',
    },
    days: { name: 'jours', description: 'Combien de jours' },
    from: { name: 'début', description: 'Le premier jour de pause (aujourd’hui par défaut)' },
    unpause: { name: 'fin-de-pause', description: 'Finir ta pause aujourd’hui, ou annuler la prochaine' },
    reminders: { name: 'rappels', description: 'Un message privé avant que ta série ne s’arrête' },
    on: { name: 'actifs', description: 'True les envoie, False non' },
    visibility: { name: 'visibilité', description: 'Si les autres te voient dans les classements' },
    shown: { name: 'affichage', description: 'Visible, anonyme ou invisible' },
    language: { name: 'langue', description: 'Dans quelle langue je te réponds en privé' },
    to: { name: 'choix', description: 'Une langue, ou celle de ton Discord' },
  },
  visibilityChoice: {
    visible: 'visible – avec ton nom',
    anonymous: 'anonyme – avec un rang, sans nom',
    hidden: 'invisible – rien n’est montré aux autres',
  },
  discordLanguage: 'Celle de ton Discord',
  serverZoneChoice: (zone, clock) => `Le fuseau de ce serveur : ${zone} (il y est ${clock})`,
  startChoice: (day, date) => `${day} – ${date}`,
  today: 'Aujourd’hui',
  tomorrow: 'Demain',
  title: 'Tes paramètres',
  ownZone: (zone) => `**${zone}**`,
  serverZone: (zone) => `celui de ce serveur, **${zone}**`,
  lastZone: (zone) => `**${zone}**, car tu n’en as pas choisi`,
  clock: (hour) => (hour === 0 ? 'minuit' : `${hour} h du matin`),
  lines: {
    zone: (zone, time) => `**Fuseau horaire :** ${zone}, où il est ${time}`,
    day: (begins, today, ends) =>
      `**Ta journée** commence à ${begins} ; pour toi, on est le ${today}, et elle se termine ${ends}`,
    remindersOn:
      '**Rappels :** activés – un message privé trois heures avant la fin d’une journée sans réponse',
    remindersOff: '**Rappels :** désactivés',
    visibility: (name, meaning) => `**Visibilité :** ${name}. ${meaning}`,
    language: (name) => `**Langue :** ${name}`,
    course: (code) => `**Examen** hors des serveurs : ${code}`,
    noPauses: '**Pauses :** aucune',
    pauses: (ranges) => `**Pauses :** ${ranges}`,
    foot: 'Ils valent partout où tu utilises ce bot. Change-les avec `/paramètres fuseau`, `examen`, `début-du-jour`, `pause`, `fin-de-pause`, `rappels`, `visibilité` ou `langue`.',
  },
  visibility: { visible: 'visible', anonymous: 'anonyme', hidden: 'invisible' },
  visibilityMeans: {
    visible: 'Les classements et les questions dévoilées te nomment, et on peut regarder ta série.',
    anonymous: 'Les classements te montrent comme « Anonyme » ; ni ton nom ni ta série n’apparaissent.',
    hidden:
      'Personne d’autre ne te voit dans un classement ou une question dévoilée ; toi, tu vois toujours ton rang.',
  },
  saved: {
    zone: (zone, time) => `**Enregistré :** ton fuseau horaire est ${zone}, où il est ${time}.`,
    zoneDay: (today, ends) =>
      `Pour toi, on est le ${today}, et ta journée se termine ${ends}. Les jours où tu as répondu gardent leur date.`,
    zoneAgain: (when) =>
      `Une erreur se corrige dans les 10 minutes ; ensuite, tu pourras changer de fuseau ${when}.`,
    dayStart: (begins) => `**Enregistré :** ta journée commence à ${begins}.`,
    dayNow: (today, ends) => `Pour toi, on est maintenant le ${today}, et ta journée se termine ${ends}.`,
    remindersOff: '**Enregistré :** je ne t’envoie pas de rappels.',
    remindersOn:
      '**Enregistré :** je t’envoie un message privé trois heures avant la fin d’une journée dont ta série a encore besoin.',
    firstReminder: (when) => `Le premier peut arriver ${when}, si tu n’as pas répondu d’ici là.`,
    noStreakYet: 'Ils commencent avec ta première série : réponds à une question avec `/quiz`.',
    allowMessages:
      'Pense à autoriser mes messages privés ; si l’un d’eux ne passe pas, les rappels se désactivent.',
    course: (code, name) => `**Enregistré :** tu prépares **${code}** (${name}).`,
    courseHolds:
      'Ça vaut en message privé, en groupe et sur les serveurs sans ce bot ; là où il est, c’est l’examen du serveur.',
    visibility: (name, meaning) => `**Enregistré :** tu es **${name}**. ${meaning}`,
    language: (name) => `**Enregistré :** je te réponds dans la langue choisie (${name}).`,
    discordLanguage: '**Enregistré :** je te réponds dans la langue de ton Discord, si je la parle.',
  },
  zoneUnchanged: (zone) => `Ton fuseau horaire est déjà ${zone} : rien n’a changé.`,
  zoneLocked: (when, date) =>
    `Le fuseau horaire ne se change qu’une fois en 24 heures : réessaie ${when} (${date}).`,
  unknownZone: (typed) =>
    `Je ne connais pas de fuseau horaire « ${typed} » : choisis dans la liste qui apparaît quand tu tapes une ville, comme Paris ou Montréal.`,
  zoneLike: (zones) => `Tu voulais dire ${choice(zones)} ?`,
  unknownCourse: (typed) => `Je n’ai pas d’examen « ${typed} » à passer : choisis dans la liste.`,
  newcomer: {
    title: 'Que prépares-tu ?',
    both: 'C’est le bon examen ? Alors choisis l’horloge que suivent tes jours, et c’est parti.',
    examOnly: 'C’est le bon examen ? Alors continue.',
    exam: 'Choisis un examen',
    zone: 'Choisis ton fuseau pour continuer',
    otherZone: 'Un autre fuseau horaire',
    go: 'Continuer',
    later:
      'Je ne le demande qu’une fois : `/paramètres examen` et `/paramètres fuseau` le changent à tout moment.',
    ready: 'Tu peux maintenant relancer ce que tu voulais faire.',
    modal: {
      title: 'Ton fuseau horaire',
      label: 'Fuseau horaire ou ville',
      description: 'Comme Paris, Montréal ou America/New_York',
    },
  },
  unknownLanguage: (typed) => `Je ne parle pas « ${typed} » : choisis dans la liste.`,
  wouldSkip: (today, length) =>
    `Pas encore changé : ta journée sauterait au ${today} et en laisserait passer une dont ta série de ${days(length)} a encore besoin. Réponds d’abord à une question avec \`/quiz\`, puis change.`,
  range: (from, to) => (from === to ? `le ${from}` : `du ${from} au ${to}`),
  paused: {
    saved: (range, length) => `**Enregistré :** ta série est en pause ${range} (${days(length)}).`,
    beginsToday: 'Elle commence aujourd’hui.',
    keeps: (length) => `Elle commence aujourd’hui et maintient ta série à ${days(length)}.`,
    untilThen: 'D’ici là, chaque jour compte comme d’habitude.',
    untilThenAt: (length) =>
      `D’ici là, chaque jour compte comme d’habitude : ta série est à ${days(length)}.`,
    means:
      'Un jour de pause ne demande pas de réponse et ne coûte pas de gel ; si tu réponds, ça compte quand même. `/paramètres fin-de-pause` la termine plus tôt.',
    ended: (range) =>
      `**Enregistré :** ta pause prévue ${range} se termine maintenant ; aujourd’hui compte à nouveau, alors réponds à une question avec \`/quiz\`. Les jours de pause déjà passés le restent.`,
    calledOff: (range) => `**Enregistré :** la pause prévue ${range} est annulée.`,
    none: 'Aucune pause en cours ni à venir : rien n’a changé. `/paramètres pause` en prévoit une.',
    badDate: (typed) =>
      `« ${typed} » n’est pas une date : choisis dans la liste, ou écris-la comme 2026-12-24.`,
    tooLong: (most) =>
      `Une pause dure ${days(most)} au plus, pauses juste avant et après comprises : choisis moins de jours.`,
    inThePast: (earliest) => `Une pause se prévoit à l’avance : choisis le ${earliest} ou plus tard.`,
    tooFar: 'Une pause doit commencer dans l’année qui vient : choisis un jour plus proche.',
    overlaps: (range) =>
      `Tu as déjà une pause ${range} : choisis d’autres jours, ou termine-la d’abord avec \`/paramètres fin-de-pause\`.`,
  },
};
