// Une question publiée : ouverte, fermée, dévoilée.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, percent, plural } = forms;

export const post: Words['post'] = {
  select: { 1: 'UNE bonne réponse', 2: 'DEUX bonnes réponses', 3: 'TROIS bonnes réponses' },
  difficulty: { 1: 'facile', 2: 'moyen', 3: 'difficile' },
  worth: (difficulty, points) => `${difficulty} (${plural(points, { one: '# point', other: '# points' })})`,
  domain: (id, name) => `Domaine ${id} : ${name}`,
  source: {
    round: (position, size) => `Question ${position} sur ${size}`,
    privateRound: (position, size) => `Question ${position} sur ${size}, rien que pour toi`,
    private: 'Rien que pour toi',
    daily: 'Question du jour',
    dailyLate: 'Question du jour (publiée en retard)',
    test: 'Question test, sans points',
  },
  closed: 'fermée',
  closes: (when) => `ferme ${when}`,
  answered: (count) =>
    count === 0 ? 'pas encore de réponse' : plural(count, { one: '# réponse', other: '# réponses' }),
  closeNow: 'Fermer maintenant',
  endRound: 'Terminer la session',
  fewer: (count) =>
    plural(count, {
      one: 'Il n’y a que # question à ce sujet.',
      other: 'Il n’y a que # questions à ce sujet : elles viennent toutes.',
    }),
  choose: { 1: 'Choisis UNE option', 2: 'Choisis DEUX options', 3: 'Choisis TROIS options' },
  right: 'juste',
  wrong: 'fausse',
  chosenBy: (count, all, share) => `${count} sur ${all} (${percent(share)})`,
  remember: '**À retenir :**',
  nobody: 'Personne n’a répondu à celle-ci.',
  result: (right, all, share) =>
    plural(right, {
      one: `**# bonne réponse sur ${all}** (${percent(share)}).`,
      other: `**# bonnes réponses sur ${all}** (${percent(share)}).`,
    }),
  rightMembers: (names) => `Bonne réponse : ${list(names)}`,
  more: (count) => plural(count, { one: '# autre', other: '# autres' }),
  reasoning: 'Explications pour chaque option',
  letters: (letters) => list(letters),
  thread: {
    daily: (date) => `Question du jour, ${date}`,
    question: 'Question',
  },
};
