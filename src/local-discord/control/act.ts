// POST /local/act: one member does one thing. The same actions as in-process, by name. With `locale` the member's
// client is set to that language first.
import { type Actor, createActor } from '../acting/actor.ts';
import type { CommandInput } from '../acting/find-command.ts';
import { refuseAct } from '../acting/refusal.ts';
import type { InteractionResult } from '../acting/result.ts';
import type { FieldValues } from '../acting/submit.ts';
import { COMPONENT, findByCustomId, findByLabel, isSelect, walkComponents } from '../components.ts';
import { setInstalled } from '../installations.ts';
import { asObject, asText, asTexts, type Json } from '../json.ts';
import { setLocale } from '../languages.ts';
import type { Channel, Message } from '../model.ts';
import { needAccount, type Platform } from '../platform.ts';
import { directChannelWith } from '../routes/users.ts';
import { compareIds } from '../snowflake.ts';
import {
  findPlace,
  findUser,
  linkMentions,
  seenIn,
  seenWithThreads,
  visibleChannels,
  visibleThreads,
} from './lookup.ts';

type Doing = { platform: Platform; actor: Actor; userId: string; channel: Channel; request: Json };
type Action = (doing: Doing) => Promise<unknown> | unknown;

const ACTIONS: Record<string, Action> = {
  command: (doing) => report(doing, doing.actor.command(doing.channel.id, commandOf(doing.request))),
  context: (doing) => {
    const { actor, channel, request } = doing;
    const target = targetOf(doing.platform, asText(request.target));
    return report(doing, actor.context(channel.id, asText(request.name), target));
  },
  autocomplete: async ({ actor, channel, request }) => ({
    choices: await actor.autocomplete(channel.id, commandOf(request)),
  }),
  press: (doing) => useTarget(doing, press),
  select: (doing) => useTarget(doing, select),
  submit: (doing) => report(doing, submit(doing)),
  send: ({ platform, actor, channel, request }) => ({
    message: actor.send(channel.id, linkMentions(platform, asText(request.content))),
  }),
  post: ({ platform, actor, channel, request }) => {
    const content = linkMentions(platform, asText(request.content));
    return { thread: actor.post(channel.id, { name: asText(request.name), content }) };
  },
  dismiss: ({ actor, request }) => ({ dismissed: actor.dismiss(asText(request.message)) ?? true }),
  direct: ({ platform, userId }) => ({ channel: directChannelWith(platform, userId) }),
  install: ({ platform, userId }) => install(platform, userId, true),
  uninstall: ({ platform, userId }) => install(platform, userId, false),
  locale: ({ platform, userId }) => ({ locale: needAccount(platform, userId).locale }),
  delete: ({ actor, request }) => ({ deleted: actor.delete(asText(request.message)) ?? true }),
};

function install(platform: Platform, userId: string, isInstalled: boolean): Json {
  setInstalled(platform, userId, isInstalled);
  return { isInstalled };
}

export async function act(platform: Platform, request: Json): Promise<unknown> {
  const user = findUser(platform, asText(request.as));
  const locale = asText(request.locale);
  if (locale !== '') setLocale(platform, user.id, locale);
  const channel = findPlace(platform, user.id, asText(request.channel));
  // An own one: "constructor" is none.
  const name = asText(request.action);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action) return refuseAct(`Unknown action. There are: ${Object.keys(ACTIONS).join(', ')}`);
  platform.lastChannels.set(user.id, channel.id);
  return action({ platform, actor: createActor(platform, user.id), userId: user.id, channel, request });
}

/** A message id, or a member by name. */
function targetOf(platform: Platform, text: string): string {
  return /^\d+$/.test(text) ? text : findUser(platform, text).id;
}

function commandOf(request: Json): CommandInput {
  if (typeof request.text === 'string') return request.text;
  const command = asObject(request.command);
  const options = Object.entries(asObject(command.options)).map(([key, value]) => [key, readFile(value)]);
  return { ...command, name: asText(command.name), options: Object.fromEntries(options) };
}

/** How long what the bot posts besides its answer may take to be reported along with it. */
const LINGER_MS = 250;
const SETTLE_MS = 20_000;

/** With `settle`, a deferred answer is waited for, and other new messages are reported as `also`. */
async function report(doing: Doing, pending: Promise<InteractionResult>): Promise<Json> {
  const { platform, userId, channel, request } = doing;
  const isPatient = request.settle === true;
  const newest = isPatient ? seenWithThreads(platform, userId, channel).at(-1)?.id : undefined;
  const result = await pending;
  const { settled, followUps, ...plain } = result;
  if (!isPatient) return { result: { ...plain, followUps: followUps() } };
  const message = await settledMessage(result);
  await pause(LINGER_MS);
  const now = seenWithThreads(platform, userId, channel);
  const current = now.find((each) => each.id === message?.id) ?? message;
  const also = now.filter((each) => compareIds(each.id, newest ?? '') > 0 && each.id !== message?.id);
  return { result: { ...plain, ...(current ? { message: current } : {}), followUps: followUps() }, also };
}

async function settledMessage(result: InteractionResult): Promise<Message | undefined> {
  const isDeferred = result.state === 'deferred' || result.state === 'deferred-update';
  if (!isDeferred) return result.message;
  const limit = result.state === 'deferred' ? SETTLE_MS : 1_000;
  return await Promise.race([result.settled(), pause(limit).then(() => result.message)]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

type Use = (doing: Doing, message: Message) => Promise<InteractionResult>;

/** Says on which message it was done: whoever named none has to see whether it was the one they meant. */
async function useTarget(doing: Doing, use: Use): Promise<Json> {
  const message = findTarget(doing);
  const where = { channel: message.channel_id, message: message.id };
  return { ...(await report(doing, use(doing, message))), where };
}

function press({ actor, request }: Doing, message: Message): Promise<InteractionResult> {
  if (typeof request.customId === 'string') return actor.press(message.id, request.customId);
  return actor.press(message.id, { label: asText(request.label) });
}

function select({ actor, request }: Doing, message: Message): Promise<InteractionResult> {
  const menus = [...walkComponents(message.components)].filter(isSelect);
  const menu = menus.find((each) => each.custom_id === request.customId) ?? menus[0];
  return actor.select(message.id, asText(menu?.custom_id), asTexts(request.values));
}

function submit({ platform, actor, userId, request }: Doing): Promise<InteractionResult> {
  const modal = platform.openModals.get(userId) ?? refuseAct('No form is open for this member.');
  return actor.submit(modal, readFiles(asObject(request.values)));
}

function readFiles(values: Json): FieldValues {
  const read = (value: unknown) => (Array.isArray(value) ? value.map(readFile) : value);
  const entries = Object.entries(values).map(([key, value]) => [key, read(value)]);
  return Object.fromEntries(entries) as FieldValues;
}

/** Files come as { name, base64, contentType? }; anything else stays as it is. */
function readFile(value: unknown): unknown {
  const { name, base64, contentType } = asObject(value);
  if (typeof base64 !== 'string') return value;
  const data = new Uint8Array(Buffer.from(base64, 'base64'));
  return { name: asText(name), data, ...(contentType ? { contentType: asText(contentType) } : {}) };
}

/** The message named, else the newest one seen that has what is asked for: in the channel named, or anywhere. */
function findTarget(doing: Doing): Message {
  const { platform, userId, channel, request } = doing;
  const id = asText(request.message);
  const named = id === '' ? undefined : platform.world.messages.get(id)?.message;
  if (named) return named;
  if (id !== '') return refuseAct(`There is no message ${id}.`);
  const isPlaceNamed = asText(request.channel) !== '';
  const places = isPlaceNamed ? [channel] : visibleChannels(platform, userId);
  const seen = seenIn(platform, userId, places).reverse().filter(hasControls);
  const found = seen.find((each) => offers(each, request));
  if (!found && isPlaceNamed) return refuseElsewhere(doing);
  const target = found ?? seen[0];
  if (!target) return refuseAct('This member sees no message with buttons or menus.');
  platform.lastChannels.set(userId, target.channel_id);
  return target;
}

/** Not in the channel named; a thread below it is another place, and may hold another question. */
function refuseElsewhere({ platform, userId, channel, request }: Doing): never {
  const threads = visibleThreads(platform, userId, channel);
  const has = (thread: Channel) => seenIn(platform, userId, [thread]).some((each) => offers(each, request));
  const names = threads.filter(has).map((thread) => `in "${thread.name}" …`);
  const what = request.label === undefined ? 'menu' : `button "${asText(request.label)}"`;
  const hint = names.length === 0 ? '' : ` Its threads have one: ${names.join(', ')}`;
  return refuseAct(`Nothing in #${channel.name ?? channel.id} has a ${what}.${hint}`);
}

function hasControls(message: Message): boolean {
  return [...walkComponents(message.components)].some(
    (each) => each.type === COMPONENT.button || isSelect(each),
  );
}

function offers({ components }: Message, request: Json): boolean {
  if (typeof request.customId === 'string') return findByCustomId(components, request.customId) !== null;
  if (typeof request.label === 'string') return findByLabel(components, request.label) !== null;
  return [...walkComponents(components)].some(isSelect);
}
