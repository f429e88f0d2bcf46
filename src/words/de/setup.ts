// Einen Server einrichten: die Seite, der Stand, der Hinweis auf eine beendete Ausgabe, das Änderungsprotokoll.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const setup: Words['setup'] = {
  command: {
    setup: {
      name: 'einrichten',
      description: 'Prüfung, Zeitzone und Frage des Tages dieses Servers wählen',
    },
    server: {
      name: 'server',
      description: 'Eine Liste, in der alles erledigt wird; die Optionen tun dasselbe über die Tastatur',
    },
    edition: { name: 'ausgabe', description: 'Prüfungsausgabe, auf die ihr euch vorbereitet' },
    timezone: { name: 'zeitzone', description: 'Zeitzone: tippe eine Stadt' },
    week: { name: 'woche', description: 'Wochentag, an dem die Woche der Ranglisten beginnt' },
    language: { name: 'sprache', description: 'Sprache dessen, was hier alle lesen' },
    status: { name: 'stand', description: 'Was eingestellt ist, was wo fehlt und wer was geändert hat' },
  },
  title: 'Cohort einrichten',
  line: ({ mark, title, standing }) => `${mark} **${title}** · ${standing}`,
  standing: { done: 'erledigt', 'to-do': 'offen', broken: 'gestört', off: 'aus' },
  lines: { exam: 'Prüfung und Ausgabe', place: 'Zeitzone und Sprache', permissions: 'Meine Rechte' },
  allDone: 'Alles ist eingerichtet. Was du hier änderst, gilt sofort.',
  left: (count) =>
    plural(count, {
      one: '# Punkt braucht dich noch. Was du wählst, gilt sofort.',
      other: '# Punkte brauchen dich noch. Was du wählst, gilt sofort.',
    }),
  setIt: 'Erledigen',
  changeIt: 'Ändern',
  close: 'Schließen',
  checkAgain: 'Neu prüfen',
  openLog: 'Letzte Änderungen',
  closeLog: 'Änderungen ausblenden',
  whoMay: (owner) =>
    owner === null
      ? 'Mich einzurichten braucht das Recht **Server verwalten**: frag bitte jemanden, der diesen Server verwaltet. Alles andere geht für dich schon: `/quiz` stellt eine Frage.'
      : `Mich einzurichten braucht das Recht **Server verwalten**: ${owner} hat es zum Beispiel. Alles andere geht für dich schon: \`/quiz\` stellt eine Frage.`,
  chooseEdition: 'Wähle die Prüfungsausgabe',
  examLine: ({ exam, code, dates, questions }) =>
    plural(questions, {
      one: `${exam}, **${code}** · ${dates} · # Frage`,
      other: `${exam}, **${code}** · ${dates} · # Fragen`,
    }),
  editionGone: (exam) => `${exam}: diese Ausgabe ist nicht mehr im Fragenbestand, bitte wähle eine andere.`,
  lastSitting: (date) => `letzter Termin ${date}`,
  firstSitting: (date) => `ab ${date}`,
  provisional: (dates) => `${dates}, Aufgabenliste vorläufig`,
  noQuestions: 'Für diese Ausgabe gibt es noch keine Fragen: bitte wähle eine andere.',
  format: (items, minutes) => `${items} Fragen in ${minutes} Minuten in der Prüfung`,
  guide: (address) => `[Offizieller Leitfaden](<${address}>)`,
  lastDay: (code, date, relative) => `Letzter Tag für ${code}: ${date} (${relative})`,
  zone: (zone, time) => `${zone}, dort ist es jetzt ${time}`,
  zoneGuess: (zone, time) => `Ich tippe auf **${zone}**, dort ist es jetzt ${time}. Stimmt das?`,
  zoneUnknown: (zone, time) =>
    `Noch hat niemand eine Zeitzone gewählt. Ich gehe nach ${zone}, dort ist es jetzt ${time}.`,
  zoneIs: (zone) => `Ja, ${zone}`,
  chooseZone: 'Wähle die Zeitzone',
  otherZone: 'Eine andere: tippe eine Stadt',
  reviewers: {
    line: 'Prüfteam',
    on: (role) => `${role} kümmert sich um eure eigenen Fragen, ebenso wer den Server verwaltet.`,
    off: 'Um eure eigenen Fragen kümmert sich, wer den Server verwaltet.',
    gone: 'Die Rolle wurde gelöscht: wähle eine andere, oder niemanden außer denen, die den Server verwalten.',
    choose: 'Rolle des Prüfteams (leer: niemand)',
    none: 'Kein Team',
    setting: 'Prüfteam',
  },
  permissions: {
    later: 'Ich sehe nach, sobald ein Kanal gewählt ist.',
    held: (channels) => `In ${list(channels)} habe ich jedes Recht, das ich brauche.`,
    lacks: (channel, names) => `In ${channel} fehlt mir ${list(names)}.`,
    gone: (channel, permission) =>
      `${channel} ist fort, oder ich sehe den Kanal nicht: dann fehlt mir dort ${permission}.`,
    wrongKind: (channel) =>
      `${channel} nimmt selbst keine Nachrichten an: wähle einen Text- oder Ankündigungskanal.`,
    more: (count) => plural(count, { one: 'und # weiterer Kanal', other: 'und # weitere Kanäle' }),
    how: 'Gib sie mir in den Einstellungen des Kanals unter Berechtigungen, oder wähle hier einen anderen Kanal.',
  },
  week: (day) => `**Die Woche beginnt am:** ${day}`,
  weekFrom: (day) => `Wochen ab ${day}`,
  language: (name) => `**Sprache:** ${name}`,
  discordLanguage: 'die dieses Servers in Discord',
  chooseLanguage: 'Wähle die Sprache',
  discordLanguageChoice: 'Die dieses Servers in Discord',
  nothingElse: 'Deshalb wurde von diesem Befehl nichts übernommen.',
  zoneModal: {
    title: 'Zeitzone dieses Servers',
    label: 'Zeitzone',
    description: 'Etwa Europe/Berlin, America/New_York oder UTC; eine Stadt genügt, wenn nur eine so heißt.',
  },
  retired: {
    ahead: ({ code, follower, last, first }) =>
      `📅 **${code} kann man noch bis zum ${last} ablegen.** Ab dem ${first} gilt **${follower}**: Wer später geprüft wird, sollte jetzt wechseln.`,
    over: (code, successor) =>
      `⚠️ **${code} kann man nicht mehr ablegen.** Die Nachfolge ist **${successor}**.`,
    overSince: (code, date, successor) =>
      `⚠️ **${code} kann man nicht mehr ablegen.** Der letzte Tag war der ${date}. Die Nachfolge ist **${successor}**.`,
    keeps:
      'Beim Wechsel bleiben alle Antworten, Serien und Punkte; nur neue Fragen folgen der neuen Ausgabe.',
    switchTo: (code) => `Zu ${code} wechseln`,
    who: 'Der Knopf ist für alle, die diesen Server verwalten dürfen.',
    switched: (code, name) =>
      `Dieser Server bereitet sich jetzt auf **${code}** vor (gewechselt von ${name}). Nichts ging verloren.`,
  },
  notice: {
    editionChanged: (code) => `Dieser Server bereitet sich jetzt auf **${code}** vor. Nichts ging verloren.`,
    editionKept: (code) => `Dieser Server bereitet sich schon auf **${code}** vor.`,
    noSuchEdition: (typed, codes) => `Eine Ausgabe „${typed}“ gibt es nicht: bitte wähle ${choice(codes)}.`,
    zoneChanged: (zone) => `Zeitzone: **${zone}**.`,
    zoneKept: (zone) => `Die Zeitzone ist schon **${zone}**.`,
    unknownZone: (typed) =>
      `Eine Zeitzone „${typed}“ kenne ich nicht: bitte schreib sie wie \`Europe/Berlin\`, oder eine Stadt, die nur eine Zone hat.`,
    zoneLike: (zones) => `Meintest du ${choice(zones)}?`,
    weekChanged: (day) => `Wochen beginnen jetzt am **${day}**; die Ranglisten werden neu gezählt.`,
    weekKept: (day) => `Wochen beginnen schon am **${day}**.`,
    languageChanged: (name) => `Alle hier lesen jetzt ${name}.`,
    languageOfDiscord: 'Ich spreche jetzt die Sprache, die dieser Server in Discord hat.',
    unknownLanguage: (typed) => `„${typed}“ spreche ich nicht: bitte wähle eine Sprache aus der Liste.`,
  },
  changes: '**Letzte Änderungen**',
  noChanges: 'Noch keine.',
  change: {
    line: ({ when, who, what, difference }) => `${when} ${who}: ${what}: ${difference}`,
    somebody: 'jemand, der nicht mehr da ist',
    setting: {
      edition: 'Ausgabe',
      zone: 'Zeitzone',
      weekStart: 'erster Tag der Woche',
      language: 'Sprache',
    },
    discordLanguage: 'wie in Discord',
    removed: 'entfernt',
    fromTo: (before, after) => `${before} → ${after}`,
    added: (what) => `hinzugefügt: ${what}`,
    takenAway: (what) => `weggenommen: ${what}`,
    asBefore: 'Einstellungen wie zuvor',
  },
};
