// What a press or command is answered with, and the controls on it.
import { MessageFlags } from 'discord.js';
import type { InteractionResult, Message } from '#local-discord/server.ts';
import { customIdsOf, textOf } from './cohort.ts';

/** What it is answered with in the end, also where the answer was put off. */
export async function shown(acting: Promise<InteractionResult>): Promise<Message> {
  const result = await acting;
  const isThere = result.message && (result.message.flags & MessageFlags.Loading) === 0;
  const message = isThere ? result.message : await result.settled();
  if (!message) throw new Error(`no message: ${result.reason ?? result.state}`);
  return message;
}

/** The first control whose custom id has this in it. */
export function idWith(message: Message, part: string): string {
  const id = customIdsOf(message).find((each) => each.includes(part));
  if (!id) throw new Error(`no ${part} on: ${textOf(message)}`);
  return id;
}

/** The first control of this name. */
export function idOf(message: Message, name: string): string {
  const id = customIdsOf(message).find((each) => each.startsWith(`${name}:`));
  if (!id) throw new Error(`${name} is not on: ${textOf(message)}`);
  return id;
}
