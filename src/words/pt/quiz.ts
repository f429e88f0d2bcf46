// Perguntar e responder: os comandos, o retorno, as rodadas, o histórico.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural, percent } = forms;

export const quiz: Words['quiz'] = {
  command: {
    quiz: { name: 'quiz', description: 'Peça uma questão com cenário: para todo mundo aqui ou só para você' },
    topic: { name: 'tema', description: 'Um domínio, módulo, lição ou conceito' },
    count: {
      name: 'quantidade',
      description: 'Quantas questões (padrão: 1; várias seguem em um tópico)',
    },
    openFor: {
      name: 'aberta-por',
      description: 'Por quanto tempo cada questão fica aberta: 30m, 2h, 3d (padrão: 30 minutos)',
    },
    pace: { name: 'ritmo', description: 'A velocidade da rodada (padrão: ágil)' },
    private: { name: 'privado', description: 'Só você vê as questões: treine no seu ritmo' },
    until: { name: 'até', description: 'Fechadas neste dia ou antes, como 2026-11-26' },
    history: {
      name: 'histórico',
      description: 'Questões fechadas deste canal, com gabarito, justificativa e respostas',
    },
  },
  paces: {
    relaxed: 'tranquilo – 30 minutos por questão',
    brisk: 'ágil – 3 minutos por questão',
    fast: 'rápido – 90 segundos por questão',
  },
  counts: { 1: '1', 5: '5 – quiz rápido', 10: '10 – modo estudo' },
  topic: (name, questions) => `${name} (${questions})`,
  badOpenFor: '**aberta-por**: informe um tempo de 1 minuto a 7 dias, como `30m`, `2h` ou `3d`.',
  unknownTopic: (typed, near) =>
    `Não tenho questões sobre “${typed}” nesta edição do exame. O mais próximo: ${choice(near)}.`,
  noQuestions:
    'Ainda não há questões para esta edição do exame: em um servidor, um admin escolhe outra com `/configurar servidor`; fora dele, você escolhe com `/ajustes exame`.',
  coolingDown: (when) =>
    `Uma questão de cada vez, para todo mundo acompanhar. A próxima: ${when}. Enquanto isso, responda à de cima!`,
  ownFull: (limit) =>
    `Você tem ${limit} questões abertas neste canal: feche uma delas ou espere uma terminar.`,
  channelFull: (limit) =>
    `Este canal já tem ${limit} questões abertas: feche uma ou espere que uma se feche sozinha.`,
  exhausted: 'Todas as questões desta seleção já saíram aqui, então voltou a que saiu há mais tempo.',
  gone: 'Esta questão não está mais disponível: comece uma nova com `/quiz`.',
  closedAlready: 'Esta questão já está fechada: o gabarito aparece em alguns segundos.',
  menu: {
    explain: 'Explicar esta questão',
    notOurs:
      'Esta mensagem não é uma questão minha. Use isto em uma questão que eu postei ou em uma resposta que dei a você.',
  },
  stillOpen: 'Esta questão ainda está aberta: o gabarito e a justificativa saem quando ela fechar.',
  thread: {
    exam: (size, date) => plural(size, { one: `Quiz ${date}: # questão`, other: `Quiz ${date}: # questões` }),
    topic: (topic, date) => `${topic}, ${date}`,
  },

  verdict: {
    right: (mine) => `**Certo!** Você escolheu ${mine}.`,
    wrong: (mine, key) => `**Não foi dessa vez**: você escolheu ${mine}, o gabarito é ${key}.`,
    partly: (right, picks) =>
      plural(right, {
        one: `Das suas ${picks} escolhas, # estava certa; como no exame, é preciso acertar todas.`,
        other: `Das suas ${picks} escolhas, # estavam certas; como no exame, é preciso acertar todas.`,
      }),
    already: 'Você já respondeu a esta',
    firstCounts: (verdict) => `Vale sua primeira resposta. ${verdict}`,
    key: (letters) => `Gabarito: **${list(letters)}**.`,
  },
  yourChoice: 'sua escolha',
  points: (points) => plural(points, { one: '**+#** ponto', other: '**+#** pontos' }),
  noPoints: 'Valia pontos: desta vez, nenhum.',
  practice: {
    private: 'Treino: questões privadas não valem pontos.',
    test: 'Treino: uma postagem de teste não vale pontos.',
    late: 'Treino, sem pontos: a questão já tinha fechado.',
    'answered-before':
      'Treino, sem pontos: nos últimos 90 dias você já respondeu a esta questão valendo pontos.',
    'key-seen': 'Treino, sem pontos: nos últimos 7 dias você treinou esta questão ou viu o gabarito.',
  },
  another: 'Mais uma assim',
  next: 'Próxima',
  result: 'Resultado',
  documentation: (page) => `Leia: ${page}`,

  round: {
    finished: (right, size) => `Rodada concluída: ${right} de ${size} certas`,
    isPractice: 'Questões privadas são treino: contam para sua sequência, não para o ranking.',
    again: '`/quiz privado:True` começa a próxima rodada; `/agora` diz o que mais vale a pena fazer.',
    resumed: 'Continuando a rodada que você deixou pela metade.',
    end: 'Encerrar esta rodada',
    which: (answered, size) =>
      `Você tem uma rodada inacabada: ${answered} de ${size} respondidas. Qual vai ser? A nova encerra a outra onde está.`,
    goOn: 'Continuar a anterior',
    instead: 'Começar a nova',
  },
  sure: {
    'waited-for': (members) =>
      plural(members, {
        one: '**# pessoa** que respondeu à questão anterior ainda não respondeu a esta.',
        other: '**# pessoas** que responderam à questão anterior ainda não responderam a esta.',
      }),
    answered: (members) =>
      plural(members, {
        one: '**# pessoa** respondeu no último minuto; talvez venham outras.',
        other: '**# pessoas** responderam no último minuto; talvez venham outras.',
      }),
    close: 'Fechar mesmo assim',
    end: 'Encerrar a rodada mesmo assim',
    done: {
      question: 'A questão está fechada: o gabarito aparece em alguns segundos.',
      round: 'A rodada termina aqui: o resultado aparece em alguns segundos.',
    },
  },
  closedReply: (right, answers) => `Fechada: **${right} de ${answers}** certas.`,
  outcome: {
    'all-asked': 'A rodada terminou',
    ended: 'A rodada foi encerrada',
    silence: 'A rodada para aqui: ninguém respondeu a duas questões seguidas',
    stuck: 'A rodada para aqui: a próxima questão não pode ser exibida',
    'shut-out': 'A rodada para aqui: não posso postar a próxima questão onde ela estava sendo jogada',
    delayed: 'A rodada para aqui: o Discord não aceitou a próxima questão a tempo',
    nobody: 'Ninguém respondeu a tempo.',
    winner: (names, right, size) =>
      plural(names.length, {
        one: `🏆 ${list(names)} vence com **${right} de ${size}** certas.`,
        other: `🏆 ${list(names)} vencem com **${right} de ${size}** certas.`,
      }),
    row: (right, size, points) => `${right} de ${size} certas · ${points}`,
    points: (points) => plural(points, { one: '# ponto', other: '# pontos' }),
    more: (members) => plural(members, { one: 'mais # pessoa', other: 'mais # pessoas' }),
    question: (position) => `Questão ${position}`,
    hardest: (question, right, answers) =>
      `Mais difícil: ${question}, ${right} de ${answers} certas (${percent(right / answers)})`,
    fastest: (name, seconds, position) =>
      plural(seconds, {
        one: `Resposta certa mais rápida: ${name}, # segundo (questão ${position})`,
        other: `Resposta certa mais rápida: ${name}, # segundos (questão ${position})`,
      }),
    again: 'Outra rodada',
    mistakes: 'Meus erros',
  },
  mistakes: {
    title: (count) => plural(count, { one: 'Você errou # questão', other: 'Você errou # questões' }),
    none: 'Você não errou nada nesta rodada.',
    tookNoPart: 'Você não respondeu a nenhuma questão desta rodada.',
    choose: 'Releia a justificativa',
  },
  closedHere: {
    none: 'Nenhuma questão foi fechada neste canal ainda: comece uma com `/quiz` e encontre-a aqui depois.',
    title: 'Questões fechadas neste canal',
    hint: 'Escolha uma para ver o gabarito, a justificativa e como cada pessoa respondeu.',
    choose: 'Escolha uma questão',
    until: (date) => `até ${date}`,
    noneSuch: 'Nenhuma questão fechada daqui combina com esta seleção: tire `tema` ou `até` para ver mais.',
    unknownDay: (typed) =>
      `Não conheço o dia “${typed}”: escreva como 2026-11-26 ou escolha da lista de \`até\`.`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: 'Mais novas',
    older: 'Mais antigas',
  },
};
