// What is not read of a message that was pressed on: Discord sends all of it with each press, and discord.js makes objects
// of every text and button in it, for nothing.
import { type Client, Events } from 'discord.js';

type Message = { id: string; channel_id: string; type?: number; flags?: number };
type Told = { t?: string; d?: { message?: Message } };

/** From the client's beginning: a press knows its message's id and flags. */
export function keepPressesLean(client: Client): void {
  const hear = ({ t, d }: Told) => {
    if (t !== 'INTERACTION_CREATE' || !d?.message) return;
    const { id, channel_id, type = 0, flags = 0 } = d.message;
    d.message = { id, channel_id, type, flags };
  };
  // safe: as the gateway sent it; the names of discord.js's own events leave it out
  client.on(Events.Raw as never, hear as never);
}
