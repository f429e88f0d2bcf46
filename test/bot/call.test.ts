import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCommand, callOf, readCall, writeCall } from '#bot/call.ts';

const quiz = {
  name: 'quiz',
  subcommand: null,
  options: new Map([
    ['topic', 'lesson:4.1'],
    ['count', '5'],
    ['private', 'true'],
  ]),
};

describe('a call', () => {
  it('is what was called, without users and channels', () => {
    const value = (name: string, type: number, given: string | number | boolean) => ({
      name,
      type,
      value: given,
    });
    const options = [value('topic', 3, 'lesson:4.1'), value('count', 4, 5), value('member', 6, '123')];
    expect(callOf({ commandName: 'quiz', options: { data: options } } as never)).toEqual({
      ...{ name: 'quiz', subcommand: null },
      options: new Map([
        ['topic', 'lesson:4.1'],
        ['count', '5'],
      ]),
    });
    const nested = { commandName: 'exam', options: { data: [{ name: 'start', type: 1, options }] } };
    expect(callOf(nested as never)).toMatchObject({ name: 'exam', subcommand: 'start' });
    const bare = { commandName: 'exam', options: { data: [{ name: 'history', type: 1 }] } };
    expect(callOf(bare as never)).toEqual({ name: 'exam', subcommand: 'history', options: new Map() });
  });

  it('is written in as much room as there is, the longest option left out first', () => {
    expect(writeCall(quiz, 60)).toBe('quiz.?count=5&private=true&topic=lesson%3A4.1');
    expect(writeCall(quiz, 30)).toBe('quiz.?count=5&private=true');
    expect(writeCall(quiz, 5)).toBe('quiz.');
    expect(readCall(writeCall(quiz, 60))).toEqual(quiz);
  });

  it('survives being written, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (topic) => {
        const call = { name: 'quiz', subcommand: 'x', options: new Map([['topic', topic.toWellFormed()]]) };
        const text = writeCall(call, 10_000);
        expect(text).not.toContain(':');
        expect(readCall(text)).toEqual(call);
      }),
    );
  });

  it.each(['', 'quiz', ':', '<@1>.x'])('is none for what none was written as: %j', (text) => {
    expect(readCall(text)).toBeNull();
  });

  it('is made again by who pressed, with its options and the press’s own id', () => {
    const press = { id: '7', user: { id: 'ada' }, locale: 'de' };
    const again = asCommand(press as never, quiz);
    expect([again.id, again.user.id, again.commandName]).toEqual(['7', 'ada', 'quiz']);
    const { options } = again;
    expect([options.getString('topic'), options.getInteger('count'), options.getBoolean('private')]).toEqual([
      'lesson:4.1',
      5,
      true,
    ]);
    expect([
      options.getString('x'),
      options.getInteger('x'),
      options.getBoolean('x'),
      options.getUser('x'),
    ]).toEqual([null, null, null, null]);
  });
});
