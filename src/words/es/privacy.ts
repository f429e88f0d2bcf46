// Los datos de cada miembro en sus manos: qué se guarda, el archivo, el borrado, el aviso a quien no viene.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const privacy: Words['privacy'] = {
  command: {
    privacy: { name: 'privacidad', description: 'Lo que guardo sobre ti: verlo, llevártelo, borrarlo' },
    show: { name: 'ver', description: 'Qué se guarda sobre ti, y cuánto tiempo' },
    export: { name: 'exportar', description: 'Todo lo que guardo sobre ti en un archivo, solo para ti' },
    delete: { name: 'borrar', description: 'Borra todo lo que guardo sobre ti, en todos los servidores' },
    visibility: { name: 'visibilidad', description: 'Si los demás te ven en los rankings' },
    shown: { name: 'modo', description: 'Visible, anónima u oculta' },
  },
  title: 'Lo que guardo sobre ti',
  nothing: 'Nada: aún no has respondido ni ajustado nada.',
  line: (what, rows) => plural(rows, { one: `- **${what}:** # entrada`, other: `- **${what}:** # entradas` }),
  tables: {
    members: 'Ajustes',
    pauses: 'Pausas de tu racha',
    answers: 'Respuestas',
    member_questions: 'Preguntas que has visto',
    sittings: 'Simulacros',
    real_results: 'Resultados de exámenes reales que contaste',
    diagnoses: 'Pruebas de nivel',
    estimates: 'Estimaciones de cómo vas, por día',
    posts: 'Preguntas que lanzaste',
    question_drafts: 'Preguntas que estás escribiendo',
    question_imports: 'Archivos que estás importando',
    tickets: 'Reportes sobre los que decidiste',
    regraded: 'Respuestas que se volvieron a calificar',
    own_packs: 'Colecciones de preguntas que creaste para un servidor',
    own_questions: 'Preguntas que escribiste o sugeriste',
    amendments: 'Decisiones sobre preguntas que revisaste',
    rounds: 'Rondas que empezaste',
    lesson_progress: 'Lecciones que has hecho',
    card_decks: 'Por dónde vas en tus tarjetas',
    study_plans: 'Tus planes de estudio',
    study_tasks: 'Tareas prácticas que has hecho',
    cooldowns: 'Tiempo de espera hasta la siguiente pregunta',
    streak_days: 'Días activos',
    streaks: 'Tu racha',
    streak_places: 'Servidores en los que se compara tu racha',
    scores: 'Puestos en los rankings',
    review_cards: 'Tarjetas de tu repaso',
    review_members: 'Lo bien que recuerdas',
    absentees: 'Servidores de los que te fuiste',
    kept_scores: 'Lo que sumaron respuestas borradas',
    kept_places: 'Dónde respondiste por última vez, de respuestas borradas',
    reports: 'Reportes de preguntas',
    server_changes: 'Cambios en servidores que gestionas',
    daily_schedules: 'Preguntas del día que configuraste',
    server_digests: 'Resúmenes de la semana que configuraste',
    review_channels: 'Canales de revisión que elegiste',
    absences: 'Constancia de que llevas mucho tiempo sin venir',
  } as Record<string, string>,
  howLong:
    'Se guarda hasta que lo borres. A quien lleva dos años sin venir se le avisa, y sus datos se borran 30 días después. Si un servidor me quita, sus datos se borran a los 30 días, con las respuestas que se dieron allí; lo que hiciste en mensajes directos y en otros sitios sigue siendo tuyo.',
  others:
    'Guardo tu id de Discord, pero ni tu nombre ni tu imagen, y nunca leo mensajes. No paso nada a terceros. Los demás te ven como dice `/privacidad visibilidad`.',
  commands: '`/privacidad exportar` te da un archivo con todo; `/privacidad borrar` lo borra.',
  exported: 'Todo lo que hay sobre ti',
  exportHow:
    'Un solo archivo comprimido: `data.json` lo contiene todo, y cada parte es una tabla (CSV) para una hoja de cálculo. Las horas son UTC.',
  deleteTitle: '¿Borrar todo lo que hay sobre ti?',
  deleteMeans:
    'Todo esto desaparece a la vez, en todos los servidores: ajustes, racha, puestos en los rankings, lo que has visto. No se puede deshacer.',
  deleteStays:
    'Lo que otras personas necesitan se conserva, pero sin tu id: que alguien respondió así una pregunta, que una pregunta se lanzó o se reportó.',
  deleteNow: 'Borrarlo todo',
  deleteKeep: 'Para conservarlo, no hagas nada con este mensaje.',
  deleted: 'Borrado',
  deletedAfter:
    'Ya no guardo nada sobre ti. Los mensajes que te nombran siguen en sus canales: borrarlos solo está en tus manos o en las de un admin. Si vuelves a responder, empiezas de cero.',
  absent: {
    title: 'Llevas dos años sin pasar por aquí',
    when: (date) => `El ${date} borro lo que guardo sobre ti (respuestas, racha, ajustes).`,
    how: 'Para conservarlo, responde antes una pregunta con `/quiz`. Si no, no tienes que hacer nada.',
  },
};
