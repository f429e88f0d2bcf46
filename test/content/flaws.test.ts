// The flaw detectors: each finds what it is for, and leaves alone what only looks like it.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countLengthCues, type FlawCode, findCopiedText, findFlaws } from '#content/flaws.ts';
import type { Question } from '#content/pack.ts';
import { loadSmallPack } from './small-pack.ts';

const hosts = ['docs.example.com'];
const sound = (await loadSmallPack()).questions.get('q-1.1-001') as Question; // the small pack has it

type Change = (question: Question) => Question;

const stem: (text: string) => Change = (text) => (question) => ({ ...question, stem: text });
const question: (line: string) => Change = (line) => (sound) =>
  stem(`${sound.stem.replace(/[^.]*\?$/, '')}${line}`)(sound);
const takeaway: (text: string) => Change = (text) => (question) => ({ ...question, takeaway: text });
const reference: (url: string) => Change = (url) => (question) => ({ ...question, references: [url] });
const option: (change: Partial<Question['options'][number]>) => Change = (change) => (question) => ({
  ...question,
  options: question.options.map((entry) => (entry.id === 'b' ? { ...entry, ...change } : entry)),
});
const why = (text: string) => option({ why: `${text} This is here to make it long enough.` });

const codeBlock = (lines: number) => `\n\`\`\`\n${'{}\n'.repeat(lines)}\`\`\``;

const flawed: [FlawCode, string, Change][] = [
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
  ['F22', 'a foreign host', reference('https://blog.example.org/queue')],
  ['F22', 'a host that only begins alike', reference('https://docs.example.com.evil.org/queue')],
  ['F22', 'no page', reference('https://docs.example.com/#queue')],
  ['F22', 'plain http', reference('http://docs.example.com/queue')],
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
  ['F27', 'a long block in the stem', stem(`${sound.stem}${codeBlock(13)}`)],
];

const harmless: [FlawCode, string, Change][] = [
  ['F01', 'a stem at the limit', stem(`${'word '.repeat(139)}why?`)],
  ['F06', 'a word that begins with a letter', why('Another option And so on; an A record is fine.')],
  ['F07', 'all of something', option({ text: 'Read all of the messages, and none of the old ones.' })],
  ['F08', 'a superlative', question('Which solution has the LEAST operational overhead?')],
  ['F08', 'a negation before the question', stem(`The worker must NOT be changed. ${sound.stem}`)],
  ['F08', 'a point inside a name', question('What does `sqs.example.com` return in this case?')],
  ['F22', 'a page with a fragment', reference('https://docs.example.com/queue#limits')],
  [
    'F26',
    'one that names the option and goes on',
    option({
      text: 'Take the second way.',
      why: 'Fails because the second way reads each order twice, which the stem forbids.',
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
];

const codesOf = (changed: Question) => findFlaws(changed, hosts).map(({ code }) => code);

describe('the flaw detectors', () => {
  it('find nothing in a sound question', () => {
    expect(findFlaws(sound, hosts)).toEqual([]);
  });

  it.each(flawed)('%s finds %s', (code, _name, change) => {
    expect(codesOf(change(sound))).toContain(code);
  });

  it.each(harmless)('%s leaves alone %s', (code, _name, change) => {
    expect(codesOf(change(sound))).not.toContain(code);
  });
});

describe('the length of the key (F03, F04)', () => {
  const texts = (...lengths: number[]): Question => ({
    ...sound,
    options: sound.options.map((entry, index) => ({ ...entry, text: 'x'.repeat(lengths[index] ?? 9) })),
  });

  it.each([
    ['the key is the longest', texts(9, 5, 6, 7), { items: 1, longest: 1, shortest: 0 }],
    ['the key is the shortest', texts(4, 5, 6, 7), { items: 1, longest: 0, shortest: 1 }],
    ['the key is in between', texts(6, 5, 6, 7), { items: 1, longest: 0, shortest: 0 }],
    ['another is as long', texts(9, 9, 6, 7), { items: 1, longest: 0, shortest: 0 }],
    ['another is as short', texts(4, 4, 6, 7), { items: 1, longest: 0, shortest: 0 }],
    [
      'several are right',
      option({ correct: true })(texts(9, 5, 6, 7)),
      { items: 0, longest: 0, shortest: 0 },
    ],
  ])('%s', (_case, changed, counts) => {
    expect(countLengthCues([changed])).toEqual(counts);
  });
});

describe('copied text (F21)', () => {
  const published = 'take the second queue and read it twice';
  const hashes = new Set([createHash('sha1').update(published).digest('hex').slice(0, 12)]);

  it.each([
    ['a stem', stem(`So: Take the second queue, and read it "twice" (${sound.stem})`)],
    ['an option', option({ text: 'Take the second queue and read it twice.' })],
    ['a rationale', why('One could take the second queue and read it twice.')],
    ['a takeaway', takeaway('Never take the second queue and read it twice.')],
  ])('is found in %s, whatever its case and signs', (_where, change) => {
    expect(findCopiedText(change(sound), hashes)).toEqual([published]);
  });

  it('is not seven words in a row', () => {
    expect(
      findCopiedText(option({ text: 'Take the second queue and read it once.' })(sound), hashes),
    ).toEqual([]);
  });
});
