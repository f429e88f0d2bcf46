// /help: the first screen, and one for each group of commands.
export const help = {
  command: { name: 'help', description: 'What Cohort does and where to start' },
  title: 'Cohort: study together for the exam',
  intro:
    'I post scenario questions, you answer by button, and you alone read why each option is right or wrong.',
  /** What one wants, and what there is for it. */
  groups: {
    learn: { name: 'Learn', hint: 'read lessons, look concepts up, go through flashcards' },
    practise: { name: 'Practise', hint: 'answer questions, alone or together' },
    measure: { name: 'Measure', hint: 'see how far you are' },
    group: { name: 'Together', hint: 'what the whole server does' },
    setup: { name: 'Set up', hint: 'settings, your data, this bot in your server' },
  },
  choose: 'What would you like to do?',
  all: 'All groups',
  forAdmins: (description: string) => `${description} (for admins)`,
  adminCommands: (commands: string) => `for admins: ${commands}`,
  details: {
    learn: 'A lesson ends with its mini-quiz, its flashcards and the way to the next one.',
    practise:
      '**Points:** your first answer to a question counts while it is open: easy 1, medium 2, hard 3 when right. Private questions are practice.',
    measure:
      '**Streaks:** one answer a day, right or wrong, keeps it going; seven active days earn a freeze for a missed one.',
    group: 'Boards name only those who want to be named.',
    setup: '**Your data:** see it, take it as a file, delete it; in every place at once.',
  },
  install: 'Use me with a group, or alone in any chat: one progress everywhere.',
  toServer: 'Add to a server',
  toMember: 'Add for yourself',
  privacyNotice: 'Privacy notice',
  terms: 'Terms',
  source: 'Source code',
};
