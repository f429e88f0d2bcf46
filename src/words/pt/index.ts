// Português (Brasil). Tratamento: você, em tom amigável. Glossário, uma palavra para cada termo:
// quiz = quiz; question = questão; question of the day = questão do dia (comando `diária`); option = alternativa
// (de comando: opção); stem = enunciado; key = gabarito; reasoning = justificativa; round = rodada; streak = sequência;
// freeze = congelamento; milestone = marco; rated = valendo pontos; practice = treino; exam = exame; mock exam = simulado;
// edition = edição; score (do exame) = nota; points = pontos; leaderboard = ranking; estimate = estimativa;
// chance to pass = chance de passar; domain = domínio; task statement = tarefa do guia; lesson = lição; concept = conceito;
// flashcard = flashcard; deck = baralho; card = cartão; review (repetição espaçada) = revisão; reviewers = curadoria;
// pack = pacote; report = relato (relatar um problema); ticket = ticket; to retire = aposentar; study plan = plano de estudos;
// hands-on task = atividade prática; summary of the week = resumo da semana; channel = canal; thread = tópico;
// flag (no simulado) = sinalizar; asked no more = fora de uso; role = cargo; to ping = mencionar; to post = postar; topic (de um quiz) = tema.
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

export const pt: Words = {
  locale: 'pt-BR',
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
