// Reports on questions.
import type { Feature } from '#bot/feature.ts';
import { components } from './components.ts';

export const report: Feature = { components };
