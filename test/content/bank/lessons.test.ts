// Lessons and flashcards: what the checker finds in them, and what it leaves alone.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countWords } from '#content/bank/lessons.ts';
import type { Flashcard } from '#content/pack.ts';
import { makePack } from '../../support/pack.ts';
import { check, parseSound, soundLessonText as sound, soundCard } from './sound-bank.ts';

const findings = (lesson: string) => check({ lesson }).filter(({ id }) => id === 'lesson 1.1');
const inProblem = (text: string) => sound.replace('## How it works', () => `${text}\n\n## How it works`);

describe('a lesson', () => {
  it('that is sound has no finding', () => {
    expect(findings(sound)).toEqual([]);
  });

  it('counts its words from the first heading to the end of the scenario', () => {
    expect(countWords(parseSound(sound))).toBeGreaterThan(600);
    const shorter = sound.replace('It hides the message', 'It hides');
    expect(countWords(parseSound(sound)) - countWords(parseSound(shorter))).toBe(2);
  });

  it.each([
    ['L01', 'too few words', sound.replace(/(A worker takes[^\n]*\n\n)- \*\*Hidden/, '- **Hidden')],
    ['L01', 'too many words', inProblem('More of it here. '.repeat(100))],
    ['L02', 'a paragraph that no message holds', inProblem('internationalization '.repeat(95))],
    ['L02', 'a paragraph that is long on a phone', inProblem('internationalization '.repeat(35))],
    ['L02', 'a long code block', inProblem(`\`\`\`\n${'{}\n'.repeat(13)}\`\`\``)],
    ['L02', 'a wide code block', inProblem(`\`\`\`\n${'x'.repeat(61)}\n\`\`\``)],
    ['L03', 'a table of two rows', sound.replace(/\| Few requests.*\n/, '')],
    ['L03', 'a table with an empty cell', sound.replace('A delay |', ' |')],
    ['L03', 'a row with another number of cells', sound.replace('| A delay |', '| A | delay |')],
    ['L03', 'a table of four columns', sound.replaceAll(/^(\|.*)$/gm, '$1 more |')],
    ['L04', 'a mention', inProblem('Tell @everyone about it.')],
    ['L04', 'italics', inProblem('This is *not* it.')],
    ['L04', 'a link', inProblem('See https://docs.example.com/queue for it.')],
    ['L04', 'HTML', inProblem('Line one<br>line two.')],
    ['L04', 'a quotation', inProblem('> Said somebody.')],
    ['L05', 'a concept of the lesson that is missing', sound.replace('[concept-1]', '[concept-2]')],
    ['L05', 'a question of another lesson', sound.replace('- q-1.1-003', '- q-2.1-003')],
    ['L04', 'a link in its summary', sound.replace('A delete ends it', 'https://docs.example.com/b says so')],
    ['F24', 'a deprecated thing in its summary', sound.replace('A delete', 'The Old Console')],
    ['F06', 'a letter', inProblem('Remember that option B is slower.')],
    ['F22', 'a foreign host', sound.replace('docs.example.com/b', 'blog.example.org/b')],
    ['F22', 'a page nobody has seen', sound.replace('docs.example.com/b', 'docs.example.com/new')],
    ['F23', 'one value of a number that moved', inProblem('The queue takes 256 KB.')],
    ['F24', 'a deprecated thing', inProblem('Open the Old Console.')],
  ])('%s: has %s', (code, _name, text) => {
    expect(text).not.toBe(sound);
    expect(findings(text).map((finding) => finding.code)).toContain(code);
  });

  it.each([
    ['F23', 'both values of a number that moved', inProblem('The queue takes 1 MiB, once 256 KB.')],
    ['L04', 'bold words and code', inProblem('**Bold**, `s3:*` and `<name>` and a < b.')],
  ])('%s: may have %s', (code, _name, text) => {
    expect(findings(text).map((finding) => finding.code)).not.toContain(code);
  });

  it('has a summary once its module is complete (L07)', () => {
    const without = sound.slice(0, sound.indexOf('## In five lines'));
    const modules = makePack().modules.map((module) => ({ ...module, complete: module.id === '1' }));
    const codes = (lesson: string, pack = {}) =>
      check({ lesson, pack })
        .filter(({ id }) => id === 'lesson 1.1')
        .map(({ code }) => code);
    expect(codes(without)).toEqual([]);
    expect(codes(without, { modules })).toEqual(['L07']);
    expect(codes(sound, { modules })).toEqual([]);
  });

  it('is told the line', () => {
    const text = inProblem('This is *not* it.');
    const line = text.split('\n').indexOf('This is *not* it.') + 1;
    expect(findings(text)).toEqual([
      expect.objectContaining({ file: 'lesson.md', line, code: 'L04', level: 'error' }),
    ]);
  });

  it('F21: shares no eight words with a published text', () => {
    const run = 'a worker takes the message and has a';
    const copies = new Set([createHash('sha1').update(run).digest('hex').slice(0, 12)]);
    expect(check({ lesson: sound, copies }).map(({ code }) => code)).toContain('F21');
  });
});

describe('a flashcard', () => {
  const found = (change: Partial<Flashcard>) =>
    check({ cards: [{ ...soundCard, ...change }] })
      .filter(({ id }) => id === soundCard.id)
      .map(({ code }) => code);

  it('that is sound has no finding', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, string, Partial<Flashcard>]>([
    ['C01', 'no question', { front: 'Name the timeout of a queue.' }],
    ['C01', 'a question for yes or no', { front: 'Does a queue hide a received message?' }],
    ['C01', 'two questions', { front: 'What is hidden? Until when is it hidden?' }],
    ['C02', 'a list of four', { back: 'It has standard, express, first, and last queues because of it.' }],
    ['C02', 'four lines', { back: 'Because:\n- one\n- two\n- three\n- four' }],
    ['C03', 'no reason', { back: 'The visibility timeout of the queue.' }],
    ['C03', 'four sentences', { back: 'It hides. It waits. It shows. All because of a timeout.' }],
    ['F22', 'a foreign host', { references: ['https://blog.example.org/queue'] }],
    ['F23', 'a number that moved', { back: 'The queue takes 256 KB because of a limit.' }],
    ['F24', 'a deprecated thing', { back: 'The Old Console, because it was first.' }],
    ['F27', 'markup', { back: 'The *timeout*, because it hides.' }],
  ])('%s: has %s', (code, _name, change) => {
    expect(found(change)).toContain(code);
  });

  it.each<[string, string, Partial<Flashcard>]>([
    ['C02', 'three things', { back: 'Standard, express, and first, because of it.' }],
    [
      'F23',
      'a number that moved and says so',
      { back: 'Once 256 KB, now 1 MiB per queue, because it grew.', volatile: true },
    ],
  ])('%s: may have %s', (code, _name, change) => {
    expect(found(change)).not.toContain(code);
  });

  it('C04: asks what no other asks', () => {
    const again = {
      ...soundCard,
      id: 'f-1.1-002',
      front: 'What keeps one message from a second worker while the first works on it?',
    };
    const codes = check({ cards: [soundCard, again] })
      .filter(({ id }) => id === 'f-1.1-002')
      .map(({ code }) => code);
    expect(codes).toContain('C04');
  });
});
