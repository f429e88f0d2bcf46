// Answers: facts, from which every standing follows.
import type { Feature } from '#bot/feature.ts';
import { personal } from './personal.ts';

export const answer: Feature = { personal };
