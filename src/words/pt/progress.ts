// O que alguém sabe e quanto isso vale no exame: a tela, por que ela diz isso, e alarmes sobre questões.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural, date } = forms;
const answers = (count: number) => plural(count, { one: '# resposta', other: '# respostas' });
const questions = (count: number) => plural(count, { one: '# questão', other: '# questões' });
const results = (count: number) =>
  plural(count, { one: 'De # resultado real', other: 'De # resultados reais' });
const points = (count: number) => plural(count, { one: '# ponto', other: '# pontos' });

export const progress: Words['progress'] = {
  command: {
    progress: { name: 'progresso', description: 'Seu preparo: nota, chance, domínios e o que mais ajuda' },
    member: { name: 'membro', description: 'De quem é o progresso a ver (padrão: o seu)' },
  },
  memberIsBot: '**membro**: bots não fazem exames: escolha uma pessoa.',
  memberNotHere:
    '**membro**: só dá para ver outras pessoas em um servidor que me tem, e só membros dele: escolha alguém lá.',
  notVisible: 'Esta pessoa prefere não mostrar o progresso: `/progresso` sozinho mostra o seu.',
  noExam:
    'Este exame ainda não tem questões: em um servidor, um admin escolhe outro com `/configurar servidor`; fora dele, você escolhe com `/ajustes exame`.',
  basis: (answers) => plural(answers, { one: 'com base em # resposta', other: 'com base em # respostas' }),
  title: (code) => `Seu progresso: ${code}`,
  titleOf: (name, code) => `Progresso de ${name}: ${code}`,
  nothing: {
    own: 'Ainda não sei nada: tudo começa com sua primeira resposta. `/diagnóstico` é o que mais descobre, com 30 questões.',
    other: 'Ainda não sei nada desta pessoa.',
  },
  score: ({ median, low, high }, pass) =>
    `**Nota estimada ${number(median)}** (${number(low)}–${number(high)}); passa com ${number(pass)}.`,
  chance: (share, words) => `**Chance de passar, se o exame fosse hoje: ${percent(share)}**: ${words}.`,
  chanceWords: {
    'very-likely': 'muito provável',
    likely: 'provável',
    even: 'pode dar qualquer um dos dois',
    unlikely: 'provavelmente ainda não',
    'very-unlikely': 'ainda não',
  },
  ceiling: (oneIn) =>
    `Mesmo quem conhecesse seu nível com exatidão erraria o resultado em cerca de um a cada ${number(oneIn)} casos. Isto é medido pela dificuldade deste banco de questões e não promete nada.`,
  missing: (count) =>
    `**Ainda faltam respostas para estimar a chance de passar:** ${plural(count, { one: 'mais # que conte.', other: 'mais # que contem.' })} \`/diagnóstico\` traz 30 de uma vez.`,
  domains: 'Acertos esperados, por domínio',
  domain: (name, { median, low, high }, count) =>
    `**${name}**: ${percent(median)} (${percent(low)}–${percent(high)}), com ${answers(count)}`,
  domainMissing: (name, count) =>
    `**${name}**: ainda poucas respostas, ${plural(count, { one: 'falta #', other: 'faltam #' })}`,
  tasks: (covered, all) => `**Tarefas do guia cobertas:** ${covered} de ${all}`,
  tasksOpen: (names, more) =>
    more === 0
      ? `Ainda abertas: ${list(names)}.`
      : `Ainda abertas: ${names.join('; ')}; e ${plural(more, { one: 'mais #', other: 'mais #' })}.`,
  trend: (steps) => `**Semana a semana:** ${steps.join(' → ')}`,
  raise: 'O que mais aumentaria a nota',
  raiseLine: (title, by) => `${title}: cerca de ${points(by)}`,
  record: (count, inside, brier) =>
    inside === null
      ? `${results(count)} até agora: índice de Brier ${number(brier)} (0 é perfeito, 0,25 é cara ou coroa).`
      : `${results(count)} até agora: ${percent(inside)} das notas ficaram na faixa indicada; índice de Brier ${number(brier)} (0 é perfeito, 0,25 é cara ou coroa).`,
  quizOf: (title) => `Quiz: ${title}`,
  withQuiz: (line, topic) => `${line}: \`/quiz tema:${topic} privado:True\``,
  why: {
    ask: 'Por quê? Escolha um número',
    title: (what) => `Por quê: ${what}`,
    topics: {
      score: 'A nota estimada',
      chance: 'A chance de passar',
      tasks: 'As tarefas do guia',
      trend: 'As semanas',
      raise: 'O que mais aumentaria a nota',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) =>
      `Isto se apoia em **${answers(counted)}** que contam, de ${number(given)} nos últimos 400 dias.`,
    worth: (sum, oldest) =>
      `Juntas, pesam o mesmo que ${number(sum)} recentes; a mais antiga é de ${date(oldest)}.`,
    weights:
      'Pesos: o primeiro contato com uma questão conta inteiro; uma repetição depois de mais de 21 dias, metade; antes disso, nada. Uma resposta perde metade do peso em 30 dias. O que veio até uma semana depois de o gabarito aparecer não conta.',
    difficulty: (learned, all) =>
      `A dificuldade de uma questão vem das primeiras respostas de todo mundo: até agora, ${number(learned)} de ${questions(all)} têm alguma; para as outras, vale o nível indicado.`,
    prior:
      'Antes de qualquer resposta, presumo que você seja como a maioria; as respostas afastam a estimativa disso.',
    sittings:
      'Duas mil pessoas hipotéticas que responderam como você fazem o exame uma vez cada: a nota é a da pessoa do meio, e nove em cada dez ficam na faixa.',
    scale: (mark, doubt) =>
      `A certificadora não publica como transforma acertos em nota. Presumo uma linha reta do chute até a nota mínima, com ${percent(mark)} de acertos (margem de ${percent(doubt)}), e dali até acertar tudo.`,
    ofDomain: (offset) =>
      offset >= 0
        ? 'Você vai melhor nele do que no exame como um todo, até onde as respostas mostram.'
        : 'Você vai pior nele do que no exame como um todo, até onde as respostas mostram.',
    newest: 'As mais recentes que contam:',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? 'certa' : 'errada'} · peso ${percent(weight)}`,
    none: 'Nenhuma resposta conta ainda.',
    tasks:
      'Uma tarefa do guia está coberta quando você respondeu a três questões dela, ou a todas se houver menos, acertando ou não.',
    task: (name, answered, all) => `${name}: ${answered} de ${all}`,
    trend:
      'Cada semana mostra sua última estimativa. Onde você não olhou, é o que suas respostas até ali dizem pelo que se sabe hoje das questões.',
    raise:
      'Para cada lição: quanto a nota do meio subiria se suas respostas nela ficassem tão boas quanto no seu melhor domínio. Uma lição conta conforme a parte que suas questões têm no domínio.',
  },
};
