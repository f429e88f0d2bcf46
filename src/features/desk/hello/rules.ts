// Greeting a server that has just invited the bot: until when. Pure.

/** Later, nobody would know what it is about: a channel that took no message for an hour, or a bot that was away. */
const WITHIN_MS = 60 * 60_000;

/** `createdAt` is when we first heard of the server. */
export function isTooLate({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > WITHIN_MS;
}

export type Newcomer = { serverId: string; createdAt: Date; exam: string; edition: string };
