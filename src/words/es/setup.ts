// Configurar un servidor: la pantalla, el estado, los avisos de una edición que termina, el registro de cambios.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const setup: Words['setup'] = {
  command: {
    setup: {
      name: 'configurar',
      description: 'Elige el examen, la zona horaria y la pregunta del día de este servidor',
    },
    server: {
      name: 'servidor',
      description: 'Una lista en la que se hace todo; las opciones hacen lo mismo desde el teclado',
    },
    edition: { name: 'edición', description: 'Edición del examen que se prepara' },
    timezone: { name: 'zona-horaria', description: 'Zona horaria: escribe una ciudad' },
    week: { name: 'semana', description: 'Día en que empieza la semana de los rankings' },
    language: { name: 'idioma', description: 'Idioma de lo que todo el mundo lee aquí' },
    status: { name: 'estado', description: 'Qué está configurado, qué falta y dónde, y quién cambió qué' },
  },
  title: 'Configurar Cohort',
  line: ({ mark, title, standing }) => `${mark} **${title}** · ${standing}`,
  standing: { done: 'listo', 'to-do': 'pendiente', broken: 'con fallos', off: 'sin activar' },
  lines: { exam: 'Examen y edición', place: 'Zona horaria e idioma', permissions: 'Mis permisos' },
  allDone: 'Todo está configurado. Lo que cambies aquí vale al momento.',
  left: (count) =>
    plural(count, {
      one: '# línea aún te necesita. Lo que elijas vale al momento.',
      other: '# líneas aún te necesitan. Lo que elijas vale al momento.',
    }),
  setIt: 'Elegir',
  changeIt: 'Cambiar',
  close: 'Cerrar',
  checkAgain: 'Volver a mirar',
  openLog: 'Últimos cambios',
  closeLog: 'Ocultar cambios',
  whoMay: (owner) =>
    owner === null
      ? 'Para configurarme hace falta **Gestionar servidor**: pídelo a un admin de este servidor. Todo lo demás ya te funciona: `/quiz` lanza una pregunta.'
      : `Para configurarme hace falta **Gestionar servidor**: ${owner} lo tiene, por ejemplo. Todo lo demás ya te funciona: \`/quiz\` lanza una pregunta.`,
  chooseEdition: 'Elige la edición del examen',
  examLine: ({ exam, code, dates, questions }) =>
    plural(questions, {
      one: `${exam}, **${code}** · ${dates} · # pregunta`,
      other: `${exam}, **${code}** · ${dates} · # preguntas`,
    }),
  editionGone: (exam) => `${exam}: esta edición ya no está en el banco de preguntas; elige otra.`,
  lastSitting: (date) => `último día: ${date}`,
  firstSitting: (date) => `desde el ${date}`,
  provisional: (dates) => `${dates}, temario provisional`,
  noQuestions: 'Todavía no hay preguntas para esta edición: elige otra.',
  format: (items, minutes) => `${items} preguntas en ${minutes} minutos en el examen`,
  guide: (address) => `[Guía oficial](<${address}>)`,
  lastDay: (code, date, relative) => `Último día para hacer ${code}: ${date} (${relative})`,
  zone: (zone, time) => `${zone}; el reloj marca ${time}`,
  zoneGuess: (zone, time) => `Supongo que es **${zone}**, donde el reloj marca ${time}. ¿Es así?`,
  zoneUnknown: (zone, time) =>
    `Nadie ha elegido aún una zona horaria. Uso ${zone}, donde el reloj marca ${time}.`,
  zoneIs: (zone) => `Sí, ${zone}`,
  chooseZone: 'Elige la zona horaria',
  otherZone: 'Otra: escribe una ciudad',
  reviewers: {
    line: 'Equipo de revisión',
    on: (role) => `${role} cuida las preguntas propias del servidor, y también quien lo gestiona.`,
    off: 'Quien gestiona el servidor cuida sus preguntas propias.',
    gone: 'El rol se borró: elige otro, o a nadie más que a quien gestiona el servidor.',
    choose: 'Rol del equipo de revisión (nadie si está vacío)',
    none: 'Sin equipo',
    setting: 'equipo de revisión',
  },
  permissions: {
    later: 'Lo miro en cuanto se elija un canal.',
    held: (channels) => `Tengo todos los permisos que necesito en ${list(channels)}.`,
    lacks: (channel, names) => `En ${channel} necesito ${list(names)}.`,
    gone: (channel, permission) =>
      `${channel} ya no existe, o no puedo verlo: en ese caso necesito allí ${permission}.`,
    wrongKind: (channel) =>
      `En ${channel} no se pueden publicar mensajes: elige un canal de texto o de anuncios.`,
    more: (count) => plural(count, { one: 'y # canal más', other: 'y # canales más' }),
    how: 'Dámelos en los ajustes del canal, en Permisos, o elige aquí otro canal.',
  },
  week: (day) => `**La semana empieza el:** ${day}`,
  weekFrom: (day) => `Empezar la semana el ${day}`,
  language: (name) => `**Idioma:** ${name}`,
  discordLanguage: 'el de este servidor en Discord',
  chooseLanguage: 'Elige el idioma',
  discordLanguageChoice: 'El de este servidor en Discord',
  nothingElse: 'Así que no se cambió nada con este comando.',
  zoneModal: {
    title: 'Zona horaria de este servidor',
    label: 'Zona horaria',
    description: 'Como Europe/Madrid, America/Bogota o UTC; basta una ciudad si solo una se llama así.',
  },
  retired: {
    ahead: ({ code, follower, last, first }) =>
      `📅 **${code} se puede hacer hasta el ${last}.** Desde el ${first} es **${follower}**: si tu examen es más tarde, cambia ya.`,
    over: (code, successor) => `⚠️ **${code} ya no se puede hacer.** Lo sustituye **${successor}**.`,
    overSince: (code, date, successor) =>
      `⚠️ **${code} ya no se puede hacer.** Su último día fue el ${date}. Lo sustituye **${successor}**.`,
    keeps:
      'Al cambiar se conservan respuestas, rachas y puntos; solo las preguntas nuevas siguen la nueva edición.',
    switchTo: (code) => `Cambiar a ${code}`,
    who: 'El botón es para quien puede gestionar este servidor.',
    switched: (code, name) =>
      `Este servidor prepara ahora **${code}** (lo cambió ${name}). No se ha perdido nada.`,
  },
  notice: {
    editionChanged: (code) => `Este servidor prepara ahora **${code}**. No se ha perdido nada.`,
    editionKept: (code) => `Este servidor ya prepara **${code}**.`,
    noSuchEdition: (typed, codes) => `No hay ninguna edición “${typed}”: elige ${choice(codes)}.`,
    zoneChanged: (zone) => `Zona horaria: **${zone}**.`,
    zoneKept: (zone) => `La zona horaria ya es **${zone}**.`,
    unknownZone: (typed) =>
      `No conozco la zona horaria “${typed}”: escríbela como \`Europe/Madrid\`, o una ciudad que solo tenga una zona.`,
    zoneLike: (zones) => `¿Querías decir ${choice(zones)}?`,
    weekChanged: (day) => `La semana empieza ahora el **${day}**; los rankings se recalculan.`,
    weekKept: (day) => `La semana ya empieza el **${day}**.`,
    languageChanged: (name) => `Ahora aquí todo el mundo lee ${name}.`,
    languageOfDiscord: 'Ahora hablo el idioma que este servidor tiene en Discord.',
    unknownLanguage: (typed) => `No hablo “${typed}”: elige uno de la lista.`,
  },
  changes: '**Últimos cambios**',
  noChanges: 'Todavía ninguno.',
  change: {
    line: ({ when, who, what, difference }) => `${when} ${who}: ${what}: ${difference}`,
    somebody: 'alguien que ya no está',
    setting: {
      edition: 'edición',
      zone: 'zona horaria',
      weekStart: 'primer día de la semana',
      language: 'idioma',
    } as Record<string, string>,
    discordLanguage: 'como en Discord',
    removed: 'se quitó',
    fromTo: (before, after) => `${before} → ${after}`,
    added: (what) => `se añadió: ${what}`,
    takenAway: (what) => `se quitó: ${what}`,
    asBefore: 'ajustes como antes',
  },
};
