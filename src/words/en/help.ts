// The one screen of /help.
export const help = {
  command: { name: 'help', description: 'What Cohort does and where to start' },
  title: 'Cohort: study together for the exam',
  intro:
    'I post scenario questions, you answer by button, and you alone read why each option is right or wrong.',
  start: '**Where to start**',
  asMember: 'As a member: `/quiz` asks a question here; `/quiz private:True` asks only you.',
  asMemberWithoutQuiz: 'As a member: answer the next question by button.',
  asAdmin: 'As an admin: `/setup server` is one screen for exam, time zone and question of the day.',
  commands: '**Commands**',
  forAdmins: '**For admins**',
  points:
    '**Points:** your first answer to a question counts while it is open: easy 1, medium 2, hard 3 when right. Private questions are practice.',
  streaks:
    '**Streaks:** one answer a day, right or wrong, keeps it going; seven active days earn a freeze for a missed one.',
  data: '**Your data:** `/privacy` shows it, gives it to you and deletes it.',
  privacyNotice: 'Privacy notice',
  terms: 'Terms',
  source: 'Source code',
};
