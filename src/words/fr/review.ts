// Retrouver questions et flashcards : la commande, les cartes, ce qu’elles donnent, le fichier pour Anki.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const review: Words['review'] = {
  menu: 'Ajouter à mes révisions',
  command: {
    review: {
      name: 'révisions',
      description: 'Des questions et flashcards qui reviennent avant que tu ne les oublies',
    },
    export: { name: 'export', description: 'Toutes tes cartes en fichier pour Anki, rien que pour toi' },
  },
  formats: { apkg: 'Paquet Anki (.apkg)', text: 'Texte pour Anki (.txt)' },

  comesAgain: 'Elle revient demain dans tes `/révisions`.',
  add: 'Ajouter aux révisions',
  added: 'Ajoutée : c’est la prochaine de tes `/révisions`.',
  addedBefore: 'Elle est déjà dans tes `/révisions`, et viendra en son temps.',
  gone: 'Cette question n’est plus dans la banque.',

  title: 'Révisions',
  flashcard: 'Flashcard',
  more: (cards) =>
    cards === 0
      ? 'la dernière pour aujourd’hui'
      : plural(cards, { one: 'encore # aujourd’hui', other: 'encore # aujourd’hui' }),
  rekeyed: 'Le corrigé de cette question a changé depuis ta dernière fois : elle repart de zéro.',
  retired: (cards) =>
    plural(cards, {
      one: '# carte a quitté tes révisions : elle n’est plus dans la banque.',
      other: '# cartes ont quitté tes révisions : elles ne sont plus dans la banque.',
    }),
  stale: 'Cette carte avait déjà sa note, ou a changé : voici ce qui vient maintenant.',

  howSure: (mine) => `Tu as choisi ${mine}. Avec quelle certitude ?`,
  sure: { guess: 'Au hasard', unsure: 'Avec un doute', sure: 'Sans hésiter' },
  change: 'Changer',
  show: 'Voir la réponse',
  grades: { again: 'À revoir', hard: 'Difficile', good: 'Bien', easy: 'Facile' },
  next: 'Carte suivante',
  when: (when) => `Revient : ${when}`,
  guessed: 'Une bonne réponse au hasard compte comme pas encore sue.',
  leech: (lesson) => `Tu l’as souvent oubliée : relis la leçon ${lesson}, ça aidera davantage.`,

  done: {
    title: 'Rien à réviser',
    enough: 'C’est assez pour aujourd’hui : le reste peut attendre sans problème.',
    next: (when) => `Prochaine carte : ${when}`,
    empty:
      'Tes révisions sont encore vides : ce que tu rates y entre tout seul, et **Ajouter aux révisions** sous une réponse ajoute une question.',
    weakest: (domain) => `En attendant, ton point le plus faible mérite une question : ${domain}.`,
    quiz: (domain) => `Interroge-moi : ${domain}`,
  },

  nextStep: (cards) => ({
    what: plural(cards, { one: 'Révise # carte', other: 'Révise # cartes' }),
    why: plural(cards, {
      one: 'Elle est pour aujourd’hui : un petit effort t’évite de la réapprendre.',
      other: 'Elles sont pour aujourd’hui : un petit effort t’évite de les réapprendre.',
    }),
    button: 'Réviser',
  }),
  exported: 'Tes cartes pour Anki',
  exportHow: (cards) =>
    plural(cards, {
      one: '# carte. Ouvre le fichier dans Anki avec *Fichier → Importer* : en importer un plus récent met les cartes à jour et y garde ton planning.',
      other:
        '# cartes. Ouvre le fichier dans Anki avec *Fichier → Importer* : en importer un plus récent met les cartes à jour et y garde ton planning.',
    }),
  exportEmpty: 'Il n’y a encore rien à exporter : tes révisions n’ont pas de cartes.',
  anki: { right: 'Juste', why: 'Pourquoi', remember: 'À retenir', read: 'Lire' },
};
