// Les plans d’étude, la prochaine étape, et le message hebdomadaire à leur sujet.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, plural } = forms;
const weeks = (count: number) => plural(count, { one: '# semaine', other: '# semaines' });
const days = (count: number) => plural(count, { one: '# jour', other: '# jours' });
const lessons = (count: number) => plural(count, { one: '# leçon', other: '# leçons' });
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const reviews = (count: number) => plural(count, { one: '# révision', other: '# révisions' });
const minutes = (count: number) => plural(count, { one: '# minute', other: '# minutes' });
const hours = (count: number) => plural(count, { one: '# heure', other: '# heures' });
const mocks = (count: number) => plural(count, { one: '# examen blanc', other: '# examens blancs' });

export const plan: Words['plan'] = {
  command: {
    plan: { name: 'plan', description: 'Ton plan d’étude, semaine par semaine jusqu’au jour de l’examen' },
    examDate: { name: 'date-examen', description: 'Le jour de ton examen, comme 2026-12-24' },
    hours: { name: 'heures', description: 'Tes heures par semaine (par défaut, autant qu’il en faut)' },
    next: { name: 'suite', description: 'Une chose à faire maintenant, et pourquoi' },
  },
  noPlan: (exam) =>
    `Il n’y a pas encore de plan d’étude pour ${exam} : \`/suite\` trouve quand même quoi faire.`,
  date: {
    unreadable: (typed, example) =>
      `**date-examen** : « ${typed} » n’est pas une date que je sais lire, écris-la comme \`${example}\`.`,
    past: (typed) => `**date-examen** : « ${typed} » n’est pas à venir : choisis demain ou plus tard.`,
    tooFar: (typed) => `**date-examen** : « ${typed} » est dans plus d’un an : choisis un jour plus proche.`,
  },
  none: {
    title: (code) => `Ton chemin vers ${code}`,
    what: 'Un plan dit quoi faire chaque semaine : leçons, questions, révisions, exercices pratiques, examens blancs. Ce que tu fais se coche tout seul, et les jours manqués sont replanifiés.',
    date: 'Si tu connais le jour de ton examen : `/plan date-examen:`. Sinon, commence dès aujourd’hui :',
    line: (name, count, each) => `**${name}** : ${weeks(count)} d’environ ${hours(each)}`,
  },
  over: {
    title: (code, when) => `Ton ${code} était le ${when}`,
    today: (code) => `Aujourd’hui, tu passes ${code}`,
    how: 'Dis comment ça s’est passé avec `/examen résultat` : personne d’autre ne le voit. Si l’examen est encore à venir, déplace-le avec `/plan date-examen:`.',
    luck: 'Tu as fait de ton mieux. Lis comment se passe la journée, puis ferme tout et respire. Bonne chance !',
  },
  title: (code, when) => `Plan d’étude : ${code} le ${when}`,
  place: (week, all, left) =>
    `Semaine ${number(week)} sur ${number(all)} · ${plural(left, { one: 'encore # jour', other: 'encore # jours' })}`,
  hours: (each) => `environ ${hours(each)} par semaine`,
  successor: (old, until, code) =>
    `**Ce plan est pour ${code} :** le dernier jour de ${old} est le ${until}. Rien de ce que tu as fait n’est perdu.`,
  provisional: (code) => `Le contenu de ${code} n’est pas encore définitif : le plan suivra.`,
  thisWeek: 'Cette semaine :',
  nextWeek: 'La semaine prochaine :',
  week: (week) => `Semaine ${number(week)} :`,
  span: (from, to) => `${from} – ${to}`,
  done: 'fait',
  moreLessons: (count) => `□ et encore ${lessons(count)}`,
  questions: (done, all) => `Questions : ${number(done)} sur ${number(all)}`,
  reviews: (done, all) => `Révisions : ${number(done)} sur ${number(all)}`,
  task: (title) => `Exercice pratique : ${title}`,
  mocks: {
    full: 'Examen blanc complet',
    half: 'Demi-examen blanc',
    domain: 'Examen blanc : domaine le plus faible',
  },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: 'un exercice pratique',
  leftOut: (tasks, mockExams) =>
    `Laissé de côté pour tenir dans tes heures : ${list([
      ...(tasks > 0 ? [plural(tasks, { one: '# exercice pratique', other: '# exercices pratiques' })] : []),
      ...(mockExams > 0 ? [mocks(mockExams)] : []),
    ])}.`,
  isOver: (needed, each) =>
    `⚠️ Ça demande environ ${hours(needed)}, et tu as prévu ${hours(each)} : avec plus d’heures ou une date plus lointaine, ça tient (\`/plan\`).`,
  buttons: {
    next: 'Et maintenant ?',
    all: 'Toutes les semaines',
    task: 'Exercice pratique',
    day: 'Le jour de l’examen',
    ics: 'Fichier agenda',
    booked: 'J’ai réservé',
    back: 'Retour au plan',
    earlier: 'Avant',
    later: 'Après',
  },
  remind: {
    start: 'Un rappel chaque semaine',
    stop: 'Plus de rappels',
    refused:
      '⚠️ Je n’ai pas pu t’envoyer le message de la semaine : Discord ne me laisse pas t’écrire. Autorise mes messages privés, puis appuie sur *Un rappel chaque semaine*.',
    none: 'Aucune autre semaine ne commence avant ton examen : il n’y a rien à te rappeler.',
  },
  handsOn: {
    place: (time, about) =>
      `${minutes(time)} · ${plural(about.length, { one: 'leçon', other: 'leçons' })} ${list(about)}`,
    steps: 'Étapes',
    cleanUp: 'Nettoyage :',
    cost: 'Coût :',
    done: 'C’est fait',
    notDone: 'Finalement pas fait',
  },
  day: {
    title: 'Le jour de l’examen',
    choose: 'Ce que tu veux lire',
    nothing: 'Rien n’est encore écrit sur le jour de cet examen.',
  },
  calendar: {
    name: (code) => `Plan d’étude pour ${code}`,
    how: 'Ton plan en fichier agenda. Importé à nouveau plus tard, il change les semaines sans doublons.',
    week: (week, code) => `Semaine ${number(week)} de préparation à ${code}`,
    exam: (code) => `Examen : ${code}`,
    examHow: 'Bonne chance ! /plan dit comment se passe la journée.',
  },
  next: {
    nothing: 'Il n’y a rien à faire ici : aucun examen n’est chargé.',
    takes: (time) => `environ ${minutes(time)}`,
    other: 'Autre chose',
    lessonQuestions: '5 questions à ce sujet',
    makePlan: (code) => ({
      what: 'Fais un plan',
      why: `Pour que chaque semaine dise quoi faire pour ${code}, et que rien ne reste pour le dernier soir.`,
      button: 'Faire un plan',
    }),
    examOver: (code) => ({
      what: 'Dis comment s’est passé ton examen',
      why: `Le jour prévu pour ${code} est passé. Sinon, déplace-le, ou commence un nouveau plan.`,
      button: 'Voir le plan',
    }),
    examDay: (code, left) => ({
      what: 'Lis comment se passe le jour de l’examen',
      why:
        left <= 0
          ? `Aujourd’hui, tu passes ${code}.`
          : plural(left, { one: `Demain, tu passes ${code}.`, other: `Dans # jours, tu passes ${code}.` }),
      button: 'Le jour de l’examen',
    }),
    book: (code, left) => ({
      what: `Réserve ta place pour ${code}`,
      why: `Ton jour est dans ${days(left)}, et les bons créneaux partent vite. Réserve auprès de l’organisme d’examen, puis dis-le ici.`,
      button: 'J’ai réservé',
    }),
    lesson: (title, isAhead) => ({
      what: `Leçon ${title}`,
      why: isAhead
        ? 'Tu as fini cette semaine : c’est la suivante de ton plan.'
        : 'C’est la suivante dans cette semaine de ton plan.',
      button: 'La lire',
    }),
    task: (title) => ({
      what: `Exercice pratique : ${title}`,
      why: 'Ce qu’on a construit de ses mains, on le retient. C’est au plan de cette semaine.',
      button: 'Voir les étapes',
    }),
    mock: {
      full: (_domain) => ({
        what: 'Passe un examen blanc complet',
        why: 'Ton plan en prévoit un cette semaine : avec le chrono du vrai, il montre où tu en es.',
        button: 'Voir l’examen',
      }),
      half: (_domain) => ({
        what: 'Passe un demi-examen blanc',
        why: 'Ton plan en prévoit un cette semaine : il montre ce que tu as retenu des leçons.',
        button: 'Voir l’examen',
      }),
      domain: (domain) => ({
        what: `Passe un examen blanc sur un domaine : ${domain}`,
        why: 'Ton plan en prévoit un cette semaine, et c’est ton domaine le plus faible.',
        button: 'Voir l’examen',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `Réponds à ${questions(count)} : ${domain}`,
      why: isPlanned
        ? 'Il reste des questions cette semaine dans ton plan, et c’est ton domaine le plus faible.'
        : 'Ça vaut toujours la peine, et ce domaine en a le plus besoin.',
      button: plural(count, { one: 'Interroge-moi', other: 'Pose-moi # questions' }),
    }),
  },
  digest: {
    title: (week, all) => `La semaine ${number(week)} sur ${number(all)} commence`,
    exam: (code, when) => `${code} le ${when}`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [mocks(done.exams)] : []),
      ];
      return parts.length === 0
        ? 'La semaine dernière a été calme : le plan s’est décalé, et repart d’ici.'
        : `La semaine dernière : ${list(parts)}. Bravo !`;
    },
    now: 'Cette semaine :',
    how: 'Avec `/suite`, ici ou sur le serveur de ton groupe, c’est une chose à la fois.',
    result:
      'Comment ça s’est passé ? `/examen résultat`, ici ou sur le serveur de ton groupe, le note : personne d’autre ne le voit, et ça aide à vérifier la qualité des estimations.',
    once: 'La question ne t’est posée qu’une fois : rien ne t’oblige à répondre.',
    off: 'Tu as demandé ce message ; `/plan` l’arrête.',
    answer: 'Répondre maintenant',
  },
};
