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
])('logs %s with its reason and without its parameters', (_, error) => {
  const line = logged(error);
  expect(line).not.toContain('hidden');
  expect(line).toContain('duplicate key value');
  expect(line).toContain('log-error.test.ts');
});

it('logs the statement of a failed query', () => {
  expect(logged(failed)).toContain('insert into answers values ($1, $2)');
});

it('leaves other errors as they are', () => {
  expect(logged(Object.assign(new Error('no\nparams: 1'), { code: 'X' }))).toContain('no\\nparams: 1');
});
