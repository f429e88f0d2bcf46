// The question of the day.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';
import { jobs } from './jobs.ts';

export const daily: Feature = { commands, jobs };
