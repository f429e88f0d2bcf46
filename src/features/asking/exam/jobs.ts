// Exams whose time is up are submitted as they stand, and exams that are over become facts. Any number of processes.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { recordExams, settleDeadlines } from './ending.actions.ts';
import { replaceRetired } from './replacing.actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'exam-deadlines',
    schedule: '8-59/10 * * * * *',
    async run(app) {
      // Without Discord nobody can answer: the clock of an exam stands still, and is moved once it is back.
      if (app.channels.isConnected()) await settleDeadlines(app);
    },
  },
  { name: 'record-exams', schedule: '3-59/10 * * * * *', run: recordExams },
  { name: 'replace-retired', schedule: '1-59/10 * * * * *', run: replaceRetired },
];
