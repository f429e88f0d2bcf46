// Steps that take back what a start has done, the last one first.

export type Undo = (() => Promise<unknown>)[];

/** All of them, whatever fails. */
export async function undoAll(undo: Undo, failed: (error: unknown) => void): Promise<void> {
  for (const step of undo) await step().catch(failed);
}
