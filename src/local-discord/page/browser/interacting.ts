// Pressing, choosing and sending on behalf of the member: what is under way, what failed, and which form opened.
import type { Json } from '../../json.ts';
import { api } from './api.ts';
import { uniqueId } from './dom.ts';
import type { Session } from './session.ts';
import type { ActResult, Message, Modal } from './types.ts';

export type Interacting = ReturnType<typeof createInteracting>;

/** Discord's own words; the reason is what the local Discord knows beyond them. */
const FAILED = 'This interaction failed';

export function createInteracting(session: Session, openForm: (modal: Modal) => void) {
  /** Keys of components that wait for their answer: `message:custom id`. */
  const pending = new Set<string>();
  /** What went wrong on a message, until the next attempt. */
  const faults = new Map<string, string>();
  /** What a member chose in a menu: Discord keeps showing it to that member alone. */
  const picked = new Map<string, string[]>();

  const act = (request: Json): Promise<ActResult> =>
    api.interact({ as: session.view().me, channel: session.state.channelId, ...request });

  const redraw = (message: Message) => {
    const current = session.state.messages.get(message.id);
    if (current) session.redraw(current);
  };

  const finish = (message: Message, result: ActResult) => {
    if (result.state === 'failed') faults.set(message.id, FAILED);
    if (result.state === 'refused') faults.set(message.id, result.reason ?? FAILED);
    if (result.modal) openForm(result.modal);
  };

  const use = async (message: Message, key: string, request: Json) => {
    if (pending.has(key)) return;
    pending.add(key);
    faults.delete(message.id);
    redraw(message);
    try {
      finish(message, await act({ ...request, message: message.id }));
    } catch (error) {
      // The page must stay usable when the local Discord has gone away; the words are shown where one looks.
      faults.set(message.id, error instanceof Error ? error.message : FAILED);
    }
    pending.delete(key);
    redraw(message);
  };

  return {
    pending,
    faults,
    keyOf: (message: Message, customId: string) => `${message.id}:${customId}`,
    pickedIn: (message: Message, customId: string) =>
      picked.get(`${session.view().me}:${message.id}:${customId}`) ?? null,
    press: (message: Message, customId: string) =>
      use(message, `${message.id}:${customId}`, { action: 'press', customId }),
    select(message: Message, customId: string, values: string[]) {
      picked.set(`${session.view().me}:${message.id}:${customId}`, values);
      return use(message, `${message.id}:${customId}`, { action: 'select', customId, values });
    },
    /** Resolves with what stands in the way, or null when the command has been answered. */
    async command(command: Json, heading: string): Promise<string | null> {
      const result = await act({ action: 'command', command });
      if (result.state === 'refused') return result.reason ?? FAILED;
      if (result.modal) openForm(result.modal);
      if (result.state === 'failed') {
        const notice = { id: uniqueId('notice'), channelId: session.state.channelId, heading };
        session.addNotice({ ...notice, text: result.reason ?? 'The application did not respond.' });
      }
      return null;
    },
    /** Resolves with what is wrong with the form, or null when it was taken. */
    async submit(values: Json): Promise<string | null> {
      const result = await act({ action: 'submit', values });
      if (result.state === 'refused') return result.reason ?? FAILED;
      if (result.state === 'failed') return 'Something went wrong. Try again.';
      return null;
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
