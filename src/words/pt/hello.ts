// O oi a um servidor que acabou de convidar o bot.
import type { Words } from '../words.ts';

export const hello: Words['hello'] = {
  title: 'Oi, eu sou o Cohort',
  what: 'Ajudo um grupo a estudar para um exame de certificação: uma questão do dia, quizzes no canal e, para cada pessoa em particular, lições, revisões e simulados.',
  beginsWith: (code) => `Este servidor começa com **${code}**.`,
  setUpHow: 'Quem tem **Gerenciar servidor** me configura em menos de um minuto.',
  setUpThere:
    'Quem tem **Gerenciar servidor** me configura lá em menos de um minuto, com `/configurar servidor`.',
  tryIt: 'Quem quiser já pode testar uma questão; ninguém mais vê como foi.',
  setUp: 'Configurar',
  tryQuestion: 'Testar uma questão',
  once: 'Só digo isto uma vez. Não mando mais nada, a não ser que alguém queira.',
  invitedTo: (server) =>
    `Recebi um convite para o seu servidor **${server}**, mas não achei nele um canal onde dar oi.`,
};
