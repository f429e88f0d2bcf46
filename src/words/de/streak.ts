// Serien: die Ansicht, was eine Antwort bewirkt, Erinnerungen, Meilensteine.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, plural } = forms;
const days = (count: number) => plural(count, { one: '# Tag', other: '# Tage' });
/** "von 3 Tagen", "bei 3 Tagen", "nach 3 Tagen" */
const ofDays = (count: number) => plural(count, { one: '# Tag', other: '# Tagen' });

export const streak: Words['streak'] = {
  command: {
    streak: { name: 'serie', description: 'Deine Serie: heute, Schutztage, die letzten 14 Tage' },
    member: { name: 'mitglied', description: 'Wessen Serie du sehen möchtest (sonst deine)' },
  },
  days,
  memberIsBot: '**mitglied**: Bots führen keine Serie: wähle einen Menschen.',
  memberNotHere:
    '**mitglied**: Andere lassen sich in einem Server ansehen, der mich hat, und nur seine Mitglieder: wähl dort jemanden.',
  notVisible: 'Dieses Mitglied behält seine Serie für sich: `/serie` allein zeigt dir deine eigene.',
  none: {
    own: 'Noch keine Serie',
    ownHow: 'Sie beginnt mit einer Antwort, richtig oder falsch: stell dir mit `/quiz` eine Frage.',
    other: 'Dieses Mitglied hat noch keine Serie: stell der Gruppe mit `/quiz` eine Frage.',
  },
  title: (current) => (current === 0 ? 'Deine Serie ist zu Ende' : `Deine Serie: ${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `Serie von ${name}: im Augenblick keine` : `Serie von ${name}: ${days(current)}`,
  todayOf: { done: 'heute: erledigt', 'not-yet': 'heute: noch nicht', paused: 'heute: Pause' },
  today: {
    done: (ends) => `**Heute: erledigt.** Dein nächster Tag beginnt ${ends}.`,
    paused: (ends) =>
      `**Heute: Pause**, es braucht nichts. Der Tag endet ${ends}; eine Antwort zählt trotzdem.`,
    notYet: (ends) => `**Heute: noch nicht.** Eine Antwort mit \`/quiz\` genügt; der Tag endet ${ends}.`,
    startsNext: (ends) =>
      `**Heute: noch nicht.** Eine Antwort mit \`/quiz\` beginnt die nächste Serie; der Tag endet ${ends}.`,
  },
  longestIs: (length) => `längste: ${days(length)}`,
  longest: (length) => `Längste: **${days(length)}**`,
  nextMilestone: (length, toGo) => `nächster Meilenstein: **${days(length)}** (noch ${toGo})`,
  freezes: {
    full: (held, most) => `Schutztage: **${held} von ${most}**, mehr kann man nicht haben.`,
    next: (held, most, toGo) =>
      `Schutztage: **${held} von ${most}**, der nächste nach ${ofDays(toGo)} mit einer Antwort.`,
    covering: (count) =>
      plural(count, {
        one: 'Einer deckt den Tag, den du verpasst hast.',
        other: '# decken die Tage, die du verpasst hast.',
      }),
  },
  missing: {
    nothing: (needed) =>
      `Je ${days(needed)} mit Antworten verdienst du einen Schutztag; er deckt von selbst einen verpassten Tag.`,
    freeze: {
      done: (length) =>
        `Ein verpasster Tag morgen verbraucht von selbst einen Schutztag: die Serie bleibt bei ${ofDays(length)}.`,
      'not-yet': (length) =>
        `Heute zu verpassen verbraucht von selbst einen Schutztag: die Serie bleibt bei ${ofDays(length)}.`,
      paused: (length) =>
        `Ein verpasster Tag nach der Pause verbraucht von selbst einen Schutztag: die Serie bleibt bei ${ofDays(length)}.`,
    },
    streak: {
      done: 'Ein verpasster Tag morgen beendet die Serie.',
      'not-yet': 'Heute zu verpassen beendet die Serie.',
      paused: 'Ein verpasster Tag nach der Pause beendet die Serie.',
    },
  },
  reminderHint: '`/einstellungen erinnerungen` schickt dir am Abend eine Nachricht, bevor eine Serie endet.',
  calendar: (count) => plural(count, { one: 'Der letzte Tag', other: 'Die letzten # Tage' }),
  calendarFrom: (from, to) => `${from} – ${to}`,
  marks: {
    answered: 'beantwortet',
    frozen: 'durch einen Schutztag gedeckt',
    paused: 'Pause, oder der Bot war fort',
    missed: 'verpasst',
    'not-yet': 'noch nicht',
    before: 'vor der ersten Antwort',
  },
  grown: (length) => `🔥 Serie: **${days(length)}**`,
  milestone: (length) => `🔥 Serie: **${days(length)}** – ein Meilenstein!`,
  frozen: (dates) =>
    plural(dates.length, {
      one: `Ein Schutztag deckte den ${list(dates)}: deine Serie lebt weiter.`,
      other: `# Schutztage deckten ${list(dates)}: deine Serie lebt weiter.`,
    }),
  broken: (length) => `Deine Serie von ${ofDays(length)} ist zu Ende; das ist Tag eins der nächsten.`,
  earned: (held) =>
    `Du hast einen Schutztag verdient (jetzt ${held}): er deckt von selbst einen verpassten Tag.`,
  reminder: {
    title: (length) => `Deine Serie von ${ofDays(length)} hat heute noch keine Antwort`,
    how: (ends) =>
      `Dein Tag endet ${ends}. Eine beantwortete Frage genügt, richtig oder falsch: benutze \`/quiz\`, hier oder im Server deiner Lerngruppe.`,
    freeze: (held, length) =>
      `Ohne sie deckt ein Schutztag den heutigen Tag (du hast ${held}), und die Serie bleibt bei ${ofDays(length)}.`,
    ends: 'Ohne sie endet die Serie mit dem Tag.',
    answer: 'Jetzt eine beantworten',
    off: 'Du wolltest diese Erinnerungen; `/einstellungen erinnerungen` schaltet sie ab.',
  },
  milestones: (names) => `**Meilensteine:** ${list(names)}. Gut gemacht!`,
  milestoneOf: (name, length) => `${name} (${days(length)})`,
  ranking: {
    choice: 'Serie',
    mark: '🔥',
    title: 'Serien',
    scope: 'Stand heute, in der jeweils eigenen Zeitzone',
    worth: days,
    beside: (length) => `${days(length)} in Folge`,
    empty: 'Im Augenblick hat niemand eine Serie. Eine Antwort beginnt eine: stell mit `/quiz` eine Frage.',
    nothing: 'im Augenblick keine Serie; eine Antwort auf eine Frage von `/quiz` beginnt eine.',
    rule: 'Serien zählen Antworten überall, darum gelten Gebiet und Zeitraum nicht.',
  },
};
