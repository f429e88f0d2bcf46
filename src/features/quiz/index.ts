// Questions: asking, answering, closing.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';
import { components } from './components.ts';
import { jobs } from './jobs.ts';

export const quiz: Feature = { commands, components, jobs };
