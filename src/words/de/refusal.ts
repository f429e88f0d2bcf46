// Jeder Satz, den ein Mitglied liest, wenn ein Befehl anhält, bevor seine Funktion antworten konnte.
import type { Words } from '../words.ts';

export const refusal: Words['refusal'] = {
  serverOnly:
    'Das gibt es nur in einem Server, der Cohort hat: benutze es in einem der Kanäle deiner Lerngruppe. Was hier geht, zählt `/hilfe` auf.',
  noCourse:
    'Ich weiß noch nicht, wofür du lernst: wähl es mit `/einstellungen prüfung` und deine Uhr mit `/einstellungen zeitzone`, dann ruf das hier noch einmal auf.',
  needs: {
    'manage-server':
      'Dafür brauchst du das Recht **Server verwalten**: bitte frag jemanden, der diesen Server verwaltet.',
    'manage-messages-or-asker':
      'Das kann nur, wer die Frage gestellt hat, oder wer **Nachrichten verwalten** darf.',
    'write-here':
      'Eine Runde kann hier nur beginnen, wer in diesem Kanal schreiben und Befehle benutzen darf.',
  },
  botLacksPermission: (channel, names) =>
    `Das kann ich in ${channel} noch nicht: bitte lass mir dort ${names} geben und versuche es dann noch einmal.`,
  orPrivateThread:
    'Ist das ein privater Thread? Dann füge mich hinzu: schreib dort eine Nachricht, die mich erwähnt.',
  teamUnknown:
    'Discord sagt mir gerade nicht, ob du offizielle Fragen prüfen darfst: bitte versuch es in einer Minute noch einmal.',
  outdated: 'Dieser Knopf wird nicht mehr benutzt: bitte gib den Befehl noch einmal ein.',
  unavailable:
    'Ich habe meine Datenbank nicht erreicht, darum **konnte das nicht gespeichert werden**. Bitte versuche es gleich noch einmal; nichts wird doppelt gezählt.',
  uncertain:
    'Die Antwort meiner Datenbank ging verloren, darum **kann ich nicht sagen, ob das gespeichert wurde**. Bitte drücke noch einmal oder gib es noch einmal ein: die erste Antwort zählt, und nichts wird doppelt gezählt.',
  fault:
    'Bei mir ist etwas schiefgegangen, und ich kann nicht sagen, ob es gespeichert wurde. Bitte versuche es noch einmal; nichts wird doppelt gezählt.',
  faultId: (id) => `Wenn es wieder vorkommt, nenne deinem Admin diese Kennung: \`${id}\``,
};
