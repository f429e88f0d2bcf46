// Loaded before everything else by `npm start`: lets glibc give memory back. By itself it learns from one large piece that
// large ones are common, and keeps what is freed from then on: 9 to 18 MiB lay idle. It reads its settings when a process
// begins, and a script of npm cannot set them on Windows: so the process begins once more, in its own place. The image
// sets it beforehand. To other allocators the name means nothing. Any Node can read this.
'use strict';

var name = 'MALLOC_TRIM_THRESHOLD_';
// glibc's own first value: said aloud, it stays.
var bytes = '131072';

if (process.env[name] === bytes) {
  // It has been read, and is not meant for PostgreSQL and other children.
  delete process.env[name];
} else if (process.platform === 'linux' && process.env[name] === undefined && process.execve && isAlone()) {
  beginOnceMore();
}

// One that talks with its parent would lose the line to it; a thread has the process's allocator.
function isAlone() {
  return process.env.NODE_CHANNEL_FD === undefined && require('node:worker_threads').isMainThread;
}

function beginOnceMore() {
  var env = Object.assign({}, process.env);
  env[name] = bytes;
  process.execve(process.execPath, [process.execPath].concat(process.execArgv, process.argv.slice(1)), env);
}
