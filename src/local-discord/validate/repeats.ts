// Things that Discord wants only once: custom ids, option values, names.

/** The places of the items whose key occurred before; an absent key repeats nothing. */
export function repeatsIn<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number | null | undefined,
): number[] {
  const seen = new Set<string | number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (key == null) return [];
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
