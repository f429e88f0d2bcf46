// Servers: their settings are changed in setup; here is only what needs no command.
import type { Feature } from '#bot/feature.ts';
import { jobs } from './jobs.ts';

export const server: Feature = { jobs };
