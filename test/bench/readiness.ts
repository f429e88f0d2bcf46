// npm run bench:readiness [-- --logs=DIR --takers=N]: whether what Cohort says of a member is true. Simulated takers, public
// logs of real answers where they lie, planted faults.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultsTable, findPlanted } from './readiness/faults.ts';
import { logsTable } from './readiness/logs.ts';
import { simulateAll } from './readiness/simulation.ts';
import { simulationTable } from './readiness/tables.ts';

const WORLDS = 8;
/** The odds that open a ticket were chosen on worlds 1 to 5. */
const FAULT_WORLDS = [111, 112, 113];
const { values } = parseArgs({
  options: { takers: { type: 'string', default: '4000' }, logs: { type: 'string' } },
});
const logs = values.logs ?? process.env.ANSWER_LOGS;
const takers = Number(values.takers);
const started = performance.now();

say(
  `Simulation: ${takers} takers in ${WORLDS} worlds of 600 questions, each learned from 30 earlier members`,
  simulationTable(await simulateAll({ worlds: WORLDS, takers })),
);
say('Public logs: one pass, each answer foreseen before it is learned from', publicLogs());
for (const seed of FAULT_WORLDS) {
  say(`Planted faults among 600 questions, world ${seed}`, faultsTable(findPlanted(seed)));
}
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);

function publicLogs(): string[] {
  if (!logs) return ['not run: name their folder with --logs=DIR or ANSWER_LOGS'];
  if (!existsSync(logs)) return [`not run: there is no folder ${logs}`];
  return logsTable(logs);
}

function say(title: string, lines: readonly string[]): void {
  console.log([title, ...lines, ''].join('\n'));
}
