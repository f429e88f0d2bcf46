// Writing a package of QTI 1.2. https://www.imsglobal.org/question/qtiv1p2/imsqti_litev1p2.html
import { toHtml } from './html.ts';
import type { Bank, Item, Written } from './item.ts';
import { generalFeedback, letterOf } from './layout.ts';
import { fieldsLost } from './losses.ts';
import { HEAD, manifest, nameOf } from './qti-package.ts';
import { encodeText } from './text.ts';
import { escapeXml, xml } from './xml.ts';
import { pack } from './zip.ts';

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
