// Los ajustes propios de cada miembro: el comando, lo que está guardado ahora y lo que significa.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, plural } = forms;
const days = (count: number) => plural(count, { one: '# día', other: '# días' });

export const settings: Words['settings'] = {
  command: {
    settings: {
      name: 'ajustes',
      description: 'Tu zona horaria, pausas, recordatorios, idioma y visibilidad',
    },
    show: { name: 'ver', description: 'Lo que tienes ajustado ahora' },
    timezone: { name: 'zona-horaria', description: 'Qué reloj siguen tus días (una vez cada 24 horas)' },
    zone: {
      name: 'zona',
      description: 'Una ciudad o un desfase, como Madrid o -5:00; o la zona del propio servidor',
    },
    exam: {
      name: 'examen',
      description: 'Qué preparas fuera de los servidores; en un servidor vale su examen',
    },
    which: { name: 'examen', description: 'Un examen y su edición' },
    dayStart: {
      name: 'inicio-día',
      description: 'A qué hora empieza tu día: para quien estudia después de medianoche',
    },
    hour: { name: 'hora', description: 'De 0 (medianoche) a 6 de la mañana' },
    pause: {
      name: 'pausa',
      description: 'Pausa tu racha de antemano: los días en pausa ni cuentan ni la rompen',
    },
    days: { name: 'días', description: 'Cuántos días' },
    from: { name: 'desde', description: 'El primer día en pausa (hoy por defecto)' },
    unpause: { name: 'fin-pausa', description: 'Termina hoy tu pausa, o cancela la próxima' },
    reminders: { name: 'recordatorios', description: 'Un mensaje directo antes de que se rompa tu racha' },
    on: { name: 'activar', description: 'True los envía, False no' },
    visibility: { name: 'visibilidad', description: 'Si los demás te ven en los rankings' },
    shown: { name: 'modo', description: 'Visible, anónima u oculta' },
    language: { name: 'idioma', description: 'En qué idioma te respondo en privado' },
    to: { name: 'idioma', description: 'Un idioma, o el de tu Discord' },
  },
  visibilityChoice: {
    visible: 'visible – con tu nombre',
    anonymous: 'anónima – con puesto y sin nombre',
    hidden: 'oculta – no se muestra a los demás',
  },
  discordLanguage: 'El de tu Discord',
  serverZoneChoice: (zone, clock) => `La zona de este servidor: ${zone} (ahora ${clock})`,
  startChoice: (day, date) => `${day} – ${date}`,
  today: 'Hoy',
  tomorrow: 'Mañana',
  title: 'Tus ajustes',
  ownZone: (zone) => `**${zone}**`,
  serverZone: (zone) => `la de este servidor, **${zone}**`,
  lastZone: (zone) => `**${zone}**, porque no has elegido ninguna`,
  clock: (hour) => (hour === 0 ? 'medianoche' : hour === 1 ? 'la 1:00' : `las ${hour}:00`),
  lines: {
    zone: (zone, time) => `**Zona horaria:** ${zone}; el reloj marca ${time}`,
    day: (begins, today, ends) => `**Tu día** empieza a ${begins}; ahora es el ${today}, y termina ${ends}`,
    remindersOn:
      '**Recordatorios:** activados – un mensaje directo tres horas antes de que termine un día sin respuesta',
    remindersOff: '**Recordatorios:** desactivados',
    visibility: (name, meaning) => `**Visibilidad:** ${name}. ${meaning}`,
    language: (name) => `**Idioma:** ${name}`,
    course: (code) => `**Examen** fuera de los servidores: ${code}`,
    noPauses: '**Pausas:** ninguna',
    pauses: (ranges) => `**Pausas:** ${ranges}`,
    foot: 'Valen en todas partes donde uses este bot. Cámbialos con `/ajustes zona-horaria`, `examen`, `inicio-día`, `pausa`, `fin-pausa`, `recordatorios`, `visibilidad` o `idioma`.',
  },
  visibility: { visible: 'visible', anonymous: 'anónima', hidden: 'oculta' },
  visibilityMeans: {
    visible: 'Los rankings y las preguntas resueltas muestran tu nombre, y los demás pueden ver tu racha.',
    anonymous: 'Los rankings te muestran como “Anónimo”; nadie ve tu nombre ni tu racha.',
    hidden: 'Nadie más te ve en un ranking ni en una pregunta resuelta; tú sigues viendo tu puesto.',
  },
  saved: {
    zone: (zone, time) => `**Guardado:** tu zona horaria es ${zone}; el reloj marca ${time}.`,
    zoneDay: (today, ends) =>
      `Tu día es el ${today} y termina ${ends}. Los días en que ya respondiste conservan su fecha.`,
    zoneAgain: (when) =>
      `Un error se puede corregir durante 10 minutos; después, la zona horaria se puede volver a cambiar ${when}.`,
    dayStart: (begins) => `**Guardado:** tu día empieza a ${begins}.`,
    dayNow: (today, ends) => `Para ti ahora es el ${today}, y termina ${ends}.`,
    remindersOff: '**Guardado:** no te envío recordatorios.',
    remindersOn:
      '**Guardado:** te envío un mensaje directo tres horas antes de que termine un día que tu racha aún necesita.',
    firstReminder: (when) => `El primero puede llegar ${when}, si para entonces no has respondido.`,
    noStreakYet: 'Empiezan con tu primera racha: responde una pregunta con `/quiz`.',
    allowMessages:
      'Permite que te escriba directamente; si un mensaje no se puede entregar, los recordatorios se desactivan.',
    course: (code, name) => `**Guardado:** preparas **${code}** (${name}).`,
    courseHolds:
      'Vale en mensajes directos, en grupos y en servidores sin este bot; en un servidor que lo tiene, vale el suyo.',
    visibility: (name, meaning) => `**Guardado:** tu visibilidad es **${name}**. ${meaning}`,
    language: (name) => `**Guardado:** te respondo en ${name}.`,
    discordLanguage: '**Guardado:** te respondo en el idioma de tu Discord, siempre que lo hable.',
  },
  zoneUnchanged: (zone) => `Tu zona horaria ya es ${zone}: no se cambió nada.`,
  zoneLocked: (when, date) =>
    `La zona horaria se puede cambiar una vez cada 24 horas: vuelve a probar ${when} (${date}).`,
  unknownZone: (typed) =>
    `No conozco la zona horaria “${typed}”: elige una de la lista que aparece al escribir una ciudad, como Madrid o Bogotá.`,
  zoneLike: (zones) => `¿Querías decir ${choice(zones)}?`,
  unknownCourse: (typed) => `No tengo ningún examen “${typed}” que se pueda preparar: elige uno de la lista.`,
  newcomer: {
    title: '¿Qué examen preparas?',
    both: '¿Es este el examen? Entonces elige el reloj que siguen tus días, y seguimos enseguida.',
    examOnly: '¿Es este el examen? Entonces, adelante.',
    exam: 'Elige un examen',
    zone: 'Elige tu zona horaria para seguir',
    otherZone: 'Otra zona horaria',
    go: 'Seguir',
    later:
      'Solo lo pregunto esta vez: `/ajustes examen` y `/ajustes zona-horaria` lo cambian cuando quieras.',
    ready: 'Ahora vuelve a pulsar o ejecutar lo que querías.',
    modal: {
      title: 'Tu zona horaria',
      label: 'Zona horaria o ciudad',
      description: 'Como Madrid, Bogotá o America/Mexico_City',
    },
  },
  unknownLanguage: (typed) => `No hablo “${typed}”: elige uno de la lista.`,
  wouldSkip: (today, length) =>
    `Aún no se cambió: tu día pasaría al ${today} y dejaría fuera uno que tu racha de ${days(length)} todavía necesita. Responde antes una pregunta con \`/quiz\`, y después cámbialo.`,
  range: (from, to) => (from === to ? `el ${from}` : `del ${from} al ${to}`),
  paused: {
    saved: (range, length) => `**Guardado:** tu racha está en pausa ${range} (${days(length)}).`,
    beginsToday: 'Empieza hoy.',
    keeps: (length) => `Empieza hoy y mantiene tu racha en ${days(length)}.`,
    untilThen: 'Hasta entonces cada día cuenta como siempre.',
    untilThenAt: (length) => `Hasta entonces cada día cuenta como siempre: tu racha está en ${days(length)}.`,
    means:
      'Los días en pausa no necesitan respuesta ni gastan protectores; si respondes en uno, también cuenta. `/ajustes fin-pausa` termina la pausa antes.',
    ended: (range) =>
      `**Guardado:** tu pausa (${range}) termina ahora; hoy vuelve a contar, así que responde una pregunta con \`/quiz\`. Los días anteriores a hoy siguen en pausa.`,
    calledOff: (range) => `**Guardado:** se cancela la pausa (${range}).`,
    none: 'No hay ninguna pausa en curso ni prevista: no se cambió nada. `/ajustes pausa` pone una.',
    badDate: (typed) => `“${typed}” no es una fecha: elige una de la lista, o escríbela como 2026-12-24.`,
    tooLong: (most) =>
      `Una pausa dura ${days(most)} como máximo, contando las pausas justo antes y después: elige menos días.`,
    inThePast: (earliest) => `Una pausa se pone de antemano: elige el ${earliest} o más tarde.`,
    tooFar: 'Una pausa empieza dentro de un año como máximo: elige un día anterior.',
    overlaps: (range) =>
      `Ya tienes una pausa (${range}): elige otros días, o termínala antes con \`/ajustes fin-pausa\`.`,
  },
};
