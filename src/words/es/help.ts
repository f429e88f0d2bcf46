// /ayuda: la primera pantalla y una por cada grupo de comandos.
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: 'ayuda', description: 'Qué hace Cohort y por dónde empezar' },
  title: 'Cohort: preparar el examen en grupo',
  intro:
    'Publico preguntas basadas en escenarios, respondes con un botón y solo tú lees por qué cada opción es correcta o no.',
  groups: {
    learn: { name: 'Aprender', hint: 'leer lecciones, consultar conceptos, recorrer tarjetas' },
    practise: { name: 'Practicar', hint: 'responder preguntas, en solitario o en grupo' },
    measure: { name: 'Medir', hint: 'ver cuánto has avanzado' },
    group: { name: 'En grupo', hint: 'lo que hace todo el servidor' },
    setup: { name: 'Configurar', hint: 'ajustes, tus datos, este bot en tu servidor' },
  },
  choose: '¿Qué te gustaría hacer?',
  all: 'Todos los grupos',
  forAdmins: (description) => `${description} (para admins)`,
  adminCommands: (commands) => `para admins: ${commands}`,
  details: {
    learn: 'Una lección termina con su miniquiz, sus tarjetas y el camino a la siguiente.',
    practise:
      '**Puntos:** tu primera respuesta a una pregunta cuenta mientras está abierta: fácil 1, media 2, difícil 3 si aciertas. Las preguntas privadas son práctica.',
    measure:
      '**Rachas:** una respuesta al día, acertada o no, la mantiene viva; siete días activos dan un protector para un día perdido.',
    group: 'Los rankings solo nombran a quien quiere aparecer.',
    setup: '**Tus datos:** verlos, llevártelos en un archivo, borrarlos; en todas partes a la vez.',
  },
  install: 'Úsame con un grupo, o por tu cuenta en cualquier chat: el progreso es el mismo en todas partes.',
  toServer: 'Añadir a un servidor',
  toMember: 'Añadir para mí',
  privacyNotice: 'Aviso de privacidad',
  terms: 'Condiciones de uso',
  source: 'Código fuente',
};
