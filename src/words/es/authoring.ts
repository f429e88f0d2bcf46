// Las preguntas propias de un servidor: escribir, listar, importar, exportar.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural, list, number } = forms;
const questions = (count: number) => plural(count, { one: '# pregunta', other: '# preguntas' });

const fields = {
  stem: 'la pregunta',
  option: 'la opción',
  why: 'la explicación',
  takeaway: 'la idea clave',
  reference: 'la referencia',
};
const optionLetter = (option: number | null) =>
  option === null ? '' : ` ${'ABCDEFGHIJ'[option] ?? option + 1}`;

export const authoring: Words['authoring'] = {
  command: {
    question: {
      name: 'pregunta',
      description: 'Las preguntas propias del servidor: escribir, sugerir, importar, exportar',
    },
    add: { name: 'nueva', description: 'Escribe una pregunta' },
    suggest: { name: 'sugerir', description: 'Sugiere una pregunta a quienes cuidan las colecciones' },
    edit: { name: 'editar', description: 'Cambia una pregunta de tu servidor' },
    retire: { name: 'retirar', description: 'Haz que una pregunta no salga más; sus respuestas se quedan' },
    restore: { name: 'recuperar', description: 'Haz que vuelva a salir una pregunta retirada' },
    list: { name: 'lista', description: 'Las preguntas de tu servidor, y las sugerencias en espera' },
    preview: { name: 'vista-previa', description: 'Una pregunta con su solución, explicaciones y estado' },
    packs: { name: 'colección', description: 'Crea una colección, o cambia su nombre, dominios y examen' },
    import: {
      name: 'importar',
      description: 'Trae preguntas desde un archivo; primero ves qué pasaría',
    },
    export: {
      name: 'exportar',
      description: 'Llévate una colección en un archivo, en uno de trece formatos',
    },
    pack: { name: 'colección', description: 'Qué colección; un nombre nuevo crea otra' },
    name: { name: 'nombre', description: 'El nombre de la colección' },
    newName: { name: 'nombre-nuevo', description: 'Cómo se llamará a partir de ahora' },
    domains: { name: 'dominios', description: 'Sus dominios con pesos, como “Nudos 60, Luces 40”' },
    items: { name: 'preguntas', description: 'Preguntas de su simulacro' },
    minutes: { name: 'minutos', description: 'Minutos de su simulacro' },
    pass: { name: 'aprobado', description: 'Porcentaje de aciertos con el que se aprueba' },
    which: { name: 'pregunta', description: 'Una palabra de ella, o su número' },
    status: { name: 'estado', description: 'Solo las que están en este estado' },
    file: {
      name: 'archivo',
      description: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI o Anki, hasta 10 MiB',
    },
    format: { name: 'formato', description: 'El formato del archivo, si no se reconoce solo' },
    toFormat: { name: 'formato', description: 'El formato en que se escribe' },
    reviewers: {
      name: 'equipo',
      description: 'Qué rol cuida las preguntas del servidor; sin él, solo quien lo gestiona',
    },
    role: { name: 'rol', description: 'Quien lo tenga puede añadir, editar, revisar e importar' },
    make: { name: 'Crear una pregunta con esto' },
  },
  statuses: {
    live: 'En uso',
    suggested: 'En espera de revisión',
    retired: 'Retirada',
    declined: 'Rechazada',
  },
  form: {
    title: 'Una pregunta (1 de 2)',
    stem: 'Situación y pregunta',
    options: 'Opciones, una por línea',
    optionsHint: 'De dos a seis. Después dirás cuáles son correctas.',
    keyTitle: 'Solución y explicaciones (2 de 2)',
    key: '¿Cuáles son correctas?',
    reasons: 'Por qué es correcta o no, una por línea',
    reasonsHint: 'En el orden de las opciones; puede quedar vacío.',
    takeaway: 'Idea clave: una frase para recordar',
    references: 'Enlaces que la respaldan, uno por línea',
    fileTitle: 'Importar preguntas',
    file: 'Archivo, hasta 10 MiB',
    fileHint: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI o Anki. Primero ves qué pasaría.',
    pack: 'Colección',
    packHint: 'Vacío: la que diga el archivo. Un nombre nuevo crea otra colección.',
  },
  newPack: (name) => `Colección nueva **${name}**`,
  inPack: (name, id) => `${name} · ${id}`,
  draftTitle: { add: 'Pregunta nueva', edit: 'Pregunta cambiada', suggest: 'Tu sugerencia' },
  editText: 'Pregunta y opciones',
  editKey: 'Solución y explicaciones',
  save: { add: 'Guardar', edit: 'Guardar', suggest: 'Enviar sugerencia' },
  cancel: 'Cancelar',
  cancelled: 'Descartado. No se cambió nada.',
  chooseDomain: 'Dominio',
  chooseDifficulty: 'Dificultad',
  notYet: 'Antes de poder guardarla:',
  ready: 'Lista para guardar.',
  saved: {
    add: (pack, id) => `Guardada como **${id}** en **${pack}**: desde ahora puede salir.`,
    edit: (pack, id) =>
      `Guardada: **${id}** de **${pack}** sale desde ahora en su nueva forma. Las respuestas a la anterior se quedan.`,
    suggest: (pack) =>
      `Gracias: tu sugerencia para **${pack}** está en espera de revisión. Te avisaré de en qué queda.`,
  },
  draftGone:
    'Este borrador ya no existe: lo guardaste, lo descartaste o lo reemplazó otro tuyo más reciente.',
  faults: {
    missing: (field, option) => `${fields[field]}${optionLetter(option)} está vacía`,
    tooLong: (field, option, { has, limit }) =>
      `${fields[field]}${optionLetter(option)} tiene ${number(has)} caracteres, y caben ${number(limit)}`,
    tooManyReferences: (has, limit) => `hay ${number(has)} referencias, y caben ${number(limit)}`,
    tooFewOptions: (has, limit) => `opciones: hay ${number(has)}, y hacen falta al menos ${number(limit)}`,
    tooManyOptions: (has, limit) => `hay ${number(has)} opciones, y caben ${number(limit)}`,
    noKey: 'ninguna opción está marcada como correcta',
    tooManyKeys: (has, limit) =>
      `hay ${number(has)} opciones correctas, y puede haber ${number(limit)} como máximo`,
    allRight: 'todas las opciones son correctas: una debe ser incorrecta',
    noAddress: 'una referencia no es una dirección que empiece por https://',
    sameOptions: (option, other) =>
      `las opciones ${optionLetter(other).trim()} y ${optionLetter(option).trim()} son iguales`,
  },
  notChanged: {
    'no-such-pack': 'Este servidor no tiene esa colección. `/pregunta lista` muestra las que hay.',
    'no-such-question': 'Esa pregunta no existe. Empieza a escribir y elige de la lista.',
    'name-taken': (name) => `Ya hay una colección **${name}**: elige otro nombre.`,
    'too-many-packs': (limit) =>
      `Un servidor puede tener ${number(limit)} colecciones: cambia una de las que hay.`,
    'too-many-questions': (limit, left) =>
      `Una colección puede tener ${number(limit)} preguntas, y caben ${number(left)} más. Retira algunas, o crea otra colección.`,
    'domains-in-use':
      'Un dominio que tiene preguntas no se puede quitar: pásalas antes a otro con `/pregunta editar`.',
    'changed-meanwhile':
      'Alguien la cambió mientras tanto, así que no se guardó nada. Mira cómo está ahora y vuelve a probar.',
  },
  whichPack: (names) => `¿Qué colección? Hay ${list(names)}: elige una en \`colección\`.`,
  noPack: 'Este servidor aún no tiene colecciones: di en `colección` cómo se llamará la primera.',
  longName: (limit) =>
    `El nombre de una colección puede tener ${number(limit)} caracteres: elige uno más corto.`,
  badDomains: (typed) =>
    `No entiendo “${typed}” como dominios. Escribe hasta 25 nombres con pesos de 1 a 100, como “Nudos 60, Luces 40”.`,
  packSet: (name, isNew) =>
    isNew ? `La colección **${name}** está creada.` : `La colección **${name}** está cambiada.`,
  packFacts: (count, { items, minutes, passPercent: pass }) =>
    `${questions(count)} · simulacro: ${number(items)} en ${number(minutes)} minutos, se aprueba con ${number(pass)} %`,
  domain: (name, weight) => `${name} (${number(weight)})`,
  packNext: 'Llénala con `/pregunta nueva` o `/pregunta importar`; lánzala con `/quiz tema:`.',
  tooManySuggestions: (limit) =>
    `Ya hay ${number(limit)} sugerencias tuyas en espera de revisión: deja que se miren primero.`,
  moved: {
    live: (title) => `Desde ahora puede salir: “${title}”`,
    retired: (title) => `Ya no sale más, y sus respuestas se quedan: “${title}”`,
    declined: (title) => `Rechazada: “${title}”`,
    suggested: (title) => `De nuevo en espera: “${title}”`,
  },
  listTitle: 'Las preguntas de tu servidor',
  none: 'Aún no hay nada. `/pregunta nueva` escribe la primera; `/pregunta importar` trae todo un banco.',
  counted: questions,
  page: (page, pages) => `Página ${number(page)} de ${number(pages)}`,
  earlier: 'Atrás',
  later: 'Siguiente',
  look: 'Ver una',
  approve: 'Aprobar',
  decline: 'Rechazar',
  edit: 'Editar',
  retire: 'Retirar',
  restore: 'Recuperar',
  by: (member) => `de ${member}`,
  told: {
    live: (title, server) => `Tu sugerencia se aprobó en ${server} y ya puede salir allí: “${title}”`,
    declined: (title, server) => `Tu sugerencia se rechazó en ${server}: “${title}”. Puedes sugerir otra.`,
  },
  reviewersSet: (role) =>
    `Desde ahora, ${role} puede cuidar las preguntas de este servidor, y también quien lo gestiona.`,
  reviewersNone: 'Ahora solo cuida las preguntas quien gestiona el servidor.',
  mayNot:
    'Esto solo puede hacerlo quien tenga **Gestionar servidor** o el rol de revisión. Tú puedes sugerir una pregunta: `/pregunta sugerir`.',
  importTitle: 'Importar: qué pasaría',
  importInto: (pack, isNew) => (isNew ? `En la colección nueva **${pack}**` : `En **${pack}**`),
  wouldAdd: (count) => plural(count, { one: '# pregunta es nueva', other: '# preguntas son nuevas' }),
  wouldChange: (count) => plural(count, { one: '# cambia', other: '# cambian' }),
  wouldStay: (count) => plural(count, { one: '# ya está', other: '# ya están' }),
  wouldLeave: (count) => plural(count, { one: '# se queda fuera', other: '# se quedan fuera' }),
  newDomains: (names) => `Dominios nuevos: ${list(names)}`,
  andMore: (count) => plural(count, { one: 'y # más', other: 'y # más' }),
  nothingToImport: 'No hay nada que importar.',
  doImport: (count) => `Importar ${questions(count)}`,
  imported: (pack, added, changed) =>
    `**${pack}**: ${plural(added, { one: '# pregunta añadida', other: '# preguntas añadidas' })}, ${plural(changed, { one: '# cambiada', other: '# cambiadas' })}. Lánzala con \`/quiz tema:\`.`,
  importGone:
    'Esta importación ya no existe: se hizo, se descartó, o la reemplazó otro archivo. Ahora no se cambió nada.',
  where: {
    item: (item) => `n.º ${number(item)}`,
    line: (line) => `línea ${number(line)}`,
  },
  why: {
    'no-choice': (type) => `no se elige entre opciones (${type})`,
    'no-key': 'ninguna opción está marcada como correcta',
    'no-stem': 'la pregunta está vacía',
    'has-media': 'necesita su imagen, vídeo o sonido, y eso no se puede importar',
    'bad-key': (has) => `la solución “${has}” no corresponde a ninguna opción`,
    malformed: (detail) => `no se puede leer: ${detail}`,
    twin: (of) => `casi igual que ${of}`,
  },
  remark: {
    'partial-credit': (percent) => `una respuesta que valía el ${number(percent)} % cuenta como incorrecta`,
    'picture-as-link': 'una imagen se convirtió en enlace',
    'unknown-columns': (columns) => `columnas sin significado aquí: ${list(columns)}`,
  },
  unreadable: {
    empty: 'El archivo está vacío: no contiene ninguna pregunta.',
    'unknown-format': 'No reconozco este archivo: di en `formato` qué es.',
    broken: (line, detail) =>
      `El archivo está dañado${line === null ? '' : ` en la línea ${number(line)}`} (${detail}): arréglalo, o elige otro \`formato\`. No se cambió nada.`,
    'missing-columns': (columns) =>
      `A la tabla le falta ${list(columns)}: su primera fila debe nombrar las columnas (question, A, B, …, correct).`,
    'too-large': 'El archivo ocupa más de 10 MiB: divídelo.',
    'too-many': (limit) => `El archivo tiene más de ${number(limit)} preguntas: divídelo.`,
    hostile:
      'El archivo contiene algo que ningún banco de preguntas necesita (entidades, o un archivo comprimido que se infla): no lo leí.',
    overloaded:
      'Leer este archivo pide más tiempo o memoria de lo que un banco de preguntas necesita: divídelo. No se cambió nada.',
    'not-fetched': 'No pude obtener el archivo de Discord. Vuelve a ejecutar el comando; no se cambió nada.',
  },
  exported: (name, format, count) => `**${name}** como ${format}: ${questions(count)}.`,
  lossTitle: 'En este formato no caben:',
  lossNone: 'En este formato no se pierde nada.',
  loss: {
    reasons: (items) => `las explicaciones de ${questions(items)}`,
    takeaway: (items) => `las ideas clave de ${questions(items)}`,
    references: (items) => `las referencias de ${questions(items)}`,
    difficulty: (items) => `la dificultad de ${questions(items)}`,
    domain: (items) => `los dominios de ${questions(items)}`,
    key: (items) => `los números de ${questions(items)}`,
    lines: (items) => `los saltos de línea de ${questions(items)}`,
    extra: (items) => `ediciones, conceptos, habilidades y fechas de ${questions(items)}`,
  },
  leftOut: {
    'several-right': (count) =>
      `las que tienen varias respuestas correctas, que se quedan fuera: ${number(count)}`,
    'too-many-options': (count) =>
      `las que tienen más de cuatro opciones, que se quedan fuera: ${number(count)}`,
  },
  cut: (count, limit) =>
    `los textos de más de ${number(limit)} caracteres, que se recortan: ${number(count)}`,
  emptyPack: 'Esta colección no tiene ninguna pregunta en uso, así que no hay nada que exportar.',
};
