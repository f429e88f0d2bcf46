// Shows whoever keeps the bank what members reported about questions: `npm run reports`. Changes nothing.
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Told } from '#bot/feature.ts';
import { connect } from '#db/connect.ts';
import { reachEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { features } from '#features/index.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { explainStart } from './explain.ts';

type Wanted = { exam: string | null; limit: number; json: boolean };

const HELP = `Shows what members reported about questions, newest first.

  npm run reports                          the newest 50
  npm run reports -- --limit 500
  npm run reports -- --exam aws-developer-associate
  npm run reports -- --json                one JSON document, for a program

The database is the one of npm start with the same settings; the bot may be running.
`;
const LIMIT = 50;
const MAX_LIMIT = 10_000;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const wanted = readWanted(args);
    if (wanted === null) process.stdout.write(HELP);
    else process.stdout.write(`${show(await readReports(wanted), wanted)}\n`);
  } catch (error) {
    console.error(explainStart(error));
    process.exitCode = 1;
  }
}

/** Null when help is asked for. */
function readWanted(args: readonly string[]): Wanted | null {
  const options = {
    exam: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let values: { exam?: string; limit?: string; json?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    throw new ConfigError([
      `${error instanceof Error ? error.message : error}. See npm run reports -- --help.`,
    ]);
  }
  if (values.help) return null;
  const limit = values.limit === undefined ? LIMIT : Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new ConfigError([`--limit must be a whole number from 1 to ${MAX_LIMIT}.`]);
  return { exam: values.exam ?? null, limit, json: values.json ?? false };
}

async function readReports(wanted: Wanted): Promise<Told[]> {
  loadDotEnv();
  const { database } = readConfig(process.env);
  const log = pino({ level: 'warn' }, process.stderr);
  const server = database.kind === 'embedded' ? await reachEmbedded({ dir: database.dir, log }) : null;
  const url = database.kind === 'url' ? database.url : (server?.url ?? '');
  try {
    // A database that no bot has opened yet has no reports, and no table for them.
    await migrate({ url, log });
    const db = connect({ url, log, max: 1 });
    const finds = features.flatMap((feature) => feature.reports ?? []);
    const found = await Promise.all(finds.map((find) => find(db, wanted))).finally(() => db.end());
    return found.flat();
  } finally {
    await server?.stop();
  }
}

function show(reports: readonly Told[], { json, limit }: Wanted): string {
  if (json) return JSON.stringify(reports, null, 2);
  if (reports.length === 0) return 'Nobody has reported anything yet.';
  const shown = reports.map(({ exam, questionId, questionVersion, kind, text, reportedAt }) => {
    const day = reportedAt.toISOString().slice(0, 10);
    return `${day}  ${questionId} (version ${questionVersion}, ${exam})  ${kind}\n    ${indent(text)}\n`;
  });
  const end = reports.length < limit ? `${reports.length} in all.` : `The newest ${limit}: see --limit.`;
  return [...shown, end].join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n    ');
}
