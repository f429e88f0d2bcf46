// Was Leute tippen, wo sie aus einer Liste hätten wählen können.
import type { Words } from '../words.ts';

export const typed: Words['typed'] = {
  weekdays: {
    every: ['täglich', 'jeden tag', 'alle'],
    working: ['werktags', 'werktage', 'jeden werktag'],
    weekend: ['wochenende', 'am wochenende'],
    to: ['bis'],
    and: ['und'],
  },
  time: {
    noon: ['mittag', 'mittags'],
    midnight: ['mitternacht'],
    morning: [],
    afternoon: [],
    hour: ['uhr'],
    minute: [],
  },
  allDomains: ['alle'],
  places: {
    'Europe/Berlin': ['deutschland', 'münchen', 'muenchen', 'köln', 'koeln'],
    'Europe/Vienna': ['österreich', 'oesterreich', 'wien'],
    'Europe/Zurich': ['schweiz', 'zürich', 'zuerich', 'genf', 'basel'],
    'Europe/Paris': ['frankreich'],
    'Europe/Madrid': ['spanien'],
    'Europe/Rome': ['italien', 'rom', 'mailand'],
    'Europe/Lisbon': ['lissabon'],
    'Europe/Warsaw': ['polen', 'warschau'],
    'Europe/Prague': ['tschechien', 'prag'],
    'Europe/Amsterdam': ['niederlande'],
    'Europe/Copenhagen': ['dänemark', 'kopenhagen'],
    'Europe/Brussels': ['belgien', 'brüssel'],
    'Europe/Athens': ['griechenland', 'athen'],
    'Europe/Kyiv': ['kiew'],
    'Europe/Moscow': ['moskau'],
    'Europe/Istanbul': ['türkei'],
    'Asia/Kolkata': ['indien'],
    'Asia/Shanghai': ['peking'],
    'Asia/Tokyo': ['japan', 'tokio'],
    'America/Sao_Paulo': ['brasilien'],
  },
};
