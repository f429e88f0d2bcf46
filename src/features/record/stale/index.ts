// The one queue of rebuilds.
import type { Feature } from '#bot/feature.ts';
import { jobs } from './jobs.ts';

export const stale: Feature = { jobs };
