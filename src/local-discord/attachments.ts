// The files of a message: kept with it, and put where its embeds and components refer to them.
import { walkComponents } from './components.ts';
import { cleanFileName, describeFile, type Upload } from './files.ts';
import { asObject, asObjects, asText, isObject, type Json } from './json.ts';
import type { Attachment, Message, StoredMessage } from './model.ts';
import type { Platform } from './platform.ts';

/** Attachment flag of what is shown only when somebody asks for it. */
const SPOILER = 1 << 3;

/** All files of a message, those that it shows in embeds and components included. */
export function filesOf(stored: StoredMessage): Attachment[] {
  return stored.files ?? stored.message.attachments;
}

/** Of a message being edited: all of them without `attachments`, else those listed, with what it says of them. */
export function keptFiles(stored: StoredMessage, body: Json): Attachment[] {
  if (!Array.isArray(body.attachments)) return filesOf(stored);
  const listed = asObjects(body.attachments);
  return filesOf(stored).flatMap((file) => {
    const details = listed.find((each) => asText(each.id) === file.id);
    return details ? [{ ...file, ...describedBy(details) }] : [];
  });
}

export function storeUploads(
  platform: Platform,
  uploads: Upload[],
  { body, isPrivate }: { body: Json; isPrivate: boolean },
): Attachment[] {
  const listed = asObjects(body.attachments);
  return uploads.map((upload) => {
    const id = platform.ids.next();
    const details = listed.find((each) => asText(each.id) === upload.placeholder) ?? {};
    const name = asText(details.filename) || upload.name;
    platform.files.put(id, upload.data);
    const file = describeFile(id, { ...upload, name }, platform.url);
    return { ...file, ...describedBy(details), ...(isPrivate ? { ephemeral: true } : {}) };
  });
}

function describedBy({ description, is_spoiler }: Json): Partial<Attachment> {
  return {
    ...(asText(description) === '' ? {} : { description: asText(description) }),
    ...(is_spoiler === true ? { flags: SPOILER } : {}),
  };
}

/** `attachments` of a message holds only the files that it does not show elsewhere. */
export function unshownFiles(
  files: readonly Attachment[],
  { embeds, components }: Pick<Message, 'embeds' | 'components'>,
): Attachment[] {
  if (files.length === 0) return [];
  const shown = JSON.stringify([embeds, components]);
  return files.filter((file) => !shown.includes(JSON.stringify(file.url)));
}

const REFERENCE = 'attachment://';

function findFile(files: readonly Attachment[], url: string): Attachment | undefined {
  if (!url.startsWith(REFERENCE)) return files.find((file) => file.url === url);
  const name = cleanFileName(url.slice(REFERENCE.length));
  return files.find((file) => file.filename === name);
}

/** What Discord adds to an address that it knows: where it is, and what is there. */
function unfurl(media: Json, files: readonly Attachment[]): Json {
  const url = asText(media.url);
  const file = findFile(files, url);
  if (!file) return { ...media, proxy_url: url };
  const { id, content_type, width = null, height = null } = file;
  return { id, url: file.url, proxy_url: file.url, width, height, content_type, attachment_id: id };
}

/** A copy of numbered components in which media are unfurled. */
export function placeInComponents(components: readonly Json[], files: readonly Attachment[]): Json[] {
  const placed = structuredClone([...components]);
  for (const component of walkComponents(placed)) {
    if (isObject(component.media)) {
      component.media = unfurl(component.media, files);
      component.spoiler ??= false;
    }
    if (Array.isArray(component.items)) {
      const whole = asObjects(component.items).map((item) => ({
        description: null,
        spoiler: false,
        ...item,
      }));
      component.items = whole.map((item) => ({
        ...item,
        media: unfurl(asObject(asObject(item).media), files),
      }));
    }
    if (isObject(component.file)) Object.assign(component, describeFileComponent(component, files));
  }
  return placed;
}

function describeFileComponent(component: Json, files: readonly Attachment[]): Json {
  const media = asObject(component.file);
  const file = findFile(files, asText(media.url));
  return {
    file: unfurl(media, files),
    name: file?.filename ?? null,
    size: file?.size ?? null,
    spoiler: component.spoiler === true,
  };
}

const PICTURES = ['image', 'thumbnail'];
const ICONS = ['author', 'footer'];

export function placeInEmbeds(embeds: readonly Json[], files: readonly Attachment[]): Json[] {
  return embeds.map((embed) => {
    const placed: Json = { type: 'rich', ...embed };
    for (const key of PICTURES) if (isObject(embed[key])) placed[key] = unfurlPicture(embed[key], files);
    for (const key of ICONS) if (isObject(embed[key])) placed[key] = resolveIcon(embed[key], files);
    return placed;
  });
}

function unfurlPicture(picture: Json, files: readonly Attachment[]): Json {
  const file = findFile(files, asText(picture.url));
  if (!file) return picture;
  const { content_type, description, height, url, width } = file;
  const known = { content_type, description, height, width };
  const present = Object.entries(known).filter(([, value]) => value !== undefined);
  return { url, proxy_url: url, ...Object.fromEntries(present) };
}

function resolveIcon(part: Json, files: readonly Attachment[]): Json {
  const file = findFile(files, asText(part.icon_url));
  return file ? { ...part, icon_url: file.url, proxy_icon_url: file.url } : part;
}
