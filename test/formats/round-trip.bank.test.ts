// The whole official banks through every format and back: equal field by field, or the loss was listed.
import { describe, expect, it } from 'vitest';
import { domainIdOf } from '#content/pack.ts';
import { formats, readBank, writeBank } from '#formats/formats.ts';
import type { Bank, FormatId, Item, Loss, LostField } from '#formats/item.ts';
import { formatList } from '#formats/list.ts';
import { bankOf } from '#formats/official.ts';
import { loadBank } from '../support/bank.ts';

const packs = await loadBank();
const banks = [...packs.values()].map((pack): Bank => {
  const edition = pack.exam.editions.at(-1);
  return bankOf(pack, (question) => (edition ? domainIdOf(pack, edition.id, question) : null));
});

/** The item as it must come back, after what was said to be lost. */
function expected(item: Item, losses: readonly Loss[]): Item | null {
  const lost = new Set(losses.flatMap((loss): LostField[] => (loss.kind === 'field' ? [loss.field] : [])));
  if (losses.some((loss) => loss.kind === 'left-out' && loss.key === item.key)) return null;
  const cut = (field: 'stem' | 'option') =>
    losses.find((loss) => loss.kind === 'cut' && loss.key === item.key && loss.field === field);
  const inLine = (text: string) => (lost.has('lines') ? text.replace(/\s*\n\s*/g, ' ') : text);
  const shorten = (text: string, field: 'stem' | 'option') => {
    const loss = cut(field);
    return loss?.kind === 'cut' && text.length > loss.limit ? `${text.slice(0, loss.limit - 1)}…` : text;
  };
  const { extra, ...rest } = item;
  return {
    ...rest,
    key: lost.has('key') ? null : item.key,
    stem: shorten(inLine(item.stem), 'stem'),
    options: item.options.map((option) => ({
      text: shorten(inLine(option.text), 'option'),
      correct: option.correct,
      why: lost.has('reasons') ? '' : option.why,
    })),
    difficulty: lost.has('difficulty') ? null : item.difficulty,
    domain: lost.has('domain') ? null : item.domain,
    takeaway: lost.has('takeaway') ? '' : item.takeaway,
    references: lost.has('references') ? [] : item.references,
    ...(lost.has('extra') || !extra ? {} : { extra }),
  };
}

const isLost = (losses: readonly Loss[], field: LostField) =>
  losses.some((loss) => loss.kind === 'field' && loss.field === field);

it('the list names each format once, and no other', () => {
  expect(formatList.map(({ id }) => id)).toEqual(formats.map(({ id }) => id));
});

describe.each(formatList.map(({ id, extension }) => [id, extension] as const))(
  '%s',
  (id: FormatId, extension) => {
    describe.each(banks.map((bank) => [bank.name, bank] as const))('gives back %s', (_, bank) => {
      it.each([
        ['in the format that is named', id],
        ['in the one that is found', null],
      ])('%s', async (__, format) => {
        const { bytes, losses } = await writeBank(id, bank);
        const read = await readBank({ name: `bank.${extension}`, bytes, format });
        if (read.kind !== 'read') throw new Error(JSON.stringify(read.why));
        expect(read.skipped).toEqual([]);
        const left = bank.items.flatMap((item) => expected(item, losses) ?? []);
        const found = read.items.map(({ item }) => (isLost(losses, 'key') ? { ...item, key: null } : item));
        const inOrder = (items: readonly Item[]) => items.toSorted((a, b) => a.stem.localeCompare(b.stem));
        expect(inOrder(found)).toEqual(inOrder(left));
      });
    });
  },
);
