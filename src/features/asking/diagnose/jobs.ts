// The answers of diagnoses become facts. Any number of processes.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { recordDiagnoses } from './actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  { name: 'record-diagnoses', schedule: '8,18,28,38,48,58 * * * * *', run: recordDiagnoses },
];
