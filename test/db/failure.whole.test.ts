import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DatabaseBusy, isUnavailable, isUncertain, isUniqueViolation } from '#db/connect.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });
const inDrizzle = (cause: Error) => new DrizzleQueryError('select 1', [], cause);

it.each([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'DATABASE_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53300',
  '53100',
  '08006',
  '25006',
  '40P01',
  '40001',
])('%s on a query is an outage', (code) => {
  expect(isUnavailable(inDrizzle(coded(code)))).toBe(true);
});

it.each(['23505', '23503', '42P01', '28P01', '22P02', '42703'])('%s on a query is not', (code) => {
  expect(isUnavailable(inDrizzle(coded(code)))).toBe(false);
});

it('takes an address of several names that all refuse for an outage', () => {
  const all = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')], '');
  expect(isUnavailable(inDrizzle(all))).toBe(true);
});

it('does not take a failed request to Discord for an outage of the database', () => {
  expect(isUnavailable(new TypeError('fetch failed', { cause: coded('ECONNRESET') }))).toBe(false);
});

it.each([undefined, null, 'ECONNREFUSED', { code: '57P01' }])('does not mind %o being thrown', (thrown) => {
  expect(isUnavailable(thrown)).toBe(false);
});

it('finds a unique violation under drizzle', () => {
  expect(isUniqueViolation(inDrizzle(coded('23505')))).toBe(true);
  expect(isUniqueViolation(inDrizzle(coded('23503')))).toBe(false);
});

it.each([
  'DATABASE_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '08006',
])('after %s nobody knows whether it was saved', (code) =>
  expect(isUncertain(inDrizzle(coded(code)))).toBe(true),
);

it.each([
  'ECONNREFUSED',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'CONNECTION_ENDED',
  '57P03',
  '53300',
  '40P01',
  '57014',
  '23505',
])('after %s it surely was not', (code) => expect(isUncertain(inDrizzle(coded(code)))).toBe(false));

it('knows that what was never begun is not done', () => {
  expect(isUnavailable(new DatabaseBusy())).toBe(true);
  expect(isUncertain(new DatabaseBusy())).toBe(false);
});
