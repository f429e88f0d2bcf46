// What repeats itself is said once, and then seldom.

/** How often the same was held back since it was last said; null when it is to be held back again. */
export type Seldom = (what: string) => number | null;

export type SeldomOptions = {
  /** Milliseconds of any clock that only goes forward. */
  now: () => number;
  every: number;
};

export function createSeldom({ now, every }: SeldomOptions): Seldom {
  const said = new Map<string, { at: number; heldBack: number }>();
  return (what) => {
    const last = said.get(what);
    if (last && now() - last.at < every) {
      last.heldBack += 1;
      return null;
    }
    said.set(what, { at: now(), heldBack: 0 });
    return last?.heldBack ?? 0;
  };
}
