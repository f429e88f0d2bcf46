import { DrizzleQueryError } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { serializeError } from '#db/log-error.ts';

const logged = (err: unknown) => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  pino({ serializers: { err: serializeError } }, { write }).error({ err }, 'job failed');
  return lines.join();
};

const duplicate = Object.assign(new Error('duplicate key value'), {
  code: '23505',
  detail: 'Key (member_id)=(hidden) already exists.',
  parameters: ['hidden'],
  args: ['hidden'],
});
const failed = new DrizzleQueryError(
  'insert into answers values ($1, $2)',
  ['hidden: a\n    at b', 'hidden'],
  duplicate,
);

it.each([
  ['a failed query', failed],
  ['its cause alone', duplicate],
  ['an error that it caused', new Error('could not answer', { cause: failed })],
  ['one among several', new AggregateError([new Error('other'), failed], '2 of 3 failed')],
  [
    'several that caused another',
    new Error('tick', { cause: new AggregateError([failed], '1 of 3 failed') }),
  ],
  ['several within several', new AggregateError([new AggregateError([failed], '1 of 2')], '1 of 3')],
  ['an error that carries it', Object.assign(new Error('second'), { first: failed })],
])('logs %s with its reason and without its parameters', (_, error) => {
  const line = logged(error);
  expect(line).not.toContain('hidden');
  expect(line).toContain('duplicate key value');
  expect(line).toContain('log-error.whole.test.ts');
});

it('logs the statement of a failed query', () => {
  expect(logged(failed)).toContain('insert into answers values ($1, $2)');
});

it('leaves other errors as they are', () => {
  expect(logged(Object.assign(new Error('no\nparams: 1'), { code: 'X' }))).toContain('no\\nparams: 1');
});

const refused = Object.assign(new Error('Invalid Form Body'), {
  requestBody: { json: { content: 'hidden' }, files: undefined },
  url: 'https://discord.com/api/v10/webhooks/1/hidden-token/messages/@original',
  code: 50035,
});

it.each([
  ['a refused request', refused],
  ['one among several', new AggregateError([refused, refused], '2 of 3 failed')],
  ['its cause', new Error('not shown', { cause: refused })],
])('logs %s without its body and without the token in its address', (_, error) => {
  const line = logged(error);
  expect(line).not.toContain('hidden');
  expect(line).toContain('Invalid Form Body');
});

it('shows where a refused request went', () => {
  expect(logged(new AggregateError([refused], '1 of 3 failed'))).toContain(
    '/webhooks/1/…/messages/@original',
  );
});

it('ends at an error that holds itself', () => {
  const circle = new AggregateError([], 'round');
  circle.errors.push(circle, failed);
  expect(logged(circle)).not.toContain('hidden');
});
