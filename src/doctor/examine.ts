// All that the doctor looks at, in the order in which a start would meet it.
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { PlaceToPost } from '#bot/feature.ts';
import { features, readOwner } from '#features/index.ts';
import type { Config } from '../config.ts';
import { examineDatabase } from './database.ts';
import { type Discord, examineDiscord } from './discord.ts';
import { type Finding, ok } from './finding.ts';
import { examineMachine, type Machine } from './machine.ts';
import { examineOwner, examinePlaces, type Told } from './places.ts';
import { examineSettings, type Surroundings } from './settings.ts';
import { examineTelemetry } from './telemetry.ts';

export type Examination = Surroundings & { contentDir: string; machine: Machine; now: () => Date };

/** Each costs Discord three requests. */
const MOST_PLACES = 50;

export async function examine(what: Examination): Promise<Finding[]> {
  const { contentDir, machine, now } = what;
  const { findings, config } = examineSettings(what);
  const here = await examineMachine({ config, contentDir }, machine);
  if (!config) return [...findings, ...here];
  const { findings: asked, discord } = await askDiscord(config, now);
  const database = await examineDatabase(config.database, {
    now,
    look: async (sql) => (discord ? lookInside(sql, { config, discord }) : []),
  });
  const telemetry = await examineTelemetry(config.telemetry);
  return [...findings, ...here, ...asked, ...database, ...telemetry];
}

async function askDiscord(config: Config, now: () => Date): ReturnType<typeof examineDiscord> {
  if (config.mode === 'discord') return examineDiscord(config.discord, now);
  return { findings: [ok('discord', 'the playground brings its own')], discord: null };
}

async function lookInside(
  sql: Sql,
  { config, discord }: { config: Config; discord: Discord },
): Promise<Finding[]> {
  const db = drizzle(sql);
  const owner = await readOwner(db);
  const lists: PlaceToPost[][] = [];
  // One after the other: behind some poolers what is sent at once on one connection is never answered.
  for (const { placesToPost } of features) lists.push((await placesToPost?.(db)) ?? []);
  const review = config.team.channelId;
  const all = [
    ...(review ? [{ serverId: null, channelId: review, what: 'tickets', need: 'post' as const }] : []),
    ...lists.flat(),
  ];
  const told: Told = {
    owner,
    places: all.slice(0, MOST_PLACES),
    left: Math.max(0, all.length - MOST_PLACES),
  };
  const own = examineOwner(told, discord);
  // Of another application's channels this one knows nothing.
  return own.state === 'fault' ? [own] : [own, ...(await examinePlaces(told, discord))];
}
