// Starts one of PostgreSQL's programs under the right account.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type Runner = (program: string, where: { cwd: string; args: string[] }) => ChildProcess;

/** How much of the program's own words is kept for a report. */
const KEPT = 4000;

/** `passage` is a command that itself changes to the account; without one, the change is made here. */
export function createRunner(account: Account | null, passage: string[]): Runner {
  const options: SpawnOptions = {
    // A group of its own: Ctrl-C in a terminal reaches the whole group, and the server must outlive our shutdown.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Nothing of ours that PostgreSQL would take as a setting (PGPORT, PGDATA …), and its words in English.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account && passage.length === 0 && { uid: account.uid, gid: account.gid }),
  };
  return (program, { cwd, args }) => {
    const [command = program, ...rest] = [...passage, program, ...args];
    return spawn(command, rest, { ...options, cwd });
  };
}

/** Resolves when the program is gone, with the last of what it said; the code is null when it was killed. */
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
