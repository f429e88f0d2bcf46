// Files as other programs write them, rebuilt small: what they have that ours have not.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBank } from '#formats/formats.ts';
import type { FormatId, Read } from '#formats/item.ts';

const read = (bytes: Uint8Array | string, format: FormatId | null = null, name = 'file') =>
  readBank({ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes, format });

async function items(bytes: Uint8Array | string, format: FormatId | null = null, name?: string) {
  const found = await read(bytes, format, name);
  if (found.kind !== 'read') throw new Error(JSON.stringify(found.why));
  return found;
}
const texts = ({ items: [first] }: Extract<Read, { kind: 'read' }>) =>
  first?.item.options.map(({ text, correct }) => `${correct ? '+' : '-'}${text}`);

describe('Moodle XML', () => {
  const quiz = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><quiz>${inside}</quiz>`;
  const choice = (answers: string, more = '', stem = '<![CDATA[<p>Which&nbsp;<strong>one</strong>?</p>]]>') =>
    quiz(`<!-- question: 12 --><question type="multichoice"><name><text>Q1</text></name>
      <questiontext format="html"><text>${stem}</text></questiontext>
      <generalfeedback format="html"><text>&lt;p&gt;Since it &amp;lt; that.&lt;/p&gt;</text></generalfeedback>${more}${answers}</question>`);
  const answer = (fraction: number | string, text: string, feedback = '') =>
    `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${feedback}</text></feedback></answer>`;

  it('has HTML in CDATA and as entities, and categories', async () => {
    const category =
      '<question type="category"><category><text>$course$/top/Default for C1/Nets//Ports</text></category></question>';
    const file = choice(answer(100, '<![CDATA[<p>80</p>]]>', 'Yes') + answer(0, '&lt;p&gt;22&lt;/p&gt;'));
    const found = await items(file.replace('<!-- question', `${category}<!-- question`));
    expect(found.items[0]?.item).toMatchObject({
      key: 'Q1',
      stem: 'Which one?',
      takeaway: 'Since it < that.',
      domain: 'Nets/Ports',
      options: [
        { text: '80', correct: true, why: 'Yes' },
        { text: '22', correct: false, why: '' },
      ],
    });
    expect(found.name).toBe('Default for C1');
  });

  it('takes points away for wrong ones, and gives parts of them for several right ones', async () => {
    const file = choice(
      answer('33.33333', 'a') + answer('33.33333', 'b') + answer('33.33333', 'c') + answer('-100', 'd'),
      '<single>false</single>',
    );
    expect(texts(await items(file))).toEqual(['+a', '+b', '+c', '-d']);
  });

  it('gives part of the points for an answer of a single choice: it counts as wrong, and that is said', async () => {
    const found = await items(
      choice(answer(100, 'a') + answer(50, 'b') + answer(0, 'c'), '<single>true</single>'),
    );
    expect(texts(found)).toEqual(['+a', '-b', '-c']);
    expect(found.remarks).toEqual([
      { where: { item: 1, name: 'Q1' }, what: { kind: 'partial-credit', percent: 50 } },
    ]);
  });

  it('holds what is no choice, and pictures: each is skipped with a reason', async () => {
    const picture = '<![CDATA[<p>See <img src="@@PLUGINFILE@@/a.png" alt="net"/></p>]]>';
    const file = quiz(
      '<question type="essay"><name><text>E</text></name></question><question type="cloze"><name><text>C</text></name></question>',
    ).replace('</quiz>', choice(answer(100, 'a') + answer(0, 'b'), '', picture).replace(/^.*?<quiz>/s, ''));
    const found = await items(file);
    expect(found.items).toEqual([]);
    expect(found.skipped.map(({ why }) => why)).toEqual([
      { kind: 'no-choice', type: 'essay' },
      { kind: 'no-choice', type: 'cloze' },
      { kind: 'has-media' },
    ]);
  });

  it('links pictures of the web, which stay as links', async () => {
    const linked = '<![CDATA[<p>See <img src="https://example.com/a.png" alt="the net"></p>]]>';
    const found = await items(choice(answer(100, 'a') + answer(0, 'b'), '', linked));
    expect(found.items[0]?.item.stem).toBe('See the net https://example.com/a.png');
    expect(found.remarks[0]?.what).toEqual({ kind: 'picture-as-link', address: 'https://example.com/a.png' });
  });

  it('is in Latin-1 where it says so', async () => {
    const file = choice(answer(100, 'Zürich') + answer(0, 'Genève')).replace('UTF-8', 'ISO-8859-1');
    const bytes = Uint8Array.from([...file].map((letter) => letter.charCodeAt(0)));
    expect(texts(await items(bytes))).toEqual(['+Zürich', '-Genève']);
  });

  it.each([
    [
      'entities that multiply',
      '<!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
      'hostile',
    ],
    ['a hundred levels', `<quiz>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</quiz>`, 'hostile'],
    ['an end that is missing', '<quiz><question>', 'broken'],
    ['something else than a quiz', '<html><body/></html>', 'broken'],
  ])('with %s is refused', async (_, file, kind) => {
    expect(await read(file, 'moodle')).toMatchObject({ kind: 'unreadable', why: { kind } });
  });
});

describe('GIFT', () => {
  it('has weights, reasons, titles, formats, and text after the braces', async () => {
    const found = await items(
      '// a comment\n$CATEGORY: $course$/Nets\n\n::Ports::[html]<p>Which two?</p>{\n~%50%80#web\n~%50%443\n~%-100%22#no\\: shell\n####Both.\n}\n\nWater boils at {=100 ~90 ~80} degrees.\n',
      null,
      'a.gift',
    );
    expect(found.items.map(({ item }) => item)).toMatchObject([
      {
        key: 'Ports',
        stem: 'Which two?',
        domain: 'Nets',
        takeaway: 'Both.',
        options: [
          { text: '80', correct: true, why: 'web' },
          { correct: true },
          { text: '22', correct: false, why: 'no: shell' },
        ],
      },
      { stem: 'Water boils at _____ degrees.' },
    ]);
  });

  it('knows true and false with a reason for each', async () => {
    const {
      items: [first],
    } = await items('TCP is reliable.{T#It is: it acknowledges.#Right.}', 'gift');
    expect(first?.item.options).toEqual([
      { text: 'True', correct: true, why: 'Right.' },
      { text: 'False', correct: false, why: 'It is: it acknowledges.' },
    ]);
  });

  it('has kinds that are no choice: each is skipped, and the others are read', async () => {
    const found = await items(
      'A{=b =c}\n\nB{#3:1}\n\nC{=a -> b =c -> d}\n\nD{}\n\nJust text\n\nE{=x ~y}',
      'gift',
    );
    expect(found.skipped.map(({ why }) => (why.kind === 'no-choice' ? why.type : why.kind))).toEqual([
      ...['shortanswer', 'numerical', 'matching', 'essay', 'description'],
    ]);
    expect(texts(found)).toEqual(['+x', '-y']);
  });
});

describe('Aiken', () => {
  it('has dots or brackets after its letters, and Windows’ line ends', async () => {
    const found = await items(
      'What is 2+2?\r\nA) 3\r\nB) 4\r\nANSWER: B\r\n\r\nA. is a letter?\r\nA. Yes\r\nB. No\r\nANSWER: a\r\n',
    );
    expect(found.items.map(({ item }) => item.stem)).toEqual(['What is 2+2?', 'A. is a letter?']);
    expect(texts(found)).toEqual(['-3', '+4']);
  });

  it('names the line of what is wrong', async () => {
    const found = await items('One?\nA. a\nB. b\nANSWER: E\n\nTwo?\nA. a\nB. b\n', 'aiken');
    expect(found.skipped).toEqual([
      { where: { item: 1, line: 1 }, why: { kind: 'bad-key', has: 'E' } },
      { where: { item: 2, line: 6 }, why: { kind: 'no-key' } },
    ]);
  });
});

describe('CSV', () => {
  it('has semicolons, a mark, quotes and lines within, and its columns in any order', async () => {
    const file = '\ufeffCorrect;Question;A;B;C;Notes\r\n"B, C";"Which ""two""\r\nof them?";a;b;c;x\r\n';
    const found = await items(file, null, 'bank.csv');
    expect(found.items[0]?.item.stem).toBe('Which "two"\nof them?');
    expect(texts(found)).toEqual(['-a', '+b', '+c']);
    expect(found.remarks[0]?.what).toEqual({ kind: 'unknown-columns', columns: ['Notes'] });
  });

  it('may name the key by letter, number or text', async () => {
    const file = 'question,option 1,option 2,answer\nQ1,a,b,2\nQ2,a,b,B\nQ3,yes,no,No\nQ4,a,b,D\n';
    const found = await items(file, 'csv');
    expect(found.items.map(({ item }) => item.options[1]?.correct)).toEqual([true, true, true]);
    expect(found.skipped).toEqual([{ where: { item: 4, line: 5 }, why: { kind: 'bad-key', has: 'D' } }]);
  });

  it('says which columns it lacks', async () => {
    expect(await read('question,A\nx,y\n', 'csv')).toEqual({
      kind: 'unreadable',
      why: { kind: 'missing-columns', columns: ['A', 'B', 'correct'] },
    });
  });
});

describe('QTI', () => {
  const canvas = `<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment title="Quiz"><section ident="root_section">
    <item ident="g1" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>multiple_answers_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
    <presentation><material><mattext texttype="text/html">&lt;div&gt;&lt;p&gt;Which two?&lt;/p&gt;&lt;/div&gt;</mattext></material>
    <response_lid ident="response1" rcardinality="Multiple"><render_choice>
    <response_label ident="11"><material><mattext texttype="text/plain">a &lt; b</mattext></material></response_label>
    <response_label ident="12"><material><mattext texttype="text/plain">b</mattext></material></response_label>
    <response_label ident="13"><material><mattext texttype="text/plain">c</mattext></material></response_label></render_choice></response_lid></presentation>
    <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
    <respcondition continue="Yes"><conditionvar><varequal respident="response1">13</varequal></conditionvar><displayfeedback feedbacktype="Response" linkrefid="13_fb"/></respcondition>
    <respcondition continue="No"><conditionvar><and><varequal respident="response1">11</varequal><varequal respident="response1">12</varequal><not><varequal respident="response1">13</varequal></not></and></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>
    <itemfeedback ident="13_fb"><flow_mat><material><mattext texttype="text/html">&lt;p&gt;No.&lt;/p&gt;</mattext></material></flow_mat></itemfeedback></item></section></assessment></questestinterop>`;

  it('of Canvas leaves out what must not be chosen, and links feedback by conditions', async () => {
    const found = await items(
      zipSync({
        'g1/g1.xml': strToU8(canvas),
        'g1/assessment_meta.xml': strToU8('<quiz xmlns="x"><title>Quiz</title></quiz>'),
      }),
    );
    expect(texts(found)).toEqual(['+a < b', '+b', '-c']);
    expect(found.items[0]?.item).toMatchObject({ stem: 'Which two?', options: [{}, {}, { why: 'No.' }] });
  });

  it('of version 2 has its question in a prompt, and keys in a mapping', async () => {
    const item = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i1" title="T"><responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><mapping defaultValue="0"><mapEntry mapKey="H" mappedValue="1"/><mapEntry mapKey="O" mappedValue="-1"/></mapping></responseDeclaration>
      <itemBody><p>Look:</p><choiceInteraction responseIdentifier="R" maxChoices="0"><prompt>Which?</prompt><simpleChoice identifier="H">Hydrogen<feedbackInline outcomeIdentifier="F" identifier="H" showHide="show">Yes</feedbackInline></simpleChoice><simpleChoice identifier="O">Oxygen</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;
    const found = await items(item);
    expect(found.items[0]?.item).toMatchObject({
      stem: 'Look:\n\nWhich?',
      options: [
        { text: 'Hydrogen', correct: true, why: 'Yes' },
        { text: 'Oxygen', correct: false },
      ],
    });
  });
});

describe('Anki', () => {
  it('has cards with lettered options, which are questions, and others, which are not', async () => {
    const found = await items(
      '#separator:tab\n#html:true\nWhich port?<br>A. 80<br>B. 22\tA<br>Web.\nWhat is SSH?\tA shell\n{{c1::TCP}} is reliable\t\n',
    );
    expect(texts(found)).toEqual(['+80', '-22']);
    expect(found.items[0]?.item.takeaway).toBe('Web.');
    expect(found.skipped.map(({ why }) => (why.kind === 'no-choice' ? why.type : why.kind))).toEqual([
      'basic',
      'cloze',
    ]);
  });
});

describe('any file', () => {
  it.each([
    ['that is empty', '', 'empty'],
    ['of blanks', ' \n\t ', 'empty'],
    ['of nothing that is known', 'hello', 'unknown-format'],
  ])('%s is refused', async (_, file, kind) => {
    expect(await read(file)).toMatchObject({ kind: 'unreadable', why: { kind } });
  });

  it('that is larger than Discord takes is refused before it is read', async () => {
    expect(await read(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({ why: { kind: 'too-large' } });
  });

  it('that swells when it is unpacked is refused before it is', async () => {
    const bomb = zipSync({ 'collection.anki2': new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await read(bomb)).toMatchObject({ why: { kind: 'hostile' } });
  });

  it('of ten thousand questions and one is refused', async () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => `Q${index},a,b,A`);
    expect(await read(`question,A,B,correct\n${rows.join('\n')}`, 'csv')).toMatchObject({
      why: { kind: 'too-many' },
    });
  });

  it('of YAML with aliases that multiply is refused', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(',')}]`,
    );
    expect(await read(`l0: &l0 x\n${levels.join('\n')}\nquestions: *l9\n`, 'yaml')).toMatchObject({
      why: { kind: 'hostile' },
    });
  });
});
