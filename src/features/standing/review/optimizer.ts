// The optimizer of FSRS: a native module that may be missing, and then everybody keeps the weights of everybody.
import type { TrainingItem } from './fitting.rules.ts';
import type { Weights } from './memory.rules.ts';

export type Optimize = (items: readonly TrainingItem[]) => Promise<Weights>;

/** How often it looks whether it is done; left alone, every half a second, where a fit takes some 30 ms. */
const POLL_MS = 20;

type Binding = typeof import('@open-spaced-repetition/binding');
const importBinding = (): Promise<Binding> => import('@open-spaced-repetition/binding');

/** Null where it is not installed, or has no build for the machine. */
export async function loadOptimizer(load = importBinding): Promise<Optimize | null> {
  try {
    return optimizeWith(await load());
  } catch (error) {
    // Its own loader throws a plain error where there is no build for the machine: there is nothing to tell it by.
    if (!(error instanceof Error)) throw error;
    return null;
  }
}

function optimizeWith({ computeParameters, FSRSBindingItem, FSRSBindingReview }: Binding): Optimize {
  const itemOf = (item: TrainingItem) =>
    new FSRSBindingItem(item.map(({ grade, elapsed }) => new FSRSBindingReview(grade, elapsed)));
  return (items) => computeParameters(items.map(itemOf), { enableShortTerm: false, timeout: POLL_MS });
}
