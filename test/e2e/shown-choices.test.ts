// What a list of an option shows is understood when it is typed or pasted: some clients send it instead of the value.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
});
afterAll(() => stage.stop());
afterEach(() => expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]));

type Case = {
  command: string;
  sub?: string;
  with?: Record<string, string | number>;
  option: string;
  typed: string;
};

const cases: Case[] = [
  { command: 'leaderboard', option: 'domain', typed: '' },
  { command: 'daily', sub: 'set', with: { time: '09:00' }, option: 'weekdays', typed: 'mon-f' },
  { command: 'daily', sub: 'set', with: { time: '09:00' }, option: 'domains', typed: '' },
  { command: 'daily', sub: 'set', with: { time: '09:00' }, option: 'domains', typed: '1,' },
  { command: 'daily', sub: 'set', with: { time: '09:00' }, option: 'zone', typed: 'berl' },
  { command: 'setup', sub: 'server', option: 'edition', typed: '' },
  { command: 'setup', sub: 'server', option: 'language', typed: '' },
  { command: 'settings', sub: 'timezone', option: 'zone', typed: '' },
  { command: 'settings', sub: 'pause', with: { days: 2 }, option: 'from', typed: '' },
  { command: 'settings', sub: 'language', option: 'to', typed: '' },
  { command: 'history', option: 'until', typed: '' },
  { command: 'history', option: 'topic', typed: 'sqs' },
];

describe.each(['en-US', 'de'])('in %s', (locale) => {
  it.each(cases)(
    '/$command $sub $option:$typed',
    async ({ command, sub, with: more = {}, option, typed }) => {
      const member = stage.discord.as(stage.ids.ada, { locale });
      const others = Object.entries(more).map(([name, value]) => `${name}:${value}`);
      const line = [
        '/',
        command,
        sub ? ` ${sub}` : '',
        ...others.map((each) => ` ${each}`),
        ` ${option}:${typed}`,
      ];
      const [choice] = await member.autocomplete(stage.general, line.join(''));
      // A list is read for a while before it is used: clocks that it shows have moved on.
      stage.discord.clock.advance(61_000);
      const use = async (value: unknown) => {
        const input = {
          name: command,
          ...(sub && { subcommand: sub }),
          options: { ...more, [option]: value },
        };
        const result = await member.command(stage.general, input as never);
        return command === 'setup' ? textOf(await result.settled()) : answerTo(Promise.resolve(result));
      };
      // Twice by the value, since the first may change something and the second not.
      await use(choice?.value);
      const byValue = await use(choice?.value);
      expect(choice?.name).not.toBe(choice?.value);
      expect(await use(` ${choice?.name} `)).toBe(byValue);
      expect(await use(choice?.name.toUpperCase())).toBe(byValue);
    },
  );
});

it.each([
  ['timezone', ''],
  ['timezone', 'tokyo'],
])(
  '/settings %s zone:%s is understood minutes after it was read, although its clock went on',
  async (sub, typed) => {
    const [choice] = await stage.linus.autocomplete(stage.general, `/settings ${sub} zone:${typed}`);
    stage.discord.clock.advance(5 * 60_000);
    const input = { name: 'settings', subcommand: sub, options: { zone: choice?.name } };
    expect(await answerTo(stage.linus.command(stage.general, input as never))).not.toContain(
      'I know no time zone',
    );
  },
);
