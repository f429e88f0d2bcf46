// Properties: a limit holds on both sides whatever the text, and no body, however wrong, breaks the server.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodyKind, validateBody } from '#local-discord/validate/index.ts';

type Json = Record<string, unknown>;

const KINDS: BodyKind[] = [
  'create-message',
  'edit-message',
  'callback',
  'execute-webhook',
  'edit-webhook-message',
  'create-thread-from-message',
  'create-thread',
  'bulk-commands',
  'create-command',
  'edit-command',
];

const row = (component: Json) => ({ content: 'x', components: [{ type: 1, components: [component] }] });
const button = (change: Json) => row({ type: 2, style: 1, label: 'A', custom_id: 'a', ...change });
const form = (component: Json, title = 'Title') => ({
  type: 9,
  data: { custom_id: 'm', title, components: [{ type: 18, label: 'Why?', component }] },
});
const poll = (text: string) => ({
  poll: { question: { text: 'Which?' }, answers: [{ poll_media: { text } }] },
});

type Limit = [what: string, kind: BodyKind, limit: number, body: (text: string) => unknown];

const LIMITS: Limit[] = [
  ['content', 'create-message', 2000, (content) => ({ content })],
  ['content of a reply', 'callback', 2000, (content) => ({ type: 4, data: { content } })],
  ['content of an edit', 'edit-message', 2000, (content) => ({ content })],
  ['content of a followup', 'execute-webhook', 2000, (content) => ({ content })],
  ['button label', 'create-message', 80, (label) => button({ label })],
  ['custom_id', 'create-message', 100, (custom_id) => button({ custom_id })],
  [
    'text display',
    'create-message',
    4000,
    (content) => ({ flags: 32768, components: [{ type: 10, content }] }),
  ],
  ['embed title', 'create-message', 256, (title) => ({ embeds: [{ title, description: 'd' }] })],
  ['poll answer', 'create-message', 55, poll],
  ['modal title', 'callback', 45, (title) => form({ type: 4, custom_id: 'i', style: 1 }, title)],
  ['placeholder', 'callback', 100, (placeholder) => form({ type: 4, custom_id: 'i', style: 1, placeholder })],
  ['suggestion', 'callback', 100, (value) => ({ type: 8, data: { choices: [{ name: 'n', value }] } })],
  ['command description', 'create-command', 100, (description) => ({ name: 'quiz', description })],
];

// Letters and emoji: the second kind is two UTF-16 units and one character to Discord.
const characters = (limit: number) =>
  fc
    .array(fc.constantFrom('a', 'ß', '質', '🔥'), { minLength: 1, maxLength: limit })
    .map((list) => list.join(''));

describe.each(LIMITS)('the limit of a %s', (...[, kind, limit, body]: Limit) => {
  it('takes any text up to it', () => {
    fc.assert(
      fc.property(characters(limit), (text) => {
        expect(validateBody(kind, body(text))).toEqual([]);
      }),
    );
  });

  it('takes a text exactly at it, and not one character more', () => {
    fc.assert(
      fc.property(characters(limit), (text) => {
        const full = text + 'x'.repeat(limit - [...text].length);
        expect(validateBody(kind, body(full))).toEqual([]);
        expect(validateBody(kind, body(`${full}x`))).toHaveLength(1);
      }),
    );
  });
});

const SAMPLES: [BodyKind, unknown][] = [
  [
    'create-message',
    { ...button({ emoji: { name: '🔥' } }), embeds: [{ title: 't', fields: [{ name: 'n', value: 'v' }] }] },
  ],
  [
    'create-message',
    {
      flags: 32768,
      components: [
        {
          type: 9,
          components: [{ type: 10, content: 'x' }],
          accessory: { type: 11, media: { url: 'https://a.example' } },
        },
      ],
    },
  ],
  [
    'create-message',
    { ...poll('A'), allowed_mentions: { parse: ['users'] }, attachments: [{ id: 0 }], nonce: 'n' },
  ],
  ['callback', form({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })],
  ['callback', { type: 8, data: { choices: [{ name: 'n', value: 'v' }] } }],
  [
    'bulk-commands',
    [
      {
        name: 'quiz',
        description: 'd',
        name_localizations: { de: 'quiz' },
        options: [
          {
            type: 1,
            name: 's',
            description: 'd',
            options: [{ type: 3, name: 'o', description: 'd', choices: [{ name: 'n', value: 'v' }] }],
          },
        ],
      },
    ],
  ],
];

/** Every place in a body, and the body with something else put there. */
function placesIn(body: unknown, path: string[] = []): string[][] {
  if (typeof body !== 'object' || body === null) return [path];
  return [path, ...Object.entries(body).flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

function withValue(body: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = structuredClone(body) as Json;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

const mutants = fc
  .constantFrom(...SAMPLES)
  .chain(([kind, body]) =>
    fc
      .tuple(fc.constantFrom(...placesIn(body)), fc.jsonValue())
      .map(([path, value]) => [kind, withValue(body, path, value)] as const),
  );

describe('a body that makes no sense', () => {
  it('is judged and not thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.jsonValue(), (kind, body) => {
        expect(validateBody(kind, body)).toBeInstanceOf(Array);
      }),
    );
  });

  it('is judged where a value says itself how it is to be read', () => {
    const value = { toString: {} };
    const body = { type: 8, data: { choices: [{ name: 'n', value }] } };
    expect(JSON.stringify(validateBody('callback', body))).toContain('toString');
  });

  it('is judged when one value of a good body is something else', () => {
    for (const [kind, body] of SAMPLES) expect(validateBody(kind, body)).toEqual([]);
    fc.assert(
      fc.property(mutants, ([kind, body]) => {
        for (const fault of validateBody(kind, body)) {
          expect(fault).toEqual({
            path: expect.any(Array),
            code: expect.any(String),
            message: expect.any(String),
          });
          expect(fault.message).not.toMatch(/one of \(\)|(than|to|and|between|be) (undefined|NaN)/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
