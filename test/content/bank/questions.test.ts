// The detectors of a single question's flaws: each finds what it is for, and leaves alone what only looks like it.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findCopiedText } from '#content/bank/copies.ts';
import type { Question } from '#content/pack.ts';
import { check, codesOf, soundQuestion as sound } from './sound-bank.ts';

type Change = (question: Question) => Question;

const stem: (text: string) => Change = (text) => (question) => ({ ...question, stem: text });
const question: (line: string) => Change = (line) => (item) =>
  stem(`${sound.stem.replace(/[^.]*\?$/, '')}${line}`)(item);
const takeaway: (text: string) => Change = (text) => (item) => ({ ...item, takeaway: text });
const references: (...urls: string[]) => Change =
  (...urls) =>
  (item) => ({ ...item, references: urls });
const place: (change: Partial<Question>) => Change = (change) => (item) => ({ ...item, ...change });
const change: (id: string, part: Partial<Question['options'][number]>) => Change = (id, part) => (item) => ({
  ...item,
  options: item.options.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)),
});
const option = (part: Partial<Question['options'][number]>) => change('b', part);
const key = (text: string) => change('a', { text });
const why = (text: string) => option({ why: `${text} This is here to make it long enough.` });
const blindSolve = (text: string | null) => place({ provenance: { ...sound.provenance, blindSolve: text } });

const codeBlock = (lines: number) => `\n\`\`\`\n${'{}\n'.repeat(lines)}\`\`\``;

const flawed: [string, string, Change][] = [
  ['F01', 'a stem of few characters', stem('What should the developer do?')],
  ['F01', 'a stem of few words', stem(`${'a'.repeat(130)} what should the developer do?`)],
  ['F01', 'a stem over the limit', stem(`${'word '.repeat(150)}?`)],
  ['F01', 'an option over the limit', option({ text: 'word '.repeat(50) })],
  ['F01', 'a rationale over the limit', option({ why: 'word '.repeat(80) })],
  ['F02', 'two keys of four', option({ correct: true })],
  ['F02', 'a demand for two of four', question('Which steps? (Select TWO.)')],
  ['F06', 'a letter', why('Unlike option C, this fails.')],
  ['F06', 'a letter judged', why('This fails because B is wrong.')],
  ['F06', 'several letters', why('Better than options A and C.')],
  ['F06', 'a place', why('The second option is slower.')],
  ['F06', 'a letter in the takeaway', takeaway('Remember that answer D holds.')],
  ['F07', 'all of them', option({ text: 'All of the above.' })],
  ['F07', 'none of them', option({ text: 'None of the above.' })],
  ['F07', 'two of them', option({ text: 'Both A and C.' })],
  ['F08', 'NOT', question('Which action does NOT meet these requirements?')],
  ['F08', 'EXCEPT', question('Which actions are possible EXCEPT?')],
  ['F08', 'the least likely', question('Which cause is LEAST likely here?')],
  ['F08', 'no question', question('Help the developer with it.')],
  ['F22', 'a foreign host', references('https://blog.example.org/queue')],
  ['F22', 'a host that only begins alike', references('https://docs.example.com.evil.org/queue')],
  ['F22', 'no page', references('https://docs.example.com/#queue')],
  ['F22', 'plain http', references('http://docs.example.com/queue')],
  ['F26', 'a short one', option({ why: 'It is slower.' })],
  [
    'F26',
    'one that repeats the option',
    option({
      text: 'Take the second queue and read it twice.',
      why: 'One would take the second queue and read it twice then.',
    }),
  ],
  ['F26', 'one for two options', option({ why: sound.options[0]?.why ?? '' })],
  ['F27', 'everyone', why('Tell @everyone about it.')],
  ['F27', 'a member', why('Ask <@123> for it.')],
  ['F27', 'a placeholder that looks like a tag', why('Write <#name> there.')],
  ['F27', 'spoilers', why('Use a || b instead.')],
  ['F27', 'bold', why('This is **not** it.')],
  ['F27', 'italics', why('Grant s3:*,sns:* to it.')],
  ['F27', 'underscores', why('This is _not_ it.')],
  ['F27', 'double underscores', why('The name is __main__ there.')],
  ['F27', 'strikethrough', why('This is ~~not~~ it.')],
  ['F27', 'a masked link', why('See [the page](https://docs.example.com).')],
  ['F27', 'a heading', why('First.\n# Second.')],
  ['F27', 'a quotation', why('First.\n> Second.')],
  ['F27', 'a lonely backtick', why('Call `Receive for it.')],
  ['F27', 'a long block in a rationale', why(codeBlock(4))],
  [
    'F03',
    'a key much longer than the others',
    key(`${sound.options[0]?.text} ${'More of it is here. '.repeat(3)}`),
  ],
  [
    'F09',
    'an absolute word in a wrong option',
    option({ text: 'Always set a delivery delay for every new invoice.' }),
  ],
  ['F10', 'a key in words of the stem', key('Workers that poll an SQS queue should resolve this issue.')],
  [
    'F11',
    'a key that the others are made from',
    (item) =>
      ['b', 'c', 'd'].reduce(
        (made, id, index) =>
          change(id, {
            text: `Raise the visibility timeout of the queue, ${['late', 'soon', 'again'][index]} ${'xyz'[index]}${'xyz'[index]} ${'uvw'[index]}${'uvw'[index]}.`,
          })(made),
        key('Raise the visibility timeout of the queue.')(item),
      ),
  ],
  ['F12', 'one option without a full stop', option({ text: 'Set a delivery delay of 5 minutes' })],
  [
    'F12',
    'an option of another form',
    option({ text: 'Because the delivery delay is too short for new ones.' }),
  ],
  ['F13', 'an option that is only a name', option({ text: 'Delay.' })],
  ['F15', 'a key nobody tried blind', blindSolve(null)],
  ['F15', 'a key that blind solvers do not share', blindSolve('1/2 on 2026-11-23')],
  ['F17', 'an invented service', why('Use Amazon Queuematic for it.')],
  ['F17', 'an invented permission', why('Grant `sqq:SendMessage` to it.')],
  ['F17', 'an invented resource type', why('Declare `AWS::SQQ::Queue` for it.')],
  [
    'F19',
    'three facts that nothing takes up',
    stem(`The company uses AWS Lambda. Files have 17 KB and live for 40 minutes. ${sound.stem}`),
  ],
  [
    'F22',
    'an address that occurs twice',
    references('https://docs.example.com/queue', 'https://docs.example.com/queue'),
  ],
  ['F22', 'a page nobody has seen', references('https://docs.example.com/new')],
  ['F23', 'a key that rests on a number that moved', key('Split what goes into the queue above 256 KB now.')],
  ['F24', 'a deprecated thing as the key', key('Raise the visibility timeout in the Old Console.')],
  ['F24', 'a deprecated thing elsewhere', why('Would fit the Old Console.')],
  ['F25', 'a first concept of another lesson', place({ concepts: ['concept-2'] })],
  ['F25', 'skills of other tasks alone', (item) => ({ ...item, skills: { c02: ['4.1.2'], c03: ['4.1.2'] } })],
  ['F26', 'jargon in a rationale', why('Fails because the stem says that each order is read once.')],
  ['F33', 'a criterion without a superlative', (item) => ({ ...item, criterion: 'lowest-cost' })],
  ['F28', 'a long block in the stem', stem(`${sound.stem}${codeBlock(13)}`)],
  ['F30', 'a real company', stem(sound.stem.replace('A company', 'Acme'))],
  ['F30', 'a gendered default', why('The developer notes that he needs it.')],
  ['F30', 'an account that may be real', why('The account 384629174653 has it.')],
  ['F30', 'a domain that may be real', why('The site shop.com has it.')],
];

const harmless: [string, string, Change][] = [
  ['F01', 'a stem at the limit', stem(`${'word '.repeat(139)}why?`)],
  ['F06', 'a word that begins with a letter', why('Another option And so on; an A record is fine.')],
  ['F07', 'all of something', option({ text: 'Read all of the messages, and none of the old ones.' })],
  ['F08', 'a superlative', question('Which solution has the LEAST operational overhead?')],
  ['F08', 'a negation before the question', stem(`The worker must NOT be changed. ${sound.stem}`)],
  ['F08', 'a point inside a name', question('What does `sqs.example.com` return in this case?')],
  ['F22', 'a page with a fragment', references('https://docs.example.com/queue#limits')],
  [
    'F26',
    'one that names the option and goes on',
    option({
      text: 'Take the second way.',
      why: 'Fails because the second way reads each order twice, which the scenario forbids.',
    }),
  ],
  ['F27', 'code with stars and bars', why('Grant `s3:*` and `sns:*`, or use `a || b`.')],
  ['F27', 'names with underscores', why('Set AWS_PROFILE and MAX_SIZE_MB for it.')],
  ['F27', 'stars before spaces', why('Grant s3:* and sns:* to it.')],
  ['F27', 'a single star', why('Grant s3:* to it.')],
  ['F27', 'a comparison', why('Use it when a < b and b > c.')],
  ['F27', 'an escaped star', why('This is \\*not\\* it.')],
  ['F27', 'a policy in the stem', stem(`${sound.stem}${codeBlock(12)}`)],
  ['F27', 'an address', why('Write to team@example.com for it.')],
  [
    'F09',
    'an absolute word that the key has too',
    (item) =>
      key('Raise the visibility timeout for every queue here.')(
        option({ text: 'Set the delivery delay for every message here.' })(item),
      ),
  ],
  ['F17', 'a known name that goes on', why('Use Amazon SQS FIFO for it, and AWS::SQS::Queue.')],
  ['F17', 'a permission that exists', why('Grant `sqs:SendMessage` to it.')],
  ['F19', 'a product that options call by its things', stem(sound.stem)],
  [
    'F19',
    'two facts that set the scene',
    stem(`The company uses AWS Lambda. Files have 17 KB. ${sound.stem}`),
  ],
  [
    'F23',
    'such a number in a key that says so',
    (item) => ({ ...key('Split what goes into the queue above 256 KB now.')(item), volatile: true }),
  ],
  [
    'F23',
    'such a number about something else',
    (item) =>
      stem(sound.stem.replace('SQS queue', 'Lambda thing'))(
        key('Split what goes into the file above 256 KB now.')(item),
      ),
  ],
  [
    'F30',
    'the account and the domain of examples',
    why('In 123456789012 and 111122223333, for api.example.com.'),
  ],
];

const found = (changed: Question) =>
  codesOf(check({ questions: [changed] }).filter(({ id }) => id === sound.id));

describe('the flaw detectors', () => {
  it('find nothing in a sound question', () => {
    expect(check({ questions: [sound] }).filter(({ id }) => id === sound.id)).toEqual([]);
  });

  it.each(flawed)('%s finds %s', (code, _name, apply) => {
    expect(found(apply(sound))).toContain(code);
  });

  it.each(harmless)('%s leaves alone %s', (code, _name, apply) => {
    expect(found(apply(sound))).not.toContain(code);
  });

  it('F24 is an error in a key and a warning elsewhere', () => {
    const levels = (apply: Change) =>
      check({ questions: [apply(sound)] })
        .filter(({ code }) => code === 'F24')
        .map(({ level }) => level);
    expect(levels(key('Raise the visibility timeout in the Old Console.'))).toEqual(['error']);
    expect(levels(why('Would fit the Old Console.'))).toEqual(['warning']);
  });
});

describe('near duplicates (F20)', () => {
  const twin: Question = { ...sound, id: 'q-1.1-002' };
  const levels = (...questions: Question[]) =>
    check({ questions }).flatMap(({ code, id, level }) => (code === 'F20' ? [`${id} ${level}`] : []));
  const reworded = stem(
    'Somebody stores orders elsewhere and something goes wrong in the night. Which change helps here, when all of it stays as it is now and nobody may touch a thing?',
  )(twin);
  const others = ['b', 'c', 'd'].reduce(
    (item, id) =>
      change(id, { text: `Take the other way, ${id.repeat(4)} ${id.repeat(5)} ${id.repeat(6)}, for once.` })(
        item,
      ),
    reworded,
  );

  it('are an error when more than half of the text is the same', () => {
    expect(levels(sound, twin)).toEqual(['q-1.1-002 error']);
  });

  it('are a warning when concept, family and key are the same', () => {
    expect(levels(sound, others)).toEqual(['q-1.1-002 warning']);
  });

  it('are not those of another family', () => {
    expect(levels(sound, { ...others, family: 'build' })).toEqual([]);
  });
});

describe('copied text (F21)', () => {
  const published = 'take the second queue and read it twice';
  const copies = new Set([createHash('sha1').update(published).digest('hex').slice(0, 12)]);

  it.each([
    ['a stem', stem(`So: Take the second queue, and read it "twice" (${sound.stem})`)],
    ['an option', option({ text: 'Take the second queue and read it twice.' })],
    ['a rationale', why('One could take the second queue and read it twice.')],
    ['a takeaway', takeaway('Never take the second queue and read it twice.')],
  ])('is found in %s, whatever its case and signs', (_where, apply) => {
    expect(codesOf(check({ questions: [apply(sound)], copies }))).toContain('F21');
  });

  it('is not seven words in a row', () => {
    expect(findCopiedText('Take the second queue and read it once.', copies)).toEqual([]);
  });

  it('is neither code in a block nor a phrase that everybody uses', () => {
    const text = `See\n\`\`\`\n${published}\n\`\`\`\nof it.`;
    expect(findCopiedText(text, copies)).toEqual([]);
    expect(findCopiedText(published, copies)).toEqual([published]);
    expect(findCopiedText(published, copies, ['Then take the second queue, and read it twice.'])).toEqual([]);
  });
});
