// The hello to a server that has just invited the bot.
export const hello = {
  title: 'Hello, I am Cohort',
  what: 'I help a group study for a certification exam: a question of the day, quizzes in a channel, and for each of you alone lessons, reviews and mock exams.',
  beginsWith: (code: string) => `This server begins with **${code}**.`,
  setUpHow: 'Whoever has **Manage Server** sets me up in under a minute.',
  setUpThere: 'Whoever has **Manage Server** sets me up there in under a minute, with `/setup server`.',
  tryIt: 'Everybody else can try a question right now; nobody sees how it went.',
  setUp: 'Set up',
  tryQuestion: 'Try a question',
  once: 'I say this once. Nothing more comes from me unless somebody wants it.',
  invitedTo: (server: string) =>
    `I was invited to your server **${server}**, where I found no channel to say hello in.`,
};
