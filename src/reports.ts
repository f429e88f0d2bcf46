// Shows whoever keeps the bank what members reported about questions, and which of them answers make suspect:
// `npm run reports`. Changes nothing.

import { fileURLToPath } from 'node:url';
import type { Told } from '#bot/feature.ts';
import type { Db } from '#db/connect.ts';
import { features, findAmendments } from '#features/index.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '#words/words.ts';
import { ConfigError } from './config.ts';
import { patchOf } from './patch.ts';
import { readFlags, tell, visitDatabase } from './visit.ts';

type Listed = Told & { by: 'members' | 'answers' };
type Wanted = { exam: string | null; limit: number; json: boolean; patch: boolean };

const HELP = `Shows what members reported about questions, then which questions answers make suspect, newest first.

  npm run reports                          the newest 50
  npm run reports -- --limit 500
  npm run reports -- --exam aws-developer-associate
  npm run reports -- --json                one JSON document, for a program
  npm run reports -- --patch               what reviewers decided, as a patch of the packs' files (git apply)

The database is the one of npm start with the same settings; the bot may be running.
`;
const LIMIT = 50;
const MAX_LIMIT = 10_000;

await tell(async () => {
  const wanted = readWanted(process.argv.slice(2));
  if (wanted === null) return HELP;
  if (wanted.patch) return visitDatabase(readPatch);
  return `${show(await readReports(wanted), wanted)}\n`;
});

/** Null when help is asked for. */
function readWanted(args: readonly string[]): Wanted | null {
  const options = {
    exam: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
    patch: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const values = readFlags(args, { options, program: 'reports' });
  if (values.help) return null;
  const limit = values.limit === undefined ? LIMIT : Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new ConfigError([`--limit must be a whole number from 1 to ${MAX_LIMIT}.`]);
  return { exam: values.exam ?? null, limit, json: values.json ?? false, patch: values.patch ?? false };
}

/** Of all that holds on top of what was released. */
async function readPatch(db: Db): Promise<string> {
  return patchOf(await findAmendments(db), fileURLToPath(new URL('../content', import.meta.url)));
}

async function readReports(wanted: Wanted): Promise<Listed[]> {
  return visitDatabase(async (db) => {
    const told = await Promise.all(features.flatMap(({ reports }) => reports?.(db, wanted) ?? []));
    // Whoever keeps the bank reads them where they run the bot, in English as everything else there.
    const words = wordsOf(DEFAULT_LANGUAGE);
    const raised = await Promise.all(features.flatMap(({ alarms }) => alarms?.(db, wanted, words) ?? []));
    return [
      ...told.flat().map((each) => ({ by: 'members' as const, ...each })),
      ...raised.flat().map((each) => ({ by: 'answers' as const, ...each })),
    ];
  });
}

function show(listed: readonly Listed[], { json, limit }: Wanted): string {
  if (json) return JSON.stringify(listed, null, 2);
  const of = (by: Listed['by']) => listed.filter((each) => each.by === by);
  return [
    showSome(of('members'), { limit, none: 'Nobody has reported anything yet.' }),
    '',
    'What the answers themselves say, by the nightly job:',
    '',
    showSome(of('answers'), { limit, none: 'No question behaves oddly so far.' }),
  ].join('\n');
}

function showSome(listed: readonly Listed[], { limit, none }: { limit: number; none: string }): string {
  if (listed.length === 0) return none;
  const shown = listed.map(({ exam, questionId, questionVersion, kind, text, reportedAt }) => {
    const day = reportedAt.toISOString().slice(0, 10);
    return `${day}  ${questionId} (version ${questionVersion}, ${exam})  ${kind}\n    ${indent(text)}\n`;
  });
  const end = listed.length < limit ? `${listed.length} in all.` : `The newest ${limit}: see --limit.`;
  return [...shown, end].join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n    ');
}
