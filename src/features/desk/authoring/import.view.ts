// What an import would do, what it did, and a pack as a file with what its format loses.
import {
  button,
  buttons,
  card,
  divider,
  fileLine,
  MAX_TEXT,
  type Message,
  plain,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { RIGHT, WRONG } from '#features/record/post/view.ts';
import type { Loss, Remark, SkippedWhy, Unreadable, Where } from '#formats/item.ts';
import type { LeftOut } from '#formats/plan.ts';
import type { Words } from '#words/words.ts';
import { faultLine } from './view.ts';

export type ShownRun = {
  id: number;
  packName: string;
  isNew: boolean;
  adds: number;
  changes: number;
  unchanged: number;
  left: readonly LeftOut[];
  remarks: readonly Remark[];
  newDomains: readonly string[];
};

/** As many of what is left out as fit. */
export function showRun(words: Words, run: ShownRun): Message {
  for (const most of [20, 10, 5, 0]) {
    const message = runCard(words, run, most);
    if (textLength(message) <= MAX_TEXT) return message;
  }
  return runCard(words, { ...run, newDomains: [] }, 0);
}

function runCard(words: Words, run: ShownRun, most: number): Message {
  const { authoring } = words;
  const { adds, changes, left, remarks, newDomains, id } = run;
  const total = adds + changes;
  const counts = [
    authoring.wouldAdd(adds),
    changes > 0 && authoring.wouldChange(changes),
    run.unchanged > 0 && authoring.wouldStay(run.unchanged),
    left.length > 0 && authoring.wouldLeave(left.length),
  ].filter((count) => count !== false);
  const lines = [
    ...left.map((each) => leftLine(words, each)),
    ...remarks.map(({ where, what }) => lineAt(words, where, remarkLine(words, what))),
  ];
  const more = lines.length - most;
  return card(total > 0 ? RIGHT : WRONG, [
    text(`### ${authoring.importTitle}`, authoring.importInto(plain(run.packName), run.isNew)),
    text(...counts.map((count) => `- ${count}`)),
    newDomains.length > 0 && text(authoring.newDomains(newDomains.map(plain))),
    lines.length > 0 && divider(),
    lines.length > 0 && text(...lines.slice(0, most), more > 0 && `-# ${authoring.andMore(more)}`),
    total === 0 ? text(authoring.nothingToImport) : null,
    buttons(
      total > 0 && button(customId('qimport', 1, id), authoring.doImport(total), { style: 'success' }),
      button(customId('qnoimport', 1, id), authoring.cancel, { style: 'danger' }),
    ),
  ]);
}

function leftLine(words: Words, left: LeftOut): string {
  const { authoring } = words;
  switch (left.kind) {
    case 'skipped':
      return lineAt(words, left.skipped.where, skippedLine(words, left.skipped.why));
    case 'twin':
      return lineAt(words, left.where, authoring.why.twin(plain(left.of)));
    case 'faulty':
      return lineAt(
        words,
        left.where,
        left.faults
          .slice(0, 3)
          .map((fault) => faultLine(words, fault))
          .join('; '),
      );
  }
}

function lineAt({ authoring }: Words, { item, line, name }: Where, what: string): string {
  const parts = [
    item !== undefined && authoring.where.item(item),
    line !== undefined && authoring.where.line(line),
    name !== undefined && plain(name.slice(0, 40)),
  ].filter((part) => part !== false);
  return `-# **${parts.join(', ')}**: ${what}`;
}

function skippedLine({ authoring: { why: words } }: Words, why: SkippedWhy): string {
  switch (why.kind) {
    case 'no-choice':
      return words['no-choice'](plain(why.type.slice(0, 40)));
    case 'bad-key':
      return words['bad-key'](plain(why.has));
    case 'malformed':
      return words.malformed(plain(why.detail.slice(0, 120)));
    default:
      return words[why.kind];
  }
}

function remarkLine({ authoring: { remark } }: Words, what: Remark['what']): string {
  switch (what.kind) {
    case 'partial-credit':
      return remark['partial-credit'](Math.round(what.percent));
    case 'picture-as-link':
      return remark['picture-as-link'];
    case 'unknown-columns':
      return remark['unknown-columns'](what.columns.map((column) => plain(column.slice(0, 40))));
  }
}

export function unreadableLine(
  { authoring: { unreadable } }: Words,
  why: Unreadable | { kind: 'overloaded' | 'not-fetched' },
): string {
  switch (why.kind) {
    case 'broken':
      return unreadable.broken(why.line, plain(why.detail));
    case 'missing-columns':
      return unreadable['missing-columns'](why.columns);
    case 'too-many':
      return unreadable['too-many'](why.limit);
    default:
      return unreadable[why.kind];
  }
}

export type ShownExport = {
  name: string;
  format: string;
  questions: number;
  losses: readonly Loss[];
  file: { name: string; data: Uint8Array };
};

export function showExport(words: Words, { name, format, questions, losses, file }: ShownExport): Message {
  const { authoring } = words;
  const lines = lossLines(words, losses);
  const shown = card(RIGHT, [
    text(authoring.exported(plain(name), format, questions)),
    lines.length === 0
      ? text(`-# ${authoring.lossNone}`)
      : text(authoring.lossTitle, ...lines.map((line) => `- ${line}`)),
    fileLine(file.name),
  ]);
  return { ...shown, files: [file] };
}

function lossLines({ authoring }: Words, losses: readonly Loss[]): string[] {
  const fields = losses.flatMap((loss) =>
    loss.kind === 'field' ? [authoring.loss[loss.field](loss.items)] : [],
  );
  const leftOut = (['several-right', 'too-many-options'] as const).flatMap((why) => {
    const count = losses.filter((loss) => loss.kind === 'left-out' && loss.why === why).length;
    return count > 0 ? [authoring.leftOut[why](count)] : [];
  });
  const cuts = Map.groupBy(
    losses.filter((loss) => loss.kind === 'cut'),
    ({ limit }) => limit,
  );
  return [...fields, ...leftOut, ...[...cuts].map(([limit, all]) => authoring.cut(all.length, limit))];
}
