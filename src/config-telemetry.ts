// Where traces go, as the environment says it: our own variable for the address, and OpenTelemetry's names for the rest.
import { z } from 'zod';
import type { TelemetryConfig } from '#telemetry/open.ts';

/** `name=value,name=value`, percent-encoded, as OpenTelemetry has it. Values may be secret: no fault says one. */
function pairs(name: string) {
  const error = `${name} must be name=value, with commas between several.`;
  return z.string().transform((text, context) => {
    const found = text.split(',').map((pair) => /^\s*([^=\s]+)\s*=(.*)$/s.exec(pair));
    try {
      return Object.fromEntries(
        found.map((each) => [each?.[1] ?? fail(), decodeURIComponent(each?.[2] ?? '').trim()]),
      );
    } catch {
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    }
  });
}

function fail(): never {
  throw new Error('no pair');
}

const RATIO = 'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1: the part of all traces that is sent.';

export const telemetryVariables = {
  TELEMETRY: z
    .url({
      protocol: /^https?$/,
      error:
        'TELEMETRY is not a web address: write the one of your collector, such as http://localhost:4318.',
    })
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs('OTEL_EXPORTER_OTLP_HEADERS').optional(),
  OTEL_SERVICE_NAME: z.string().default('cohort'),
  OTEL_RESOURCE_ATTRIBUTES: pairs('OTEL_RESOURCE_ATTRIBUTES').optional(),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^\d*\.?\d+$/, RATIO)
    .transform(Number)
    .pipe(z.number().max(1, RATIO))
    .default(1),
};

type Variables = z.infer<z.ZodObject<typeof telemetryVariables>>;

/** Null where nobody traces. */
export function toTelemetry(variables: Variables): TelemetryConfig | null {
  if (!variables.TELEMETRY) return null;
  return {
    url: tracesUrl(variables.TELEMETRY),
    headers: variables.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    service: variables.OTEL_SERVICE_NAME,
    resource: variables.OTEL_RESOURCE_ATTRIBUTES ?? {},
    ratio: variables.OTEL_TRACES_SAMPLER_ARG,
  };
}

/** As OpenTelemetry makes it of an endpoint; whoever wrote the whole address meant it. */
function tracesUrl(written: string): string {
  const url = new URL(written);
  if (!url.pathname.endsWith('/v1/traces')) url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
  return url.href;
}
