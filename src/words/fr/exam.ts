// Les examens blancs : en commencer un, ses écrans, ce qu’il dit à la fin.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const minutes = (count: number) => plural(count, { one: '# minute', other: '# minutes' });
const rightOf = (right: number, size: number) =>
  `${plural(right, { one: '# bonne réponse', other: '# bonnes réponses' })} sur ${size}`;

export const exam: Words['exam'] = {
  command: {
    exam: { name: 'examen', description: 'Examens blancs : rien que pour toi, avec le chrono du vrai' },
    start: { name: 'commencer', description: 'Commencer un examen blanc' },
    continue: { name: 'reprendre', description: 'Continuer ton examen en cours dans un nouveau message' },
    history: { name: 'historique', description: 'Tous tes examens blancs, et leur tendance' },
    result: {
      name: 'résultat',
      description: 'Dire comment s’est passé le vrai : personne d’autre ne le voit',
    },
    size: { name: 'format', description: 'De quelle longueur (l’examen complet par défaut)' },
    domain: { name: 'domaine', description: 'Un seul domaine de l’examen' },
    extraTime: {
      name: 'temps-en-plus',
      description: '30 minutes de plus, accordées si l’anglais n’est pas ta langue',
    },
    edition: { name: 'édition', description: 'Un autre examen ou une autre édition que d’habitude ici' },
    passed: { name: 'réussi', description: 'Si tu l’as réussi' },
    score: { name: 'score', description: 'Le score de ton relevé, de 100 à 1 000' },
    date: { name: 'date', description: 'Le jour de l’examen, comme 2026-12-05 (aujourd’hui par défaut)' },
  },
  sizes: { full: 'Examen complet', half: 'Demi-examen', domain: 'Un domaine' },
  title: (size, code) => `${size}, ${code}`,
  titleOf: (size, code, domain) => `${size}, ${code} : ${domain}`,
  intro: {
    what: (count, time) => `**${questions(count)} en ${minutes(time)}.** Le chrono part avec *Commencer*.`,
    extra: (time) => `Dont ${minutes(time)} de temps supplémentaire.`,
    unscored: (count) =>
      plural(count, {
        one: '# question ne compte pas, comme à l’examen réel ; rien ne dit laquelle.',
        other: '# questions ne comptent pas, comme à l’examen réel ; rien ne dit lesquelles.',
      }),
    rules:
      'Pas de correction avant la fin. Tu peux changer tes réponses, marquer des questions et y revenir ; une question sans réponse à la fin compte comme fausse.',
    goesOn: 'Tu peux fermer Discord : le chrono continue, et `/examen reprendre` te ramène ici.',
    practice: 'Rien ne compte pour le classement.',
    begin: 'Commencer',
  },
  position: (position, size) => `Question ${position} sur ${size}`,
  flagged: 'marquée',
  ends: (when) => `fin ${when}`,
  away: (time) => `décalée de ${minutes(time)}, car le bot était absent`,
  yourAnswer: (letters) => `ta réponse : **${list(letters)}**`,
  unanswered: 'pas encore de réponse',
  previous: 'Précédente',
  next: 'Suivante',
  flag: 'Marquer',
  unflag: 'Ne plus marquer',
  overview: 'Vue d’ensemble',
  grid: {
    title: (answered, size) =>
      plural(answered, { one: `# réponse sur ${size}`, other: `# réponses sur ${size}` }),
    counts: (open, flagged) =>
      `${number(open)} sans réponse, ${plural(flagged, { one: '# marquée', other: '# marquées' })}`,
    legend: '`■` avec réponse, `□` sans réponse, `*` marquée',
    jump: 'Aller à une question',
    state: { answered: 'avec réponse', open: 'sans réponse' },
    filters: { all: 'Toutes', open: 'Sans réponse', flagged: 'Marquées' },
    none: {
      all: 'Il n’y a pas de questions.',
      open: 'Aucune n’est sans réponse.',
      flagged: 'Aucune n’est marquée.',
    },
    back: (position) => `Retour à la question ${position}`,
    submit: 'Rendre l’examen',
  },
  confirm: {
    title: 'Rendre l’examen ?',
    open: (count) =>
      count === 0
        ? 'Toutes les questions ont une réponse.'
        : plural(count, {
            one: '**# question est sans réponse** et compterait comme fausse.',
            other: '**# questions sont sans réponse** et compteraient comme fausses.',
          }),
    final: 'Ensuite, rien ne peut plus changer.',
    yes: 'Rendre maintenant',
    no: 'Retour aux questions',
  },
  running: {
    title: 'Tu as un examen en cours',
    what: (title, answered, size) =>
      `**${title}** : ${plural(answered, { one: '# réponse', other: '# réponses' })} sur ${size}.`,
    how: 'Continue-le ou rends-le ; tu pourras alors en commencer un autre.',
    go: 'Continuer',
  },
  nextStep: (open) => ({
    what: 'Continue ton examen blanc',
    why:
      open === 0
        ? 'Son chrono tourne, et toutes les questions ont une réponse : rends-le.'
        : plural(open, {
            one: 'Son chrono tourne, et # question est sans réponse.',
            other: 'Son chrono tourne, et # questions sont sans réponse.',
          }),
    button: 'Continuer',
  }),
  none: 'Tu n’as pas d’examen en cours : `/examen commencer` en lance un, `/examen historique` montre les précédents.',
  gone: 'Cet examen est terminé, ou n’était pas le tien : `/examen historique` montre les tiens.',
  noQuestions: 'Il n’y a pas de questions pour ça : choisis examen, édition et domaine dans les listes.',
  result: {
    right: (right, size) => `${rightOf(right, size)} (${percent(size === 0 ? 0 : right / size)})`,
    timeUp: 'Le temps est écoulé : l’examen a été rendu tel quel.',
    submitted: (when) => `Rendu ${when}.`,
    open: (count) =>
      plural(count, {
        one: '# question est restée sans réponse.',
        other: '# questions sont restées sans réponse.',
      }),
    score: ({ score, low, high }, pass) =>
      `**Score estimé : ${number(score)}** (${number(low)}–${number(high)}) ; réussi à partir de ${number(pass)}.`,
    verdict: {
      above: 'Toute la fourchette dépasse le seuil de réussite, mesurée à la difficulté de cette banque.',
      around: 'Le seuil de réussite est dans la fourchette : un jour comme celui-ci, tout peut arriver.',
      below: 'Toute la fourchette est sous le seuil de réussite.',
    },
    basis: (scored) =>
      `D’après ${plural(scored, { one: '# question qui compte', other: '# questions qui comptent' })}. Le calcul du score officiel n’est pas publié : c’est une estimation.`,
    domain: (name, right, items) => `**${name}** : ${right} sur ${items}`,
    meets: 'acquis',
    needsWork: 'à travailler',
    domains: 'Par domaine',
    time: (median) => `Temps médian par question : ${median}.`,
    slowest: (positions) => `Les plus longues : ${list(positions)}.`,
    slow: (position, time) => `question ${position} (${time})`,
    missed: (count) => `Ratées (${count})`,
    flagged: (count) => `Marquées (${count})`,
    everything: 'Toutes les questions',
    toReview: 'Ajouter les ratées aux révisions',
    share: 'Partager un résumé',
    back: 'Retour au résultat',
  },
  review: {
    title: { missed: 'Ratées', flagged: 'Marquées', all: 'Toutes les questions' },
    place: (index, count) => `${index} sur ${count}`,
    right: 'réussie',
    wrong: 'ratée',
    open: 'sans réponse',
  },
  added: (count) =>
    count === 0
      ? 'Elles sont déjà toutes dans tes révisions.'
      : plural(count, {
          one: '# question ajoutée à tes révisions.',
          other: '# questions ajoutées à tes révisions.',
        }),
  sharing: {
    ask: 'Que peut voir tout le monde ici ?',
    score: 'Bonnes réponses et score',
    domains: 'Avec les domaines',
  },
  shared: (name, title) => `${name} a terminé un examen blanc : ${title}`,
  history: {
    title: 'Tes examens blancs',
    empty: 'Tu n’as encore passé aucun examen blanc : `/examen commencer` en lance un.',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${right} sur ${size} (${percent(size === 0 ? 0 : right / size)})`,
    score: (score) => `environ ${number(score)}`,
    trend: (change, since) =>
      change > 0
        ? `Sur tes ${since} derniers examens complets ou demi-examens, l’estimation a monté de ${number(change)}.`
        : change < 0
          ? `Sur tes ${since} derniers examens complets ou demi-examens, l’estimation a baissé de ${number(-change)}.`
          : `Sur tes ${since} derniers examens complets ou demi-examens, l’estimation n’a pas bougé.`,
    open: 'En revoir un',
    real: (when, code, passed) => `${when} · le vrai ${code} : ${passed}`,
    passed: (score) => (score === null ? '**réussi**' : `**réussi** avec ${number(score)}`),
    failed: (score) => (score === null ? 'non réussi' : `non réussi, ${number(score)}`),
  },
  told: {
    passed: (code) => `Félicitations ! ${code} réussi : c’est noté, et personne d’autre ne le voit.`,
    failed: (code) =>
      `C’est noté, et personne d’autre ne le voit. Avant de repasser ${code}, \`/examen commencer\` montre où tu en es.`,
    why: 'Ça aide aussi à vérifier la qualité des estimations ; `/confidentialité supprimer` l’efface.',
    badDate: '**date** : écris-la comme `2026-12-05`, aujourd’hui au plus tard.',
    badScore: (least, most) => `**score** : il se situe entre ${number(least)} et ${number(most)}.`,
    contradiction: (pass) =>
      `**score** et **réussi** se contredisent : à partir de ${number(pass)}, c’est réussi.`,
  },
};
