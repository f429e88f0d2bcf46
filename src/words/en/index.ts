// English: the language every other one is measured by.
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

export const en = {
  locale: 'en-US',
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
