// How far two spellings are from each other.
import { describe, expect, it } from 'vitest';
import { distance } from '#content/spelling.ts';

describe('the distance of two spellings', () => {
  it.each([
    ['lambda', 'lambda', 0],
    ['lamda', 'lambda', 1],
    ['lambbda', 'lambda', 1],
    ['lanbda', 'lambda', 1],
    ['lambad', 'lambda', 1],
    ['', 'sqs', 3],
    ['kinesis', 'cognito', 7],
  ])('of %s and %s is %i, either way round', (a, b, expected) => {
    expect([distance(a, b), distance(b, a)]).toEqual([expected, expected]);
  });
});
