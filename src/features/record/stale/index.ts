// The one queue of rebuilds.
import type { Feature } from '#bot/feature.ts';
import { jobs } from './jobs.ts';
import { anyStale } from './store.ts';

export const stale: Feature = { jobs, due: { 'rebuild-stale': anyStale } };
