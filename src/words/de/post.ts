// Eine gestellte Frage: offen, geschlossen, aufgelöst.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, percent, plural } = forms;

export const post: Words['post'] = {
  select: { 1: 'Wähle EINE Antwort', 2: 'Wähle ZWEI Antworten', 3: 'Wähle DREI Antworten' },
  difficulty: { 1: 'leicht', 2: 'mittel', 3: 'schwer' },
  worth: (difficulty, points) => `${difficulty} (${plural(points, { one: '# Punkt', other: '# Punkte' })})`,
  domain: (id, name) => `Gebiet ${id}: ${name}`,
  source: {
    round: (position, size) => `Frage ${position} von ${size}`,
    privateRound: (position, size) => `Frage ${position} von ${size}, nur für dich`,
    private: 'Nur für dich',
    daily: 'Frage des Tages',
    dailyLate: 'Frage des Tages (verspätet)',
    test: 'Testfrage, keine Punkte',
  },
  closed: 'geschlossen',
  closes: (when) => `schließt ${when}`,
  answered: (count) =>
    count === 0
      ? 'noch niemand hat geantwortet'
      : plural(count, { one: '# hat geantwortet', other: '# haben geantwortet' }),
  closeNow: 'Jetzt schließen',
  endRound: 'Runde beenden',
  fewer: (count) =>
    plural(count, {
      one: 'Dazu gibt es nur # Frage.',
      other: 'Dazu gibt es nur # Fragen: sie kommen alle.',
    }),
  choose: { 1: 'Wähle EINE Antwort', 2: 'Wähle ZWEI Antworten', 3: 'Wähle DREI Antworten' },
  right: 'richtig',
  wrong: 'falsch',
  chosenBy: (count, all, share) => `${count} von ${all} (${percent(share)})`,
  remember: '**Merke:**',
  nobody: 'Diese Frage hat niemand beantwortet.',
  result: (right, all, share) =>
    plural(all, {
      one: `**${right} von #** Antwort war richtig (${percent(share)}).`,
      other: `**${right} von #** Antworten waren richtig (${percent(share)}).`,
    }),
  rightMembers: (names) => `Richtig: ${list(names)}`,
  more: (count) => plural(count, { one: '# weitere Person', other: '# weitere' }),
  reasoning: 'Begründung zu jeder Antwort',
  letters: (letters) => list(letters),
  thread: {
    daily: (date) => `Frage des Tages ${date}`,
    question: 'Frage',
  },
};
