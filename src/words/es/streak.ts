// Rachas: la pantalla, lo que una respuesta le hace a una racha, recordatorios, hitos.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, plural } = forms;
const days = (count: number) => plural(count, { one: '# día', other: '# días' });
/** "24 diciembre 2026": una línea del calendario cabe así en un teléfono. */
const inShort = (date: string) => date.replaceAll(' de ', ' ');

export const streak: Words['streak'] = {
  command: {
    streak: { name: 'racha', description: 'Tu racha: hoy, protectores, los últimos 14 días' },
    member: { name: 'miembro', description: 'De quién quieres ver la racha (la tuya por defecto)' },
  },
  days,
  memberIsBot: '**miembro**: los bots no llevan racha: elige a una persona.',
  memberNotHere:
    '**miembro**: solo se puede ver a otras personas en un servidor que me tiene, y solo a sus miembros: elige allí a alguien.',
  notVisible: 'Este miembro prefiere no mostrar su racha: `/racha` a secas te muestra la tuya.',
  none: {
    own: 'Aún no tienes racha',
    ownHow: 'Empieza con una respuesta, acertada o no: hazte una pregunta con `/quiz`.',
    other: 'Este miembro aún no tiene racha: lanza una pregunta al grupo con `/quiz`.',
  },
  title: (current) => (current === 0 ? 'Tu racha ha terminado' : `Tu racha: ${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `Racha de ${name}: ninguna por ahora` : `Racha de ${name}: ${days(current)}`,
  todayOf: { done: 'hoy: hecho', 'not-yet': 'hoy: todavía no', paused: 'hoy: en pausa' },
  today: {
    done: (ends) => `**Hoy: hecho.** Tu próximo día empieza ${ends}.`,
    paused: (ends) =>
      `**Hoy: en pausa**, no hace falta nada. El día termina ${ends}; si respondes, también cuenta.`,
    notYet: (ends) => `**Hoy: todavía no.** Basta con una respuesta con \`/quiz\`; el día termina ${ends}.`,
    startsNext: (ends) =>
      `**Hoy: todavía no.** Una respuesta con \`/quiz\` empieza la próxima racha; el día termina ${ends}.`,
  },
  longestIs: (length) => `la más larga: ${days(length)}`,
  longest: (length) => `La más larga: **${days(length)}**`,
  nextMilestone: (length, toGo) =>
    plural(toGo, {
      one: `próximo hito: **${days(length)}** (falta #)`,
      other: `próximo hito: **${days(length)}** (faltan #)`,
    }),
  freezes: {
    full: (held, most) => `Protectores: **${held} de ${most}**, no se pueden tener más.`,
    next: (held, most, toGo) =>
      `Protectores: **${held} de ${most}**; el próximo, tras ${days(toGo)} con respuesta.`,
    covering: (count) =>
      plural(count, { one: 'Uno cubre el día que perdiste.', other: '# cubren los días que perdiste.' }),
  },
  missing: {
    nothing: (needed) =>
      `Por cada ${days(needed)} con respuesta ganas un protector, que cubre por sí solo un día perdido.`,
    freeze: {
      done: (length) =>
        `Si mañana no respondes, se usa un protector por sí solo: la racha se queda en ${days(length)}.`,
      'not-yet': (length) =>
        `Si hoy no respondes, se usa un protector por sí solo: la racha se queda en ${days(length)}.`,
      paused: (length) =>
        `Si pierdes un día después de la pausa, se usa un protector por sí solo: la racha se queda en ${days(length)}.`,
    },
    streak: {
      done: 'Si mañana no respondes, la racha se acaba.',
      'not-yet': 'Si hoy no respondes, la racha se acaba.',
      paused: 'Si pierdes un día después de la pausa, la racha se acaba.',
    },
  },
  reminderHint:
    '`/ajustes recordatorios` te envía un mensaje directo por la noche, antes de que se rompa una racha.',
  calendar: (count) => plural(count, { one: 'El último día', other: 'Los últimos # días' }),
  calendarFrom: (from, to) => `${inShort(from)} – ${inShort(to)}`,
  marks: {
    answered: 'con respuesta',
    frozen: 'cubierto por un protector',
    paused: 'pausa, o el bot no estaba',
    missed: 'perdido',
    'not-yet': 'todavía no',
    before: 'antes de la primera respuesta',
  },
  grown: (length) => `🔥 Racha: **${days(length)}**`,
  milestone: (length) => `🔥 Racha: **${days(length)}** – ¡un hito!`,
  frozen: (dates) =>
    plural(dates.length, {
      one: `Un protector cubrió el ${list(dates)}: tu racha sigue viva.`,
      other: `# protectores cubrieron estos días: ${list(dates)}. Tu racha sigue viva.`,
    }),
  broken: (length) => `Tu racha de ${days(length)} terminó; este es el primer día de la próxima.`,
  earned: (held) => `Ganaste un protector (ahora tienes ${held}): cubre por sí solo un día perdido.`,
  reminder: {
    title: (length) => `Tu racha de ${days(length)} aún no tiene respuesta hoy`,
    how: (ends) =>
      `Tu día termina ${ends}. Basta con responder una pregunta, aciertes o no: usa \`/quiz\`, aquí o en el servidor de tu grupo de estudio.`,
    freeze: (held, length) =>
      `Si no, un protector cubre el día de hoy (tienes ${held}), y la racha se queda en ${days(length)}.`,
    ends: 'Si no, la racha se acaba con el día.',
    answer: 'Responder una ahora',
    off: 'Tú pediste estos recordatorios; `/ajustes recordatorios` los desactiva.',
  },
  milestones: (names) => `**Hitos de racha:** ${list(names)}. ¡Bien hecho!`,
  milestoneOf: (name, length) => `${name} (${days(length)})`,
  ranking: {
    choice: 'racha',
    mark: '🔥',
    title: 'rachas',
    scope: 'A día de hoy, en la zona horaria de cada cual',
    worth: days,
    beside: (length) => plural(length, { one: '# día seguido', other: '# días seguidos' }),
    empty: 'Nadie tiene una racha por ahora. Una respuesta empieza una: lanza una pregunta con `/quiz`.',
    nothing: 'sin racha por ahora; una respuesta a una pregunta de `/quiz` empieza una.',
    rule: 'Las rachas cuentan respuestas de todas partes: dominio y periodo no se aplican.',
  },
};
