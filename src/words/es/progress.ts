// Lo que alguien sabe y lo que vale en el examen: la pantalla, por qué lo dice, y los avisos sobre preguntas.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural, date } = forms;
const answers = (count: number) => plural(count, { one: '# respuesta', other: '# respuestas' });
const questions = (count: number) => plural(count, { one: '# pregunta', other: '# preguntas' });
const points = (count: number) => plural(count, { one: '# punto', other: '# puntos' });

export const progress: Words['progress'] = {
  command: {
    progress: {
      name: 'progreso',
      description: 'Cómo vas: puntuación, probabilidad, dominios, qué ayuda más',
    },
    member: { name: 'miembro', description: 'De quién quieres ver el progreso (el tuyo por defecto)' },
  },
  memberIsBot: '**miembro**: los bots no hacen exámenes: elige a una persona.',
  memberNotHere:
    '**miembro**: solo se puede ver a otras personas en un servidor que me tiene, y solo a sus miembros: elige allí a alguien.',
  notVisible: 'Este miembro prefiere no mostrar su progreso: `/progreso` a secas te muestra el tuyo.',
  noExam:
    'Este examen todavía no tiene preguntas: en un servidor, un admin elige otro con `/configurar servidor`; fuera de los servidores, lo eliges tú con `/ajustes examen`.',
  basis: (answers) => plural(answers, { one: 'a partir de # respuesta', other: 'a partir de # respuestas' }),
  title: (code) => `Tu progreso: ${code}`,
  titleOf: (name, code) => `Progreso de ${name}: ${code}`,
  nothing: {
    own: 'Aún no se sabe nada: empieza con tu primera respuesta. Lo que más revela es `/nivel`, con 30 preguntas.',
    other: 'Aún no se sabe nada de este miembro.',
  },
  score: ({ median, low, high }, pass) =>
    `**Puntuación estimada: ${number(median)}** (${number(low)}–${number(high)}); se aprueba con ${number(pass)}.`,
  chance: (share, words) => `**Probabilidad de aprobar si te examinaras hoy: ${percent(share)}**: ${words}.`,
  chanceWords: {
    'very-likely': 'muy probable',
    likely: 'probable',
    even: 'podría salir bien o mal',
    unlikely: 'más bien todavía no',
    'very-unlikely': 'todavía no',
  },
  ceiling: (oneIn) =>
    `Incluso quien conociera tu nivel exacto se equivocaría sobre el resultado en más o menos uno de cada ${number(oneIn)} casos. Se mide con la dificultad de este banco, y no promete nada.`,
  missing: (count) =>
    plural(count, {
      one: '**Aún no hay respuestas suficientes para una probabilidad de aprobar:** falta # que cuente. `/nivel` trae 30 de una vez.',
      other:
        '**Aún no hay respuestas suficientes para una probabilidad de aprobar:** faltan # que cuenten. `/nivel` trae 30 de una vez.',
    }),
  domains: 'Aciertos que cabe esperar, por dominio',
  domain: (name, { median, low, high }, count) =>
    `**${name}**: ${percent(median)} (${percent(low)}–${percent(high)}), a partir de ${answers(count)}`,
  domainMissing: (name, count) =>
    plural(count, {
      one: `**${name}**: aún no hay respuestas suficientes, falta # más`,
      other: `**${name}**: aún no hay respuestas suficientes, faltan # más`,
    }),
  tasks: (covered, all) => `**Tareas del temario cubiertas:** ${covered} de ${all}`,
  tasksOpen: (names, more) =>
    more === 0
      ? `Por cubrir: ${list(names)}.`
      : `Por cubrir: ${names.join('; ')}; y ${plural(more, { one: '# más', other: '# más' })}.`,
  trend: (steps) => `**Semana a semana:** ${steps.join(' → ')}`,
  raise: 'Lo que más la subiría',
  raiseLine: (title, by) => `${title}: aprox. ${points(by)}`,
  record: (count, inside, brier) =>
    inside === null
      ? plural(count, {
          one: `Con # resultado real hasta ahora: índice de Brier ${number(brier)} (0 es perfecto; 0,25, tirar una moneda).`,
          other: `Con # resultados reales hasta ahora: índice de Brier ${number(brier)} (0 es perfecto; 0,25, tirar una moneda).`,
        })
      : plural(count, {
          one: `Con # resultado real hasta ahora: el ${percent(inside)} de las puntuaciones cayó dentro del intervalo indicado; índice de Brier ${number(brier)} (0 es perfecto; 0,25, tirar una moneda).`,
          other: `Con # resultados reales hasta ahora: el ${percent(inside)} de las puntuaciones cayó dentro del intervalo indicado; índice de Brier ${number(brier)} (0 es perfecto; 0,25, tirar una moneda).`,
        }),
  quizOf: (title) => `Quiz: ${title}`,
  withQuiz: (line, topic) => `${line}: \`/quiz tema:${topic} privado:True\``,
  why: {
    ask: '¿Por qué? Elige una cifra',
    title: (what) => `Por qué: ${what}`,
    topics: {
      score: 'La puntuación estimada',
      chance: 'La probabilidad de aprobar',
      tasks: 'Las tareas del temario',
      trend: 'Las semanas',
      raise: 'Lo que más la subiría',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) =>
      `Se basa en **${answers(counted)}** que cuentan, de ${number(given)} en los últimos 400 días.`,
    worth: (sum, oldest) =>
      `En conjunto pesan tanto como ${number(sum)} recién dadas; la más antigua es del ${date(oldest)}.`,
    weights:
      'Pesos: la primera vez que respondes una pregunta cuenta entera; una repetición tras más de 21 días, la mitad; antes, nada; una respuesta pierde la mitad de su peso en 30 días. Lo que llegó en la semana posterior a ver la solución no cuenta.',
    difficulty: (learned, all) =>
      `La dificultad de una pregunta sale de las primeras respuestas de todo el mundo: ${number(learned)} de ${questions(all)} ya tienen alguna; a las demás se les supone la que dice su nivel.`,
    prior:
      'Antes de cualquier respuesta se supone que eres como la mayoría; las respuestas alejan la estimación de ahí.',
    sittings:
      'Dos mil personas posibles que respondieron como tú hacen el examen una vez cada una: la del medio es la puntuación, y nueve de cada diez caen en el intervalo.',
    scale: (mark, doubt) =>
      `No se publica cómo el proveedor convierte los aciertos en puntuación. Se supone una línea recta desde responder al azar hasta la nota de corte con un ${percent(mark)} de aciertos, ${percent(doubt)} arriba o abajo, y de ahí hasta acertarlo todo.`,
    ofDomain: (offset) =>
      offset >= 0
        ? 'Por lo que dicen las respuestas, aquí vas mejor que en el conjunto del examen.'
        : 'Por lo que dicen las respuestas, aquí vas peor que en el conjunto del examen.',
    newest: 'Las más recientes que cuentan:',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? 'acierto' : 'fallo'} · peso ${percent(weight)}`,
    none: 'Aún no cuenta ninguna respuesta.',
    tasks:
      'Una tarea del temario está cubierta cuando has respondido tres de sus preguntas, o todas si tiene menos, aciertes o no.',
    task: (name, answered, all) => `${name}: ${answered} de ${all}`,
    trend:
      'Cada semana muestra su última estimación. Si esa semana no miraste, es lo que dicen tus respuestas hasta entonces con lo que hoy se sabe de las preguntas.',
    raise:
      'Para cada lección: cuánto subiría la puntuación del medio si tus respuestas en ella fueran tan buenas como en tu mejor dominio. Una lección pesa tanto como sus preguntas en su dominio.',
  },
};
