// Loaded before everything else by `npm start` and the image, so that a bot at rest is small. Any Node can read this.
//
// A start makes twice as much garbage as is kept. V8 would rather have the room than clean up: until the bot is ready it
// may grow by a fifth of what is in use only, and has the least place for what is new. main.ts lets both go then: answering
// pays for each cleaning, and among many answers at once that place is full while most of it is still in use.
//
// glibc learns from one large piece that large ones are common, and keeps what is freed from then on. It reads its
// settings when a process begins, and a script of npm cannot set them on Windows: so the process begins once more, in its
// own place. The image sets it beforehand. To other allocators the name means nothing.
'use strict';

var threads = require('node:worker_threads');
var v8 = require('node:v8');
var name = 'MALLOC_TRIM_THRESHOLD_';
// glibc's own first value: said aloud, it stays.
var bytes = '131072';

if (process.env[name] === bytes) {
  // It has been read, and is not meant for PostgreSQL and other children.
  delete process.env[name];
} else if (process.platform === 'linux' && process.env[name] === undefined && process.execve && isAlone()) {
  beginOnceMore();
}
if (threads.isMainThread) {
  v8.setFlagsFromString('--heap-growing-percent=20');
  v8.setFlagsFromString('--semi-space-growth-factor=1');
}

// One that talks with its parent would lose the line to it; a thread has the process's allocator.
function isAlone() {
  return process.env.NODE_CHANNEL_FD === undefined && threads.isMainThread;
}

function beginOnceMore() {
  var env = Object.assign({}, process.env);
  env[name] = bytes;
  process.execve(process.execPath, [process.execPath].concat(process.execArgv, process.argv.slice(1)), env);
}
