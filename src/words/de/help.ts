// Die eine Seite von /help.
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: 'hilfe', description: 'Was Cohort kann und wo man anfängt' },
  title: 'Cohort: gemeinsam für die Prüfung lernen',
  intro:
    'Ich stelle Szenariofragen, ihr antwortet mit einem Knopf, und nur du liest, warum jede Antwort richtig oder falsch ist.',
  start: '**So fängst du an**',
  asMember: 'Als Mitglied: `/quiz` stellt hier eine Frage; `/quiz privat:True` fragt nur dich.',
  asMemberWithoutQuiz: 'Als Mitglied: beantworte die nächste Frage mit einem Knopf.',
  asAdmin:
    'Als Admin: `/einrichten server` ist eine einzige Seite für Prüfung, Zeitzone und Frage des Tages.',
  commands: '**Befehle**',
  forAdmins: '**Für Admins**',
  points:
    '**Punkte:** deine erste Antwort auf eine Frage zählt, solange sie offen ist: leicht 1, mittel 2, schwer 3, wenn sie richtig ist. Private Fragen sind Übung.',
  streaks:
    '**Serien:** eine Antwort am Tag, richtig oder falsch, hält sie am Leben; sieben aktive Tage bringen einen Schutztag für einen verpassten.',
  data: '**Deine Daten:** `/datenschutz` zeigt sie, gibt sie dir und löscht sie.',
  privacyNotice: 'Datenschutzhinweis',
  terms: 'Nutzungsbedingungen',
  source: 'Quelltext',
};
