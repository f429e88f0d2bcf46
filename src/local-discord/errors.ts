// Discord's errors by name: HTTP status, code and words, and the nested form of body faults.
import type { Fault } from './validate/index.ts';

const KNOWN = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  tooLarge: [413, 40005, 'Request entity too large'],
  badJson: [400, 50109, 'The request body contains invalid JSON.'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  maxPins: [400, 30003, 'Maximum number of pins reached (250)'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted.'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  maxFollowUps: [400, 40094, 'This interaction has hit the maximum number of follow up messages'],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  nonTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  tooOld: [400, 50034, 'You can only bulk delete messages that are under 14 days old.'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  noMutualGuilds: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  threadLocked: [403, 160005, 'Thread is locked'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  pollNotEditable: [400, 520003, 'Cannot edit a poll message'],
} as const satisfies Record<string, readonly [number, number, string]>;

export type ErrorName = keyof typeof KNOWN;

export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly faults: readonly Fault[];

  constructor(name: ErrorName, faults: readonly Fault[] = []) {
    const [status, code, message] = KNOWN[name];
    super(message);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }

  body(): Record<string, unknown> {
    const plain = { message: this.message, code: this.code };
    return this.faults.length === 0 ? plain : { ...plain, errors: nestFaults(this.faults) };
  }
}

/** Two faults are errors of their own with Discord; see validate/index.ts. */
export function refuseFaults(faults: readonly Fault[]): void {
  const code = faults[0]?.code;
  if (code === '50006') refuse('emptyMessage');
  if (code === '30032') refuse('tooManyCommands');
  if (faults.length > 0) throw new DiscordError('invalidForm', faults);
}

export function refuse(name: ErrorName): never {
  throw new DiscordError(name);
}

export function refuseField(path: (string | number)[], code: string, message: string): never {
  throw new DiscordError('invalidForm', [{ path, code, message }]);
}

type Nested = { [key: string]: Nested | { code: string; message: string }[] };

function nestFaults(faults: readonly Fault[]): Nested {
  const root: Nested = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const step of path) {
      const next = node[String(step)];
      node = next && !Array.isArray(next) ? next : attach(node, String(step));
    }
    const list = node._errors;
    if (Array.isArray(list)) list.push({ code, message });
    else node._errors = [{ code, message }];
  }
  return root;
}

function attach(node: Nested, key: string): Nested {
  const child: Nested = {};
  node[key] = child;
  return child;
}
