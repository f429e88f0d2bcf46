// Whether this installation can draw at all. Only looks for files: the renderer itself is loaded in the worker, when
// the first picture is drawn.
import { createRequire } from 'node:module';

type Resolve = (name: string) => string;
type Platform = { platform: string; arch: string };

/** What the renderer's native part is called after the platform, by libc or compiler. */
const ENDINGS = ['', '-gnu', '-musl', '-msvc'];

export function canDraw(
  resolve: Resolve = createRequire(import.meta.url).resolve,
  { platform, arch }: Platform = process,
): boolean {
  const native = ENDINGS.map((ending) => `@takumi-rs/core-${platform}-${arch}${ending}/package.json`);
  const needed = ['@takumi-rs/core', '@fontsource-variable/inter/package.json', '@dagrejs/dagre'];
  return needed.every((name) => isThere(resolve, name)) && native.some((name) => isThere(resolve, name));
}

function isThere(resolve: Resolve, name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}
