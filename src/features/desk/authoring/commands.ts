// /question, and *Make a question of this* on a message: parse, act, show.
import { shorten } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type {
  Answer,
  BotApp,
  Choice,
  Command,
  CommandInteraction,
  MenuCommand,
  Typing,
  UsedInteraction,
} from '#bot/feature.ts';
import { actorIn, IN_SERVERS, requireServer } from '#bot/ground.ts';
import { namedMenu } from '#bot/localize.ts';
import { requireManageServer } from '#bot/permission.ts';
import { ownExamId, ownPackNumber } from '#content/own-pack.ts';
import { mayReview } from '#features/people/server/reviewers.ts';
import { ownStatuses } from '#features/record/question/rules.ts';
import type { Words } from '#words/words.ts';
import { channelSentence } from './channel.view.ts';
import { questionDefinition } from './definition.ts';
import { bring, take } from './files.commands.ts';
import { textForm } from './forms.view.ts';
import { line, notChosenLine } from './lines.ts';
import { listOwn, lookAtQuestion, suggestQuestions } from './listing.actions.ts';
import { showListing, showPack } from './listing.view.ts';
import { choosePack, listPacks, setPack } from './packs.actions.ts';
import { chooseReviewers } from './reviewers.actions.ts';
import { chooseChannel } from './reviewers.ts';
import { EMPTY, type Writing, writingFromText } from './rules.ts';
import { reviewersSentence } from './section.view.ts';
import { notChangedLine, showOwn } from './view.ts';
import { changeStatus, startDraft, startEdit } from './writing.actions.ts';

/** Modals must be the first answer; files take their time. */
function isSlow({ options }: CommandInteraction): boolean {
  const name = options.getSubcommand();
  return name === 'export' || (name === 'import' && options.getAttachment('file') !== null);
}

const question: Command = {
  group: 'setup',
  data: questionDefinition,
  defer: (interaction) => (isSlow(interaction) ? 'private' : 'none'),
  async run(app, interaction) {
    const name = interaction.options.getSubcommand();
    const act = subcommands[name];
    if (!act) throw new Error(`/question has no ${name}`);
    if (!OPEN.includes(name) && !(await mayReview(app, interaction)))
      return line((words) => words.authoring.mayNot);
    return act(app, interaction);
  },
  complete,
};

const makeOfThis: MenuCommand = {
  data: {
    type: 3,
    ...namedMenu(({ authoring }) => authoring.command.make.name),
    ...IN_SERVERS,
  },
  defer: 'none',
  async run(app, interaction) {
    const intent = (await mayReview(app, interaction)) ? 'add' : 'suggest';
    return begin(app, interaction, {
      typed: null,
      intent,
      writing: writingFromText(interaction.targetMessage.content),
    });
  },
};

export const commands: readonly Command[] = [question];
export const menus: readonly MenuCommand[] = [makeOfThis];

/** What everybody may do. */
const OPEN = ['suggest'];

type Act = (app: BotApp, interaction: CommandInteraction) => Promise<Answer>;

const subcommands: Readonly<Record<string, Act>> = {
  add: (app, interaction) =>
    begin(app, interaction, { typed: interaction.options.getString('pack'), intent: 'add', writing: EMPTY }),
  suggest: (app, interaction) =>
    begin(app, interaction, {
      typed: interaction.options.getString('pack'),
      intent: 'suggest',
      writing: EMPTY,
    }),
  edit: (app, interaction) => edit(app, interaction, whichOf(interaction)),
  retire: (app, interaction) => move(app, interaction, { from: ['live'], to: 'retired' }),
  restore: (app, interaction) => move(app, interaction, { from: ['retired', 'declined'], to: 'live' }),
  preview: (app, interaction) => preview(app, interaction, whichOf(interaction)),
  list,
  pack: set,
  import: bring,
  reviewers,
  export: take,
};

type Beginning = { typed: string | null; intent: 'add' | 'suggest'; writing: Writing };

/** The first form; a draft is made of what comes back. */
async function begin(
  app: BotApp,
  interaction: UsedInteraction,
  { typed, intent, writing }: Beginning,
): Promise<Answer> {
  const { serverId, memberId } = actorIn(interaction);
  const pack = await choosePack(app, { serverId, typed });
  if ('kind' in pack) return line((words) => notChosenLine(words, pack));
  // People suggest to packs that are there.
  if (pack.id === null && intent === 'suggest')
    return line((words) => words.authoring.notChanged['no-such-pack']);
  const screen = await startDraft(app, { serverId, memberId, pack, intent, writing });
  if (screen.kind !== 'draft') return line((words) => words.authoring.tooManySuggestions(screen.limit));
  const id = customId('qtextform', 1, screen.draft.id);
  return { kind: 'modal', modal: (words) => textForm(words, id, writing) };
}

export type Which = { packId: number; id: string };

/** "own-3/q-12", as the list of options says it; nothing of ours where something else was typed. */
function whichOf({ options }: CommandInteraction): Which {
  const [exam = '', id = ''] = options.getString('question', true).trim().split('/');
  return { packId: ownPackNumber(exam) ?? 0, id };
}

export async function edit(app: BotApp, interaction: UsedInteraction, which: Which): Promise<Answer> {
  const screen = await startEdit(app, { ...actorIn(interaction), ...which });
  if (!screen) return line((words) => words.authoring.notChanged['no-such-question']);
  const id = customId('qtextform', 1, screen.draft.id);
  return { kind: 'modal', modal: (words) => textForm(words, id, screen.draft.writing) };
}

async function move(
  app: BotApp,
  interaction: CommandInteraction,
  step: Pick<Parameters<typeof changeStatus>[1], 'from' | 'to'>,
): Promise<Answer> {
  const moved = await changeStatus(app, {
    serverId: requireServer(interaction),
    ...whichOf(interaction),
    ...step,
  });
  return line((words) =>
    moved.kind === 'moved' ? words.authoring.moved[moved.to](moved.title) : notChangedLine(words, moved),
  );
}

export async function preview(app: BotApp, interaction: UsedInteraction, which: Which): Promise<Answer> {
  const shown = await lookAtQuestion(app, { serverId: requireServer(interaction), ...which });
  if (!shown) return line((words) => words.authoring.notChanged['no-such-question']);
  const may = await mayReview(app, interaction);
  return { kind: 'reply', private: true, message: (words) => showOwn(words, shown, may) };
}

async function list(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const serverId = requireServer(interaction);
  const typed = options.getString('pack');
  const pack = typed === null ? null : await choosePack(app, { serverId, typed });
  if (pack && 'kind' in pack) return line((words) => notChosenLine(words, pack));
  if (pack?.id === null) return line((words) => words.authoring.notChanged['no-such-pack']);
  const said = options.getString('status');
  const status = ownStatuses.find((each) => each === said) ?? null;
  const listing = await listOwn(app, { serverId, packId: pack?.id ?? null, status, page: 0 });
  return { kind: 'reply', private: true, message: (words) => showListing(words, listing) };
}

/** What is left out stays; with neither, both are cleared. */
async function reviewers(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  requireManageServer(interaction);
  const role = interaction.options.getRole('role')?.id ?? null;
  const channelId = interaction.options.getChannel('channel')?.id ?? null;
  const isClearing = role === null && channelId === null;
  const said: ((words: Words) => string)[] = [];
  if (role !== null || isClearing) {
    const set = await chooseReviewers(app, { ...actorIn(interaction), role });
    said.push((words) => reviewersSentence(words, set));
  }
  if (channelId !== null || isClearing) {
    const notice = await chooseChannel(app, interaction, channelId);
    if (notice.kind !== 'none' || notice.hadOne) said.push((words) => channelSentence(words, notice));
  }
  return line((words) => said.map((sentence) => sentence(words)).join('\n'));
}

async function set(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const outcome = await setPack(app, {
    ...actorIn(interaction),
    typed: options.getString('name', true),
    newName: options.getString('new-name'),
    domains: options.getString('domains'),
    items: options.getInteger('items'),
    minutes: options.getInteger('minutes'),
    passPercent: options.getInteger('pass'),
  });
  if (outcome.kind === 'pack-set') {
    return { kind: 'reply', private: true, message: (words) => showPack(words, outcome) };
  }
  return line((words) => {
    if (outcome.kind === 'bad-domains') return words.authoring.badDomains(outcome.typed.slice(0, 100));
    if (outcome.kind === 'long-name') return words.authoring.longName(outcome.limit);
    return notChangedLine(words, outcome);
  });
}

async function complete(app: BotApp, { serverId, option, typed }: Typing): Promise<Choice[]> {
  if (serverId === null) return [];
  if (option === 'question') {
    const found = await suggestQuestions(app, { serverId, typed });
    return found.map(({ packId, pack, id, title }) => ({
      name: shorten(`${id} ${title} (${pack})`, 100),
      value: `${ownExamId(packId)}/${id}`,
    }));
  }
  const packs = await listPacks(app, serverId);
  const like = typed.trim().toLowerCase();
  return packs
    .filter(({ name }) => name.toLowerCase().includes(like))
    .map(({ id, name }) => ({ name, value: ownExamId(id) }));
}
