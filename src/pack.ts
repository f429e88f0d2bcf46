// Banks of questions for whoever runs the bot: `npm run pack -- export` writes one in any format, `npm run pack -- import`
// reads a file and says what would be in it. Nothing of a server is changed: that is for /question import.
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPacks } from '#content/load.ts';
import { domainIdOf, type Pack } from '#content/pack.ts';
import { readBank, writeBank } from '#formats/formats.ts';
import type { Bank, FormatId, Loss, Read } from '#formats/item.ts';
import { aboutFormat, formatList } from '#formats/list.ts';
import { bankOf } from '#formats/official.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '#words/words.ts';
import { ConfigError } from './config.ts';
import { tell } from './visit.ts';

const HELP = `Banks of questions as files.

  npm run pack -- export aws-developer-associate --format moodle --out bank.xml
  npm run pack -- import bank.xml                      what is in it, what is not taken and why
  npm run pack -- import bank.xml --out bank.json      the same, and all of it in another format
  npm run pack -- import bank.txt --format gift

Formats: ${formatList.map(({ id }) => id).join(', ')}.
`;

await tell(async () => {
  const { positionals, values } = read(process.argv.slice(2));
  const [what, name] = positionals;
  if (values.help || what === undefined || name === undefined) return HELP;
  if (what === 'export') return exportPack(name, values);
  if (what === 'import') return importFile(name, values);
  throw new ConfigError([`"${what}" is neither export nor import. See npm run pack -- --help.`]);
});

type Values = { format?: string | undefined; out?: string | undefined; help?: boolean | undefined };

function read(args: string[]): { positionals: string[]; values: Values } {
  try {
    const options = {
      format: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new ConfigError([`${error instanceof Error ? error.message : error}. See npm run pack -- --help.`]);
  }
}

/** By its name, or by the ending of the file. */
function formatFor(typed: string | undefined, file: string | undefined): FormatId {
  const ending = /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  const found =
    typed === undefined ? formatList.find(({ extension }) => extension === ending) : aboutFormat(typed);
  if (found) return found.id;
  throw new ConfigError([`--format must be one of ${formatList.map(({ id }) => id).join(', ')}.`]);
}

async function exportPack(exam: string, { format, out }: Values): Promise<string> {
  const packs = await loadPacks(fileURLToPath(new URL('../content', import.meta.url)));
  const pack = packs.get(exam);
  if (!pack)
    throw new ConfigError([`There is no pack "${exam}": there are ${[...packs.keys()].join(', ')}.`]);
  return writeTo(toBank(pack), formatFor(format, out), out);
}

function toBank(pack: Pack): Bank {
  const edition = pack.exam.editions.at(-1);
  const domains = edition?.domains ?? [];
  return bankOf(pack, (question) => {
    const id = edition ? domainIdOf(pack, edition.id, question) : null;
    return domains.find((domain) => domain.id === id)?.name ?? null;
  });
}

async function writeTo(bank: Bank, format: FormatId, out: string | undefined): Promise<string> {
  if (out === undefined) throw new ConfigError(['--out must name the file to write.']);
  const { bytes, losses } = await writeBank(format, bank);
  await writeFile(out, bytes);
  const lines = losses.flatMap(lossLine);
  const lost =
    lines.length === 0
      ? 'Nothing is lost in this format.'
      : `This format has no room for:\n${[...new Set(lines)].join('\n')}`;
  return `${out}: ${bank.items.length} questions. ${lost}\n`;
}

function lossLine(loss: Loss): string[] {
  const { authoring } = wordsOf(DEFAULT_LANGUAGE);
  if (loss.kind === 'field') return [`- ${authoring.loss[loss.field](loss.items)}`];
  if (loss.kind === 'left-out') return [`- ${loss.key ?? 'one'}: left out (${loss.why})`];
  return [`- ${loss.key ?? 'one'}: cut to ${loss.limit} characters`];
}

async function importFile(file: string, { format, out }: Values): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new ConfigError([`${file} cannot be read.`]);
  });
  const found = await readBank({
    name: basename(file),
    bytes,
    format: format === undefined ? null : formatFor(format, undefined),
  });
  if (found.kind === 'unreadable') throw new ConfigError([`${file}: ${JSON.stringify(found.why)}`]);
  const said = report(file, found);
  if (out === undefined) return said;
  const bank = { name: found.name ?? basename(file), items: found.items.map(({ item }) => item) };
  return said + (await writeTo(bank, formatFor(undefined, out), out));
}

function report(file: string, { items, skipped, remarks }: Extract<Read, { kind: 'read' }>): string {
  const at = ({ item, line, name }: { item?: number; line?: number; name?: string }) =>
    [item && `no. ${item}`, line && `line ${line}`, name].filter(Boolean).join(', ');
  return [
    `${file}: ${items.length} questions, ${skipped.length} left out.`,
    ...skipped.map(({ where, why }) => `- ${at(where)}: ${JSON.stringify(why)}`),
    ...remarks.map(({ where, what }) => `- ${at(where)}: ${JSON.stringify(what)}`),
    '',
  ].join('\n');
}
