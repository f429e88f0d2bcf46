// /ajuda: a primeira tela e uma para cada grupo de comandos.
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: 'ajuda', description: 'O que o Cohort faz e por onde começar' },
  title: 'Cohort: estudar juntos para o exame',
  intro:
    'Eu posto questões com cenários, você responde pelos botões, e só você lê por que cada alternativa está certa ou errada.',
  groups: {
    learn: { name: 'Aprender', hint: 'ler lições, consultar conceitos, estudar flashcards' },
    practise: { name: 'Praticar', hint: 'responder a questões, por conta própria ou em grupo' },
    measure: { name: 'Medir', hint: 'ver até onde você já chegou' },
    group: { name: 'Em grupo', hint: 'o que o servidor inteiro faz' },
    setup: { name: 'Configurar', hint: 'ajustes, seus dados, este bot no seu servidor' },
  },
  choose: 'O que você quer fazer?',
  all: 'Todos os grupos',
  forAdmins: (description) => `${description} (para admins)`,
  adminCommands: (commands) => `para admins: ${commands}`,
  details: {
    learn: 'Uma lição termina com o miniquiz, os flashcards e o caminho para a próxima.',
    practise:
      '**Pontos:** conta sua primeira resposta a uma questão aberta; acertando, fácil vale 1, média 2, difícil 3. Questões privadas são treino.',
    measure:
      '**Sequências:** uma resposta por dia, certa ou errada, mantém a sua; sete dias ativos rendem um congelamento para um dia perdido.',
    group: 'Os rankings só mostram o nome de quem quer aparecer.',
    setup: '**Seus dados:** veja, leve em um arquivo ou apague, em todos os lugares de uma vez.',
  },
  install: 'Use em grupo ou só você, em qualquer conversa: um único progresso em todo lugar.',
  toServer: 'Adicionar a um servidor',
  toMember: 'Adicionar só para mim',
  privacyNotice: 'Aviso de privacidade',
  terms: 'Termos',
  source: 'Código-fonte',
};
