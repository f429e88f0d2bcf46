/**
 * Does every piece of work and waits for all of it. Not `Promise.all`: that rejects at the first failure
 * while the other sends run on, so that ticks overlap and a shutdown closes the database under them.
 */
export async function settleAll<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  // `async` turns a synchronous throw into a rejection as well: it must not keep the rest from its turn.
  tellFailures(await Promise.allSettled(Array.from(items, async (item) => work(item))));
}

/** The same one after another, for work that holds something of which there are few. */
export async function settleInTurn<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const settled: PromiseSettledResult<unknown>[] = [];
  for (const item of items) settled.push(...(await Promise.allSettled([(async () => work(item))()])));
  tellFailures(settled);
}

function tellFailures(settled: readonly PromiseSettledResult<unknown>[]): void {
  const failures = settled.filter((result) => result.status === 'rejected');
  if (failures.length === 0) return;
  throw new AggregateError(
    failures.map((failure) => failure.reason),
    `${failures.length} of ${settled.length} failed`,
  );
}
