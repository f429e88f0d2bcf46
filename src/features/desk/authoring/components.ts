// The forms, buttons and menus of writing and importing.

import { customId } from '#bot/custom-id.ts';
import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import { type OwnStatus, ownStatuses } from '#features/record/question/rules.ts';
import { Refusal } from '#lib/refusal.ts';
import { edit, preview } from './commands.ts';
import { fileComponents } from './files.components.ts';
import { keyForm, textForm } from './forms.view.ts';
import { line } from './lines.ts';
import { listOwn, lookAtQuestion } from './listing.actions.ts';
import { showListing } from './listing.view.ts';
import { fieldsOf, own, type Press, requireReview } from './pressed.ts';
import { linesOf, reasonsOf, type Writing, withoutLetters } from './rules.ts';
import { tellAuthor } from './telling.ts';
import { notChangedLine, showDraft, showLine, showOwn } from './view.ts';
import {
  changeStatus,
  type DraftScreen,
  dropDraft,
  type Gone,
  lookAtDraft,
  submitDraft,
  writeDraft,
} from './writing.actions.ts';

function shown(screen: DraftScreen | Gone, kind: 'reply' | 'update'): Answer {
  const message: Extract<Answer, { kind: 'update' }>['message'] = (words) =>
    screen.kind === 'draft' ? showDraft(words, screen) : showLine(words.authoring.draftGone);
  return kind === 'reply' ? { kind, private: true, message } : { kind, message };
}

/** A form that a command opened is answered by a message, one that a screen opened replaces it. */
function isOnScreen(interaction: ComponentInteraction): boolean {
  return interaction.isModalSubmit() && interaction.isFromMessage();
}

async function write(app: BotApp, press: Press, change: Partial<Writing>): Promise<Answer> {
  const screen = await writeDraft(app, { ...own(press), change });
  return shown(
    screen,
    press.interaction.isModalSubmit() && !isOnScreen(press.interaction) ? 'reply' : 'update',
  );
}

const textSent: Component = {
  name: 'qtextform',
  defer: 'none',
  async run(app, press) {
    const fields = fieldsOf(press);
    const options = withoutLetters(linesOf(fields.getTextInputValue('options')));
    return write(app, press, { stem: fields.getTextInputValue('stem'), options });
  },
};

const keySent: Component = {
  name: 'qkeyform',
  defer: 'none',
  async run(app, press) {
    const fields = fieldsOf(press);
    const screen = await lookAtDraft(app, own(press));
    const options = screen.kind === 'draft' ? screen.draft.writing.options.length : 0;
    return write(app, press, {
      key: fields.getStringSelectValues('key').map(Number),
      reasons: reasonsOf(fields.getTextInputValue('reasons'), options),
      takeaway: fields.getTextInputValue('takeaway'),
      references: linesOf(fields.getTextInputValue('references')),
    });
  },
};

function opens(name: string, form: 'text' | 'key'): Component {
  return {
    name,
    defer: 'none',
    async run(app, press) {
      const screen = await lookAtDraft(app, own(press));
      if (screen.kind !== 'draft') return shown(screen, 'update');
      const { id, writing } = screen.draft;
      return {
        kind: 'modal',
        modal: (words) =>
          form === 'text'
            ? textForm(words, customId('qtextform', 1, id), writing)
            : keyForm(words, id, writing),
      };
    },
  };
}

function chooses(name: string, read: (value: string) => Partial<Writing>): Component {
  return {
    name,
    defer: 'none',
    async run(app, press) {
      const { interaction } = press;
      if (!interaction.isStringSelectMenu()) throw new Refusal({ kind: 'outdated-component' });
      return write(app, press, read(interaction.values[0] ?? ''));
    },
  };
}

const save: Component = {
  name: 'qsave',
  defer: 'none',
  async run(app, press) {
    const saved = await submitDraft(app, own(press));
    if (saved.kind === 'draft' || saved.kind === 'draft-gone') return shown(saved, 'update');
    return {
      kind: 'update',
      message: (words) =>
        showLine(
          saved.kind === 'saved'
            ? words.authoring.saved[saved.intent](saved.packName, saved.id)
            : notChangedLine(words, saved),
        ),
    };
  },
};

const drop: Component = {
  name: 'qdrop',
  defer: 'none',
  async run(app, press) {
    await dropDraft(app, own(press));
    return { kind: 'update', message: (words) => showLine(words.authoring.cancelled) };
  },
};

const FROM: Readonly<Record<OwnStatus, readonly OwnStatus[]>> = {
  live: ['retired', 'suggested', 'declined'],
  retired: ['live'],
  declined: ['suggested'],
  suggested: [],
};

const move: Component = {
  name: 'qmove',
  defer: 'none',
  async run(app, { interaction, args: [packId = '0', id = '', said = ''] }) {
    await requireReview(app, interaction);
    const to = ownStatuses.find((status) => status === said);
    if (!to) throw new Refusal({ kind: 'outdated-component' });
    const which = { serverId: requireServer(interaction), packId: Number(packId), id };
    const before = await lookAtQuestion(app, which);
    const moved = await changeStatus(app, { ...which, to, from: FROM[to] });
    if (moved.kind !== 'moved') return line((words) => notChangedLine(words, moved));
    await app.channels.know(which.serverId);
    if (before?.status === 'suggested')
      await tellAuthor(app, { ...which, ...moved, server: interaction.guild?.name ?? '' });
    const after = await lookAtQuestion(app, which);
    return {
      kind: 'update',
      message: (words) =>
        after ? showOwn(words, after, true) : showLine(words.authoring.moved[to](moved.title)),
    };
  },
};

const change: Component = {
  name: 'qedit',
  defer: 'none',
  async run(app, { interaction, args: [packId = '0', id = ''] }) {
    await requireReview(app, interaction);
    return edit(app, interaction, { packId: Number(packId), id });
  },
};

/** On the card of a channel, which stays as it is. */
const open: Component = {
  name: 'qopen',
  defer: 'none',
  async run(app, { interaction, args: [packId = '0', id = ''] }) {
    await requireReview(app, interaction);
    return preview(app, interaction, { packId: Number(packId), id });
  },
};

const look: Component = {
  name: 'qlook',
  defer: 'none',
  async run(app, { interaction }) {
    if (!interaction.isStringSelectMenu()) throw new Refusal({ kind: 'outdated-component' });
    await requireReview(app, interaction);
    const [packId = '0', id = ''] = (interaction.values[0] ?? '').split('/');
    return preview(app, interaction, { packId: Number(packId), id });
  },
};

const turn: Component = {
  name: 'qlist',
  defer: 'none',
  async run(app, { interaction, args: [packId = 'all', said = 'all', page = '0'] }) {
    await requireReview(app, interaction);
    const listing = await listOwn(app, {
      serverId: requireServer(interaction),
      packId: packId === 'all' ? null : Number(packId),
      status: ownStatuses.find((status) => status === said) ?? null,
      page: Number(page) || 0,
    });
    return { kind: 'update', message: (words) => showListing(words, listing) };
  },
};

export const components: readonly Component[] = [
  ...[textSent, keySent, opens('qtext', 'text'), opens('qkey', 'key')],
  chooses('qlevel', (value) => ({ difficulty: value === '1' ? 1 : value === '3' ? 3 : 2 })),
  chooses('qdomain', (domain) => ({ domain })),
  ...[save, drop, move, change, open, look, turn],
  ...fileComponents,
];
