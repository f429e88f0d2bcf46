// People and channels by the names one types: "ada", "#daily".
import { refuseAct } from '../acting/refusal.ts';
import { CHANNEL_TYPE, type Channel, type Message, type User } from '../model.ts';
import { can, isThread, type Platform, permissionsIn } from '../platform.ts';
import { directChannelWith } from '../routes/users.ts';
import { compareIds } from '../snowflake.ts';

export function findUser(platform: Platform, text: string): User {
  const known = platform.world.accounts.get(text)?.user;
  if (known && !known.bot) return known;
  const wanted = text.replace(/^@/, '').toLowerCase();
  const users = [...platform.world.accounts.values()]
    .map((account) => account.user)
    .filter((user) => !user.bot);
  const found = users.find((user) =>
    [user.id, user.username, user.global_name?.toLowerCase()].includes(wanted),
  );
  if (found) return found;
  const names = users.map((user) => user.username).join(', ');
  return refuseAct(`There is no member "${text}". There are: ${names}`);
}

/**
 * By id or name, "dm" for direct messages with the bot, "Another server#general" for one server's; without a text the
 * channel last used, else the first one that is seen.
 */
export function findPlace(platform: Platform, userId: string, text: string): Channel {
  // By id without a look at all the others: load tests ask thousands of times.
  const known = platform.world.channels.get(text);
  if (known && can(permissionsIn(platform, known, userId), 'VIEW_CHANNEL')) return known;
  if (text.toLowerCase() === 'dm') return directChannelWith(platform, userId);
  const visible = visibleChannels(platform, userId);
  if (text === '') {
    const last = visible.find((channel) => channel.id === platform.lastChannels.get(userId));
    return last ?? visible[0] ?? refuseAct('This member sees no channel.');
  }
  const found = findByName(platform, visible, text.toLowerCase());
  if (found) return found;
  const names = visible.map((channel) => nameInFull(platform, channel)).join(', ');
  return refuseAct(`This member sees no channel "${text}". There are: ${names}`);
}

/** Of several the newest, but one in a server with the bot before others. */
function findByName(platform: Platform, visible: Channel[], text: string): Channel | undefined {
  const wanted = text.replace(/^#/, '');
  const matches = visible.filter((each) => each.id === wanted || each.name?.toLowerCase() === wanted);
  const near = matches.findLast((each) => !isForeign(platform, each)) ?? matches.at(-1);
  if (near) return near;
  const inFull = (each: Channel) => nameInFull(platform, each).toLowerCase();
  const serverOf = ({ guild_id = '' }: Channel) => platform.world.guilds.get(guild_id)?.name.toLowerCase();
  return visible.find((each) => inFull(each) === text) ?? visible.find((each) => serverOf(each) === text);
}

function isForeign({ world }: Platform, { guild_id }: Channel): boolean {
  return guild_id !== undefined && world.guilds.get(guild_id)?.has_bot !== true;
}

/** As one would type it: "#daily", "Another server#general", "dm", the name of a group. */
function nameInFull(platform: Platform, channel: Channel): string {
  const { guild_id = '', name = channel.id, type } = channel;
  if (type === CHANNEL_TYPE.dm) return 'dm';
  if (type === CHANNEL_TYPE.group) return name;
  const server = isForeign(platform, channel) ? platform.world.guilds.get(guild_id)?.name : '';
  return `${server ?? ''}#${name}`;
}

/** "@ada" becomes a mention, as it does when one picks a name in Discord's input. */
export function linkMentions(platform: Platform, text: string): string {
  const users = [...platform.world.accounts.values()].map((account) => account.user);
  return text.replace(/(?<!\S)@([a-z0-9._]+)/gi, (whole, name: string) => {
    const user = users.find((each) => each.username.toLowerCase() === name.toLowerCase());
    return user ? `<@${user.id}>` : whole;
  });
}

/** Channels of servers with the bot first, in their order, then threads and direct messages, then other servers'. */
export function visibleChannels(platform: Platform, userId: string): Channel[] {
  const all = [...platform.world.channels.values()];
  const visible = all.filter((channel) => can(permissionsIn(platform, channel, userId), 'VIEW_CHANNEL'));
  const far = (channel: Channel) => Number(isForeign(platform, channel));
  const place = ({ position = 1e6 }: Channel) => position;
  return visible.sort((a, b) => far(a) - far(b) || place(a) - place(b) || compareIds(a.id, b.id));
}

/** The threads of a channel that a member sees. */
export function visibleThreads(platform: Platform, userId: string, channel: Channel): Channel[] {
  return visibleChannels(platform, userId).filter((each) => each.parent_id === channel.id && isThread(each));
}

/** What a member sees in a channel and its threads, in order. */
export function seenWithThreads(platform: Platform, userId: string, channel: Channel): Message[] {
  return seenIn(platform, userId, [channel, ...visibleThreads(platform, userId, channel)]);
}

/** What a member sees in these places and nowhere else, in order. */
export function seenIn(platform: Platform, userId: string, places: readonly Channel[]): Message[] {
  const logs = places.flatMap(({ id }) => platform.world.logs.get(id) ?? []);
  const all = logs.sort(compareIds).map((id) => platform.world.messages.get(id));
  const present = all.filter((stored) => stored !== undefined);
  return present
    .filter((stored) => stored.visibleTo === null || (stored.visibleTo === userId && !stored.dismissed))
    .map((stored) => stored.message);
}
