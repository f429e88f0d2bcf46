// Guilds, their channels, roles, members and scheduled events, as the bot reads and changes them.
import { INTENT } from '../announce.ts';
import { refuse } from '../errors.ts';
import { asText, type Json } from '../json.ts';
import { channelPayload, guildChannels, guildPayload, memberPayload } from '../payloads.ts';
import { guildPermissions, PERMISSIONS } from '../permissions.ts';
import { can, isThread, needGuild, needMember, needPermission, type Platform } from '../platform.ts';
import { type Answer, type Call, noContent, ok, param, type Route } from '../router.ts';
import type { ScheduledEvent } from '../world.ts';

const EVENTS = '/guilds/:guild/scheduled-events';

export const guildRoutes: Route[] = [
  { method: 'GET', pattern: '/guilds/:guild', run: show },
  { method: 'GET', pattern: '/guilds/:guild/channels', run: listChannels },
  { method: 'GET', pattern: '/guilds/:guild/roles', run: (call) => ok(guildOf(call).roles) },
  { method: 'GET', pattern: '/guilds/:guild/roles/:role', run: showRole },
  { method: 'GET', pattern: '/guilds/:guild/members/:user', limit: [5, 1], run: showMember },
  { method: 'PUT', pattern: '/guilds/:guild/members/:user/roles/:role', limit: [10, 10], run: addRole },
  { method: 'DELETE', pattern: '/guilds/:guild/members/:user/roles/:role', limit: [10, 10], run: takeRole },
  { method: 'DELETE', pattern: '/users/@me/guilds/:guild', run: leave },
  { method: 'GET', pattern: EVENTS, run: listEvents },
  { method: 'POST', pattern: EVENTS, run: createEvent },
  { method: 'GET', pattern: `${EVENTS}/:event`, run: (call) => ok(needEvent(call)) },
  { method: 'PATCH', pattern: `${EVENTS}/:event`, run: editEvent },
  { method: 'DELETE', pattern: `${EVENTS}/:event`, run: removeEvent },
];

function guildOf(call: Call) {
  return needGuild(call.platform, param(call, 'guild'));
}

function botPermissions(call: Call): bigint {
  const guild = guildOf(call);
  return guildPermissions(guild, needMember(call.platform, guild.id, call.platform.application.botId));
}

function show(call: Call): Answer {
  return ok(guildPayload(call.platform, guildOf(call)));
}

/** All channels, also those the bot cannot see (as Discord does); threads are not among them. */
function listChannels(call: Call): Answer {
  const channels = guildChannels(call.platform, guildOf(call).id).filter((each) => !isThread(each));
  return ok(channels.map((channel) => channelPayload(call.platform, channel)));
}

function showRole(call: Call): Answer {
  return ok(guildOf(call).roles.find((role) => role.id === param(call, 'role')) ?? refuse('unknownRole'));
}

function showMember(call: Call): Answer {
  const { platform } = call;
  const user = param(call, 'user') === '@me' ? platform.application.botId : param(call, 'user');
  return ok(memberPayload(platform, needMember(platform, guildOf(call).id, user)));
}

function addRole(call: Call): Answer {
  return changeRoles(call, (roles, id) => [...roles.filter((each) => each !== id), id]);
}

function takeRole(call: Call): Answer {
  return changeRoles(call, (roles, id) => roles.filter((each) => each !== id));
}

function changeRoles(call: Call, change: (roles: string[], id: string) => string[]): Answer {
  const { platform } = call;
  const guild = guildOf(call);
  needPermission(botPermissions(call), 'MANAGE_ROLES');
  const role = guild.roles.find((each) => each.id === param(call, 'role')) ?? refuse('unknownRole');
  const bot = needMember(platform, guild.id, platform.application.botId);
  const highest = Math.max(
    0,
    ...guild.roles.filter((each) => bot.roles.includes(each.id)).map((r) => r.position),
  );
  if (role.position >= highest || role.managed) refuse('missingPermissions');
  const member = needMember(platform, guild.id, param(call, 'user'));
  platform.save('member', { ...member, roles: change(member.roles, role.id) });
  announceMember(platform, 'GUILD_MEMBER_UPDATE', { guildId: guild.id, userId: member.user_id });
  return noContent;
}

export function announceMember(
  platform: Platform,
  name: string,
  { guildId, userId }: { guildId: string; userId: string },
): void {
  const member = platform.world.members.get(guildId)?.get(userId);
  const user = platform.world.accounts.get(userId)?.user;
  const data = { guild_id: guildId, user, ...(member ? memberPayload(platform, member) : {}) };
  // Changes of the bot's own member are told without the privileged intent.
  const isOwn = userId === platform.application.botId && name === 'GUILD_MEMBER_UPDATE';
  platform.gateway.dispatch({ name, data, guildId, intents: isOwn ? 0 : INTENT.guildMembers });
  platform.feed.tell({ type: name, guildId, userId });
}

/** The bot leaves by its own wish. */
function leave(call: Call): Answer {
  removeBot(call.platform, guildOf(call).id);
  return noContent;
}

export function removeBot(platform: Platform, guildId: string): void {
  const { world, application } = platform;
  const guild = world.guilds.get(guildId) ?? refuse('unknownGuild');
  // While it still hears of this server.
  const data = { id: guildId };
  platform.gateway.dispatch({ name: 'GUILD_DELETE', data, guildId, intents: INTENT.guilds });
  platform.save('guild', { ...guild, has_bot: false });
  platform.save('drop-member', { guild_id: guildId, user_id: application.botId });
  for (const id of [...(world.commands.get(guildId)?.keys() ?? [])]) {
    platform.save('drop-command', { scope: guildId, id });
  }
  platform.feed.tell({ type: 'GUILD_DELETE', guildId });
}

function listEvents(call: Call): Answer {
  const { id } = guildOf(call);
  return ok([...call.platform.world.events.values()].filter((event) => event.guild_id === id));
}

function needEvent(call: Call): ScheduledEvent {
  const event = call.platform.world.events.get(param(call, 'event'));
  return event?.guild_id === guildOf(call).id ? event : refuse('unknownEvent');
}

/** Since 2026-02-23 a bot needs CREATE_EVENTS to make one; MANAGE_EVENTS is not enough. */
function createEvent(call: Call): Answer {
  const { platform, body } = call;
  if (!can(botPermissions(call), 'CREATE_EVENTS')) refuse('missingPermissions');
  const event: ScheduledEvent = {
    description: null,
    channel_id: null,
    entity_metadata: null,
    entity_id: null,
    image: null,
    recurrence_rule: null,
    scheduled_end_time: null,
    ...body,
    id: platform.ids.next(),
    guild_id: guildOf(call).id,
    creator_id: platform.application.botId,
    status: 1,
    user_count: 0,
  };
  return saveEvent(platform, 'GUILD_SCHEDULED_EVENT_CREATE', event);
}

function saveEvent(platform: Platform, name: string, event: ScheduledEvent): Answer {
  platform.save('event', event);
  announceEvent(platform, name, event);
  return ok(event);
}

function announceEvent(platform: Platform, name: string, data: Json): void {
  const guildId = asText(data.guild_id);
  platform.gateway.dispatch({ name, data, guildId, intents: INTENT.scheduledEvents });
}

function needEventRights(call: Call, event: ScheduledEvent): void {
  const isOwn = event.creator_id === call.platform.application.botId;
  const bits = botPermissions(call);
  const needed = isOwn ? PERMISSIONS.CREATE_EVENTS | PERMISSIONS.MANAGE_EVENTS : PERMISSIONS.MANAGE_EVENTS;
  if ((bits & needed) === 0n) refuse('missingPermissions');
}

function editEvent(call: Call): Answer {
  const event = needEvent(call);
  needEventRights(call, event);
  const changed = { ...event, ...call.body, id: event.id, guild_id: event.guild_id };
  return saveEvent(call.platform, 'GUILD_SCHEDULED_EVENT_UPDATE', changed);
}

function removeEvent(call: Call): Answer {
  const event = needEvent(call);
  needEventRights(call, event);
  call.platform.save('drop-event', event.id);
  announceEvent(call.platform, 'GUILD_SCHEDULED_EVENT_DELETE', event);
  return noContent;
}
