// When the bot itself did not work.
import type { Feature } from '#bot/feature.ts';
import { clockMoved } from './actions.ts';
import { jobs } from './jobs.ts';

export const outage: Feature = { jobs, clockMoved };
