// La semana de un servidor: la publicación y su parte de la configuración.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: 'resumen', description: 'Canal en el que se resume la semana del grupo' },
    day: { name: 'resumen-día', description: 'Qué día de la semana (lunes por defecto)' },
    hour: { name: 'resumen-hora', description: 'A qué hora, de 0 a 23 (9 por defecto)' },
  },
  title: 'La semana del grupo',
  until: (day) => `Los siete días hasta el ${day}`,
  did: ({ answers, members, share }) =>
    `**${plural(answers, { one: '# respuesta', other: '# respuestas' })}** de ${plural(members, {
      one: '# participante',
      other: '# participantes',
    })}, con un ${percent(share)} de aciertos.`,
  weakest: (title, right, answers) =>
    `La lección más difícil: **${title}** (${number(right)} de ${number(answers)} aciertos)`,
  next: 'Las lecciones de esta semana:',
  ears: 'Para escuchar por el camino',
  answer: 'Responder una ahora',
  on: (channel, day, clock) =>
    `Se publica en ${channel} cada ${day} a las ${clock}, siempre que alguien haya respondido.`,
  off: 'Lo que el grupo hizo en la semana no se publica en ningún canal.',
  line: 'Resumen de la semana',
  chooseDay: 'Elige el día',
  chooseHour: 'Elige la hora',
  choose: 'Canal para el resumen de la semana',
  turnedOn: (channel, day, clock) =>
    `La semana del grupo se resume en ${channel} cada ${day} a las ${clock}, siempre que alguien haya respondido.`,
  turnedOff: 'Ya no se resume la semana.',
  noChannelYet: 'Elige primero un canal para el resumen de la semana: `/configurar servidor resumen:`.',
  lacks: (channel, names) =>
    `No puedo publicar el resumen de la semana en ${channel}: allí necesito ${list(names)}.`,
  failed: (channel) =>
    `El último resumen de la semana no se pudo publicar en ${channel}: si el canal ya no existe, elige otro.`,
  wrongChannel: (channel) =>
    `En ${channel} no se pueden publicar mensajes: elige un canal de texto o de anuncios para el resumen.`,
  failing: 'No se publicó el resumen de la semana',
  goesOn:
    'Lo sigo intentando un día, y después con la semana siguiente. `/configurar servidor` muestra cómo va.',
  once: 'Te aviso una sola vez, porque lo configuraste tú.',
  zoneFollows: 'El resumen de la semana sigue la nueva zona horaria.',
  setting: 'resumen de la semana',
  logged: (channel, day, clock) => `${channel}, ${day} ${clock}`,
};
