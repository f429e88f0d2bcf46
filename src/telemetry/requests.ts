// Requests to Discord as steps, with what they wait for rate limits: those of commands, of jobs and of discord.js itself.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { REST } from 'discord.js';
import type { Step, Trace } from '#lib/trace.ts';
import { routeTemplate } from './route.ts';

type Asked = { since: number; tries: number };

export type RequestTrace = {
  /** A request is sent: what it waited for is over. */
  onSend(): void;
  /** From now on the requests of this client. */
  follow(rest: REST): void;
};

export function traceRequests(trace: Trace): RequestTrace {
  const asked = new AsyncLocalStorage<Asked>();
  return {
    onSend() {
      const own = asked.getStore();
      if (!own) return;
      own.tries += 1;
      // Between tries it waits as well, for what Discord said it should.
      if (own.tries === 1) trace.note({ 'cohort.waited_ms': Math.round(performance.now() - own.since) });
      else trace.note({ 'http.request.resend_count': own.tries - 1 });
    },
    follow(rest) {
      const request = rest.request.bind(rest);
      rest.request = (options) => {
        const own = { since: performance.now(), tries: 0 };
        return trace.run(requestStep(options), () => asked.run(own, request, options));
      };
      const { makeRequest } = rest.options;
      rest.options.makeRequest = async (url, init) => {
        const response = await makeRequest(url, init);
        trace.note({ 'http.response.status_code': response.status });
        return response;
      };
    },
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
