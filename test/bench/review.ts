// npm run bench:review [-- members]: how well the model tells what will be remembered, on simulated memories, beside two
// that know nothing of memory. Log loss in nats on the last fifth of each member's reviews: less is better.
import {
  judgedFrom,
  judgeWeights,
  lossFrom,
  trainingItems,
} from '#features/standing/review/fitting.rules.ts';
import { DEFAULT_WEIGHTS, predictionsOf } from '#features/standing/review/memory.rules.ts';
import { loadOptimizer } from '#features/standing/review/optimizer.ts';
import { seededRandom } from '../support/pack.ts';
import { byAverage, mindOf, simulate } from './memories.ts';

/** The moving average follows a member over about so many reviews. */
const WINDOW = 50;

const members = Number(process.argv[2] ?? 40);
const optimize = await loadOptimizer();
const losses = {
  constant: [] as number[],
  moving: [] as number[],
  byDefault: [] as number[],
  fitted: [] as number[],
};
let [reviews, taken, milliseconds] = [0, 0, 0];

for (let member = 0; member < members; member += 1) {
  const random = seededRandom(member + 1);
  const histories = simulate(mindOf(random), random);
  const all = histories.flatMap((history) => predictionsOf(history, DEFAULT_WEIGHTS));
  const from = judgedFrom(histories);
  if (from === null) continue;
  const byDefault = lossFrom(histories, DEFAULT_WEIGHTS, from) ?? 0;
  const began = performance.now();
  const candidate = optimize ? await optimize(trainingItems(histories, from)) : DEFAULT_WEIGHTS;
  milliseconds += performance.now() - began;
  const judged = judgeWeights(histories, { candidate, current: DEFAULT_WEIGHTS, from });
  reviews += all.length;
  taken += judged?.isBetter ? 1 : 0;
  losses.constant.push(byAverage(all, from, null) ?? 0);
  losses.moving.push(byAverage(all, from, WINDOW) ?? 0);
  losses.byDefault.push(byDefault);
  // As in use: a fit that tells no better is not taken.
  losses.fitted.push(judged?.isBetter ? judged.loss : byDefault);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const row = (name: string, values: readonly number[]) =>
  console.log(`${name.padEnd(44)}${mean(values).toFixed(4)}`);
console.log(
  `${members} simulated members, ${Math.round(reviews / members)} reviews each; log loss on the last fifth\n`,
);
row('constant average', losses.constant);
row(`moving average of ${WINDOW} reviews`, losses.moving);
row('FSRS-6, weights of everybody', losses.byDefault);
if (optimize) {
  row('FSRS-6, own weights where they tell better', losses.fitted);
  console.log(
    `\nown weights taken by ${taken} of ${members}; a fit took ${(milliseconds / members).toFixed(0)} ms`,
  );
} else console.log('\nno fit: the optional module @open-spaced-repetition/binding is not installed');
