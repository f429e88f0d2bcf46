// A server's own questions: writing, listing, importing, exporting.
import { forms } from './forms.ts';

const { plural, list, number } = forms;

const fields = {
  stem: 'the question',
  option: 'an option',
  why: 'a reason',
  takeaway: 'the takeaway',
  reference: 'a reference',
};
const optionLetter = (option: number | null) =>
  option === null ? '' : ` ${'ABCDEFGHIJ'[option] ?? option + 1}`;

export const authoring = {
  command: {
    question: {
      name: 'question',
      description: 'Your server’s own questions: write, suggest, import, export',
    },
    add: { name: 'add', description: 'Write a question' },
    suggest: { name: 'suggest', description: 'Suggest a question to those who look after the packs' },
    edit: { name: 'edit', description: 'Change one of your server’s questions' },
    retire: { name: 'retire', description: 'Ask a question no more; answers to it stay' },
    restore: { name: 'restore', description: 'Ask a retired question again' },
    list: { name: 'list', description: 'Your server’s questions, and suggestions that wait' },
    preview: { name: 'preview', description: 'See a question with its key, reasons and state' },
    packs: { name: 'pack', description: 'Make a pack, or change its name, domains and exam' },
    import: {
      name: 'import',
      description: 'Bring a bank of questions from a file; first you see what would happen',
    },
    export: { name: 'export', description: 'Take a pack away as a file, in any of thirteen formats' },
    pack: { name: 'pack', description: 'Which pack; a new name makes a new one' },
    name: { name: 'name', description: 'The pack’s name' },
    newName: { name: 'new-name', description: 'What it shall be called from now on' },
    domains: { name: 'domains', description: 'Its domains with weights, such as “Knots 60, Lights 40”' },
    items: { name: 'items', description: 'Questions of its mock exam' },
    minutes: { name: 'minutes', description: 'Minutes of its mock exam' },
    pass: { name: 'pass', description: 'Percent of right answers that pass' },
    which: { name: 'question', description: 'A word of it, or its number' },
    status: { name: 'status', description: 'Only those in this state' },
    file: {
      name: 'file',
      description: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI or Anki, up to 10 MiB',
    },
    format: { name: 'format', description: 'The file’s format, if it is not found out by itself' },
    toFormat: { name: 'format', description: 'The format to write' },
    reviewers: {
      name: 'reviewers',
      description: 'Which role looks after your server’s questions; without one, only managers do',
    },
    role: { name: 'role', description: 'Members with it may add, edit, review and import' },
    make: { name: 'Make a question of this' },
  },
  statuses: { live: 'Asked', suggested: 'Waiting for review', retired: 'Retired', declined: 'Declined' },
  form: {
    title: 'A question (1 of 2)',
    stem: 'Situation and question',
    options: 'Options, one a line',
    optionsHint: 'Two to six. Which are right comes next.',
    keyTitle: 'Key and reasons (2 of 2)',
    key: 'Which are right?',
    reasons: 'Why each is right or wrong, one a line',
    reasonsHint: 'In the order of the options; may stay empty.',
    takeaway: 'Takeaway: one sentence to remember',
    references: 'Links that support it, one a line',
    fileTitle: 'Import questions',
    file: 'File, up to 10 MiB',
    fileHint:
      'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI or Anki. First you see what would happen.',
    pack: 'Pack',
    packHint: 'Empty: as the file says. A new name makes a new pack.',
  },
  newPack: (name: string) => `New pack **${name}**`,
  inPack: (name: string, id: string) => `${name} · ${id}`,
  draftTitle: { add: 'New question', edit: 'Changed question', suggest: 'Your suggestion' },
  editText: 'Question and options',
  editKey: 'Key and reasons',
  save: { add: 'Save', edit: 'Save', suggest: 'Send suggestion' },
  cancel: 'Cancel',
  cancelled: 'Dropped. Nothing was changed.',
  chooseDomain: 'Domain',
  chooseDifficulty: 'Difficulty',
  notYet: 'Before it can be saved:',
  ready: 'Ready to be saved.',
  saved: {
    add: (pack: string, id: string) => `Saved as **${id}** in **${pack}**: it can be asked from now on.`,
    edit: (pack: string, id: string) =>
      `Saved: **${id}** in **${pack}** is asked in its new form from now on. Answers to the old one stay.`,
    suggest: (pack: string) =>
      `Thank you: your suggestion for **${pack}** waits for review. You will be told what becomes of it.`,
  },
  draftGone: 'This draft is not there any more: it was saved, dropped, or replaced by a newer one of yours.',
  faults: {
    missing: (field: keyof typeof fields, option: number | null) =>
      `${fields[field]}${optionLetter(option)} is empty`,
    tooLong: (
      field: keyof typeof fields,
      option: number | null,
      { has, limit }: { has: number; limit: number },
    ) => `${fields[field]}${optionLetter(option)} has ${number(has)} of at most ${number(limit)} characters`,
    tooManyReferences: (has: number, limit: number) =>
      `there are ${number(has)} references, at most ${number(limit)} are kept`,
    tooFewOptions: (has: number, limit: number) =>
      `there are ${number(has)} options, at least ${number(limit)} are needed`,
    tooManyOptions: (has: number, limit: number) =>
      `there are ${number(has)} options, at most ${number(limit)} fit`,
    noKey: 'no option is marked right',
    tooManyKeys: (has: number, limit: number) =>
      `${number(has)} options are right, at most ${number(limit)} may be`,
    allRight: 'all options are right: one must be wrong',
    noAddress: 'a reference is no address that begins with https://',
    sameOptions: (option: number, other: number) =>
      `options ${optionLetter(other).trim()} and ${optionLetter(option).trim()} are the same`,
  },
  notChanged: {
    'no-such-pack': 'This server has no such pack. `/question list` shows what there is.',
    'no-such-question': 'There is no such question. Start typing and choose from the list.',
    'name-taken': (name: string) => `There is a pack **${name}** already: choose another name.`,
    'too-many-packs': (limit: number) =>
      `A server may have ${number(limit)} packs: change one of those instead.`,
    'too-many-questions': (limit: number, left: number) =>
      `A pack may have ${number(limit)} questions, and there is room for ${number(left)} more. Retire some, or make another pack.`,
    'domains-in-use':
      'A domain that has questions cannot be left out: move its questions first with `/question edit`.',
    'changed-meanwhile':
      'Somebody else changed it meanwhile, so nothing was saved. Look at it as it is now, and try again.',
  },
  whichPack: (names: readonly string[]) => `Which pack? There are ${list(names)}: choose one in \`pack\`.`,
  noPack: 'This server has no pack yet: say in `pack` what the first one shall be called.',
  longName: (limit: number) => `A pack’s name may have ${number(limit)} characters: choose a shorter one.`,
  badDomains: (typed: string) =>
    `I do not understand “${typed}” as domains. Write up to 25 names with weights of 1 to 100, such as “Knots 60, Lights 40”.`,
  packSet: (name: string, isNew: boolean) =>
    isNew ? `Pack **${name}** is made.` : `Pack **${name}** is changed.`,
  packFacts: (
    questions: number,
    { items, minutes, passPercent: pass }: { items: number; minutes: number; passPercent: number },
  ) =>
    `${plural(questions, { one: '# question', other: '# questions' })} · mock exam: ${number(items)} in ${number(minutes)} minutes, ${number(pass)} % pass`,
  domain: (name: string, weight: number) => `${name} (${number(weight)})`,
  packNext: 'Fill it with `/question add` or `/question import`; ask it with `/quiz topic:`.',
  tooManySuggestions: (limit: number) =>
    `${number(limit)} suggestions of yours wait for review already: please let those be looked at first.`,
  moved: {
    live: (title: string) => `It can be asked from now on: “${title}”`,
    retired: (title: string) => `It is asked no more, and answers to it stay: “${title}”`,
    declined: (title: string) => `Declined: “${title}”`,
    suggested: (title: string) => `Waiting again: “${title}”`,
  },
  listTitle: 'Your server’s questions',
  none: 'There is nothing here yet. `/question add` writes the first one, `/question import` brings a whole bank.',
  counted: (count: number) => plural(count, { one: '# question', other: '# questions' }),
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  earlier: 'Back',
  later: 'Next',
  look: 'Look at one',
  approve: 'Approve',
  decline: 'Decline',
  edit: 'Edit',
  retire: 'Retire',
  restore: 'Ask again',
  by: (member: string) => `by ${member}`,
  told: {
    live: (title: string, server: string) =>
      `Your suggestion was approved in ${server} and can be asked there: “${title}”`,
    declined: (title: string, server: string) =>
      `Your suggestion was declined in ${server}: “${title}”. You may suggest another.`,
  },
  reviewersSet: (role: string) =>
    `${role} may look after this server’s questions from now on, and so may whoever manages the server.`,
  reviewersNone: 'Only those who manage the server look after its questions now.',
  mayNot:
    'Only members with **Manage Server** or the reviewers’ role can do this. You can suggest a question: `/question suggest`.',
  importTitle: 'Import: what would happen',
  importInto: (pack: string, isNew: boolean) =>
    isNew ? `Into the new pack **${pack}**` : `Into **${pack}**`,
  wouldAdd: (count: number) => plural(count, { one: '# question is new', other: '# questions are new' }),
  wouldChange: (count: number) => plural(count, { one: '# is changed', other: '# are changed' }),
  wouldStay: (count: number) => plural(count, { one: '# is there already', other: '# are there already' }),
  wouldLeave: (count: number) => plural(count, { one: '# is left out', other: '# are left out' }),
  newDomains: (names: readonly string[]) => `New domains: ${list(names)}`,
  andMore: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  nothingToImport: 'There is nothing to import.',
  doImport: (count: number) => plural(count, { one: 'Import # question', other: 'Import # questions' }),
  imported: (pack: string, added: number, changed: number) =>
    `**${pack}**: ${plural(added, { one: '# question added', other: '# questions added' })}, ${plural(changed, { one: '# changed', other: '# changed' })}. Ask it with \`/quiz topic:\`.`,
  importGone:
    'This import is not there any more: it was done, dropped, or another file took its place. Nothing was changed now.',
  where: {
    item: (item: number) => `no. ${number(item)}`,
    line: (line: number) => `line ${number(line)}`,
  },
  why: {
    'no-choice': (type: string) => `no choice among options (${type})`,
    'no-key': 'no option is marked right',
    'no-stem': 'the question is empty',
    'has-media': 'it needs its picture, film or sound, which cannot be imported',
    'bad-key': (has: string) => `the key “${has}” names no option`,
    malformed: (detail: string) => `cannot be read: ${detail}`,
    twin: (of: string) => `nearly the same as ${of}`,
  },
  remark: {
    'partial-credit': (percent: number) => `an answer that earned ${number(percent)} % counts as wrong`,
    'picture-as-link': 'a picture became a link',
    'unknown-columns': (columns: readonly string[]) => `columns without a meaning here: ${list(columns)}`,
  },
  unreadable: {
    empty: 'The file is empty: there is no question in it.',
    'unknown-format': 'I do not recognise this file: say in `format` what it is.',
    broken: (line: number | null, detail: string) =>
      `The file is broken${line === null ? '' : ` in line ${number(line)}`} (${detail}): mend it, or choose another \`format\`. Nothing was changed.`,
    'missing-columns': (columns: readonly string[]) =>
      `The table lacks ${list(columns)}: its first row must name the columns (question, A, B, …, correct).`,
    'too-large': 'The file is larger than 10 MiB: split it.',
    'too-many': (limit: number) => `There are more than ${number(limit)} questions in the file: split it.`,
    hostile:
      'The file holds something that no bank of questions needs (entities or an archive that swells): I did not read it.',
    overloaded:
      'Reading this file takes more time or memory than any bank of questions needs: split it. Nothing was changed.',
    'not-fetched':
      'I could not get the file from Discord. Please send the command again; nothing was changed.',
  },
  exported: (name: string, format: string, questions: number) =>
    `**${name}** as ${format}: ${plural(questions, { one: '# question', other: '# questions' })}.`,
  lossTitle: 'This format has no room for:',
  lossNone: 'Nothing is lost in this format.',
  loss: {
    reasons: (items: number) => `the reasons of ${number(items)}`,
    takeaway: (items: number) => `the takeaways of ${number(items)}`,
    references: (items: number) => `the references of ${number(items)}`,
    difficulty: (items: number) => `the difficulty of ${number(items)}`,
    domain: (items: number) => `the domains of ${number(items)}`,
    key: (items: number) => `the numbers of ${number(items)}`,
    lines: (items: number) => `line breaks in ${number(items)}`,
    extra: (items: number) => `editions, concepts, skills and dates of ${number(items)}`,
  },
  leftOut: {
    'several-right': (count: number) => `${number(count)} with several right answers, which are left out`,
    'too-many-options': (count: number) => `${number(count)} with more than four options, which are left out`,
  },
  cut: (count: number, limit: number) =>
    `${number(count)} texts longer than ${number(limit)} characters, which are cut`,
  emptyPack: 'This pack has no question that is asked, so there is nothing to export.',
};
