// Pictures and files: shown when this origin has them. Nothing is fetched from elsewhere: other addresses are links.
import { asObject, asText, type Json } from '../../json.ts';
import type { Attachment } from '../../model.ts';
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
  const url = asText(asObject(item.media).url) || asText(item.url);
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
  });
  return h('a', { href: path, target: '_blank', rel: 'noopener', class: 'picture' }, image);
}

const KIB = 1024;

function formatSize(bytes: number): string {
  if (bytes < KIB) return `${bytes} bytes`;
  if (bytes < KIB * KIB) return `${(bytes / KIB).toFixed(1)} KB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

export function showFile(message: Message, component: Json): HTMLElement {
  const url = asText(asObject(component.file).url);
  const found = message.attachments.find((each) => each.url === url);
  return found ? fileCard(found) : h('p', { class: 'elsewhere' }, showLink(url, ['File']));
}

function fileCard(attachment: Attachment): HTMLElement {
  const path = localPath(attachment.url) ?? attachment.url;
  return h(
    'a',
    { class: 'file', href: path, download: attachment.filename },
    icon('file'),
    h(
      'span',
      {},
      h('span', { class: 'file-name', text: attachment.filename }),
      h('span', { class: 'file-size', text: formatSize(attachment.size) }),
    ),
  );
}

/** Attachments that no embed or component shows already. */
export function showAttachments(message: Message): HTMLElement[] {
  const shown = JSON.stringify([message.embeds, message.components]);
  return message.attachments
    .filter((attachment) => !shown.includes(JSON.stringify(attachment.url)))
    .map((attachment) => {
      const isPicture = (attachment.content_type ?? '').startsWith('image/');
      const item = { url: attachment.url, description: attachment.description };
      return isPicture ? showPicture(item, 'attached') : fileCard(attachment);
    });
}
