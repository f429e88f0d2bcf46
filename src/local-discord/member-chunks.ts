// Op 8: members of a guild on request.
import { type Connection, needSession } from './connection.ts';
import { asNumber, asObject, asText, asTexts, type Json } from './json.ts';
import { memberPayload } from './payloads.ts';
import { type Session, sendEvent } from './session.ts';

/** With `user_ids` this needs no privileged intent; everybody's list would need GUILD_MEMBERS. */
export function sendMembers(connection: Connection, d: unknown): void {
  const session = needSession(connection);
  if (!session) return;
  const request = asObject(d);
  const guildId = asText(request.guild_id);
  const members = connection.platform.world.members.get(guildId) ?? new Map();
  const wanted = Array.isArray(request.user_ids) ? asTexts(request.user_ids) : [asText(request.user_ids)];
  const ids =
    request.user_ids === undefined ? idsByQuery(connection, session, request) : wanted.slice(0, 100);
  const found = ids.filter((id) => members.has(id));
  const chunk = {
    guild_id: guildId,
    members: found.map((id) => memberPayload(connection.platform, members.get(id))),
    chunk_index: 0,
    chunk_count: 1,
    not_found: ids.filter((id) => !members.has(id)),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  };
  sendEvent(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
}

function idsByQuery({ platform }: Connection, session: Session, request: Json): string[] {
  const members = platform.world.members.get(asText(request.guild_id)) ?? new Map();
  const query = asText(request.query).toLowerCase();
  if (query === '' && (session.intents & 2) === 0) return [];
  const limit = asNumber(request.limit) || 1_000;
  const isMatch = (id: string) =>
    platform.world.accounts.get(id)?.user.username.toLowerCase().startsWith(query) ?? false;
  return [...members.keys()].filter(isMatch).slice(0, limit);
}
