// Preguntar y responder: los comandos, los comentarios, las rondas, el historial.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural, percent } = forms;

export const quiz: Words['quiz'] = {
  command: {
    quiz: {
      name: 'quiz',
      description: 'Lanza una pregunta con un escenario: para todo el canal o solo para ti',
    },
    topic: { name: 'tema', description: 'Un dominio, módulo, lección o concepto' },
    count: {
      name: 'cantidad',
      description: 'Cuántas preguntas (1 por defecto; si son más, siguen en un hilo)',
    },
    openFor: {
      name: 'abierta',
      description: 'Cuánto tiempo queda abierta cada pregunta: 30m, 2h, 3d (30 minutos por defecto)',
    },
    pace: { name: 'ritmo', description: 'A qué ritmo avanza la ronda (ágil por defecto)' },
    private: { name: 'privado', description: 'Solo tú ves las preguntas: práctica a tu ritmo' },
    until: { name: 'hasta', description: 'Cerradas ese día o antes, por ejemplo 2026-11-26' },
    history: {
      name: 'historial',
      description: 'Preguntas cerradas de este canal, con solución, explicación y respuestas',
    },
  },
  paces: {
    relaxed: 'tranquilo – 30 minutos por pregunta',
    brisk: 'ágil – 3 minutos por pregunta',
    fast: 'rápido – 90 segundos por pregunta',
  },
  counts: { 1: '1', 5: '5 – quiz rápido', 10: '10 – modo estudio' },
  topic: (name, questions) => `${name} (${questions})`,
  badOpenFor: '**abierta**: indica un tiempo de 1 minuto a 7 días, como `30m`, `2h` o `3d`.',
  unknownTopic: (typed, near) =>
    `No tengo preguntas sobre “${typed}” en esta edición del examen. Lo más parecido: ${choice(near)}.`,
  noQuestions:
    'Todavía no hay preguntas para esta edición del examen: en un servidor, un admin elige otra con `/configurar servidor`; fuera de los servidores, la eliges tú con `/ajustes examen`.',
  coolingDown: (when) =>
    `Una pregunta a la vez, para que dé tiempo a leerla. La próxima: ${when}. Mientras tanto, ¡responde la de arriba!`,
  ownFull: (limit) =>
    `Tienes ${limit} preguntas abiertas en este canal: cierra una de ellas, o espera a que termine alguna.`,
  channelFull: (limit) =>
    `Ya hay ${limit} preguntas abiertas en este canal: cierra una, o espera a que alguna se cierre sola.`,
  exhausted:
    'Aquí ya salieron todas las preguntas de esta selección, así que vuelve la que salió hace más tiempo.',
  gone: 'Esta pregunta ya no está disponible: empieza otra con `/quiz`.',
  closedAlready: 'Esta pregunta ya está cerrada: su solución aparece en unos segundos.',
  menu: {
    explain: 'Explicar esta pregunta',
    notOurs:
      'Este mensaje no es una pregunta mía. Úsalo en una pregunta que publiqué yo, o en mi respuesta a ti.',
  },
  stillOpen: 'Esta pregunta sigue abierta: la solución y la explicación llegan cuando se cierre.',
  thread: {
    exam: (size, date) =>
      plural(size, { one: `Quiz del ${date}: # pregunta`, other: `Quiz del ${date}: # preguntas` }),
    topic: (topic, date) => `${topic}, ${date}`,
  },

  verdict: {
    right: (mine) => `**¡Correcto!** Elegiste ${mine}.`,
    wrong: (mine, key) => `**No es correcto**: elegiste ${mine}; la solución es ${key}.`,
    partly: (right, picks) =>
      plural(right, {
        one: `Acertaste # de tus ${picks} opciones; como en el examen, hacen falta todas.`,
        other: `Acertaste # de tus ${picks} opciones; como en el examen, hacen falta todas.`,
      }),
    already: 'Ya respondiste esta pregunta',
    firstCounts: (verdict) => `Cuenta tu primera respuesta. ${verdict}`,
    key: (letters) =>
      plural(letters.length, {
        one: `**${list(letters)}** es la correcta.`,
        other: `**${list(letters)}** son las correctas.`,
      }),
  },
  yourChoice: 'tu elección',
  points: (points) => plural(points, { one: '**+#** punto', other: '**+#** puntos' }),
  noPoints: 'Puntuable: esta vez sin puntos.',
  practice: {
    private: 'Práctica, sin puntos: las preguntas privadas no puntúan.',
    test: 'Práctica, sin puntos: las publicaciones de prueba no puntúan.',
    late: 'Práctica, sin puntos: la pregunta ya se había cerrado.',
    'answered-before':
      'Práctica, sin puntos: en los últimos 90 días ya diste una respuesta puntuable a esta pregunta.',
    'key-seen': 'Práctica, sin puntos: en los últimos 7 días practicaste esta pregunta o viste su solución.',
  },
  another: 'Otra como esta',
  next: 'Siguiente',
  result: 'Resultado',
  documentation: (page) => `Leer: ${page}`,

  round: {
    finished: (right, size) => `Ronda terminada: acertaste ${right} de ${size}`,
    isPractice: 'Las preguntas privadas son práctica: cuentan para tu racha, no para el ranking.',
    again: '`/quiz privado:True` empieza otra ronda; `/siguiente` dice qué más conviene hacer ahora.',
    resumed: 'Sigues con la ronda que dejaste a medias.',
    end: 'Terminar esta ronda',
    which: (answered, size) =>
      `Tienes una ronda a medias: llevas ${answered} de ${size}. ¿Con cuál te quedas? La nueva da por terminada la otra tal como está.`,
    goOn: 'Seguir con esa ronda',
    instead: 'Empezar la nueva',
  },
  sure: {
    'waited-for': (members) =>
      plural(members, {
        one: '**# persona** que respondió la pregunta anterior aún no ha respondido esta.',
        other: '**# personas** que respondieron la pregunta anterior aún no han respondido esta.',
      }),
    answered: (members) =>
      plural(members, {
        one: '**# persona** respondió en el último minuto; puede que alguien más esté a punto de hacerlo.',
        other:
          '**# personas** respondieron en el último minuto; puede que alguien más esté a punto de hacerlo.',
      }),
    close: 'Cerrarla de todos modos',
    end: 'Terminarla de todos modos',
    done: {
      question: 'La pregunta está cerrada: su solución aparece en unos segundos.',
      round: 'La ronda termina aquí: su resultado aparece en unos segundos.',
    },
  },
  closedReply: (right, answers) => `Cerrada. Aciertos: **${right} de ${answers}**.`,
  outcome: {
    'all-asked': 'La ronda ha terminado',
    ended: 'Se dio por terminada la ronda',
    silence: 'La ronda se detiene aquí: nadie respondió dos preguntas seguidas',
    stuck: 'La ronda se detiene aquí: no se puede mostrar la siguiente pregunta',
    'shut-out': 'La ronda se detiene aquí: no puedo publicar la siguiente pregunta donde se jugaba',
    delayed: 'La ronda se detiene aquí: Discord no aceptó a tiempo la siguiente pregunta',
    nobody: 'Nadie respondió a tiempo.',
    winner: (names, right, size) =>
      plural(names.length, {
        one: `🏆 Gana ${list(names)} con **${right} de ${size}** aciertos.`,
        other: `🏆 Ganan ${list(names)} con **${right} de ${size}** aciertos.`,
      }),
    row: (right, size, points) => `${right} de ${size} aciertos · ${points}`,
    points: (points) => plural(points, { one: '# punto', other: '# puntos' }),
    more: (members) => plural(members, { one: '# persona más', other: '# personas más' }),
    question: (position) => `Pregunta ${position}`,
    hardest: (question, right, answers) =>
      `La más difícil: ${question}; aciertos: ${right} de ${answers} (${percent(right / answers)})`,
    fastest: (name, seconds, position) =>
      plural(seconds, {
        one: `El acierto más rápido: ${name}, # segundo (pregunta ${position})`,
        other: `El acierto más rápido: ${name}, # segundos (pregunta ${position})`,
      }),
    again: 'Otra ronda',
    mistakes: 'Mis errores',
  },
  mistakes: {
    title: (count) => plural(count, { one: 'Fallaste # pregunta', other: 'Fallaste # preguntas' }),
    none: 'No fallaste ninguna pregunta en esta ronda.',
    tookNoPart: 'No respondiste ninguna pregunta de esta ronda.',
    choose: 'Vuelve a leer la explicación',
  },
  closedHere: {
    none: 'En este canal aún no se ha cerrado ninguna pregunta: empieza una con `/quiz`, y después la encontrarás aquí.',
    title: 'Preguntas cerradas de este canal',
    hint: 'Elige una para ver su solución, la explicación y qué respondió cada cual.',
    choose: 'Elige una pregunta',
    until: (date) => `hasta el ${date}`,
    noneSuch:
      'Ninguna pregunta cerrada de aquí encaja con esta selección: quita `tema` o `hasta` para ver más.',
    unknownDay: (typed) =>
      `No conozco el día “${typed}”: escríbelo como 2026-11-26, o elige de la lista de \`hasta\`.`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: 'Más recientes',
    older: 'Más antiguas',
  },
};
