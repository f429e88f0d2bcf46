// /question import and export.
import type { Attachment } from 'discord.js';
import type { Answer, BotApp, CommandInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { ownExamId } from '#content/own-pack.ts';
import type { FormatId } from '#formats/item.ts';
import { aboutFormat } from '#formats/list.ts';
import { exportPack } from './export.actions.ts';
import { fetchFile } from './fetching.ts';
import { fileForm } from './forms.view.ts';
import { tryImport } from './import.actions.ts';
import { showExport, showRun, unreadableLine } from './import.view.ts';
import { line, notChosenLine } from './lines.ts';
import { choosePack } from './packs.actions.ts';

/** With a file at once; without one a form asks for it. */
export async function bring(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const file = options.getAttachment('file');
  const format = options.getString('format');
  const typed = options.getString('pack');
  if (file) return planFile(app, { ...actorIn(interaction), file, typed, format });
  const { serverId } = actorIn(interaction);
  const pack = typed === null ? null : await choosePack(app, { serverId, typed });
  if (pack && 'kind' in pack) return line((words) => notChosenLine(words, pack));
  return { kind: 'modal', modal: (words) => fileForm(words, { format, pack: pack?.name ?? '' }) };
}

type Brought = {
  serverId: string;
  memberId: string;
  file: Attachment;
  typed: string | null;
  format: string | null;
};

/** What would happen, shown before anything does. */
export async function planFile(
  app: BotApp,
  { serverId, memberId, file, typed, format }: Brought,
): Promise<Answer> {
  const pack = typed === null || typed === '' ? null : await choosePack(app, { serverId, typed });
  if (pack && 'kind' in pack) return line((words) => notChosenLine(words, pack));
  const fetched = await fetchFile(file);
  if (fetched.kind === 'not-fetched') return line((words) => unreadableLine(words, { kind: 'not-fetched' }));
  if (fetched.kind === 'too-large') return line((words) => words.authoring.unreadable['too-large']);
  const known = format === null ? null : aboutFormat(format);
  const upload = { name: file.name, bytes: fetched.bytes, format: known?.id ?? null };
  const run = await tryImport(app, { serverId, memberId, pack, file: upload });
  if (run.kind === 'unreadable') return line((words) => unreadableLine(words, run.why));
  if (run.kind === 'overloaded') return line((words) => unreadableLine(words, run));
  return { kind: 'reply', private: true, message: (words) => showRun(words, run) };
}

export async function take(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const serverId = requireServer(interaction);
  const pack = await choosePack(app, { serverId, typed: options.getString('pack') });
  if ('kind' in pack) return line((words) => notChosenLine(words, pack));
  if (pack.id === null) return line((words) => words.authoring.notChanged['no-such-pack']);
  // safe: the choices of the option
  const format = options.getString('format', true) as FormatId;
  const exported = await exportPack(app, { exam: ownExamId(pack.id), format });
  if (exported.kind === 'empty-pack') return line((words) => words.authoring.emptyPack);
  if (exported.kind === 'no-such-pack') return line((words) => words.authoring.notChanged['no-such-pack']);
  return { kind: 'reply', private: true, message: (words) => showExport(words, exported) };
}
