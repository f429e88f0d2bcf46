// /review: what comes again, one card at a time. What is remembered of it is standing/review.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';
import { components } from './components.ts';

export const review: Feature = { commands, components };
