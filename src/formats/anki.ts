// Questions as Anki's notes, as text and as a package: the question with its lettered options in front, key and reasons
// behind. Ours come back whole; of other decks those whose front has lettered options and whose back names one.
import { fromHtml, toHtml } from './html.ts';
import type { Bank, Item, Read, Skipped, Where } from './item.ts';
import { emptyReading, MAX_ITEMS, UnreadableFile } from './item.ts';
import { difficultyOfTags, generalFeedback, readGeneralFeedback, readKey } from './layout.ts';
import { allNamed, type Element, parseXml, serialize } from './xml.ts';

export type AnkiNote = { guid: string; front: string; back: string; tags: readonly string[] };

export function toNotes({ items }: Bank): AnkiNote[] {
  return items.map((item, index) => ({
    guid: item.key ?? `item-${index + 1}`,
    front:
      part('stem', toHtml(item.stem)) +
      list(
        'options',
        item.options.map(({ text }) => ({ text, kind: '' })),
      ),
    back:
      list(
        'reasons',
        item.options.map(({ why, correct }) => ({ text: why, kind: correct ? 'right' : 'wrong' })),
      ) + part('general', toHtml(generalFeedback(item))),
    tags: [
      ...(item.domain === null ? [] : [`domain::${item.domain.replace(/\s+/g, '_')}`]),
      ...(item.difficulty === null ? [] : [`difficulty:${item.difficulty}`]),
    ],
  }));
}

function part(kind: string, html: string): string {
  return html === '' ? '' : `<div class="cohort-${kind}">${html}</div>`;
}

function list(kind: string, entries: readonly { text: string; kind: string }[]): string {
  const shown = entries.map(({ text, kind: mark }) => {
    const sign = mark === 'right' ? '<b>✓</b> ' : '';
    return `<li${mark === '' ? '' : ` class="${mark}"`}>${sign}${toHtml(text)}</li>`;
  });
  return `<ol type="A" class="cohort-${kind}">${shown.join('')}</ol>`;
}

// --- reading ----------------------------------------------------------------------------------------------------

export function readNotes(name: string | null, notes: readonly (AnkiNote & { line?: number })[]): Read {
  if (notes.length === 0) throw new UnreadableFile({ kind: 'empty' });
  if (notes.length > MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
  const read = emptyReading(name);
  for (const [index, note] of notes.entries()) {
    const where: Where = {
      item: index + 1,
      ...(note.line !== undefined && { line: note.line }),
      name: note.guid.slice(0, 80),
    };
    const found = note.front.includes('class="cohort-stem"') ? readOurs(note, where) : readOther(note, where);
    if ('why' in found) read.skipped.push(found);
    else read.items.push(found);
  }
  return read;
}

type Found = Skipped | { item: Item; where: Where };

function readOurs(note: AnkiNote, where: Where): Found {
  const { front, back } = note;
  const root = safely(() => parseXml(`<note>${withoutBreaks(front)}${withoutBreaks(back)}</note>`));
  if (!root) return readOther(note, where);
  const options = entriesOf(root, 'cohort-options');
  const reasons = entriesOf(root, 'cohort-reasons');
  const general = htmlOf(root, 'div', 'cohort-general');
  if (!reasons.some(({ isRight }) => isRight)) return { where, why: { kind: 'no-key' } };
  return {
    where,
    item: {
      key: note.guid || null,
      stem: fromHtml(htmlOf(root, 'div', 'cohort-stem')).text,
      options: options.map(({ html }, index) => ({
        text: fromHtml(html).text,
        correct: reasons[index]?.isRight ?? false,
        why: fromHtml((reasons[index]?.html ?? '').replace(/^<b>✓<\/b> ?/, '')).text,
      })),
      ...ofTags(note.tags),
      ...readGeneralFeedback(fromHtml(general).text),
    },
  };
}

/** Anki writes HTML, where a break stands alone. */
function withoutBreaks(html: string): string {
  return html
    .replace(/<(br|hr)\s*>/gi, '<$1/>')
    .replace(/<img\b[^>]*>/gi, '')
    .replace(/&nbsp;/g, ' ');
}

function entriesOf(root: Element, kind: string): { html: string; isRight: boolean }[] {
  const [found] = allNamed(root, 'ol').filter(({ attributes }) => attributes.class === kind);
  return (found ? allNamed(found, 'li') : []).map((entry) => ({
    html: serialize(entry.children),
    isRight: entry.attributes.class === 'right',
  }));
}

function htmlOf(root: Element, name: string, kind: string): string {
  const [found] = allNamed(root, name).filter(({ attributes }) => attributes.class === kind);
  return found ? serialize(found.children) : '';
}

const OPTION = /^\(?([A-Ja-j])[.):]\s*(.+)$/;

function readOther({ guid, front, back, tags }: AnkiNote, where: Where): Found {
  if (/\{\{c\d+::/.test(front)) return { where, why: { kind: 'no-choice', type: 'cloze' } };
  const shown = fromHtml(front);
  if (shown.hasMedia) return { where, why: { kind: 'has-media' } };
  const lines = shown.text
    .replace(/^- /gm, '')
    .split('\n')
    .map((line) => line.trim());
  const first = lines.findIndex((line, index) => index > 0 && /^\(?[Aa][.):]/.test(line));
  const options = first < 0 ? [] : lines.slice(first).flatMap((line) => OPTION.exec(line)?.[2] ?? []);
  if (options.length < 2) return { where, why: { kind: 'no-choice', type: 'basic' } };
  const [answer = '', ...rest] = fromHtml(back).text.split('\n');
  const [, letters = answer] =
    /^(?:answers?|correct(?: answers?)?)?\s*:?\s*\(?([A-J](?:\s*(?:,|and|&|;)\s*[A-J])*)\b/i.exec(answer) ??
    [];
  const right = readKey(letters, options);
  if (!right) return { where, why: { kind: 'bad-key', has: answer.slice(0, 60) } };
  return {
    where,
    item: {
      key: guid || null,
      stem: lines.slice(0, first).join('\n').trim(),
      options: options.map((text, index) => ({ text, correct: right.has(index), why: '' })),
      ...ofTags(tags),
      ...readGeneralFeedback(rest.join('\n')),
    },
  };
}

function ofTags(tags: readonly string[]): Pick<Item, 'domain' | 'difficulty'> {
  const domain = tags.find((tag) => tag.startsWith('domain::'))?.slice('domain::'.length);
  return { domain: domain?.replaceAll('_', ' ') ?? null, difficulty: difficultyOfTags(tags) };
}

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}
