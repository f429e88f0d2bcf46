// A Discord message as text for a terminal: everything a member would see, and the ids to act on it.
import { asObject, asObjects, asText, type Json } from '../json.ts';
import { clockTime, type Names, plainText } from './markup.ts';

const EPHEMERAL = 64;
const LOADING = 128;

export function renderMessage(message: Json, names: Names): string {
  const author = asObject(message.author);
  const name = asText(author.global_name) || asText(author.username);
  const flags = Number(message.flags);
  const marks = [
    author.bot === true ? 'BOT' : '',
    clockTime(asText(message.timestamp)),
    message.edited_timestamp ? 'edited' : '',
    (flags & EPHEMERAL) === 0 ? '' : 'only you can see this',
  ].filter((mark) => mark !== '');
  const where = whereIs(names, asText(message.channel_id));
  return [
    ...renderCause(asObject(message.interaction_metadata), names),
    `${name} · ${marks.join(' · ')}`,
    ...renderBody(message, names).map((line) => `  ${line}`.trimEnd()),
    `  └ id ${asText(message.id)} in ${where}`,
  ].join('\n');
}

/** "#daily", "the thread \"Talk\" in #daily", "direct messages". */
export function whereIs(names: Names, channelId: string): string {
  return names.places.get(channelId) ?? 'direct messages';
}

/** Which command, and whose, the message answers. */
function renderCause(metadata: Json, names: Names): string[] {
  if (typeof metadata.name !== 'string') return [];
  const user = names.users.get(asText(asObject(metadata.user).id)) ?? 'someone';
  return [`╭ ${user} used /${metadata.name}`];
}

const STARTED_THREAD = 18;

function renderBody(message: Json, names: Names): string[] {
  if ((Number(message.flags) & LOADING) !== 0) return ['(is thinking…)'];
  if (message.type === STARTED_THREAD) return [`started a thread: ${asText(message.content)}`];
  const thread = asText(asObject(message.thread).name);
  return [
    ...lines(asText(message.content), names),
    ...asObjects(message.embeds).flatMap((embed) => renderEmbed(embed, names)),
    ...renderPoll(asObject(message.poll)),
    ...asObjects(message.components).flatMap((component) => renderComponent(component, names)),
    ...asObjects(message.attachments).map((file) => renderFile({ ...file, name: file.filename })),
    ...renderReactions(message),
    ...(thread ? [`[thread: ${thread}]`] : []),
  ];
}

function lines(text: string, names: Names): string[] {
  return text === '' ? [] : plainText(text, names).split('\n');
}

/** "[file answers.csv, 23 bytes] Your answers — http://…": the address can be opened or fetched as it is. */
function renderFile({ name, size, description, url }: Json): string {
  const details = [asText(description), asText(url)].filter((part) => part !== '').join(' — ');
  return `[file ${asText(name)}, ${asText(size)} bytes] ${details}`;
}

function renderEmbed(embed: Json, names: Names): string[] {
  const fields = asObjects(embed.fields).flatMap((field) => [
    `${asText(field.name)}:`,
    ...lines(asText(field.value), names).map((line) => `  ${line}`),
  ]);
  const parts = [
    ...lines(asText(asObject(embed.author).name), names),
    ...lines(asText(embed.title), names),
    ...lines(asText(embed.description), names),
    ...fields,
    ...(embed.image ? [`[picture] ${asText(asObject(embed.image).url)}`] : []),
    ...lines(asText(asObject(embed.footer).text), names),
  ];
  return parts.map((line) => `▌ ${line}`);
}

function renderPoll(poll: Json): string[] {
  if (!poll.question) return [];
  const answers = asObjects(poll.answers).map(
    (answer) => `  ( ) ${asText(asObject(answer.poll_media).text)}`,
  );
  return [`Poll: ${asText(asObject(poll.question).text)}`, ...answers];
}

function renderReactions(message: Json): string[] {
  const all = asObjects(message.reactions).map(
    (each) => `${asText(asObject(each.emoji).name)} ${each.count}`,
  );
  return all.length === 0 ? [] : [all.join('  ')];
}

type Renderer = (component: Json, names: Names) => string[];

const RENDERERS = new Map<number, Renderer>([
  [1, renderRow],
  [2, (component) => [renderButton(component)]],
  [3, renderMenu],
  [5, renderMenu],
  [6, renderMenu],
  [7, renderMenu],
  [8, renderMenu],
  [9, renderSection],
  [10, (component, names) => lines(asText(component.content), names)],
  [11, (component) => [renderPicture(component)]],
  [12, (component) => asObjects(component.items).map(renderPicture)],
  [13, (component) => [renderFile({ ...component, url: asObject(component.file).url })]],
  [14, (component) => [component.divider === false ? '' : '─'.repeat(40)]],
  [17, renderContainer],
]);

function renderComponent(component: Json, names: Names): string[] {
  return (
    RENDERERS.get(Number(component.type))?.(component, names) ?? [`(component ${String(component.type)})`]
  );
}

function renderContainer(component: Json, names: Names): string[] {
  const inside = asObjects(component.components).flatMap((child) => renderComponent(child, names));
  return inside.map((line) => `┃ ${line}`.trimEnd());
}

function renderRow(component: Json, names: Names): string[] {
  const children = asObjects(component.components);
  if (children.some((child) => child.type !== 2))
    return children.flatMap((child) => renderComponent(child, names));
  return [children.map(renderButton).join(' ')];
}

function renderSection(component: Json, names: Names): string[] {
  const texts = asObjects(component.components).flatMap((child) => renderComponent(child, names));
  return [...texts, ...renderComponent(asObject(component.accessory), names)];
}

function renderButton(button: Json): string {
  const words = [asText(asObject(button.emoji).name), asText(button.label)]
    .filter((part) => part !== '')
    .join(' ');
  if (button.url) return `[${words} ↗ ${asText(button.url)}]`;
  return button.disabled === true ? `[${words} – disabled]` : `[${words}]`;
}

function renderPicture(item: Json): string {
  const alt = asText(item.description) || 'no description';
  return `[picture: ${alt}] ${asText(asObject(item.media).url)}`;
}

const MENU_OF: Record<number, string> = { 5: 'members', 6: 'roles', 7: 'members and roles', 8: 'channels' };

function renderMenu(menu: Json): string[] {
  const least = Number(menu.min_values ?? 1);
  const most = Number(menu.max_values ?? 1);
  const count = least === most ? `${most}` : `${least}–${most}`;
  const title = asText(menu.placeholder) || 'Make a selection';
  const state = menu.disabled === true ? ', disabled' : '';
  const head = `▾ ${title} (menu "${asText(menu.custom_id)}", choose ${count}${state})`;
  const kind = MENU_OF[Number(menu.type)];
  if (kind) return [head, `    any of the ${kind}`];
  return [head, ...asObjects(menu.options).map(renderOption)];
}

function renderOption(option: Json): string {
  const label = asText(option.label);
  const value = asText(option.value) === label ? '' : ` (value ${asText(option.value)})`;
  const description = option.description ? ` – ${asText(option.description)}` : '';
  return `    ${option.default === true ? '●' : '○'} ${label}${description}${value}`;
}
