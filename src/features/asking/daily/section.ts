// The question of the day as a part of a server's set-up.

import type { BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { CHANNEL_TYPES } from './definition.ts';
import { queueTest } from './extra.actions.ts';
import { checkSchedules } from './looking.actions.ts';
import type { SectionOutcome } from './outcome.rules.ts';
import { mayChooseRole, silenceIn, withRoles } from './pinging.ts';
import { changeFirst, firstChannel, moveZone, readSection, type SectionChanges } from './section.actions.ts';
import {
  loggedParts,
  outcomeSentence,
  screenParts,
  sectionControls,
  statusParts,
  TYPED,
  timeModal,
} from './section.view.ts';

export const section: SetupSection = {
  controls: sectionControls,
  options: [
    { type: 7, ...named(({ daily }) => daily.setup.option.channel), channel_types: CHANNEL_TYPES },
    { type: 3, ...named(({ daily }) => daily.setup.option.time), max_length: 20 },
    { type: 8, ...named(({ daily }) => daily.setup.option.role) },
  ],
  async screen(app, interaction) {
    const { schedules } = await readSection(app, { serverId: requireServer(interaction) });
    const shown = {
      schedules: withRoles(interaction, schedules),
      now: app.clock.now(),
      isRoleSilent: silenceIn(interaction),
    };
    return (words) => screenParts(words, shown);
  },
  async status(app, interaction) {
    const found = await checkSchedules(app, { serverId: requireServer(interaction) });
    const schedules = withRoles(
      interaction,
      found.map(({ schedule }) => schedule),
    );
    const checked = found.map((each, index) => ({ ...each, schedule: schedules[index] ?? each.schedule }));
    const shown = { checked, now: app.clock.now(), isRoleSilent: silenceIn(interaction) };
    return (words) => statusParts(words, shown);
  },
  async change(app, interaction) {
    const changes = changesOf(interaction);
    if (Object.keys(changes).length === 0) return [];
    const outcome = await changeOrRefuse(app, interaction, changes);
    return [{ sentence: said(outcome), isRefused: outcome.kind !== 'daily-saved' }];
  },
  async press(app, interaction, control) {
    if (control === 'time') {
      const { schedules } = await readSection(app, { serverId: requireServer(interaction) });
      return { kind: 'modal', modal: (words) => timeModal(words, schedules[0]?.time ?? '') };
    }
    return { kind: 'notices', notices: [said(await act(app, interaction, control))] };
  },
  async zoneMoved(tx, moved) {
    const count = await moveZone(tx, moved);
    return count > 0 ? ({ daily }) => daily.setup.zoneFollows : null;
  },
  noticeChannel: firstChannel,
  logged: loggedParts,
};

function act(app: BotApp, interaction: ComponentInteraction, control: string): Promise<SectionOutcome> {
  if (control === 'test') return queueTest(app, { ...actorIn(interaction), pressId: interaction.id });
  const changes = pressedChanges(interaction, control);
  return changes ? changeOrRefuse(app, interaction, changes) : Promise.resolve({ kind: 'channel-kept' });
}

async function changeOrRefuse(
  app: BotApp,
  interaction: CommandInteraction | ComponentInteraction,
  changes: SectionChanges,
): Promise<SectionOutcome> {
  const { roleId } = changes;
  const who = actorIn(interaction);
  if (roleId) {
    const channelId = changes.channelId ?? (await firstChannel(app.db, who.serverId));
    if (!mayChooseRole(interaction, { roleId, channelId })) return { kind: 'role-refused', roleId };
  }
  return changeFirst(app, { ...who, changes });
}

/** Null when the channel was cleared: that alone must not end anything. */
function pressedChanges(interaction: ComponentInteraction, control: string): SectionChanges | null {
  const chosen = interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
  switch (control) {
    case 'time-typed':
      return { time: interaction.isModalSubmit() ? interaction.fields.getTextInputValue(TYPED) : '' };
    case 'role':
      // The role that everybody has carries the server's own id.
      return { roleId: chosen === requireServer(interaction) ? null : chosen };
    default:
      return chosen === null ? null : { channelId: chosen };
  }
}

function changesOf(interaction: CommandInteraction): SectionChanges {
  const { options } = interaction;
  const channel = options.getChannel('channel');
  const time = options.getString('time');
  const role = options.getRole('role');
  return {
    ...(channel ? { channelId: channel.id } : {}),
    ...(time === null ? {} : { time }),
    ...(role ? { roleId: role.id === requireServer(interaction) ? null : role.id } : {}),
  };
}

function said(outcome: SectionOutcome): Sentence {
  return (words) => outcomeSentence(words, outcome);
}
