// A semana de um servidor: a postagem e sua parte na configuração.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: 'resumo', description: 'Canal em que sai o resumo da semana do grupo' },
    day: { name: 'dia-do-resumo', description: 'Em que dia (padrão: segunda-feira)' },
    hour: { name: 'hora-do-resumo', description: 'A que hora, de 0 a 23 (padrão: 9)' },
  },
  title: 'A semana do grupo',
  until: (day) => `Os sete dias até ${day}`,
  did: ({ answers, members, share }) =>
    `**${plural(answers, { one: '# resposta', other: '# respostas' })}** de ${plural(members, {
      one: '# pessoa',
      other: '# pessoas',
    })}, ${percent(share)} de acertos.`,
  weakest: (title, right, answers) =>
    `Lição mais difícil: **${title}** (${number(right)} de ${number(answers)} respostas certas)`,
  next: 'As lições desta semana:',
  ears: 'Para ouvir no caminho',
  answer: 'Responder a uma agora',
  on: (channel, day, clock) => `Sai em ${channel}: ${day} às ${clock}, sempre que alguém tiver respondido.`,
  off: 'Nenhum canal recebe o resumo do que o grupo fez na semana.',
  line: 'Resumo da semana',
  chooseDay: 'Escolha o dia',
  chooseHour: 'Escolha a hora',
  choose: 'Canal para o resumo da semana',
  turnedOn: (channel, day, clock) =>
    `O resumo da semana do grupo sai em ${channel}: ${day} às ${clock}, sempre que alguém tiver respondido.`,
  turnedOff: 'O resumo da semana está desligado.',
  noChannelYet: 'Primeiro escolha um canal para o resumo da semana: `/configurar servidor resumo:`.',
  lacks: (channel, names) =>
    `Não consigo postar o resumo da semana em ${channel}: lá não tenho permissão para ${list(names)}.`,
  failed: (channel) =>
    `O último resumo da semana não pôde ser postado em ${channel}: se o canal não existe mais, escolha outro.`,
  wrongChannel: (channel) =>
    `${channel} não é um canal de mensagens: escolha um canal de texto ou de anúncios para o resumo.`,
  failing: 'O resumo da semana não foi postado',
  goesOn: 'Tento de novo por um dia e, depois, na próxima semana. `/configurar servidor` mostra como está.',
  once: 'Aviso só uma vez, porque foi você que configurou.',
  zoneFollows: 'O resumo da semana segue o novo fuso horário.',
  setting: 'resumo da semana',
  logged: (channel, day, clock) => `${channel}, ${day} ${clock}`,
};
