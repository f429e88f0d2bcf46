// What costs time or memory to make, and is not needed by every process.

/** Made when it is first asked for, and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
