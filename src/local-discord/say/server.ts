// Talking to the running local Discord, and saying plainly when there is none.
import { findRunning } from '../address.ts';
import { asObject, asObjects, asText, type Json } from '../json.ts';
import type { Names } from './markup.ts';

/** Something to tell the person at the terminal; ends the program with exit code 1. */
export class Complaint extends Error {}

export type Server = { get(path: string): Promise<Json>; post(path: string, body: Json): Promise<Json> };

export async function findServer(dataDir: string, url: string | undefined): Promise<Server> {
  const address = url ?? (await findRunning(dataDir));
  if (!address) {
    throw new Complaint(
      `No local Discord is running on ${dataDir}.\nStart the playground with "npm start" (or "npm run local-discord") and try again.`,
    );
  }
  return {
    get: (path) => ask(`${address}${path}`, { method: 'GET' }),
    post: (path, body) =>
      ask(`${address}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

async function ask(url: string, init: RequestInit): Promise<Json> {
  const response = await reach(url, init);
  const body = asObject(await response.json());
  if (!response.ok)
    throw new Complaint(asText(body.error) || `The local Discord answered ${response.status}.`);
  return body;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    // fetch hides the reason in `cause`; what matters here is only that nobody answers.
    throw new Complaint(`No local Discord answers at ${url}: ${String(error)}`);
  }
}

export async function setLocale(server: Server, who: string, locale: string): Promise<void> {
  await server.post('/local/act', { as: who, action: 'locale', locale });
}

export async function readNames(server: Server, who: string): Promise<Names> {
  const state = await server.get('/local/state');
  const { locale } = await server.get(`/local/view?as=${encodeURIComponent(who)}`);
  const guilds = asObjects(state.guilds);
  const users = guilds.flatMap((guild) => asObjects(guild.members)).map((member) => asObject(member.user));
  const nameOf = (user: Json) => asText(user.global_name) || asText(user.username);
  const named = (items: Json[]) => new Map(items.map((item) => [asText(item.id), asText(item.name)]));
  const groups = asObjects(state.groups);
  const channels = [...guilds.flatMap((guild) => asObjects(guild.channels)), ...groups];
  const foreign = guilds.filter((guild) => guild.has_bot !== true);
  return {
    now: Number(state.now),
    locale: asText(locale),
    users: new Map(users.map((user) => [asText(user.id), nameOf(user)])),
    channels: named(channels),
    places: placesOf(channels, named(foreign)),
    roles: named(guilds.flatMap((guild) => asObjects(guild.roles))),
  };
}

/** `foreign`: names of the servers without the bot; a channel there is named with its server. */
function placesOf(channels: Json[], foreign: Map<string, string>): Map<string, string> {
  const nameOf = (id: unknown) => asText(channels.find((each) => each.id === id)?.name);
  return new Map(
    channels.map(({ guild_id, id, name, parent_id, thread_metadata }) => {
      const server = foreign.get(asText(guild_id));
      const where = server === undefined ? '' : ` of ${server}`;
      if (guild_id === undefined) return [asText(id), `the group "${asText(name)}"`];
      if (thread_metadata)
        return [asText(id), `the thread "${asText(name)}" in #${nameOf(parent_id)}${where}`];
      return [asText(id), `#${asText(name)}${where}`];
    }),
  );
}
