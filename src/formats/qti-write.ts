// Writing QTI: a package of items, in the older form and in the newer one.
// https://www.imsglobal.org/question/qtiv2p1/imsqti_implv2p1.html, https://www.imsglobal.org/question/qtiv1p2/imsqti_litev1p2.html

import { toHtml } from './html.ts';
import type { Bank, Item, Written } from './item.ts';
import { generalFeedback, LEVELS, letterOf } from './layout.ts';
import { fieldsLost } from './losses.ts';
import { encodeText } from './text.ts';
import { escapeXml, xml } from './xml.ts';
import { type Entries, pack } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function writeQti21(bank: Bank): Written {
  const named = bank.items.map((item, index) => ({ item, name: nameOf(item, index) }));
  const entries: Entries = { 'imsmanifest.xml': encodeText(manifest21(bank.name, named)) };
  for (const { item, name } of named) entries[`items/${name}.xml`] = encodeText(HEAD + item21(item, name));
  return { bytes: pack(entries), losses: fieldsLost(bank.items, ['extra']) };
}

export function writeQti12(bank: Bank): Written {
  const byDomain = Map.groupBy(bank.items, ({ domain }) => domain ?? '');
  const sections = [...byDomain].map(([domain, items], section) =>
    xml(
      'section',
      { ident: `section-${section + 1}`, title: domain },
      ...items.map((item, index) => item12(item, nameOf(item, index))),
    ),
  );
  const whole = xml(
    'questestinterop',
    {},
    xml('assessment', { ident: 'bank', title: bank.name }, ...sections),
  );
  const entries = {
    'imsmanifest.xml': encodeText(manifest12(bank.name)),
    'bank.xml': encodeText(HEAD + whole),
  };
  return { bytes: pack(entries), losses: fieldsLost(bank.items, ['extra']) };
}

/** An identifier that is also a file's name. */
function nameOf({ key }: Item, index: number): string {
  const plain = (key ?? '').replace(/[^\w.-]/g, '_');
  return /^[a-z_]/i.test(plain) ? plain : `item-${index + 1}-${plain}`;
}

// --- 2.1 --------------------------------------------------------------------------------------------------------

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

function manifest(
  title: string,
  about: { schema: string; version: string },
  resources: readonly string[],
): string {
  const metadata = xml(
    'metadata',
    {},
    xml('schema', {}, about.schema),
    xml('schemaversion', {}, about.version),
    xml('title', {}, escapeXml(title)),
  );
  return (
    HEAD +
    xml(
      'manifest',
      { xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1', identifier: 'cohort-bank' },
      metadata,
      xml('organizations', {}),
      xml('resources', {}, ...resources),
    )
  );
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

// --- 1.2 --------------------------------------------------------------------------------------------------------

function manifest12(title: string): string {
  const file = xml('file', { href: 'bank.xml' });
  return manifest(title, { schema: 'IMS Content', version: '1.1.3' }, [
    xml('resource', { identifier: 'res-bank', type: 'imsqti_xmlv1p2', href: 'bank.xml' }, file),
  ]);
}

function item12(item: Item, ident: string): string {
  const right = item.options.filter(({ correct }) => correct).length;
  const labels = item.options.map(({ text }, index) =>
    xml('response_label', { ident: letterOf(index) }, material(text)),
  );
  const difficulty = item.difficulty === null ? [] : [field12('difficulty', String(item.difficulty))];
  return xml(
    'item',
    { ident, title: item.key ?? ident },
    xml(
      'itemmetadata',
      {},
      xml('qtimetadata', {}, field12('question_type', 'multiple_choice'), ...difficulty),
    ),
    xml(
      'presentation',
      {},
      material(item.stem),
      xml(
        'response_lid',
        { ident: 'RESPONSE', rcardinality: right === 1 ? 'Single' : 'Multiple' },
        xml('render_choice', { shuffle: 'Yes' }, ...labels),
      ),
    ),
    processing12(item),
    ...feedback12(item),
  );
}

function field12(label: string, entry: string): string {
  return xml('qtimetadatafield', {}, xml('fieldlabel', {}, label), xml('fieldentry', {}, entry));
}

function material(text: string): string {
  return xml('material', {}, xml('mattext', { texttype: 'text/html' }, escapeXml(toHtml(text))));
}

function processing12({ options }: Item): string {
  const conditions = options.map(({ correct }, index) => {
    const chosen = xml('varequal', { respident: 'RESPONSE' }, letterOf(index));
    return correct ? chosen : xml('not', {}, chosen);
  });
  const shows = options.map((_, index) =>
    xml(
      'respcondition',
      { continue: 'Yes' },
      xml('conditionvar', {}, xml('varequal', { respident: 'RESPONSE' }, letterOf(index))),
      xml('displayfeedback', { feedbacktype: 'Response', linkrefid: letterOf(index) }),
    ),
  );
  return xml(
    'resprocessing',
    {},
    xml('outcomes', {}, xml('decvar', { varname: 'SCORE', vartype: 'Decimal', minvalue: 0, maxvalue: 100 })),
    ...shows,
    xml(
      'respcondition',
      { continue: 'No' },
      xml('conditionvar', {}, xml('and', {}, ...conditions)),
      xml('setvar', { action: 'Set', varname: 'SCORE' }, '100'),
    ),
  );
}

function feedback12(item: Item): string[] {
  const shown = (ident: string, text: string) =>
    xml('itemfeedback', { ident }, xml('flow_mat', {}, material(text)));
  const general = generalFeedback(item);
  return [
    ...item.options.flatMap(({ why }, index) => (why === '' ? [] : [shown(letterOf(index), why)])),
    ...(general === '' ? [] : [shown('general_fb', general)]),
  ];
}
