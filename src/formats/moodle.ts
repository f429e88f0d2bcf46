// Moodle XML: choices with a reason for each answer. https://docs.moodle.org/en/Moodle_XML_format

import { fromHtml, looksLikeHtml } from './html.ts';
import type { Bank, Format, Item, Read, Reading, Remark, Skipped, Where } from './item.ts';
import { broken, emptyReading, MAX_ITEMS, UnreadableFile } from './item.ts';
import { byDomain, difficultyOfTags, generalFeedback, readGeneralFeedback, stepsOf } from './layout.ts';
import { fieldsLost } from './losses.ts';
import { decodeText, encodeText } from './text.ts';
import { allNamed, childNamed, childrenNamed, type Element, parseXml, textOf, xml } from './xml.ts';

export const moodle: Format = {
  id: 'moodle',
  read: (bytes) => readQuiz(parseXml(decodeText(bytes))),
  write: (bank) => ({ bytes: encodeText(writeQuiz(bank)), losses: fieldsLost(bank.items, ['extra']) }),
};

function writeQuiz({ name, items }: Bank): string {
  const parts = byDomain(items).flatMap(([domain, within]) => [
    ...(domain === null ? [] : [writeCategory([name, domain])]),
    ...within.map(writeQuestion),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
}

function writeCategory(path: readonly string[]): string {
  // A slash divides categories; one in a name is written twice.
  const steps = ['$course$', 'top', ...path.map((step) => step.replaceAll('/', '//'))];
  return xml('question', { type: 'category' }, xml('category', {}, text(steps.join('/'))));
}

function writeQuestion(item: Item): string {
  const right = item.options.filter(({ correct }) => correct).length;
  const tags = item.difficulty === null ? [] : [`difficulty:${item.difficulty}`];
  return xml(
    'question',
    { type: 'multichoice' },
    xml('name', {}, text(item.key ?? item.stem.slice(0, 60))),
    marked('questiontext', item.stem),
    marked('generalfeedback', generalFeedback(item)),
    ...[xml('defaultgrade', {}, '1'), xml('penalty', {}, '0'), xml('hidden', {}, '0')],
    xml('idnumber', {}, escaped(item.key ?? '')),
    xml('single', {}, String(right === 1)),
    ...[xml('shuffleanswers', {}, 'true'), xml('answernumbering', {}, 'ABCD')],
    ...item.options.map((option) => writeAnswer(option, { right, wrong: item.options.length - right })),
    xml('tags', {}, ...tags.map((tag) => xml('tag', {}, text(tag)))),
  );
}

/** Whoever chooses all, right and wrong, gets nothing: what is wrong takes as much as what is right gives. */
function writeAnswer(
  { text: shown, correct, why }: Item['options'][number],
  { right, wrong }: { right: number; wrong: number },
) {
  const fraction = correct ? 100 / right : right === 1 ? 0 : -100 / wrong;
  return xml(
    'answer',
    { fraction: String(Number(fraction.toFixed(5))), format: 'markdown' },
    xml('text', {}, escaped(shown)),
    marked('feedback', why),
  );
}

function marked(name: string, shown: string): string {
  return xml(name, { format: 'markdown' }, text(shown));
}

const text = (shown: string) => xml('text', {}, escaped(shown));
const escaped = (shown: string) =>
  shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// --- reading ----------------------------------------------------------------------------------------------------

function readQuiz(root: Element): Read {
  if (root.name !== 'quiz') throw broken(`it begins with <${root.name}>, not with <quiz>`);
  const read = emptyReading();
  let path: string[] = [];
  let count = 0;
  for (const question of childrenNamed(root, 'question')) {
    if (question.attributes.type === 'category') {
      path = readCategory(question);
      read.name ??= path.length > 1 ? (path[0] ?? null) : null;
      continue;
    }
    count += 1;
    if (count > MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
    const name = textOf(childNamed(childNamed(question, 'name'), 'text')).trim();
    const where = { item: count, ...(name !== '' && { name: name.slice(0, 80) }) };
    add(read, readQuestion(question, { where, domain: path.at(-1) ?? null }));
  }
  return read;
}

function add(read: Reading, found: Skipped | { item: Item; where: Where; remarks: Remark[] }): void {
  if ('why' in found) read.skipped.push(found);
  else {
    read.items.push({ item: found.item, where: found.where });
    read.remarks.push(...found.remarks);
  }
}

function readCategory(question: Element): string[] {
  return stepsOf(textOf(childNamed(childNamed(question, 'category'), 'text')));
}

function readQuestion(
  question: Element,
  { where, domain }: { where: Where; domain: string | null },
): Skipped | { item: Item; where: Where; remarks: Remark[] } {
  const type = question.attributes.type ?? '';
  if (type !== 'multichoice' && type !== 'truefalse') return { where, why: { kind: 'no-choice', type } };
  const stem = readText(childNamed(question, 'questiontext'));
  const answers = childrenNamed(question, 'answer').map((answer) => ({
    ...readText(answer),
    fraction: Number(answer.attributes.fraction ?? 0),
    why: readText(childNamed(answer, 'feedback')).text,
  }));
  if ([stem, ...answers].some(({ hasMedia }) => hasMedia)) return { where, why: { kind: 'has-media' } };
  if (stem.text === '') return { where, why: { kind: 'no-stem' } };
  const isSingle = !/^(false|0)$/.test(textOf(childNamed(question, 'single')).trim());
  const isRight = (fraction: number) => (isSingle ? fraction >= 99 : fraction > 0);
  if (!answers.some(({ fraction }) => isRight(fraction))) return { where, why: { kind: 'no-key' } };
  const partly = answers.filter(({ fraction }) => fraction > 0 && !isRight(fraction));
  const idnumber = textOf(childNamed(question, 'idnumber')).trim();
  const links = [stem, ...answers].flatMap((each) => each.links);
  return {
    where,
    remarks: [
      ...partly.map(
        ({ fraction: percent }): Remark => ({ where, what: { kind: 'partial-credit', percent } }),
      ),
      ...links.map((address): Remark => ({ where, what: { kind: 'picture-as-link', address } })),
    ],
    item: {
      key: idnumber || (where.name ?? null),
      stem: stem.text,
      options: answers.map(({ text: shown, fraction, why }) => ({
        text: shown,
        correct: isRight(fraction),
        why,
      })),
      difficulty: difficultyOfTags(allNamed(question, 'tag').map((tag) => textOf(tag))),
      domain,
      ...readGeneralFeedback(readText(childNamed(question, 'generalfeedback')).text),
    },
  };
}

/** Formats are said of the element or of its parent's siblings; what looks like HTML is HTML whatever is said. */
function readText(element: Element | undefined): ReturnType<typeof fromHtml> {
  const raw = textOf(childNamed(element, 'text')).trim();
  const format = element?.attributes.format ?? 'html';
  const hasFiles = element !== undefined && childrenNamed(element, 'file').length > 0;
  if (format === 'markdown' || format === 'plain_text' || !looksLikeHtml(raw)) {
    return { text: raw, links: [], hasMedia: hasFiles || raw.includes('@@PLUGINFILE@@') };
  }
  const read = fromHtml(raw);
  return { ...read, hasMedia: read.hasMedia || hasFiles };
}
