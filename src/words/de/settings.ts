// Die eigenen Einstellungen: der Befehl, was jetzt gespeichert ist und was es bedeutet.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, plural } = forms;
const days = (count: number) => plural(count, { one: '# Tag', other: '# Tage' });
const ofDays = (count: number) => plural(count, { one: '# Tag', other: '# Tagen' });

export const settings: Words['settings'] = {
  command: {
    settings: {
      name: 'einstellungen',
      description: 'Deine Zeitzone, Pausen, Erinnerungen, Sprache und Sichtbarkeit',
    },
    show: { name: 'zeigen', description: 'Was für dich eingestellt ist' },
    timezone: { name: 'zeitzone', description: 'Welcher Uhr deine Tage folgen (einmal in 24 Stunden)' },
    zone: {
      name: 'zone',
      description: 'Eine Stadt oder Abweichung wie Berlin oder +5:30; oder die Zone des Servers',
    },
    exam: {
      name: 'prüfung',
      description: 'Wofür du außerhalb von Servern lernst; im Server gilt dessen Prüfung',
    },
    which: { name: 'prüfung', description: 'Eine Prüfung und ihre Ausgabe' },
    dayStart: {
      name: 'tagesbeginn',
      description: 'Um welche Stunde dein Tag beginnt: für alle, die nach Mitternacht lernen',
    },
    hour: { name: 'stunde', description: 'Von 0 (Mitternacht) bis 6 Uhr früh' },
    pause: {
      name: 'pause',
      description: 'Deine Serie im Voraus anhalten: Pausentage zählen nicht und beenden nichts',
    },
    days: { name: 'tage', description: 'Wie viele Tage' },
    from: { name: 'ab', description: 'Der erste Pausentag (sonst heute)' },
    unpause: { name: 'pausenende', description: 'Deine Pause heute beenden oder die nächste absagen' },
    reminders: { name: 'erinnerungen', description: 'Eine Nachricht, bevor deine Serie endet' },
    on: { name: 'an', description: 'True schickt sie, False nicht' },
    visibility: { name: 'sichtbarkeit', description: 'Ob andere dich auf Ranglisten sehen' },
    shown: { name: 'gezeigt', description: 'Sichtbar, anonym oder verborgen' },
    language: { name: 'sprache', description: 'In welcher Sprache ich dir privat antworte' },
    to: { name: 'auf', description: 'Eine Sprache oder die deines Discord' },
  },
  visibilityChoice: {
    visible: 'sichtbar – mit Namen',
    anonymous: 'anonym – mit Platz, ohne Namen',
    hidden: 'verborgen – anderen nicht gezeigt',
  },
  discordLanguage: 'Die deines Discord',
  serverZoneChoice: (zone, clock) => `Die Zone dieses Servers: ${zone} (jetzt ${clock})`,
  startChoice: (day, date) => `${day} – ${date}`,
  today: 'Heute',
  tomorrow: 'Morgen',
  title: 'Deine Einstellungen',
  ownZone: (zone) => `**${zone}**`,
  serverZone: (zone) => `die dieses Servers, **${zone}**`,
  lastZone: (zone) => `**${zone}**, denn du hast keine gewählt`,
  clock: (hour) => (hour === 0 ? 'Mitternacht' : `${hour} Uhr früh`),
  lines: {
    zone: (zone, time) => `**Zeitzone:** ${zone}, dort ist es ${time}`,
    day: (begins, today, ends) =>
      `**Dein Tag** beginnt um ${begins}; jetzt ist es ${today}, und er endet ${ends}`,
    remindersOn:
      '**Erinnerungen:** an – eine Nachricht drei Stunden, bevor ein Tag ohne Antwort zu Ende geht',
    remindersOff: '**Erinnerungen:** aus',
    visibility: (name, meaning) => `**Sichtbarkeit:** ${name}. ${meaning}`,
    language: (name) => `**Sprache:** ${name}`,
    course: (code) => `**Prüfung** außerhalb von Servern: ${code}`,
    noPauses: '**Pausen:** keine',
    pauses: (ranges) => `**Pausen:** ${ranges}`,
    foot: 'Sie gelten überall, wo du diesen Bot benutzt. Du änderst sie mit `/einstellungen zeitzone`, `prüfung`, `tagesbeginn`, `pause`, `pausenende`, `erinnerungen`, `sichtbarkeit` oder `sprache`.',
  },
  visibility: { visible: 'sichtbar', anonymous: 'anonym', hidden: 'verborgen' },
  visibilityMeans: {
    visible: 'Ranglisten und aufgelöste Fragen nennen dich, und andere dürfen deine Serie ansehen.',
    anonymous: 'Ranglisten führen dich als „Anonym“; niemandem werden dein Name oder deine Serie gezeigt.',
    hidden:
      'Niemand sonst sieht dich auf einer Rangliste oder in einer aufgelösten Frage; deinen Platz siehst du weiterhin.',
  },
  saved: {
    zone: (zone, time) => `**Gespeichert:** deine Zeitzone ist ${zone}, dort ist es ${time}.`,
    zoneDay: (today, ends) =>
      `Dein Tag ist der ${today} und endet ${ends}. Tage, an denen du geantwortet hast, behalten ihr Datum.`,
    zoneAgain: (when) =>
      `Ein Versehen kannst du 10 Minuten lang berichtigen; danach lässt sich die Zeitzone ${when} wieder ändern.`,
    dayStart: (begins) => `**Gespeichert:** dein Tag beginnt um ${begins}.`,
    dayNow: (today, ends) => `Für dich ist jetzt der ${today}, bis ${ends}.`,
    remindersOff: '**Gespeichert:** ich schicke dir keine Erinnerungen.',
    remindersOn:
      '**Gespeichert:** ich schicke dir eine Nachricht drei Stunden vor dem Ende eines Tages, den deine Serie noch braucht.',
    firstReminder: (when) => `Die erste kann ${when} kommen, wenn du bis dahin nicht geantwortet hast.`,
    noStreakYet: 'Sie beginnen mit deiner ersten Serie: beantworte eine Frage mit `/quiz`.',
    allowMessages:
      'Bitte erlaube mir Direktnachrichten; lässt sich eine nicht zustellen, werden die Erinnerungen abgeschaltet.',
    course: (code, name) => `**Gespeichert:** du lernst für **${code}** (${name}).`,
    courseHolds:
      'Das gilt in Direktnachrichten, Gruppen und Servern ohne diesen Bot; in einem Server, der ihn hat, gilt dessen Prüfung.',
    visibility: (name, meaning) => `**Gespeichert:** du bist **${name}**. ${meaning}`,
    language: (name) => `**Gespeichert:** ich antworte dir auf ${name}.`,
    discordLanguage:
      '**Gespeichert:** ich antworte dir in der Sprache deines Discord, soweit ich sie spreche.',
  },
  zoneUnchanged: (zone) => `Deine Zeitzone ist schon ${zone}: es wurde nichts geändert.`,
  zoneLocked: (when, date) =>
    `Die Zeitzone lässt sich einmal in 24 Stunden ändern: bitte versuche es ${when} noch einmal (${date}).`,
  unknownZone: (typed) =>
    `Eine Zeitzone „${typed}“ kenne ich nicht: bitte wähle eine aus der Liste, die beim Tippen einer Stadt erscheint, etwa Berlin oder Kolkata.`,
  zoneLike: (zones) => `Meintest du ${choice(zones)}?`,
  unknownCourse: (typed) =>
    `Ich habe keine Prüfung „${typed}“, die noch abgelegt werden kann: bitte wähle eine aus der Liste.`,
  newcomer: {
    title: 'Wofür lernst du?',
    both: 'Stimmt die Prüfung? Dann wähle die Uhr, der deine Tage folgen, und es geht sofort weiter.',
    examOnly: 'Stimmt die Prüfung? Dann geht es weiter.',
    exam: 'Wähle eine Prüfung',
    zone: 'Wähle deine Zeitzone, dann geht es weiter',
    otherZone: 'Eine andere Zeitzone',
    go: 'Weiter',
    later:
      'Das frage ich nur einmal: `/einstellungen prüfung` und `/einstellungen zeitzone` ändern es jederzeit.',
    ready: 'Drück oder ruf jetzt noch einmal auf, was du wolltest.',
    modal: {
      title: 'Deine Zeitzone',
      label: 'Zeitzone oder Stadt',
      description: 'Zum Beispiel Berlin, Kolkata oder America/New_York',
    },
  },
  unknownLanguage: (typed) => `„${typed}“ spreche ich nicht: bitte wähle eine Sprache aus der Liste.`,
  wouldSkip: (today, length) =>
    `Noch nicht geändert: dein Tag würde zum ${today} springen und einen auslassen, den deine Serie von ${ofDays(length)} noch braucht. Bitte beantworte erst eine Frage mit \`/quiz\` und ändere es dann.`,
  range: (from, to) => (from === to ? `am ${from}` : `vom ${from} bis ${to}`),
  paused: {
    saved: (range, length) => `**Gespeichert:** deine Serie pausiert ${range} (${days(length)}).`,
    beginsToday: 'Die Pause beginnt heute.',
    keeps: (length) => `Die Pause beginnt heute und hält deine Serie bei ${ofDays(length)}.`,
    untilThen: 'Bis dahin zählt jeder Tag wie sonst.',
    untilThenAt: (length) => `Bis dahin zählt jeder Tag wie sonst: deine Serie steht bei ${ofDays(length)}.`,
    means:
      'Pausentage brauchen keine Antwort und kosten keinen Schutztag; antwortest du doch, zählt es trotzdem. `/einstellungen pausenende` beendet die Pause vorzeitig.',
    ended: (range) =>
      `**Gespeichert:** deine Pause ${range} endet jetzt; heute zählt wieder, also beantworte eine Frage mit \`/quiz\`. Pausentage vor heute bleiben welche.`,
    calledOff: (range) => `**Gespeichert:** die Pause ${range} ist abgesagt.`,
    none: 'Keine Pause läuft oder kommt: es wurde nichts geändert. `/einstellungen pause` setzt eine.',
    badDate: (typed) =>
      `„${typed}“ ist kein Datum: bitte wähle eines aus der Liste oder schreib es als 2026-12-24.`,
    tooLong: (most) =>
      `Eine Pause dauert höchstens ${days(most)}, Pausen direkt davor und danach mitgezählt: bitte wähle weniger Tage.`,
    inThePast: (earliest) =>
      `Eine Pause setzt man im Voraus: bitte wähle den ${earliest} oder einen späteren Tag.`,
    tooFar: 'Eine Pause beginnt innerhalb eines Jahres: bitte wähle einen früheren Tag.',
    overlaps: (range) =>
      `Du hast schon eine Pause ${range}: bitte wähle Tage außerhalb, oder beende sie zuerst mit \`/einstellungen pausenende\`.`,
  },
};
