// Leaderboards of a server.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';

export const leaderboard: Feature = { commands };
