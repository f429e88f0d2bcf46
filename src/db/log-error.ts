// How an error goes into the log: a failed query without its parameters, which are what members wrote and who they
// are; a failed request to Discord without its body and without the token in its address.
import { stdSerializers } from 'pino';

/**
 * For pino: `pino({ serializers: { err: serializeError } })`. Any other error is logged as usual. Each line needs a
 * message of its own, since pino otherwise takes the error's, parameters and all.
 */
export function serializeError(error: Error) {
  const { params, parameters, args, raw, requestBody, url, ...shown } = stdSerializers.err(error);
  return {
    ...shown,
    ...(typeof url === 'string' ? { url: withoutToken(url) } : {}),
    message: withoutParameters(shown.message, error),
    stack: withoutParameters(shown.stack, error),
  };
}

/** Whoever holds an interaction's token can write in the bot's name for fifteen minutes. */
function withoutToken(url: string): string {
  return url.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?]+/, '$1…');
}

/** drizzle repeats them in its message, as `\nparams: …`; the message is repeated in the stack, with every cause. */
function withoutParameters(text: string, error: unknown): string {
  if (!(error instanceof Error)) return text;
  const shorter = 'params' in error ? text.replaceAll(`\nparams: ${error.params}`, '') : text;
  return withoutParameters(shorter, error.cause);
}
