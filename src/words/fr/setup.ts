// Configurer un serveur : l’écran, l’état, l’avis d’une édition qui se termine, le journal des changements.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const setup: Words['setup'] = {
  command: {
    setup: {
      name: 'configurer',
      description: 'Choisir l’examen, le fuseau horaire et la question du jour de ce serveur',
    },
    server: {
      name: 'serveur',
      description: 'Une liste où tout se règle ; les options font la même chose au clavier',
    },
    edition: { name: 'édition', description: 'L’édition d’examen à préparer' },
    timezone: { name: 'fuseau', description: 'Fuseau horaire : tape une ville' },
    week: { name: 'semaine', description: 'Jour où commence la semaine des classements' },
    language: { name: 'langue', description: 'Langue de ce que tout le monde lit ici' },
    status: { name: 'état', description: 'Ce qui est réglé, ce qui manque et où, et qui a changé quoi' },
  },
  title: 'Configurer Cohort',
  line: ({ mark, title, standing }) => `${mark} **${title}** · ${standing}`,
  standing: { done: 'fait', 'to-do': 'à faire', broken: 'en panne', off: 'désactivé' },
  lines: { exam: 'Examen et édition', place: 'Fuseau horaire et langue', permissions: 'Mes permissions' },
  allDone: 'Tout est réglé. Ce que tu changes ici prend effet aussitôt.',
  left: (count) =>
    plural(count, {
      one: '# ligne a encore besoin de toi. Ce que tu choisis prend effet aussitôt.',
      other: '# lignes ont encore besoin de toi. Ce que tu choisis prend effet aussitôt.',
    }),
  setIt: 'Régler',
  changeIt: 'Changer',
  close: 'Fermer',
  checkAgain: 'Revérifier',
  openLog: 'Derniers changements',
  closeLog: 'Masquer les changements',
  whoMay: (owner) =>
    owner === null
      ? 'Pour me configurer, il faut **Gérer le serveur** : adresse-toi à un admin de ce serveur. Tout le reste marche déjà pour toi : `/quiz` pose une question.'
      : `Pour me configurer, il faut **Gérer le serveur** : ${owner} l’a, par exemple. Tout le reste marche déjà pour toi : \`/quiz\` pose une question.`,
  chooseEdition: 'Choisis l’édition d’examen',
  examLine: ({ exam, code, dates, questions }) =>
    plural(questions, {
      one: `${exam}, **${code}** · ${dates} · # question`,
      other: `${exam}, **${code}** · ${dates} · # questions`,
    }),
  editionGone: (exam) =>
    `${exam} : cette édition n’est plus dans la banque de questions, choisis-en une autre.`,
  lastSitting: (date) => `jusqu’au ${date}`,
  firstSitting: (date) => `à partir du ${date}`,
  provisional: (dates) => `${dates}, liste des tâches provisoire`,
  noQuestions: 'Cette édition n’a pas encore de questions : choisis-en une autre.',
  format: (items, minutes) => `${items} questions en ${minutes} minutes à l’examen`,
  guide: (address) => `[Guide officiel](<${address}>)`,
  lastDay: (code, date, relative) => `Dernier jour pour passer ${code} : ${date} (${relative})`,
  zone: (zone, time) => `${zone}, où il est ${time}`,
  zoneGuess: (zone, time) => `Je devine **${zone}**, où il est ${time}. C’est bien ça ?`,
  zoneUnknown: (zone, time) =>
    `Personne n’a encore choisi de fuseau horaire. En attendant, je me règle sur ${zone}, où il est ${time}.`,
  zoneIs: (zone) => `Oui, ${zone}`,
  chooseZone: 'Choisis le fuseau horaire',
  otherZone: 'Un autre : tape une ville',
  reviewers: {
    line: 'Équipe de relecture',
    on: (role) => `${role} s’occupe de vos propres questions, tout comme les membres qui gèrent le serveur.`,
    off: 'Les membres qui gèrent le serveur s’occupent de ses propres questions.',
    gone: 'Le rôle a été supprimé : choisis-en un autre, ou laisse la relecture aux membres qui gèrent le serveur.',
    choose: 'Rôle de l’équipe de relecture (vide : aucun)',
    none: 'Pas d’équipe',
    setting: 'équipe de relecture',
  },
  permissions: {
    later: 'Je vérifie dès qu’un salon est choisi.',
    held: (channels) => `J’ai toutes les permissions qu’il me faut dans ${list(channels)}.`,
    lacks: (channel, names) => `Dans ${channel}, il me manque ${list(names)}.`,
    gone: (channel, permission) =>
      `${channel} n’existe plus, ou je ne le vois pas : il m’y manque alors ${permission}.`,
    wrongKind: (channel) => `${channel} ne reçoit pas de messages : choisis un salon textuel ou d’annonces.`,
    more: (count) => plural(count, { one: 'et # autre salon', other: 'et # autres salons' }),
    how: 'Donne-les-moi dans les paramètres du salon, sous Permissions, ou choisis ici un autre salon.',
  },
  week: (day) => `**La semaine commence le :** ${day}`,
  weekFrom: (day) => `Commencer la semaine le ${day}`,
  language: (name) => `**Langue :** ${name}`,
  discordLanguage: 'celle de ce serveur dans Discord',
  chooseLanguage: 'Choisis la langue',
  discordLanguageChoice: 'Celle de ce serveur dans Discord',
  nothingElse: 'Du coup, rien de cette commande n’a été appliqué.',
  zoneModal: {
    title: 'Fuseau horaire de ce serveur',
    label: 'Fuseau horaire',
    description: 'Comme Europe/Paris, America/New_York ou UTC ; une ville suffit si son nom est unique.',
  },
  retired: {
    ahead: ({ code, follower, last, first }) =>
      `📅 **On peut passer ${code} jusqu’au ${last}.** À partir du ${first}, ce sera **${follower}** : si ton examen est après, change dès maintenant.`,
    over: (code, successor) => `⚠️ **On ne peut plus passer ${code}.** **${successor}** lui succède.`,
    overSince: (code, date, successor) =>
      `⚠️ **On ne peut plus passer ${code}.** Son dernier jour était le ${date}. **${successor}** lui succède.`,
    keeps:
      'En changeant, tu gardes toutes les réponses, les séries et les scores ; seules les nouvelles questions suivent la nouvelle édition.',
    switchTo: (code) => `Passer à ${code}`,
    who: 'Le bouton est pour les membres qui peuvent gérer ce serveur.',
    switched: (code, name) =>
      `Ce serveur prépare maintenant **${code}** (changement fait par ${name}). Rien n’est perdu.`,
  },
  notice: {
    editionChanged: (code) => `Ce serveur prépare maintenant **${code}**. Rien n’est perdu.`,
    editionKept: (code) => `Ce serveur prépare déjà **${code}**.`,
    noSuchEdition: (typed, codes) => `Il n’y a pas d’édition « ${typed} » : choisis ${choice(codes)}.`,
    zoneChanged: (zone) => `Fuseau horaire : **${zone}**.`,
    zoneKept: (zone) => `Le fuseau horaire est déjà **${zone}**.`,
    unknownZone: (typed) =>
      `Je ne connais pas de fuseau horaire « ${typed} » : écris-le comme \`Europe/Berlin\`, ou une ville qui n’est que dans un seul fuseau.`,
    zoneLike: (zones) => `Tu voulais dire ${choice(zones)} ?`,
    weekChanged: (day) =>
      `Les semaines commencent maintenant le **${day}** ; les classements sont recomptés.`,
    weekKept: (day) => `Les semaines commencent déjà le **${day}**.`,
    languageChanged: (name) => `Langue de ce que tout le monde lit ici : ${name}.`,
    languageOfDiscord: 'Je parle maintenant la langue que ce serveur a dans Discord.',
    unknownLanguage: (typed) => `Je ne parle pas « ${typed} » : choisis dans la liste.`,
  },
  changes: '**Derniers changements**',
  noChanges: 'Aucun pour l’instant.',
  change: {
    line: ({ when, who, what, difference }) => `${when} ${who} : ${what} : ${difference}`,
    somebody: 'quelqu’un qui est parti',
    setting: {
      edition: 'édition',
      zone: 'fuseau horaire',
      weekStart: 'premier jour de la semaine',
      language: 'langue',
    },
    discordLanguage: 'comme dans Discord',
    removed: 'supprimé',
    fromTo: (before, after) => `${before} → ${after}`,
    added: (what) => `ajouté : ${what}`,
    takenAway: (what) => `retiré : ${what}`,
    asBefore: 'réglages comme avant',
  },
};
