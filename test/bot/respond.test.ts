// Every way of answering an interaction, when Discord's word about it gets lost on the way.
import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Message } from '#bot/card.ts';
import type { Defer } from '#bot/feature.ts';
import { deferAnswer, sendAfterAll, sendAnswer } from '#bot/respond.ts';
import type { Said } from '#bot/say.ts';

/** What the member sees: nothing, "thinking…", or what was said, with what followed. */
type Seen = { first: string; more: string[] };

/** Discord's and discord.js's side of one interaction; each of `fates` befalls one callback. */
function interactionWith(...fates: ('lost-after' | 'lost-before')[]) {
  const seen: Seen = { first: '', more: [] };
  let isAcknowledged = false;
  const callback = async (shows: string, own: object) => {
    const fate = fates.shift();
    if (fate === 'lost-before') throw reset();
    if (isAcknowledged) throw refused(40060);
    isAcknowledged = true;
    seen.first = shows;
    if (fate === 'lost-after') throw reset();
    return Object.assign(interaction, own);
  };
  const open = () => {
    if (!interaction.replied && !interaction.deferred) throw new Error('InteractionNotReplied');
  };
  const interaction = {
    replied: false,
    deferred: false,
    isMessageComponent: () => true,
    isModalSubmit: () => false,
    deferReply: () => callback('thinking…', { deferred: true }),
    deferUpdate: () => callback('as it was', { deferred: true }),
    reply: (given: Message & { body?: Message }) => callback(said(given.body ?? given), { replied: true }),
    update: (body: Message) => callback(said(body), { replied: true }),
    showModal: () => callback('a form', { replied: true }),
    async editReply(body: Message) {
      open();
      seen.first = said(body);
      return { channelId: 'c1', id: 'm1' };
    },
    async followUp(body: Message) {
      open();
      seen.more.push(said(body));
    },
  };
  // safe: respond.ts asks no more of an interaction than this
  return { interaction: interaction as never, seen };
}

const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const refused = (code: number) => new DiscordAPIError({ code, message: '' }, code, 400, 'POST', '', {});
const message = (words: string) => ({ components: [words] }) as unknown as Message;
// safe: made by message()
const said = (body: Message) => String((body.components as unknown as string[])[0]);

const reply: Said = { kind: 'reply', private: true, message: message('an answer') };
const ways: { name: string; defer: Defer; answer: Said; seen: Seen }[] = [
  { name: 'an answer', defer: 'none', answer: reply, seen: { first: 'an answer', more: [] } },
  {
    name: 'an answer whose message is wanted',
    defer: 'none',
    answer: { ...reply, sent: async () => {} },
    seen: { first: 'an answer', more: [] },
  },
  {
    name: 'an answer with a note',
    defer: 'none',
    answer: { ...reply, note: message('a note') },
    seen: { first: 'an answer', more: ['a note'] },
  },
  { name: 'a deferred answer', defer: 'private', answer: reply, seen: { first: 'an answer', more: [] } },
  {
    name: 'a deferred answer with a note',
    defer: 'public',
    answer: { ...reply, note: message('a note') },
    seen: { first: 'an answer', more: ['a note'] },
  },
  {
    name: 'an update',
    defer: 'none',
    answer: { kind: 'update', message: message('updated') },
    seen: { first: 'updated', more: [] },
  },
  {
    name: 'an update that takes long',
    defer: 'update',
    answer: { kind: 'update', message: message('updated') },
    seen: { first: 'updated', more: [] },
  },
  {
    name: 'a form',
    defer: 'none',
    answer: { kind: 'modal', modal: {} as never },
    seen: { first: 'a form', more: [] },
  },
];

describe.each(['lost-after', 'lost-before'] as const)('a callback %s its effect', (fate) => {
  it.each(ways)('does not keep the member from $name', async ({ defer, answer, seen: expected }) => {
    const { interaction, seen } = interactionWith(fate);
    await deferAnswer(interaction, defer);
    await sendAnswer(interaction, answer);
    expect(seen).toEqual(expected);
  });
});

it('ends a "thinking…" that nobody knew of with what is said of the failure', async () => {
  const { interaction, seen } = interactionWith('lost-after', 'lost-before');
  await expect(deferAnswer(interaction, 'private')).rejects.toThrow('ECONNRESET');
  expect(seen.first).toBe('thinking…');
  await sendAfterAll(interaction, 'private', message('it went wrong'));
  expect(seen).toEqual({ first: 'it went wrong', more: [] });
});

it('leaves an answer alone that stands although its word got lost', async () => {
  const { interaction, seen } = interactionWith('lost-after', 'lost-before');
  await expect(sendAnswer(interaction, reply)).rejects.toThrow('ECONNRESET');
  await sendAfterAll(interaction, 'none', message('it went wrong'));
  expect(seen).toEqual({ first: 'an answer', more: [] });
});

it.each([[], ['lost-after', 'lost-before']] as const)(
  'says below a message that was to be updated what went wrong, whatever got lost: %j',
  async (...fates) => {
    const { interaction, seen } = interactionWith(...fates);
    await deferAnswer(interaction, 'update').catch(() => undefined);
    await sendAfterAll(interaction, 'update', message('it went wrong'));
    expect(seen).toEqual({ first: 'as it was', more: ['it went wrong'] });
  },
);
