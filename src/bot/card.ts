// The few shapes our messages are made of, as plain Discord JSON: one container with text, lines, buttons and
// selects. Plain objects instead of builders: they are made on every answer, and end-to-end tests check each one.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  escapeMarkdown,
  type SelectMenuDefaultValueType,
} from 'discord.js';
import { remember } from '#lib/remember.ts';
import type { Picture } from '#pictures/picture.ts';

/** What a view returns and the router sends: Components V2, never pinging anybody unless `mentions` says so. */
export type Message = {
  components: (APIContainerComponent | APIActionRowComponent<APIButtonComponent>)[];
  /** Role ids that this message may ping; nobody else is ever pinged. */
  pingRoles?: string[];
  /** Sent with the message; a part must name each of them (`fileLine`). */
  files?: File[];
  /** Drawn when the message is sent; a part must show each of them (`showPicture`), which is left out if it was not. */
  pictures?: Picture[];
};

export type File = { name: string; data: Uint8Array };

export type Part = APIComponentInContainer;
export type Button = APIButtonComponent;

/** Discord's limit for all text displays of one message together. */
export const MAX_TEXT = 4000;

/** One container; `accent` is 0xRRGGBB. Parts that are null or false are left out. */
export function card(accent: number | null, parts: readonly (Part | null | false)[]): Message {
  const components = parts.filter((part): part is Part => part !== null && part !== false);
  return { components: [{ type: ComponentType.Container, accent_color: accent, components }] };
}

export function text(...lines: (string | null | false)[]): Part {
  const content = lines.filter((line) => line !== null && line !== false).join('\n');
  return { type: ComponentType.TextDisplay, content };
}

/** A file of the message, to be downloaded. */
export function fileLine(name: string): Part {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Where a picture of the message stands. Its alt text says what the message says in words as well. */
export function showPicture(picture: Picture): Part {
  const media = { url: `attachment://${pictureFile(picture)}` };
  return {
    type: ComponentType.MediaGallery,
    items: [{ media, description: shorten(picture.alt, MAX_DESCRIPTION) }],
  };
}

export function pictureFile({ name }: Picture): string {
  return `${name}.png`;
}

export function divider(): Part {
  return { type: ComponentType.Separator, divider: true, spacing: 1 };
}

export type ButtonLook = 'primary' | 'secondary' | 'success' | 'danger';
const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

export function button(
  id: string,
  label: string,
  look: { style?: ButtonLook; disabled?: boolean } = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: styles[look.style ?? 'secondary'],
    label: shorten(label, MAX_BUTTON),
    custom_id: id,
    ...(look.disabled ? { disabled: true } : {}),
  };
}

export function linkButton(url: string, label: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: shorten(label, MAX_BUTTON), url };
}

/** Where a channel is opened in Discord itself: a direct message has no commands of a server's. */
export function channelAddress({ serverId, channelId }: { serverId: string; channelId: string }): string {
  return `https://discord.com/channels/${serverId}/${channelId}`;
}

/** Text with a button to the right of it. */
export function beside(accessory: APIButtonComponent, ...lines: (string | null | false)[]): Part {
  const content = lines.filter((line) => line !== null && line !== false).join('\n');
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory,
  };
}

/** A row of at most five buttons. */
export function buttons(...row: (APIButtonComponent | null | false)[]): Part {
  const components = row.filter((item): item is APIButtonComponent => item !== null && item !== false);
  return { type: ComponentType.ActionRow, components };
}

/** Characters of a button, of what an empty menu says, and of one of its choices. */
const MAX_BUTTON = 80;
const MAX_PLACEHOLDER = 150;
const MAX_CHOICE = 100;
/** Of what is said of a picture. */
const MAX_DESCRIPTION = 1024;

export type Choice = { value: string; label: string; description?: string; selected?: boolean };

/** A select menu of our own values; `pick` is how many must be chosen (1 when left out). */
export function select(
  id: string,
  placeholder: string,
  menu: { choices: readonly Choice[]; pick?: number },
): Part {
  const pick = menu.pick ?? 1;
  const component: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: shorten(placeholder, MAX_PLACEHOLDER),
    min_values: pick,
    max_values: pick,
    options: menu.choices.map(({ selected, value, label, description }) => ({
      value,
      label: shorten(label, MAX_CHOICE),
      ...(description === undefined ? {} : { description: shorten(description, MAX_CHOICE) }),
      ...(selected ? { default: true } : {}),
    })),
  };
  return { type: ComponentType.ActionRow, components: [component] };
}

/** A menu of the server's own text channels or roles. `chosen` is shown as the present value; it can be cleared, unless something must be. */
export function pickFromServer(
  id: string,
  placeholder: string,
  menu: { of: 'channel' | 'role'; chosen: string | null; isNeeded?: boolean },
): Part {
  const values = <T extends SelectMenuDefaultValueType>(type: T) =>
    menu.chosen ? [{ id: menu.chosen, type }] : [];
  const base = {
    custom_id: id,
    placeholder: shorten(placeholder, MAX_PLACEHOLDER),
    min_values: menu.isNeeded ? 1 : 0,
    max_values: 1,
  };
  if (menu.of === 'role') {
    return {
      type: ComponentType.ActionRow,
      components: [
        {
          ...base,
          type: ComponentType.RoleSelect,
          default_values: values('role' as SelectMenuDefaultValueType.Role),
        },
      ],
    };
  }
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        ...base,
        type: ComponentType.ChannelSelect,
        channel_types: [0, 5],
        default_values: values('channel' as SelectMenuDefaultValueType.Channel),
      },
    ],
  };
}

/** Beside what is escaped anyway; quotes and small print are ours to add. */
const MARKUP = { heading: true, maskedLink: true };

/** A block of code that begins and ends on lines of its own, or code within a line. */
const CODE = /(^```\w*\n[\s\S]*?\n```$|`[^`\n]+`)/m;

/** Texts kept escaped: those of an evening's questions, in a few megabytes. */
const MAX_PLAIN = 2_000;

/**
 * Text of ours or of a member, safe to show: Discord's markup is escaped, except that `code` stays code, within a line
 * and in blocks. A mention cannot ping (allowed_mentions is empty), and cannot form either.
 */
export const plain = remember(escaped, MAX_PLAIN);

function escaped(content: string): string {
  const parts = content.split(CODE);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : escapeMarkdown(part, MARKUP)
            .replace(/^(\s*)(>|-#)/gm, '$1\\$2')
            .replace(/<(?=[@#:/a-z])/gi, '<\u200b'),
    )
    .join('');
}

/** How many characters of text a message shows: see MAX_TEXT. */
export function textLength(message: Message): number {
  let length = 0;
  const visit = (component: { content?: unknown; components?: unknown }) => {
    if (typeof component.content === 'string') length += component.content.length;
    if (Array.isArray(component.components)) component.components.forEach(visit);
  };
  message.components.forEach(visit);
  return length;
}

/** Shortens for a label, on a character that a reader can tell was cut; never in the middle of an emoji. */
export function shorten(content: string, limit: number): string {
  if (content.length <= limit) return content;
  const cut = content.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

/** An instant that each reader sees in their own zone: R "in 2 hours", F the full date, t the time, D the day. */
export function timestamp(at: Date, style: 'R' | 'F' | 'f' | 't' | 'D' = 'R'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}
