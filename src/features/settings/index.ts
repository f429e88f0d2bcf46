// What members set for themselves; what is stored of it is in member.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';

export const settings: Feature = { commands };
