// Reporting a question: the button, the form, the thanks.
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const report = {
  button: 'Report',
  title: (id: string) => `Report question ${id}`,
  what: 'What is wrong?',
  kinds: {
    'wrong-key': 'The answer marked right is wrong',
    outdated: 'It is outdated',
    unclear: 'It is unclear, or two answers fit',
    typo: 'A typo or layout fault',
    other: 'Something else',
  },
  how: 'What should it say, and how do you know?',
  howHint: 'A link to the documentation helps most.',
  chooseKind: '**What is wrong?**: please choose one.',
  blank: 'Please say in a few words what is wrong: a blank report helps nobody.',
  reported:
    'Thank you: your report is saved, and whoever looks after the questions reads it. You will be told what becomes of it.',
  gone: 'This question is no longer in the bank, so there is nothing left to report.',
  tooMany: (limit: number) =>
    `You have reported ${number(limit)} questions today, which is as many as are read: please go on tomorrow.`,
  queue: {
    command: {
      name: 'review-queue',
      description: 'Questions that were reported, for those who look after them',
    },
    title: 'Reported questions',
    empty: 'Nothing waits: every reported question is decided.',
    mayNot:
      'This is for those who look after questions: of this server’s packs with **Manage Server** or the reviewers’ role, of official ones whoever runs this bot.',
    line: (id: string, exam: string, reports: number) =>
      `**${id}** · ${exam} · ${plural(reports, { one: '# report', other: '# reports' })}`,
    look: 'Look at one',
    gone: 'This ticket is not there any more, or not for you to see.',
    ticket: (id: string, version: number) => `${id}, version ${number(version)}`,
    state: {
      open: 'Open',
      rejected: 'Rejected',
      amended: 'Text mended',
      rekeyed: 'Key changed',
      either: 'Two were right',
      retired: 'Retired',
    },
    reports: 'What was reported',
    noReports: 'Nobody’s report is left.',
    answers: (answers: number) => plural(answers, { one: '# answer', other: '# answers' }),
    picked: (share: number) => percent(share),
    reject: 'Reject',
    fixText: 'Fix text',
    changeKey: 'Change key',
    twoRight: 'Two are right',
    retire: 'Retire',
    undo: 'Undo',
    back: 'Back to the list',
    chooseKey: 'Which are right?',
    chooseSecond: 'Which other one is right as well?',
    rejectTitle: 'Reject the reports',
    rejectReason: 'Why it is right as it is, with a link',
    textTitle: 'Fix the text',
    stem: 'Situation and question',
    options: 'Options, one a line, in their order',
    dryTitle: 'What would happen',
    dry: (answers: number, members: number) =>
      `${plural(answers, { one: '# answer becomes right', other: '# answers become right' })}, by ${plural(members, { one: '# member', other: '# members' })}.`,
    places: (places: number, boards: number) =>
      `${plural(places, { one: '# place changes', other: '# places change' })} on ${plural(boards, { one: '# board', other: '# boards' })}; no streak does.`,
    keeps: 'Whoever was right by the old key keeps their points. It can be undone for 24 hours.',
    eitherRetires:
      'The question is asked no more until its text is mended: with two right options it cannot be.',
    stale: 'Somebody answered meanwhile: this is how it would be now.',
    doIt: 'Do it',
    noKey: 'Choose another key than the one it has: one to three options, and not all of them.',
    done: {
      rejected: 'Rejected. Those who reported it are told.',
      amended: 'Mended: it is asked in its new form from now on. Those who reported it are told.',
      rekeyed:
        'The key is changed. Answers are being graded anew, boards follow within a minute, and those who reported it are told.',
      either:
        'Both count. Answers are being graded anew, boards follow within a minute, and those who reported it are told.',
      retired: 'It is asked no more; answers to it stay. Those who reported it are told.',
      open: 'Open again.',
    },
    undone: 'Undone: answers are being put back, and the question is asked as it was.',
    tooLate: 'This can be undone for 24 hours, beginning when it is done.',
    decidedBefore: 'Somebody else has decided this ticket meanwhile.',
    changedSince: 'The question was changed meanwhile, so nothing was done. Look at it as it is now.',
    optionsMustStay: 'Keep the number and order of the options: only their texts may change here.',
    notedKey: (letters: string) =>
      `-# Corrected afterwards: **${letters}** is right. Whoever had chosen so has the points.`,
    /** Before what was being told when the bot was cut off. */
    again: 'You may have read this already:',
    told: {
      rejected: (id: string, reason: string) =>
        `You reported question ${id}. It was looked at and stays as it is: ${reason}`,
      amended: (id: string) => `You reported question ${id}: its text was mended. Thank you!`,
      rekeyed: (id: string) =>
        `You reported question ${id}, and you were right: its key was changed, and answers were graded anew. Thank you!`,
      either: (id: string) =>
        `You reported question ${id}, and you were right: two options fit, and both count now. Thank you!`,
      retired: (id: string) => `You reported question ${id}: it is asked no more. Thank you!`,
      open: (id: string) => `Question ${id}, which you reported, is being looked at again.`,
    },
  },
};
