// Why the start failed, for whoever runs the bot: in plain lines that say what to do, wherever we know it.
import { ContentError } from '#content/fault.ts';
import { BackupError } from '#db/backup/format.ts';
import { EmbeddedError } from '#db/embedded.ts';
import { explainDatabase } from '#db/start-fault.ts';
import { ListenError } from '#http/server.ts';
import { StartRefused } from '#lib/refusal.ts';
import { ConfigError } from './config.ts';

/** A text of one or more lines; for anything unforeseen the error itself, with its stack. */
export function explainStart(error: unknown): unknown {
  if (error instanceof ConfigError) return error.lines.join('\n');
  const isWrittenForThem = [BackupError, ContentError, EmbeddedError, ListenError, StartRefused].some(
    (kind) => error instanceof kind,
  );
  if (isWrittenForThem && error instanceof Error) return error.message;
  return explainDatabase(error) ?? explainDiscord(error) ?? error;
}

const NETWORK =
  /^(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_(CONNECT_TIMEOUT|SOCKET))$/;
const PORTAL = 'https://discord.com/developers/applications';

function explainDiscord(error: unknown): string | null {
  // safe: any object may be asked for these, which are then compared
  const { code, message, status } = (error ?? {}) as { code?: unknown; message?: string; status?: unknown };
  if (code === 'TokenInvalid' || status === 401) {
    return `Discord refused DISCORD_TOKEN: copy it again from ${PORTAL} (Bot, Reset Token).`;
  }
  if (NETWORK.test(String(code))) {
    return `Discord cannot be reached: check the network and DISCORD_API (${message}).`;
  }
  if (typeof status !== 'number' || status < 400) return null;
  if (status >= 500) return `Discord is out of order (${status} ${message}): try again later.`;
  // Discord's own refusals have a number as code; whatever else answers at that address has none.
  return typeof code === 'number' && code > 0
    ? `Discord refused (${status}, code ${code}): ${message}.`
    : `Discord's address answered with ${status} (${message}): check DISCORD_API, which ends in /api.`;
}
