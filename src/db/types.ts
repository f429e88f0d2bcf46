// How values travel between drizzle and PostgreSQL. Known beforehand for every built-in type: by itself postgres.js asks
// each new connection for the array types, and when that connection is lost meanwhile nobody awaits the answer, so that
// the rejection ends the process (3.4.9, connection.js fetchArrayTypes).

type Parse = (text: string) => unknown;
type Type = { to: number; from: number[]; parse: Parse; serialize: (value: unknown) => unknown };

// drizzle reads dates from text and writes them as text. The serializer also takes dates and lists of them that are put
// into sql`…` directly, which postgres.js would otherwise send as "Sun Nov 23 2025 …".
const dates: Type = {
  to: 1184,
  from: [1184, 1082, 1083, 1114],
  parse: (text) => text,
  serialize: (value) => (Array.isArray(value) ? arrayText(value) : elementText(value)),
};

const json: Type = {
  to: 114,
  from: [114, 3802],
  parse: (text) => JSON.parse(text),
  serialize: (text) => text,
};

const asIs: Parse = (text) => text;

/** The array types of PostgreSQL's catalogue, whose numbers never change, with how one element is read. */
export const ARRAYS: Record<string, { oid: number; parse: Parse }> = {
  bool: { oid: 1000, parse: (text) => text === 't' },
  name: { oid: 1003, parse: asIs },
  int2: { oid: 1005, parse: Number },
  int4: { oid: 1007, parse: Number },
  text: { oid: 1009, parse: asIs },
  bpchar: { oid: 1014, parse: asIs },
  varchar: { oid: 1015, parse: asIs },
  int8: { oid: 1016, parse: asIs },
  float4: { oid: 1021, parse: Number },
  float8: { oid: 1022, parse: Number },
  oid: { oid: 1028, parse: Number },
  timestamp: { oid: 1115, parse: asIs },
  date: { oid: 1182, parse: asIs },
  time: { oid: 1183, parse: asIs },
  timestamptz: { oid: 1185, parse: asIs },
  interval: { oid: 1187, parse: asIs },
  numeric: { oid: 1231, parse: asIs },
  json: { oid: 199, parse: (text) => JSON.parse(text) },
  uuid: { oid: 2951, parse: asIs },
  jsonb: { oid: 3807, parse: (text) => JSON.parse(text) },
};

const arrays = Object.entries(ARRAYS).map(([name, { oid, parse }]): [string, Type] => [
  `${name}[]`,
  { to: oid, from: [oid], parse: (text) => readArray(text, parse), serialize: writeArray },
]);

export const types: Record<string, Type> = { dates, json, ...Object.fromEntries(arrays) };

/** What drizzle has already written as text stays as it is. */
function writeArray(value: unknown): unknown {
  return Array.isArray(value) ? arrayText(value) : value;
}

function arrayText(list: readonly unknown[]): string {
  const elements = list.map((element) => {
    if (element === null || element === undefined) return 'null';
    return Array.isArray(element)
      ? arrayText(element)
      : `"${elementText(element).replace(/["\\]/g, String.raw`\$&`)}"`;
  });
  return `{${elements.join(',')}}`;
}

function elementText(element: unknown): string {
  if (element instanceof Date) return element.toISOString();
  return typeof element === 'object' ? JSON.stringify(element) : String(element);
}

/** One dimension: no column of ours has more. */
function readArray(text: string, parse: Parse): unknown[] {
  const elements = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/gs);
  return Array.from(elements, ([plain, quoted]) => {
    if (quoted !== undefined) return parse(quoted.replace(/\\(.)/gs, '$1'));
    return plain === 'NULL' ? null : parse(plain);
  });
}
