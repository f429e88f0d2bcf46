// npm run bench:readiness: whether what Cohort says of a member is true. Simulated takers, public logs, planted faults.
import { parseArgs } from 'node:util';
import { simulateAll } from './readiness/simulation.ts';
import { simulationTable } from './readiness/tables.ts';

const { values } = parseArgs({
  options: { takers: { type: 'string', default: '4000' }, logs: { type: 'string' } },
});
const WORLDS = 8;
const takers = Number(values.takers);
const started = performance.now();
console.log(
  `1. Simulation: ${takers} takers in ${WORLDS} worlds of 600 questions, learned from 30 earlier members each`,
);
console.log(simulationTable(await simulateAll({ worlds: WORLDS, takers })).join('\n'));
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
