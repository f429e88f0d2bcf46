// Sending an interaction to the bot and waiting for its first answer.
//
// Two clocks take part. Waiting is in real time: after three real seconds the member sees "did not respond",
// also when the server's clock stands still. The server's clock decides too: moved past the deadline, it
// ends the wait at once. Either way the interaction is dead, and a later callback gets 10062.
import { sendInteraction } from '../interactions.ts';
import { asObjects, asText, type Json } from '../json.ts';
import { CALLBACK, type Interaction, type Message } from '../model.ts';
import type { Platform } from '../platform.ts';
import { compareIds } from '../snowflake.ts';
import type { Waiter } from '../waiters.ts';

export type Choice = { name: string; value: string | number };

/** A modal that is open for one member. */
export type ModalHandle = {
  interactionId: string;
  userId: string;
  channelId: string;
  messageId: string | null;
  customId: string;
  title: string;
  components: Json[];
};

type InteractionState =
  | 'replied'
  | 'deferred'
  | 'updated'
  | 'deferred-update'
  | 'modal'
  | 'autocomplete'
  | 'failed'
  | 'refused';

export type InteractionResult = {
  id: string;
  state: InteractionState;
  reason?: string;
  message?: Message;
  modal?: ModalHandle;
  choices?: Choice[];
  ms: number;
  /** The answer once it is filled in; rejects when there is none to come. */
  settled(): Promise<Message>;
  /** What the bot added with this interaction's token, so far. */
  followUps(): Message[];
};

export function refusedResult(reason: string): InteractionResult {
  return {
    id: '',
    state: 'refused',
    reason,
    ms: 0,
    settled: () => Promise.reject(new Error(reason)),
    followUps: () => [],
  };
}

export function waitForAnswer(
  platform: Platform,
  interaction: Interaction,
  data: Json,
): Promise<InteractionResult> {
  const answer = Promise.withResolvers<InteractionResult>();
  const settled = Promise.withResolvers<Message>();
  // Whoever does not call settled() must not crash over it.
  settled.promise.catch(() => undefined);
  const startedAt = performance.now();
  const finish = (outcome: Outcome) => {
    clearTimeout(timer);
    const ms = performance.now() - startedAt;
    const followUps = () => findFollowUps(platform, interaction.id);
    answer.resolve({ id: interaction.id, ms, settled: () => settled.promise, followUps, ...outcome });
  };
  const fail = (reason: string) => {
    platform.waiters.delete(interaction.id);
    platform.save('interaction', { ...interaction, expired: true });
    settled.reject(new Error(reason));
    finish({ state: 'failed', reason });
  };
  const timer = setTimeout(() => fail('The application did not respond.'), platform.answerMs);
  const waiter: Waiter = {
    deadline: interaction.at + platform.answerMs,
    answered(answered, given) {
      waiter.deadline = Number.POSITIVE_INFINITY;
      const outcome = describeAnswer(platform, answered, given);
      if (!isDeferred(outcome)) {
        platform.waiters.delete(interaction.id);
        if (outcome.message) settled.resolve(outcome.message);
        else settled.reject(new Error(`an answer of kind "${outcome.state}" has no message`));
      }
      finish(outcome);
    },
    settled(message) {
      platform.waiters.delete(interaction.id);
      if (message) settled.resolve(message);
      else settled.reject(new Error('the deferred answer was deleted'));
    },
    expire: () => fail('The application did not respond.'),
  };
  platform.waiters.set(interaction.id, waiter);
  sendInteraction(platform, interaction, data);
  if (!platform.gateway.isServed(interaction.guildId)) fail('The bot is offline.');
  return answer.promise;
}

type Outcome = Pick<InteractionResult, 'state' | 'reason' | 'message' | 'modal' | 'choices'>;

function isDeferred({ state }: Outcome): boolean {
  return state === 'deferred' || state === 'deferred-update';
}

const STATES = new Map<number, InteractionState>([
  [CALLBACK.message, 'replied'],
  [CALLBACK.defer, 'deferred'],
  [CALLBACK.deferUpdate, 'deferred-update'],
  [CALLBACK.update, 'updated'],
  [CALLBACK.autocomplete, 'autocomplete'],
  [CALLBACK.modal, 'modal'],
]);

function describeAnswer(platform: Platform, interaction: Interaction, data: Json): Outcome {
  const state = STATES.get(interaction.answer ?? 0) ?? 'failed';
  if (state === 'autocomplete') return { state, choices: asObjects(data.choices) as Choice[] };
  if (state === 'modal') return { state, modal: openModal(platform, interaction) };
  const stored = platform.world.messages.get(interaction.originalId ?? '');
  return stored ? { state, message: stored.message } : { state };
}

function openModal(platform: Platform, interaction: Interaction): ModalHandle {
  const modal = interaction.modal ?? {};
  const handle: ModalHandle = {
    interactionId: interaction.id,
    userId: interaction.userId,
    channelId: interaction.channelId,
    messageId: interaction.sourceMessageId,
    customId: asText(modal.custom_id),
    title: asText(modal.title),
    components: asObjects(modal.components),
  };
  platform.openModals.set(interaction.userId, handle);
  return handle;
}

function findFollowUps(platform: Platform, interactionId: string): Message[] {
  const { world } = platform;
  const interaction = world.interactions.get(interactionId);
  const log = world.logs.get(interaction?.channelId ?? '') ?? [];
  const found: Message[] = [];
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const id = log[index] ?? '';
    if (compareIds(id, interactionId) < 0) break;
    const stored = world.messages.get(id);
    if (stored?.interactionId === interactionId && id !== interaction?.originalId) found.push(stored.message);
  }
  return found.reverse();
}
