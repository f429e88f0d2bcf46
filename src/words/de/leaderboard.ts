// Die Rangliste: ihr Befehl, Titel und Zeilen, der eigene Platz.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: 'rangliste', description: 'Wer in diesem Server führt und wo du stehst' },
    domain: { name: 'gebiet', description: 'Ein Gebiet der Prüfung (sonst alle)' },
    window: { name: 'zeitraum', description: 'Seit wann (sonst diese Woche)' },
    metric: { name: 'mass', description: 'Was verglichen wird (sonst Punkte)' },
  },
  windowChoice: { today: 'heute', week: 'diese Woche', month: 'dieser Monat', all: 'insgesamt' },
  metricChoice: { points: 'Punkte', accuracy: 'Genauigkeit' },
  title: (metric) => `Rangliste: ${metric}`,
  metrics: { points: 'Punkte', accuracy: 'Genauigkeit' },
  windows: { today: 'Heute', week: 'Diese Woche', month: 'Dieser Monat', all: 'Insgesamt' },
  allDomains: 'alle Gebiete',
  everyDomain: 'Alle Gebiete',
  by: (metric) => `Verglichen: ${metric}`,
  pages: {
    places: (from, to) => `Plätze ${from}–${to}`,
    mine: 'Mein Platz',
  },
  unchecked:
    'Discord hat nicht rechtzeitig gesagt, wer noch in diesem Server ist: Wer hier steht, kann gegangen sein, und die Plätze stimmen dann nicht ganz.',
  resets: (when) => `beginnt neu ${when}`,
  anonymous: 'Anonym',
  you: '(du)',
  tied: 'gleichauf',
  right: (right, rated) => `${right} von ${rated} richtig`,
  points: (points) => plural(points, { one: '# Punkt', other: '# Punkte' }),
  empty: {
    points:
      'Hier hat noch niemand eine gewertete Antwort. Sei der oder die Erste: stell der Gruppe mit `/quiz` eine Frage.',
    accuracy: (needed) =>
      `Hier hat noch niemand ${needed} gewertete Antworten, und so viele braucht diese Rangliste. Stell der Gruppe mit \`/quiz\` eine Frage.`,
  },
  own: (name, place) => `${name}: ${place}`,
  ownName: 'Du',
  rank: (rank, worth) => `Platz **${rank}** mit ${worth}.`,
  aboutRank: (rank, worth) =>
    `etwa Platz **${rank}** mit ${worth}; manche weiter oben sind vielleicht gegangen.`,
  tooFew: (rated, needed) =>
    `${rated} der ${needed} gewerteten Antworten, die ein Platz braucht; \`/quiz\` bringt die nächste.`,
  nothingYet: 'noch keine gewertete Antwort in diesem Zeitraum; beantworte eine Frage von `/quiz`.',
  rules: {
    points:
      'Leicht 1, mittel 2, schwer 3 Punkte für eine richtige gewertete Antwort; bei Gleichstand zählt die Genauigkeit, dann weniger Antworten.',
    accuracy: (needed) =>
      `Anteil richtiger Antworten unter mindestens ${needed} gewerteten; bei Gleichstand zählen die Punkte.`,
  },
  privately: 'Das siehst nur du, weil du für andere nicht sichtbar bist (`/einstellungen sichtbarkeit`).',
  winners: {
    option: { name: 'sieger', description: 'Kanal, in dem die Besten jeder Woche genannt werden' },
    title: 'Die Besten der Woche',
    next: 'Die nächste Woche hat begonnen: alle fangen bei null an. `/rangliste` zeigt, wo du stehst.',
    on: (channel) => `Genannt in ${channel}, am ersten Morgen der nächsten.`,
    off: 'Wer am besten war, wird nicht gesagt.',
    choose: 'Kanal für die Besten der Woche',
    turnedOn: (channel) => `Die Besten jeder Woche werden in ${channel} genannt.`,
    turnedOff: 'Die Besten der Woche werden nicht genannt.',
    lacks: (channel, names) =>
      `In ${channel} kann ich die Besten nicht nennen: mir fehlt dort ${list(names)}.`,
    wrongChannel: (channel) =>
      `${channel} nimmt selbst keine Nachrichten an: bitte wähle für die Besten einen Text- oder Ankündigungskanal.`,
    setting: 'die Besten der Woche',
  },
  unknownDomain: (typed, names) =>
    `Die Prüfung dieses Servers hat kein Gebiet „${typed}“: bitte wähle ${choice(names)}.`,
};
