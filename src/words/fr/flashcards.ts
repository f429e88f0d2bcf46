// Les flashcards : paquets, recto et verso, notes.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: {
      name: 'flashcards',
      description: 'Parcourir un paquet de flashcards ; sans sujet, reprendre où tu en étais',
    },
    topic: {
      name: 'sujet',
      description: 'Un domaine, un module, une leçon ou un concept, ou les grands classiques',
    },
  },
  title: 'Flashcards',
  intro: 'Réponds dans ta tête, puis regarde : la réponse est sur la première ligne, la raison dessous.',
  decks: { all: 'Toutes les flashcards', high: 'Les grands classiques de l’examen' },
  cards: (count) => plural(count, { one: '# carte', other: '# cartes' }),
  chooseDeck: 'Choisis un paquet',
  choose: 'Un autre paquet',
  position: (position, cards) => `${position} sur ${cards}`,
  resumed: 'On reprend ce paquet où tu en étais.',
  startOver: 'Recommencer',
  show: 'Voir la réponse',
  next: 'Suivante',
  grades: { again: 'À revoir', hard: 'Difficile', good: 'Bien', easy: 'Facile' },
  due: (when) => `La carte précédente revient ${when}.`,
  page: 'Documentation',
  finished: 'Fin du paquet',
  seen: (deck, cards) => plural(cards, { one: `${deck} : # carte`, other: `${deck} : # cartes` }),
  again: 'Encore une fois',
  quiz: 'Mini-quiz : 5',
  none: 'Il n’y a pas encore de flashcards pour cette édition de l’examen.',
  gone: 'Cette carte ne fait plus partie de l’examen ici.',
  unknown: (typed) =>
    `Je n’ai pas de flashcards sur « ${typed} » : commence à taper dans \`sujet\` et choisis dans la liste.`,
};
