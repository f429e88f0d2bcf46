// The summary of the week as a part of a server's set-up.

import type { BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { actorIn, requireServer } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import { faultOf } from '#features/people/server/rules.ts';
import type { Sentence, SetupSection } from '#features/people/server/section.ts';
import { Refusal } from '#lib/refusal.ts';
import { chooseDigest, findSetting, moveZone, type Wish } from './actions.ts';
import { HOURS, WEEKDAYS } from './rules.ts';
import {
  type DigestNotice,
  digestControls,
  digestLine,
  digestSentence,
  loggedDigest,
} from './section.view.ts';

type Interaction = CommandInteraction | ComponentInteraction;

export const section: SetupSection = {
  name: 'digest',
  isOptional: true,
  controls: digestControls,
  options: [
    { type: 7, ...named(({ digest }) => digest.option.channel), channel_types: [0, 5] },
    {
      type: 4,
      ...named(({ digest }) => digest.option.day),
      choices: WEEKDAYS.map((day) => choice(day, ({ forms }) => forms.weekday(day))),
    },
    { type: 4, ...named(({ digest }) => digest.option.hour), min_value: 0, max_value: 23 },
  ],
  async line(app, interaction) {
    const serverId = requireServer(interaction);
    const set = await findSetting(app, serverId);
    if (!set) return digestLine(null);
    const { channelId } = set;
    const lacking = await app.channels.missingPermissions({ serverId, channelId, need: 'post' });
    return digestLine({ ...set, lacking });
  },
  async change(app, interaction) {
    const { options } = interaction;
    const [channel, day, hour] = [
      options.getChannel('digest'),
      options.getInteger('digest-day'),
      options.getInteger('digest-hour'),
    ];
    if (!channel && day === null && hour === null) return [];
    const wish: Wish = {
      ...(channel ? { channelId: channel.id } : {}),
      ...(day === null ? {} : { weekday: day }),
      ...(hour === null ? {} : { hour }),
    };
    const notice = await choose(app, interaction, wish);
    return [{ sentence: said(notice), isRefused: notice.kind !== 'on' }];
  },
  async press(app, interaction, control) {
    const chosen = interaction.isAnySelectMenu() ? (interaction.values[0] ?? null) : null;
    const notice = await choose(app, interaction, wishOf(control, chosen));
    return { kind: 'notices', notices: [said(notice)] };
  },
  async zoneMoved(tx, { serverId, after, now }) {
    const isOn = await moveZone(tx, { serverId, zone: after, now });
    return isOn ? ({ digest }) => digest.zoneFollows : null;
  },
  noticeChannel: async () => null,
  logged: loggedDigest,
};

function wishOf(control: string, chosen: string | null): Wish {
  if (control === 'digest') return { channelId: chosen };
  const isDay = control === 'digest-day';
  // A press need not come from our menu.
  const number = (isDay ? WEEKDAYS : HOURS).find((known) => String(known) === chosen);
  if (number === undefined) throw new Refusal({ kind: 'outdated-component' });
  return isDay ? { weekday: number } : { hour: number };
}

/** Nothing is set where it could not be posted: nobody would notice for a week. */
async function choose(app: BotApp, interaction: Interaction, wish: Wish): Promise<DigestNotice> {
  const who = actorIn(interaction);
  const { channelId } = wish;
  if (channelId) {
    const lacking = await app.channels.missingPermissions({ ...who, channelId, need: 'post' });
    const fault = faultOf(channelId, lacking);
    if (fault) return fault;
  }
  return chooseDigest(app, { ...who, ...wish });
}

function said(notice: DigestNotice): Sentence {
  return (words) => digestSentence(words, notice);
}
