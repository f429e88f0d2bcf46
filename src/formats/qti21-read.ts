// One item of QTI 2.x.
import { fromHtml } from './html.ts';
import type { Item } from './item.ts';
import { readGeneralFeedback } from './layout.ts';
import type { FoundItem } from './qti.ts';
import { allNamed, childNamed, childrenNamed, type Element, type Node, serialize, textOf } from './xml.ts';

export function readItem21(root: Element, difficulty: Item['difficulty']): FoundItem {
  const { identifier = '', title = '', label = '' } = root.attributes;
  const key = title || identifier;
  const where = { ...(key !== '' && { name: key.slice(0, 80) }) };
  const body = childNamed(root, 'itemBody');
  const interactions = body ? allNamed(body, ...INTERACTIONS) : [];
  const [choice] = interactions;
  if (!body || !choice || interactions.length !== 1 || choice.name !== 'choiceInteraction') {
    return { where, why: { kind: 'no-choice', type: choice?.name ?? 'text' } };
  }
  const stem = show([...without(body, choice), ...promptOf(choice)]);
  const feedback = feedbackOf(root);
  const choices = allNamed(choice, 'simpleChoice').map((option) => ({
    id: option.attributes.identifier ?? '',
    ...show(option.children.filter((child) => !isFeedback(child))),
    inline: show(option.children.filter(isFeedback)).text,
  }));
  const right = new Set(keysOf(root, choice));
  if ([stem, ...choices].some(({ hasMedia }) => hasMedia)) return { where, why: { kind: 'has-media' } };
  if (stem.text === '') return { where, why: { kind: 'no-stem' } };
  if (!choices.some(({ id }) => right.has(id))) return { where, why: { kind: 'no-key' } };
  return {
    where,
    remarks: [stem, ...choices]
      .flatMap(({ links }) => links)
      .map((address) => ({ where, what: { kind: 'picture-as-link', address } })),
    item: {
      key: key || null,
      stem: stem.text,
      options: choices.map(({ id, text, inline }) => ({
        text,
        correct: right.has(id),
        why: feedback.get(id) ?? inline,
      })),
      difficulty,
      domain: label || null,
      ...readGeneralFeedback(feedback.get('general') ?? ''),
    },
  };
}

const INTERACTIONS = [
  ...[
    'choiceInteraction',
    'orderInteraction',
    'associateInteraction',
    'matchInteraction',
    'gapMatchInteraction',
  ],
  ...['inlineChoiceInteraction', 'textEntryInteraction', 'extendedTextInteraction', 'hottextInteraction'],
  ...['hotspotInteraction', 'selectPointInteraction', 'graphicOrderInteraction', 'sliderInteraction'],
  ...['uploadInteraction', 'drawingInteraction', 'mediaInteraction', 'customInteraction'],
];

const isFeedback = (node: Node) => typeof node !== 'string' && /^feedback(Inline|Block)$/.test(node.name);

function promptOf(choice: Element): Node[] {
  return childrenNamed(choice, 'prompt').flatMap((prompt) => [{ ...prompt, name: 'p' }]);
}

function show(nodes: readonly Node[]): ReturnType<typeof fromHtml> {
  return fromHtml(serialize(nodes));
}

/** The body around the interaction, wherever that stands in it. */
function without(element: Element, part: Element): Node[] {
  return element.children.flatMap((child): Node[] => {
    if (child === part) return [];
    return typeof child === 'string' ? [child] : [{ ...child, children: without(child, part) }];
  });
}

function keysOf(root: Element, choice: Element): string[] {
  const id = choice.attributes.responseIdentifier;
  const declared = childrenNamed(root, 'responseDeclaration').find(
    ({ attributes }) => attributes.identifier === id,
  );
  const correct = childNamed(declared, 'correctResponse');
  if (correct) return childrenNamed(correct, 'value').map((value) => textOf(value).trim());
  const mapped = allNamed(declared ?? root, 'mapEntry');
  return mapped
    .filter(({ attributes }) => Number(attributes.mappedValue) > 0)
    .map(({ attributes }) => attributes.mapKey ?? '');
}

function feedbackOf(root: Element): Map<string, string> {
  return new Map(
    childrenNamed(root, 'modalFeedback').map((each) => [
      each.attributes.identifier ?? '',
      show(each.children).text,
    ]),
  );
}
