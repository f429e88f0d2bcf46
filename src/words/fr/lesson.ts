// Les leçons : la liste, les pages, ce qui suit la lecture.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const lesson: Words['lesson'] = {
  command: {
    lesson: {
      name: 'leçon',
      description: 'Lire le cours : modules, leçons, pièges, l’essentiel en cinq lignes',
    },
    which: {
      name: 'leçon',
      description: 'Une leçon par numéro, titre ou contenu ; toutes si c’est vide',
    },
  },
  title: 'Leçons',
  progress: (done, lessons) =>
    forms.plural(done, { one: `# terminée sur ${lessons}`, other: `# terminées sur ${lessons}` }),
  chooseModule: 'Choisis un module',
  chooseLesson: 'Choisis une leçon',
  goOn: (id, title) => `Continuer avec ${id} ${title}`,
  allModules: 'Toutes les leçons',
  page: (page, pages) => `page ${page} sur ${pages}`,
  isDone: 'terminée',
  headings: {
    'The problem': 'Le problème',
    'How it works': 'Comment ça marche',
    Figure: 'En un coup d’œil',
    'Which one when': 'Lequel, et quand',
    'Two traps': 'Deux pièges',
    'Worked scenario': 'Un cas résolu',
    'Check yourself': 'Teste-toi',
    'In five lines': 'En cinq lignes',
  },
  part: (heading, part, parts) => `${heading} (${part} sur ${parts})`,
  back: 'Retour',
  on: 'Page suivante',
  toEnd: 'Aller à la fin',
  concepts: 'Chercher un concept de cette leçon',
  quiz: (size) => `Mini-quiz : ${size}`,
  cards: (cards) => forms.plural(cards, { one: '# flashcard', other: '# flashcards' }),
  done: 'Terminée',
  undo: 'Finalement pas terminée',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: 'À écouter',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind} : ${title}` : `${kind}, ${minutes} min : ${title}`,
  kinds: { podcast: 'Podcast', talk: 'Conférence', course: 'Cours' },
  none: 'Il n’y a pas encore de leçons pour cette édition de l’examen.',
  gone: 'Cette leçon ne fait plus partie de l’examen ici : `/leçon` montre ce qu’il y a.',
  unknown: (typed) =>
    `Je n’ai pas de leçon sur « ${typed} » : commence à taper dans \`leçon\` et choisis dans la liste, ou laisse vide pour tout voir.`,
};
