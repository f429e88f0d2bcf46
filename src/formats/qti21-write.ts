// Writing a package of QTI 2.1. https://www.imsglobal.org/question/qtiv2p1/imsqti_implv2p1.html
import { toHtml } from './html.ts';
import type { Bank, Item, Written } from './item.ts';
import { generalFeedback, LEVELS, letterOf } from './layout.ts';
import { fieldsLost } from './losses.ts';
import { HEAD, manifest, nameOf } from './qti-package.ts';
import { encodeText } from './text.ts';
import { xml } from './xml.ts';
import { type Entries, pack } from './zip.ts';

export function writeQti21(bank: Bank): Written {
  const named = bank.items.map((item, index) => ({ item, name: nameOf(item, index) }));
  const entries: Entries = { 'imsmanifest.xml': encodeText(manifest21(bank.name, named)) };
  for (const { item, name } of named) entries[`items/${name}.xml`] = encodeText(HEAD + item21(item, name));
  return { bytes: pack(entries), losses: fieldsLost(bank.items, ['extra']) };
}

function manifest21(title: string, named: readonly { name: string; item: Item }[]): string {
  const resources = named.map(({ name, item }) =>
    xml(
      'resource',
      { identifier: `res-${name}`, type: 'imsqti_item_xmlv2p1', href: `items/${name}.xml` },
      ...levelOf(item),
      xml('file', { href: `items/${name}.xml` }),
    ),
  );
  return manifest(title, { schema: 'QTIv2.1 Package', version: '1.0.0' }, resources);
}

/** In the words of LOM: https://www.imsglobal.org/metadata/mdv1p3/imsmd_bestv1p3.html */
function levelOf({ difficulty }: Item): string[] {
  if (difficulty === null) return [];
  const value = xml('value', {}, LEVELS[difficulty - 1] ?? 'medium');
  const inner = xml('difficulty', {}, xml('source', {}, 'LOMv1.0'), value);
  const lom = xml('lom', { xmlns: 'http://ltsc.ieee.org/xsd/LOM' }, xml('educational', {}, inner));
  return [xml('metadata', {}, lom)];
}

function item21(item: Item, name: string): string {
  const right = item.options.flatMap((option, index) => (option.correct ? [letterOf(index)] : []));
  const cardinality = right.length === 1 ? 'single' : 'multiple';
  return xml(
    'assessmentItem',
    {
      xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
      identifier: name,
      title: item.key ?? name,
      label: item.domain ?? '',
      adaptive: 'false',
      timeDependent: 'false',
    },
    xml(
      'responseDeclaration',
      { identifier: 'RESPONSE', cardinality, baseType: 'identifier' },
      xml('correctResponse', {}, ...right.map((letter) => xml('value', {}, letter))),
    ),
    outcome('SCORE', 'float', 'single'),
    outcome('FEEDBACK', 'identifier', 'multiple'),
    xml('itemBody', {}, ...body21(item, right.length)),
    processing21(),
    ...feedback21(item),
  );
}

function outcome(identifier: string, baseType: string, cardinality: string): string {
  return xml('outcomeDeclaration', { identifier, cardinality, baseType });
}

function body21({ stem, options }: Item, choices: number): string[] {
  const letters = options.map(({ text }, index) =>
    xml('simpleChoice', { identifier: letterOf(index) }, toHtml(text)),
  );
  return [
    xml('div', { class: 'stem' }, toHtml(stem)),
    xml(
      'choiceInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: 'true', maxChoices: choices },
      ...letters,
    ),
  ];
}

/** Right or wrong as a whole, and the reasons of all that was chosen. */
function processing21(): string {
  const match = xml(
    'match',
    {},
    xml('variable', { identifier: 'RESPONSE' }),
    xml('correct', { identifier: 'RESPONSE' }),
  );
  const score = (value: string) =>
    xml('setOutcomeValue', { identifier: 'SCORE' }, xml('baseValue', { baseType: 'float' }, value));
  const multiple = xml('multiple', {}, xml('variable', { identifier: 'RESPONSE' }));
  return xml(
    'responseProcessing',
    {},
    xml(
      'responseCondition',
      {},
      xml('responseIf', {}, match, score('1')),
      xml('responseElse', {}, score('0')),
    ),
    xml('setOutcomeValue', { identifier: 'FEEDBACK' }, multiple),
  );
}

function feedback21(item: Item): string[] {
  const shown = (identifier: string, text: string) =>
    xml(
      'modalFeedback',
      { outcomeIdentifier: 'FEEDBACK', identifier, showHide: 'show' },
      xml('div', {}, toHtml(text)),
    );
  const general = generalFeedback(item);
  return [
    ...item.options.flatMap(({ why }, index) => (why === '' ? [] : [shown(letterOf(index), why)])),
    ...(general === '' ? [] : [shown('general', general)]),
  ];
}
