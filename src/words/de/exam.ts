// Probeprüfungen: der Anfang, die Bildschirme, das Ende.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const questions = (count: number) => plural(count, { one: '# Frage', other: '# Fragen' });
const minutes = (count: number) => plural(count, { one: '# Minute', other: '# Minuten' });

export const exam: Words['exam'] = {
  command: {
    exam: { name: 'probe', description: 'Probeprüfungen: nur für dich, mit der Uhr der echten' },
    start: { name: 'start', description: 'Eine Probeprüfung beginnen' },
    continue: {
      name: 'weiter',
      description: 'Mit der laufenden Prüfung in einer neuen Nachricht weitermachen',
    },
    history: { name: 'verlauf', description: 'Alle deine Probeprüfungen, und wohin es geht' },
    result: { name: 'ergebnis', description: 'Sag, wie die echte Prüfung ausging: nur du siehst es' },
    size: { name: 'umfang', description: 'Wie lang (sonst die ganze Prüfung)' },
    domain: { name: 'bereich', description: 'Nur ein Bereich der Prüfung' },
    extraTime: { name: 'mehr-zeit', description: '30 Minuten mehr, wie für Nicht-Muttersprachler' },
    edition: { name: 'ausgabe', description: 'Eine andere Prüfung oder Ausgabe als deine hier' },
    passed: { name: 'bestanden', description: 'Ob du bestanden hast' },
    score: { name: 'punkte', description: 'Die skalierte Punktzahl deines Berichts, 100 bis 1.000' },
    date: { name: 'tag', description: 'Der Tag der Prüfung, etwa 2026-12-05 (sonst heute)' },
  },
  sizes: { full: 'Ganze Prüfung', half: 'Halbe Prüfung', domain: 'Ein Bereich' },
  title: (size, code) => `${size}, ${code}`,
  titleOf: (size, code, domain) => `${size}, ${code}: ${domain}`,
  intro: {
    what: (count, time) => `**${questions(count)} in ${minutes(time)}.** Mit *Beginnen* läuft die Uhr.`,
    extra: (time) => `Davon sind ${minutes(time)} zusätzliche Zeit.`,
    unscored: (count) =>
      plural(count, {
        one: '# Frage wird nicht gewertet, wie in der echten Prüfung; niemand kann sagen, welche.',
        other: '# Fragen werden nicht gewertet, wie in der echten Prüfung; niemand kann sagen, welche.',
      }),
    rules:
      'Vor dem Ende gibt es keine Rückmeldung. Antworten lassen sich ändern, Fragen markieren und aufschieben; was am Ende offen ist, ist falsch.',
    goesOn: 'Du kannst Discord schließen: die Uhr läuft weiter, und `/probe weiter` bringt dich zurück.',
    practice: 'Nichts davon zählt für die Rangliste.',
    begin: 'Beginnen',
  },
  position: (position, size) => `Frage ${position} von ${size}`,
  flagged: 'markiert',
  ends: (when) => `endet ${when}`,
  away: (time) => `um ${minutes(time)} verschoben, weil der Bot weg war`,
  yourAnswer: (letters) => `deine Antwort: **${list(letters)}**`,
  unanswered: 'noch nicht beantwortet',
  previous: 'Zurück',
  next: 'Weiter',
  flag: 'Markieren',
  unflag: 'Markierung weg',
  overview: 'Übersicht',
  grid: {
    title: (answered, size) => `${answered} von ${size} beantwortet`,
    counts: (open, flagged) => `${number(open)} offen, ${number(flagged)} markiert`,
    legend: '`■` beantwortet, `□` offen, `*` markiert',
    jump: 'Zu einer Frage gehen',
    state: { answered: 'beantwortet', open: 'offen' },
    filters: { all: 'Alle', open: 'Nur offene', flagged: 'Nur markierte' },
    none: { all: 'Es gibt keine Fragen.', open: 'Keine ist offen.', flagged: 'Keine ist markiert.' },
    back: (position) => `Zurück zu Frage ${position}`,
    submit: 'Abgeben',
  },
  confirm: {
    title: 'Die Prüfung abgeben?',
    open: (count) =>
      count === 0
        ? 'Alle Fragen sind beantwortet.'
        : plural(count, {
            one: '**# Frage ist offen** und wäre falsch.',
            other: '**# Fragen sind offen** und wären falsch.',
          }),
    final: 'Danach lässt sich nichts mehr ändern.',
    yes: 'Jetzt abgeben',
    no: 'Zurück zu den Fragen',
  },
  running: {
    title: 'Du hast eine laufende Prüfung',
    what: (title, answered, size) => `**${title}**: ${answered} von ${size} beantwortet.`,
    how: 'Mach damit weiter, oder gib sie ab; dann kann eine andere beginnen.',
    go: 'Weiter',
  },
  nextStep: (open) => ({
    what: 'Mach mit deiner Probeprüfung weiter',
    why:
      open === 0
        ? 'Ihre Uhr läuft, und alle Fragen sind beantwortet: gib sie ab.'
        : plural(open, {
            one: 'Ihre Uhr läuft, und # Frage ist offen.',
            other: 'Ihre Uhr läuft, und # Fragen sind offen.',
          }),
    button: 'Weiter',
  }),
  none: 'Bei dir läuft keine Prüfung: `/probe start` beginnt eine, `/probe verlauf` zeigt die früheren.',
  gone: 'Diese Prüfung ist vorbei, oder sie war nicht deine: `/probe verlauf` zeigt deine.',
  noQuestions: 'Dazu gibt es keine Fragen: wähle Prüfung, Ausgabe und Bereich aus den Listen.',
  result: {
    right: (right, size) => `${right} von ${size} richtig (${percent(size === 0 ? 0 : right / size)})`,
    timeUp: 'Die Zeit war um: sie wurde so abgegeben, wie sie stand.',
    submitted: (when) => `Abgegeben ${when}.`,
    open: (count) => plural(count, { one: '# Frage blieb offen.', other: '# Fragen blieben offen.' }),
    score: ({ score, low, high }, pass) =>
      `**Geschätzte Punktzahl ${number(score)}** (${number(low)}–${number(high)}); ab ${number(pass)} ist bestanden.`,
    verdict: {
      above: 'Der ganze Bereich liegt über der Grenze, so schwer wie diese Fragen sind.',
      around: 'Die Grenze liegt im Bereich: an einem Tag wie diesem könnte es so oder so ausgehen.',
      below: 'Der ganze Bereich liegt unter der Grenze.',
    },
    basis: (scored) =>
      `Nach ${questions(scored)}, die gewertet werden. Wie der Anbieter skaliert, ist nicht veröffentlicht: das ist eine Schätzung.`,
    domain: (name, right, items) => `**${name}**: ${right} von ${items}`,
    meets: 'genügt',
    needsWork: 'braucht Übung',
    domains: 'Nach Bereichen',
    time: (median) => `Zeit pro Frage: ${median} für die in der Mitte.`,
    slowest: (positions) => `Am längsten: ${list(positions)}.`,
    slow: (position, time) => `Frage ${position} (${time})`,
    missed: (count) => `Falsch (${count})`,
    flagged: (count) => `Markiert (${count})`,
    everything: 'Alle Fragen',
    toReview: 'Falsche wiederholen',
    share: 'Zusammenfassung teilen',
    back: 'Zurück zum Ergebnis',
  },
  review: {
    title: { missed: 'Falsch', flagged: 'Markiert', all: 'Alle Fragen' },
    place: (index, count) => `${index} von ${count}`,
    right: 'richtig',
    wrong: 'falsch',
    open: 'offen geblieben',
  },
  added: (count) =>
    count === 0
      ? 'Sie sind alle schon in deiner Wiederholung.'
      : plural(count, {
          one: '# Frage kam in deine Wiederholung.',
          other: '# Fragen kamen in deine Wiederholung.',
        }),
  sharing: {
    ask: 'Was dürfen alle hier sehen?',
    score: 'Richtige und Punktzahl',
    domains: 'Dazu die Bereiche',
  },
  shared: (name, title) => `${name} hat eine Probeprüfung beendet: ${title}`,
  history: {
    title: 'Deine Probeprüfungen',
    empty: 'Du hast noch keine Probeprüfung gemacht: `/probe start` beginnt eine.',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${right} von ${size} (${percent(size === 0 ? 0 : right / size)})`,
    score: (score) => `etwa ${number(score)}`,
    trend: (change, since) =>
      change > 0
        ? `Über deine letzten ${since} ganzen oder halben Prüfungen stieg die Schätzung um ${number(change)}.`
        : change < 0
          ? `Über deine letzten ${since} ganzen oder halben Prüfungen sank die Schätzung um ${number(-change)}.`
          : `Über deine letzten ${since} ganzen oder halben Prüfungen blieb die Schätzung gleich.`,
    open: 'Eine noch einmal ansehen',
    real: (when, code, passed) => `${when} · die echte ${code}: ${passed}`,
    passed: (score) => (score === null ? '**bestanden**' : `**bestanden** mit ${number(score)}`),
    failed: (score) => (score === null ? 'nicht bestanden' : `nicht bestanden, ${number(score)}`),
  },
  told: {
    passed: (code) => `Glückwunsch! ${code} bestanden: das ist notiert, und nur du siehst es.`,
    failed: (code) =>
      `Notiert, und nur du siehst es. Bevor du ${code} noch einmal versuchst, zeigt \`/probe start\`, wo du stehst.`,
    why: 'Es hilft auch zu prüfen, wie gut die Schätzungen sind; `/datenschutz löschen` entfernt es.',
    badDate: '**tag**: schreib ihn wie `2026-12-05`, nicht später als heute.',
    badScore: (least, most) => `**punkte**: sie liegen zwischen ${number(least)} und ${number(most)}.`,
    contradiction: (pass) =>
      `**punkte** und **bestanden** passen nicht zusammen: ab ${number(pass)} ist bestanden.`,
  },
};
