// Reading JSON of unknown shape (request bodies, gateway payloads) without trusting it.

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asObjects(value: unknown): Json[] {
  return asList(value).filter(isObject);
}

export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function asTextOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function asTexts(value: unknown): string[] {
  return asList(value).map(asText);
}

export function asNumber(value: unknown, otherwise = 0): number {
  return typeof value === 'number' ? value : otherwise;
}
