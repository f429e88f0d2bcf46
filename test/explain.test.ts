// What whoever starts Cohort reads when Discord or the surroundings are not as they should be.
import { expect, it } from 'vitest';
import { DatabaseError } from '#db/failure.ts';
import { ListenError } from '#http/server.ts';
import { ConfigError } from '../src/config.ts';
import { explainStart } from '../src/explain.ts';

const fault = (message: string, facts: object) => Object.assign(new Error(message), facts);

it.each<[Error, string | RegExp]>([
  [new ConfigError(['one', 'two']), 'one\ntwo'],
  [new ListenError('Port 1 is in use.'), 'Port 1 is in use.'],
  [new DatabaseError('DATABASE_URL is not …'), 'DATABASE_URL is not …'],
  [
    fault('An invalid token was provided.', { code: 'TokenInvalid' }),
    /^Discord refused DISCORD_TOKEN: copy it again/,
  ],
  [fault('401: Unauthorized', { status: 401, code: 0 }), /^Discord refused DISCORD_TOKEN: copy it again/],
  [
    fault('connect ECONNREFUSED 1.2.3.4:443', { code: 'ECONNREFUSED' }),
    /^Discord cannot be reached: check the network/,
  ],
  [
    fault('Service Unavailable', { status: 503 }),
    'Discord is out of order (503 Service Unavailable): try again later.',
  ],
  [
    fault('Not Found', { status: 404 }),
    /^Discord's address answered with 404 \(Not Found\): check DISCORD_API, which ends/,
  ],
  [
    fault('Max number of daily application command creates has been reached (200)', {
      status: 400,
      code: 30034,
    }),
    'Discord refused (400, code 30034): Max number of daily application command creates has been reached (200).',
  ],
  [
    fault('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED', query: 'select 1' }),
    /^PostgreSQL does not answer \(connect ECONNREFUSED 127\.0\.0\.1:5432\): check DATABASE_URL/,
  ],
])('explains %s', (error, line) => {
  if (typeof line === 'string') expect(explainStart(error)).toBe(line);
  else expect(explainStart(error)).toMatch(line);
});

it('leaves a bug its stack', () => {
  const bug = new TypeError('x is not a function');
  expect(explainStart(bug)).toBe(bug);
});
