// Why the start failed, for whoever runs the bot: in plain lines that say what to do, wherever we know it.
import { ContentError } from '#content/fault.ts';
import { isUnavailable } from '#db/connect.ts';
import { EmbeddedError } from '#db/embedded.ts';
import { ListenError } from '#http/server.ts';
import { StartRefused } from '#lib/refusal.ts';
import { ConfigError } from './config.ts';

/** A text of one or more lines; for anything unforeseen the error itself, with its stack. */
export function explainStart(error: unknown): unknown {
  if (error instanceof ConfigError) return error.lines.join('\n');
  const isWrittenForThem = [ContentError, EmbeddedError, ListenError, StartRefused].some(
    (kind) => error instanceof kind,
  );
  return isWrittenForThem && error instanceof Error ? error.message : (plainCause(error) ?? error);
}

/** Discord and PostgreSQL say it in their own words; these say what to do. */
function plainCause(error: unknown): string | null {
  if (isUnavailable(error))
    return 'PostgreSQL does not answer: check DATABASE_URL, and that the server runs.';
  // safe: any object may be asked for these, which are then compared
  const { code, message, status } = (error ?? {}) as { code?: unknown; message?: string; status?: unknown };
  if (code === 'TokenInvalid') {
    return 'Discord refused DISCORD_TOKEN: copy it again from https://discord.com/developers/applications (Bot, Reset Token).';
  }
  if (typeof status === 'number' && status >= 400) {
    return `Discord's address answered with ${status} (${message}): check DISCORD_API, which ends in /api.`;
  }
  const isNetwork = /^(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/.test(
    String(code),
  );
  return isNetwork ? `Discord cannot be reached: check the network and DISCORD_API (${message}).` : null;
}
