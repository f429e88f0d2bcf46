// Carries out one sentence and returns what to print.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fieldOf } from '../acting/submit.ts';
import { COMPONENT } from '../components.ts';
import { asObject, asObjects, asText, asTexts, isObject, type Json } from '../json.ts';
import { plainText } from './markup.ts';
import { renderCommand } from './render-command.ts';
import { renderForm } from './render-form.ts';
import { renderMessage, whereIs } from './render-text.ts';
import { parseFields, type Sentence, splitValues } from './sentence.ts';
import { Complaint, readNames, type Server } from './server.ts';

export type Doing = { server: Server; who: string; channel: string };

export async function carryOut(doing: Doing, sentence: Sentence): Promise<string> {
  switch (sentence.kind) {
    case 'show':
      return show(doing);
    case 'commands':
      return listCommands(doing);
    case 'wait':
      return wait(doing, sentence.forMs);
    case 'autocomplete':
      return suggest(doing, sentence.text);
    case 'send': {
      const sent = await act(doing, { action: 'send', content: sentence.text });
      return renderMessage(asObject(sent.message), await readNames(doing.server, doing.who));
    }
    case 'post': {
      await act(doing, { action: 'post', name: sentence.name, content: sentence.text });
      return `The post "${sentence.name}" is open.`;
    }
    case 'install':
      await act(doing, { action: 'install' });
      return `The bot is installed for ${doing.who}: its commands are theirs everywhere, also where it is not.`;
    case 'uninstall':
      await act(doing, { action: 'uninstall' });
      return `The bot is no longer installed for ${doing.who}.`;
    case 'dismiss':
    case 'delete':
      await act(doing, { action: sentence.kind, message: sentence.message });
      return `Message ${sentence.message} is gone.`;
    default:
      return describeAnswer(
        doing,
        await act(doing, { ...(await requestFor(doing, sentence)), settle: true }),
      );
  }
}

function act({ server, who, channel }: Doing, request: Json): Promise<Json> {
  return server.post('/local/act', { as: who, channel, ...request });
}

async function requestFor(
  doing: Doing,
  sentence: Extract<Sentence, { kind: 'command' | 'press' | 'select' | 'submit' | 'menu' }>,
): Promise<Json> {
  switch (sentence.kind) {
    case 'command':
      return { action: 'command', text: sentence.text };
    case 'press':
      return { action: 'press', label: sentence.label, message: sentence.message };
    case 'select': {
      const menu = sentence.customId === '' ? {} : { customId: sentence.customId };
      return { action: 'select', values: sentence.values, message: sentence.message, ...menu };
    }
    case 'menu':
      return { action: 'context', name: sentence.name, target: sentence.target };
    case 'submit':
      return { action: 'submit', values: await readForm(doing, sentence.text) };
  }
}

async function readForm({ server, who }: Doing, text: string): Promise<Json> {
  const { modal } = await server.get(`/local/modal?as=${encodeURIComponent(who)}`);
  if (!isObject(modal)) throw new Complaint(`No form is open for ${who}.`);
  const fields = asObjects(modal.components)
    .map(fieldOf)
    .filter(({ field }) => field !== null);
  const names = fields.flatMap(({ field, label }) => [asText(field?.custom_id), label]);
  const given = parseFields(text, names);
  if (given.size === 0 && text.trim() !== '') {
    throw new Complaint(
      `Write field=value. The fields are: ${fields.map((each) => each.field?.custom_id).join(', ')}`,
    );
  }
  const typeOf = (name: string) =>
    Number(fields.find(({ field, label }) => field?.custom_id === name || label === name)?.field?.type);
  return Object.fromEntries([...given].map(([name, value]) => [name, readField(typeOf(name), value)]));
}

const MANY: number[] = [
  COMPONENT.stringSelect,
  COMPONENT.userSelect,
  COMPONENT.roleSelect,
  COMPONENT.mentionableSelect,
  COMPONENT.channelSelect,
  COMPONENT.checkboxGroup,
];

function readField(type: number, value: string): unknown {
  if (type === COMPONENT.fileUpload) return splitValues(value).map(readFile);
  return MANY.includes(type) ? splitValues(value) : value;
}

function readFile(text: string): Json {
  const path = text.replace(/^@/, '');
  if (!existsSync(path)) throw new Complaint(`There is no file ${path}.`);
  return { name: basename(path), base64: readFileSync(path).toString('base64') };
}

async function suggest(doing: Doing, text: string): Promise<string> {
  const { choices } = await act(doing, { action: 'autocomplete', text });
  const found = asObjects(choices);
  if (found.length === 0) return 'No options match your search.';
  return found
    .map(({ name, value }) => (name === value ? `  ${name}` : `  ${String(name)}  (value ${String(value)})`))
    .join('\n');
}

/** Those that the member is offered in this place. */
async function listCommands(doing: Doing): Promise<string> {
  const { server, who } = doing;
  const { channel } = await look(doing, '1');
  const view = await server.get(`/local/view?as=${encodeURIComponent(who)}`);
  const all = asObjects(view.commands);
  if (all.length === 0) return 'The bot has registered no commands. Is it running?';
  const here = asObjects(view.channels).find((each) => each.id === asObject(channel).id);
  const commands = all.filter(({ id }) => asTexts(here?.commands).includes(asText(id)));
  if (commands.length === 0)
    return `There are no commands here. Where the bot is not, those who installed it have them: "install".`;
  const { locale } = await readNames(server, who);
  return commands.flatMap((command) => renderCommand(command, { prefix: '/', locale })).join('\n');
}

/** The clock is everybody's; the member only says in whose language it is read out. */
async function wait({ server, who }: Doing, forMs: number): Promise<string> {
  const { now } = await server.post('/local/clock', { shift: forMs });
  return `It is now ${plainText(`<t:${Math.floor(Number(now) / 1000)}:F>`, await readNames(server, who))}.`;
}

function look({ server, who, channel }: Doing, limit: string): Promise<Json> {
  return server.get(`/local/messages?${new URLSearchParams({ as: who, channel, limit })}`);
}

async function show(doing: Doing): Promise<string> {
  const { messages, channel: place } = await look(doing, '10');
  const names = await readNames(doing.server, doing.who);
  const seen = asObjects(messages);
  if (seen.length === 0) return `There is nothing in ${whereIs(names, asText(asObject(place).id))}.`;
  return seen.map((message) => renderMessage(message, names)).join('\n\n');
}

async function describeAnswer({ server, who }: Doing, answer: Json): Promise<string> {
  const result = asObject(answer.result);
  if (result.state === 'refused' || result.state === 'failed') throw new Complaint(asText(result.reason));
  const names = await readNames(server, who);
  const also = asObjects(answer.also);
  const where = asObject(answer.where);
  const parts = [
    ...(where.message
      ? [`In ${whereIs(names, asText(where.channel))}, on message ${asText(where.message)}:`]
      : []),
    ...(isObject(result.modal) ? [renderForm(result.modal, who, names)] : []),
    ...(isObject(result.message) ? [renderMessage(result.message, names)] : []),
    ...also.map((message) => renderMessage(message, names)),
  ];
  const isSilent = !result.modal && !result.message && also.length === 0;
  return [...parts, ...(isSilent ? ['Done; there is nothing new to see.'] : [])].join('\n\n');
}
