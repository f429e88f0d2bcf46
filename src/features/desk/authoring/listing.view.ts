// Pages of a server's questions, and a pack with its domains and exam.
import { button, buttons, card, type Message, type Part, plain, select, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { RIGHT } from '#features/record/post/view.ts';
import type { OwnStatus } from '#features/record/question/rules.ts';
import type { Words } from '#words/words.ts';

export type Listing = {
  rows: readonly { packId: number; pack: string; id: string; title: string; status: OwnStatus }[];
  total: number;
  page: number;
  pages: number;
  packId: number | null;
  status: OwnStatus | null;
};

export function showListing(words: Words, { rows, total, page, pages, packId, status }: Listing): Message {
  const { authoring } = words;
  if (total === 0) return card(null, [text(`### ${authoring.listTitle}`, authoring.none)]);
  const turn = (to: number) => customId('qlist', 1, packId ?? 'all', status ?? 'all', to);
  const line = (row: Listing['rows'][number]) =>
    `**${row.id}** ${plain(row.title)}\n-# ${plain(row.pack)} · ${authoring.statuses[row.status]}`;
  const parts: (Part | false)[] = [
    text(`### ${authoring.listTitle}`, `-# ${authoring.counted(total)} · ${authoring.page(page + 1, pages)}`),
    text(...rows.map(line)),
    select(customId('qlook', 1), authoring.look, {
      choices: rows.map((row) => ({
        value: `${row.packId}/${row.id}`,
        label: `${row.id} ${row.title}`,
        description: row.pack,
      })),
    }),
    pages > 1 &&
      buttons(
        button(turn(page - 1), authoring.earlier, { disabled: page === 0 }),
        button(turn(page + 1), authoring.later, { disabled: page + 1 >= pages }),
      ),
  ];
  return card(null, parts);
}

export type ShownPack = {
  isNew: boolean;
  questions: number;
  row: {
    name: string;
    domains: readonly { name: string; weight: number }[];
    sitting: { items: number; minutes: number; passPercent: number };
  };
};

export function showPack({ authoring, forms }: Words, { isNew, questions, row }: ShownPack): Message {
  const domains = row.domains.map(({ name, weight }) => authoring.domain(plain(name), weight));
  return card(RIGHT, [
    text(authoring.packSet(plain(row.name), isNew)),
    text(forms.list(domains), `-# ${authoring.packFacts(questions, row.sitting)}`),
    text(`-# ${authoring.packNext}`),
  ]);
}
