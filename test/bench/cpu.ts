// CPU time of processes, from Linux's /proc: steadier than rates on a machine that others use as well.
import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel counts in: 100 a second on every Linux we know. */
const TICKS_PER_SECOND = 100;

/** Microseconds that a process has used, with those of its threads. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
}

/** Of a PostgreSQL server: all that its first process has started, and what those that ended had used. */
export function cpuOfServer(postmaster: number): number {
  const stat = readFileSync(`/proc/${postmaster}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ended = ((Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND) * 1e6;
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
    .map((name) => cpuUnlessEnded(Number(name)));
  return own.reduce((sum, each) => sum + each, ended + cpuOf(postmaster));
}

/** One that ends while it is looked at is counted with those that have ended, the next time. */
function cpuUnlessEnded(pid: number): number {
  try {
    return cpuOf(pid);
  } catch {
    return 0;
  }
}

/** One that has just ended is nobody's child. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
