// Poser des questions et y répondre : les commandes, le retour, les sessions, l’historique.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural, percent } = forms;
const rightOf = (right: number, size: number) =>
  `${plural(right, { one: '# bonne réponse', other: '# bonnes réponses' })} sur ${size}`;

const shortOf = (right: number, size: number) =>
  `${plural(right, { one: '# juste', other: '# justes' })} sur ${size}`;

export const quiz: Words['quiz'] = {
  command: {
    quiz: {
      name: 'quiz',
      description: 'Lancer une mise en situation : pour tout le monde ici, ou rien que pour toi',
    },
    topic: { name: 'sujet', description: 'Un domaine, un module, une leçon ou un concept' },
    count: {
      name: 'nombre',
      description: 'Combien de questions (1 par défaut ; à plusieurs, la suite est dans un fil)',
    },
    openFor: {
      name: 'durée',
      description: 'Durée d’ouverture de chaque question : 30m, 2h, 3j (30 minutes par défaut)',
    },
    pace: { name: 'rythme', description: 'À quelle vitesse avance une session (soutenu par défaut)' },
    private: { name: 'privé', description: 'Les questions rien que pour toi : entraînement à ton rythme' },
    until: { name: 'jusqu-au', description: 'Fermées ce jour-là ou avant, comme 2026-11-26' },
    history: {
      name: 'historique',
      description: 'Questions fermées de ce salon, avec corrigé, explications et réponses',
    },
  },
  paces: {
    relaxed: 'tranquille – 30 minutes par question',
    brisk: 'soutenu – 3 minutes par question',
    fast: 'rapide – 90 secondes par question',
  },
  counts: { 1: '1', 5: '5 – quiz rapide', 10: '10 – mode étude' },
  topic: (name, questions) => `${name} (${questions})`,
  badOpenFor: '**durée** : donne un temps de 1 minute à 7 jours, comme `30m`, `2h` ou `3j`.',
  unknownTopic: (typed, near) =>
    `Je n’ai pas de questions sur « ${typed} » dans cette édition de l’examen. Le plus proche : ${choice(near)}.`,
  noQuestions:
    'Cette édition de l’examen n’a pas encore de questions : sur un serveur, un admin en choisit une autre avec `/configurer serveur` ; ailleurs, c’est toi avec `/paramètres examen`.',
  coolingDown: (when) =>
    `Une question à la fois, pour que tout le monde puisse suivre. La prochaine : ${when}. En attendant, réponds à celle ci-dessus !`,
  ownFull: (limit) =>
    `Tu as ${limit} questions ouvertes dans ce salon : fermes-en une, ou attends que l’une d’elles se termine.`,
  channelFull: (limit) =>
    `${limit} questions sont déjà ouvertes dans ce salon : fermes-en une, ou attends que l’une d’elles se ferme.`,
  exhausted:
    'Toutes les questions de ce choix ont déjà été posées ici : celle qui l’a été il y a le plus longtemps est revenue.',
  gone: 'Cette question n’est plus disponible : lances-en une autre avec `/quiz`.',
  closedAlready: 'Cette question est déjà fermée : son corrigé arrive dans quelques secondes.',
  menu: {
    explain: 'Expliquer cette question',
    notOurs:
      'Ce message n’est pas une de mes questions. Choisis une question que j’ai publiée, ou la réponse que je t’ai faite.',
  },
  stillOpen: 'Cette question est encore ouverte : corrigé et explications viendront à la fermeture.',
  thread: {
    exam: (size, date) =>
      plural(size, { one: `Quiz du ${date} : # question`, other: `Quiz du ${date} : # questions` }),
    topic: (topic, date) => `${topic}, ${date}`,
  },

  verdict: {
    right: (mine) => `**Bonne réponse !** Tu as choisi ${mine}.`,
    wrong: (mine, key) => `**Ce n’est pas ça** : tu as choisi ${mine}, la réponse est ${key}.`,
    partly: (right, picks) =>
      plural(right, {
        one: `# de tes ${picks} choix est juste ; comme à l’examen, il les faut tous.`,
        other: `# de tes ${picks} choix sont justes ; comme à l’examen, il les faut tous.`,
      }),
    already: 'Tu as déjà répondu à celle-ci',
    firstCounts: (verdict) => `C’est ta première réponse qui compte. ${verdict}`,
    key: (letters) =>
      plural(letters.length, {
        one: `**${list(letters)}** est juste.`,
        other: `**${list(letters)}** sont justes.`,
      }),
  },
  yourChoice: 'ton choix',
  points: (points) => plural(points, { one: '**+#** point', other: '**+#** points' }),
  noPoints: 'Notée : pas de points cette fois.',
  practice: {
    private: 'Entraînement, sans points : les questions privées ne sont pas notées.',
    test: 'Entraînement, sans points : une question test n’est pas notée.',
    late: 'Entraînement, sans points : la question était déjà fermée.',
    'answered-before':
      'Entraînement, sans points : tu as déjà donné une réponse notée à cette question ces 90 derniers jours.',
    'key-seen':
      'Entraînement, sans points : tu as travaillé cette question ou vu son corrigé ces 7 derniers jours.',
  },
  another: 'Une autre du même genre',
  next: 'Suivante',
  result: 'Résultat',
  documentation: (page) => `Lire : ${page}`,

  round: {
    finished: (right, size) => `Session terminée : ${rightOf(right, size)}`,
    isPractice:
      'Les questions privées sont de l’entraînement : elles comptent pour ta série, pas pour le classement.',
    again: '`/quiz privé:True` lance la session suivante, `/suite` dit quoi faire d’autre maintenant.',
    resumed: 'On reprend la session que tu n’avais pas finie.',
    end: 'Terminer cette session',
    which: (answered, size) =>
      `Tu as une session inachevée : ${plural(answered, { one: '# réponse', other: '# réponses' })} sur ${size}. Laquelle veux-tu ? La nouvelle termine l’autre là où elle en est.`,
    goOn: 'Reprendre cette session',
    instead: 'Lancer la nouvelle',
  },
  sure: {
    'waited-for': (members) =>
      plural(members, {
        one: '**# membre** qui a répondu à la question d’avant n’a pas encore répondu à celle-ci.',
        other: '**# membres** qui ont répondu à la question d’avant n’ont pas encore répondu à celle-ci.',
      }),
    answered: (members) =>
      plural(members, {
        one: '**# membre** a répondu dans la dernière minute ; d’autres sont peut-être sur le point de le faire.',
        other:
          '**# membres** ont répondu dans la dernière minute ; d’autres sont peut-être sur le point de le faire.',
      }),
    close: 'Fermer quand même',
    end: 'Terminer quand même la session',
    done: {
      question: 'La question est fermée : son corrigé arrive dans quelques secondes.',
      round: 'La session s’arrête ici : son résultat arrive dans quelques secondes.',
    },
  },
  closedReply: (right, answers) => `Fermée : **${rightOf(right, answers)}**.`,
  outcome: {
    'all-asked': 'La session est terminée',
    ended: 'La session a été arrêtée',
    silence: 'La session s’arrête ici : deux questions de suite sont restées sans réponse',
    stuck: 'La session s’arrête ici : sa question suivante ne peut pas s’afficher',
    'shut-out': 'La session s’arrête ici : je ne peux pas publier la question suivante là où elle se jouait',
    delayed: 'La session s’arrête ici : Discord n’a pas accepté la question suivante à temps',
    nobody: 'Personne n’a répondu à temps.',
    winner: (names, right, size) =>
      plural(names.length, {
        one: `🏆 ${list(names)} l’emporte avec **${rightOf(right, size)}**.`,
        other: `🏆 ${list(names)} l’emportent avec **${rightOf(right, size)}**.`,
      }),
    row: (right, size, points) => `${shortOf(right, size)} · ${points}`,
    points: (points) => plural(points, { one: '# point', other: '# points' }),
    more: (members) => plural(members, { one: '# autre membre', other: '# autres membres' }),
    question: (position) => `Question ${position}`,
    hardest: (question, right, answers) =>
      `La plus difficile : ${question}, ${shortOf(right, answers)} (${percent(right / answers)})`,
    fastest: (name, seconds, position) =>
      plural(seconds, {
        one: `Bonne réponse la plus rapide : ${name}, # seconde (question ${position})`,
        other: `Bonne réponse la plus rapide : ${name}, # secondes (question ${position})`,
      }),
    again: 'Encore une session',
    mistakes: 'Mes erreurs',
  },
  mistakes: {
    title: (count) => plural(count, { one: 'Tu as raté # question', other: 'Tu as raté # questions' }),
    none: 'Tu n’as rien raté dans cette session.',
    tookNoPart: 'Tu n’as répondu à aucune question de cette session.',
    choose: 'Relire les explications',
  },
  closedHere: {
    none: 'Aucune question n’a encore été fermée dans ce salon : lances-en une avec `/quiz`, tu la retrouveras ensuite ici.',
    title: 'Questions fermées de ce salon',
    hint: 'Choisis-en une pour voir son corrigé, les explications et les réponses de tout le monde.',
    choose: 'Choisis une question',
    until: (date) => `jusqu’au ${date}`,
    noneSuch: 'Aucune question fermée ici ne correspond : retire `sujet` ou `jusqu-au` pour en voir plus.',
    unknownDay: (typed) =>
      `Je ne connais pas le jour « ${typed} » : écris-le comme 2026-11-26, ou choisis dans la liste de \`jusqu-au\`.`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: 'Plus récentes',
    older: 'Plus anciennes',
  },
};
