// Lo que muestra la ficha de un caso además de la pregunta, y el canal en el que un servidor ve sus casos y sugerencias.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const firstAnswers = (count: number) =>
  plural(count, { one: '# primera respuesta', other: '# primeras respuestas' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const ticket: Words['ticket'] = {
  statistics: 'Lo que dicen las respuestas',
  right: (answers, share) => `${percent(share)} de ${firstAnswers(answers)}: correctas`,
  discrimination: (value) => `discriminación ${rounded(value)}`,
  thirds: (weakest, middle, best) => `tercio más flojo ${weakest}, medio ${middle}, mejor ${best}`,
  links: 'Enlaces',
  versions: 'Versiones',
  version: (version) => `versión ${number(version)}`,
  made: {
    released: 'publicada',
    written: 'escrita',
    edited: 'modificada',
    text: 'texto corregido',
    key: 'solución cambiada',
    either: 'dos eran correctas',
    retired: 'retirada',
  },
  takenBack: 'deshecho',
  look: 'Verla',
  channel: {
    option: {
      name: 'canal',
      description: 'Dónde aparecen los reportes y sugerencias nuevos; sin rol ni canal, en ninguno',
    },
    on: (channel) => `Los reportes y sugerencias nuevos aparecen en ${channel}.`,
    off: 'Los reportes y sugerencias nuevos no aparecen en ningún canal.',
    choose: 'Canal para reportes y sugerencias (vacío: ninguno)',
    setting: 'canal de revisión',
    set: (channel) => `A partir de ahora, los reportes y sugerencias nuevos aparecen en ${channel}.`,
    none: 'Los reportes y sugerencias nuevos ya no aparecen en ningún canal.',
    lacks: (channel, names) =>
      `No puedo mostrar reportes ni sugerencias en ${channel}: allí ${plural(names.length, { one: 'me falta el permiso', other: 'me faltan los permisos' })} ${list(names)}.`,
    failed: (channel) =>
      `El último reporte o sugerencia no se pudo mostrar en ${channel}: si el canal ya no existe, elige otro.`,
    wrongChannel: (channel) =>
      `En ${channel} no se pueden publicar mensajes: elige un canal de texto o de anuncios para los reportes y sugerencias.`,
    failing: 'No se muestran los reportes ni las sugerencias',
    goesOn:
      'Lo sigo intentando cada hora; no se pierde nada: todo está en `/reportes` y `/pregunta lista`. `/configurar servidor` muestra cómo va.',
  },
};
