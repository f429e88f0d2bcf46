// Reporting a question: the button, the form, the thanks.
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
  reported: 'Thank you: your report is saved. Whoever runs this bot reads it with `npm run reports`.',
  gone: 'This question is no longer in the bank, so there is nothing left to report.',
};
