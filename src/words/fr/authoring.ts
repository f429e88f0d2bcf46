// Les questions propres à un serveur : écrire, lister, importer, exporter.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural, list, number } = forms;
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const leftOut = (count: number, which: string) =>
  `${questions(count)} ${which}, ${plural(count, { one: 'laissée de côté', other: 'laissées de côté' })}`;

const fields = {
  stem: 'la question',
  option: 'l’option',
  why: 'l’explication',
  takeaway: 'la phrase à retenir',
  reference: 'une référence',
};
const optionLetter = (option: number | null) =>
  option === null ? '' : ` ${'ABCDEFGHIJ'[option] ?? option + 1}`;

export const authoring: Words['authoring'] = {
  command: {
    question: {
      name: 'question',
      description: 'Les questions de ton serveur : écrire, proposer, importer, exporter',
    },
    add: { name: 'ajouter', description: 'Écrire une question' },
    suggest: { name: 'proposer', description: 'Proposer une question à l’équipe qui s’occupe des packs' },
    edit: { name: 'modifier', description: 'Modifier une question de ton serveur' },
    retire: { name: 'retirer', description: 'Ne plus poser une question ; les réponses restent' },
    restore: { name: 'rétablir', description: 'Poser à nouveau une question retirée' },
    list: { name: 'liste', description: 'Les questions de ton serveur et les propositions en attente' },
    preview: {
      name: 'aperçu',
      description: 'Voir une question avec son corrigé, ses explications et son état',
    },
    packs: { name: 'pack', description: 'Créer un pack, ou changer son nom, ses domaines et son examen' },
    import: {
      name: 'importer',
      description: 'Importer des questions depuis un fichier ; tu vois d’abord ce qui se passerait',
    },
    export: { name: 'exporter', description: 'Emporter un pack en fichier, dans l’un des treize formats' },
    pack: { name: 'pack', description: 'Quel pack ; un nouveau nom en crée un' },
    name: { name: 'nom', description: 'Le nom du pack' },
    newName: { name: 'nouveau-nom', description: 'Le nom qu’il portera désormais' },
    domains: { name: 'domaines', description: 'Ses domaines et leurs poids, comme « Nœuds 60, Feux 40 »' },
    items: { name: 'questions', description: 'Nombre de questions de son examen blanc' },
    minutes: { name: 'minutes', description: 'Durée de son examen blanc, en minutes' },
    pass: { name: 'réussite', description: 'Pourcentage de bonnes réponses pour réussir' },
    which: { name: 'question', description: 'Un mot de la question, ou son numéro' },
    status: { name: 'état', description: 'Seulement celles dans cet état' },
    file: {
      name: 'fichier',
      description: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI ou Anki, 10 Mio au plus',
    },
    format: { name: 'format', description: 'Le format du fichier, s’il n’est pas reconnu' },
    toFormat: { name: 'format', description: 'Le format à écrire' },
    reviewers: {
      name: 'relecture',
      description: 'Le rôle qui s’occupe des questions du serveur ; sans rôle, les membres qui le gèrent',
    },
    role: { name: 'rôle', description: 'Ses membres peuvent ajouter, modifier, relire et importer' },
    make: { name: 'En faire une question' },
  },
  statuses: { live: 'Posée', suggested: 'À relire', retired: 'Retirée', declined: 'Refusée' },
  form: {
    title: 'Une question (1 sur 2)',
    stem: 'Situation et question',
    options: 'Options, une par ligne',
    optionsHint: 'De deux à six. Tu choisiras les bonnes ensuite.',
    keyTitle: 'Corrigé et explications (2 sur 2)',
    key: 'Lesquelles sont justes ?',
    reasons: 'Pourquoi juste ou fausse, une ligne chacune',
    reasonsHint: 'Dans l’ordre des options ; peut rester vide.',
    takeaway: 'À retenir, en une phrase',
    references: 'Liens à l’appui, un par ligne',
    fileTitle: 'Importer des questions',
    file: 'Fichier, 10 Mio au plus',
    fileHint:
      'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI ou Anki. Tu vois d’abord ce qui se passerait.',
    pack: 'Pack',
    packHint: 'Vide : celui du fichier. Un nouveau nom crée un pack.',
  },
  newPack: (name) => `Nouveau pack **${name}**`,
  inPack: (name, id) => `${name} · ${id}`,
  draftTitle: { add: 'Nouvelle question', edit: 'Question modifiée', suggest: 'Ta proposition' },
  editText: 'Question et options',
  editKey: 'Corrigé et explications',
  save: { add: 'Enregistrer', edit: 'Enregistrer', suggest: 'Envoyer la proposition' },
  cancel: 'Annuler',
  cancelled: 'Abandonné. Rien n’a changé.',
  chooseDomain: 'Domaine',
  chooseDifficulty: 'Difficulté',
  notYet: 'Avant d’enregistrer :',
  ready: 'Prête à enregistrer.',
  saved: {
    add: (pack, id) => `Enregistrée dans **${pack}** sous **${id}** : elle peut être posée dès maintenant.`,
    edit: (pack, id) =>
      `C’est enregistré : dans **${pack}**, **${id}** est désormais posée sous sa nouvelle forme. Les réponses à l’ancienne restent.`,
    suggest: (pack) =>
      `Merci ! Ta proposition pour **${pack}** attend sa relecture. Je te tiendrai au courant.`,
  },
  draftGone: 'Ce brouillon n’existe plus : enregistré, abandonné ou remplacé par un plus récent.',
  faults: {
    missing: (field, option) => `${fields[field]}${optionLetter(option)} est vide`,
    tooLong: (field, option, { has, limit }) =>
      `${fields[field]}${optionLetter(option)} fait ${number(has)} caractères (${number(limit)} au plus)`,
    tooManyReferences: (has, limit) => `il y a ${number(has)} références (${number(limit)} au plus)`,
    tooFewOptions: (has, limit) =>
      `${plural(has, { one: 'il y a # option', other: 'il y a # options' })}, il en faut au moins ${number(limit)}`,
    tooManyOptions: (has, limit) => `il y a ${number(has)} options (${number(limit)} au plus)`,
    noKey: 'aucune option n’est marquée juste',
    tooManyKeys: (has, limit) => `${number(has)} options sont marquées justes (${number(limit)} au plus)`,
    allRight: 'toutes les options sont justes : il en faut une fausse',
    noAddress: 'une référence n’est pas une adresse qui commence par https://',
    sameOptions: (option, other) =>
      `les options ${optionLetter(other).trim()} et ${optionLetter(option).trim()} sont identiques`,
  },
  notChanged: {
    'no-such-pack': 'Ce serveur n’a pas ce pack. `/question liste` montre ce qu’il y a.',
    'no-such-question': 'Cette question n’existe pas. Commence à taper et choisis dans la liste.',
    'name-taken': (name) => `Il y a déjà un pack **${name}** : choisis un autre nom.`,
    'too-many-packs': (limit) =>
      `Un serveur peut avoir jusqu’à ${number(limit)} packs : modifie plutôt l’un de ceux-là.`,
    'too-many-questions': (limit, left) =>
      `Un pack peut contenir jusqu’à ${number(limit)} questions ; places restantes : ${number(left)}. Retires-en, ou crée un autre pack.`,
    'domains-in-use':
      'Un domaine qui a des questions ne peut pas disparaître : déplace-les d’abord avec `/question modifier`.',
    'changed-meanwhile':
      'Une autre modification est passée entre-temps, donc rien n’a été enregistré. Regarde où ça en est, puis réessaie.',
  },
  whichPack: (names) => `Quel pack ? Il y a ${list(names)} : choisis dans \`pack\`.`,
  noPack: 'Ce serveur n’a pas encore de pack : donne un nom au premier dans `pack`.',
  longName: (limit) =>
    `Le nom d’un pack peut avoir jusqu’à ${number(limit)} caractères : choisis plus court.`,
  badDomains: (typed) =>
    `Je ne sais pas lire de domaines dans « ${typed} ». Écris jusqu’à 25 noms avec des poids de 1 à 100, comme « Nœuds 60, Feux 40 ».`,
  packSet: (name, isNew) => (isNew ? `Le pack **${name}** est créé.` : `Le pack **${name}** est modifié.`),
  packFacts: (count, { items, minutes, passPercent: pass }) =>
    `${questions(count)} · examen blanc : ${questions(items)} en ${number(minutes)} minutes, réussi à ${number(pass)} %`,
  domain: (name, weight) => `${name} (${number(weight)})`,
  packNext: 'Remplis-le avec `/question ajouter` ou `/question importer` ; joue-le avec `/quiz sujet:`.',
  tooManySuggestions: (limit) =>
    `Tu as déjà ${number(limit)} propositions en attente de relecture : laisse d’abord le temps de les lire.`,
  moved: {
    live: (title) => `Elle peut être posée dès maintenant : « ${title} »`,
    retired: (title) => `Elle n’est plus posée, et ses réponses restent : « ${title} »`,
    declined: (title) => `Refusée : « ${title} »`,
    suggested: (title) => `À nouveau en attente : « ${title} »`,
  },
  listTitle: 'Les questions de ton serveur',
  none: 'Il n’y a encore rien ici. `/question ajouter` écrit la première, `/question importer` apporte toute une banque.',
  counted: questions,
  page: (page, pages) => `Page ${number(page)} sur ${number(pages)}`,
  earlier: 'Page précédente',
  later: 'Page suivante',
  look: 'En regarder une',
  approve: 'Accepter',
  decline: 'Refuser',
  edit: 'Modifier',
  retire: 'Retirer',
  restore: 'Poser à nouveau',
  by: (member) => `par ${member}`,
  told: {
    live: (title, server) =>
      `Ta proposition a été acceptée sur ${server}, et la question peut y être posée : « ${title} »`,
    declined: (title, server) =>
      `Ta proposition a été refusée sur ${server} : « ${title} ». Tu peux en faire une autre.`,
  },
  reviewersSet: (role) =>
    `${role} peut désormais s’occuper des questions de ce serveur, tout comme les membres qui le gèrent.`,
  reviewersNone: 'Seuls les membres qui gèrent le serveur s’occupent maintenant de ses questions.',
  mayNot:
    'C’est réservé aux membres qui ont **Gérer le serveur** ou le rôle de relecture. Tu peux proposer une question : `/question proposer`.',
  importTitle: 'Import : ce qui se passerait',
  importInto: (pack, isNew) => (isNew ? `Dans le nouveau pack **${pack}**` : `Dans **${pack}**`),
  wouldAdd: (count) => plural(count, { one: '# nouvelle question', other: '# nouvelles questions' }),
  wouldChange: (count) => plural(count, { one: '# est modifiée', other: '# sont modifiées' }),
  wouldStay: (count) => plural(count, { one: '# est déjà là', other: '# sont déjà là' }),
  wouldLeave: (count) => plural(count, { one: '# est laissée de côté', other: '# sont laissées de côté' }),
  newDomains: (names) => `Nouveaux domaines : ${list(names)}`,
  andMore: (count) => plural(count, { one: 'et # autre', other: 'et # autres' }),
  nothingToImport: 'Il n’y a rien à importer.',
  doImport: (count) => `Importer ${questions(count)}`,
  imported: (pack, added, changed) =>
    `**${pack}** : ${plural(added, { one: '# question ajoutée', other: '# questions ajoutées' })}, ${plural(changed, { one: '# modifiée', other: '# modifiées' })}. Joue-le avec \`/quiz sujet:\`.`,
  importGone:
    'Cet import n’existe plus : terminé, abandonné ou remplacé par un autre fichier. Rien n’a changé cette fois.',
  where: {
    item: (item) => `n° ${number(item)}`,
    line: (line) => `ligne ${number(line)}`,
  },
  why: {
    'no-choice': (type) => `ce n’est pas un choix entre options (${type})`,
    'no-key': 'aucune option n’est marquée juste',
    'no-stem': 'la question est vide',
    'has-media': 'il lui faut son image, sa vidéo ou son audio, impossible à importer',
    'bad-key': (has) => `le corrigé « ${has} » ne désigne aucune option`,
    malformed: (detail) => `illisible : ${detail}`,
    twin: (of) => `presque identique à ${of}`,
  },
  remark: {
    'partial-credit': (percent) => `une réponse qui valait ${number(percent)} % compte comme fausse`,
    'picture-as-link': 'une image est devenue un lien',
    'unknown-columns': (columns) => `colonnes sans signification ici : ${list(columns)}`,
  },
  unreadable: {
    empty: 'Le fichier est vide : il ne contient aucune question.',
    'unknown-format': 'Je ne reconnais pas ce fichier : dis dans `format` ce que c’est.',
    broken: (line, detail) =>
      `Le fichier est abîmé${line === null ? '' : ` à la ligne ${number(line)}`} (${detail}) : répare-le, ou choisis un autre \`format\`. Rien n’a changé.`,
    'missing-columns': (columns) =>
      `Il manque au tableau ${list(columns)} : sa première ligne doit nommer les colonnes (question, A, B, …, correct).`,
    'too-large': 'Le fichier dépasse 10 Mio : découpe-le.',
    'too-many': (limit) => `Le fichier contient plus de ${number(limit)} questions : découpe-le.`,
    hostile:
      'Le fichier contient des choses dont aucune banque de questions n’a besoin (entités, archive qui gonfle) : je ne l’ai pas lu.',
    overloaded:
      'Lire ce fichier prend plus de temps ou de mémoire qu’une banque de questions n’en demande : découpe-le. Rien n’a changé.',
    'not-fetched':
      'Je n’ai pas pu récupérer le fichier auprès de Discord. Relance la commande ; rien n’a changé.',
  },
  exported: (name, format, count) => `**${name}** en ${format} : ${questions(count)}.`,
  lossTitle: 'Ce format n’a pas de place pour :',
  lossNone: 'Ce format ne perd rien.',
  loss: {
    reasons: (items) => `les explications de ${questions(items)}`,
    takeaway: (items) => `la phrase à retenir de ${questions(items)}`,
    references: (items) => `les références de ${questions(items)}`,
    difficulty: (items) => `la difficulté de ${questions(items)}`,
    domain: (items) => `le domaine de ${questions(items)}`,
    key: (items) => `le numéro de ${questions(items)}`,
    lines: (items) => `les sauts de ligne de ${questions(items)}`,
    extra: (items) => `les éditions, concepts, compétences et dates de ${questions(items)}`,
  },
  leftOut: {
    'several-right': (count) => leftOut(count, 'à plusieurs bonnes réponses'),
    'too-many-options': (count) => leftOut(count, 'à plus de quatre options'),
  },
  cut: (count, limit) =>
    plural(count, {
      one: `# texte de plus de ${number(limit)} caractères, raccourci`,
      other: `# textes de plus de ${number(limit)} caractères, raccourcis`,
    }),
  emptyPack: 'Aucune question de ce pack n’est posée : il n’y a rien à exporter.',
};
