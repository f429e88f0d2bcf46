// How an error goes into the log: a failed query without its parameters, which are what members wrote and who they
// are; a failed request to Discord without its body and without the token in its address. So, too, every error that it
// holds: its cause, those of an AggregateError, and whatever else hangs on it.

/** What PostgreSQL, postgres.js, drizzle and discord.js put on their errors that is nobody's business. */
const PRIVATE = new Set(['params', 'parameters', 'args', 'detail', 'where', 'raw', 'requestBody']);
/** Deeper than any chain of ours; what holds itself ends here. */
const DEEPEST = 6;

type Clean = (text: string) => string;

/**
 * For pino: `pino({ serializers: { err: serializeError } })`. Each line needs a message of its own, since pino
 * otherwise takes the error's, parameters and all.
 */
export function serializeError(error: Error) {
  const secrets = [...new Set(parametersIn(error))].toSorted((a, b) => b.length - a.length);
  return show(error, (text) => withoutTokens(secrets.reduce((rest, own) => rest.replaceAll(own, ''), text)));
}

/** drizzle repeats them in its message, as `\nparams: …`; the message is repeated in stacks. */
function parametersIn(value: unknown, depth = 0): string[] {
  if (!(value instanceof Error) || depth > DEEPEST) return [];
  const own = 'params' in value ? [`\nparams: ${value.params}`] : [];
  return [
    ...own,
    ...partsOf(value).flatMap(([, part]) => [part].flat().flatMap((each) => parametersIn(each, depth + 1))),
  ];
}

function show(value: unknown, clean: Clean, depth = 0): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((each) => show(each, clean, depth + 1));
  const parts = value instanceof Error ? partsOf(value) : Object.entries(value);
  return Object.fromEntries(
    parts.filter(([name]) => !PRIVATE.has(name)).map(([name, part]) => [name, show(part, clean, depth + 1)]),
  );
}

/** Also what does not show up by itself: of the classes of Node and of JavaScript only what others have added does. */
function partsOf(error: Error): [string, unknown][] {
  const { message, stack, cause } = error;
  const hidden = { type: error.constructor.name, message, stack, ...(cause !== undefined && { cause }) };
  const inner = error instanceof AggregateError ? { errors: error.errors } : {};
  return Object.entries({ ...error, ...hidden, ...inner });
}

/** Whoever holds an interaction's token can write in the bot's name for fifteen minutes. */
function withoutTokens(text: string): string {
  return text.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?\s]+/g, '$1…');
}
