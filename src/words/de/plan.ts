// Lernpläne, der nächste Schritt und die wöchentliche Nachricht dazu.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, plural } = forms;
const weeks = (count: number) => plural(count, { one: '# Woche', other: '# Wochen' });
const days = (count: number) => plural(count, { one: '# Tag', other: '# Tage' });
const lessons = (count: number) => plural(count, { one: '# Lektion', other: '# Lektionen' });
const questions = (count: number) => plural(count, { one: '# Frage', other: '# Fragen' });
const reviews = (count: number) => plural(count, { one: '# Wiederholung', other: '# Wiederholungen' });
const minutes = (count: number) => plural(count, { one: '# Minute', other: '# Minuten' });
const hours = (count: number) => plural(count, { one: '# Stunde', other: '# Stunden' });

export const plan: Words['plan'] = {
  command: {
    plan: { name: 'plan', description: 'Dein Lernplan, Woche für Woche bis zum Tag der Prüfung' },
    examDate: { name: 'prüfungstag', description: 'Der Tag deiner Prüfung, etwa 2026-12-24' },
    hours: { name: 'stunden', description: 'Stunden in der Woche, die du hast (sonst so viele wie nötig)' },
    next: { name: 'weiter', description: 'Eine Sache, die jetzt dran ist, und warum' },
  },
  noPlan: (exam) =>
    `Für ${exam} gibt es noch keinen Lernplan: \`/weiter\` findet trotzdem, was du tun kannst.`,
  date: {
    unreadable: (typed, example) =>
      `**exam-date**: „${typed}“ kann ich nicht als Datum lesen: schreib es so: \`${example}\`.`,
    past: (typed) => `**exam-date**: „${typed}“ liegt nicht vor uns: wähle morgen oder später.`,
    tooFar: (typed) => `**exam-date**: „${typed}“ ist mehr als ein Jahr weg: wähle einen näheren Tag.`,
  },
  none: {
    title: (code) => `Dein Weg zu ${code}`,
    what: 'Ein Plan sagt, was in jeder Woche dran ist: Lektionen, Fragen, Wiederholungen, etwas zum Bauen, Probeprüfungen. Was du tust, hakt sich selbst ab, und versäumte Tage werden neu verteilt.',
    date: 'Wenn du den Tag deiner Prüfung kennst: `/plan prüfungstag:`. Sonst fang heute an:',
    line: (name, count, each) => `**${name}**: ${weeks(count)} mit etwa ${hours(each)}`,
  },
  over: {
    title: (code, when) => `Deine Prüfung ${code} war am ${when}`,
    today: (code) => `Heute ist deine Prüfung ${code}`,
    how: 'Erzähl mit `/probe ergebnis`, wie es lief: das siehst nur du. Liegt sie noch vor dir, verschieb sie mit `/plan prüfungstag:`.',
    luck: 'Du hast getan, was du konntest. Lies, wie der Tag abläuft, dann mach das hier zu und atme durch. Viel Glück!',
  },
  title: (code, when) => `Lernplan: ${code} am ${when}`,
  place: (week, all, left) => `Woche ${number(week)} von ${number(all)} · noch ${days(left)}`,
  hours: (each) => `etwa ${hours(each)} in der Woche`,
  successor: (old, until, code) =>
    `**Dieser Plan ist für ${code}:** der letzte Tag der ${old} ist der ${until}. Nichts von dem, was du getan hast, geht verloren.`,
  provisional: (code) =>
    `Was ${code} fragt, steht noch nicht endgültig fest: der Plan folgt, sobald es so ist.`,
  thisWeek: 'Diese Woche:',
  nextWeek: 'Nächste Woche:',
  week: (week) => `Woche ${number(week)}:`,
  span: (from, to) => `${from} – ${to}`,
  done: 'erledigt',
  moreLessons: (count) => `□ und noch ${lessons(count)}`,
  questions: (done, all) => `Fragen: ${number(done)} von ${number(all)}`,
  reviews: (done, all) => `Wiederholungen: ${number(done)} von ${number(all)}`,
  task: (title) => `Zum Bauen: ${title}`,
  mocks: {
    full: 'Probeprüfung: ganz',
    half: 'Probeprüfung: halb',
    domain: 'Probeprüfung: schwächstes Gebiet',
  },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: 'etwas zum Bauen',
  leftOut: (tasks, mocks) =>
    `Weggelassen, damit deine Stunden reichen: ${list([
      ...(tasks > 0 ? [plural(tasks, { one: '# Aufgabe zum Bauen', other: '# Aufgaben zum Bauen' })] : []),
      ...(mocks > 0 ? [plural(mocks, { one: '# Probeprüfung', other: '# Probeprüfungen' })] : []),
    ])}.`,
  isOver: (needed, each) =>
    `⚠️ Das dauert etwa ${hours(needed)}, mehr als ${hours(each)}: mit mehr Stunden oder einem späteren Tag passt es (\`/plan\`).`,
  buttons: {
    next: 'Was jetzt?',
    all: 'Alle Wochen',
    task: 'Zum Bauen',
    day: 'Der Tag der Prüfung',
    ics: 'Kalenderdatei',
    booked: 'Ich habe gebucht',
    back: 'Zurück zum Plan',
    earlier: 'Früher',
    later: 'Später',
  },
  remind: {
    start: 'Wöchentlich erinnern',
    stop: 'Nicht mehr erinnern',
    refused:
      '⚠️ Die wöchentliche Nachricht kam nicht an: Discord lässt mich dir nicht schreiben. Erlaub mir Direktnachrichten und drück dann *Wöchentlich erinnern*.',
    none: 'Vor deiner Prüfung beginnt keine Woche mehr: da gibt es nichts zu erinnern.',
  },
  handsOn: {
    place: (time, about) => `${minutes(time)} · Lektionen ${list(about)}`,
    steps: 'Schritte',
    cleanUp: 'Aufräumen:',
    cost: 'Kosten:',
    done: 'Erledigt',
    notDone: 'Doch nicht erledigt',
  },
  day: {
    title: 'Der Tag der Prüfung',
    choose: 'Worüber du lesen willst',
    nothing: 'Über den Tag dieser Prüfung ist nichts geschrieben.',
  },
  calendar: {
    name: (code) => `Lernplan für ${code}`,
    how: 'Dein Plan als Kalenderdatei. Liest du sie später wieder ein, ändern sich die Wochen, und keine steht doppelt da.',
    week: (week, code) => `Woche ${number(week)} für ${code}`,
    exam: (code) => `Prüfung: ${code}`,
    examHow: 'Viel Glück! /plan sagt, wie der Tag abläuft.',
  },
  next: {
    nothing: 'Hier gibt es nichts zu tun: keine Prüfung ist geladen.',
    takes: (time) => `etwa ${minutes(time)}`,
    other: 'Etwas anderes',
    lessonQuestions: '5 Fragen dazu',
    makePlan: (code) => ({
      what: 'Mach einen Plan',
      why: `Damit jede Woche sagt, was für ${code} dran ist, und nichts für den letzten Abend bleibt.`,
      button: 'Plan machen',
    }),
    examOver: (code) => ({
      what: 'Erzähl, wie deine Prüfung lief',
      why: `Der Tag, den du für ${code} geplant hast, liegt hinter dir. Oder verschieb ihn, oder fang einen neuen Plan an.`,
      button: 'Zum Plan',
    }),
    examDay: (code, left) => ({
      what: 'Lies, wie der Tag der Prüfung abläuft',
      why:
        left <= 0
          ? `Heute ist deine Prüfung ${code}.`
          : plural(left, {
              one: `Morgen ist deine Prüfung ${code}.`,
              other: `In # Tagen ist deine Prüfung ${code}.`,
            }),
      button: 'Der Tag der Prüfung',
    }),
    book: (code, left) => ({
      what: `Buch deinen Platz für ${code}`,
      why: `Bis zu deinem Tag sind es ${days(left)}, und gute Zeiten sind zuerst weg. Buch beim Anbieter und sag es dann hier.`,
      button: 'Ich habe gebucht',
    }),
    lesson: (title, isAhead) => ({
      what: `Lektion ${title}`,
      why: isAhead
        ? 'Mit dieser Woche bist du durch: diese kommt als Nächstes in deinem Plan.'
        : 'Sie ist die nächste in dieser Woche deines Plans.',
      button: 'Lesen',
    }),
    task: (title) => ({
      what: `Bauen: ${title}`,
      why: 'Was man selbst gebaut hat, bleibt. Es steht in dieser Woche deines Plans.',
      button: 'Die Schritte',
    }),
    mock: {
      full: () => ({
        what: 'Mach eine ganze Probeprüfung',
        why: 'Diese Woche steht eine in deinem Plan: mit der Uhr der echten zeigt sie, wo du stehst.',
        button: 'Die Prüfung ansehen',
      }),
      half: () => ({
        what: 'Mach eine halbe Probeprüfung',
        why: 'Diese Woche steht eine in deinem Plan: sie zeigt, was von den Lektionen geblieben ist.',
        button: 'Die Prüfung ansehen',
      }),
      domain: (domain) => ({
        what: `Mach eine Probeprüfung über ein Gebiet: ${domain}`,
        why: 'Diese Woche steht eine in deinem Plan, und dieses Gebiet ist dein schwächstes.',
        button: 'Die Prüfung ansehen',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `Beantworte ${questions(count)}: ${domain}`,
      why: isPlanned
        ? 'Diese Woche deines Plans hat noch Fragen, und dieses Gebiet ist dein schwächstes.'
        : 'Das lohnt sich immer, und dieses Gebiet braucht es am meisten.',
      button: plural(count, { one: 'Frag mich', other: 'Frag mich #' }),
    }),
  },
  digest: {
    title: (week, all) => `Woche ${number(week)} von ${number(all)} beginnt`,
    exam: (code, when) => `${code} am ${when}`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [plural(done.exams, { one: '# Probeprüfung', other: '# Probeprüfungen' })] : []),
      ];
      return parts.length === 0
        ? 'Die letzte Woche war ruhig: der Plan ist mitgegangen und geht von hier aus weiter.'
        : `Letzte Woche: ${list(parts)}. Gut gemacht!`;
    },
    now: 'Diese Woche:',
    how: 'Mit `/weiter`, hier oder im Server deiner Lerngruppe, bekommst du eins nach dem anderen.',
    result:
      'Wie lief es? `/probe ergebnis`, hier oder im Server deiner Lerngruppe, merkt es sich: nur du siehst es, und es hilft zu prüfen, wie gut die Schätzungen sind.',
    once: 'Das wirst du einmal gefragt: du musst nichts sagen.',
    off: 'Um diese Nachricht hast du gebeten; `/plan` schaltet sie ab.',
    answer: 'Jetzt eine beantworten',
  },
};
