// Pressing, choosing and sending on behalf of the member: what is under way, what failed, and which form opened.
import type { Json } from '../../json.ts';
import { api, wordsFor } from './api.ts';
import { uniqueId } from './dom.ts';
import type { Session } from './session.ts';
import type { ActResult, Message, Modal } from './types.ts';

export type Interacting = ReturnType<typeof createInteracting>;

type Work = {
  session: Session;
  openForm(modal: Modal): void;
  /** Keys of components that wait for their answer: `message:custom id`. */
  pending: Set<string>;
  /** What went wrong on a message, until the next attempt. */
  faults: Map<string, string>;
  /** What a member chose in a menu: Discord keeps showing it to that member alone. */
  picked: Map<string, string[]>;
};

/** Discord's own words; the reason is what the local Discord knows beyond them. */
const FAILED = 'This interaction failed';

export function createInteracting(session: Session, openForm: (modal: Modal) => void) {
  const work: Work = { session, openForm, pending: new Set(), faults: new Map(), picked: new Map() };
  const pickKey = (message: Message, customId: string) => `${session.view().me}:${message.id}:${customId}`;
  return {
    pending: work.pending,
    faults: work.faults,
    keyOf: (message: Message, customId: string) => `${message.id}:${customId}`,
    pickedIn: (message: Message, customId: string) => work.picked.get(pickKey(message, customId)) ?? null,
    press: (message: Message, customId: string) => use(work, message, { action: 'press', customId }),
    select(message: Message, customId: string, values: string[]) {
      work.picked.set(pickKey(message, customId), values);
      return use(work, message, { action: 'select', customId, values });
    },
    /** A command of the message menu. */
    useApp: (message: Message, name: string) =>
      use(work, message, { action: 'context', name, target: message.id, customId: 'apps' }),
    /** Resolves with what stands in the way, or null when the command has been answered. */
    command: (command: Json, heading: string) => runCommand(work, command, heading),
    /** Resolves with what is wrong with the form, or null when it was taken. */
    async submit(values: Json): Promise<string | null> {
      const result = await act(session, { action: 'submit', values });
      if (result.state === 'refused') return result.reason ?? FAILED;
      return result.state === 'failed' ? 'Something went wrong. Try again.' : null;
    },
    async dismiss(message: Message) {
      await api.act({ as: session.view().me, action: 'dismiss', message: message.id });
      session.remove(message.id);
    },
    async remove(message: Message) {
      await api.act({ as: session.view().me, action: 'delete', message: message.id });
    },
  };
}

function act(session: Session, request: Json): Promise<ActResult> {
  return api.interact({ as: session.view().me, channel: session.state.channelId, ...request });
}

async function use(work: Work, message: Message, request: Json & { customId: string }): Promise<void> {
  const { faults, pending, session } = work;
  const key = `${message.id}:${request.customId}`;
  if (pending.has(key)) return;
  pending.add(key);
  faults.delete(message.id);
  session.tell('acting', message);
  redraw(work, message);
  try {
    const result = await act(session, { ...request, message: message.id });
    if (result.state === 'failed') fail(work, message, FAILED);
    if (result.state === 'refused') fail(work, message, result.reason ?? FAILED);
    if (!CHANGING.includes(result.state)) session.tell('answered', message.id);
    if (result.modal) work.openForm(result.modal);
  } catch (error) {
    // The page must stay usable when the local Discord has gone away; the words are shown where one looks.
    fail(work, message, wordsFor(error));
  }
  pending.delete(key);
  redraw(work, message);
}

/** States of an answer that is the message itself. */
const CHANGING = ['updated', 'deferred-update'];

function fail({ faults, session }: Work, message: Message, text: string): void {
  faults.set(message.id, text);
  session.tell('fault', text);
}

function redraw({ session }: Work, message: Message): void {
  const current = session.state.messages.get(message.id);
  if (current) session.redraw(current);
}

async function runCommand(
  { openForm, session }: Work,
  command: Json,
  heading: string,
): Promise<string | null> {
  const { channelId } = session.state;
  const result = await act(session, { action: 'command', command });
  if (result.state === 'refused') return result.reason ?? FAILED;
  if (result.modal) openForm(result.modal);
  if (result.state === 'failed') {
    const text = result.reason ?? 'The application did not respond.';
    session.addNotice({ id: uniqueId('notice'), channelId, heading, text });
  }
  return null;
}
