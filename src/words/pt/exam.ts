// Simulados: começar um, suas telas, o que diz no fim.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const questions = (count: number) => plural(count, { one: '# questão', other: '# questões' });
const minutes = (count: number) => plural(count, { one: '# minuto', other: '# minutos' });

export const exam: Words['exam'] = {
  command: {
    exam: { name: 'simulado', description: 'Simulados: só para você, com o tempo do exame real' },
    start: { name: 'iniciar', description: 'Comece um simulado' },
    continue: { name: 'continuar', description: 'Continue o simulado em andamento em uma nova mensagem' },
    history: { name: 'histórico', description: 'Todos os seus simulados e para onde eles apontam' },
    result: { name: 'resultado-real', description: 'Conte como foi o exame real: só você vê' },
    size: { name: 'tamanho', description: 'A duração (padrão: exame completo)' },
    domain: { name: 'domínio', description: 'Só um domínio do exame' },
    extraTime: { name: 'tempo-extra', description: '30 minutos a mais, como para quem não é falante nativo' },
    edition: { name: 'edição', description: 'Outro exame ou edição, diferente do seu aqui' },
    passed: { name: 'passei', description: 'Se você passou' },
    score: { name: 'nota', description: 'A nota em escala do seu relatório, de 100 a 1.000' },
    date: { name: 'data', description: 'O dia em que você fez o exame, como 2026-12-05 (padrão: hoje)' },
  },
  sizes: { full: 'Exame completo', half: 'Meio exame', domain: 'Um domínio' },
  title: (size, code) => `${size}, ${code}`,
  titleOf: (size, code, domain) => `${size}, ${code}: ${domain}`,
  intro: {
    what: (count, time) => `**${questions(count)} em ${minutes(time)}.** O relógio começa com *Começar*.`,
    extra: (time) => `Desse total, ${minutes(time)} são tempo extra.`,
    unscored: (count) =>
      plural(count, {
        one: '# questão não vale nota, como no exame real; ninguém sabe qual.',
        other: '# questões não valem nota, como no exame real; ninguém sabe quais.',
      }),
    rules:
      'Nenhum retorno antes do fim. Você pode mudar respostas, sinalizar questões e deixá-las para depois; o que ficar em branco no fim conta como erro.',
    goesOn: 'Pode fechar o Discord: o relógio continua correndo, e `/simulado continuar` traz você de volta.',
    practice: 'Nada disto conta para o ranking.',
    begin: 'Começar',
  },
  position: (position, size) => `Questão ${position} de ${size}`,
  flagged: 'sinalizada',
  ends: (when) => `termina ${when}`,
  away: (time) => `prorrogado em ${minutes(time)}, porque o bot ficou fora do ar`,
  yourAnswer: (letters) => `sua resposta: **${list(letters)}**`,
  unanswered: 'ainda em branco',
  previous: 'Anterior',
  next: 'Próxima',
  flag: 'Sinalizar',
  unflag: 'Tirar sinalização',
  overview: 'Visão geral',
  grid: {
    title: (answered, size) => `${answered} de ${size} respondidas`,
    counts: (open, flagged) =>
      `${number(open)} em branco, ${plural(flagged, { one: '# sinalizada', other: '# sinalizadas' })}`,
    legend: '`■` respondida, `□` em branco, `*` sinalizada',
    jump: 'Ir para uma questão',
    state: { answered: 'respondida', open: 'em branco' },
    filters: { all: 'Todas', open: 'Só em branco', flagged: 'Só sinalizadas' },
    none: { all: 'Não há questões.', open: 'Nenhuma em branco.', flagged: 'Nenhuma sinalizada.' },
    back: (position) => `Voltar à questão ${position}`,
    submit: 'Entregar',
  },
  confirm: {
    title: 'Entregar o simulado?',
    open: (count) =>
      count === 0
        ? 'Todas as questões estão respondidas.'
        : plural(count, {
            one: '**# questão está em branco** e contaria como erro.',
            other: '**# questões estão em branco** e contariam como erro.',
          }),
    final: 'Depois não dá para mudar nada.',
    yes: 'Entregar agora',
    no: 'Voltar às questões',
  },
  running: {
    title: 'Você tem um simulado em andamento',
    what: (title, answered, size) => `**${title}**: ${answered} de ${size} respondidas.`,
    how: 'Continue ou entregue: depois pode começar outro.',
    go: 'Continuar',
  },
  nextStep: (open) => ({
    what: 'Continue seu simulado',
    why:
      open === 0
        ? 'O relógio está correndo, e todas as questões estão respondidas: entregue.'
        : plural(open, {
            one: 'O relógio está correndo, e # questão está em branco.',
            other: 'O relógio está correndo, e # questões estão em branco.',
          }),
    button: 'Continuar',
  }),
  none: 'Você não tem simulado em andamento: `/simulado iniciar` começa um, `/simulado histórico` mostra os anteriores.',
  gone: 'Este simulado já acabou ou não era seu: `/simulado histórico` mostra os seus.',
  noQuestions: 'Não há questões para isso: escolha exame, edição e domínio das listas.',
  result: {
    right: (right, size) => `${right} de ${size} certas (${percent(size === 0 ? 0 : right / size)})`,
    timeUp: 'O tempo acabou: foi entregue como estava.',
    submitted: (when) => `Entregue: ${when}.`,
    open: (count) =>
      plural(count, { one: '# questão ficou em branco.', other: '# questões ficaram em branco.' }),
    score: ({ score, low, high }, pass) =>
      `**Nota estimada ${number(score)}** (${number(low)}–${number(high)}); passa com ${number(pass)}.`,
    verdict: {
      above: 'A faixa inteira está acima da nota mínima, com a dificuldade deste banco de questões.',
      around: 'A nota mínima está dentro da faixa: num dia como este, poderia dar qualquer um dos dois.',
      below: 'A faixa inteira está abaixo da nota mínima.',
    },
    basis: (scored) =>
      `Com base em ${questions(scored)} valendo nota. A escala de notas oficial não é publicada: isto é uma estimativa.`,
    domain: (name, right, items) => `**${name}**: ${right} de ${items}`,
    meets: 'atende',
    needsWork: 'precisa melhorar',
    domains: 'Por domínio',
    time: (median) => `Tempo por questão (mediana): ${median}.`,
    slowest: (positions) => `Mais demoradas: ${list(positions)}.`,
    slow: (position, time) => `questão ${position} (${time})`,
    missed: (count) => `Erradas (${count})`,
    flagged: (count) => `Sinalizadas (${count})`,
    everything: 'Todas as questões',
    toReview: 'Pôr erradas na revisão',
    share: 'Compartilhar resumo',
    back: 'Voltar ao resultado',
  },
  review: {
    title: { missed: 'Erradas', flagged: 'Sinalizadas', all: 'Todas as questões' },
    place: (index, count) => `${index} de ${count}`,
    right: 'certa',
    wrong: 'errada',
    open: 'em branco',
  },
  added: (count) =>
    count === 0
      ? 'Todas já estão na sua revisão.'
      : plural(count, {
          one: '# questão entrou na sua revisão.',
          other: '# questões entraram na sua revisão.',
        }),
  sharing: {
    ask: 'O que todo mundo aqui pode ver?',
    score: 'Acertos e nota',
    domains: 'E os domínios',
  },
  shared: (name, title) => `${name} concluiu um simulado: ${title}`,
  history: {
    title: 'Seus simulados',
    empty: 'Você ainda não fez nenhum simulado: `/simulado iniciar` começa um.',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${right} de ${size} (${percent(size === 0 ? 0 : right / size)})`,
    score: (score) => `cerca de ${number(score)}`,
    trend: (change, since) =>
      change > 0
        ? `Nos seus últimos ${since} simulados (exame completo ou meio exame), a estimativa subiu ${number(change)}.`
        : change < 0
          ? `Nos seus últimos ${since} simulados (exame completo ou meio exame), a estimativa caiu ${number(-change)}.`
          : `Nos seus últimos ${since} simulados (exame completo ou meio exame), a estimativa ficou igual.`,
    open: 'Rever um deles',
    real: (when, code, passed) => `${when} · o ${code} real: ${passed}`,
    passed: (score) => (score === null ? '**passou**' : `**passou** com ${number(score)}`),
    failed: (score) => (score === null ? 'não passou' : `não passou, ${number(score)}`),
  },
  told: {
    passed: (code) => `Parabéns! Anotei que você passou no ${code}, e só você vê.`,
    failed: (code) =>
      `Anotado, e só você vê. Antes de fazer o ${code} de novo, \`/simulado iniciar\` mostra em que ponto você está.`,
    why: 'Isso também ajuda a conferir se as estimativas são boas; `/privacidade apagar` o remove com todo o resto.',
    badDate: '**data**: escreva como `2026-12-05`, não depois de hoje.',
    badScore: (least, most) => `**nota**: ela fica entre ${number(least)} e ${number(most)}.`,
    contradiction: (pass) => `**nota** e **passei** não combinam: passa quem tem ${number(pass)} ou mais.`,
  },
};
