// El saludo a un servidor que acaba de invitar al bot.
import type { Words } from '../words.ts';

export const hello: Words['hello'] = {
  title: 'Hola, soy Cohort',
  what: 'Ayudo a un grupo a preparar un examen de certificación: una pregunta del día, quizzes en un canal y, para cada persona por su cuenta, lecciones, repasos y simulacros.',
  beginsWith: (code) => `Este servidor empieza con **${code}**.`,
  setUpHow: 'Quien tenga **Gestionar servidor** me configura en menos de un minuto.',
  setUpThere:
    'Quien tenga **Gestionar servidor** me configura allí en menos de un minuto, con `/configurar servidor`.',
  tryIt: 'El resto ya puede probar una pregunta; nadie más ve el resultado.',
  setUp: 'Configurar',
  tryQuestion: 'Probar una pregunta',
  once: 'Esto lo digo una sola vez. No volveré a escribir si nadie lo pide.',
  invitedTo: (server) =>
    `Me invitaron a tu servidor **${server}**, pero allí no encontré ningún canal donde saludar.`,
};
