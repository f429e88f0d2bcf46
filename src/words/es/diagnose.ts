// La prueba de nivel: treinta preguntas que averiguan cómo vas.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, plural } = forms;
const questions = (count: number) => plural(count, { one: '# pregunta', other: '# preguntas' });

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: {
      name: 'nivel',
      description: 'Prueba de nivel: averigua cómo vas con 30 preguntas, solo para ti',
    },
  },
  title: (code) => `¿Cómo vas? Prueba de nivel de ${code}`,
  intro: {
    what: (count, minutes) =>
      `**${questions(count)}, alrededor de ${number(minutes)} minutos.** Cada pregunta se elige según lo que llevas respondido.`,
    how: 'Las respuestas no se pueden cambiar y no se comentan hasta el final; entonces verás tu nivel por dominio y las tres lecciones que más te ayudan.',
    goesOn: 'Para cuando quieras: `/nivel` sigue donde lo dejaste.',
    practice: 'Nada de esto puntúa, y solo lo ves tú.',
    begin: 'Empezar',
  },
  position: (position, size) => `Pregunta ${position} de ${size}`,
  resumed: 'Ya habías empezado: aquí es donde lo dejaste.',
  old: 'Este mensaje ya es antiguo y quizá deje de responder pronto: `/nivel` sigue en uno nuevo.',
  done: (count) => `Esa era la última de ${questions(count)}. Así vas:`,
  plan: '`/plan` lo convierte en semanas hasta tu examen.',
  gone: 'Esta prueba de nivel terminó, o no era tuya: `/nivel` empieza una.',
  noQuestions:
    'Este examen todavía no tiene preguntas: en un servidor, un admin elige otro con `/configurar servidor`; fuera de los servidores, lo eliges tú con `/ajustes examen`.',
};
