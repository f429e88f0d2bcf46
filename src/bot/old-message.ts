// Messages that only one member sees are kept by Discord for fifteen minutes after the last press, and vanish when the
// app is closed: from the fourteenth on a screen offers to go on in a new one.
import type { ComponentInteraction } from '#bot/feature.ts';

const OLD_MESSAGE_MS = 14 * 60_000;

/** True when the message of a pressed component has stood for fourteen minutes, by Discord's own times. */
export function isOnOldMessage({ message, createdTimestamp }: ComponentInteraction): boolean {
  return message !== null && createdTimestamp - message.createdTimestamp >= OLD_MESSAGE_MS;
}
