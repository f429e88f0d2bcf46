// The markdown of the playground page, without a browser.
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '#local-discord/page/markup/blocks.ts';
import { parseInline } from '#local-discord/page/markup/inline.ts';
import type { Inline } from '#local-discord/page/markup/tree.ts';

/** A short form: kinds in angle brackets around their children. */
function brief(nodes: Inline[]): string {
  return nodes.map(one).join('');
}

function one(node: Inline): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'break') return '⏎';
  if ('children' in node) return `<${node.kind} ${brief(node.children)}>`;
  const { kind, ...rest } = node;
  return `<${kind} ${Object.values(rest).join(' ')}>`;
}

describe('inline markdown', () => {
  it.each([
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f||',
      '<strong a> <emphasis b> <emphasis c> <underline d> <strike e> <spoiler f>',
    ],
    ['***both***', '<strong <emphasis both>>'],
    ['**a *b* c**', '<strong a <emphasis b> c>'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['\\*plain\\* 1\\. \\a', '*plain* 1. \\a'],
    ['`**code**` ``a `b` c``', '<code **code**> <code a `b` c>'],
    ['a\nb', 'a⏎b'],
    [
      '<@1> <@!2> <@&3> <#4> </daily set:5> <a:wave:6>',
      '<user 1> <user 2> <role 3> <channel 4> <command daily set> <emoji wave>',
    ],
    ['<t:10> <t:10:R> <t:x>', '<time 10 f> <time 10 R> <t:x>'],
    ['@everyone', '<everyone @everyone>'],
    ['see https://a.example/b_c_d.', 'see <link https://a.example/b_c_d>.'],
    ['[a *b*](https://a.example/(x))', '<link a <emphasis b>>'],
    ['[x](javascript:alert(1)) [y](data:text/html,z)', '[x](javascript:alert(1)) [y](data:text/html,z)'],
    ['<https://a.example>', '<link https://a.example>'],
    ['**unclosed and `odd', '**unclosed and `odd'],
    ['<script>&amp;', '<script>&amp;'],
  ])('reads %j', (text, expected) => {
    expect(brief(parseInline(text))).toBe(expected);
  });
});

describe('markdown by lines', () => {
  const kinds = (text: string) => parseMarkup(text).map((block) => block.kind);

  it.each([
    ['# a\n## b\n### c\n#### d', ['heading', 'heading', 'heading', 'paragraph']],
    ['-# small\ntext', ['small', 'paragraph']],
    ['> a\n> b\nc', ['quote', 'paragraph']],
    ['a\n>>> b\nc', ['paragraph', 'quote']],
    ['- a\n- b\ntext', ['list', 'paragraph']],
    ['a\n```js\nb\n```\nc', ['paragraph', 'code', 'paragraph']],
    ['a\n\nb', ['paragraph']],
    ['-no list', ['paragraph']],
  ])('reads %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('nests lists by indentation and keeps the number a list starts with', () => {
    const [list] = parseMarkup('3. a\n4. b\n  - c\n  - d\n5. e');
    if (list?.kind !== 'list') throw new Error('no list');
    expect(list.start).toBe(3);
    expect(list.items.map((item) => brief(item.children))).toEqual(['a', 'b', 'e']);
    expect(list.items[1]?.nested).toMatchObject([{ kind: 'list', start: null, items: [{}, {}] }]);
  });

  it('leaves the text of a fence as it is', () => {
    expect(parseMarkup('```ts\nconst **a** = `b`;\n```')).toEqual([
      { kind: 'code', language: 'ts', text: 'const **a** = `b`;' },
    ]);
  });
});
