// What is worked out again and again of the same few texts.

/** Remembers what a pure function made of each text, at most of so many: then it begins anew. */
export function remember<T>(make: (text: string) => T, max: number): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const value = make(text);
    if (made.size >= max) made.clear();
    made.set(text, value);
    return value;
  };
}
