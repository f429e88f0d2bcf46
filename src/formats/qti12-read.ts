// One item of QTI 1.2, as Canvas, Blackboard and others write it.
import { fromHtml, looksLikeHtml } from './html.ts';
import { difficultyOfTags, readGeneralFeedback } from './layout.ts';
import type { FoundItem } from './qti.ts';
import { allNamed, childNamed, childrenNamed, type Element, textOf } from './xml.ts';

type Shown = ReturnType<typeof fromHtml>;

export function readItem12(root: Element, domain: string | null): FoundItem {
  const { ident = '', title = '' } = root.attributes;
  const key = title || ident;
  const where = { ...(key !== '' && { name: key.slice(0, 80) }) };
  const presentation = childNamed(root, 'presentation');
  const lid = presentation && onlyChoice(presentation);
  if (!lid) return { where, why: { kind: 'no-choice', type: fieldOf(root, 'question_type') || 'text' } };
  const stem = joined(materialsBefore(presentation, lid).map(shown));
  const labels = allNamed(lid, 'response_label').map((label) => ({
    id: label.attributes.ident ?? '',
    ...joined(allNamed(label, 'mattext').map(shown)),
  }));
  const hasPicture = allNamed(presentation, ...MEDIA).length > 0;
  if (hasPicture || [stem, ...labels].some(({ hasMedia }) => hasMedia))
    return { where, why: { kind: 'has-media' } };
  if (stem.text === '') return { where, why: { kind: 'no-stem' } };
  const right = keysOf(
    root,
    labels.map(({ id }) => id),
  );
  if (!labels.some(({ id }) => right.has(id))) return { where, why: { kind: 'no-key' } };
  const feedback = feedbackOf(root);
  return {
    where,
    remarks: [stem, ...labels]
      .flatMap(({ links }) => links)
      .map((address) => ({ where, what: { kind: 'picture-as-link', address } })),
    item: {
      key: key || null,
      stem: stem.text,
      options: labels.map(({ id, text }) => ({ text, correct: right.has(id), why: feedback.get(id) ?? '' })),
      difficulty: difficultyOfTags([`difficulty:${fieldOf(root, 'difficulty')}`]),
      domain: domain || null,
      ...readGeneralFeedback(feedback.get('') ?? ''),
    },
  };
}

const OTHERS = ['response_str', 'response_num', 'response_grp', 'response_xy'];

/** Null where there is none, or something else has to be answered as well. */
function onlyChoice(presentation: Element): Element | null {
  const [lid, ...more] = allNamed(presentation, 'response_lid');
  return lid && more.length === 0 && allNamed(presentation, ...OTHERS).length === 0 ? lid : null;
}

const MEDIA = ['matimage', 'mataudio', 'matvideo'];

function fieldOf(root: Element, label: string): string {
  const field = allNamed(root, 'qtimetadatafield').find(
    (each) => textOf(childNamed(each, 'fieldlabel')).trim() === label,
  );
  return textOf(childNamed(field, 'fieldentry')).trim();
}

/** The question's own, not those of its options. */
function materialsBefore(presentation: Element, lid: Element): Element[] {
  const ofOptions = new Set(allNamed(lid, 'response_label').flatMap((label) => allNamed(label, 'mattext')));
  return allNamed(presentation, 'mattext').filter((text) => !ofOptions.has(text));
}

function shown(mattext: Element): Shown {
  const raw = textOf(mattext);
  const isPlain = (mattext.attributes.texttype ?? '').toLowerCase() === 'text/plain' || !looksLikeHtml(raw);
  return isPlain ? { text: raw.trim(), links: [], hasMedia: false } : fromHtml(raw);
}

function joined(parts: readonly Shown[]): Shown {
  return {
    text: parts
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
    links: parts.flatMap(({ links }) => links),
    hasMedia: parts.some(({ hasMedia }) => hasMedia),
  };
}

/** What the conditions that give points ask to be chosen; not what they ask to be left. */
function keysOf(root: Element, ids: readonly string[]): Set<string> {
  const giving = allNamed(root, 'respcondition').filter((condition) =>
    allNamed(condition, 'setvar').some((set) => Number(textOf(set)) > 0),
  );
  const best = Math.max(0, ...giving.map(pointsOf));
  const asked = giving
    .filter((condition) => pointsOf(condition) === best)
    .flatMap((condition) => chosenIn(condition));
  return new Set(asked.filter((id) => ids.includes(id)));
}

function pointsOf(condition: Element): number {
  return Math.max(...allNamed(condition, 'setvar').map((set) => Number(textOf(set)) || 0));
}

function chosenIn(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'not') return [];
    return child.name === 'varequal' ? [textOf(child).trim()] : chosenIn(child);
  });
}

/** By the option they belong to; under '' what is shown in general. */
function feedbackOf(root: Element): Map<string, string> {
  const texts = new Map(
    childrenNamed(root, 'itemfeedback').map((each) => [
      each.attributes.ident ?? '',
      joined(allNamed(each, 'mattext').map(shown)).text,
    ]),
  );
  const byOption = new Map<string, string>();
  for (const condition of allNamed(root, 'respcondition')) {
    const [link] = allNamed(condition, 'displayfeedback');
    const chosen = chosenIn(condition);
    const text = texts.get(link?.attributes.linkrefid ?? '');
    const [only] = chosen;
    if (text && chosen.length === 1 && only !== undefined) byOption.set(only, text);
  }
  const general = texts.get('general_fb');
  if (general) byOption.set('', general);
  return byOption;
}
