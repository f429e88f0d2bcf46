// What a message may hold as a whole: text, embeds, mentions, a poll, and which components go together.
import { type Component, componentFaults, type Placed, placedIn, TYPE } from './component-rules.ts';
import { type Embed, embedFaults } from './embed-rules.ts';
import { badLength, type Fault, lengthOf, type Path, tooLong, wrongType } from './faults.ts';
import { type Files, fileFaults } from './file-rules.ts';

export type Message = {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  attachments?: { id: string | number; filename?: string | null }[] | null;
  sticker_ids?: string[] | null;
  poll?: { answers: { poll_media: { text?: string | null } }[] } | null;
  message_reference?: { type?: number | null } | null;
  shared_client_theme?: unknown;
  allowed_mentions?: Mentions | null;
  flags?: number | null;
};

type Mentions = { parse?: unknown[] | null; users?: unknown[] | null; roles?: unknown[] | null };

const COMPONENTS_V2 = 1 << 15;
const FORWARD = 1;
const CONTENT_MAX = 2000;
const POLL_ANSWER_MAX = 55;
const ROWS_MAX = 5;
const COMPONENTS_MAX = 40;
const TEXT_MAX = 4000;

/** A new message. What `files` holds is unknown where only the body is judged. */
export function messageFaults(message: Message, path: Path, files?: Files): Fault[] {
  if (isEmpty(message) && !files?.uploads.length)
    return [{ path: [], code: '50006', message: 'Cannot send an empty message' }];
  const isV2 = ((message.flags ?? 0) & COMPONENTS_V2) !== 0;
  return [...partFaults(message, path, files), ...layoutFaults(message, path, isV2)];
}

/** A change of a message: anything may be absent, and cleared with null, '' or []. */
export function editFaults(message: Message, path: Path, files?: Files): Fault[] {
  const isV2 = message.flags == null ? undefined : (message.flags & COMPONENTS_V2) !== 0;
  return [...partFaults(message, path, files), ...layoutFaults(message, path, isV2)];
}

function isEmpty(message: Message): boolean {
  if (message.content?.trim() || message.poll || message.shared_client_theme) return false;
  if (message.message_reference?.type === FORWARD) return false;
  return ![message.embeds, message.components, message.attachments, message.sticker_ids].some(
    (list) => list?.length,
  );
}

function partFaults(message: Message, path: Path, files: Files | undefined): Fault[] {
  const faults = embedFaults(message.embeds ?? [], [...path, 'embeds']);
  if (files) faults.push(...fileFaults(message, path, files));
  if (message.content && lengthOf(message.content) > CONTENT_MAX) {
    faults.push(tooLong([...path, 'content'], CONTENT_MAX)); // 4,000 in the schema is for Nitro members
  }
  if (message.allowed_mentions) {
    faults.push(...mentionFaults(message.allowed_mentions, [...path, 'allowed_mentions']));
  }
  message.poll?.answers.forEach(({ poll_media: { text } }, index) => {
    if (lengthOf(text ?? '') <= POLL_ANSWER_MAX) return;
    faults.push(badLength([...path, 'poll', 'answers', index, 'poll_media', 'text'], 1, POLL_ANSWER_MAX));
  });
  return faults;
}

function mentionFaults(mentions: Mentions, path: Path): Fault[] {
  return (['users', 'roles'] as const)
    .filter((kind) => mentions.parse?.includes(kind) && mentions[kind]?.length)
    .map((kind) => ({
      path,
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

/** `isV2` is undefined when only the message being edited knows. */
function layoutFaults(message: Message, path: Path, isV2: boolean | undefined): Fault[] {
  const components = message.components ?? [];
  const at = [...path, 'components'];
  const placed = placedIn(components, at);
  const faults = componentFaults(placed);
  if (isV2 !== false) faults.push(...sizeFaults(placed, at));
  if (isV2 === true) faults.push(...legacyFieldFaults(message, path));
  if (isV2 === false) faults.push(...legacyLayoutFaults(components, at));
  return faults;
}

function sizeFaults(placed: readonly Placed[], path: Path): Fault[] {
  const faults: Fault[] = [];
  if (placed.length > COMPONENTS_MAX) {
    faults.push({
      path,
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `Total number of components cannot exceed ${COMPONENTS_MAX}`,
    });
  }
  const text = placed.filter(({ component }) => component.type === TYPE.text);
  const length = text.reduce((sum, { component }) => sum + lengthOf(component.content ?? ''), 0);
  if (length > TEXT_MAX) {
    faults.push({
      path,
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `Components displayable text size exceeds maximum size of ${TEXT_MAX}`,
    });
  }
  return faults;
}

function legacyFieldFaults(message: Message, path: Path): Fault[] {
  const { content, embeds, poll, sticker_ids } = message;
  const used = { content, embeds: embeds?.length, sticker_ids: sticker_ids?.length, poll };
  return Object.entries(used)
    .filter(([, value]) => value)
    .map(([field]) => ({
      path: [...path, field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function legacyLayoutFaults(components: readonly Component[], path: Path): Fault[] {
  const faults = components.flatMap(({ type }, index) =>
    type === TYPE.row ? [] : [wrongType([...path, index], [TYPE.row])],
  );
  if (faults.length === 0 && components.length > ROWS_MAX) faults.push(tooLong(path, ROWS_MAX));
  return faults;
}
