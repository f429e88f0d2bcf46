// A pack as a file, in the format that was chosen.
import { ownDomainOf } from '#content/own-pack.ts';
import { domainIdOf, type Pack, type Question } from '#content/pack.ts';
import type { FormatId, Loss } from '#formats/item.ts';
import { aboutFormat } from '#formats/list.ts';
import { itemOf } from '#formats/official.ts';
import { writeInThread } from '#formats/thread.ts';
import type { AuthoringDeps } from './packs.actions.ts';

export type ExportedPack = {
  kind: 'exported';
  name: string;
  format: string;
  questions: number;
  losses: Loss[];
  file: { name: string; data: Uint8Array };
};

export async function exportPack(
  { content, trace }: Pick<AuthoringDeps, 'content' | 'trace'>,
  { exam, format }: { exam: string; format: FormatId },
): Promise<ExportedPack | { kind: 'no-such-pack' } | { kind: 'empty-pack' }> {
  const pack = await content.packOf(exam);
  const found = aboutFormat(format);
  if (!pack || !found) return { kind: 'no-such-pack' };
  if (pack.questions.size === 0) return { kind: 'empty-pack' };
  const items = [...pack.questions.values()].map((question) => itemOf(question, domainName(pack, question)));
  const isOwn = content.official(exam) === null;
  // What an own pack's questions have besides is how they are kept, nothing that anybody wrote.
  const bank = { name: pack.exam.name, items: isOwn ? items.map(({ extra: _, ...item }) => item) : items };
  const write = () => writeInThread(format, bank);
  const { bytes, losses } = await (trace?.run({ name: 'write file' }, write) ?? write());
  return {
    kind: 'exported',
    name: pack.exam.name,
    format: found.name,
    questions: items.length,
    losses,
    file: { name: `${fileName(pack.exam.name)}.${found.extension}`, data: bytes },
  };
}

function domainName(pack: Pack, question: Question): string | null {
  const edition = pack.exam.editions.at(-1);
  const id = edition ? domainIdOf(pack, edition.id, question) : ownDomainOf(question);
  return edition?.domains.find((domain) => domain.id === id)?.name ?? id;
}

function fileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return plain.slice(0, 60) || 'questions';
}
