// Root may have put Cohort where nobody else may enter (/root, a folder made by mktemp), PostgreSQL's account included.
// Linux can let that one process pass: the capability to enter any folder, given to it by setpriv (util-linux).
import { spawnSync } from 'node:child_process';
import { type Account, findClosedFolder } from './account.ts';
import { EmbeddedError } from './error.ts';

export type PassageOptions = { account: Account; program: string; dir: string };

/** The first is the narrower; containers are usually given only the second. */
const CAPABILITIES = ['dac_read_search', 'dac_override'];

/** The command to put before a program so that it runs as the account and can reach `program` and `dir`. */
export function findPassage({ account, program, dir }: PassageOptions): string[] {
  const closedProgram = findClosedFolder(program, account);
  const closed = closedProgram ?? findClosedFolder(dir, account);
  if (!closed) return [];
  const passage = CAPABILITIES.map((capability) => passWith(capability, account)).find(
    ([command = '', ...args]) => {
      return spawnSync(command, [...args, program, '--version'], { cwd: '/' }).status === 0;
    },
  );
  if (passage) return passage;
  const move = closedProgram
    ? 'move Cohort to a folder that everyone may enter, such as /opt/cohort'
    : 'set DATA_DIR to a folder that everyone may enter, such as /var/lib/cohort';
  throw new EmbeddedError(
    `PostgreSQL does not run as root, and the user "${account.name}" may not enter ${closed}: start Cohort as an ordinary user, or ${move}, or set DATABASE_URL.`,
  );
}

function passWith(capability: string, { uid, gid }: Account): string[] {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
    // Otherwise access(2), with which PostgreSQL looks for its own files, ignores the capability.
    '--securebits=+no_setuid_fixup',
  ];
}
