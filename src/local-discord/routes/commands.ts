// Registration of application commands, global and per guild.
import { refuse } from '../errors.ts';
import { asNumber, asObjects, asText, type Json } from '../json.ts';
import type { Command } from '../model.ts';
import { needGuild, type Platform } from '../platform.ts';
import { type Answer, type Call, created, noContent, ok, param, type Route } from '../router.ts';
import { GLOBAL } from '../world.ts';

const SCOPES = ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'];

export const commandRoutes: Route[] = SCOPES.flatMap((pattern): Route[] => [
  { method: 'GET', pattern, run: list },
  { method: 'PUT', pattern, limit: [2, 10], validate: 'bulk-commands', run: replaceAll },
  { method: 'POST', pattern, limit: [5, 20], validate: 'create-command', run: create },
  { method: 'GET', pattern: `${pattern}/:command`, run: show },
  { method: 'PATCH', pattern: `${pattern}/:command`, limit: [5, 20], validate: 'edit-command', run: edit },
  { method: 'DELETE', pattern: `${pattern}/:command`, limit: [5, 20], run: remove },
]);

function scopeOf(call: Call): string {
  if (param(call, 'application') !== call.platform.application.id) refuse('unknownApplication');
  const guild = param(call, 'guild');
  return guild === '' ? GLOBAL : needGuild(call.platform, guild).id;
}

function commandsIn(platform: Platform, scope: string): Command[] {
  return [...(platform.world.commands.get(scope)?.values() ?? [])];
}

/** Without `with_localizations=true` the translations are left out, as in Discord. */
function list(call: Call): Answer {
  const all = commandsIn(call.platform, scopeOf(call));
  return ok(call.query.get('with_localizations') === 'true' ? all : all.map(withoutTranslations));
}

function withoutTranslations(named: Json): Json {
  const { name_localizations: _names, description_localizations: _texts, ...plain } = named;
  for (const part of ['options', 'choices'] as const) {
    if (Array.isArray(plain[part])) plain[part] = asObjects(plain[part]).map(withoutTranslations);
  }
  return plain;
}

function replaceAll(call: Call): Answer {
  const { platform } = call;
  const scope = scopeOf(call);
  const wanted = asObjects(call.json);
  const before = commandsIn(platform, scope);
  const kept = wanted.map((body) => putCommand(platform, scope, body));
  for (const { id } of before) {
    if (!kept.some((command) => command.id === id)) platform.save('drop-command', { scope, id });
  }
  platform.feed.tell({ type: 'COMMANDS', scope });
  return ok(kept);
}

/** A command of the same name and type is replaced and keeps its id. */
function putCommand(platform: Platform, scope: string, body: Json): Command {
  const type = asNumber(body.type, 1);
  const same = findSame(platform, scope, { name: asText(body.name), type });
  const command = describeCommand(platform, scope, { ...body, type, id: same?.id ?? platform.ids.next() });
  platform.save('command', command);
  return command;
}

function findSame(platform: Platform, scope: string, wanted: { name: string; type: number }) {
  return commandsIn(platform, scope).find((each) => each.name === wanted.name && each.type === wanted.type);
}

function describeCommand(
  platform: Platform,
  scope: string,
  body: Json & { id: string; type: number },
): Command {
  return {
    default_member_permissions: null,
    description: '',
    nsfw: false,
    contexts: null,
    integration_types: [0],
    options: [],
    ...body,
    dm_permission: true,
    name: asText(body.name),
    application_id: platform.application.id,
    ...(scope === GLOBAL ? {} : { guild_id: scope }),
    version: platform.ids.next(),
  };
}

function create(call: Call): Answer {
  const { platform, body } = call;
  const scope = scopeOf(call);
  const existed = findSame(platform, scope, { name: asText(body.name), type: asNumber(body.type, 1) });
  const command = putCommand(platform, scope, body);
  return existed ? ok(command) : created(command);
}

function needCommand(call: Call): Command {
  const command = call.platform.world.commands.get(scopeOf(call))?.get(param(call, 'command'));
  return command ?? refuse('unknownCommand');
}

function show(call: Call): Answer {
  return ok(needCommand(call));
}

function edit(call: Call): Answer {
  const { platform, body } = call;
  const before = needCommand(call);
  const merged = { ...before, ...body, id: before.id, type: before.type };
  const command = describeCommand(platform, scopeOf(call), merged);
  platform.save('command', command);
  return ok(command);
}

function remove(call: Call): Answer {
  const { id } = needCommand(call);
  call.platform.save('drop-command', { scope: scopeOf(call), id });
  return noContent;
}
