// Die Diagnose: dreißig Fragen, die herausfinden, wo jemand steht.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, plural } = forms;
const questions = (count: number) => plural(count, { one: '# Frage', other: '# Fragen' });

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: { name: 'diagnose', description: 'Finde heraus, wo du stehst: 30 Fragen, nur für dich' },
  },
  title: (code) => `Wo stehst du? ${code}`,
  intro: {
    what: (count, minutes) =>
      `**${questions(count)}, etwa ${number(minutes)} Minuten.** Jede nächste richtet sich nach deinen Antworten bis dahin.`,
    how: 'Eine Antwort gilt sofort, und gesagt wird dazu nichts bis zum Ende; dann kommen dein Stand nach Bereichen und drei Lektionen, die am meisten helfen.',
    goesOn: 'Hör auf, wann du willst: `/diagnose` macht da weiter, wo du warst.',
    practice: 'Nichts davon wird gewertet, und nur du siehst es.',
    begin: 'Los',
  },
  position: (position, size) => `Frage ${position} von ${size}`,
  resumed: 'Du hattest schon angefangen: Hier warst du stehen geblieben.',
  old: 'Diese Nachricht ist alt und antwortet vielleicht bald nicht mehr: `/diagnose` macht in einer neuen weiter.',
  done: (count) =>
    `Das war die letzte von ${plural(count, { one: '# Frage', other: '# Fragen' })}. Hier stehst du:`,
  plan: '`/plan` macht daraus Wochen bis zu deiner Prüfung.',
  gone: 'Diese Diagnose ist vorbei oder war nicht deine: `/diagnose` beginnt eine.',
  noQuestions:
    'Zu dieser Prüfung gibt es noch keine Fragen: im Server wählt ein Admin mit `/einrichten server` eine andere, sonst du mit `/einstellungen prüfung`.',
};
