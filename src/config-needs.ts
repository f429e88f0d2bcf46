// Which variables need others. Pure.
import type { Environment } from './config.ts';
import { missingShards } from './config-shards.ts';

/** What is missing, one plain line each. */
export function missingVariables(env: Environment): string[] {
  const has = (name: string) => Boolean(env[name] || env[`${name}_FILE`]);
  const isProduction = env.NODE_ENV === 'production';
  const faults: [isFault: boolean, line: string][] = [
    [
      isProduction && !has('DISCORD_TOKEN'),
      'DISCORD_TOKEN is not set: copy the bot token from https://discord.com/developers/applications (Bot, Reset Token).',
    ],
    [
      isProduction && !has('DATABASE_URL'),
      'DATABASE_URL is not set: write postgres://user:password@host:5432/database.',
    ],
    [
      has('MIGRATION_DATABASE_URL') && !has('DATABASE_URL'),
      'MIGRATION_DATABASE_URL needs DATABASE_URL: set that to the address of the role that the bot has.',
    ],
    [
      has('REVIEW_ROLE') && !has('REVIEW_SERVER'),
      'REVIEW_ROLE needs REVIEW_SERVER: set it to the id of the server that has the role.',
    ],
    [
      has('REVIEW_SERVER') && !has('REVIEW_ROLE'),
      'REVIEW_SERVER needs REVIEW_ROLE: set it to the id of the role whose members review.',
    ],
    [
      has('REVIEW_ROLE') && env.REVIEW_ROLE === env.REVIEW_SERVER,
      'REVIEW_ROLE is the role that everybody has: set it to the id of another role of the server.',
    ],
  ];
  return [...faults.filter(([isFault]) => isFault).map(([, line]) => line), ...missingShards(env)];
}
