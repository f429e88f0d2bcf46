// Holds and injected failures over HTTP: named by method and route instead of a function.
import type { Failure, Filter, Hold, Interceptor } from '../intercept.ts';
import { asNumber, asText, type Json } from '../json.ts';

export type HeldRequests = Map<string, Hold>;

function filterOf(request: Json): Filter {
  const { method, route } = request;
  return (asked) =>
    (method === undefined || asked.method === method) && (route === undefined || asked.route === route);
}

export function holdNext(interceptor: Interceptor, held: HeldRequests, request: Json): Json {
  const id = String(held.size + 1);
  held.set(id, interceptor.hold(filterOf(request), request.when === 'after' ? 'after' : 'before'));
  return { hold: id };
}

/** Answers once the held request has arrived. */
export async function awaitHeld(held: HeldRequests, request: Json): Promise<Json> {
  return { reached: (await held.get(asText(request.hold))?.reached) ?? null };
}

export function release(held: HeldRequests, request: Json): Json {
  held.get(asText(request.hold))?.release();
  return { released: true };
}

export function failNext(interceptor: Interceptor, request: Json): Json {
  const status = asNumber(request.status, 500);
  const times = asNumber(request.times, 1);
  const failure: Failure = request.reset === true ? 'reset' : { status, times, body: request.body };
  interceptor.fail(filterOf(request), failure);
  return { failing: true };
}
