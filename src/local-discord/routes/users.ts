// The bot itself, other users, direct messages, the gateway's address, and uploaded files.
import { refuse } from '../errors.ts';
import { contentTypeOf } from '../files.ts';
import { asText } from '../json.ts';
import { CHANNEL_TYPE, type Channel } from '../model.ts';
import { channelPayload, guildPayload } from '../payloads.ts';
import { botUser, needAccount, type Platform } from '../platform.ts';
import { type Answer, type Call, ok, param, type Route } from '../router.ts';

export const userRoutes: Route[] = [
  { method: 'GET', pattern: '/gateway', open: true, run: gateway },
  { method: 'GET', pattern: '/gateway/bot', run: gatewayForBot },
  { method: 'GET', pattern: '/users/@me', run: ({ platform }) => ok(botUser(platform)) },
  { method: 'GET', pattern: '/users/@me/guilds', run: listGuilds },
  { method: 'POST', pattern: '/users/@me/channels', limit: [10, 10], run: openDirectChannel },
  {
    method: 'GET',
    pattern: '/users/:user',
    run: (call) => ok(needAccount(call.platform, param(call, 'user')).user),
  },
  { method: 'GET', pattern: '/applications/@me', run: application },
  { method: 'GET', pattern: '/oauth2/applications/@me', run: application },
  {
    method: 'GET',
    pattern: '/attachments/:attachment/:name',
    open: true,
    exempt: true,
    limit: null,
    run: serveFile,
  },
];

/** From the Host header, so that a bot in another container is sent to the address it already uses. */
function gatewayAddress(host: string): string {
  return `ws://${host}/gateway`;
}

/** An address of its own, as with Discord, so that it alone can be at fault. */
export function resumeAddress(host: string): string {
  return `${gatewayAddress(host)}/resume`;
}

export function isResumeAddress(url: string): boolean {
  return url.startsWith('/gateway/resume');
}

function gateway({ host }: Call): Answer {
  return ok({ url: gatewayAddress(host) });
}

function gatewayForBot({ host, platform }: Call): Answer {
  const guilds = [...platform.world.guilds.values()].filter((guild) => guild.has_bot).length;
  return ok({
    url: gatewayAddress(host),
    shards: platform.logins.rules.shards ?? Math.max(1, Math.ceil(guilds / 1_000)),
    session_start_limit: platform.logins.read(),
  });
}

function listGuilds({ platform }: Call): Answer {
  const guilds = [...platform.world.guilds.values()].filter((guild) => guild.has_bot);
  return ok(guilds.map((guild) => guildPayload(platform, guild)));
}

function application({ platform }: Call): Answer {
  const bot = botUser(platform);
  return ok({
    id: platform.application.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {}, 1: {} },
    verify_key: '0'.repeat(64),
    flags: 0,
    bot,
    owner: bot,
    team: null,
  });
}

function openDirectChannel({ platform, body }: Call): Answer {
  const user = needAccount(platform, asText(body.recipient_id)).user;
  if (user.bot) refuse('cannotMessageUser');
  return ok(channelPayload(platform, directChannelWith(platform, user.id)));
}

/** The one channel between the bot and this user, made when needed. */
export function directChannelWith(platform: Platform, userId: string): Channel {
  const existing = platform.world.channels.get(platform.world.directChannels.get(userId) ?? '');
  if (existing) return existing;
  const channel: Channel = {
    id: platform.ids.next(),
    type: CHANNEL_TYPE.dm,
    last_message_id: null,
    flags: 0,
    recipient_ids: [userId],
  };
  platform.save('channel', channel);
  return channel;
}

/** Never as HTML or SVG, whatever its name: the browser page shares this origin with uploaded files. */
function serveFile(call: Call): Answer {
  const bytes = call.platform.files.get(param(call, 'attachment'));
  if (!bytes) return refuse('notFound');
  const contentType = contentTypeOf(param(call, 'name')) ?? 'application/octet-stream';
  const isPicture = contentType.startsWith('image/');
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': isPicture ? 'inline' : 'attachment',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  return { status: 200, bytes, contentType, headers };
}
