// Bytes by key, the most recently used of them, up to a total size.

export type Cache = {
  get(key: string): Uint8Array | undefined;
  set(key: string, bytes: Uint8Array): void;
};

export function createCache(mostBytes: number): Cache {
  // In order of use: what is first was not used for longest.
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  const drop = (key: string) => {
    size -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const bytes = kept.get(key);
      if (bytes === undefined) return undefined;
      kept.delete(key);
      kept.set(key, bytes);
      return bytes;
    },
    set(key, bytes) {
      drop(key);
      kept.set(key, bytes);
      size += bytes.byteLength;
      for (const oldest of kept.keys()) {
        if (size <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
