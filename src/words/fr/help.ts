// /aide : le premier écran, et un pour chaque groupe de commandes.
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: 'aide', description: 'Ce que fait Cohort et par où commencer' },
  title: 'Cohort : préparer l’examen ensemble',
  intro:
    'Je pose des mises en situation, on répond d’un bouton, et chaque membre lit en privé pourquoi chaque option est juste ou fausse.',
  groups: {
    learn: { name: 'Apprendre', hint: 'lire des leçons, chercher un concept, parcourir des flashcards' },
    practise: { name: 'S’entraîner', hint: 'répondre à des questions, en solo ou ensemble' },
    measure: { name: 'Se situer', hint: 'voir où tu en es' },
    group: { name: 'Ensemble', hint: 'ce que fait tout le serveur' },
    setup: { name: 'Configurer', hint: 'paramètres, tes données, ce bot sur ton serveur' },
  },
  choose: 'Que veux-tu faire ?',
  all: 'Tous les groupes',
  forAdmins: (description) => `${description} (pour les admins)`,
  adminCommands: (commands) => `pour les admins : ${commands}`,
  details: {
    learn: 'Une leçon se termine par son mini-quiz, ses flashcards et le chemin vers la suivante.',
    practise:
      '**Points :** ta première réponse à une question compte tant que celle-ci est ouverte ; juste, elle vaut 1 (facile), 2 (moyen) ou 3 (difficile). Les questions privées sont de l’entraînement.',
    measure:
      '**Série :** une réponse par jour, juste ou fausse, la maintient ; sept jours actifs rapportent un gel pour un jour manqué.',
    group: 'Les classements ne nomment que les membres qui le veulent bien.',
    setup: '**Tes données :** consulte-les, emporte-les en fichier, supprime-les ; partout à la fois.',
  },
  install: 'Utilise-moi en groupe, ou en solo dans n’importe quelle discussion : les mêmes progrès partout.',
  toServer: 'Ajouter à un serveur',
  toMember: 'Ajouter pour moi',
  privacyNotice: 'Confidentialité',
  terms: 'Conditions',
  source: 'Code source',
};
