// Whether the collector takes traces: asked with none.
import type { Config } from '../config.ts';
import { type Finding, fault, ok } from './finding.ts';

const WITHIN_MS = 5_000;
const CHECK = 'telemetry';

export async function examineTelemetry(telemetry: Config['telemetry']): Promise<Finding[]> {
  if (!telemetry) return [];
  const { url, headers } = telemetry;
  try {
    const { ok: isTaken, status } = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"resourceSpans":[]}',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (isTaken) return [ok(CHECK, `the collector takes traces at ${url}`)];
    return [fault(CHECK, `The collector at ${url} answers ${status}: ${mendOf(status)}.`)];
  } catch {
    return [fault(CHECK, `No collector answers at ${url}: start it, or correct TELEMETRY.`)];
  }
}

function mendOf(status: number): string {
  if (status === 401 || status === 403) return 'correct OTEL_EXPORTER_OTLP_HEADERS';
  return status >= 500 ? 'look at its own log' : 'TELEMETRY must name what takes OTLP over HTTP as JSON';
}
