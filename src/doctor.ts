// Says of a whole installation what is right and what is to be mended: `npm run doctor`. Changes nothing.
import { fileURLToPath } from 'node:url';
import { examine } from './doctor/examine.ts';
import { exitCodeOf, showFindings } from './doctor/finding.ts';
import { thisMachine } from './doctor/machine.ts';
import { readFlags, tell } from './visit.ts';

const HELP = `Looks at everything that npm start needs, and says in one line each what is right and how to mend the rest.

  npm run doctor
  npm run doctor -- --json                 one JSON document, for a program

Ends with 0 when all is right, 1 when something is to be mended, 2 when something could not be looked at. Nothing is
changed, and the bot may be running.
`;

await tell(async () => {
  const values = readFlags(process.argv.slice(2), {
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    program: 'doctor',
  });
  if (values.help) return HELP;
  const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
  const now = () => new Date();
  const findings = await examine({
    env: { ...process.env },
    folder: process.cwd(),
    root,
    contentDir: fileURLToPath(new URL('../content', import.meta.url)),
    machine: thisMachine(now()),
    now,
  });
  process.exitCode = exitCodeOf(findings);
  return values.json ? `${JSON.stringify(findings, null, 2)}\n` : showFindings(findings);
});
