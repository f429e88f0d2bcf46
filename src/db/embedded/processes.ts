// Which PostgreSQL processes work in a folder, whoever started them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';

/** A server and its children have their data directory as working directory. Without /proc: the main process only. */
export function processesIn(folder: string): number[] {
  if (!existsSync(folder) || process.platform === 'win32') return [];
  const real = realpathSync(folder);
  if (existsSync('/proc/self/cwd')) {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid && pid !== process.pid && `${workingDirectory(pid)}/`.startsWith(`${real}/`));
  }
  return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`postgres -D ${real} `))
    .map((line) => Number.parseInt(line, 10));
}

function workingDirectory(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone in the meantime, or another user's: not ours.
    return '';
  }
}
