// Español. Registro: tú, español neutro que se lee bien en España y en América Latina; sin vosotros ni ustedes, y sin
// marcar el género de quien lee. Glosario, una palabra por término:
//   quiz = quiz · round = ronda · streak = racha · freeze = protector · key = solución · rated = puntuable (puntúa)
//   practice = práctica · question of the day = pregunta del día · mock exam = simulacro · review = repaso
//   flashcard, card = tarjeta · lesson = lección · leaderboard = ranking · rank = puesto · estimate = estimación
//   domain = dominio · edition = edición · pack = colección · question bank = banco · ticket = caso · report = reporte
//   study plan = plan de estudio · diagnosis = prueba de nivel · concept = concepto · topic = tema · thread = hilo
//   reason(ing) = explicación · takeaway = idea clave · task statement = tarea del temario · pass mark = mínimo para aprobar
//   hands-on task = tarea práctica · milestone = hito · summary of the week = resumen de la semana · role = rol
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

export const es: Words = {
  locale: 'es',
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
