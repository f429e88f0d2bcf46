// Where a member may be besides a server with the bot: its direct messages, a group, a server without it.
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, InteractionResult } from '#local-discord/server.ts';
import { connect, type Handle, raw, type Scene, startScene } from '../support/local-discord.ts';

const { GuildInstall, UserInstall } = ApplicationIntegrationType;
const { BotDM, Guild, PrivateChannel } = InteractionContextType;

type Payload = Record<string, unknown> & { data: Record<string, unknown> };

let scene: Scene;
let client: Client<true>;
let errors: unknown[];
let handle: Handle;
/** The last interaction as it came over the gateway. */
let payload: Payload;
let elsewhere: { guildId: string; channelId: string; groupId: string; directId: string };

const answer: Handle = async (interaction) => {
  if (interaction.isRepliable()) await interaction.reply('Hello');
};

const as = (userId: string): Actor => scene.local.as(userId);
const where = () => [scene.channelId, elsewhere.directId, elsewhere.groupId, elsewhere.channelId];
const commands = [
  {
    name: 'everywhere',
    contexts: [Guild, BotDM, PrivateChannel],
    integrationTypes: [GuildInstall, UserInstall],
  },
  { name: 'servers', contexts: [Guild], integrationTypes: [GuildInstall] },
  { name: 'direct', contexts: [BotDM], integrationTypes: [GuildInstall, UserInstall] },
  { name: 'mine', contexts: [Guild, BotDM, PrivateChannel], integrationTypes: [UserInstall] },
  { name: 'old' },
].map((each) => ({ ...each, description: 'A command' }));

beforeAll(async () => {
  scene = await startScene();
  const { local, ada, grace } = scene;
  const foreign = local.createGuild({
    name: 'Another server',
    ownerName: 'Margaret',
    bot: false,
    locale: 'de',
  });
  for (const userId of [ada, grace]) local.createMember(foreign.id, { userId });
  elsewhere = {
    guildId: foreign.id,
    channelId: local.createChannel(foreign.id, { name: 'general' }).id,
    groupId: local.createGroup({ name: 'Cramming', userIds: [ada, grace] }).id,
    directId: local.directChannel(ada).id,
  };
  ({ client, errors } = await connect(local, (interaction) => handle(interaction)));
  client.on('raw', (packet: { t: string; d: Payload }) => {
    if (packet.t === 'INTERACTION_CREATE') payload = packet.d;
  });
  await client.application.commands.set([
    ...commands,
    {
      name: 'Look at this',
      type: ApplicationCommandType.Message,
      contexts: [Guild, PrivateChannel],
      integrationTypes: [UserInstall],
    },
    {
      name: 'Wave',
      type: ApplicationCommandType.User,
      contexts: [Guild, BotDM, PrivateChannel],
      integrationTypes: [UserInstall],
    },
  ]);
});

beforeEach(() => {
  handle = answer;
  scene.local.uninstallForUser(scene.ada);
  scene.local.uninstallForUser(scene.grace);
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
  expect(errors).toEqual([]);
  expect(scene.local.unhandled).toEqual([]);
});

describe('which commands are offered where', () => {
  const offered = async (channelId: string): Promise<string[]> => {
    const names: string[] = [];
    for (const { name } of commands) {
      const { state } = await as(scene.ada).command(channelId, `/${name}`);
      if (state === 'replied') names.push(name);
    }
    return names;
  };

  test('to a member of a server with the bot: there and in direct messages', async () => {
    const [server, direct, group, foreign] = where().map(offered);
    expect(await server).toEqual(['everywhere', 'servers', 'old']);
    expect(await direct).toEqual(['everywhere', 'direct', 'old']);
    expect(await group).toEqual([]);
    expect(await foreign).toEqual([]);
  });

  test('to a member who has installed it: everywhere, as each command allows', async () => {
    scene.local.installForUser(scene.ada);
    const [server, direct, group, foreign] = where().map(offered);
    expect(await server).toEqual(['everywhere', 'servers', 'mine', 'old']);
    expect(await direct).toEqual(['everywhere', 'direct', 'mine', 'old']);
    expect(await group).toEqual(['everywhere', 'mine']);
    expect(await foreign).toEqual(['everywhere', 'mine']);
  });

  test('to a member of neither, not even in direct messages', async () => {
    const { local } = scene;
    const stranger = local.createMember(elsewhere.guildId, { name: 'Stranger' }).id;
    const directId = local.directChannel(stranger).id;
    const { state, reason } = await as(stranger).command(directId, '/everywhere');
    expect([state, reason]).toEqual(['refused', expect.stringContaining('has not installed it')]);
    local.installForUser(stranger);
    expect((await as(stranger).command(directId, '/everywhere')).state).toBe('replied');
  });

  test('what one member installed is not there for the others', async () => {
    scene.local.installForUser(scene.ada);
    const { state } = await as(scene.grace).command(elsewhere.groupId, '/everywhere');
    expect(state).toBe('refused');
  });

  test('without the bot in the server no menu of a message or member, unless installed', async () => {
    const message = as(scene.grace).send(elsewhere.channelId, 'What is SQS?');
    const look = () => as(scene.ada).context(elsewhere.channelId, 'Look at this', message.id);
    const wave = () => as(scene.ada).context(elsewhere.groupId, 'Wave', 'grace');
    expect([(await look()).state, (await wave()).state]).toEqual(['refused', 'refused']);
    scene.local.installForUser(scene.ada);
    expect((await look()).state).toBe('replied');
    // The target's text is given, although the bot neither reads contents nor sees the channel.
    expect(JSON.stringify(payload.data.resolved)).toContain('What is SQS?');
    expect((await wave()).state).toBe('replied');
    expect(Object.keys(payload.data.resolved as object)).toEqual(['users']);
  });
});

describe('what the bot is told of the place', () => {
  const tell = async (channelId: string) => {
    await as(scene.ada).command(channelId, '/everywhere');
    const {
      app_permissions,
      authorizing_integration_owners: owners,
      context,
      guild,
      guild_id,
      guild_locale,
    } = payload;
    const person = 'member' in payload ? 'member' : 'user';
    return { context, owners, person, app_permissions, guild_id, guild, guild_locale };
  };
  const nowhere = { guild_id: undefined, guild: undefined, guild_locale: undefined };

  test('in a server with the bot', async () => {
    const { guildId } = scene;
    expect(await tell(scene.channelId)).toMatchObject({
      ...{ context: 0, owners: { 0: guildId }, person: 'member', guild_id: guildId, guild_locale: 'en-US' },
    });
    scene.local.installForUser(scene.ada);
    expect(await tell(scene.channelId)).toMatchObject({ owners: { 0: guildId, 1: scene.ada } });
  });

  test('in direct messages with it', async () => {
    const place = { context: 1, person: 'user', app_permissions: '442368', ...nowhere };
    expect(await tell(elsewhere.directId)).toEqual({ ...place, owners: { 0: '0' } });
    scene.local.installForUser(scene.ada);
    expect(await tell(elsewhere.directId)).toEqual({ ...place, owners: { 0: '0', 1: scene.ada } });
  });

  test('in a group', async () => {
    scene.local.installForUser(scene.ada);
    const owners = { 1: scene.ada };
    expect(await tell(elsewhere.groupId)).toEqual({
      ...{ context: 2, person: 'user', app_permissions: '180224', owners, ...nowhere },
    });
    expect(payload.channel).toMatchObject({ type: 3, name: 'Cramming', owner_id: scene.ada });
  });

  test('in a server without it', async () => {
    scene.local.installForUser(scene.ada);
    const { guildId } = elsewhere;
    expect(await tell(elsewhere.channelId)).toEqual({
      ...{ context: 0, person: 'member', app_permissions: '180224', owners: { 1: scene.ada } },
      ...{ guild_id: guildId, guild: { id: guildId, locale: 'de', features: [] }, guild_locale: 'de' },
    });
  });

  test('of an answer: by whose installation, also when somebody else presses', async () => {
    scene.local.installForUser(scene.ada);
    handle = async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'pressed' });
      if (!interaction.isChatInputCommand()) return;
      const button = { type: 2, style: 1, label: 'Press', custom_id: 'press' };
      await interaction.reply({ content: 'Press it', components: [{ type: 1, components: [button] }] });
    };
    const { message } = await as(scene.ada).command(elsewhere.groupId, '/everywhere');
    expect(message?.interaction_metadata).toMatchObject({
      authorizing_integration_owners: { 1: scene.ada },
    });
    expect((await as(scene.grace).press(message?.id ?? '', 'press')).message?.content).toBe('pressed');
    expect(payload).toMatchObject({
      ...{ user: { id: scene.grace }, context: 2, authorizing_integration_owners: { 1: scene.ada } },
    });
    scene.local.uninstallForUser(scene.ada);
    expect((await as(scene.grace).press(message?.id ?? '', 'press')).state).toBe('refused');
  });
});

describe('what the bot may do there', () => {
  const codeOf = async (method: string, path: string, body?: unknown) => {
    const { status, body: refused } = await raw(scene.local, method, path, body);
    return [status, refused.code];
  };

  test('a server without it is neither in its list nor in its requests', async () => {
    const { guildId, channelId } = elsewhere;
    expect([...client.guilds.cache.keys()]).toEqual([scene.guildId]);
    expect(await codeOf('GET', `/guilds/${guildId}`)).toEqual([403, 50001]);
    expect(await codeOf('GET', `/guilds/${guildId}/members/${scene.ada}`)).toEqual([403, 50001]);
    expect(await codeOf('GET', `/channels/${channelId}`)).toEqual([403, 50001]);
    expect(await codeOf('POST', `/channels/${channelId}/messages`, { content: 'x' })).toEqual([403, 50001]);
    const path = `/applications/${scene.local.applicationId}/guilds/${guildId}/commands`;
    expect(await codeOf('PUT', path, [])).toEqual([403, 50001]);
  });

  test('nor is a group', async () => {
    const { groupId } = elsewhere;
    expect(await codeOf('GET', `/channels/${groupId}`)).toEqual([403, 50001]);
    expect(await codeOf('POST', `/channels/${groupId}/messages`, { content: 'x' })).toEqual([403, 50001]);
  });

  test('what happens there is not told to it', async () => {
    const seen: string[] = [];
    const listen = ({ t }: { t: string }) => seen.push(t);
    const talker = await connect(scene.local, () => undefined, [1, 512, 4096]);
    talker.client.on('raw', listen);
    as(scene.ada).send(elsewhere.groupId, 'Hello');
    as(scene.ada).send(elsewhere.channelId, 'Hello');
    scene.local.createChannel(elsewhere.guildId, { name: 'new' });
    as(scene.ada).send(scene.channelId, 'Hello');
    await expect.poll(() => seen).toContain('MESSAGE_CREATE');
    expect(seen.filter((name) => name !== 'GUILD_CREATE')).toEqual(['MESSAGE_CREATE']);
    await talker.client.destroy();
  });

  test('its answers are changed by their token, never by their channel', async () => {
    scene.local.installForUser(scene.ada);
    handle = async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.deferReply();
      await interaction.editReply('First');
    };
    const result = await as(scene.ada).command(elsewhere.channelId, '/everywhere');
    const message = await result.settled();
    const path = `/channels/${elsewhere.channelId}/messages/${message.id}`;
    expect(await codeOf('PATCH', path, { content: 'x' })).toEqual([403, 50001]);
    const original = `/webhooks/${scene.local.applicationId}/${payload.token}/messages/@original`;
    expect(await codeOf('PATCH', original, { content: 'Second' })).toEqual([200, undefined]);
    expect(scene.local.message(message.id)?.content).toBe('Second');
    scene.local.clock.advance(15 * 60_000 + 1);
    expect(await codeOf('PATCH', original, { content: 'Third' })).toEqual([401, 50027]);
  });

  /** How many of seven follow-ups were taken, and what the first one that was not was refused with. */
  const followUp = async (channelId: string) => {
    const results = Promise.withResolvers<unknown[]>();
    handle = async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.deferReply();
      await interaction.editReply('Hello');
      const codes: unknown[] = [];
      for (let count = 1; count <= 7; count += 1) {
        const sent = interaction.followUp({ content: `${count}`, flags: MessageFlags.Ephemeral });
        codes.push(
          await sent.then(
            () => 200,
            (error) => [error.status, error.code],
          ),
        );
      }
      results.resolve(codes);
    };
    await as(scene.ada).command(channelId, '/everywhere');
    return results.promise;
  };

  test('five follow-ups where only a member has installed it, any number elsewhere', async () => {
    scene.local.installForUser(scene.ada);
    const five = [200, 200, 200, 200, 200, [400, 40094], [400, 40094]];
    expect(await followUp(elsewhere.channelId)).toEqual(five);
    expect(await followUp(elsewhere.groupId)).toEqual(five);
    expect(await followUp(elsewhere.directId)).not.toContainEqual([400, 40094]);
    expect(await followUp(scene.channelId)).not.toContainEqual([400, 40094]);
  });

  test('without USE_EXTERNAL_APPS its answers are for that member alone, until the server has it too', async () => {
    const { local, ada } = scene;
    local.installForUser(ada);
    const isPublic = async (acting: Promise<InteractionResult>) =>
      ((await acting).message?.flags ?? 0) % 128 < MessageFlags.Ephemeral;
    const run = () => isPublic(as(ada).command(elsewhere.channelId, '/everywhere'));
    expect(await run()).toBe(true);
    local.setRolePermissions(elsewhere.guildId, [
      'VIEW_CHANNEL',
      'SEND_MESSAGES',
      'USE_APPLICATION_COMMANDS',
    ]);
    expect(await run()).toBe(false);
    const botRole = local.inviteBot(elsewhere.guildId);
    expect(botRole).not.toBe('');
    await expect.poll(() => client.guilds.cache.get(elsewhere.guildId)?.name).toBe('Another server');
    expect(await run()).toBe(true);
    expect(payload.authorizing_integration_owners).toEqual({ 0: elsewhere.guildId, 1: ada });
    local.kickBot(elsewhere.guildId);
    await expect.poll(() => client.guilds.cache.has(elsewhere.guildId)).toBe(false);
    expect(await run()).toBe(false);
  });

  test('it writes to whom it shares a server with or who installed it, and to nobody else', async () => {
    const { local } = scene;
    const stranger = local.createMember(elsewhere.guildId, { name: 'Barbara' }).id;
    const opened = await raw(local, 'POST', '/users/@me/channels', { recipient_id: stranger });
    const path = `/channels/${String(opened.body.id)}/messages`;
    expect(await codeOf('POST', path, { content: 'x' })).toEqual([403, 50278]);
    local.installForUser(stranger);
    expect(await codeOf('POST', path, { content: 'x' })).toEqual([200, undefined]);
    local.setDirectMessages(stranger, false);
    expect(await codeOf('POST', path, { content: 'x' })).toEqual([403, 50007]);
  });
});
