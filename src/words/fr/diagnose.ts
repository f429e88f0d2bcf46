// Le diagnostic : trente questions qui situent ton niveau.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, plural } = forms;
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: { name: 'diagnostic', description: 'Savoir où tu en es : 30 questions, rien que pour toi' },
  },
  title: (code) => `Où en es-tu ? ${code}`,
  intro: {
    what: (count, minutes) =>
      `**${questions(count)}, environ ${number(minutes)} minutes.** Chacune est choisie selon tes réponses précédentes.`,
    how: 'Une réponse est définitive, et tu ne sauras rien avant la fin ; tu verras alors ton niveau par domaine et les trois leçons les plus utiles.',
    goesOn: 'Arrête quand tu veux : `/diagnostic` reprend où tu en étais.',
    practice: 'Rien n’est noté, et personne d’autre ne le voit.',
    begin: 'Commencer',
  },
  position: (position, size) => `Question ${position} sur ${size}`,
  resumed: 'Tu avais déjà commencé : on reprend où tu en étais.',
  old: 'Ce message est ancien et pourrait bientôt ne plus répondre : `/diagnostic` continue dans un nouveau.',
  done: (count) =>
    plural(count, {
      one: 'C’était la seule question. Voici où tu en es :',
      other: 'C’était la dernière des # questions. Voici où tu en es :',
    }),
  plan: '`/plan` en tire un plan, semaine par semaine, jusqu’à ton examen.',
  gone: 'Ce diagnostic est terminé, ou n’était pas le tien : `/diagnostic` en commence un.',
  noQuestions:
    'Cet examen n’a pas encore de questions : sur un serveur, un admin en choisit un autre avec `/configurer serveur` ; ailleurs, c’est toi avec `/paramètres examen`.',
};
