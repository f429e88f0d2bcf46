// Die eigenen Daten in der eigenen Hand: was gespeichert ist, die Datei, das Löschen, der Hinweis an Abwesende.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const privacy: Words['privacy'] = {
  command: {
    privacy: { name: 'datenschutz', description: 'Was ich über dich speichere: ansehen, mitnehmen, löschen' },
    show: { name: 'zeigen', description: 'Was über dich gespeichert ist und wie lange' },
    export: { name: 'mitnehmen', description: 'Alles über dich als Datei, nur für dich' },
    delete: { name: 'löschen', description: 'Alles über dich löschen, in jedem Server' },
    visibility: { name: 'sichtbarkeit', description: 'Ob andere dich auf Ranglisten sehen' },
    shown: { name: 'gezeigt', description: 'Sichtbar, anonym oder verborgen' },
  },
  title: 'Was ich über dich speichere',
  nothing: 'Nichts: du hast noch nichts beantwortet oder eingestellt.',
  line: (what, rows) => plural(rows, { one: `- **${what}:** # Eintrag`, other: `- **${what}:** # Einträge` }),
  tables: {
    members: 'Einstellungen',
    pauses: 'Pausen deiner Serie',
    answers: 'Antworten',
    member_questions: 'Fragen, die du gesehen hast',
    sittings: 'Probeprüfungen',
    real_results: 'Ergebnisse echter Prüfungen, die du genannt hast',
    diagnoses: 'Diagnosen',
    estimates: 'Schätzungen, wo du stehst, nach Tagen',
    posts: 'Fragen, die du gestellt hast',
    question_drafts: 'Fragen, die du gerade schreibst',
    question_imports: 'Dateien, die du gerade importierst',
    tickets: 'Meldungen, über die du entschieden hast',
    regraded: 'Antworten, die neu bewertet wurden',
    own_packs: 'Fragensammlungen, die du für einen Server angelegt hast',
    own_questions: 'Fragen, die du geschrieben oder vorgeschlagen hast',
    amendments: 'Entscheidungen zu Fragen, die du geprüft hast',
    rounds: 'Runden, die du begonnen hast',
    lesson_progress: 'Lektionen, die du erledigt hast',
    card_decks: 'Wo du in deinen Lernkarten bist',
    study_plans: 'Deine Lernpläne',
    study_tasks: 'Praktische Aufgaben, die du erledigt hast',
    cooldowns: 'Wartezeit vor der nächsten Frage',
    streak_days: 'Aktive Tage',
    streaks: 'Deine Serie',
    streak_places: 'Server, auf denen deine Serie verglichen wird',
    scores: 'Plätze auf Ranglisten',
    review_cards: 'Karten deiner Wiederholung',
    review_members: 'Wie gut du dir etwas merkst',
    absentees: 'Server, die du verlassen hast',
    kept_scores: 'Was gelöschte Antworten ergaben',
    kept_places: 'Wo du zuletzt geantwortet hast, aus gelöschten Antworten',
    reports: 'Meldungen zu Fragen',
    server_changes: 'Änderungen an Servern, die du verwaltest',
    daily_schedules: 'Fragen des Tages, die du eingerichtet hast',
    server_digests: 'Wochenrückblicke, die du eingerichtet hast',
    review_channels: 'Prüfkanäle, die du gewählt hast',
    absences: 'Dass du lange fort warst',
  },
  howLong:
    'Es bleibt, bis du es löschst. Wer zwei Jahre nicht hier war, bekommt Bescheid und wird 30 Tage später gelöscht. Ein Server, der mich entfernt, wird nach 30 Tagen gelöscht, mit den dort gegebenen Antworten; was du in Direktnachrichten und anderswo getan hast, bleibt deins.',
  others:
    'Ich speichere deine Discord-Kennung, keinen Namen und kein Bild, und lese nie Nachrichten. Nichts wird weitergegeben. Andere sehen dich so, wie es `/datenschutz sichtbarkeit` sagt.',
  commands: '`/datenschutz mitnehmen` gibt dir eine Datei mit allem, `/datenschutz löschen` löscht es.',
  exported: 'Alles über dich',
  exportHow:
    'Ein Archiv: `data.json` enthält alles, und jeder Teil ist eine Tabelle (CSV) für die Tabellenkalkulation. Zeiten sind UTC.',
  deleteTitle: 'Alles über dich löschen?',
  deleteMeans:
    'All das geht auf einmal, in jedem Server: Einstellungen, Serie, Plätze auf Ranglisten, was du gesehen hast. Es lässt sich nicht zurücknehmen.',
  deleteStays:
    'Was andere brauchen, bleibt ohne deine Kennung: dass jemand eine Frage so beantwortet hat, dass eine Frage gestellt oder gemeldet wurde.',
  deleteNow: 'Alles löschen',
  deleteKeep: 'Um alles zu behalten, lass diese Nachricht einfach stehen.',
  deleted: 'Gelöscht',
  deletedAfter:
    'Ich speichere nichts mehr über dich. Nachrichten, die dich nennen, bleiben in ihren Kanälen: die kannst nur du oder ein Admin löschen. Antwortest du wieder, fängst du neu an.',
  absent: {
    title: 'Du warst zwei Jahre nicht hier',
    when: (date) => `Am ${date} lösche ich, was ich über dich speichere (Antworten, Serie, Einstellungen).`,
    how: 'Um es zu behalten, beantworte vorher eine Frage mit `/quiz`. Sonst gibt es nichts zu tun.',
  },
};
