// Das Hallo an einen Server, der den Bot gerade eingeladen hat.
import type { Words } from '../words.ts';

export const hello: Words['hello'] = {
  title: 'Hallo, ich bin Cohort',
  what: 'Ich helfe einer Gruppe, für eine Zertifizierung zu lernen: mit einer Frage des Tages, Quizrunden im Kanal und für jeden allein mit Lektionen, Wiederholungen und Probeprüfungen.',
  beginsWith: (code) => `Dieser Server beginnt mit **${code}**.`,
  setUpHow: 'Wer **Server verwalten** darf, richtet mich in weniger als einer Minute ein.',
  setUpThere:
    'Wer **Server verwalten** darf, richtet mich dort in weniger als einer Minute ein, mit `/einrichten server`.',
  tryIt: 'Alle anderen können gleich eine Frage ausprobieren; niemand sieht, wie es ausging.',
  setUp: 'Einrichten',
  tryQuestion: 'Frage ausprobieren',
  once: 'Das sage ich einmal. Mehr kommt von mir nur, wenn es jemand möchte.',
  invitedTo: (server) =>
    `Ich wurde in deinen Server **${server}** eingeladen und fand dort keinen Kanal, um Hallo zu sagen.`,
};
