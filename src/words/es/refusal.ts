// Todo lo que alguien lee cuando un comando se detiene antes de que su función pueda responder.
import type { Words } from '../words.ts';

export const refusal: Words['refusal'] = {
  serverOnly:
    'Esto es para un servidor que tiene a Cohort: úsalo en un canal de tu grupo de estudio. `/ayuda` dice qué funciona aquí.',
  noCourse:
    'Aún no sé qué examen preparas: elígelo con `/ajustes examen`, pon tu zona horaria con `/ajustes zona-horaria` y vuelve a probar.',
  needs: {
    'manage-server':
      'Para esto hace falta el permiso **Gestionar servidor**: habla con un admin de este servidor.',
    'manage-messages-or-asker':
      'Solo puede hacerlo quien lanzó esta pregunta, o alguien de moderación con **Gestionar mensajes**.',
    'write-here': 'Para empezar una ronda aquí hay que poder escribir y usar comandos en este canal.',
  },
  botLacksPermission: (channel, names) =>
    `Todavía no puedo hacerlo en ${channel}: pide a un admin que me dé allí ${names}, y vuelve a probar.`,
  orPrivateThread: '¿Es un hilo privado? Entonces añádeme: escribe allí un mensaje que me mencione.',
  teamUnknown:
    'Discord no me dice ahora mismo si revisas las preguntas oficiales: vuelve a intentarlo dentro de un minuto.',
  outdated: 'Este botón ya no se usa: vuelve a ejecutar el comando.',
  unavailable:
    'No pude acceder a mi base de datos, así que **esto no se ha podido guardar**. Vuelve a intentarlo dentro de un momento; nada se cuenta dos veces.',
  uncertain:
    'Se perdió la respuesta de mi base de datos, así que **no sé si esto se guardó**. Vuelve a intentarlo: vale la primera respuesta, y nada se cuenta dos veces.',
  fault: 'Algo falló por mi parte, y no sé si esto se guardó. Vuelve a intentarlo; nada se cuenta dos veces.',
  faultId: (id) => `Si vuelve a pasar, da este código a tu admin: \`${id}\``,
};
