// Die Woche eines Servers: der Beitrag und sein Teil der Einrichtung.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: 'rückblick', description: 'Kanal, in dem die Woche der Gruppe zusammengefasst wird' },
    day: { name: 'rückblick-tag', description: 'An welchem Tag (sonst Montag)' },
    hour: { name: 'rückblick-stunde', description: 'Um wie viel Uhr, 0 bis 23 (sonst 9)' },
  },
  title: 'Eure Woche',
  until: (day) => `Die sieben Tage bis ${day}`,
  did: ({ answers, members, share }) =>
    `**${plural(answers, { one: '# Antwort', other: '# Antworten' })}** von ${plural(members, {
      one: '# Mitglied',
      other: '# Mitgliedern',
    })}, ${percent(share)} richtig.`,
  weakest: (title, right, answers) =>
    `Schwerste Lektion: **${title}** (${number(right)} von ${number(answers)} richtig)`,
  next: 'Die Lektionen dieser Woche:',
  ears: 'Zum Hören unterwegs',
  answer: 'Jetzt eine beantworten',
  on: (channel, day, clock) => `Kommt in ${channel}, ${day} um ${clock}, sofern jemand geantwortet hat.`,
  off: 'In keinem Kanal steht, was die Gruppe in einer Woche getan hat.',
  line: 'Rückblick auf die Woche',
  chooseDay: 'Wähle den Tag',
  chooseHour: 'Wähle die Stunde',
  choose: 'Kanal für den Rückblick auf die Woche',
  turnedOn: (channel, day, clock) =>
    `Die Woche der Gruppe wird in ${channel} zusammengefasst: ${day} um ${clock}, sofern jemand geantwortet hat.`,
  turnedOff: 'Die Woche wird nicht zusammengefasst.',
  noChannelYet: 'Wähle zuerst einen Kanal für den Rückblick auf die Woche: `/einrichten server rückblick:`.',
  lacks: (channel, names) =>
    `In ${channel} kann ich den Rückblick auf die Woche nicht schreiben: mir fehlt dort ${list(names)}.`,
  failed: (channel) =>
    `Der letzte Rückblick auf die Woche kam in ${channel} nicht an: wähle einen anderen Kanal, falls es ihn nicht mehr gibt.`,
  wrongChannel: (channel) =>
    `${channel} nimmt selbst keine Nachrichten an: bitte wähle für den Rückblick einen Text- oder Ankündigungskanal.`,
  failing: 'Der Rückblick auf die Woche kam nicht an',
  goesOn:
    'Ich versuche es einen Tag lang weiter, dann mit der nächsten Woche. `/einrichten server` zeigt, wie es steht.',
  once: 'Das erfährst du einmal, weil du ihn eingerichtet hast.',
  zoneFollows: 'Der Rückblick auf die Woche richtet sich nach der neuen Zeitzone.',
  setting: 'Rückblick auf die Woche',
  logged: (channel, day, clock) => `${channel}, ${day} ${clock}`,
};
