// Tes données entre tes mains : ce qui est gardé, le fichier, la suppression, l’avis en cas de longue absence.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const privacy: Words['privacy'] = {
  command: {
    privacy: {
      name: 'confidentialité',
      description: 'Ce que je garde sur toi : le voir, l’emporter, le supprimer',
    },
    show: { name: 'afficher', description: 'Ce qui est gardé sur toi, et pendant combien de temps' },
    export: { name: 'exporter', description: 'Tout ce que je garde sur toi en fichier, rien que pour toi' },
    delete: {
      name: 'supprimer',
      description: 'Supprimer tout ce que je garde sur toi, sur tous les serveurs',
    },
    visibility: { name: 'visibilité', description: 'Si les autres te voient dans les classements' },
    shown: { name: 'affichage', description: 'Visible, anonyme ou invisible' },
  },
  title: 'Ce que je garde sur toi',
  nothing: 'Rien : tu n’as encore rien répondu ni réglé.',
  line: (what, rows) => plural(rows, { one: `- **${what} :** # entrée`, other: `- **${what} :** # entrées` }),
  tables: {
    members: 'Paramètres',
    pauses: 'Pauses de ta série',
    answers: 'Réponses',
    member_questions: 'Questions que tu as vues',
    sittings: 'Examens blancs',
    real_results: 'Résultats de vrais examens que tu as indiqués',
    diagnoses: 'Diagnostics',
    estimates: 'Estimations de ton niveau, jour par jour',
    posts: 'Questions que tu as posées',
    question_drafts: 'Questions que tu es en train d’écrire',
    question_imports: 'Fichiers que tu es en train d’importer',
    tickets: 'Signalements que tu as tranchés',
    regraded: 'Réponses réévaluées',
    own_packs: 'Packs de questions que tu as créés pour un serveur',
    own_questions: 'Questions que tu as écrites ou proposées',
    amendments: 'Décisions sur des questions que tu as relues',
    rounds: 'Sessions que tu as lancées',
    lesson_progress: 'Leçons que tu as terminées',
    card_decks: 'Où tu en es dans tes flashcards',
    study_plans: 'Tes plans d’étude',
    study_tasks: 'Exercices pratiques que tu as faits',
    cooldowns: 'Délai avant la prochaine question',
    streak_days: 'Jours actifs',
    streaks: 'Ta série',
    streak_places: 'Serveurs où ta série est comparée',
    scores: 'Places dans les classements',
    review_cards: 'Cartes de tes révisions',
    review_members: 'À quel point tu retiens',
    absentees: 'Serveurs que tu as quittés',
    kept_scores: 'Ce qu’ont rapporté les réponses supprimées',
    kept_places: 'Où tu as répondu en dernier, d’après des réponses supprimées',
    reports: 'Signalements de questions',
    server_changes: 'Changements de réglages sur les serveurs que tu gères',
    daily_schedules: 'Questions du jour que tu as mises en place',
    server_digests: 'Bilans de la semaine que tu as mis en place',
    review_channels: 'Salons de relecture que tu as choisis',
    absences: 'Ta longue absence',
  },
  howLong:
    'Tout est gardé jusqu’à ce que tu le supprimes. Après deux ans d’absence, je te préviens, et je supprime tout 30 jours plus tard. Si un serveur me retire, ses données sont supprimées après 30 jours, avec les réponses qui y ont été données ; ce que tu as fait en message privé et ailleurs reste à toi.',
  others:
    'Je garde ton identifiant Discord, mais ni ton nom ni ta photo, et je ne lis jamais les messages. Rien n’est transmis. Les autres te voient selon `/confidentialité visibilité`.',
  commands:
    '`/confidentialité exporter` te donne un fichier avec tout, `/confidentialité supprimer` supprime tout.',
  exported: 'Tout ce que je garde sur toi',
  exportHow:
    'Une archive : `data.json` contient tout, et chaque partie est un tableau (CSV) pour ton tableur. Les heures sont en UTC.',
  deleteTitle: 'Supprimer tout ce que je garde sur toi ?',
  deleteMeans:
    'Tout disparaît d’un coup, sur tous les serveurs : paramètres, série, places dans les classements, ce que tu as vu. C’est irréversible.',
  deleteStays:
    'Ce dont les autres ont besoin reste, sans ton identifiant : le fait que quelqu’un a répondu ainsi, qu’une question a été posée ou signalée.',
  deleteNow: 'Tout supprimer',
  deleteKeep: 'Pour tout garder, ignore simplement ce message.',
  deleted: 'C’est supprimé',
  deletedAfter:
    'Je ne garde plus rien sur toi. Les messages qui te nomment restent dans leurs salons : ils ne peuvent être supprimés que par toi ou un admin. Si tu réponds à nouveau, tu repars de zéro.',
  absent: {
    title: 'Deux ans sans te voir ici',
    when: (date) => `Je supprime ce que je garde sur toi (réponses, série, paramètres) le ${date}.`,
    how: 'Pour tout garder, réponds d’ici là à une question avec `/quiz`. Sinon, tu n’as rien à faire.',
  },
};
