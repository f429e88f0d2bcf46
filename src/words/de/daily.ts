// Die Frage des Tages: ihr Befehl, wie Pläne stehen, Rückblicke, und was die Einrichtung davon sagt.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, percent, plural, weekday } = forms;

function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return 'jeden Tag';
  return isRun && days.length > 2 ? `${names[0]} bis ${names.at(-1)}` : list(names);
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, { one: '# Tag', other: '# Tage' });
  if (minutes % 60 === 0) return plural(minutes / 60, { one: '# Stunde', other: '# Stunden' });
  return plural(minutes, { one: '# Minute', other: '# Minuten' });
}

const howToPing =
  'Damit eine Rolle benachrichtigt wird, kann ein Admin allen erlauben, sie zu erwähnen, oder mir das Recht `Erwähne @everyone, @here und alle Rollen` geben.';

export const daily: Words['daily'] = {
  command: {
    daily: { name: 'täglich', description: 'Die Frage des Tages einrichten' },
    set: { name: 'setzen', description: 'Eine Frage des Tages in einen Kanal stellen oder ändern' },
    time: { name: 'zeit', description: 'Ortszeit, etwa 07:30 oder 19h' },
    channel: { name: 'kanal', description: 'Welcher Kanal (sonst dieser)' },
    zone: { name: 'zone', description: 'Zeitzone: tippe eine Stadt (sonst die des Servers)' },
    weekdays: { name: 'wochentage', description: 'daily, mon-fri oder mon,wed,fri (sonst jeden Tag)' },
    domains: { name: 'gebiete', description: 'Nur diese Prüfungsgebiete, etwa 1,3 (sonst alle)' },
    role: { name: 'rolle', description: 'Rolle, die benachrichtigt wird; @everyone heißt niemand' },
    thread: { name: 'thread', description: 'Unter jeder Frage einen Thread zum Reden öffnen' },
    closeAfter: {
      name: 'schließt-nach',
      description: 'Wann sie schließt: 12h, 90m, 2d (sonst mit der nächsten)',
    },
    list: { name: 'liste', description: 'Alle Fragen des Tages dieses Servers und wie sie stehen' },
    pause: { name: 'pause', description: 'Nichts mehr stellen, bis du fortsetzt' },
    resume: { name: 'fortsetzen', description: 'Nach einer Pause weiter, oder ein Auslassen zurücknehmen' },
    remove: { name: 'entfernen', description: 'Die Frage des Tages in einem Kanal beenden' },
    skip: { name: 'auslassen', description: 'Die nächste auslassen' },
    postNow: {
      name: 'jetzt-stellen',
      description: 'Jetzt eine zusätzliche Frage; der Plan bleibt, wie er ist',
    },
    preview: {
      name: 'vorschau',
      description: 'Die nächsten Termine und wessen Reihe ist, ohne die Frage',
    },
  },
  weekdays,
  duration,
  ownPack: (name) => `Eure Sammlung: ${name}`,
  ownDomains: (pack, names) => `Eure Sammlung: ${pack} (${list(names)})`,
  allDomains: 'Alle Gebiete, nach ihrem Gewicht in der Prüfung',
  timing: (time, zone, days) => `${time} (${zone}), ${days}`,

  setIn: (channel) => `Frage des Tages gesetzt in ${channel}`,
  changedIn: (channel) => `Frage des Tages geändert in ${channel}`,
  nextPosts: '**Die nächsten**',
  setFoot:
    'Kann ich dort nicht mehr schreiben, versuche ich es weiter und sage es dir einmal per Direktnachricht. `/täglich liste` zeigt, wie es steht.',
  tooMany: (most) =>
    `Ein Server kann ${most} Fragen des Tages haben: entferne erst eine mit \`/täglich entfernen\`.`,
  takenJustNow:
    'Jemand anders hat die Frage des Tages dieses Kanals eben geändert: sieh in `/täglich liste`.',
  paused: (channel) =>
    `Angehalten in ${channel}: bis \`/täglich fortsetzen\` kommt nichts. Tage dazwischen werden nicht nachgeholt.`,
  pausedAlready: (channel) =>
    `Die Frage des Tages in ${channel} ist angehalten: \`/täglich fortsetzen\` startet sie wieder.`,
  removed: (channel) =>
    `Entfernt aus ${channel}. Was gestellt wurde, bleibt, und offene Fragen schließen wie geplant.`,
  skipsAlready: (channel) =>
    `Die nächste Frage in ${channel} wird schon ausgelassen: \`/täglich fortsetzen\` nimmt das zurück.`,
  resumed: (channel) => `Es geht weiter in ${channel}.`,
  unskipped: (channel) => `In ${channel} wird nichts mehr ausgelassen.`,
  runsAlready: (channel) => `Die Frage des Tages in ${channel} läuft.`,
  skipped: (when, channel) => `Ausgelassen in ${channel}: ${when}; \`/täglich fortsetzen\` nimmt das zurück.`,
  goneJustNow: 'Jemand anders hat diese Frage des Tages eben entfernt: es wurde nichts geändert.',
  queued: (channel, closes) =>
    `Eine zusätzliche Frage ist unterwegs nach ${channel}. Der Plan bleibt, wie er ist; sie schließt: ${closes}.`,
  pingedToday: 'Die Rolle wird nicht erwähnt: heute hat das schon eine zusätzliche Frage getan.',
  onItsWay: (channel) =>
    `Eine Frage für ${channel} wartet noch darauf, gesendet zu werden: dauert es lange, zeigt \`/täglich liste\` warum.`,
  noQuestion:
    'Für die Prüfungsausgabe dieses Servers gibt es noch keine Frage: wähle mit `/einrichten server` eine andere.',
  in: (channel) => `Frage des Tages in ${channel}`,
  pausedNext: '**Angehalten.** Nach `/täglich fortsetzen` käme sie',
  turn: (id, name, weight) =>
    `**An der Reihe:** Gebiet ${id}, ${name} (${percent(weight / 100)} der Prüfung)`,
  exhausted:
    'Jede Frage dieser Auswahl wurde hier schon gestellt: es kommt die, die am längsten zurückliegt.',
  fresh: 'Eine Frage, die in diesem Kanal noch nicht gestellt wurde.',
  drawnLater: 'Gezogen wird die Frage erst, wenn sie gestellt wird: niemand kann sie vorher kennen.',
  held: {
    posted: 'Die Frage von heute wurde schon gestellt, darum gilt es ab dem nächsten Termin.',
    skipped: 'Die Frage von heute wurde ausgelassen, darum gilt es ab dem nächsten Termin.',
  },
  howToPing,
  silent: (role) => `Ich darf ${role} noch nicht benachrichtigen. ${howToPing}`,
  silentUnknown: `Ich darf diese Rolle noch nicht benachrichtigen. ${howToPing}`,
  lacks: (channel, names) =>
    `In ${channel} kann ich noch nicht schreiben, darum wurde nichts geändert: bitte gib mir dort ${list(names)} und versuche es noch einmal.`,
  bad: {
    time: (typed) =>
      `„${typed}“ kann ich nicht als Uhrzeit lesen: bitte schreib sie wie \`07:30\`, \`7.30am\` oder \`19h\`.`,
    zone: (typed) =>
      `Eine Zeitzone „${typed}“ kenne ich nicht: bitte tippe eine Stadt und wähle aus der Liste, oder schreib sie wie \`Europe/Berlin\`.`,
    zoneLike: (zones) => `Meintest du ${choice(zones)}?`,
    weekdays: (typed) =>
      `Die Wochentage „${typed}“ kann ich nicht lesen: bitte schreib sie wie \`daily\`, \`mon-fri\` oder \`mon,wed,fri\` (1 ist Montag).`,
    domains: (typed, names) =>
      `Diese Prüfungsausgabe hat kein Gebiet „${typed}“: bitte gib Nummern wie \`1,3\` an, oder \`all\`. Es gibt ${list(names)}.`,
    'close-after': (typed) =>
      `„${typed}“ kann ich nicht als Zeit lesen: bitte schreib \`12h\`, \`90m\` oder \`2d\` (höchstens 7 Tage), oder \`next\` für die nächste.`,
  },
  roleGone: 'ihre Rolle wurde gelöscht, darum wird niemand benachrichtigt',
  roleRefused: (role) =>
    `Du darfst ${role} selbst nicht erwähnen, darum tue ich es auch nicht für dich: bitte wähle eine Rolle, die alle erwähnen dürfen, oder frage einen Admin, der in diesem Kanal \`@everyone, @here und alle Rollen erwähnen\` darf.`,
  wrongChannel: (channel) =>
    `${channel} nimmt selbst keine Nachrichten an, darum wurde nichts geändert: bitte wähle einen Text- oder Ankündigungskanal.`,
  tooSoon: (channel, when) =>
    `Vor weniger als einer Minute ging eine zusätzliche Frage nach ${channel}: die nächste geht ${when}.`,
  sentOn: (channel) => `Die Frage, die für ${channel} gewartet hat, wird jetzt gesendet.`,
  when: (timing) => `**Wann:** ${timing}`,
  what: (choice) => `**Was:** ${choice}`,
  how: (role, thread) => `**Wie:** ${role}, ${thread}`,
  pings: (role) => `${role} wird benachrichtigt`,
  pingsNobody: 'niemand wird benachrichtigt',
  withThread: 'ein Thread wird geöffnet',
  withoutThread: 'kein Thread',
  allByWeight: 'alle Gebiete nach ihrem Gewicht',
  someDomains: (ids) => plural(ids.length, { one: `Gebiet ${list(ids)}`, other: `Gebiete ${list(ids)}` }),
  openUntilNext: (what) => `${what}; offen bis zur nächsten`,
  openFor: (what, time) => `${what}; offen für ${time}`,
  none: 'Dieser Server hat noch keine Frage des Tages: `/täglich setzen` beginnt eine.',
  noneHere: (others) =>
    `In diesem Kanal gibt es keine Frage des Tages: nenne die Option \`kanal\`. Es gibt eine in ${list(others)}.`,
  noneIn: (channel, others) =>
    `In ${channel} gibt es keine Frage des Tages. Es gibt eine in ${list(others)}.`,

  list: {
    title: 'Fragen des Tages',
    paused: 'angehalten',
    running: 'läuft',
    failing: (reason) => `**gestört**, ${reason}`,
    short: (channel, time, state) => `${channel} ${time}: ${state}`,
  },
  state: {
    paused: 'Angehalten: `/täglich fortsetzen` startet sie wieder.',
    running: (next, relative) => `Läuft. Nächste: ${next} (${relative})`,
    skips: (date) => `Ausgelassen: ${date}.`,
    failing: (reason) => `**Gestört:** ${reason}.`,
    retry: (when) => `Nächster Versuch: ${when}.`,
    givenUp: (next) => `Diese Frage wurde aufgegeben. Nächste: ${next}.`,
    mended: 'Es geht wieder: die Frage, die gewartet hat, wird jetzt gesendet.',
    reveal: (reason) => `**Die letzte Lösung ließ sich nicht zeigen:** ${reason}; sie steht in \`/verlauf\`.`,
  },
  reason: {
    noChannel: 'der Kanal ist fort, oder ich sehe ihn nicht mehr',
    refused: 'Discord lässt mich dort nicht schreiben',
    mayNotChange: 'Discord lässt mich meine Nachricht dort nicht ändern',
    code: (code) => `Discord lehnt es ab (Code ${code})`,
    lacks: (names) => `mir fehlt dort ${list(names)}`,
  },
  degraded: {
    title: (channel) => `Die Frage des Tages konnte in ${channel} nicht gestellt werden`,
    reveal: (channel) => `Die Lösung der Frage des Tages ließ sich in ${channel} nicht zeigen`,
    reason: (reason) => `Der Grund: ${reason}. Bitte behebe das in den Einstellungen des Kanals.`,
    code: (code) =>
      `Discord lehnt es mit Code ${code} ab. Beheben kannst du das wohl nicht selbst: sag es bitte mit diesem Code denen, die mich betreiben.`,
    kept: 'Verloren ist nichts: die Lösung steht in `/verlauf`. `/täglich liste` im Server zeigt, wie es steht.',
    goesOn:
      'Ich versuche es weiter und mache von selbst weiter, sobald es geht. `/täglich liste` im Server zeigt, wie es steht.',
    once: 'Du bekommst das einmal, weil du sie eingerichtet hast.',
  },
  recap: {
    result: (answers, right) =>
      plural(answers, {
        one: `**Frage des Tages:** # Antwort, ${right} richtig (${percent(right / answers)}). Die Lösung steht oben.`,
        other: `**Frage des Tages:** # Antworten, ${right} richtig (${percent(right / answers)}). Die Lösung steht oben.`,
      }),
    next: (date, relative) => `Nächste Frage: ${date} (${relative})`,
    posted: (channel) => `Die nächste Frage steht schon in ${channel}.`,
  },

  setup: {
    line: 'Frage des Tages',
    chooseChannel: (timing) => `Wähle einen Kanal, und sie beginnt: ${timing}.`,
    channel: 'Kanal für die Frage des Tages',
    role: 'Rolle, die benachrichtigt wird (leer: niemand)',
    chooseTime: 'Wähle die Zeit',
    otherTime: 'Eine andere Zeit',
    chooseWeekdays: 'Wähle die Tage',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    roleGone: 'Ihre Rolle wurde gelöscht, also wird niemand benachrichtigt.',
    noPing: 'Niemanden benachrichtigen',
    later: (dates) => `Dann: ${list(dates)}`,
    gone: (channel) =>
      `**${channel} ist fort, oder ich sehe den Kanal nicht mehr:** wähle einen anderen, oder lass mich ihn sehen.`,
    lacks: (channel, names) =>
      `**Mir fehlt ${list(names)} in ${channel}:** gib es mir dort, oder wähle einen anderen Kanal.`,
    wrongKind: (channel) =>
      `**${channel} nimmt selbst keine Nachrichten an:** wähle einen Text- oder Ankündigungskanal.`,
    testPost: 'Testfrage',
    moreChannels: 'Mehr Kanäle, und welche Gebiete: `/täglich setzen`.',
    firstOf: 'Hier änderst du die erste, die anderen mit `/täglich setzen`.',
    timeModal: {
      title: 'Frage des Tages',
      label: 'Ortszeit',
      description: 'Etwa 07:30, 7.30am oder 19h',
    },
    option: {
      channel: { name: 'kanal', description: 'Kanal für die Frage des Tages' },
      time: { name: 'zeit', description: 'Ihre Ortszeit, etwa 07:30 oder 19h' },
      role: { name: 'rolle', description: 'Rolle, die benachrichtigt wird; @everyone heißt niemand' },
    },
    zoneFollows: 'Die Frage des Tages folgt ihr.',
    started: (channel) =>
      `Die Frage des Tages beginnt in ${channel}. Kann ich dort nicht mehr schreiben, sage ich es dir einmal per Direktnachricht.`,
    saved: (channel) => `Gespeichert für ${channel}.`,
    channelTaken: (channel) =>
      `${channel} hat eine eigene Frage des Tages: \`/täglich setzen\` ändert sie, \`/täglich entfernen\` beendet sie.`,
    channelFirst: 'Bitte wähle zuerst einen Kanal für die Frage des Tages.',
    channelKept: 'Der Kanal bleibt: `/täglich pause` oder `/täglich entfernen` hält die Frage des Tages an.',
    testQueued: (channel) =>
      `Eine Testfrage ist unterwegs nach ${channel}; sie schließt nach 10 Minuten und gibt keine Punkte.`,
    noQuestion: 'Für diese Ausgabe gibt es noch keine Frage: bitte wähle eine andere.',
    testTooSoon: (channel, when) =>
      `Vor weniger als einer Minute ging eine Testfrage nach ${channel}: die nächste geht ${when}.`,
    more: (count) => `und ${count} weitere: \`/täglich liste\``,
    logged: (channel) => `Frage des Tages in ${channel}`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `schließt nach ${time}`,
    loggedThread: 'Thread',
    loggedDomains: (ids) => `Gebiete ${ids}`,
    loggedSkips: (date) => `lässt ${date} aus`,
    loggedActive: 'läuft',
    loggedPaused: 'angehalten',
  },
};
