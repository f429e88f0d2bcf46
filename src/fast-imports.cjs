// Imports without looking twice, loaded by node-version.cjs before everything else: so it is JavaScript, and CommonJS.
//
// Node 24 reads the nearest package.json anew for every module that it resolves, and drizzle-orm's alone has 180,000
// characters: half a second and 150 MB of garbage at each start. What is known without reading is said here at once:
// where our own files are, and that a module of drizzle-orm beside another is a module. Of zod's messages in sixty
// languages ours are English. What is compiled is kept for the next start. Without this file everything works the same,
// later and larger (test/bench/memory.ts compares).
'use strict';

const { enableCompileCache, registerHooks } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const source = pathToFileURL(join(__dirname, '/')).href;
const drizzle = '/node_modules/drizzle-orm/';
const zod = '/node_modules/zod/';

// NODE_COMPILE_CACHE names another folder; one that cannot be written is read, and one that cannot be read is no matter.
enableCompileCache(join(__dirname, '../node_modules/.cache/compiled'));

/** Packages as they are found from our own files: the same from each of them. */
const packages = new Map();

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? '';
    if (from.startsWith(source)) return fromOurs(specifier, context, next);
    if (specifier.startsWith('.') && from.includes(drizzle)) {
      return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true };
    }
    if (specifier === '../locales/index.js' && from.includes(zod)) return next('../locales/en.js', context);
    return next(specifier, context);
  },
});

function fromOurs(specifier, context, next) {
  const isMapped = specifier.startsWith('#');
  if (!isMapped && !specifier.startsWith('.')) return packageCalled(specifier, context, next);
  if (!specifier.endsWith('.ts')) return next(specifier, context);
  // As package.json maps it: "#*" is "./src/*".
  const { href } = isMapped ? new URL(specifier.slice(1), source) : new URL(specifier, context.parentURL);
  return { url: href, format: 'module-typescript', shortCircuit: true };
}

function packageCalled(name, context, next) {
  const known = packages.get(name);
  if (known) return known;
  const found = next(name, context);
  packages.set(name, { ...found, shortCircuit: true });
  return found;
}
