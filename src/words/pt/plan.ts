// Planos de estudos, o próximo passo e a mensagem semanal sobre eles.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, plural } = forms;
const weeks = (count: number) => plural(count, { one: '# semana', other: '# semanas' });
const lessons = (count: number) => plural(count, { one: '# lição', other: '# lições' });
const questions = (count: number) => plural(count, { one: '# questão', other: '# questões' });
const reviews = (count: number) => plural(count, { one: '# revisão', other: '# revisões' });
const minutes = (count: number) => plural(count, { one: '# minuto', other: '# minutos' });
const hours = (count: number) => plural(count, { one: '# hora', other: '# horas' });
const mocks = (count: number) => plural(count, { one: '# simulado', other: '# simulados' });
const tasksOf = (count: number) =>
  plural(count, { one: '# atividade prática', other: '# atividades práticas' });

export const plan: Words['plan'] = {
  command: {
    plan: { name: 'plano', description: 'Seu plano de estudos, semana a semana até o dia do exame' },
    examDate: { name: 'data-do-exame', description: 'O dia do seu exame, como 2026-12-24' },
    hours: {
      name: 'horas',
      description: 'Horas por semana que você tem (padrão: quantas forem necessárias)',
    },
    next: { name: 'agora', description: 'Uma coisa para fazer agora, e por quê' },
  },
  noPlan: (exam) =>
    `Ainda não há plano de estudos para ${exam}: \`/agora\` mesmo assim acha algo para fazer.`,
  date: {
    unreadable: (typed, example) =>
      `**data-do-exame**: não consigo ler “${typed}” como data: escreva como \`${example}\`.`,
    past: (typed) => `**data-do-exame**: “${typed}” não está no futuro: escolha de amanhã em diante.`,
    tooFar: (typed) => `**data-do-exame**: “${typed}” fica a mais de um ano: escolha um dia mais próximo.`,
  },
  none: {
    title: (code) => `Seu caminho até o ${code}`,
    what: 'Um plano diz o que fazer em cada semana: lições, questões, revisões, algo para construir, simulados. O que você faz é marcado automaticamente, e os dias perdidos são replanejados.',
    date: 'Se você sabe o dia do exame: `/plano data-do-exame:`. Se não, comece hoje:',
    line: (name, count, each) => `**${name}**: ${weeks(count)} de cerca de ${hours(each)}`,
  },
  over: {
    title: (code, when) => `Seu ${code} foi em ${when}`,
    today: (code) => `Hoje é dia do seu ${code}`,
    how: 'Conte como foi com `/simulado resultado-real`: só você vê. Se ainda vai acontecer, mude a data com `/plano data-do-exame:`.',
    luck: 'Você fez o que podia. Leia como é o dia do exame, depois feche isto e respire. Boa sorte!',
  },
  title: (code, when) => `Plano de estudos: ${code} em ${when}`,
  place: (week, all, left) =>
    `Semana ${number(week)} de ${number(all)} · ${plural(left, { one: 'falta # dia', other: 'faltam # dias' })}`,
  hours: (each) => `cerca de ${hours(each)} por semana`,
  successor: (old, until, code) =>
    `**Este plano é para o ${code}:** o último dia do ${old} é ${until}. Nada do que você fez se perde.`,
  provisional: (code) => `O que o ${code} cobra ainda não é definitivo: quando for, o plano acompanha.`,
  thisWeek: 'Esta semana:',
  nextWeek: 'Próxima semana:',
  week: (week) => `Semana ${number(week)}:`,
  span: (from, to) => `${from} – ${to}`,
  done: 'feito',
  moreLessons: (count) => `□ e mais ${lessons(count)}`,
  questions: (done, all) => `Questões: ${number(done)} de ${number(all)}`,
  reviews: (done, all) => `Revisões: ${number(done)} de ${number(all)}`,
  task: (title) => `Mão na massa: ${title}`,
  mocks: {
    full: 'Simulado: exame completo',
    half: 'Simulado: meio exame',
    domain: 'Simulado: domínio mais fraco',
  },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: 'uma atividade prática',
  leftOut: (tasks, exams) =>
    `Deixado de fora para caber nas suas horas: ${list([
      ...(tasks > 0 ? [tasksOf(tasks)] : []),
      ...(exams > 0 ? [mocks(exams)] : []),
    ])}.`,
  isOver: (needed, each) =>
    `⚠️ Isto leva cerca de ${hours(needed)}, mais do que ${hours(each)}: com mais horas ou uma data mais tarde, cabe (\`/plano\`).`,
  buttons: {
    next: 'E agora?',
    all: 'Todas as semanas',
    task: 'Mão na massa',
    day: 'O dia do exame',
    ics: 'Arquivo de calendário',
    booked: 'Já agendei',
    back: 'Voltar ao plano',
    earlier: 'Anteriores',
    later: 'Seguintes',
  },
  remind: {
    start: 'Lembrar toda semana',
    stop: 'Chega de lembretes',
    refused:
      '⚠️ Não consegui mandar a mensagem semanal: o Discord não me deixa escrever para você. Permita mensagens diretas minhas e toque em *Lembrar toda semana*.',
    none: 'Nenhuma outra semana começa antes do seu exame: não há do que lembrar.',
  },
  handsOn: {
    place: (time, about) => `${minutes(time)} · lições ${list(about)}`,
    steps: 'Passos',
    cleanUp: 'Limpeza:',
    cost: 'Custo:',
    done: 'Feito',
    notDone: 'Ainda não fiz',
  },
  day: {
    title: 'O dia do exame',
    choose: 'Sobre o que ler',
    nothing: 'Ainda não há nada escrito sobre o dia deste exame.',
  },
  calendar: {
    name: (code) => `Plano de estudos para o ${code}`,
    how: 'Seu plano como arquivo de calendário. Se você importar de novo depois, as semanas mudam e nenhuma se repete.',
    week: (week, code) => `Semana ${number(week)} de estudos para o ${code}`,
    exam: (code) => `Exame: ${code}`,
    examHow: 'Boa sorte! /plano diz como é o dia do exame.',
  },
  next: {
    nothing: 'Não há nada para fazer aqui: nenhum exame está carregado.',
    takes: (time) => `cerca de ${minutes(time)}`,
    other: 'Outra coisa',
    lessonQuestions: '5 questões sobre ela',
    makePlan: (code) => ({
      what: 'Monte um plano',
      why: `Assim cada semana diz o que fazer para o ${code}, e nada fica para a última noite.`,
      button: 'Montar um plano',
    }),
    examOver: (code) => ({
      what: 'Conte como foi seu exame',
      why: `O dia que você planejou para o ${code} já passou. Ou mude a data, ou comece um novo plano.`,
      button: 'Ver o plano',
    }),
    examDay: (code, left) => ({
      what: 'Leia como é o dia do exame',
      why:
        left <= 0
          ? `Hoje você faz o ${code}.`
          : plural(left, { one: `Amanhã você faz o ${code}.`, other: `Daqui a # dias você faz o ${code}.` }),
      button: 'O dia do exame',
    }),
    book: (code, left) => ({
      what: `Agende seu ${code}`,
      why: `${plural(left, { one: 'Falta # dia', other: 'Faltam # dias' })} para o seu exame, e os bons horários acabam primeiro. Agende no site oficial e depois avise aqui.`,
      button: 'Já agendei',
    }),
    lesson: (title, isAhead) => ({
      what: `Lição ${title}`,
      why: isAhead
        ? 'Você já deu conta desta semana: esta é a próxima do seu plano.'
        : 'É a próxima desta semana do seu plano.',
      button: 'Ler',
    }),
    task: (title) => ({
      what: `Mão na massa: ${title}`,
      why: 'O que suas próprias mãos constroem fica na memória. Está nesta semana do seu plano.',
      button: 'Ver os passos',
    }),
    mock: {
      full: () => ({
        what: 'Faça um simulado completo',
        why: 'Seu plano tem um nesta semana: com o tempo do exame real, ele mostra em que ponto você está.',
        button: 'Ver o simulado',
      }),
      half: () => ({
        what: 'Faça meio simulado',
        why: 'Seu plano tem um nesta semana: ele mostra o que ficou das lições.',
        button: 'Ver o simulado',
      }),
      domain: (domain) => ({
        what: `Faça um simulado de um domínio: ${domain}`,
        why: 'Seu plano tem um nesta semana, e este domínio é o seu mais fraco.',
        button: 'Ver o simulado',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `Responda a ${questions(count)}: ${domain}`,
      why: isPlanned
        ? 'Esta semana do seu plano ainda tem questões, e este domínio é o seu mais fraco.'
        : 'Sempre vale a pena, e este domínio é o que mais precisa.',
      button: plural(count, { one: 'Quero uma questão', other: 'Quero # questões' }),
    }),
  },
  digest: {
    title: (week, all) => `Começa a semana ${number(week)} de ${number(all)}`,
    exam: (code, when) => `${code} em ${when}`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [mocks(done.exams)] : []),
      ];
      return parts.length === 0
        ? 'A semana passada foi tranquila: o plano se ajustou e segue daqui.'
        : `Semana passada: ${list(parts)}. Muito bem!`;
    },
    now: 'Esta semana:',
    how: 'Use `/agora`, aqui ou no servidor do seu grupo de estudos, para fazer uma coisa de cada vez.',
    result:
      'Como foi? `/simulado resultado-real`, aqui ou no servidor do seu grupo de estudos, anota o resultado: só você vê, e isso ajuda a conferir se as estimativas são boas.',
    once: 'Pergunto só uma vez: você não precisa contar.',
    off: 'Você pediu esta mensagem; `/plano` a desliga.',
    answer: 'Responder a uma agora',
  },
};
