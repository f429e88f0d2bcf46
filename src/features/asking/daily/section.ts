// The question of the day as a part of a server's set-up.

import type { BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { pauseSchedule, resumeSchedule } from './actions.ts';
import { CHANNEL_TYPES } from './definition.ts';
import { queueTest } from './extra.actions.ts';
import { dailyLine, OTHER_TIME, sectionControls, TYPED, timeModal } from './line.view.ts';
import { checkSchedules } from './looking.actions.ts';
import type { SectionOutcome } from './outcome.rules.ts';
import { mayChooseRole, silenceIn, withRoles } from './pinging.ts';
import { changeFirst, firstChannel, moveZone, readSection, type SectionChanges } from './section.actions.ts';
import { loggedParts, outcomeSentence } from './section.view.ts';

export const section: SetupSection = {
  name: 'daily',
  isOptional: false,
  controls: sectionControls,
  options: [
    { type: 7, ...named(({ daily }) => daily.setup.option.channel), channel_types: CHANNEL_TYPES },
    { type: 3, ...named(({ daily }) => daily.setup.option.time), max_length: 20 },
    { type: 8, ...named(({ daily }) => daily.setup.option.role) },
  ],
  async line(app, interaction) {
    const { server } = await readSection(app, { serverId: requireServer(interaction) });
    const found = await checkSchedules(app, { serverId: server.id });
    await app.channels.know(server.id);
    const schedules = withRoles(
      interaction,
      found.map(({ schedule }) => schedule),
    );
    const checked = found.map((each, index) => ({ ...each, schedule: schedules[index] ?? each.schedule }));
    const now = app.clock.now();
    return dailyLine({ zone: server.zone, checked, now, isRoleSilent: silenceIn(interaction) });
  },
  async change(app, interaction) {
    const changes = changesOf(interaction);
    if (Object.keys(changes).length === 0) return [];
    const outcome = await changeOrRefuse(app, interaction, changes);
    return [{ sentence: said(outcome), isRefused: outcome.kind !== 'daily-saved' }];
  },
  async press(app, interaction, control) {
    // The button of older screens opens the form at once.
    if (control === 'time' && timeOf(interaction) === null) {
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

async function act(app: BotApp, interaction: ComponentInteraction, control: string): Promise<SectionOutcome> {
  const who = actorIn(interaction);
  if (control === 'test') return queueTest(app, { ...who, pressId: interaction.id });
  if (control === 'pause' || control === 'resume') {
    const channelId = await firstChannel(app.db, who.serverId);
    if (channelId === null) return { kind: 'channel-first' };
    const change = control === 'pause' ? pauseSchedule : resumeSchedule;
    return change(app, { ...who, channelId, hereId: channelId });
  }
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
    await app.channels.know(who.serverId);
    const channelId = changes.channelId ?? (await firstChannel(app.db, who.serverId));
    if (!mayChooseRole(interaction, { roleId, channelId })) return { kind: 'role-refused', roleId };
  }
  return changeFirst(app, { ...who, changes });
}

/** Null for what is to be typed. */
function timeOf(interaction: ComponentInteraction): string | null {
  const [chosen] = interaction.isAnySelectMenu() ? interaction.values : [];
  return chosen === undefined || chosen === OTHER_TIME ? null : chosen;
}

/** Null when the channel was cleared: that alone must not end anything. */
function pressedChanges(interaction: ComponentInteraction, control: string): SectionChanges | null {
  const chosen = interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
  switch (control) {
    case 'time-typed':
      return { time: interaction.isModalSubmit() ? interaction.fields.getTextInputValue(TYPED) : '' };
    case 'time':
      return { time: timeOf(interaction) ?? '' };
    case 'weekdays':
      return { weekdays: chosen ?? '' };
    case 'no-ping':
      return { roleId: null };
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
