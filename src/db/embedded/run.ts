// Starts one of PostgreSQL's programs under the right account.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type Runner = (program: string, args: string[]) => ChildProcess;

/** How the program's own words on stderr are kept: enough for a report, not more. */
const KEPT = 4000;

export function createRunner(account: Account | null): Runner {
  return (program, args) =>
    spawn(program, args, {
      // A group of its own: Ctrl-C in a terminal reaches the whole group, and the server must outlive our shutdown.
      detached: true,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...(account && { uid: account.uid, gid: account.gid }),
    });
}

/** The exit code (null when killed or not started at all) and the last of what it said. */
export function finish(child: ChildProcess, onLine: (line: string) => void = () => undefined) {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-KEPT);
    for (const line of text.split('\n').filter(Boolean)) onLine(line);
  });
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('error', (error) => resolve({ code: null, said: String(error) }));
    child.once('exit', (code) => resolve({ code, said }));
  });
}
