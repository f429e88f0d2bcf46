// What Discord would refuse in a request body with 50035: its schema first, then what the schema misses.
// Two faults belong to other answers: code '50006' is "Cannot send an empty message" and '30032' is
// "Maximum number of application commands reached"; both come alone, with an empty path.
//
// An edit is judged without the message it edits. When `flags` is absent the message may already be of
// Components V2, so either kind of component passes; a caller who knows the message can fill `flags` in.
import { type Command, commandFaults, commandListFaults } from './command-rules.ts';
import type { Fault } from './faults.ts';
import type { Files } from './file-rules.ts';
import { editFaults, type Message, messageFaults } from './message-rules.ts';
import { autocompleteFaults, type Modal, modalFaults, type Suggestions } from './modal-rules.ts';
import { type BodyKind, schemaFaults } from './schema.ts';

export type { Fault } from './faults.ts';
export type { BodyKind } from './schema.ts';

/**
 * Empty when accepted. The rules run only on a body of the right shape, as they do at Discord. Without `files` nothing
 * is said of what the body refers to.
 */
export function validateBody(kind: BodyKind, body: unknown, files?: Files): Fault[] {
  const faults = schemaFaults(kind, body);
  return faults.length > 0 ? faults : ruleFaults(kind, body, files);
}

// The casts below are safe because the schema has just accepted the body.
function ruleFaults(kind: BodyKind, body: unknown, files: Files | undefined): Fault[] {
  switch (kind) {
    case 'create-message':
    case 'execute-webhook':
      return messageFaults(body as Message, [], files);
    case 'edit-message':
    case 'edit-webhook-message':
      return editFaults(body as Message, [], files);
    case 'callback':
      return callbackFaults(body as Callback, files);
    case 'create-thread':
      return threadFaults(body as Thread, files);
    case 'create-thread-from-message':
      return [];
    case 'bulk-commands':
      return commandListFaults(body as Command[]);
    case 'create-command':
      return commandFaults(body as Command, [], false);
    case 'edit-command':
      return commandFaults(body as Command, [], true);
  }
}

type Thread = { message?: Message };

function threadFaults(thread: Thread, files: Files | undefined): Fault[] {
  return thread.message ? messageFaults(thread.message, ['message'], files) : [];
}

type Callback = { type: number; data?: unknown };

/** Types 1, 5, 6 and 12 carry nothing that could be wrong: a deferral ignores all but the ephemeral flag. */
function callbackFaults({ type, data }: Callback, files: Files | undefined): Fault[] {
  switch (type) {
    case 4:
      return messageFaults((data ?? {}) as Message, ['data'], files);
    case 7:
      return editFaults((data ?? {}) as Message, ['data'], files);
    case 8:
      return autocompleteFaults((data ?? {}) as Suggestions, ['data']);
    case 9:
      return modalFaults(data as Modal, ['data']);
    default:
      return [];
  }
}
