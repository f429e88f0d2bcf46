// La question du jour : sa commande, où en sont les horaires, les bilans, et ce qu’en dit la configuration.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, percent, plural, weekday } = forms;

function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return 'tous les jours';
  return isRun && days.length > 2 ? `du ${names[0]} au ${names.at(-1)}` : list(names);
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, { one: '# jour', other: '# jours' });
  if (minutes % 60 === 0) return plural(minutes / 60, { one: '# heure', other: '# heures' });
  return plural(minutes, { one: '# minute', other: '# minutes' });
}

const howToPing =
  'Pour qu’un rôle soit notifié, un admin peut autoriser tout le monde à le mentionner, ou me donner la permission `Mentionner @everyone, @here et tous les rôles`.';

export const daily: Words['daily'] = {
  command: {
    daily: { name: 'quotidien', description: 'Mettre en place la question du jour' },
    set: { name: 'programmer', description: 'Publier une question du jour dans un salon, ou la régler' },
    time: { name: 'heure', description: 'Heure locale, comme 07:30 ou 19h' },
    channel: { name: 'salon', description: 'Quel salon (celui-ci par défaut)' },
    zone: { name: 'fuseau', description: 'Fuseau horaire : tape une ville (celui du serveur par défaut)' },
    weekdays: { name: 'jours', description: 'lun-ven ou lun,mer,ven (tous les jours par défaut)' },
    domains: { name: 'domaines', description: 'Seulement ces domaines, comme 1,3 (tous par défaut)' },
    role: { name: 'rôle', description: 'Rôle à mentionner ; @everyone veut dire personne' },
    thread: { name: 'fil', description: 'Ouvrir un fil de discussion sous chaque question' },
    closeAfter: {
      name: 'fermeture',
      description: 'Quand elle ferme : 12h, 90m, 2j (à la suivante par défaut)',
    },
    list: { name: 'liste', description: 'Toutes les questions du jour de ce serveur, et leur état' },
    pause: { name: 'pause', description: 'Ne plus rien publier jusqu’à la reprise' },
    resume: {
      name: 'reprendre',
      description: 'Publier à nouveau après une pause, ou rétablir une question sautée',
    },
    remove: { name: 'supprimer', description: 'Mettre fin à la question du jour dans un salon' },
    skip: { name: 'sauter', description: 'Sauter la prochaine question du jour' },
    postNow: {
      name: 'publier',
      description: 'Publier une question en plus maintenant ; l’horaire ne change pas',
    },
    preview: {
      name: 'aperçu',
      description: 'Voir les prochaines dates et le domaine à venir, sans la question',
    },
  },
  weekdays,
  duration,
  ownPack: (name) => `Ton pack : ${name}`,
  ownDomains: (pack, names) => `Ton pack : ${pack} (${list(names)})`,
  allDomains: 'Tous les domaines, selon leur poids à l’examen',
  timing: (time, zone, days) => `${time} (${zone}), ${days}`,

  setIn: (channel) => `Question du jour en place dans ${channel}`,
  changedIn: (channel) => `Question du jour modifiée dans ${channel}`,
  nextPosts: '**Prochaines dates**',
  setFoot:
    'Si je ne peux plus y publier, je continue d’essayer et te préviens une fois en message privé. `/quotidien liste` montre où ça en est.',
  tooMany: (most) =>
    `Un serveur peut avoir ${most} questions du jour : supprimes-en d’abord une avec \`/quotidien supprimer\`.`,
  takenJustNow: 'Quelqu’un vient de modifier la question du jour de ce salon : regarde `/quotidien liste`.',
  paused: (channel) =>
    `En pause dans ${channel} : rien n’est publié avant \`/quotidien reprendre\`. Les jours sautés ne sont pas rattrapés.`,
  pausedAlready: (channel) =>
    `La question du jour de ${channel} est en pause : \`/quotidien reprendre\` la relance.`,
  removed: (channel) =>
    `Supprimée de ${channel}. Ce qui est publié reste, et les questions ouvertes fermeront comme prévu.`,
  skipsAlready: (channel) =>
    `La prochaine question de ${channel} est déjà sautée : \`/quotidien reprendre\` l’annule.`,
  resumed: (channel) => `C’est reparti dans ${channel}.`,
  unskipped: (channel) => `Plus rien n’est sauté dans ${channel}.`,
  runsAlready: (channel) => `La question du jour de ${channel} est active.`,
  skipped: (when, channel) => `Sautée dans ${channel} : ${when} ; \`/quotidien reprendre\` l’annule.`,
  goneJustNow: 'Quelqu’un vient de supprimer cette question du jour : rien n’a changé.',
  queued: (channel, closes) =>
    `Une question en plus part dans ${channel}. L’horaire ne change pas ; fermeture : ${closes}.`,
  pingedToday: 'Le rôle n’est pas mentionné : une question en plus l’a déjà fait aujourd’hui.',
  onItsWay: (channel) =>
    `Une question pour ${channel} attend encore son envoi : si ça dure, \`/quotidien liste\` dit pourquoi.`,
  noQuestion:
    'L’édition d’examen de ce serveur n’a pas encore de questions : choisis-en une autre avec `/configurer serveur`.',
  in: (channel) => `Question du jour dans ${channel}`,
  pausedNext: '**En pause.** Après `/quotidien reprendre`, dates prévues',
  turn: (id, name, weight) =>
    `**Au tour de :** Domaine ${id}, ${name} (${percent(weight / 100)} de l’examen)`,
  exhausted:
    'Toutes les questions de ce choix ont déjà été posées ici : celle qui l’a été il y a le plus longtemps revient.',
  fresh: 'Une question qui n’a pas encore été posée dans ce salon.',
  drawnLater: 'La question est tirée au moment de la publication : personne ne peut la connaître avant.',
  held: {
    posted: 'La question d’aujourd’hui est déjà publiée : ça commence à la prochaine date.',
    skipped: 'La question d’aujourd’hui est sautée : ça commence à la prochaine date.',
  },
  howToPing,
  silent: (role) => `Je ne peux pas encore mentionner ${role}. ${howToPing}`,
  silentUnknown: `Je ne peux pas encore mentionner ce rôle. ${howToPing}`,
  lacks: (channel, names) =>
    `Je ne peux pas encore publier dans ${channel}, donc rien n’a changé : accorde-moi ${list(names)} dans ce salon, puis réessaie.`,
  bad: {
    time: (typed) =>
      `« ${typed} » n’est pas une heure que je sais lire : écris-la comme \`07:30\`, \`19h30\` ou \`19h\`.`,
    zone: (typed) =>
      `Je ne connais pas de fuseau horaire « ${typed} » : tape une ville et choisis dans la liste, ou écris-le comme \`Europe/Berlin\`.`,
    zoneLike: (zones) => `Tu voulais dire ${choice(zones)} ?`,
    weekdays: (typed) =>
      `Je ne sais pas lire les jours « ${typed} » : écris-les comme \`tous les jours\`, \`lun-ven\` ou \`lun,mer,ven\` (1 pour lundi).`,
    domains: (typed, names) =>
      `Cette édition n’a pas de domaine « ${typed} » : donne des numéros comme \`1,3\`, ou \`tous\`. Il y a ${list(names)}.`,
    'close-after': (typed) =>
      `« ${typed} » n’est pas une durée que je sais lire : écris \`12h\`, \`90m\` ou \`2j\` (7 jours au plus), ou \`suivante\` pour la question suivante.`,
  },
  roleGone: 'son rôle a été supprimé, donc personne n’est mentionné',
  roleRefused: (role) =>
    `Tu n’as pas le droit de mentionner ${role}, donc je ne le fais pas à ta place : choisis un rôle que tout le monde peut mentionner, ou demande à un admin qui a \`Mentionner @everyone, @here et tous les rôles\` dans ce salon.`,
  wrongChannel: (channel) =>
    `${channel} ne reçoit pas de messages, donc rien n’a changé : choisis un salon textuel ou d’annonces.`,
  tooSoon: (channel, when) =>
    `Une question en plus est partie dans ${channel} il y a moins d’une minute. La prochaine sera possible ${when}.`,
  sentOn: (channel) => `La question qui attendait pour ${channel} part maintenant.`,
  when: (timing) => `**Quand :** ${timing}`,
  what: (choice) => `**Quoi :** ${choice}`,
  how: (role, thread) => `**Comment :** ${role}, ${thread}`,
  pings: (role) => `${role} est mentionné`,
  pingsNobody: 'personne n’est mentionné',
  withThread: 'un fil est ouvert',
  withoutThread: 'sans fil',
  allByWeight: 'tous les domaines selon leur poids',
  someDomains: (ids) => plural(ids.length, { one: `domaine ${list(ids)}`, other: `domaines ${list(ids)}` }),
  openUntilNext: (what) => `${what} ; ouverte jusqu’à la suivante`,
  openFor: (what, time) => `${what} ; ouverte pendant ${time}`,
  none: 'Ce serveur n’a pas encore de question du jour : `/quotidien programmer` en lance une.',
  noneHere: (others) =>
    `Ce salon n’a pas de question du jour : utilise l’option \`salon\`. Il y en a une dans ${list(others)}.`,
  noneIn: (channel, others) =>
    `Il n’y a pas de question du jour dans ${channel}. Il y en a une dans ${list(others)}.`,

  list: {
    title: 'Questions du jour',
    paused: 'en pause',
    running: 'active',
    failing: (reason) => `**en panne**, ${reason}`,
    short: (channel, time, state) => `${channel} ${time} : ${state}`,
  },
  state: {
    paused: 'En pause : `/quotidien reprendre` la relance.',
    running: (next, relative) => `Active. Prochaine : ${next} (${relative})`,
    skips: (date) => `Sautée : ${date}.`,
    failing: (reason) => `**En panne :** ${reason}.`,
    retry: (when) => `Prochain essai : ${when}.`,
    givenUp: (next) => `Cette question est abandonnée. Prochaine : ${next}.`,
    mended: 'Ça marche à nouveau : la question qui attendait part maintenant.',
    reveal: (reason) =>
      `**Le dernier corrigé n’a pas pu s’afficher :** ${reason} ; il est dans \`/historique\`.`,
  },
  reason: {
    noChannel: 'le salon n’existe plus, ou je ne le vois plus',
    refused: 'Discord ne me laisse pas y publier',
    mayNotChange: 'Discord ne me laisse pas y modifier mon message',
    code: (code) => `Discord le refuse (code ${code})`,
    lacks: (names) => `il m’y manque ${list(names)}`,
  },
  degraded: {
    title: (channel) => `La question du jour n’a pas pu être publiée dans ${channel}`,
    reveal: (channel) => `Le corrigé de la question du jour n’a pas pu s’afficher dans ${channel}`,
    reason: (reason) => `La raison : ${reason}. Tu peux y remédier dans les paramètres du salon.`,
    code: (code) =>
      `Discord le refuse avec le code ${code}. Tu n’y peux sans doute rien : transmets ce code aux personnes qui font tourner ce bot.`,
    kept: 'Rien n’est perdu : le corrigé est dans `/historique`. Sur le serveur, `/quotidien liste` montre où ça en est.',
    goesOn:
      'Je continue d’essayer, et tout reprendra dès que ça marche. Sur le serveur, `/quotidien liste` montre où ça en est.',
    once: 'Tu ne reçois ce message qu’une fois, car tu as mis en place cette question du jour.',
  },
  recap: {
    result: (answers, right) =>
      plural(answers, {
        one: `**Question du jour :** # réponse, dont ${right} juste (${percent(right / answers)}). Le corrigé est plus haut.`,
        other: `**Question du jour :** # réponses, dont ${plural(right, { one: '# juste', other: '# justes' })} (${percent(right / answers)}). Le corrigé est plus haut.`,
      }),
    next: (date, relative) => `Prochaine question : ${date} (${relative})`,
    posted: (channel) => `La question suivante est déjà dans ${channel}.`,
  },

  setup: {
    line: 'Question du jour',
    chooseChannel: (timing) => `Choisis un salon, et elle démarre : ${timing}.`,
    channel: 'Salon de la question du jour',
    role: 'Rôle à mentionner (vide : personne)',
    chooseTime: 'Choisis l’heure',
    otherTime: 'Une autre heure',
    chooseWeekdays: 'Choisis les jours',
    pause: 'Pause',
    resume: 'Reprendre',
    roleGone: 'Son rôle a été supprimé, donc personne n’est mentionné.',
    noPing: 'Ne mentionner personne',
    later: (dates) => `Ensuite : ${list(dates)}`,
    gone: (channel) =>
      `**${channel} n’existe plus, ou je ne le vois plus :** choisis un autre salon, ou laisse-moi le voir.`,
    lacks: (channel, names) =>
      `**Il me manque ${list(names)} dans ${channel} :** accorde-moi ce qui manque, ou choisis un autre salon.`,
    wrongKind: (channel) =>
      `**${channel} ne reçoit pas de messages :** choisis un salon textuel ou d’annonces.`,
    testPost: 'Question test',
    moreChannels: 'Plus de salons, et le choix des domaines : `/quotidien programmer`.',
    firstOf: 'La première se règle ici, les autres avec `/quotidien programmer`.',
    timeModal: {
      title: 'Question du jour',
      label: 'Heure locale',
      description: 'Comme 07:30, 19h30 ou 19h',
    },
    option: {
      channel: { name: 'salon', description: 'Salon de la question du jour' },
      time: { name: 'heure', description: 'Son heure locale, comme 07:30 ou 19h' },
      role: { name: 'rôle', description: 'Rôle à mentionner avec elle ; @everyone veut dire personne' },
    },
    zoneFollows: 'La question du jour le suit.',
    started: (channel) =>
      `La question du jour démarre dans ${channel}. Si je ne peux plus y publier, je te préviens une fois en message privé.`,
    saved: (channel) => `Enregistré pour ${channel}.`,
    channelTaken: (channel) =>
      `${channel} a déjà sa question du jour : \`/quotidien programmer\` la modifie, \`/quotidien supprimer\` y met fin.`,
    channelFirst: 'Choisis d’abord un salon pour la question du jour.',
    channelKept: 'Le salon reste : `/quotidien pause` ou `/quotidien supprimer` arrête la question du jour.',
    testQueued: (channel) =>
      `Une question test part dans ${channel} ; elle ferme après 10 minutes et ne rapporte pas de points.`,
    noQuestion: 'Cette édition n’a pas encore de questions : choisis-en une autre.',
    testTooSoon: (channel, when) =>
      `Une question test est partie dans ${channel} il y a moins d’une minute. La prochaine sera possible ${when}.`,
    more: (count) => `et ${count} de plus : \`/quotidien liste\``,
    logged: (channel) => `question du jour dans ${channel}`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `ferme après ${time}`,
    loggedThread: 'fil',
    loggedDomains: (ids) => `domaines ${ids}`,
    loggedSkips: (date) => `saute ${date}`,
    loggedActive: 'active',
    loggedPaused: 'en pause',
  },
};
