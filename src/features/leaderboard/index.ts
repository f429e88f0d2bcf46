// Leaderboards of a server.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';
import { jobs } from './jobs.ts';

export const leaderboard: Feature = { commands, jobs };
