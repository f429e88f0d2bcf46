// Français. On tutoie, avec naturel ; on évite d’accorder avec la personne qui lit (« invisible », pas « masqué·e »).
// Glossaire (anglais → français) :
// quiz → quiz ; round → session ; streak → série ; freeze → gel ; key → corrigé (une option : bonne réponse) ;
// rated → noté ; practice → entraînement ; question of the day → question du jour ; mock exam → examen blanc ;
// review → révisions (répétition), relecture (questions du serveur) ; flashcard → flashcard ; lesson → leçon ;
// leaderboard → classement ; estimate → estimation ; domain → domaine ; edition → édition ; pack → pack ;
// ticket → ticket ; report → signalement ; study plan → plan d’étude ; winners → podium ; digest → bilan ;
// hands-on task → exercice pratique ; task statement → énoncé de tâche ; channel → salon ; thread → fil ;
// direct message → message privé ; time zone → fuseau horaire ; sit → passer ; pass → réussir.
import type { Words } from '../words.ts';
import { alarm } from './alarm.ts';
import { authoring } from './authoring.ts';
import { common } from './common.ts';
import { concept } from './concept.ts';
import { daily } from './daily.ts';
import { diagnose } from './diagnose.ts';
import { digest } from './digest.ts';
import { exam } from './exam.ts';
import { flashcards } from './flashcards.ts';
import { forms } from './forms.ts';
import { hello } from './hello.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { lesson } from './lesson.ts';
import { pictures } from './pictures.ts';
import { plan } from './plan.ts';
import { post } from './post.ts';
import { privacy } from './privacy.ts';
import { progress } from './progress.ts';
import { quiz } from './quiz.ts';
import { refusal } from './refusal.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { streak } from './streak.ts';
import { ticket } from './ticket.ts';
import { typed } from './typed.ts';

export const fr: Words = {
  locale: 'fr',
  alarm,
  authoring,
  common,
  concept,
  daily,
  diagnose,
  digest,
  exam,
  flashcards,
  forms,
  hello,
  help,
  leaderboard,
  lesson,
  pictures,
  plan,
  post,
  privacy,
  progress,
  quiz,
  refusal,
  report,
  review,
  settings,
  setup,
  streak,
  ticket,
  typed,
};
