// Answering interactions: the callback, and the webhook of the interaction's token. None of these need
// the bot's token, and none count towards the global limit.
import { answerInteraction, isPrivate } from '../callbacks.ts';
import { refuse } from '../errors.ts';
import { isUserInstallOnly, MAX_FOLLOW_UPS } from '../installations.ts';
import { answerFields, needLiveToken, needOwnMessage, needUnanswered } from '../interactions.ts';
import { asNumber, asObject, type Json } from '../json.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import { CALLBACK, type Interaction, MESSAGE_FLAG, type StoredMessage } from '../model.ts';
import { botUser, type Platform } from '../platform.ts';
import { type Answer, type Call, noContent, ok, param, type Route } from '../router.ts';

const PER_TOKEN = [5, 2] as const;
const MESSAGE = '/webhooks/:application/:token/messages/:message';

export const interactionRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/interactions/:interaction/:token/callback',
    open: true,
    exempt: true,
    limit: null,
    validate: 'callback',
    target: updatedMessage,
    run: callback,
  },
  {
    method: 'POST',
    pattern: '/webhooks/:application/:token',
    open: true,
    exempt: true,
    limit: PER_TOKEN,
    validate: 'execute-webhook',
    run: followUp,
  },
  { method: 'GET', pattern: MESSAGE, open: true, exempt: true, limit: PER_TOKEN, run: show },
  {
    method: 'PATCH',
    pattern: MESSAGE,
    open: true,
    exempt: true,
    limit: PER_TOKEN,
    validate: 'edit-webhook-message',
    target: editedMessage,
    run: edit,
  },
  { method: 'DELETE', pattern: MESSAGE, open: true, exempt: true, limit: PER_TOKEN, run: remove },
];

function updatedMessage(call: Call): StoredMessage | undefined {
  const { world } = call.platform;
  if (call.body.type !== CALLBACK.update) return undefined;
  return world.messages.get(world.interactions.get(param(call, 'interaction'))?.sourceMessageId ?? '');
}

function editedMessage(call: Call): StoredMessage | undefined {
  const { world } = call.platform;
  const id = param(call, 'message');
  const original = world.tokens.get(param(call, 'token'))?.originalId ?? '';
  return world.messages.get(id === '@original' ? original : id);
}

function callback(call: Call): Answer {
  const { platform, body, uploads } = call;
  const interaction = needUnanswered(platform, param(call, 'interaction'), param(call, 'token'));
  const type = asNumber(body.type);
  const stored = answerInteraction(platform, interaction, { type, data: asObject(body.data), uploads });
  if (call.query.get('with_response') !== 'true') return noContent;
  return ok(describeAnswer(interaction, type, stored));
}

function describeAnswer(interaction: Interaction, type: number, stored: StoredMessage | null): Json {
  const flags = stored?.message.flags ?? 0;
  const response = stored
    ? {
        response_message_id: stored.message.id,
        response_message_loading: (flags & MESSAGE_FLAG.loading) !== 0,
        response_message_ephemeral: stored.visibleTo !== null,
      }
    : {};
  return {
    interaction: { id: interaction.id, type: interaction.type, ...response },
    resource: { type, ...(stored ? { message: stored.message } : {}) },
  };
}

function needToken(call: Call): Interaction {
  return needLiveToken(call.platform, param(call, 'application'), param(call, 'token'));
}

function followUp(call: Call): Answer {
  const { platform, body, uploads } = call;
  const interaction = needToken(call);
  const draft = { body, uploads, mentionDefault: 'users' as const };
  const loading = loadingOriginal(platform, interaction);
  // Deprecated but still so: the first follow-up after a defer fills in the loading message.
  if (loading) return ok(settle(call, editMessage(platform, loading, draft)).message);
  countFollowUp(platform, interaction);
  const ephemeral = isPrivate(platform, interaction, body);
  const stored = createMessage(platform, draft, {
    channelId: interaction.channelId,
    author: botUser(platform),
    visibleTo: ephemeral ? interaction.userId : null,
    interactionId: interaction.id,
    extra: { ...answerFields(platform, interaction), type: 0 },
  });
  return ok(stored.message);
}

/** Deleted ones count too. */
function countFollowUp(platform: Platform, interaction: Interaction): void {
  if (!isUserInstallOnly(interaction)) return;
  const followUps = (interaction.followUps ?? 0) + 1;
  if (followUps > MAX_FOLLOW_UPS) refuse('maxFollowUps');
  platform.save('interaction', { ...interaction, followUps });
}

function loadingOriginal(platform: Platform, interaction: Interaction): StoredMessage | null {
  if (interaction.answer !== CALLBACK.defer) return null;
  const stored = platform.world.messages.get(interaction.originalId ?? '');
  return stored && (stored.message.flags & MESSAGE_FLAG.loading) !== 0 ? stored : null;
}

/** Tells whoever waits for the deferred answer. */
function settle(call: Call, stored: StoredMessage): StoredMessage {
  const interaction = call.platform.world.tokens.get(param(call, 'token'));
  if (interaction?.originalId === stored.message.id) {
    call.platform.waiters.get(interaction.id)?.settled(stored.message);
  }
  return stored;
}

function needTarget(call: Call): StoredMessage {
  return needOwnMessage(call.platform, needToken(call), param(call, 'message'));
}

function show(call: Call): Answer {
  return ok(needTarget(call).message);
}

function edit(call: Call): Answer {
  const { platform, body, uploads } = call;
  const target = needTarget(call);
  return ok(settle(call, editMessage(platform, target, { body, uploads, mentionDefault: 'users' })).message);
}

function remove(call: Call): Answer {
  const target = needTarget(call);
  if (target.message.author.id !== call.platform.application.botId) refuse('missingPermissions');
  deleteMessage(call.platform, target);
  const interaction = call.platform.world.tokens.get(param(call, 'token'));
  if (interaction?.originalId === target.message.id) call.platform.waiters.get(interaction.id)?.settled(null);
  return noContent;
}
