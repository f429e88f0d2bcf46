// Shows the operator whether estimates came true: `npm run calibration`. Changes nothing.
import { features } from '#features/index.ts';
import { type Calibration, calibrate } from '#features/standing/progress/calibration.rules.ts';
import { LEAST_RESULTS } from '#features/standing/progress/figures.rules.ts';
import { readFlags, tell, visitDatabase } from './visit.ts';

type Wanted = { exam: string | null; json: boolean };

const HELP = `Compares results of real exams (/exam result) with what had been estimated on the evening before.

  npm run calibration
  npm run calibration -- --exam aws-developer-associate
  npm run calibration -- --json            one JSON document, for a program

The database is the one of npm start with the same settings; the bot may be running.
`;
const BAR = 20;

await tell(async () => {
  const wanted = readWanted(process.argv.slice(2));
  return wanted === null ? HELP : `${show(await read(wanted), wanted)}\n`;
});

/** Null when help is asked for. */
function readWanted(args: readonly string[]): Wanted | null {
  const options = {
    exam: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const values = readFlags(args, { options, program: 'calibration' });
  return values.help ? null : { exam: values.exam ?? null, json: values.json ?? false };
}

async function read({ exam }: Wanted): Promise<Calibration | null> {
  return visitDatabase(async (db) => {
    const found = await Promise.all(features.flatMap(({ outcomes }) => outcomes?.read(db, { exam }) ?? []));
    return calibrate(found.flat());
  });
}

function show(found: Calibration | null, { json }: Wanted): string {
  if (json) return JSON.stringify(found, null, 2);
  if (!found) return 'Nobody has told a result yet that something had been estimated for.';
  const { count, brier, calibrationError, rightCalls, scored } = found;
  return [
    `Results with an estimate of the evening before: ${count}`,
    ...(count < LEAST_RESULTS
      ? [`Fewer than ${LEAST_RESULTS}: too few to judge by, and members do not see it.`]
      : []),
    '',
    'stated      results  mean stated  passed',
    ...found.bins.map(binLine),
    '',
    `Brier score        ${brier.toFixed(3)} (0 is clairvoyance, 0.25 a coin)`,
    `Calibration error  ${calibrationError.toFixed(3)}`,
    `Right calls        ${percent(rightCalls)}`,
    ...(scored
      ? [
          `Mean error         ${scored.meanError.toFixed(1)} points (median minus real, ${scored.count} with a score)`,
          `Inside the range   ${percent(scored.cover)} (to be: 90 %)`,
        ]
      : ['Nobody has told a score yet.']),
  ].join('\n');
}

function binLine({ from, to, count, expected, passed }: Calibration['bins'][number]): string {
  const stated = `${percent(from)}–${percent(to)}`.padEnd(11);
  if (expected === null || passed === null) return `${stated} ${String(count).padStart(7)}`;
  const bar = '█'.repeat(Math.round(passed * BAR));
  return `${stated} ${String(count).padStart(7)}  ${percent(expected).padStart(11)}  ${percent(passed).padStart(6)} ${bar}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
