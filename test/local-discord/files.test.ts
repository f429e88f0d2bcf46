// Messages carry files: uploaded as discord.js does, described as Discord does, and there to be downloaded.
import {
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  type Client,
  ContainerBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  type RepliableInteraction,
  SectionBuilder,
  type SendableChannels,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanFileName } from '#local-discord/files.ts';
import { asObjects, type Json } from '#local-discord/json.ts';
import { connect, type Scene, startScene } from '../support/local-discord.ts';

/** One pixel. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const CSV = Buffer.from('day,right\n2026-11-26,3\n');
const csv = (name = 'answers.csv') => new AttachmentBuilder(CSV, { name });
const dot = (name = 'dot.png') => new AttachmentBuilder(DOT, { name, description: 'One dot' });

let scene: Scene;
let client: Client<true>;
let errors: unknown[];
let channel: SendableChannels;
let handle: (interaction: ChatInputCommandInteraction) => Promise<unknown> = async () => undefined;
let onPress: (interaction: RepliableInteraction) => Promise<unknown> = async () => undefined;

beforeAll(async () => {
  scene = await startScene();
  ({ client, errors } = await connect(scene.local, async (interaction) => {
    if (interaction.isChatInputCommand()) await handle(interaction);
    else if (interaction.isRepliable()) await onPress(interaction);
  }));
  await client.application.commands.set([{ name: 'export', description: 'All that is known of you' }]);
  const found = await client.channels.fetch(scene.channelId);
  if (!found?.isSendable()) throw new Error('no channel');
  channel = found;
});

afterAll(async () => {
  expect(errors).toEqual([]);
  await client?.destroy();
  await scene?.local.stop();
});

const stored = (id: string) => scene.local.message(id) ?? expect.fail('no such message');

async function download(url: string) {
  const response = await fetch(url);
  const { status, headers } = response;
  return { status, headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A multipart body as Discord documents it, without discord.js around it. */
async function upload(parts: Record<string, string | Blob>, names: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(parts)) {
    if (typeof value === 'string') form.set(field, value);
    else form.set(field, value, names[field] ?? 'file.txt');
  }
  const response = await fetch(`${scene.local.api}/v10/channels/${scene.channelId}/messages`, {
    method: 'POST',
    headers: { Authorization: `Bot ${scene.local.token}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Json };
}

test('a file of a message is described, and can be downloaded as it was', async () => {
  const file = new AttachmentBuilder(CSV, { name: 'answers.csv', description: 'Your answers' });
  const { id } = await channel.send({ content: 'Here', files: [file] });
  const [attachment] = stored(id).attachments;
  expect(attachment).toEqual({
    id: expect.stringMatching(/^\d{17,19}$/),
    filename: 'answers.csv',
    description: 'Your answers',
    size: CSV.length,
    content_type: 'text/csv; charset=utf-8',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/attachments\/\d+\/answers\.csv$/),
    proxy_url: attachment?.url,
  });
  const { status, headers, bytes } = await download(attachment?.url ?? '');
  expect([status, bytes]).toEqual([200, CSV]);
  expect(headers.get('content-disposition')).toBe('attachment');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('what a file says it is does not decide how it is served: never as HTML or SVG', async () => {
  for (const name of ['page.html', 'picture.svg', 'none']) {
    const { id } = await channel.send({ files: [new AttachmentBuilder(Buffer.from('<script>'), { name })] });
    const { headers } = await download(stored(id).attachments[0]?.url ?? '');
    expect(headers.get('content-type')).toBe('application/octet-stream');
  }
});

test('a picture in an embed is resolved with its size and alt text, and is no attachment besides', async () => {
  const { id } = await channel.send({
    embeds: [{ title: 'Chart', image: { url: 'attachment://dot.png' } }],
    files: [dot(), csv()],
  });
  const { attachments, embeds } = stored(id);
  expect(attachments.map((each) => each.filename)).toEqual(['answers.csv']);
  const image = embeds[0]?.image as Json;
  expect(image).toMatchObject({ width: 1, height: 1, content_type: 'image/png', description: 'One dot' });
  expect((await download(String(image.url))).bytes).toEqual(DOT);
});

test('components show files: gallery, thumbnail and file; discord.js reads what Discord adds', async () => {
  const container = new ContainerBuilder()
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('Your progress'))
        .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://small.png')),
    )
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems({
        media: { url: 'attachment://dot.png' },
        description: 'Rising since Monday',
      }),
    )
    .addFileComponents(new FileBuilder().setURL('attachment://answers.csv'));
  const sent = await channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [container],
    files: [dot(), dot('small.png'), csv()],
  });
  const { attachments, components } = stored(sent.id);
  expect(attachments).toEqual([]);
  const [section, gallery, file] = asObjects(components[0]?.components);
  expect(section?.accessory).toMatchObject({
    media: { width: 1, content_type: 'image/png' },
    spoiler: false,
  });
  expect(gallery?.items).toMatchObject([
    { description: 'Rising since Monday', spoiler: false, media: { attachment_id: expect.any(String) } },
  ]);
  expect(file).toMatchObject({ name: 'answers.csv', size: CSV.length, spoiler: false });
  const { url } = (file?.file ?? {}) as { url: string };
  expect((await download(url)).bytes).toEqual(CSV);
  expect(JSON.stringify(sent.components)).toContain(url);
});

test('an edit keeps the files that it does not speak of, and drops those that it leaves out', async () => {
  const message = await channel.send({ content: 'Two', files: [csv(), dot()] });
  const names = () => stored(message.id).attachments.map((each) => each.filename);
  await message.edit({ content: 'Still two' });
  expect(names()).toEqual(['answers.csv', 'dot.png']);
  const [first] = message.attachments.values();
  await message.edit({ attachments: [first as never], files: [csv('more.csv')] });
  expect(names()).toEqual(['answers.csv', 'more.csv']);
  await message.edit({ attachments: [] });
  expect(names()).toEqual([]);
});

test('an edit may show a file that the message already has', async () => {
  const gallery = (url: string) => [new MediaGalleryBuilder().addItems({ media: { url } })];
  const flags = MessageFlags.IsComponentsV2;
  const message = await channel.send({ flags, components: gallery('attachment://dot.png'), files: [dot()] });
  const text = new TextDisplayBuilder().setContent('Later');
  await message.edit({ components: [text] });
  // Nothing shows it now, so it is listed; Discord's client does not draw it then.
  expect(stored(message.id).attachments.map((each) => each.filename)).toEqual(['dot.png']);
  await message.edit({ components: gallery('attachment://dot.png') });
  expect(stored(message.id).attachments).toEqual([]);
});

test.each([
  ['the first answer', (it: ChatInputCommandInteraction) => it.reply({ files: [csv()], flags: 64 })],
  [
    'a deferred answer',
    async (it: ChatInputCommandInteraction) => {
      await it.deferReply({ flags: 64 });
      await it.editReply({ content: 'Here', files: [csv()] });
    },
  ],
  [
    'a later message',
    async (it: ChatInputCommandInteraction) => {
      await it.reply({ content: 'Wait', flags: 64 });
      await it.followUp({ files: [csv()], flags: 64 });
    },
  ],
])('an export comes as a private file with %s', async (_, answer) => {
  const done = Promise.withResolvers<void>();
  handle = async (interaction) => {
    await answer(interaction);
    done.resolve();
  };
  const actor = scene.local.as(scene.ada);
  await actor.command(scene.channelId, '/export');
  await done.promise;
  const message = actor.visible(scene.channelId).at(-1);
  expect(message?.attachments).toMatchObject([{ filename: 'answers.csv', ephemeral: true }]);
  const seenByOthers = scene.local
    .as(scene.grace)
    .visible(scene.channelId)
    .map(({ id }) => id);
  expect(seenByOthers).not.toContain(message?.id);
});

test('a press may replace the picture of its message', async () => {
  const row = { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'next' }] };
  const message = await channel.send({ components: [row], files: [dot('one.png')] });
  onPress = async (interaction) => {
    if (interaction.isButton()) await interaction.update({ files: [dot('two.png')], attachments: [] });
  };
  const { state } = await scene.local.as(scene.ada).press(message.id, 'next');
  expect(state).toBe('updated');
  expect(stored(message.id).attachments.map((each) => each.filename)).toEqual(['two.png']);
});

test.each([
  ['Übersicht März.csv', 'Ubersicht_Marz.csv'],
  ['../../etc/passwd', 'etc_passwd'],
  ['_.hidden.png', 'hidden.png'],
  ['a  b\tc.txt', 'a_b_c.txt'],
  ['日本', 'unknown'],
])('the name %s is cleansed to %s', (name, expected) => expect(cleanFileName(name)).toBe(expected));

test('what refers to a file by its uncleansed name finds it', async () => {
  const file = new FileBuilder().setURL('attachment://__Antworten.csv');
  const flags = MessageFlags.IsComponentsV2;
  const { id } = await channel.send({ flags, components: [file], files: [csv('__Antworten.csv')] });
  expect(stored(id).components[0]).toMatchObject({ name: 'Antworten.csv' });
});

test('files are told apart by the number of their field, and need no word in the body', async () => {
  const attachments = [
    { id: '7', description: 'seven' },
    { id: 42, description: 'forty-two', filename: 'renamed.txt' },
  ];
  const parts = { 'files[42]': new Blob(['b']), 'files[7]': new Blob(['a']) };
  const described = await upload({ payload_json: JSON.stringify({ attachments }), ...parts });
  expect(described.body.attachments).toMatchObject([
    { filename: 'file.txt', description: 'seven' },
    { filename: 'renamed.txt', description: 'forty-two' },
  ]);
  expect((await upload(parts)).status).toBe(200);
});

test('Discord refuses what refers to no file, too many files, and files too large', async () => {
  const gallery = { type: 12, items: [{ media: { url: 'attachment://gone.png' } }] };
  const bodies: [Json, Record<string, Blob>, string[]][] = [
    [{ content: 'x', attachments: [{ id: '0' }] }, {}, ['attachments', '0']],
    [{ flags: 1 << 15, components: [gallery] }, {}, ['components', '0', 'items', '0', 'media', 'url']],
    [
      {},
      Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`files[${n}]`, new Blob(['x'])])),
      ['attachments'],
    ],
  ];
  const codes = [];
  for (const [body, files, path] of bodies) {
    const { status, body: answer } = await upload({ payload_json: JSON.stringify(body), ...files });
    const fault = path.reduce<Json>((node, key) => node[key] as Json, answer.errors as Json);
    codes.push([status, answer.code, asObjects(fault._errors)[0]?.code]);
  }
  expect(codes).toEqual([
    [400, 50035, 'ATTACHMENT_NOT_FOUND'],
    [400, 50035, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    [400, 50035, 'BASE_TYPE_MAX_LENGTH'],
  ]);
  const large = await upload({ 'files[0]': new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]) });
  expect([large.status, large.body.code]).toEqual([413, 40005]);
});
