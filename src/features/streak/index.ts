// Streaks: what they are worth today, what keeps them, and reminders.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';
import { jobs } from './jobs.ts';

export const streak: Feature = { commands, jobs };
