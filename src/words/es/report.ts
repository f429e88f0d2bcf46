// Reportar una pregunta: el botón, el formulario, las gracias.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const report: Words['report'] = {
  button: 'Reportar',
  title: (id) => `Reportar la pregunta ${id}`,
  what: '¿Qué está mal?',
  kinds: {
    'wrong-key': 'La respuesta marcada como correcta no lo es',
    outdated: 'Está desactualizada',
    unclear: 'No se entiende, o valen dos respuestas',
    typo: 'Un error de escritura o de formato',
    other: 'Otra cosa',
  },
  how: '¿Qué debería decir, y cómo lo sabes?',
  howHint: 'Lo que más ayuda es un enlace a la documentación.',
  chooseKind: '**¿Qué está mal?**: elige una opción.',
  blank: 'Di en pocas palabras qué está mal: un reporte vacío no ayuda a nadie.',
  reported:
    'Gracias: tu reporte se ha guardado y lo leerá quien se encarga de las preguntas. Te contaré en qué queda.',
  gone: 'Esta pregunta ya no está en el banco, así que no hay nada que reportar.',
  tooMany: (limit) =>
    `Hoy has reportado ${number(limit)} preguntas, y no se leen más en un día: sigue mañana.`,
  queue: {
    command: {
      name: 'reportes',
      description: 'Preguntas que se han reportado, para quien se encarga de ellas',
    },
    title: 'Preguntas reportadas',
    empty: 'No hay nada en espera: todo lo reportado está resuelto.',
    mayNot:
      'Esto es para quien se encarga de las preguntas: en las colecciones de este servidor, con **Gestionar servidor** o el rol de revisión; en las oficiales, quien administra este bot.',
    line: (id, exam, reports) =>
      `**${id}** · ${exam} · ${plural(reports, { one: '# reporte', other: '# reportes' })}`,
    look: 'Ver una',
    gone: 'Este caso ya no existe, o no te corresponde verlo.',
    ticket: (id, version) => `${id}, versión ${number(version)}`,
    state: {
      open: 'Abierto',
      rejected: 'Rechazado',
      amended: 'Texto corregido',
      rekeyed: 'Solución cambiada',
      either: 'Dos eran correctas',
      retired: 'Retirada',
    },
    reports: 'Lo que se reportó',
    noReports: 'No queda ningún reporte.',
    answers: (answers) => plural(answers, { one: '# respuesta', other: '# respuestas' }),
    picked: (share) => percent(share),
    reject: 'Rechazar',
    fixText: 'Corregir texto',
    changeKey: 'Cambiar solución',
    twoRight: 'Dos son correctas',
    retire: 'Retirar',
    undo: 'Deshacer',
    back: 'Volver a la lista',
    chooseKey: '¿Cuáles son correctas?',
    chooseSecond: '¿Qué otra también es correcta?',
    rejectTitle: 'Rechazar los reportes',
    rejectReason: 'Por qué está bien así, con un enlace',
    textTitle: 'Corregir el texto',
    stem: 'Situación y pregunta',
    options: 'Opciones, una por línea, en su orden',
    dryTitle: 'Qué pasaría',
    dry: (answers, members) =>
      `${plural(answers, { one: '# respuesta pasa a ser correcta', other: '# respuestas pasan a ser correctas' })}, de ${plural(members, { one: '# miembro', other: '# miembros' })}.`,
    places: (places, boards) =>
      `${plural(places, { one: 'Cambia # puesto', other: 'Cambian # puestos' })} en ${plural(boards, { one: '# ranking', other: '# rankings' })}; no cambia ninguna racha.`,
    keeps: 'Quien acertó con la solución anterior conserva sus puntos. Se puede deshacer durante 24 horas.',
    eitherRetires:
      'La pregunta deja de salir hasta que se corrija su texto: con dos opciones correctas no puede salir.',
    stale: 'Alguien respondió mientras tanto: así quedaría ahora.',
    doIt: 'Aplicar',
    noKey: 'Elige una solución distinta de la que tiene: de una a tres opciones, y no todas.',
    done: {
      rejected: 'Rechazado. Se avisa a quienes la reportaron.',
      amended: 'Corregida: desde ahora sale con su nuevo texto. Se avisa a quienes la reportaron.',
      rekeyed:
        'Se cambió la solución. Las respuestas se están volviendo a calificar, los rankings cambian en un minuto y se avisa a quienes la reportaron.',
      either:
        'Valen las dos. Las respuestas se están volviendo a calificar, los rankings cambian en un minuto y se avisa a quienes la reportaron.',
      retired: 'Ya no sale; sus respuestas se conservan. Se avisa a quienes la reportaron.',
      open: 'Abierto de nuevo.',
    },
    undone: 'Deshecho: las respuestas vuelven a como estaban, y la pregunta sale como antes.',
    tooLate: 'Esto se puede deshacer durante 24 horas, y solo después de aplicarlo.',
    decidedBefore: 'Otra persona resolvió este caso mientras tanto.',
    changedSince: 'La pregunta cambió mientras tanto, así que no se hizo nada. Mira cómo está ahora.',
    optionsMustStay: 'Mantén el número y el orden de las opciones: aquí solo pueden cambiar sus textos.',
    notedKey: (letters) =>
      `-# Corrección posterior: la solución es **${letters}**. Quien la eligió tiene los puntos.`,
    again: 'Puede que ya hayas leído esto:',
    told: {
      rejected: (id, reason) =>
        `Reportaste la pregunta ${id}. Se ha revisado y se queda como está: ${reason}`,
      amended: (id) => `Reportaste la pregunta ${id}: se ha corregido su texto. ¡Gracias!`,
      rekeyed: (id) =>
        `Reportaste la pregunta ${id}, y tenías razón: se ha cambiado su solución y las respuestas se han vuelto a calificar. ¡Gracias!`,
      either: (id) =>
        `Reportaste la pregunta ${id}, y tenías razón: valen dos opciones, y ahora cuentan ambas. ¡Gracias!`,
      retired: (id) => `Reportaste la pregunta ${id}: ya no sale. ¡Gracias!`,
      open: (id) => `La pregunta ${id}, que reportaste, se está revisando de nuevo.`,
    },
  },
};
