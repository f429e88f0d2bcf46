// Our own form, as JSON and as YAML: everything a question has. A file of an official pack can be read as well.
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { OWN_FILE, type ownFileSchema, ownQuestionSchema } from '#content/own-file.ts';
import {
  type Bank,
  broken,
  emptyReading,
  type Format,
  type Item,
  MAX_ITEMS,
  type Read,
  type Skipped,
  UnreadableFile,
} from './item.ts';
import { decodeText, encodeText } from './text.ts';

/** Everything but what stands in a file's head; each question is judged by itself. */
const headSchema = z.object({ name: z.string().optional(), questions: z.array(z.unknown()) });

export const json: Format = {
  id: 'json',
  read: (bytes) => readOwn(parseJson(decodeText(bytes))),
  write: (bank) => ({ bytes: encodeText(`${JSON.stringify(toFile(bank), null, 2)}\n`), losses: [] }),
};

export const yaml: Format = {
  id: 'yaml',
  read: (bytes) => readOwn(parseYaml(decodeText(bytes))),
  write: (bank) => ({ bytes: encodeText(stringify(toFile(bank), { lineWidth: 120 })), losses: [] }),
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not JSON';
    const [, line] = /line (\d+)/.exec(message) ?? [];
    throw broken(message, line === undefined ? null : Number(line));
  }
}

function parseYaml(text: string): unknown {
  try {
    // Aliases are what makes a small file huge: nobody needs them here.
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof ReferenceError) throw new UnreadableFile({ kind: 'hostile' });
    const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? null;
    throw broken(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not YAML', line);
  }
}

function readOwn(value: unknown): Read {
  const head = headSchema.safeParse(Array.isArray(value) ? { questions: value } : value);
  if (!head.success) throw broken('there is no list "questions" in it');
  const { name = null, questions } = head.data;
  if (questions.length > MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
  if (questions.length === 0) throw new UnreadableFile({ kind: 'empty' });
  const read = emptyReading(name);
  for (const [index, question] of questions.entries()) {
    const found = toItem(question, index + 1);
    if ('why' in found) read.skipped.push(found);
    else read.items.push(found);
  }
  return read;
}

function toItem(
  value: unknown,
  item: number,
): Skipped | { item: Item; where: { item: number; name?: string } } {
  const parsed = ownQuestionSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const detail = issue ? `${issue.path.join('.')}: ${issue.message}` : 'malformed';
    return { where: { item }, why: { kind: 'malformed', detail } };
  }
  const { id, stem, options, difficulty, domain, takeaway, references, ...extra } = parsed.data;
  const where = { item, ...(id === undefined ? {} : { name: id }) };
  if (!options.some(({ correct }) => correct)) return { where, why: { kind: 'no-key' } };
  return {
    where,
    item: {
      key: id ?? null,
      stem,
      options,
      difficulty: difficulty ?? null,
      domain: domain ?? null,
      takeaway,
      references,
      ...(Object.keys(extra).length > 0 && { extra }),
    },
  };
}

function toFile({ name, items }: Bank): z.input<typeof ownFileSchema> {
  return {
    format: OWN_FILE,
    version: 1,
    name,
    questions: items.map(({ key, stem, options, difficulty, domain, takeaway, references, extra }) => ({
      ...(key !== null && { id: key }),
      ...(domain !== null && { domain }),
      ...(difficulty !== null && { difficulty }),
      stem,
      options,
      takeaway,
      references,
      ...extra,
    })),
  };
}
