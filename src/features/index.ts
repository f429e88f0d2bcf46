// The one list of features: adding a folder and a line here adds a feature, deleting both deletes it.
import type { Feature } from '#bot/feature.ts';
import { daily } from './daily/index.ts';
import { helpOn } from './help/index.ts';
import { leaderboard } from './leaderboard/index.ts';
import { quiz } from './quiz/index.ts';
import { report } from './report/index.ts';
import { server } from './server/index.ts';
import { settings } from './settings/index.ts';
import { setup } from './setup/index.ts';
import { streak } from './streak/index.ts';

const explained: readonly Feature[] = [server, streak, settings, leaderboard, quiz, report, daily, setup];

export const features: readonly Feature[] = [...explained, helpOn(explained)];
