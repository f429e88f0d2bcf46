// O ranking: seu comando, seu título e linhas, o lugar de quem pergunta.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: 'ranking', description: 'Quem lidera neste servidor e onde você está' },
    domain: { name: 'domínio', description: 'Um domínio do exame (padrão: todos)' },
    window: { name: 'período', description: 'Desde quando (padrão: esta semana)' },
    metric: { name: 'critério', description: 'O que se compara (padrão: pontos)' },
  },
  windowChoice: { today: 'hoje', week: 'esta semana', month: 'este mês', all: 'desde sempre' },
  metricChoice: { points: 'pontos', accuracy: 'taxa de acertos' },
  title: (metric) => `Ranking: ${metric}`,
  metrics: { points: 'pontos', accuracy: 'taxa de acertos' },
  windows: { today: 'Hoje', week: 'Esta semana', month: 'Este mês', all: 'Desde sempre' },
  allDomains: 'todos os domínios',
  everyDomain: 'Todos os domínios',
  by: (metric) => `Critério: ${metric}`,
  pages: {
    places: (from, to) => `Posições ${from}–${to}`,
    mine: 'Meu lugar',
  },
  unchecked:
    'O Discord não disse a tempo quem ainda está neste servidor: alguém daqui pode ter saído, e aí as posições aparecem mais baixas do que são.',
  resets: (when) => `zera ${when}`,
  anonymous: 'Anônimo',
  you: '(você)',
  tied: 'empate',
  right: (right, rated) => `${right} de ${rated} certas`,
  points: (points) => plural(points, { one: '# ponto', other: '# pontos' }),
  empty: {
    points:
      'Ninguém respondeu valendo pontos aqui ainda. Comece você: mande uma questão ao grupo com `/quiz`.',
    accuracy: (needed) =>
      `Ninguém tem ainda ${needed} respostas valendo pontos aqui, o mínimo deste ranking. Mande uma questão ao grupo com \`/quiz\`.`,
  },
  own: (name, place) => `${name}: ${place}`,
  ownName: 'Você',
  rank: (rank, worth) => `**${rank}º** lugar, com ${worth}.`,
  aboutRank: (rank, worth) =>
    `por volta do **${rank}º** lugar, com ${worth}; parte de quem está acima pode ter saído.`,
  tooFew: (rated, needed) =>
    `${rated} das ${needed} respostas valendo pontos necessárias para entrar no ranking; \`/quiz\` traz a próxima.`,
  nothingYet: 'nenhuma resposta valendo pontos neste período; responda a uma questão do `/quiz` para entrar.',
  rules: {
    points:
      'Resposta certa valendo pontos: fácil 1, média 2, difícil 3; desempate por taxa de acertos e, depois, menos respostas.',
    accuracy: (needed) =>
      `Taxa de acertos em pelo menos ${needed} respostas valendo pontos; desempate por pontos.`,
  },
  privately: 'Só você vê isto, já que você não aparece para os outros (`/ajustes visibilidade`).',
  winners: {
    option: { name: 'vencedores', description: 'Canal em que se anuncia quem venceu cada semana' },
    title: 'Vencedores da semana',
    next: 'A próxima semana começou: todo mundo parte do zero. `/ranking` mostra onde você está.',
    on: (channel) => `Anúncio em ${channel}, na primeira manhã da semana seguinte.`,
    off: 'Ninguém fica sabendo quem foi melhor.',
    choose: 'Canal para os vencedores da semana',
    turnedOn: (channel) => `Os vencedores de cada semana são anunciados em ${channel}.`,
    turnedOff: 'Os vencedores da semana não são anunciados.',
    lacks: (channel, names) =>
      `Não consigo anunciar os vencedores em ${channel}: lá não tenho permissão para ${list(names)}.`,
    wrongChannel: (channel) =>
      `${channel} não é um canal de mensagens: escolha um canal de texto ou de anúncios para os vencedores.`,
    setting: 'vencedores da semana',
  },
  unknownDomain: (typed, names) =>
    `O exame deste servidor não tem o domínio “${typed}”: escolha ${choice(names)}.`,
};
