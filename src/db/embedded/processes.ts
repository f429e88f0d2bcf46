// Which PostgreSQL processes live in a data directory, whoever started them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';

/** Every process of a server has its data directory as working directory. Without /proc: the main process only. */
export function processesIn(cluster: string): number[] {
  if (existsSync('/proc/self/cwd')) {
    const folder = realpathSync(cluster);
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid && pid !== process.pid && workingDirectory(pid) === folder);
  }
  if (process.platform === 'win32') return [];
  return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`postgres -D ${cluster} `))
    .map((line) => Number.parseInt(line, 10));
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone in the meantime, or another user's: not ours.
    return null;
  }
}
