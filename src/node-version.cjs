// Loaded before everything else, by `node --require`: an older Node stops at the first TypeScript file, with a stack
// that does not say why. So this is JavaScript that any Node of the last ten years can read.
'use strict';

var oldest = 24;

if (parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    'Cohort needs Node ' +
      oldest +
      ' or later, and this is ' +
      process.versions.node +
      ': run npm ci, which brings one along, or install it from https://nodejs.org.\n',
  );
  process.exit(1);
}

require('./fast-imports.cjs');
