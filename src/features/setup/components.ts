// The controls of the set-up screen: each acts at once and shows the screen as it is then.
import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { requireManageServer } from '#bot/permission.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSetup, readSetup } from './actions.ts';
import { silenceIn } from './pinging.commands.ts';
import type { Notice, SetupChanges } from './rules.ts';
import { queueTest } from './test-post.actions.ts';
import {
  type Control,
  controls,
  showNotice,
  showSetup,
  showSwitched,
  TYPED,
  timeModal,
  zoneModal,
} from './view.ts';

const setup: Component = {
  name: 'setup',
  defer: 'none',
  async run(app, { interaction, args }) {
    requireManageServer(interaction);
    const control = controls.find((known) => known === args[0]);
    if (!control) throw new Refusal({ kind: 'outdated-component' });
    if (control === 'zone' || control === 'time') return openModal(app, interaction, control);
    if (control === 'notice') return switchFromNotice(app, interaction, args[1] ?? '');
    return showAgain(app, interaction, await act(app, interaction, { control, arg: args[1] ?? '' }));
  },
};

export const components: readonly Component[] = [setup];

async function openModal(
  app: BotApp,
  { guildId }: ComponentInteraction,
  control: 'zone' | 'time',
): Promise<Answer> {
  const { server, schedules } = await readSetup(app, { serverId: guildId });
  return {
    kind: 'modal',
    modal: control === 'zone' ? zoneModal(server.zone) : timeModal(schedules[0]?.time ?? ''),
  };
}

type Pressed = { control: Exclude<Control, 'zone' | 'time' | 'notice'>; arg: string };

async function act(
  app: BotApp,
  interaction: ComponentInteraction,
  { control, arg }: Pressed,
): Promise<Notice[]> {
  if (control === 'test') return [await queueTest(app, whoOf(interaction))];
  const changes =
    control === 'switch' ? await switchTo(app, interaction, arg) : changesOf(interaction, control);
  if (changes === null) return [{ kind: 'channel-kept' }];
  return changeSetup(app, { ...whoOf(interaction), changes });
}

/** Null when the channel was cleared: that alone must not end anything. */
function changesOf(
  interaction: ComponentInteraction,
  control: Exclude<Pressed['control'], 'test' | 'switch'>,
): SetupChanges | null {
  switch (control) {
    case 'edition':
      return { edition: chosen(interaction) ?? '' };
    case 'zone-typed':
      return { zone: typed(interaction) };
    case 'time-typed':
      return { time: typed(interaction) };
    case 'channel': {
      const channelId = chosen(interaction);
      return channelId === null ? null : { channelId };
    }
    case 'role': {
      const roleId = chosen(interaction);
      // The role that everybody has carries the server's own id.
      return { roleId: roleId === interaction.guildId ? null : roleId };
    }
  }
}

async function switchTo(
  app: BotApp,
  { guildId }: ComponentInteraction,
  editionId: string,
): Promise<SetupChanges> {
  const { server } = await readSetup(app, { serverId: guildId });
  return { edition: `${server.exam}/${editionId}` };
}

/** On the public notice: the message itself says that it is done, and by whom. An old notice switches nothing back. */
async function switchFromNotice(
  app: BotApp,
  interaction: ComponentInteraction,
  editionId: string,
): Promise<Answer> {
  const { server, edition, successor } = await readSetup(app, { serverId: interaction.guildId });
  if (successor?.id !== editionId) {
    const kept: Notice = { kind: 'edition-kept', code: edition?.code ?? server.edition };
    return { kind: 'reply', private: true, message: showNotice(kept) };
  }
  await changeSetup(app, { ...whoOf(interaction), changes: { edition: `${server.exam}/${editionId}` } });
  return { kind: 'update', message: showSwitched(successor, interaction.user.id) };
}

async function showAgain(app: BotApp, interaction: ComponentInteraction, notices: Notice[]): Promise<Answer> {
  const state = await readSetup(app, { serverId: interaction.guildId });
  const shown = { notices, now: app.clock.now(), isRoleSilent: silenceIn(interaction) };
  return { kind: 'update', message: showSetup(state, shown) };
}

function chosen(interaction: ComponentInteraction): string | null {
  return interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
}

function typed(interaction: ComponentInteraction): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(TYPED) : '';
}

function whoOf({ guildId, user }: ComponentInteraction) {
  return { serverId: guildId, memberId: user.id };
}
