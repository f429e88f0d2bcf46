// Pictures and files: shown when this origin has them. Nothing is fetched from elsewhere: other addresses are links.
import { asNumber, asObject, asText, isObject, type Json } from '../../json.ts';
import { type Attachment, MESSAGE_FLAG } from '../../model.ts';
import { h, icon } from './dom.ts';
import { showLink } from './markup.ts';
import type { Message } from './types.ts';

/** The path of an attachment on this very origin, whatever host name the server gave it; else null. */
function localPath(url: string): string | null {
  if (!URL.canParse(url, location.href)) return null;
  const { pathname } = new URL(url, location.href);
  return pathname.startsWith('/attachments/') ? pathname : null;
}

/** An item of a gallery, a thumbnail, or the picture of an embed. */
export function showPicture(item: Json, look: string): HTMLElement {
  const media = isObject(item.media) ? item.media : item;
  const url = asText(media.url);
  const alt = asText(item.description);
  const path = localPath(url);
  if (!path)
    return h('p', { class: 'elsewhere' }, showLink(url, [alt === '' ? 'Picture on another site' : alt]));
  // A picture that says nothing about itself is a fault of the bot's that its maker should notice here.
  const image = h('img', {
    src: path,
    alt: alt === '' ? 'Picture without a description' : alt,
    class: look,
    loading: 'lazy',
    // What is known of its size keeps its room, so that nothing moves when it comes.
    width: asNumber(media.width) || null,
    height: asNumber(media.height) || null,
  });
  const picture = h('a', { href: path, target: '_blank', rel: 'noopener', class: 'picture' }, image);
  return item.spoiler === true ? hideBehindSpoiler(picture) : picture;
}

export function hideBehindSpoiler(hidden: HTMLElement): HTMLElement {
  const cover = h('button', { type: 'button', class: 'spoiler-cover', text: 'Spoiler: press to show' });
  cover.addEventListener('click', () => cover.replaceWith(hidden));
  return cover;
}

const KIB = 1024;

function formatSize(bytes: number): string {
  if (bytes < KIB) return `${bytes} bytes`;
  if (bytes < KIB * KIB) return `${(bytes / KIB).toFixed(1)} KB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

/** A file component: always as a card, pictures too, as in Discord. */
export function showFile(component: Json): HTMLElement {
  const url = asText(asObject(component.file).url);
  const card = fileCard({ url, filename: asText(component.name) || 'File', size: asNumber(component.size) });
  return component.spoiler === true ? hideBehindSpoiler(card) : card;
}

type FileOnCard = Pick<Attachment, 'url' | 'filename' | 'size'>;

function fileCard({ url, filename, size }: FileOnCard): HTMLElement {
  const path = localPath(url);
  if (!path) return h('p', { class: 'elsewhere' }, showLink(url, [filename]));
  return h(
    'a',
    { class: 'file', href: path, download: filename },
    icon('file'),
    h(
      'span',
      {},
      h('span', { class: 'file-name', text: filename }),
      h('span', { class: 'file-size', text: formatSize(size) }),
    ),
    icon('download'),
  );
}

const SPOILER = 1 << 3;

/** Attachments that no embed shows. A message of components draws none of them: what it does not show stays unseen. */
export function showAttachments({ attachments, flags }: Message): HTMLElement[] {
  if ((flags & MESSAGE_FLAG.componentsV2) !== 0) return [];
  return attachments.map((attachment) => {
    const isSpoiler = ((attachment.flags ?? 0) & SPOILER) !== 0 || attachment.filename.startsWith('SPOILER_');
    const isPicture = (attachment.content_type ?? '').startsWith('image/');
    const shown = isPicture ? showPicture({ ...attachment }, 'attached') : fileCard(attachment);
    return isSpoiler ? hideBehindSpoiler(shown) : shown;
  });
}
