// Requests to Discord as steps, with what they wait for rate limits: those of commands, of jobs and of discord.js itself.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { REST } from 'discord.js';
import type { Step, Trace } from '#lib/trace.ts';
import { routeTemplate } from './route.ts';

type Asked = { since: number; tries: number };

/** A client's own, for each try and each wait is made inside of it. */
export function traceRequests(rest: REST, trace: Trace): void {
  const asked = new AsyncLocalStorage<Asked>();
  const request = rest.request.bind(rest);
  rest.request = (options) =>
    trace.run(requestStep(options), () =>
      asked.run({ since: performance.now(), tries: 0 }, request, options),
    );

  const { makeRequest } = rest.options;
  rest.options.makeRequest = async (url, init) => {
    const own = asked.getStore();
    if (!own) return makeRequest(url, init);
    own.tries += 1;
    if (own.tries === 1) trace.note({ 'cohort.waited_ms': Math.round(performance.now() - own.since) });
    const response = await makeRequest(url, init);
    const { status } = response;
    trace.note({ 'http.response.status_code': status, 'http.request.resend_count': own.tries - 1 });
    return response;
  };
}

function requestStep({ method, fullRoute }: { method: string; fullRoute: string }): Step {
  const template = routeTemplate(fullRoute);
  return {
    name: `${method} ${template}`,
    kind: 'client',
    facts: { 'http.request.method': method, 'url.template': template },
  };
}
