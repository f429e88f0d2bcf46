// postgres.js as it is used everywhere here: with an address that was understood, and with settings that are ours.
import { readFileSync } from 'node:fs';
import postgres, { type Sql } from 'postgres';
import { type Address, readAddress, type Tls } from './address.ts';
import { createDial } from './dial.ts';
import { DatabaseError } from './failure.ts';
import { type Settings, sessionSettings } from './session.ts';
import { types } from './types.ts';

export type OpenOptions = {
  /** Milliseconds. */
  connectWithin: number;
  onNotice: (notice: postgres.Notice) => void;
  onClose?: () => void;
  /** Something was announced on a channel that this connection listens on. */
  onNotify?: () => void;
  idleTimeout?: number;
  keepAlive?: number;
  /** On top of what every session gets. */
  settings?: Settings;
};

/** One connection, made by the first statement. */
export function openSql(url: string, options: OpenOptions): Sql {
  const address = readAddress(url);
  const { socketDir, user, password, database, targetSession } = address;
  return postgres({
    ...(socketDir && { path: `${socketDir}/.s.PGSQL.${address.port[0]}` }),
    ...(address.host.length > 0 && toHosts(address)),
    ...(user && { user }),
    ...(password && { password }),
    ...(database && { database }),
    // safe: one of the words that postgres.js knows, which address.ts has checked
    ...(targetSession && { target_session_attrs: targetSession as 'primary' }),
    ssl: toSsl(address.tls),
    max: 1,
    prepare: !address.isPooled,
    types,
    // types.ts knows them, and an answer that nobody awaits could end the process.
    fetch_types: false,
    connect_timeout: options.connectWithin / 1000,
    // Its own timer ends whatever has lasted for half an hour, also what only listens; the pool renews its connections itself.
    max_lifetime: null,
    // Not in its types, but in its source: a function that opens the socket.
    ...({ socket: createDial(options.connectWithin) } as object),
    // The default grows to 20 s between attempts; a server that is back should be used at once.
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 0.5),
    onnotice: options.onNotice,
    ...(options.onClose && { onclose: options.onClose }),
    // In its source alone as well.
    ...({ onnotify: options.onNotify } as object),
    ...(options.idleTimeout && { idle_timeout: options.idleTimeout }),
    ...(options.keepAlive && { keep_alive: options.keepAlive }),
    connection: toConnection(address, options.settings ?? {}),
  });
}

function toHosts({ host, port }: Address): { host: string; port: number } {
  // safe: postgres.js takes lists of both, which its type has forgotten
  return { host, port } as unknown as { host: string; port: number };
}

function toConnection(address: Address, settings: Settings): Partial<postgres.ConnectionParameters> {
  const all = { application_name: 'cohort', ...address.settings, ...sessionSettings(address), ...settings };
  // safe: its type wants numbers for some, which travel as text all the same
  return all as Partial<postgres.ConnectionParameters>;
}

function toSsl({ mode, ca, cert, key }: Tls): false | 'prefer' | object {
  if (mode === 'off') return false;
  const files = {
    ...(ca && { ca: readCertificate('sslrootcert', ca) }),
    ...(cert && { cert: readCertificate('sslcert', cert) }),
    ...(key && { key: readCertificate('sslkey', key) }),
  };
  if (mode === 'prefer') return 'prefer';
  const checks = {
    require: { rejectUnauthorized: false },
    // The signature alone: the certificate may be for another name.
    'verify-ca': { checkServerIdentity: () => undefined },
    'verify-full': {},
  };
  return { ...checks[mode], ...files };
}

function readCertificate(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new DatabaseError(
      `DATABASE_URL names the file ${file} as ${name}, which cannot be read (${code}): correct it.`,
    );
  }
}
