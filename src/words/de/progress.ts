// Was jemand kann und was es in der Prüfung wert ist: der Bildschirm, warum er das sagt, und Verdacht gegen Fragen.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural, date } = forms;
const answers = (count: number) => plural(count, { one: '# Antwort', other: '# Antworten' });
const points = (count: number) => plural(count, { one: '# Punkt', other: '# Punkte' });

export const progress: Words['progress'] = {
  command: {
    progress: {
      name: 'stand',
      description: 'Wie weit du bist: Punkte, Chance, Bereiche, was am meisten hilft',
    },
    member: { name: 'mitglied', description: 'Wessen Stand du sehen willst (sonst deinen)' },
  },
  memberIsBot: '**mitglied**: Bots schreiben keine Prüfung: wähl einen Menschen.',
  memberNotHere:
    '**mitglied**: Andere lassen sich in einem Server ansehen, der mich hat, und nur seine Mitglieder: wähl dort jemanden.',
  notVisible: 'Dieses Mitglied behält seinen Stand für sich: `/stand` allein zeigt dir deinen eigenen.',
  noExam:
    'Zu dieser Prüfung gibt es noch keine Fragen: im Server wählt ein Admin mit `/einrichten server` eine andere, sonst du mit `/einstellungen prüfung`.',
  basis: (answers) => plural(answers, { one: 'aus # Antwort', other: 'aus # Antworten' }),
  title: (code) => `Dein Stand: ${code}`,
  titleOf: (name, code) => `Stand von ${name}: ${code}`,
  nothing: {
    own: 'Noch ist nichts bekannt: Es beginnt mit deiner ersten Antwort. `/diagnose` findet mit 30 Fragen am meisten heraus.',
    other: 'Von diesem Mitglied ist noch nichts bekannt.',
  },
  score: ({ median, low, high }, pass) =>
    `**Geschätzte Punkte: ${number(median)}** (${number(low)}–${number(high)}); ab ${number(pass)} ist bestanden.`,
  chance: (share, words) => `**Chance zu bestehen, wenn heute Prüfung wäre: ${percent(share)}**: ${words}.`,
  chanceWords: {
    'very-likely': 'sehr wahrscheinlich',
    likely: 'wahrscheinlich',
    even: 'es kann so oder so ausgehen',
    unlikely: 'eher noch nicht',
    'very-unlikely': 'noch nicht',
  },
  ceiling: (oneIn) =>
    `Selbst wer dein Können genau wüsste, läge beim Ausgang in etwa einem von ${number(oneIn)} Fällen falsch. Gemessen wird daran, wie schwer diese Fragen sind; versprochen ist nichts.`,
  missing: (count) =>
    `**Für eine Chance zu bestehen reichen die Antworten noch nicht:** Es ${plural(count, { one: 'fehlt noch #, die zählt.', other: 'fehlen noch #, die zählen.' })} \`/diagnose\` bringt 30 auf einmal.`,
  domains: 'Zu erwarten richtig, nach Bereich',
  domain: (name, { median, low, high }, count) =>
    `**${name}**: ${percent(median)} (${percent(low)}–${percent(high)}), aus ${answers(count)}`,
  domainMissing: (name, count) =>
    `**${name}**: noch zu wenige Antworten, ${plural(count, { one: '# fehlt', other: '# fehlen' })}`,
  tasks: (covered, all) => `**Abgedeckte Aufgabenfelder:** ${covered} von ${all}`,
  tasksOpen: (names, more) =>
    more === 0
      ? `Noch offen: ${list(names)}.`
      : `Noch offen: ${names.join('; ')}; und ${plural(more, { one: 'noch #', other: 'noch #' })}.`,
  trend: (steps) => `**Woche für Woche:** ${steps.join(' → ')}`,
  raise: 'Was am meisten bringen würde',
  raiseLine: (title, by) => `${title}: etwa ${points(by)}`,
  record: (count, inside, brier) =>
    inside === null
      ? `Von bisher ${number(count)} echten Ergebnissen: Brier-Wert ${number(brier)} (0 ist perfekt, 0,25 eine Münze).`
      : `Von bisher ${number(count)} echten Ergebnissen: ${percent(inside)} der Punktzahlen lagen in der genannten Spanne; Brier-Wert ${number(brier)} (0 ist perfekt, 0,25 eine Münze).`,
  quizOf: (title) => `Quiz: ${title}`,
  withQuiz: (line, topic) => `${line}: \`/quiz thema:${topic} privat:True\``,
  why: {
    ask: 'Warum? Wähl eine Zahl',
    title: (what) => `Warum: ${what}`,
    topics: {
      score: 'Die geschätzten Punkte',
      chance: 'Die Chance zu bestehen',
      tasks: 'Die Aufgabenfelder',
      trend: 'Die Wochen',
      raise: 'Was am meisten bringen würde',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) =>
      `Es beruht auf **${answers(counted)}**, ${counted === 1 ? 'die zählt' : 'die zählen'}, von ${number(given)} der letzten 400 Tage.`,
    worth: (sum, oldest) =>
      `Zusammen wiegen sie so viel wie ${number(sum)} frische; die älteste ist vom ${date(oldest)}.`,
    weights:
      'Gewichte: Eine erste Begegnung zählt ganz, eine Wiederholung nach mehr als 21 Tagen halb, eine frühere gar nicht; in 30 Tagen verliert eine Antwort die Hälfte ihres Gewichts. Was binnen einer Woche nach dem Blick auf die Lösung kam, zählt nicht.',
    difficulty: (learned, all) =>
      `Wie schwer eine Frage ist, sagen die ersten Antworten aller: Von ${number(all)} Fragen haben ${number(learned)} schon welche; die übrigen gelten als so schwer, wie ihre Stufe sagt.`,
    prior:
      'Vor der ersten Antwort giltst du als jemand wie die meisten; Antworten ziehen die Schätzung davon weg.',
    sittings:
      'Zweitausend mögliche Mitglieder, die wie du geantwortet hätten, schreiben die Prüfung je einmal: Das mittlere gibt die Punkte, neun von zehn liegen in der Spanne.',
    scale: (mark, doubt) =>
      `Wie der Anbieter aus richtigen Antworten Punkte macht, ist nicht veröffentlicht. Angenommen ist eine Gerade vom Raten bis zur Bestehensgrenze bei ${percent(mark)} richtig, auf ${percent(doubt)} genau, und weiter bis alles richtig.`,
    ofDomain: (offset) =>
      offset >= 0
        ? 'Hier bist du besser als in der Prüfung im Ganzen, so weit die Antworten das sagen.'
        : 'Hier bist du schwächer als in der Prüfung im Ganzen, so weit die Antworten das sagen.',
    newest: 'Die neuesten, die zählen:',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? 'richtig' : 'falsch'} · Gewicht ${percent(weight)}`,
    none: 'Noch zählt keine Antwort.',
    tasks:
      'Ein Aufgabenfeld ist abgedeckt, sobald du drei seiner Fragen beantwortet hast, oder alle, wo es weniger sind; ob richtig oder falsch.',
    task: (name, answered, all) => `${name}: ${answered} von ${all}`,
    trend:
      'Jede Woche zeigt ihre letzte Schätzung. Wo du nicht nachgesehen hast, ist es das, was deine Antworten bis dahin sagen, nach dem, was heute von den Fragen bekannt ist.',
    raise:
      'Für jede Lektion: um wie viel die mittlere Punktzahl stiege, wenn du in ihr so gut würdest wie in deinem besten Bereich. Eine Lektion zählt so viel wie ihre Fragen in ihrem Bereich.',
  },
};
