// The optimizer of FSRS: a native module that may be missing, and then everybody keeps the weights of everybody.
import type { TrainingItem } from './fitting.rules.ts';
import type { Weights } from './memory.rules.ts';

export type Optimize = (items: readonly TrainingItem[]) => Promise<Weights>;

/** How often it looks whether it is done; left alone, every half a second, where a fit takes some 30 ms. */
const POLL_MS = 20;

/** Null where it is not installed. */
export async function loadOptimizer(): Promise<Optimize | null> {
  try {
    const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await import(
      '@open-spaced-repetition/binding'
    );
    return (items) =>
      computeParameters(
        items.map(
          (item) =>
            new FSRSBindingItem(item.map(({ grade, elapsed }) => new FSRSBindingReview(grade, elapsed))),
        ),
        { enableShortTerm: false, timeout: POLL_MS },
      );
  } catch (error) {
    // Its own loader throws a plain error where there is no build for the machine: an optional part is then not there.
    if (!(error instanceof Error)) throw error;
    return null;
  }
}
