// Simulacros de examen: empezar uno, sus pantallas, lo que dice al final.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const questions = (count: number) => plural(count, { one: '# pregunta', other: '# preguntas' });
const minutes = (count: number) => plural(count, { one: '# minuto', other: '# minutos' });

export const exam: Words['exam'] = {
  command: {
    exam: { name: 'examen', description: 'Simulacros: solo para ti, con el tiempo del examen real' },
    start: { name: 'empezar', description: 'Empieza un simulacro' },
    continue: { name: 'continuar', description: 'Sigue con tu simulacro en curso en un mensaje nuevo' },
    history: { name: 'historial', description: 'Todos tus simulacros, y hacia dónde van' },
    result: { name: 'resultado', description: 'Cuenta cómo te fue en el examen real: solo lo ves tú' },
    size: { name: 'tipo', description: 'Cuánto dura (el examen completo por defecto)' },
    domain: { name: 'dominio', description: 'Solo un dominio del examen' },
    extraTime: { name: 'tiempo-extra', description: '30 minutos más, como para hablantes no nativos' },
    edition: { name: 'edición', description: 'Otro examen o edición, distinto del tuyo aquí' },
    passed: { name: 'aprobado', description: 'Si aprobaste o no' },
    score: { name: 'puntuación', description: 'La puntuación escalada de tu informe, de 100 a 1000' },
    date: { name: 'fecha', description: 'El día del examen, como 2026-12-05 (hoy por defecto)' },
  },
  sizes: { full: 'Examen completo', half: 'Medio examen', domain: 'Un dominio' },
  title: (size, code) => `${size}, ${code}`,
  titleOf: (size, code, domain) => `${size}, ${code}: ${domain}`,
  intro: {
    what: (count, time) =>
      `**${questions(count)} en ${minutes(time)}.** El tiempo empieza a correr con *Empezar*.`,
    extra: (time) => `De ese tiempo, ${minutes(time)} son tiempo extra.`,
    unscored: (count) =>
      plural(count, {
        one: '# pregunta no puntúa, como en el examen real; nadie puede saber cuál.',
        other: '# preguntas no puntúan, como en el examen real; nadie puede saber cuáles.',
      }),
    rules:
      'No hay comentarios antes del final. Puedes cambiar respuestas, y marcar preguntas o dejarlas para después; lo que quede sin responder al final es un fallo.',
    goesOn: 'Puedes cerrar Discord: el tiempo sigue corriendo, y `/examen continuar` te trae de vuelta.',
    practice: 'Nada de esto cuenta para el ranking.',
    begin: 'Empezar',
  },
  position: (position, size) => `Pregunta ${position} de ${size}`,
  flagged: 'marcada',
  ends: (when) => `termina ${when}`,
  away: (time) => `aplazado ${minutes(time)}, porque el bot no estaba disponible`,
  yourAnswer: (letters) => `tu respuesta: **${list(letters)}**`,
  unanswered: 'aún sin responder',
  previous: 'Anterior',
  next: 'Siguiente',
  flag: 'Marcar',
  unflag: 'Desmarcar',
  overview: 'Vista general',
  grid: {
    title: (answered, size) => `Respuestas: ${answered} de ${size}`,
    counts: (open, flagged) => `${number(open)} sin responder, ${number(flagged)} con marca`,
    legend: '`■` respondida, `□` sin responder, `*` marcada',
    jump: 'Ir a una pregunta',
    state: { answered: 'respondida', open: 'sin responder' },
    filters: { all: 'Todas', open: 'Solo sin responder', flagged: 'Solo marcadas' },
    none: {
      all: 'No hay preguntas.',
      open: 'No queda ninguna sin responder.',
      flagged: 'No hay ninguna marcada.',
    },
    back: (position) => `Volver a la pregunta ${position}`,
    submit: 'Entregar',
  },
  confirm: {
    title: '¿Entregar el examen?',
    open: (count) =>
      count === 0
        ? 'Todas las preguntas están respondidas.'
        : plural(count, {
            one: '**# pregunta está sin responder** y contaría como fallo.',
            other: '**# preguntas están sin responder** y contarían como fallos.',
          }),
    final: 'Después no se puede cambiar nada.',
    yes: 'Entregar ahora',
    no: 'Volver a las preguntas',
  },
  running: {
    title: 'Tienes un simulacro en curso',
    what: (title, answered, size) => `**${title}**: llevas ${answered} de ${size}.`,
    how: 'Sigue con él o entrégalo; después puedes empezar otro.',
    go: 'Seguir',
  },
  nextStep: (open) => ({
    what: 'Sigue con tu simulacro',
    why:
      open === 0
        ? 'El tiempo corre y todas las preguntas están respondidas: entrégalo.'
        : plural(open, {
            one: 'El tiempo corre y queda # pregunta sin responder.',
            other: 'El tiempo corre y quedan # preguntas sin responder.',
          }),
    button: 'Seguir',
  }),
  none: 'No tienes ningún simulacro en curso: `/examen empezar` empieza uno; `/examen historial` muestra los anteriores.',
  gone: 'Este simulacro terminó, o no era tuyo: `/examen historial` muestra los tuyos.',
  noQuestions: 'No hay preguntas para eso: elige examen, edición y dominio de las listas.',
  result: {
    right: (right, size) => `${right} de ${size} aciertos (${percent(size === 0 ? 0 : right / size)})`,
    timeUp: 'Se acabó el tiempo: se entregó tal como estaba.',
    submitted: (when) => `Entregado: ${when}.`,
    open: (count) =>
      plural(count, { one: '# pregunta quedó sin responder.', other: '# preguntas quedaron sin responder.' }),
    score: ({ score, low, high }, pass) =>
      `**Puntuación estimada: ${number(score)}** (${number(low)}–${number(high)}); se aprueba con ${number(pass)}.`,
    verdict: {
      above: 'Todo el intervalo está por encima de la nota de corte, con la dificultad que tiene este banco.',
      around: 'La nota de corte está dentro del intervalo: en un día así podría salir bien o mal.',
      below: 'Todo el intervalo está por debajo de la nota de corte.',
    },
    basis: (scored) =>
      plural(scored, {
        one: 'Según la # pregunta que puntúa. No se publica cómo el proveedor escala las puntuaciones: esto es una estimación.',
        other:
          'Según las # preguntas que puntúan. No se publica cómo el proveedor escala las puntuaciones: esto es una estimación.',
      }),
    domain: (name, right, items) => `**${name}**: ${right} de ${items}`,
    meets: 'cumple',
    needsWork: 'a reforzar',
    domains: 'Por dominio',
    time: (median) => `Tiempo por pregunta: ${median} (la mediana).`,
    slowest: (positions) => `Las más largas: ${list(positions)}.`,
    slow: (position, time) => `pregunta ${position} (${time})`,
    missed: (count) => `Falladas (${count})`,
    flagged: (count) => `Marcadas (${count})`,
    everything: 'Todas las preguntas',
    toReview: 'Añadir falladas al repaso',
    share: 'Compartir un resumen',
    back: 'Volver al resultado',
  },
  review: {
    title: { missed: 'Falladas', flagged: 'Marcadas', all: 'Todas las preguntas' },
    place: (index, count) => `${index} de ${count}`,
    right: 'correcta',
    wrong: 'incorrecta',
    open: 'sin responder',
  },
  added: (count) =>
    count === 0
      ? 'Ya están todas en tu repaso.'
      : plural(count, {
          one: 'Se añadió # pregunta a tu repaso.',
          other: 'Se añadieron # preguntas a tu repaso.',
        }),
  sharing: {
    ask: '¿Qué puede ver todo el mundo aquí?',
    score: 'Aciertos y puntuación',
    domains: 'También los dominios',
  },
  shared: (name, title) => `${name} terminó un simulacro: ${title}`,
  history: {
    title: 'Tus simulacros',
    empty: 'Aún no has hecho ningún simulacro: `/examen empezar` empieza uno.',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${right} de ${size} (${percent(size === 0 ? 0 : right / size)})`,
    score: (score) => `aprox. ${number(score)}`,
    trend: (change, since) =>
      change > 0
        ? `En tus últimos ${since} exámenes, completos o medios, la estimación subió ${number(change)}.`
        : change < 0
          ? `En tus últimos ${since} exámenes, completos o medios, la estimación bajó ${number(-change)}.`
          : `En tus últimos ${since} exámenes, completos o medios, la estimación no cambió.`,
    open: 'Ver uno de nuevo',
    real: (when, code, passed) => `${when} · examen real ${code}: ${passed}`,
    passed: (score) => (score === null ? '**aprobado**' : `**aprobado** con ${number(score)}`),
    failed: (score) => (score === null ? 'no aprobado' : `no aprobado, ${number(score)}`),
  },
  told: {
    passed: (code) => `¡Enhorabuena! Queda anotado que aprobaste ${code}, y solo lo ves tú.`,
    failed: (code) =>
      `Queda anotado, y solo lo ves tú. Antes de volver a presentarte a ${code}, \`/examen empezar\` te muestra cómo vas.`,
    why: 'También ayuda a comprobar lo buenas que son las estimaciones; `/privacidad borrar` lo elimina.',
    badDate: '**fecha**: escríbela como `2026-12-05`, sin pasar de hoy.',
    badScore: (least, most) => `**puntuación**: está entre ${number(least)} y ${number(most)}.`,
    contradiction: (pass) =>
      `**puntuación** y **aprobado** no encajan: se aprueba a partir de ${number(pass)}.`,
  },
};
