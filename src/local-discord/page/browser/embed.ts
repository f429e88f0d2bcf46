// Embeds and polls: what messages without Components V2 carry.
import { asObject, asObjects, asText, type Json } from '../../json.ts';
import { colorOf, h } from './dom.ts';
import { showInline, showLink, showMarkup } from './markup.ts';
import { showPicture } from './media.ts';
import type { Session } from './session.ts';
import { formatInstant } from './times.ts';

export function showEmbed(session: Session, embed: Json): HTMLElement {
  const title = asText(embed.title);
  const url = asText(embed.url);
  const heading = title === '' ? null : showInline(session, title);
  const box = h(
    'div',
    { class: 'embed' },
    embed.author ? h('div', { class: 'embed-author', text: asText(asObject(embed.author).name) }) : null,
    heading && h('div', { class: 'embed-title' }, url === '' ? heading : showLink(url, [heading])),
    embed.description ? showMarkup(session, asText(embed.description)) : null,
    showFields(session, asObjects(embed.fields)),
    embed.thumbnail ? showPicture(asObject(embed.thumbnail), 'thumbnail') : null,
    embed.image ? showPicture(asObject(embed.image), 'attached') : null,
    showFooter(session, embed),
  );
  const color = colorOf(embed.color);
  if (color) box.style.setProperty('--accent', color);
  return box;
}

function showFields(session: Session, fields: Json[]): HTMLElement | null {
  if (fields.length === 0) return null;
  const boxes = fields.map((field) =>
    h(
      'div',
      { class: field.inline === true ? 'field inline' : 'field' },
      h('div', { class: 'field-name' }, showInline(session, asText(field.name))),
      showMarkup(session, asText(field.value)),
    ),
  );
  return h('div', { class: 'fields' }, ...boxes);
}

function showFooter(session: Session, embed: Json): HTMLElement | null {
  const at = Date.parse(asText(embed.timestamp));
  const parts = [
    asText(asObject(embed.footer).text),
    Number.isNaN(at) ? '' : formatInstant(session.language(), at, 'f'),
  ];
  const text = parts.filter((part) => part !== '').join(' • ');
  return text === '' ? null : h('div', { class: 'embed-footer', text });
}

/** Polls cannot be voted in here: apps get no votes from this page, so only what is asked is shown. */
export function showPoll(poll: Json): HTMLElement {
  const answers = asObjects(poll.answers).map((answer) =>
    h('li', { text: asText(asObject(answer.poll_media).text) }),
  );
  return h(
    'div',
    { class: 'poll' },
    h('strong', { text: asText(asObject(poll.question).text) }),
    h('ul', {}, ...answers),
  );
}
