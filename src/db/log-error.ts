// How a failed query goes into the log: without its parameters, which are what members wrote and who they are.
import { stdSerializers } from 'pino';

/**
 * For pino: `pino({ serializers: { err: serializeError } })`. Any other error is logged as usual. Each line needs a
 * message of its own, since pino otherwise takes the error's, parameters and all.
 */
export function serializeError(error: Error) {
  const { params, parameters, args, raw, ...shown } = stdSerializers.err(error);
  return {
    ...shown,
    message: withoutParameters(shown.message, error),
    stack: withoutParameters(shown.stack, error),
  };
}

/** drizzle repeats them in its message, as `\nparams: …`; the message is repeated in the stack, with every cause. */
function withoutParameters(text: string, error: unknown): string {
  if (!(error instanceof Error)) return text;
  const shorter = 'params' in error ? text.replaceAll(`\nparams: ${error.params}`, '') : text;
  return withoutParameters(shorter, error.cause);
}
