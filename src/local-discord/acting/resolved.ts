// `data.resolved`: the users, channels, roles and files that an interaction mentions by id.
import { describeFile, type FileContent } from '../files.ts';
import { isObject, type Json } from '../json.ts';
import { channelPayload, guildChannels, memberPayload } from '../payloads.ts';
import { permissionsIn } from '../platform.ts';
import type { Place } from './place.ts';
import { refuseAct } from './refusal.ts';

export type Resolved = {
  users?: Json;
  members?: Json;
  channels?: Json;
  roles?: Json;
  attachments?: Json;
  messages?: Json;
};

export type FileInput = { name: string; data: string | Uint8Array; contentType?: string };

export function isFileInput(value: unknown): value is FileInput {
  if (!isObject(value) || typeof value.name !== 'string') return false;
  return typeof value.data === 'string' || value.data instanceof Uint8Array;
}

export function addFile({ platform }: Pick<Place, 'platform'>, resolved: Resolved, file: FileInput): string {
  const id = platform.ids.next();
  const data = typeof file.data === 'string' ? new TextEncoder().encode(file.data) : file.data;
  const content: FileContent = { name: file.name, contentType: file.contentType ?? 'text/plain', data };
  platform.files.put(id, data);
  resolved.attachments = {
    ...resolved.attachments,
    [id]: { ...describeFile(id, content, platform.url), ephemeral: true },
  };
  return id;
}

/** By id, mention, user name or display name. */
export function findMember({ platform, channel }: Place, resolved: Resolved, text: string): string {
  const { world } = platform;
  const wanted = text.replace(/^<?@!?/, '').replace(/>$/, '');
  const members = world.members.get(channel.guild_id ?? '') ?? new Map();
  const here = channel.recipient_ids ?? [...members.keys()];
  const isNamed = (id: string) => {
    const user = world.accounts.get(id)?.user;
    return [id, user?.username, user?.global_name?.toLowerCase()].includes(wanted.toLowerCase());
  };
  const id = world.accounts.has(wanted) ? wanted : here.find(isNamed);
  const account = world.accounts.get(id ?? '');
  if (!id || !account) return refuseAct(`There is no member "${text}" here.`);
  resolved.users = { ...resolved.users, [id]: account.user };
  const member = members.get(id);
  if (member) {
    const { user: _user, deaf: _deaf, mute: _mute, ...partial } = memberPayload(platform, member);
    const permissions = String(permissionsIn(platform, channel, id));
    resolved.members = { ...resolved.members, [id]: { ...partial, permissions } };
  }
  return id;
}

export function findChannel({ platform, channel, userId }: Place, resolved: Resolved, text: string): string {
  const wanted = text.replace(/^<?#/, '').replace(/>$/, '');
  const all = guildChannels(platform, channel.guild_id ?? '');
  const found = all.find((each) => each.id === wanted || each.name === wanted);
  if (!found || permissionsIn(platform, found, userId) === 0n)
    return refuseAct(`There is no channel "${text}" here.`);
  const permissions = String(permissionsIn(platform, found, userId));
  resolved.channels = {
    ...resolved.channels,
    [found.id]: { ...channelPayload(platform, found), permissions },
  };
  return found.id;
}

export function findRole({ platform, channel }: Place, resolved: Resolved, text: string): string {
  const wanted = text
    .replace(/^<?@&?/, '')
    .replace(/>$/, '')
    .toLowerCase();
  const roles = platform.world.guilds.get(channel.guild_id ?? '')?.roles ?? [];
  const found = roles.find(
    (role) => role.id === wanted || role.name.replace(/^@/, '').toLowerCase() === wanted,
  );
  if (!found) return refuseAct(`There is no role "${text}" here.`);
  resolved.roles = { ...resolved.roles, [found.id]: found };
  return found.id;
}
