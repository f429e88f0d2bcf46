// A member's data in their own hands: what is kept, the file, the deletion, the notice to who stays away.
import { forms } from './forms.ts';

const { plural } = forms;

export const privacy = {
  command: {
    privacy: { name: 'privacy', description: 'What I keep about you: see it, take it, delete it' },
    show: { name: 'show', description: 'What is kept about you, and for how long' },
    export: { name: 'export', description: 'Everything about you as a file, for you alone' },
    delete: { name: 'delete', description: 'Delete everything about you, in every server' },
    visibility: { name: 'visibility', description: 'Whether others see you on leaderboards' },
    shown: { name: 'shown', description: 'Visible, anonymous or hidden' },
  },
  title: 'What I keep about you',
  nothing: 'Nothing: you have not answered or set anything yet.',
  line: (what: string, rows: number) =>
    plural(rows, { one: `- **${what}:** # entry`, other: `- **${what}:** # entries` }),
  tables: {
    members: 'Settings',
    pauses: 'Pauses of your streak',
    answers: 'Answers',
    member_questions: 'Questions you have seen',
    sittings: 'Mock exams',
    real_results: 'Results of real exams you told',
    diagnoses: 'Diagnoses',
    estimates: 'Estimates of where you stand, by day',
    posts: 'Questions you asked',
    question_drafts: 'Questions you are writing',
    question_imports: 'Files you are importing',
    tickets: 'Reports you decided on',
    regraded: 'Answers that were graded anew',
    own_packs: 'Question packs you made for a server',
    own_questions: 'Questions you wrote or suggested',
    amendments: 'Decisions on questions you reviewed',
    rounds: 'Rounds you started',
    lesson_progress: 'Lessons you have done',
    card_decks: 'Where you are in your flashcards',
    study_plans: 'Your study plans',
    study_tasks: 'Hands-on tasks you have done',
    cooldowns: 'Waiting time before the next question',
    streak_days: 'Active days',
    streaks: 'Your streak',
    streak_places: 'Servers in which your streak is compared',
    scores: 'Places on leaderboards',
    review_cards: 'Cards of your review',
    review_members: 'How well you remember',
    absentees: 'Servers that you left',
    kept_scores: 'What deleted answers came to',
    kept_places: 'Where you answered last, of deleted answers',
    reports: 'Reports on questions',
    server_changes: 'Changes of servers you manage',
    daily_schedules: 'Questions of the day you set up',
    server_digests: 'Summaries of the week you set up',
    review_channels: 'Channels for reviews you chose',
    absences: 'A note that you have been away for long',
  } as Record<string, string>,
  howLong:
    'It is kept until you delete it. Whoever has not been here for two years is told, and 30 days later their data is deleted. When a server removes me, its data is deleted after 30 days, with the answers given there; what you did in direct messages and elsewhere stays yours.',
  others:
    'All I know of you is your Discord id, no name and no picture, and I never read messages. Nothing is passed on. Others see you as `/privacy visibility` says.',
  commands: '`/privacy export` gives you a file with all of it, `/privacy delete` deletes it.',
  exported: 'Everything about you',
  exportHow:
    'One archive: `data.json` holds all of it, and each part is a table (CSV) for a spreadsheet. Times are UTC.',
  deleteTitle: 'Delete everything about you?',
  deleteMeans:
    'All of this goes at once, in every server: settings, streak, places on leaderboards, what you have seen. It cannot be taken back.',
  deleteStays:
    'What others need stays without your id: that somebody gave this answer, that a question was asked or reported.',
  deleteNow: 'Delete everything',
  deleteKeep: 'To keep it, simply leave this message.',
  deleted: 'Deleted',
  deletedAfter:
    'I keep nothing about you any more. Messages that name you stay in their channels: only you or an admin can delete those. If you answer again, you begin anew.',
  absent: {
    title: 'You have not been here for two years',
    when: (date: string) => `I delete what I keep about you (answers, streak, settings) on ${date}.`,
    how: 'To keep it, answer one question with `/quiz` before then. Otherwise there is nothing to do.',
  },
};
