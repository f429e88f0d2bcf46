// O diagnóstico: trinta questões que descobrem em que ponto alguém está.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, plural } = forms;
const questions = (count: number) => plural(count, { one: '# questão', other: '# questões' });

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: {
      name: 'diagnóstico',
      description: 'Descubra em que ponto você está: 30 questões, só para você',
    },
  },
  title: (code) => `Em que ponto você está? ${code}`,
  intro: {
    what: (count, minutes) =>
      `**${questions(count)}, cerca de ${number(minutes)} minutos.** Cada nova questão é escolhida conforme suas respostas até ali.`,
    how: 'Cada resposta é definitiva, e nada é dito sobre ela antes do fim; depois vêm seu nível por domínio e as três lições que mais ajudam.',
    goesOn: 'Pare quando quiser: `/diagnóstico` continua de onde você parou.',
    practice: 'Nada aqui vale pontos, e só você vê.',
    begin: 'Começar',
  },
  position: (position, size) => `Questão ${position} de ${size}`,
  resumed: 'Você já tinha começado: foi aqui que parou.',
  old: 'Esta mensagem é antiga e pode parar de responder em breve: `/diagnóstico` continua em uma nova.',
  done: (count) => `Fim: você respondeu a ${questions(count)}. É neste ponto que você está:`,
  plan: '`/plano` transforma isso em semanas até o seu exame.',
  gone: 'Este diagnóstico já acabou ou não era seu: `/diagnóstico` começa um.',
  noQuestions:
    'Este exame ainda não tem questões: em um servidor, um admin escolhe outro com `/configurar servidor`; fora dele, você escolhe com `/ajustes exame`.',
};
