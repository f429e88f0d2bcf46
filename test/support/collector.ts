// A collector of traces for tests: takes OTLP over HTTP as JSON, and remembers the spans.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number; boolValue?: boolean };
type Attribute = { key: string; value: Value };

export type TakenSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
  links: { traceId: string; spanId: string }[];
  status: { code: number };
  startTimeUnixNano: string;
  endTimeUnixNano: string;
};

type Body = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: TakenSpan[] }[] }[];
};

export async function startCollector() {
  const spans: TakenSpan[] = [];
  const resources: Attribute[][] = [];
  const headers: unknown[] = [];
  const server = createServer(async (request, response) => {
    // safe: what an exporter of OTLP sends
    const body = (await json(request)) as Body;
    headers.push(request.headers);
    resources.push(...body.resourceSpans.map(({ resource }) => resource.attributes));
    spans.push(...body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    spans,
    resources,
    headers,
    url: `http://127.0.0.1:${port}/v1/traces`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function attribute({ attributes }: Pick<TakenSpan, 'attributes'>, key: string) {
  const value = attributes.find((each) => each.key === key)?.value;
  return value && (value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue);
}
