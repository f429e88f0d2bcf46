// The one list of features: adding a folder and a line here adds a feature, deleting both deletes it.
import type { Feature } from '#bot/feature.ts';
import { quiz } from './quiz/index.ts';
import { report } from './report/index.ts';

export const features: readonly Feature[] = [quiz, report];
