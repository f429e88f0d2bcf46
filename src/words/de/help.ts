// /help: die erste Seite, und eine für jede Gruppe von Befehlen.
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: 'hilfe', description: 'Was Cohort kann und wo man anfängt' },
  title: 'Cohort: gemeinsam für die Prüfung lernen',
  intro:
    'Ich stelle Szenariofragen, ihr antwortet mit einem Knopf, und nur du liest, warum jede Antwort richtig oder falsch ist.',
  groups: {
    learn: { name: 'Lernen', hint: 'Lektionen lesen, Begriffe nachschlagen, Lernkarten durchgehen' },
    practise: { name: 'Üben', hint: 'Fragen beantworten, allein oder gemeinsam' },
    measure: { name: 'Messen', hint: 'sehen, wie weit du bist' },
    group: { name: 'Gemeinsam', hint: 'was der ganze Server tut' },
    setup: { name: 'Einrichten', hint: 'Einstellungen, deine Daten, der Bot in deinem Server' },
  },
  choose: 'Was möchtest du tun?',
  all: 'Alle Gruppen',
  forAdmins: (description) => `${description} (für Admins)`,
  adminCommands: (commands) => `für Admins: ${commands}`,
  details: {
    learn: 'Am Ende einer Lektion warten ihr Mini-Quiz, ihre Lernkarten und der Weg zur nächsten.',
    practise:
      '**Punkte:** deine erste Antwort auf eine Frage zählt, solange sie offen ist: leicht 1, mittel 2, schwer 3, wenn sie richtig ist. Private Fragen sind Übung.',
    measure:
      '**Serien:** eine Antwort am Tag, richtig oder falsch, hält sie am Leben; sieben aktive Tage bringen einen Schutztag für einen verpassten.',
    group: 'Ranglisten nennen nur, wer genannt werden will.',
    setup: '**Deine Daten:** sieh sie an, nimm sie als Datei mit, lösch sie; überall zugleich.',
  },
  install: 'Nutz mich in der Gruppe oder allein in jedem Chat: überall derselbe Fortschritt.',
  toServer: 'Zu einem Server hinzufügen',
  toMember: 'Für mich hinzufügen',
  privacyNotice: 'Datenschutzhinweis',
  terms: 'Nutzungsbedingungen',
  source: 'Quelltext',
};
