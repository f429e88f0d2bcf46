// Ce qu’un membre sait et ce que ça vaut à l’examen : l’écran, et pourquoi il le dit.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural, date } = forms;
const answers = (count: number) => plural(count, { one: '# réponse', other: '# réponses' });
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const points = (count: number) => plural(count, { one: '# point', other: '# points' });

export const progress: Words['progress'] = {
  command: {
    progress: {
      name: 'progrès',
      description: 'Où en est ta préparation : score, chances, domaines, ce qui aide le plus',
    },
    member: { name: 'membre', description: 'Le membre dont voir les progrès (toi par défaut)' },
  },
  memberIsBot: '**membre** : les bots ne passent pas d’examen, choisis une personne.',
  memberNotHere:
    '**membre** : on ne peut regarder que les membres d’un serveur où je suis. Choisis-y quelqu’un.',
  notVisible: 'Ce membre préfère ne pas montrer ses progrès : `/progrès` tout court te montre les tiens.',
  noExam:
    'Cet examen n’a pas encore de questions : sur un serveur, un admin en choisit un autre avec `/configurer serveur` ; ailleurs, c’est toi avec `/paramètres examen`.',
  basis: (answers) => plural(answers, { one: 'sur # réponse', other: 'sur # réponses' }),
  title: (code) => `Tes progrès : ${code}`,
  titleOf: (name, code) => `Progrès de ${name} : ${code}`,
  nothing: {
    own: 'Rien n’est encore connu : tout commence par ta première réponse. `/diagnostic` en apprend le plus, avec 30 questions.',
    other: 'Rien n’est encore connu de ce membre.',
  },
  score: ({ median, low, high }, pass) =>
    `**Score estimé : ${number(median)}** (${number(low)}–${number(high)}) ; réussi à partir de ${number(pass)}.`,
  chance: (share, words) =>
    `**Chances de réussir si tu passais l’examen aujourd’hui : ${percent(share)}** – ${words}.`,
  chanceWords: {
    'very-likely': 'très probable',
    likely: 'probable',
    even: 'tout peut arriver',
    unlikely: 'plutôt pas encore',
    'very-unlikely': 'pas encore',
  },
  ceiling: (oneIn) =>
    `Même en connaissant ton niveau exact, on se tromperait sur l’issue dans environ un cas sur ${number(oneIn)}. C’est mesuré à la difficulté de cette banque, et ça ne promet rien.`,
  missing: (count) =>
    `**Pas encore assez de réponses pour estimer tes chances :** ${plural(count, { one: 'il en manque # qui compte.', other: 'il en manque # qui comptent.' })} \`/diagnostic\` en apporte 30 d’un coup.`,
  domains: 'Part de bonnes réponses à attendre, par domaine',
  domain: (name, { median, low, high }, count) =>
    `**${name}** : ${percent(median)} (${percent(low)}–${percent(high)}), sur ${answers(count)}`,
  domainMissing: (name, count) =>
    `**${name}** : pas encore assez de réponses, ${plural(count, { one: 'il en manque #', other: 'il en manque #' })}`,
  tasks: (covered, all) => `**Énoncés de tâche couverts :** ${covered} sur ${all}`,
  tasksOpen: (names, more) =>
    more === 0
      ? `Restent à couvrir : ${list(names)}.`
      : `Restent à couvrir : ${names.join(' ; ')} ; et ${plural(more, { one: '# autre', other: '# autres' })}.`,
  trend: (steps) => `**Semaine après semaine :** ${steps.join(' → ')}`,
  raise: 'Ce qui ferait le plus monter ton score',
  raiseLine: (title, by) => `${title} : environ ${points(by)}`,
  record: (count, inside, brier) =>
    inside === null
      ? `Sur ${plural(count, { one: '# vrai résultat', other: '# vrais résultats' })} jusqu’ici : score de Brier ${number(brier)} (0 est parfait, 0,25 vaut pile ou face).`
      : `Sur ${plural(count, { one: '# vrai résultat', other: '# vrais résultats' })} jusqu’ici : ${percent(inside)} des scores étaient dans la fourchette annoncée ; score de Brier ${number(brier)} (0 est parfait, 0,25 vaut pile ou face).`,
  quizOf: (title) => `Quiz : ${title}`,
  withQuiz: (line, topic) => `${line} : \`/quiz sujet:${topic} privé:True\``,
  why: {
    ask: 'Pourquoi ? Choisis un chiffre',
    title: (what) => `Pourquoi : ${what}`,
    topics: {
      score: 'Le score estimé',
      chance: 'Les chances de réussir',
      tasks: 'Les énoncés de tâche',
      trend: 'Les semaines',
      raise: 'Ce qui ferait le plus monter ton score',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) =>
      `Ça repose sur **${answers(counted)}** ${plural(counted, { one: 'qui compte', other: 'qui comptent' })}, parmi ${answers(given)} en 400 jours.`,
    worth: (sum, oldest) =>
      `Ensemble, elles pèsent autant que ${plural(sum, { one: '# toute fraîche', other: '# toutes fraîches' })} ; la plus ancienne date du ${date(oldest)}.`,
    weights:
      'Poids : une première rencontre compte en entier, une reprise après plus de 21 jours pour moitié, une reprise plus proche pas du tout ; une réponse perd la moitié de son poids en 30 jours. Ce qui vient moins d’une semaine après avoir vu le corrigé ne compte pas.',
    difficulty: (learned, all) =>
      `La difficulté d’une question vient des premières réponses de tout le monde : sur ${questions(all)}, ${plural(learned, { one: '# en a déjà', other: '# en ont déjà' })} ; les autres sont censées être aussi difficiles que leur niveau le dit.`,
    prior:
      'Avant toute réponse, je te suppose au niveau de la plupart des membres ; tes réponses en éloignent l’estimation.',
    sittings:
      'Deux mille membres imaginaires qui auraient répondu comme toi passent chacun l’examen une fois : celui du milieu donne le score, neuf sur dix sont dans la fourchette.',
    scale: (mark, doubt) =>
      `La façon dont le score officiel se calcule n’est pas publiée. Hypothèse : une droite qui part du hasard, passe par le seuil de réussite à ${percent(mark)} de bonnes réponses, à ${percent(doubt)} près, et va jusqu’au sans-faute.`,
    ofDomain: (offset) =>
      offset >= 0
        ? 'D’après tes réponses, c’est un point fort pour toi par rapport à l’ensemble de l’examen.'
        : 'D’après tes réponses, c’est un point faible pour toi par rapport à l’ensemble de l’examen.',
    newest: 'Les plus récentes qui comptent :',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? 'juste' : 'fausse'} · poids ${percent(weight)}`,
    none: 'Aucune réponse ne compte encore.',
    tasks:
      'Un énoncé de tâche est couvert dès que tu as répondu à trois de ses questions, ou à toutes s’il y en a moins, juste ou faux.',
    task: (name, answered, all) => `${name} : ${answered} sur ${all}`,
    trend:
      'Chaque semaine montre sa dernière estimation. Quand tu n’as pas regardé, c’est ce que disent tes réponses jusque-là, d’après ce qu’on sait des questions aujourd’hui.',
    raise:
      'Pour chaque leçon : de combien monterait le score du milieu si tes réponses y devenaient aussi bonnes que dans ton meilleur domaine. Une leçon compte autant que ses questions dans son domaine.',
  },
};
