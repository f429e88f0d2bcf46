// The one message that nobody asked for: in the server, or to its owner where the bot may say nothing there.
import { type Button, buttons, card, linkButton, type Message, plain, text } from '#bot/card.ts';
import type { PracticeDoor } from '#features/asking/doors.ts';
import type { Words } from '#words/words.ts';
import type { SetupDoor } from '../doors.ts';

export type Doors = { practice: PracticeDoor | null; setUp: SetupDoor | null };
type Hello = { code: string | null; doors: Doors };

export function showHello(words: Words, { code, doors }: Hello): Message {
  const { hello } = words;
  return card(null, [
    text(
      `### ${hello.title}`,
      hello.what,
      code === null ? hello.setUpHow : `${hello.beginsWith(code)} ${hello.setUpHow}`,
      hello.tryIt,
    ),
    row(doors.setUp?.(hello.setUp), tryButton(words, doors)),
    text(`-# ${hello.once}`),
  ]);
}

type Direct = Hello & { serverId: string; serverName: string };

/** A direct message has no set-up of a server's: its button leads there. */
export function showDirectHello(words: Words, { code, doors, serverId, serverName }: Direct): Message {
  const { hello } = words;
  return card(null, [
    text(
      `### ${hello.title}`,
      hello.invitedTo(plain(serverName)),
      hello.what,
      code === null ? hello.setUpThere : `${hello.beginsWith(code)} ${hello.setUpThere}`,
    ),
    row(linkButton(`https://discord.com/channels/${serverId}`, hello.setUp), tryButton(words, doors)),
    text(`-# ${hello.once}`),
  ]);
}

/** The custom id by which the message is found again. */
export function markerOf({ setUp, practice }: Doors): string | null {
  const [first] = [setUp?.(''), practice?.('', TRIED)].filter((door) => door !== undefined);
  return first && 'custom_id' in first ? first.custom_id : null;
}

const TRIED = { topic: null, count: 1 } as const;

function tryButton({ hello }: Words, { practice }: Doors): Button | undefined {
  return practice?.(hello.tryQuestion, TRIED);
}

function row(...doors: (Button | undefined)[]) {
  const open = doors.filter((door) => door !== undefined);
  return open.length > 0 && buttons(...open);
}
