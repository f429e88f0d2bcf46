// Sequências: a tela, o que uma resposta faz com uma, lembretes, marcos.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, plural } = forms;
const days = (count: number) => plural(count, { one: '# dia', other: '# dias' });

export const streak: Words['streak'] = {
  command: {
    streak: { name: 'sequência', description: 'Sua sequência: hoje, congelamentos, os últimos 14 dias' },
    member: { name: 'membro', description: 'De quem é a sequência a ver (padrão: a sua)' },
  },
  days,
  memberIsBot: '**membro**: bots não têm sequência: escolha uma pessoa.',
  memberNotHere:
    '**membro**: só dá para ver outras pessoas em um servidor que me tem, e só membros dele: escolha alguém lá.',
  notVisible: 'Esta pessoa prefere não mostrar a sequência: `/sequência` sozinho mostra a sua.',
  none: {
    own: 'Nenhuma sequência ainda',
    ownHow: 'Ela começa com uma resposta, certa ou errada: peça uma questão com `/quiz`.',
    other: 'Esta pessoa ainda não tem sequência: mande uma questão ao grupo com `/quiz`.',
  },
  title: (current) => (current === 0 ? 'Sua sequência terminou' : `Sua sequência: ${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `Sequência de ${name}: nenhuma no momento` : `Sequência de ${name}: ${days(current)}`,
  todayOf: { done: 'hoje: feito', 'not-yet': 'hoje: ainda não', paused: 'hoje: em pausa' },
  today: {
    done: (ends) => `**Hoje: feito.** Seu próximo dia começa ${ends}.`,
    paused: (ends) =>
      `**Hoje: em pausa**, não precisa fazer nada. O dia termina ${ends}; uma resposta conta mesmo assim.`,
    notYet: (ends) => `**Hoje: ainda não.** Basta uma resposta com \`/quiz\`; o dia termina ${ends}.`,
    startsNext: (ends) =>
      `**Hoje: ainda não.** Uma resposta com \`/quiz\` começa a próxima sequência; o dia termina ${ends}.`,
  },
  longestIs: (length) => `mais longa: ${days(length)}`,
  longest: (length) => `Mais longa: **${days(length)}**`,
  nextMilestone: (length, toGo) =>
    `próximo marco: **${days(length)}** (${plural(toGo, { one: 'falta #', other: 'faltam #' })})`,
  freezes: {
    full: (held, most) => `Congelamentos: **${held} de ${most}** guardados, não cabem mais.`,
    next: (held, most, toGo) =>
      `Congelamentos: **${held} de ${most}** guardados, o próximo após ${days(toGo)} com resposta.`,
    covering: (count) =>
      plural(count, { one: '# cobre o dia que você perdeu.', other: '# cobrem os dias que você perdeu.' }),
  },
  missing: {
    nothing: (needed) =>
      `A cada ${days(needed)} com resposta você ganha um congelamento, que cobre automaticamente um dia perdido.`,
    freeze: {
      done: (length) =>
        `Ficar sem responder amanhã gastaria um congelamento automaticamente: a sequência continuaria em ${days(length)}.`,
      'not-yet': (length) =>
        `Ficar sem responder hoje gastaria um congelamento automaticamente: a sequência continuaria em ${days(length)}.`,
      paused: (length) =>
        `Ficar um dia sem responder após a pausa gastaria um congelamento automaticamente: a sequência continuaria em ${days(length)}.`,
    },
    streak: {
      done: 'Ficar sem responder amanhã acabaria com a sequência.',
      'not-yet': 'Ficar sem responder hoje acabaria com a sequência.',
      paused: 'Ficar um dia sem responder após a pausa acabaria com a sequência.',
    },
  },
  reminderHint: '`/ajustes lembretes` manda uma mensagem direta à noite, antes que uma sequência se quebre.',
  calendar: (count) => plural(count, { one: 'O último dia', other: 'Os últimos # dias' }),
  calendarFrom: (from, to) => `${from} – ${to}`,
  marks: {
    answered: 'com resposta',
    frozen: 'coberto por congelamento',
    paused: 'pausa, ou bot fora do ar',
    missed: 'sem resposta',
    'not-yet': 'ainda não',
    before: 'antes da primeira resposta',
  },
  grown: (length) => `🔥 Sequência: **${days(length)}**`,
  milestone: (length) => `🔥 Sequência: **${days(length)}** – um marco!`,
  frozen: (dates) =>
    plural(dates.length, {
      one: `Um congelamento cobriu ${list(dates)}: sua sequência continua viva.`,
      other: `# congelamentos cobriram ${list(dates)}: sua sequência continua viva.`,
    }),
  broken: (length) => `Sua sequência de ${days(length)} terminou; este é o primeiro dia da próxima.`,
  earned: (held) =>
    `Você ganhou um congelamento (guardados: ${held}): ele cobre automaticamente um dia perdido.`,
  reminder: {
    title: (length) => `Sua sequência de ${days(length)} está sem resposta hoje`,
    how: (ends) =>
      `Seu dia termina ${ends}. Basta responder a uma questão, acertando ou não: use \`/quiz\`, aqui ou no servidor do seu grupo de estudos.`,
    freeze: (held, length) =>
      `Sem resposta, um congelamento cobre hoje (guardados: ${held}), e a sequência continua em ${days(length)}.`,
    ends: 'Sem resposta, a sequência termina com o dia.',
    answer: 'Responder a uma agora',
    off: 'Você pediu estes lembretes; `/ajustes lembretes` os desliga.',
  },
  milestones: (names) => `**Marcos de sequência:** ${list(names)}. Muito bem!`,
  milestoneOf: (name, length) => `${name} (${days(length)})`,
  ranking: {
    choice: 'sequência',
    mark: '🔥',
    title: 'sequências',
    scope: 'Situação de hoje, cada pessoa no seu fuso horário',
    worth: days,
    beside: (length) => plural(length, { one: '# dia seguido', other: '# dias seguidos' }),
    empty: 'Ninguém tem sequência no momento. Uma resposta começa uma: peça uma questão com `/quiz`.',
    nothing: 'nenhuma sequência no momento; uma resposta a uma questão do `/quiz` começa uma.',
    rule: 'Sequências contam respostas em todo lugar, então domínio e período não se aplicam.',
  },
};
