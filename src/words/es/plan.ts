// Planes de estudio, el siguiente paso y el mensaje semanal sobre ellos.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, plural } = forms;
const weeks = (count: number) => plural(count, { one: '# semana', other: '# semanas' });
const lessons = (count: number) => plural(count, { one: '# lección', other: '# lecciones' });
const questions = (count: number) => plural(count, { one: '# pregunta', other: '# preguntas' });
const reviews = (count: number) => plural(count, { one: '# repaso', other: '# repasos' });
const minutes = (count: number) => plural(count, { one: '# minuto', other: '# minutos' });
const hours = (count: number) => plural(count, { one: '# hora', other: '# horas' });

export const plan: Words['plan'] = {
  command: {
    plan: { name: 'plan', description: 'Tu plan de estudio, semana a semana hasta el día de tu examen' },
    examDate: { name: 'fecha-examen', description: 'El día de tu examen, como 2026-12-24' },
    hours: { name: 'horas', description: 'Horas que tienes a la semana (las que hagan falta por defecto)' },
    next: { name: 'siguiente', description: 'Una cosa que hacer ahora, y por qué' },
  },
  noPlan: (exam) =>
    `Todavía no hay plan de estudio para ${exam}: aun así, \`/siguiente\` encuentra algo que hacer.`,
  date: {
    unreadable: (typed, example) =>
      `**fecha-examen**: no entiendo “${typed}” como fecha: escríbela como \`${example}\`.`,
    past: (typed) => `**fecha-examen**: “${typed}” no está por venir: elige mañana o más tarde.`,
    tooFar: (typed) => `**fecha-examen**: falta más de un año para “${typed}”: elige un día más cercano.`,
  },
  none: {
    title: (code) => `Tu camino a ${code}`,
    what: 'Un plan dice qué hacer cada semana: lecciones, preguntas, repasos, algo que construir, simulacros. Lo que haces se marca solo, y los días perdidos se vuelven a planificar.',
    date: 'Si ya sabes el día de tu examen: `/plan fecha-examen:`. Si no, empieza hoy:',
    line: (name, count, each) => `**${name}**: ${weeks(count)}, alrededor de ${hours(each)} cada una`,
  },
  over: {
    title: (code, when) => `Tu examen ${code} fue el ${when}`,
    today: (code) => `Hoy te examinas de ${code}`,
    how: 'Cuenta cómo te fue con `/examen resultado`: solo lo ves tú. Si aún no lo has hecho, cambia la fecha con `/plan fecha-examen:`.',
    luck: 'Has hecho lo que podías. Lee cómo es el día, cierra esto y respira. ¡Buena suerte!',
  },
  title: (code, when) => `Plan de estudio: ${code}, ${when}`,
  place: (week, all, left) =>
    plural(left, {
      one: `Semana ${number(week)} de ${number(all)} · falta # día`,
      other: `Semana ${number(week)} de ${number(all)} · faltan # días`,
    }),
  hours: (each) => `alrededor de ${hours(each)} a la semana`,
  successor: (old, until, code) =>
    `**Este plan es para ${code}:** el último día de ${old} es el ${until}. No se pierde nada de lo que has hecho.`,
  provisional: (code) => `Lo que pregunta ${code} aún no es definitivo: el plan se ajustará cuando lo sea.`,
  thisWeek: 'Esta semana:',
  nextWeek: 'La próxima semana:',
  week: (week) => `Semana ${number(week)}:`,
  span: (from, to) => `${from} – ${to}`,
  done: 'hecho',
  moreLessons: (count) => `□ y ${lessons(count)} más`,
  questions: (done, all) => `Preguntas: ${number(done)} de ${number(all)}`,
  reviews: (done, all) => `Repasos: ${number(done)} de ${number(all)}`,
  task: (title) => `Para construir: ${title}`,
  mocks: {
    full: 'Simulacro: completo',
    half: 'Simulacro: medio examen',
    domain: 'Simulacro: el dominio más flojo',
  },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: 'algo que construir',
  leftOut: (tasks, mocks) =>
    `Fuera del plan, para ajustarlo a tus horas: ${list([
      ...(tasks > 0 ? [plural(tasks, { one: '# tarea práctica', other: '# tareas prácticas' })] : []),
      ...(mocks > 0 ? [plural(mocks, { one: '# simulacro', other: '# simulacros' })] : []),
    ])}.`,
  isOver: (needed, each) =>
    `⚠️ Esto lleva alrededor de ${hours(needed)}, más de ${hours(each)}: con más horas o una fecha posterior cabe todo (\`/plan\`).`,
  buttons: {
    next: '¿Y ahora qué?',
    all: 'Todas las semanas',
    task: 'Para construir',
    day: 'El día del examen',
    ics: 'Archivo de calendario',
    booked: 'Ya lo reservé',
    back: 'Volver al plan',
    earlier: 'Anteriores',
    later: 'Siguientes',
  },
  remind: {
    start: 'Recordármelo cada semana',
    stop: 'Sin recordatorios',
    refused:
      '⚠️ No pude enviarte el mensaje semanal: Discord no me deja escribirte. Permite mis mensajes directos y pulsa *Recordármelo cada semana*.',
    none: 'No empieza ninguna otra semana antes de tu examen: no hay nada que recordarte.',
  },
  handsOn: {
    place: (time, about) => `${minutes(time)} · lecciones ${list(about)}`,
    steps: 'Pasos',
    cleanUp: 'Limpieza:',
    cost: 'Coste:',
    done: 'Hecho',
    notDone: 'Desmarcar como hecho',
  },
  day: {
    title: 'El día del examen',
    choose: 'Sobre qué quieres leer',
    nothing: 'Todavía no hay nada escrito sobre el día de este examen.',
  },
  calendar: {
    name: (code) => `Plan de estudio para ${code}`,
    how: 'Tu plan como archivo de calendario. Si lo importas otra vez más adelante, cambia las semanas y no duplica ninguna.',
    week: (week, code) => `Semana ${number(week)} de estudio para ${code}`,
    exam: (code) => `Examen: ${code}`,
    examHow: '¡Buena suerte! /plan dice cómo es el día.',
  },
  next: {
    nothing: 'Aquí no hay nada que hacer: no hay ningún examen cargado.',
    takes: (time) => `alrededor de ${minutes(time)}`,
    other: 'Otra cosa',
    lessonQuestions: '5 preguntas sobre ella',
    makePlan: (code) => ({
      what: 'Haz un plan',
      why: `Así cada semana dice qué hacer para ${code}, y nada se queda para la última noche.`,
      button: 'Hacer un plan',
    }),
    examOver: (code) => ({
      what: 'Cuenta cómo te fue en el examen',
      why: `El día que planeaste para ${code} ya pasó. También puedes cambiar la fecha o empezar otro plan.`,
      button: 'Ver el plan',
    }),
    examDay: (code, left) => ({
      what: 'Lee cómo es el día del examen',
      why:
        left <= 0
          ? `Hoy te examinas de ${code}.`
          : plural(left, {
              one: `Mañana te examinas de ${code}.`,
              other: `En # días te examinas de ${code}.`,
            }),
      button: 'El día del examen',
    }),
    book: (code, left) => ({
      what: `Reserva tu plaza para ${code}`,
      why: plural(left, {
        one: 'Falta # día, y las buenas horas se ocupan primero. Reserva con el proveedor y dilo aquí.',
        other: 'Faltan # días, y las buenas horas se ocupan primero. Reserva con el proveedor y dilo aquí.',
      }),
      button: 'Ya lo reservé',
    }),
    lesson: (title, isAhead) => ({
      what: `Lección ${title}`,
      why: isAhead
        ? 'Ya terminaste esta semana: esta es la siguiente de tu plan.'
        : 'Es la siguiente en esta semana de tu plan.',
      button: 'Leerla',
    }),
    task: (title) => ({
      what: `Construye: ${title}`,
      why: 'Lo que haces con tus manos se recuerda. Está en esta semana de tu plan.',
      button: 'Ver los pasos',
    }),
    mock: {
      full: () => ({
        what: 'Haz un simulacro completo',
        why: 'Tu plan tiene uno esta semana: con el tiempo del examen real, muestra cómo vas.',
        button: 'Ver el simulacro',
      }),
      half: () => ({
        what: 'Haz medio simulacro',
        why: 'Tu plan tiene uno esta semana: muestra qué se te ha quedado de las lecciones.',
        button: 'Ver el simulacro',
      }),
      domain: (domain) => ({
        what: `Haz un simulacro de un dominio: ${domain}`,
        why: 'Tu plan tiene uno esta semana, y este dominio es el que llevas más flojo.',
        button: 'Ver el simulacro',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `Responde ${questions(count)}: ${domain}`,
      why: isPlanned
        ? 'En esta semana de tu plan aún quedan preguntas, y este dominio es el que llevas más flojo.'
        : 'Siempre vale la pena, y este dominio es el que más lo necesita.',
      button: plural(count, { one: 'Pregúntame', other: 'Pregúntame #' }),
    }),
  },
  digest: {
    title: (week, all) => `Empieza la semana ${number(week)} de ${number(all)}`,
    exam: (code, when) => `${code}, ${when}`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [plural(done.exams, { one: '# simulacro', other: '# simulacros' })] : []),
      ];
      return parts.length === 0
        ? 'La semana pasada fue tranquila: el plan se ha movido y sigue desde aquí.'
        : `La semana pasada: ${list(parts)}. ¡Bien hecho!`;
    },
    now: 'Esta semana:',
    how: 'Usa `/siguiente`, aquí o en el servidor de tu grupo de estudio, para ir paso a paso.',
    result:
      '¿Cómo te fue? `/examen resultado`, aquí o en el servidor de tu grupo de estudio, lo anota: solo lo ves tú, y ayuda a comprobar lo buenas que son las estimaciones.',
    once: 'Te lo pregunto una sola vez: no hace falta que lo digas.',
    off: 'Tú pediste este mensaje; `/plan` lo desactiva.',
    answer: 'Responder una ahora',
  },
};
