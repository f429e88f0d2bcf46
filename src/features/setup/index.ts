// Setting a server up, and how it stands.
import type { Feature } from '#bot/feature.ts';
import { commands } from './commands.ts';
import { components } from './components.ts';
import { jobs } from './jobs.ts';

export const setup: Feature = { commands, components, jobs };
