// El ranking: su comando, su título y sus líneas, el puesto de quien lo abre.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: 'ranking', description: 'Quién va primero en este servidor y cómo vas tú' },
    domain: { name: 'dominio', description: 'Un dominio del examen (todos por defecto)' },
    window: { name: 'periodo', description: 'Desde cuándo (esta semana por defecto)' },
    metric: { name: 'criterio', description: 'Qué se compara (puntos por defecto)' },
  },
  windowChoice: { today: 'hoy', week: 'esta semana', month: 'este mes', all: 'desde siempre' },
  metricChoice: { points: 'puntos', accuracy: 'precisión' },
  title: (metric) => `Ranking: ${metric}`,
  metrics: { points: 'puntos', accuracy: 'precisión' },
  windows: { today: 'Hoy', week: 'Esta semana', month: 'Este mes', all: 'Desde siempre' },
  allDomains: 'todos los dominios',
  everyDomain: 'Todos los dominios',
  by: (metric) => `Comparar: ${metric}`,
  pages: {
    places: (from, to) => `Puestos ${from}–${to}`,
    mine: 'Mi puesto',
  },
  unchecked:
    'Discord no respondió a tiempo quién sigue en este servidor: puede que alguien de aquí se haya ido; en ese caso, los puestos reales son mejores.',
  resets: (when) => `se reinicia ${when}`,
  anonymous: 'Anónimo',
  you: '(tú)',
  tied: 'empate',
  right: (right, rated) => plural(right, { one: `# acierto de ${rated}`, other: `# aciertos de ${rated}` }),
  points: (points) => plural(points, { one: '# punto', other: '# puntos' }),
  empty: {
    points:
      'Nadie tiene aún una respuesta puntuable aquí. Estrena el ranking: lanza una pregunta al grupo con `/quiz`.',
    accuracy: (needed) =>
      `Nadie tiene aún las ${needed} respuestas puntuables que pide este ranking. Lanza una pregunta al grupo con \`/quiz\`.`,
  },
  own: (name, place) => `${name}: ${place}`,
  ownName: 'Tú',
  rank: (rank, worth) => `puesto **${rank}** con ${worth}.`,
  aboutRank: (rank, worth) =>
    `aprox. puesto **${rank}** con ${worth}; puede que alguien de más arriba se haya ido.`,
  tooFew: (rated, needed) =>
    `${rated} de las ${needed} respuestas puntuables que pide el ranking; \`/quiz\` trae la siguiente.`,
  nothingYet: 'ninguna respuesta puntuable en este periodo; responde una pregunta de `/quiz` para entrar.',
  rules: {
    points:
      'Fácil 1, media 2, difícil 3 puntos por cada acierto puntuable; los empates se deciden por precisión y después por menos respuestas.',
    accuracy: (needed) =>
      `Proporción de aciertos con al menos ${needed} respuestas puntuables; los empates se deciden por puntos.`,
  },
  privately: 'Esto solo lo ves tú, porque los demás no te ven (`/ajustes visibilidad`).',
  winners: {
    option: { name: 'ganadores', description: 'Canal en el que se anuncia quién ganó cada semana' },
    title: 'Mejores de la semana',
    next: 'Empezó una nueva semana: todo el mundo parte de cero. `/ranking` muestra cómo vas.',
    on: (channel) => `Se anuncian en ${channel}, la primera mañana de la semana siguiente.`,
    off: 'No se anuncia quiénes fueron los mejores.',
    choose: 'Canal para los mejores de la semana',
    turnedOn: (channel) => `Los mejores de cada semana se anuncian en ${channel}.`,
    turnedOff: 'Ya no se anuncian los mejores de la semana.',
    lacks: (channel, names) =>
      `No puedo anunciar a los mejores de la semana en ${channel}: allí ${plural(names.length, { one: 'me falta el permiso', other: 'me faltan los permisos' })} ${list(names)}.`,
    wrongChannel: (channel) =>
      `En ${channel} no se pueden publicar mensajes: elige un canal de texto o de anuncios para los mejores de la semana.`,
    setting: 'mejores de la semana',
  },
  unknownDomain: (typed, names) =>
    `El examen de este servidor no tiene el dominio “${typed}”: elige ${choice(names)}.`,
};
