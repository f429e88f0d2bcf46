// A server's own questions.
import type { Feature } from '#bot/feature.ts';
import { commands, menus } from './commands.ts';
import { components } from './components.ts';
import { jobs } from './jobs.ts';
import { personal } from './personal.ts';

export const authoring: Feature = { commands, menus, components, jobs, personal };
