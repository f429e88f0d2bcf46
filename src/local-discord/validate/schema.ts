// Which generated schema judges which body, and where those schemas are stricter than Discord.
// What they are too lax about is in the *-rules.ts files.
import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { type Fault, notOneOf, type Path, required } from './faults.ts';
import { faultsOfIssues, isRecord, type JsonIssue, valueAt } from './schema-faults.ts';

export type BodyKind =
  | 'create-message'
  | 'edit-message'
  | 'callback'
  | 'execute-webhook'
  | 'edit-webhook-message'
  | 'create-thread-from-message'
  | 'create-thread'
  | 'bulk-commands'
  | 'create-command'
  | 'edit-command';

const CALLBACKS = new Map<unknown, z.ZodMiniType>([
  [1, spec.PongInteractionCallbackRequestSchema],
  [4, spec.CreateMessageInteractionCallbackRequestSchema],
  [5, spec.CreateMessageInteractionCallbackRequestSchema],
  [6, spec.UpdateMessageInteractionCallbackRequestSchema],
  [7, spec.UpdateMessageInteractionCallbackRequestSchema],
  [8, spec.ApplicationCommandAutocompleteCallbackRequestSchema],
  [9, spec.ModalInteractionCallbackRequestSchema],
  [12, spec.LaunchActivityInteractionCallbackRequestSchema],
  [13, spec.SocialLayerSKUPurchaseEligibilityInteractionCallbackRequestSchema],
]);

const BODIES = {
  'create-message': spec.MessageCreateRequestSchema,
  'edit-message': spec.MessageEditRequestPartialSchema,
  'execute-webhook': spec.IncomingWebhookRequestPartialSchema,
  'edit-webhook-message': spec.IncomingWebhookUpdateRequestPartialSchema,
  'create-thread-from-message': spec.CreateTextThreadWithMessageRequestSchema,
  'bulk-commands': z.array(spec.ApplicationCommandUpdateRequestSchema).check(z.maxLength(130)),
  'create-command': spec.ApplicationCommandCreateRequestSchema,
  'edit-command': spec.ApplicationCommandPatchRequestPartialSchema,
} satisfies Partial<Record<BodyKind, z.ZodMiniType>>;

/** What the generated schema of the kind refuses; empty when the body has the right shape. */
export function schemaFaults(kind: BodyKind, body: unknown): Fault[] {
  const schema = schemaFor(kind, body);
  if (!schema) return [callbackTypeFault(body)];
  const result = schema.safeParse(body);
  if (result.success) return [];
  return faultsOfIssues({ schema, body, isForgiven }, result.error.issues);
}

function schemaFor(kind: BodyKind, body: unknown): z.ZodMiniType | undefined {
  if (kind === 'callback') return CALLBACKS.get(isRecord(body) ? body.type : undefined);
  if (kind !== 'create-thread') return BODIES[kind];
  // Only a post in a forum carries its first message.
  const isPost = isRecord(body) && body.message !== undefined;
  return isPost ? spec.CreateForumThreadRequestSchema : spec.CreateTextThreadWithoutMessageRequestSchema;
}

function callbackTypeFault(body: unknown): Fault {
  const isMissing = !isRecord(body) || body.type === undefined;
  return isMissing ? required(['type']) : notOneOf(['type'], CALLBACKS.keys());
}

/** The schemas refuse some things that Discord takes: each line is one of them. */
function isForgiven(issue: JsonIssue, path: Path, body: unknown): boolean {
  const value = valueAt(body, path);
  if (typeof value === 'string') return isForgivenText(issue, path, value);
  const key = path.at(-1);
  const parent = path.at(-2);
  // Documented as an optional id for new files, which discord.js numbers from 0.
  if (key === 'id' && path.at(-3) === 'attachments') return Number.isInteger(value);
  // 1 is a forwarded message.
  if (key === 'type' && parent === 'message_reference') return value === 1;
  // A custom emoji may be named by its id alone.
  if (key === 'name' && parent === 'emoji') return value == null && hasId(valueAt(body, path.slice(0, -1)));
  // discord.js clears a translation with null.
  return value === null && (parent === 'name_localizations' || parent === 'description_localizations');
}

function isForgivenText(issue: JsonIssue, path: Path, value: string): boolean {
  // A 64 bit number, sent as text by everyone.
  if (path.at(-1) === 'default_member_permissions') return /^\d+$/.test(value);
  if (issue.code !== 'invalid_format') return false;
  // zod wants UTC, Discord takes an offset too.
  if (issue.format === 'datetime') return !Number.isNaN(Date.parse(value));
  // A file name need not be a host name.
  return issue.format === 'url' && /^attachment:\/\/./.test(value);
}

function hasId(emoji: unknown): boolean {
  return isRecord(emoji) && typeof emoji.id === 'string';
}
