// La pregunta del día: su comando, cómo van las programaciones, los resúmenes y lo que dice la configuración.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, percent, plural, weekday } = forms;

/** "todos los días", "lunes a viernes", "lunes, miércoles y viernes" */
function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return 'todos los días';
  return isRun && days.length > 2 ? `${names[0]} a ${names.at(-1)}` : list(names);
}

/** "2 días", "90 minutos" */
function duration(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, { one: '# día', other: '# días' });
  if (minutes % 60 === 0) return plural(minutes / 60, { one: '# hora', other: '# horas' });
  return plural(minutes, { one: '# minuto', other: '# minutos' });
}

const rightOf = (count: number) => plural(count, { one: '# correcta', other: '# correctas' });
const lackOf = (names: readonly string[]) =>
  `${plural(names.length, { one: 'me falta el permiso', other: 'me faltan los permisos' })} ${list(names)}`;

const howToPing =
  'Para que se avise a un rol, un admin puede permitir que todo el mundo lo mencione, o darme el permiso `Mencionar @everyone, @here y todos los roles`.';

export const daily: Words['daily'] = {
  command: {
    daily: { name: 'diaria', description: 'Configura la pregunta del día' },
    set: {
      name: 'programar',
      description: 'Publica una pregunta del día en un canal, o cambia cómo se publica',
    },
    time: { name: 'hora', description: 'Hora local, como 07:30 o 7pm' },
    channel: { name: 'canal', description: 'Qué canal (este por defecto)' },
    zone: { name: 'zona', description: 'Zona horaria: escribe una ciudad (la del servidor por defecto)' },
    weekdays: { name: 'días', description: 'a diario, lun-vie o lun,mié,vie (todos los días por defecto)' },
    domains: {
      name: 'dominios',
      description: 'Solo estos dominios del examen, como 1,3 (todos por defecto)',
    },
    role: { name: 'rol', description: 'Rol al que se avisa; @everyone significa a nadie' },
    thread: { name: 'hilo', description: 'Abre un hilo para comentar debajo de cada pregunta' },
    closeAfter: {
      name: 'cierra-en',
      description: 'Cuándo se cierra: 12h, 90m, 2d (con la siguiente por defecto)',
    },
    list: { name: 'lista', description: 'Todas las preguntas del día de este servidor y cómo van' },
    pause: { name: 'pausar', description: 'Deja de publicar hasta que la reanudes' },
    resume: { name: 'reanudar', description: 'Vuelve a publicar tras una pausa, o deshaz un salto' },
    remove: { name: 'quitar', description: 'Termina la pregunta del día en un canal' },
    skip: { name: 'saltar', description: 'Omite la próxima publicación' },
    postNow: {
      name: 'publicar-ya',
      description: 'Publica ahora una pregunta extra; la programación no cambia',
    },
    preview: {
      name: 'vista-previa',
      description: 'Las próximas fechas y qué dominio toca, sin la pregunta',
    },
  },
  weekdays,
  duration,
  ownPack: (name) => `Colección del servidor: ${name}`,
  ownDomains: (pack, names) => `Colección del servidor: ${pack} (${list(names)})`,
  allDomains: 'Todos los dominios, según su peso en el examen',
  timing: (time, zone, days) => `${time} (${zone}), ${days}`,

  setIn: (channel) => `Pregunta del día programada en ${channel}`,
  changedIn: (channel) => `Pregunta del día cambiada en ${channel}`,
  nextPosts: '**Próximas publicaciones**',
  setFoot:
    'Si un día no puedo publicar allí, lo sigo intentando y te aviso una vez por mensaje directo. `/diaria lista` muestra cómo va.',
  tooMany: (most) =>
    `Un servidor puede tener ${most} preguntas del día: quita antes una con \`/diaria quitar\`.`,
  takenJustNow: 'Alguien acaba de cambiar la pregunta del día de este canal: mira `/diaria lista`.',
  paused: (channel) =>
    `En pausa en ${channel}: no se publica nada hasta \`/diaria reanudar\`. Los días de en medio no se recuperan.`,
  pausedAlready: (channel) =>
    `La pregunta del día de ${channel} está en pausa: \`/diaria reanudar\` la reactiva.`,
  removed: (channel) =>
    `Quitada de ${channel}. Lo publicado se queda, y las preguntas abiertas se cierran según lo previsto.`,
  skipsAlready: (channel) =>
    `La próxima pregunta de ${channel} ya se va a saltar: \`/diaria reanudar\` lo deshace.`,
  resumed: (channel) => `Vuelvo a publicar en ${channel}.`,
  unskipped: (channel) => `Ya no se salta nada en ${channel}.`,
  runsAlready: (channel) => `La pregunta del día de ${channel} ya está en marcha.`,
  skipped: (when, channel) => `En ${channel} se salta: ${when}; \`/diaria reanudar\` lo deshace.`,
  goneJustNow: 'Alguien acaba de quitar esta pregunta del día: no se cambió nada.',
  queued: (channel, closes) =>
    `Una pregunta extra va de camino a ${channel}. La programación no cambia; cierre: ${closes}.`,
  pingedToday: 'No se avisa al rol: hoy ya lo hizo otra pregunta extra.',
  onItsWay: (channel) =>
    `Aún hay una pregunta esperando a salir hacia ${channel}: si tarda mucho, \`/diaria lista\` muestra por qué.`,
  noQuestion:
    'Todavía no hay preguntas para la edición del examen de este servidor: elige otra con `/configurar servidor`.',
  in: (channel) => `Pregunta del día en ${channel}`,
  pausedNext: '**En pausa.** Tras `/diaria reanudar` se publicaría',
  turn: (id, name, weight) =>
    `**A qué dominio le toca:** Dominio ${id}, ${name} (${percent(weight / 100)} del examen)`,
  exhausted: 'Aquí ya salieron todas las preguntas de esta selección: vuelve la que salió hace más tiempo.',
  fresh: 'Una pregunta que aún no ha salido en este canal.',
  drawnLater: 'La pregunta se elige al publicarla, así que nadie puede conocerla de antemano.',
  held: {
    posted: 'La pregunta de hoy ya se publicó, así que esto empieza en la próxima fecha.',
    skipped: 'La pregunta de hoy se saltó, así que esto empieza en la próxima fecha.',
  },
  howToPing,
  silent: (role) => `Todavía no puedo avisar a ${role}. ${howToPing}`,
  silentUnknown: `Todavía no puedo avisar a este rol. ${howToPing}`,
  lacks: (channel, names) =>
    `Todavía no puedo publicar en ${channel}, así que no se cambió nada: dame allí ${list(names)} y vuelve a probar.`,
  bad: {
    time: (typed) => `No entiendo “${typed}” como hora: escríbela como \`07:30\`, \`7:30pm\` o \`19h\`.`,
    zone: (typed) =>
      `No conozco la zona horaria “${typed}”: escribe una ciudad y elige de la lista, o escríbela como \`Europe/Madrid\`.`,
    zoneLike: (zones) => `¿Querías decir ${choice(zones)}?`,
    weekdays: (typed) =>
      `No entiendo los días “${typed}”: escríbelos como \`a diario\`, \`lun-vie\` o \`lun,mié,vie\` (1 es lunes).`,
    domains: (typed, names) =>
      `Esta edición del examen no tiene el dominio “${typed}”: indica números como \`1,3\`, o \`todos\`. Hay ${list(names)}.`,
    'close-after': (typed) =>
      `No entiendo “${typed}” como duración: escribe \`12h\`, \`90m\` o \`2d\` (7 días como máximo), o \`siguiente\` para la siguiente publicación.`,
  },
  roleGone: 'su rol se borró, así que no se avisa a nadie',
  roleRefused: (role) =>
    `Tú no puedes mencionar a ${role}, así que no lo haré por ti: elige un rol que todo el mundo pueda mencionar, o pídeselo a un admin que tenga \`Mencionar @everyone, @here y todos los roles\` en ese canal.`,
  wrongChannel: (channel) =>
    `En ${channel} no se pueden publicar mensajes, así que no se cambió nada: elige un canal de texto o de anuncios.`,
  tooSoon: (channel, when) =>
    `Hace menos de un minuto se envió una pregunta extra a ${channel}: la próxima se puede publicar ${when}.`,
  sentOn: (channel) => `La pregunta que esperaba para ${channel} se está enviando ahora.`,
  when: (timing) => `**Cuándo:** ${timing}`,
  what: (choice) => `**Qué:** ${choice}`,
  how: (role, thread) => `**Cómo:** ${role}, ${thread}`,
  pings: (role) => `se avisa a ${role}`,
  pingsNobody: 'no se avisa a nadie',
  withThread: 'se abre un hilo',
  withoutThread: 'sin hilo',
  allByWeight: 'todos los dominios según su peso',
  someDomains: (ids) => plural(ids.length, { one: `dominio ${list(ids)}`, other: `dominios ${list(ids)}` }),
  openUntilNext: (what) => `${what}; abierta hasta la siguiente publicación`,
  openFor: (what, time) => `${what}; abierta durante ${time}`,
  none: 'Este servidor aún no tiene pregunta del día: `/diaria programar` empieza una.',
  noneHere: (others) =>
    `En este canal no hay pregunta del día: indica la opción \`canal\`. Hay una en ${list(others)}.`,
  noneIn: (channel, others) => `En ${channel} no hay pregunta del día. Hay una en ${list(others)}.`,

  list: {
    title: 'Preguntas del día',
    paused: 'en pausa',
    running: 'en marcha',
    failing: (reason) => `**con fallos**, ${reason}`,
    short: (channel, time, state) => `${channel} ${time}: ${state}`,
  },
  state: {
    paused: 'En pausa: `/diaria reanudar` la reactiva.',
    running: (next, relative) => `En marcha. Próxima: ${next} (${relative})`,
    skips: (date) => `Se salta: ${date}.`,
    failing: (reason) => `**Con fallos:** ${reason}.`,
    retry: (when) => `Próximo intento: ${when}.`,
    givenUp: (next) => `Esa pregunta se dio por perdida. Próxima: ${next}.`,
    mended: 'Vuelve a funcionar: la pregunta que esperaba se está enviando ahora.',
    reveal: (reason) => `**No se pudo mostrar la última solución:** ${reason}; está en \`/historial\`.`,
  },
  reason: {
    noChannel: 'el canal ya no existe, o ya no puedo verlo',
    refused: 'Discord no me deja publicar allí',
    mayNotChange: 'Discord no me deja cambiar mi mensaje allí',
    code: (code) => `Discord lo rechaza (código ${code})`,
    lacks: (names) => `allí ${lackOf(names)}`,
  },
  degraded: {
    title: (channel) => `No se pudo publicar la pregunta del día en ${channel}`,
    reveal: (channel) => `No se pudo mostrar la solución de la pregunta del día en ${channel}`,
    reason: (reason) => `El motivo: ${reason}. Arréglalo en los ajustes del canal.`,
    code: (code) =>
      `Discord lo rechaza con el código ${code}. No parece algo que puedas arreglar tú: díselo a quien me administra, con ese código.`,
    kept: 'No se pierde nada: la solución está en `/historial`. `/diaria lista` en el servidor muestra cómo va.',
    goesOn:
      'Lo sigo intentando, y continúo por mi cuenta en cuanto funcione. `/diaria lista` en el servidor muestra cómo va.',
    once: 'Te aviso una sola vez, porque la configuraste tú.',
  },
  recap: {
    result: (answers, right) =>
      plural(answers, {
        one: `**Pregunta del día:** # respuesta, ${rightOf(right)} (${percent(right / answers)}). La solución está arriba.`,
        other: `**Pregunta del día:** # respuestas, ${rightOf(right)} (${percent(right / answers)}). La solución está arriba.`,
      }),
    next: (date, relative) => `Próxima pregunta: ${date} (${relative})`,
    posted: (channel) => `La próxima pregunta ya está en ${channel}.`,
  },

  setup: {
    line: 'Pregunta del día',
    chooseChannel: (timing) => `En cuanto elijas un canal, empieza: ${timing}.`,
    channel: 'Canal para la pregunta del día',
    role: 'Rol al que se avisa (a nadie si está vacío)',
    chooseTime: 'Elige la hora',
    otherTime: 'Otra hora',
    chooseWeekdays: 'Elige los días',
    pause: 'Pausar',
    resume: 'Reanudar',
    roleGone: 'Su rol se borró, así que no se avisa a nadie.',
    noPing: 'No avisar a nadie',
    later: (dates) => `Después: ${list(dates)}`,
    gone: (channel) =>
      `**${channel} ya no existe, o ya no puedo verlo:** elige otro canal, o dame acceso para verlo.`,
    lacks: (channel, names) => `**En ${channel} ${lackOf(names)}:** arréglalo allí, o elige otro canal.`,
    wrongKind: (channel) =>
      `**En ${channel} no se pueden publicar mensajes:** elige un canal de texto o de anuncios.`,
    testPost: 'Pregunta de prueba',
    moreChannels: 'Más canales, y qué dominios: `/diaria programar`.',
    firstOf: 'Aquí se cambia la primera; las demás, con `/diaria programar`.',
    timeModal: {
      title: 'Pregunta del día',
      label: 'Hora local',
      description: 'Como 07:30, 7:30pm o 19h',
    },
    option: {
      channel: { name: 'canal', description: 'Canal para la pregunta del día' },
      time: { name: 'hora', description: 'Su hora local, como 07:30 o 7pm' },
      role: { name: 'rol', description: 'Rol al que se avisa con ella; @everyone significa a nadie' },
    },
    zoneFollows: 'La pregunta del día la sigue.',
    started: (channel) =>
      `La pregunta del día empieza en ${channel}. Si un día no puedo publicar allí, te aviso una vez por mensaje directo.`,
    saved: (channel) => `Guardado para ${channel}.`,
    channelTaken: (channel) =>
      `${channel} ya tiene su propia pregunta del día: \`/diaria programar\` la cambia, \`/diaria quitar\` la termina.`,
    channelFirst: 'Elige primero un canal para la pregunta del día.',
    channelKept: 'El canal se queda: `/diaria pausar` o `/diaria quitar` detienen la pregunta del día.',
    testQueued: (channel) =>
      `Una pregunta de prueba va de camino a ${channel}; se cierra a los 10 minutos y no da puntos.`,
    noQuestion: 'Todavía no hay preguntas para esta edición: elige otra.',
    testTooSoon: (channel, when) =>
      `Hace menos de un minuto se envió una pregunta de prueba a ${channel}: la próxima se puede enviar ${when}.`,
    more: (count) => `y ${count} más: \`/diaria lista\``,
    logged: (channel) => `pregunta del día en ${channel}`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `se cierra tras ${time}`,
    loggedThread: 'hilo',
    loggedDomains: (ids) => `dominios ${ids}`,
    loggedSkips: (date) => `se salta el ${date}`,
    loggedActive: 'en marcha',
    loggedPaused: 'en pausa',
  },
};
