// /question import and export.
import type { Answer, BotApp, CommandInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { ownExamId } from '#content/own-pack.ts';
import type { FormatId } from '#formats/item.ts';
import { exportPack } from './export.actions.ts';
import { fetchFile } from './fetching.ts';
import { tryImport } from './import.actions.ts';
import { showExport, showRun, unreadableLine } from './import.view.ts';
import { line, notChosenLine } from './lines.ts';
import { choosePack } from './packs.actions.ts';

export async function bring(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const { serverId, memberId } = actorIn(interaction);
  const file = options.getAttachment('file', true);
  const typed = options.getString('pack');
  const pack = typed === null ? null : await choosePack(app, { serverId, typed });
  if (pack && 'kind' in pack) return line((words) => notChosenLine(words, pack));
  const fetched = await fetchFile(file);
  if (fetched.kind === 'not-fetched') return line((words) => unreadableLine(words, { kind: 'not-fetched' }));
  if (fetched.kind === 'too-large') return line((words) => words.authoring.unreadable['too-large']);
  // safe: the choices of the option
  const format = options.getString('format') as FormatId | null;
  const upload = { name: file.name, bytes: fetched.bytes, format };
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
