// What a member reads about their own data.
import {
  button,
  buttons,
  card,
  divider,
  fileLine,
  linkButton,
  type Message,
  plain,
  text,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Links } from '#bot/feature.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import type { Words } from '#words/words.ts';
import type { Counted } from './rules.ts';

const ACCENT = 0x56b4e9;
const DANGER = 0xc8503c;
const FILE = 'cohort-data.zip';

export function showOwnData(words: Words, counted: readonly Counted[], links: Links): Message {
  const { privacy } = words;
  const lines = counted.map(({ table, rows }) => privacy.line(tableName(words, table), rows));
  return card(ACCENT, [
    text(`### ${privacy.title}`, ...(lines.length > 0 ? lines : [privacy.nothing])),
    divider(),
    text(privacy.howLong, privacy.others),
    text(`-# ${privacy.commands}`),
    ...linkRow(words, links),
  ]);
}

export function showExport({ privacy }: Words, archive: Uint8Array): Message {
  return {
    ...card(ACCENT, [text(`### ${privacy.exported}`, privacy.exportHow), fileLine(FILE)]),
    files: [{ name: FILE, data: archive }],
  };
}

export function askDelete(words: Words, counted: readonly Counted[]): Message {
  const { privacy } = words;
  const lines = counted.map(({ table, rows }) => privacy.line(tableName(words, table), rows));
  return card(DANGER, [
    text(`### ${privacy.deleteTitle}`, ...(lines.length > 0 ? lines : [privacy.nothing])),
    divider(),
    text(privacy.deleteMeans, privacy.deleteStays),
    buttons(button(customId('privacy', 1, 'delete'), privacy.deleteNow, { style: 'danger' })),
    text(`-# ${privacy.deleteKeep}`),
  ]);
}

export function showDeleted({ privacy }: Words): Message {
  return card(ACCENT, [text(`### ${privacy.deleted}`, privacy.deletedAfter)]);
}

export function showVisibility({ settings }: Words, visibility: Visibility): Message {
  const { saved, visibilityMeans } = settings;
  return card(ACCENT, [text(saved.visibility(settings.visibility[visibility], visibilityMeans[visibility]))]);
}

/** The direct message to a member who has been away for two years. */
export function showAbsent({ privacy }: Words, deletedAt: Date): Message {
  return card(ACCENT, [
    text(`### ${privacy.absent.title}`, privacy.absent.when(timestamp(deletedAt, 'D')), privacy.absent.how),
  ]);
}

/** A table in words; its name where nobody gave it any. */
function tableName({ privacy }: Words, table: string): string {
  return privacy.tables[table] ?? plain(table.replaceAll('_', ' '));
}

function linkRow({ help }: Words, { privacy, terms }: Links) {
  const row = [
    ...(privacy ? [linkButton(privacy, help.privacyNotice)] : []),
    ...(terms ? [linkButton(terms, help.terms)] : []),
  ];
  return row.length > 0 ? [buttons(...row)] : [];
}
