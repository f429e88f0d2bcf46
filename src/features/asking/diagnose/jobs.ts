// The answers of diagnoses become facts. Any number of processes.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { recordDiagnoses } from './actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  { name: 'record-diagnoses', schedule: '9-59/10 * * * * *', run: recordDiagnoses },
];
