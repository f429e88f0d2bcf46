// Eigene Fragen eines Servers: schreiben, auflisten, importieren, exportieren.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural, list, number } = forms;

const fields = {
  stem: 'die Frage',
  option: 'die Antwort',
  why: 'die Begründung',
  takeaway: 'der Merksatz',
  reference: 'ein Beleg',
};
const optionLetter = (option: number | null) =>
  option === null ? '' : ` ${'ABCDEFGHIJ'[option] ?? option + 1}`;

export const authoring: Words['authoring'] = {
  command: {
    question: {
      name: 'frage',
      description: 'Eigene Fragen eures Servers: schreiben, vorschlagen, importieren, exportieren',
    },
    add: { name: 'neu', description: 'Schreibt eine Frage' },
    suggest: {
      name: 'vorschlagen',
      description: 'Schlägt denen eine Frage vor, die sich um die Sammlungen kümmern',
    },
    edit: { name: 'ändern', description: 'Ändert eine Frage eures Servers' },
    retire: { name: 'zurückziehen', description: 'Stellt eine Frage nicht mehr; Antworten darauf bleiben' },
    restore: { name: 'wiederholen', description: 'Stellt eine zurückgezogene Frage wieder' },
    list: { name: 'liste', description: 'Die Fragen eures Servers, und Vorschläge, die warten' },
    preview: { name: 'vorschau', description: 'Zeigt eine Frage mit Lösung, Begründungen und Stand' },
    packs: { name: 'sammlung', description: 'Legt eine Sammlung an oder ändert Namen, Gebiete und Prüfung' },
    import: { name: 'import', description: 'Holt Fragen aus einer Datei; zuerst siehst du, was geschähe' },
    export: {
      name: 'export',
      description: 'Gibt dir eine Sammlung als Datei, in einem von dreizehn Formaten',
    },
    pack: { name: 'sammlung', description: 'Welche Sammlung; ein neuer Name legt eine neue an' },
    name: { name: 'name', description: 'Der Name der Sammlung' },
    newName: { name: 'neuer-name', description: 'Wie sie von jetzt an heißen soll' },
    domains: { name: 'gebiete', description: 'Ihre Gebiete mit Gewichten, etwa „Knoten 60, Lichter 40“' },
    items: { name: 'aufgaben', description: 'Fragen ihrer Probeprüfung' },
    minutes: { name: 'minuten', description: 'Minuten ihrer Probeprüfung' },
    pass: { name: 'bestehen', description: 'Prozent richtiger Antworten, mit denen man besteht' },
    which: { name: 'frage', description: 'Ein Wort daraus oder ihre Nummer' },
    status: { name: 'stand', description: 'Nur die in diesem Stand' },
    file: {
      name: 'datei',
      description: 'JSON, YAML, CSV, Excel, Moodle-XML, GIFT, Aiken, QTI oder Anki, bis 10 MiB',
    },
    format: { name: 'format', description: 'Das Format der Datei, falls es nicht erkannt wird' },
    toFormat: { name: 'format', description: 'Das Format, das geschrieben wird' },
    reviewers: {
      name: 'prüfende',
      description: 'Welche Rolle sich um die Fragen eures Servers kümmert; ohne sie nur, wer verwaltet',
    },
    role: { name: 'rolle', description: 'Wer sie hat, darf schreiben, ändern, prüfen und importieren' },
    make: { name: 'Frage daraus machen' },
  },
  statuses: {
    live: 'Wird gestellt',
    suggested: 'Wartet auf Prüfung',
    retired: 'Zurückgezogen',
    declined: 'Abgelehnt',
  },
  form: {
    title: 'Eine Frage (1 von 2)',
    stem: 'Situation und Frage',
    options: 'Antworten, eine je Zeile',
    optionsHint: 'Zwei bis sechs. Welche richtig sind, kommt gleich.',
    keyTitle: 'Lösung und Gründe (2 von 2)',
    key: 'Welche sind richtig?',
    reasons: 'Warum richtig oder falsch, eine Zeile je',
    reasonsHint: 'In der Reihenfolge der Antworten; darf leer bleiben.',
    takeaway: 'Merksatz: ein Satz, der bleibt',
    references: 'Links als Beleg, einer je Zeile',
    fileTitle: 'Fragen importieren',
    file: 'Datei, bis 10 MiB',
    fileHint:
      'JSON, YAML, CSV, Excel, Moodle-XML, GIFT, Aiken, QTI oder Anki. Zuerst siehst du, was geschähe.',
    pack: 'Sammlung',
    packHint: 'Leer: wie die Datei sagt. Ein neuer Name legt eine neue an.',
  },
  newPack: (name) => `Neue Sammlung **${name}**`,
  inPack: (name, id) => `${name} · ${id}`,
  draftTitle: { add: 'Neue Frage', edit: 'Geänderte Frage', suggest: 'Dein Vorschlag' },
  editText: 'Frage und Antworten',
  editKey: 'Lösung und Gründe',
  save: { add: 'Speichern', edit: 'Speichern', suggest: 'Vorschlag senden' },
  cancel: 'Abbrechen',
  cancelled: 'Verworfen. Nichts wurde geändert.',
  chooseDomain: 'Gebiet',
  chooseDifficulty: 'Schwierigkeit',
  notYet: 'Bevor sie gespeichert werden kann:',
  ready: 'Kann gespeichert werden.',
  saved: {
    add: (pack, id) => `Gespeichert als **${id}** in **${pack}**: Sie kann ab jetzt gestellt werden.`,
    edit: (pack, id) =>
      `Gespeichert: **${id}** in **${pack}** wird ab jetzt in der neuen Form gestellt. Antworten auf die alte bleiben.`,
    suggest: (pack) =>
      `Danke: Dein Vorschlag für **${pack}** wartet auf Prüfung. Du erfährst, was daraus wird.`,
  },
  draftGone:
    'Diesen Entwurf gibt es nicht mehr: Er wurde gespeichert, verworfen oder durch einen neueren von dir ersetzt.',
  faults: {
    missing: (field, option) => `${fields[field]}${optionLetter(option)} ist leer`,
    tooLong: (field, option, { has, limit }) =>
      `${fields[field]}${optionLetter(option)} hat ${number(has)} von höchstens ${number(limit)} Zeichen`,
    tooManyReferences: (has, limit) =>
      `es sind ${number(has)} Belege, höchstens ${number(limit)} werden behalten`,
    tooFewOptions: (has, limit) => `es sind ${number(has)} Antworten, mindestens ${number(limit)} sind nötig`,
    tooManyOptions: (has, limit) => `es sind ${number(has)} Antworten, höchstens ${number(limit)} passen`,
    noKey: 'keine Antwort ist als richtig markiert',
    tooManyKeys: (has, limit) =>
      `${number(has)} Antworten sind richtig, höchstens ${number(limit)} dürfen es sein`,
    allRight: 'alle Antworten sind richtig: Eine muss falsch sein',
    noAddress: 'ein Beleg ist keine Adresse, die mit https:// beginnt',
    sameOptions: (option, other) =>
      `die Antworten ${optionLetter(other).trim()} und ${optionLetter(option).trim()} sind gleich`,
  },
  notChanged: {
    'no-such-pack': 'Diese Sammlung gibt es auf diesem Server nicht. `/frage liste` zeigt, was es gibt.',
    'no-such-question': 'Diese Frage gibt es nicht. Fang an zu tippen und wähle aus der Liste.',
    'name-taken': (name) => `Es gibt schon eine Sammlung **${name}**: Wähle einen anderen Namen.`,
    'too-many-packs': (limit) =>
      `Ein Server darf ${number(limit)} Sammlungen haben: Ändere stattdessen eine davon.`,
    'too-many-questions': (limit, left) =>
      `Eine Sammlung darf ${number(limit)} Fragen haben, und für ${number(left)} ist noch Platz. Zieh einige zurück, oder leg eine weitere Sammlung an.`,
    'domains-in-use':
      'Ein Gebiet mit Fragen kann nicht wegfallen: Verschiebe zuerst seine Fragen mit `/frage ändern`.',
    'changed-meanwhile':
      'Jemand anderes hat es inzwischen geändert, darum wurde nichts gespeichert. Sieh nach, wie es jetzt ist, und versuch es noch einmal.',
  },
  whichPack: (names) => `Welche Sammlung? Es gibt ${list(names)}: Wähle eine in \`sammlung\`.`,
  noPack: 'Dieser Server hat noch keine Sammlung: Sag in `sammlung`, wie die erste heißen soll.',
  longName: (limit) => `Der Name einer Sammlung darf ${number(limit)} Zeichen haben: Wähle einen kürzeren.`,
  badDomains: (typed) =>
    `„${typed}“ verstehe ich nicht als Gebiete. Schreib bis zu 25 Namen mit Gewichten von 1 bis 100, etwa „Knoten 60, Lichter 40“.`,
  packSet: (name, isNew) =>
    isNew ? `Die Sammlung **${name}** ist angelegt.` : `Die Sammlung **${name}** ist geändert.`,
  packFacts: (questions, { items, minutes, passPercent: pass }) =>
    `${plural(questions, { one: '# Frage', other: '# Fragen' })} · Probeprüfung: ${number(items)} in ${number(minutes)} Minuten, ${number(pass)} % genügen`,
  domain: (name, weight) => `${name} (${number(weight)})`,
  packNext: 'Füll sie mit `/frage neu` oder `/frage import`; gestellt wird sie mit `/quiz thema:`.',
  tooManySuggestions: (limit) =>
    `${number(limit)} Vorschläge von dir warten schon auf Prüfung: Lass bitte erst diese ansehen.`,
  moved: {
    live: (title) => `Sie kann ab jetzt gestellt werden: „${title}“`,
    retired: (title) => `Sie wird nicht mehr gestellt, und Antworten darauf bleiben: „${title}“`,
    declined: (title) => `Abgelehnt: „${title}“`,
    suggested: (title) => `Wartet wieder: „${title}“`,
  },
  listTitle: 'Die Fragen eures Servers',
  none: 'Hier ist noch nichts. `/frage neu` schreibt die erste, `/frage import` holt eine ganze Sammlung.',
  counted: (count) => plural(count, { one: '# Frage', other: '# Fragen' }),
  page: (page, pages) => `Seite ${number(page)} von ${number(pages)}`,
  earlier: 'Zurück',
  later: 'Weiter',
  look: 'Eine ansehen',
  approve: 'Annehmen',
  decline: 'Ablehnen',
  edit: 'Ändern',
  retire: 'Zurückziehen',
  restore: 'Wieder stellen',
  by: (member) => `von ${member}`,
  told: {
    live: (title, server) =>
      `Dein Vorschlag wurde in ${server} angenommen und kann dort gestellt werden: „${title}“`,
    declined: (title, server) =>
      `Dein Vorschlag wurde in ${server} abgelehnt: „${title}“. Du kannst einen anderen machen.`,
  },
  reviewersSet: (role) =>
    `${role} darf sich ab jetzt um die Fragen dieses Servers kümmern, und wer den Server verwaltet auch.`,
  reviewersNone: 'Um die Fragen kümmert sich jetzt nur, wer den Server verwaltet.',
  mayNot:
    'Das können nur Mitglieder mit **Server verwalten** oder der Rolle der Prüfenden. Du kannst eine Frage vorschlagen: `/frage vorschlagen`.',
  importTitle: 'Import: was geschähe',
  importInto: (pack, isNew) => (isNew ? `In die neue Sammlung **${pack}**` : `In **${pack}**`),
  wouldAdd: (count) => plural(count, { one: '# Frage ist neu', other: '# Fragen sind neu' }),
  wouldChange: (count) => plural(count, { one: '# wird geändert', other: '# werden geändert' }),
  wouldStay: (count) => plural(count, { one: '# ist schon da', other: '# sind schon da' }),
  wouldLeave: (count) => plural(count, { one: '# bleibt weg', other: '# bleiben weg' }),
  newDomains: (names) => `Neue Gebiete: ${list(names)}`,
  andMore: (count) => plural(count, { one: 'und # weitere', other: 'und # weitere' }),
  nothingToImport: 'Es gibt nichts zu importieren.',
  doImport: (count) => plural(count, { one: '# Frage importieren', other: '# Fragen importieren' }),
  imported: (pack, added, changed) =>
    `**${pack}**: ${plural(added, { one: '# Frage hinzugefügt', other: '# Fragen hinzugefügt' })}, ${plural(changed, { one: '# geändert', other: '# geändert' })}. Gestellt wird sie mit \`/quiz thema:\`.`,
  importGone:
    'Diesen Import gibt es nicht mehr: Er wurde ausgeführt, verworfen, oder eine andere Datei trat an seine Stelle. Jetzt wurde nichts geändert.',
  where: { item: (item) => `Nr. ${number(item)}`, line: (line) => `Zeile ${number(line)}` },
  why: {
    'no-choice': (type) => `keine Auswahl unter Antworten (${type})`,
    'no-key': 'keine Antwort ist als richtig markiert',
    'no-stem': 'die Frage ist leer',
    'has-media': 'braucht ihr Bild, ihren Film oder Ton, was sich nicht importieren lässt',
    'bad-key': (has) => `die Lösung „${has}“ nennt keine Antwort`,
    malformed: (detail) => `nicht lesbar: ${detail}`,
    twin: (of) => `fast dieselbe wie ${of}`,
  },
  remark: {
    'partial-credit': (percent) => `eine Antwort, die ${number(percent)} % brachte, gilt als falsch`,
    'picture-as-link': 'ein Bild wurde zum Link',
    'unknown-columns': (columns) => `Spalten ohne Bedeutung hier: ${list(columns)}`,
  },
  unreadable: {
    empty: 'Die Datei ist leer: Es ist keine Frage darin.',
    'unknown-format': 'Diese Datei erkenne ich nicht: Sag in `format`, was sie ist.',
    broken: (line, detail) =>
      `Die Datei ist${line === null ? '' : ` in Zeile ${number(line)}`} kaputt (${detail}): Bessere sie aus, oder wähle ein anderes \`format\`. Nichts wurde geändert.`,
    'missing-columns': (columns) =>
      `Der Tabelle fehlt ${list(columns)}: Ihre erste Zeile muss die Spalten nennen (question, A, B, …, correct).`,
    'too-large': 'Die Datei ist größer als 10 MiB: Teile sie.',
    'too-many': (limit) => `In der Datei sind mehr als ${number(limit)} Fragen: Teile sie.`,
    hostile:
      'In der Datei steckt etwas, das keine Fragensammlung braucht (Entitäten oder ein Archiv, das anschwillt): Ich habe sie nicht gelesen.',
    overloaded:
      'Diese Datei zu lesen braucht mehr Zeit oder Speicher als jede Fragensammlung: Teile sie. Nichts wurde geändert.',
    'not-fetched':
      'Ich konnte die Datei nicht von Discord holen. Schick den Befehl bitte noch einmal; nichts wurde geändert.',
  },
  exported: (name, format, questions) =>
    `**${name}** als ${format}: ${plural(questions, { one: '# Frage', other: '# Fragen' })}.`,
  lossTitle: 'Dieses Format hat keinen Platz für:',
  lossNone: 'In diesem Format geht nichts verloren.',
  loss: {
    reasons: (items) => `die Begründungen von ${number(items)}`,
    takeaway: (items) => `die Merksätze von ${number(items)}`,
    references: (items) => `die Belege von ${number(items)}`,
    difficulty: (items) => `die Schwierigkeit von ${number(items)}`,
    domain: (items) => `die Gebiete von ${number(items)}`,
    key: (items) => `die Nummern von ${number(items)}`,
    lines: (items) => `Zeilenumbrüche in ${number(items)}`,
    extra: (items) => `Fassungen, Begriffe, Fertigkeiten und Daten von ${number(items)}`,
  },
  leftOut: {
    'several-right': (count) => `${number(count)} mit mehreren richtigen Antworten, die wegbleiben`,
    'too-many-options': (count) => `${number(count)} mit mehr als vier Antworten, die wegbleiben`,
  },
  cut: (count, limit) =>
    `${number(count)} Texte, die länger als ${number(limit)} Zeichen sind und gekürzt werden`,
  emptyPack: 'In dieser Sammlung ist keine Frage, die gestellt wird, also gibt es nichts zu exportieren.',
};
