// Eine Frage melden: der Knopf, das Formular, der Dank.
import type { Words } from '../words.ts';

import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const report: Words['report'] = {
  button: 'Melden',
  title: (id) => `Frage ${id} melden`,
  what: 'Was stimmt nicht?',
  kinds: {
    'wrong-key': 'Die als richtig markierte Antwort ist falsch',
    outdated: 'Sie ist veraltet',
    unclear: 'Sie ist unklar, oder zwei Antworten passen',
    typo: 'Ein Tippfehler oder Darstellungsfehler',
    other: 'Etwas anderes',
  },
  how: 'Was sollte da stehen, und woher weißt du das?',
  howHint: 'Am meisten hilft ein Link zur Dokumentation.',
  chooseKind: '**Was stimmt nicht?**: bitte wähle eines.',
  blank: 'Bitte sag in ein paar Worten, was nicht stimmt: eine leere Meldung hilft niemandem.',
  reported:
    'Danke: Deine Meldung ist gespeichert, und wer sich um die Fragen kümmert, liest sie. Du erfährst, was daraus wird.',
  gone: 'Diese Frage ist nicht mehr im Bestand, darum gibt es nichts mehr zu melden.',
  tooMany: (limit) =>
    `Du hast heute ${number(limit)} Fragen gemeldet, mehr werden nicht gelesen: Mach bitte morgen weiter.`,
  queue: {
    command: { name: 'prüfliste', description: 'Gemeldete Fragen, für alle, die sich um sie kümmern' },
    title: 'Gemeldete Fragen',
    empty: 'Nichts wartet: Über jede gemeldete Frage ist entschieden.',
    mayNot:
      'Das ist für die, die sich um Fragen kümmern: um die Sammlungen dieses Servers mit **Server verwalten** oder der Rolle der Prüfenden, um die offiziellen, wer diesen Bot betreibt.',
    line: (id, exam, reports) =>
      `**${id}** · ${exam} · ${plural(reports, { one: '# Meldung', other: '# Meldungen' })}`,
    look: 'Eine ansehen',
    gone: 'Diese Meldung gibt es nicht mehr, oder sie ist nicht für dich.',
    ticket: (id, version) => `${id}, Fassung ${number(version)}`,
    state: {
      open: 'Offen',
      rejected: 'Abgelehnt',
      amended: 'Text verbessert',
      rekeyed: 'Lösung geändert',
      either: 'Zwei waren richtig',
      retired: 'Zurückgezogen',
    },
    reports: 'Was gemeldet wurde',
    noReports: 'Keine Meldung ist mehr da.',
    answers: (answers) => plural(answers, { one: '# Antwort', other: '# Antworten' }),
    picked: (share) => percent(share),
    reject: 'Ablehnen',
    fixText: 'Text verbessern',
    changeKey: 'Lösung ändern',
    twoRight: 'Zwei sind richtig',
    retire: 'Zurückziehen',
    undo: 'Rückgängig',
    back: 'Zurück zur Liste',
    chooseKey: 'Welche sind richtig?',
    chooseSecond: 'Welche andere ist auch richtig?',
    rejectTitle: 'Meldungen ablehnen',
    rejectReason: 'Warum es so stimmt, mit einem Link',
    textTitle: 'Text verbessern',
    stem: 'Situation und Frage',
    options: 'Antworten, eine je Zeile, in ihrer Folge',
    dryTitle: 'Was geschähe',
    dry: (answers, members) =>
      `${plural(answers, { one: '# Antwort wird richtig', other: '# Antworten werden richtig' })}, von ${plural(members, { one: '# Mitglied', other: '# Mitgliedern' })}.`,
    places: (places, boards) =>
      `${plural(places, { one: '# Platz ändert', other: '# Plätze ändern' })} sich auf ${plural(boards, { one: '# Bestenliste', other: '# Bestenlisten' })}; keine Serie.`,
    keeps:
      'Wer nach der alten Lösung richtig lag, behält die Punkte. 24 Stunden lang lässt es sich rückgängig machen.',
    eitherRetires:
      'Die Frage wird nicht mehr gestellt, bis ihr Text verbessert ist: Mit zwei richtigen Antworten geht das nicht.',
    stale: 'Inzwischen hat jemand geantwortet: So wäre es jetzt.',
    doIt: 'Ausführen',
    noKey: 'Wähle eine andere Lösung als die jetzige: eine bis drei Antworten, und nicht alle.',
    done: {
      rejected: 'Abgelehnt. Wer es gemeldet hat, erfährt es.',
      amended: 'Verbessert: Sie wird ab jetzt in der neuen Form gestellt. Wer es gemeldet hat, erfährt es.',
      rekeyed:
        'Die Lösung ist geändert. Antworten werden neu bewertet, Bestenlisten folgen binnen einer Minute, und wer es gemeldet hat, erfährt es.',
      either:
        'Beide zählen. Antworten werden neu bewertet, Bestenlisten folgen binnen einer Minute, und wer es gemeldet hat, erfährt es.',
      retired: 'Sie wird nicht mehr gestellt; Antworten darauf bleiben. Wer es gemeldet hat, erfährt es.',
      open: 'Wieder offen.',
    },
    undone: 'Rückgängig: Antworten werden zurückgesetzt, und die Frage wird gestellt, wie sie war.',
    tooLate: 'Das lässt sich 24 Stunden lang rückgängig machen, und erst, wenn es fertig ist.',
    decidedBefore: 'Über diese Meldung hat inzwischen jemand anderes entschieden.',
    changedSince:
      'Die Frage wurde inzwischen geändert, darum geschah nichts. Sieh sie dir an, wie sie jetzt ist.',
    optionsMustStay: 'Zahl und Folge der Antworten müssen bleiben: Hier dürfen sich nur ihre Texte ändern.',
    notedKey: (letters) =>
      `-# Nachträglich berichtigt: **${letters}** ist richtig. Wer so gewählt hatte, hat die Punkte.`,
    again: 'Vielleicht hast du das schon gelesen:',
    told: {
      rejected: (id, reason) =>
        `Du hast Frage ${id} gemeldet. Sie wurde geprüft und bleibt, wie sie ist: ${reason}`,
      amended: (id) => `Du hast Frage ${id} gemeldet: Ihr Text wurde verbessert. Danke!`,
      rekeyed: (id) =>
        `Du hast Frage ${id} gemeldet, und du hattest recht: Ihre Lösung wurde geändert, und Antworten wurden neu bewertet. Danke!`,
      either: (id) =>
        `Du hast Frage ${id} gemeldet, und du hattest recht: Zwei Antworten passen, und beide zählen jetzt. Danke!`,
      retired: (id) => `Du hast Frage ${id} gemeldet: Sie wird nicht mehr gestellt. Danke!`,
      open: (id) => `Frage ${id}, die du gemeldet hast, wird noch einmal geprüft.`,
    },
  },
};
