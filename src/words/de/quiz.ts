// Fragen und Antworten: die Befehle, die Rückmeldung, Runden, der Verlauf.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural, percent } = forms;

export const quiz: Words['quiz'] = {
  command: {
    quiz: { name: 'quiz', description: 'Stellt eine Szenariofrage: für alle hier oder nur für dich' },
    topic: { name: 'thema', description: 'Ein Gebiet, ein Modul, eine Lektion oder ein Begriff' },
    count: {
      name: 'anzahl',
      description: 'Wie viele Fragen (sonst 1; mehrere gehen in einem Thread weiter)',
    },
    openFor: {
      name: 'offen',
      description: 'Wie lange jede Frage offen bleibt: 30m, 2h, 3d (sonst 30 Minuten)',
    },
    pace: { name: 'tempo', description: 'Wie schnell eine Runde weitergeht (sonst zügig)' },
    private: { name: 'privat', description: 'Nur du siehst die Fragen: üben in deinem eigenen Tempo' },
    until: { name: 'bis', description: 'An diesem Tag oder davor geschlossen, etwa 26.11.2026' },
    history: {
      name: 'verlauf',
      description: 'Geschlossene Fragen dieses Kanals mit Lösung, Begründung und Antworten',
    },
  },
  paces: {
    relaxed: 'gemütlich – 30 Minuten pro Frage',
    brisk: 'zügig – 3 Minuten pro Frage',
    fast: 'schnell – 90 Sekunden pro Frage',
  },
  counts: { 1: '1', 5: '5 – kurzes Quiz', 10: '10 – Lernrunde' },
  topic: (name, questions) => `${name} (${questions})`,
  badOpenFor: '**offen**: bitte gib eine Zeit von 1 Minute bis 7 Tagen an, etwa `30m`, `2h` oder `3d`.',
  unknownTopic: (typed, near) =>
    `Zu „${typed}“ habe ich in dieser Ausgabe der Prüfung keine Fragen. Am nächsten kommt: ${choice(near)}.`,
  noQuestions:
    'Für diese Ausgabe der Prüfung gibt es noch keine Frage: im Server wählt ein Admin mit `/einrichten server` eine andere, sonst du mit `/einstellungen prüfung`.',
  coolingDown: (when) =>
    `Eine Frage nach der anderen, damit alle mitlesen können. Die nächste: ${when}. Beantworte bis dahin die obige!`,
  ownFull: (limit) =>
    `Du hast ${limit} offene Fragen in diesem Kanal: Schließe eine davon, oder warte, bis eine endet.`,
  channelFull: (limit) =>
    `In diesem Kanal sind schon ${limit} Fragen offen: schließe eine oder warte, bis eine von selbst schließt.`,
  exhausted:
    'Alle Fragen dieser Auswahl wurden hier schon gestellt, darum kam die, die am längsten zurückliegt.',
  gone: 'Diese Frage gibt es nicht mehr: bitte beginne mit `/quiz` eine neue.',
  closedAlready: 'Diese Frage ist schon geschlossen: ihre Lösung erscheint in wenigen Sekunden.',
  menu: {
    explain: 'Diese Frage erklären',
    notOurs:
      'Diese Nachricht ist keine Frage von mir. Wähl eine Frage, die ich gestellt habe, oder meine Antwort an dich.',
  },
  stillOpen: 'Diese Frage ist noch offen: Lösung und Begründung kommen, wenn sie schließt.',
  thread: {
    exam: (size, date) => plural(size, { one: `Quiz ${date}: # Frage`, other: `Quiz ${date}: # Fragen` }),
    topic: (topic, date) => `${topic}, ${date}`,
  },

  verdict: {
    right: (mine) => `**Richtig!** Du hast ${mine} gewählt.`,
    wrong: (mine, key) => `**Nicht richtig**: du hast ${mine} gewählt, die Lösung ist ${key}.`,
    partly: (right, picks) =>
      plural(right, {
        one: `# deiner ${picks} Antworten war richtig; wie in der Prüfung braucht es alle.`,
        other: `# deiner ${picks} Antworten waren richtig; wie in der Prüfung braucht es alle.`,
      }),
    already: 'Das hast du schon beantwortet',
    firstCounts: (verdict) => `Deine erste Antwort zählt. ${verdict}`,
    key: (letters) =>
      plural(letters.length, {
        one: `**${list(letters)}** ist richtig.`,
        other: `**${list(letters)}** sind richtig.`,
      }),
  },
  yourChoice: 'deine Wahl',
  points: (points) => plural(points, { one: '**+#** Punkt', other: '**+#** Punkte' }),
  noPoints: 'Gewertet: diesmal keine Punkte.',
  practice: {
    private: 'Übung, keine Punkte: private Fragen werden nicht gewertet.',
    test: 'Übung, keine Punkte: eine Testfrage wird nicht gewertet.',
    late: 'Übung, keine Punkte: die Frage war schon geschlossen.',
    'answered-before':
      'Übung, keine Punkte: du hast zu dieser Frage in den letzten 90 Tagen eine gewertete Antwort.',
    'key-seen':
      'Übung, keine Punkte: du hast diese Frage in den letzten 7 Tagen geübt oder ihre Lösung gesehen.',
  },
  another: 'Noch so eine',
  next: 'Weiter',
  result: 'Ergebnis',
  documentation: (page) => `Lies: ${page}`,

  round: {
    finished: (right, size) => `Runde beendet: ${right} von ${size} richtig`,
    isPractice: 'Private Fragen sind Übung: sie zählen für deine Serie, nicht für die Rangliste.',
    again: '`/quiz privat:True` beginnt die nächste Runde, `/weiter` sagt, was sonst jetzt lohnt.',
    resumed: 'Weiter mit der Runde, die du nicht beendet hast.',
    end: 'Diese Runde beenden',
    which: (answered, size) =>
      `Du hast eine Runde nicht beendet: ${answered} von ${size} beantwortet. Welche soll es sein? Die neue beendet die andere, wo sie steht.`,
    goOn: 'Mit der alten weitermachen',
    instead: 'Die neue beginnen',
  },
  sure: {
    'waited-for': (members) =>
      plural(members, {
        one: '**# Person**, die die Frage davor beantwortet hat, hat diese noch nicht beantwortet.',
        other: '**# Leute**, die die Frage davor beantwortet haben, haben diese noch nicht beantwortet.',
      }),
    answered: (members) =>
      plural(members, {
        one: '**# Person** hat in der letzten Minute geantwortet; vielleicht kommen noch andere.',
        other: '**# Leute** haben in der letzten Minute geantwortet; vielleicht kommen noch andere.',
      }),
    close: 'Trotzdem schließen',
    end: 'Runde trotzdem beenden',
    done: {
      question: 'Die Frage ist geschlossen: ihre Lösung erscheint in wenigen Sekunden.',
      round: 'Die Runde endet hier: ihr Ergebnis erscheint in wenigen Sekunden.',
    },
  },
  closedReply: (right, answers) => `Geschlossen: **${right} von ${answers}** richtig.`,
  outcome: {
    'all-asked': 'Die Runde ist zu Ende',
    ended: 'Die Runde wurde beendet',
    silence: 'Die Runde endet hier: zwei Fragen nacheinander hat niemand beantwortet',
    stuck: 'Die Runde endet hier: ihre nächste Frage lässt sich nicht zeigen',
    'shut-out': 'Die Runde endet hier: ihre nächste Frage darf ich dort nicht stellen, wo sie gespielt wurde',
    delayed: 'Die Runde endet hier: Discord hat ihre nächste Frage nicht rechtzeitig angenommen',
    nobody: 'Niemand hat rechtzeitig geantwortet.',
    winner: (names, right, size) =>
      plural(names.length, {
        one: `🏆 ${list(names)} gewinnt mit **${right} von ${size}** richtig.`,
        other: `🏆 ${list(names)} gewinnen mit **${right} von ${size}** richtig.`,
      }),
    row: (right, size, points) => `${right} von ${size} richtig · ${points}`,
    points: (points) => plural(points, { one: '# Punkt', other: '# Punkte' }),
    more: (members) => plural(members, { one: '# weitere Person', other: '# weitere' }),
    question: (position) => `Frage ${position}`,
    hardest: (question, right, answers) =>
      `Am schwersten: ${question}, ${right} von ${answers} richtig (${percent(right / answers)})`,
    fastest: (name, seconds, position) =>
      plural(seconds, {
        one: `Schnellste richtige Antwort: ${name}, # Sekunde (Frage ${position})`,
        other: `Schnellste richtige Antwort: ${name}, # Sekunden (Frage ${position})`,
      }),
    again: 'Noch eine Runde',
    mistakes: 'Meine Fehler',
  },
  mistakes: {
    title: (count) =>
      plural(count, {
        one: 'Du hast # Frage falsch beantwortet',
        other: 'Du hast # Fragen falsch beantwortet',
      }),
    none: 'Du hast in dieser Runde nichts falsch beantwortet.',
    tookNoPart: 'Du hast in dieser Runde keine Frage beantwortet.',
    choose: 'Lies die Begründung noch einmal',
  },
  closedHere: {
    none: 'In diesem Kanal wurde noch keine Frage geschlossen: beginne eine mit `/quiz`, danach findest du sie hier.',
    title: 'Geschlossene Fragen in diesem Kanal',
    hint: 'Wähle eine, um ihre Lösung, die Begründung und alle Antworten zu sehen.',
    choose: 'Wähle eine Frage',
    until: (date) => `bis ${date}`,
    noneSuch:
      'Keine geschlossene Frage passt zu dieser Auswahl: lass `thema` oder `bis` weg, um mehr zu sehen.',
    unknownDay: (typed) =>
      `Den Tag „${typed}“ kenne ich nicht: schreib ihn wie 26.11.2026 oder wähle aus der Liste von \`bis\`.`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: 'Neuer',
    older: 'Älter',
  },
};
