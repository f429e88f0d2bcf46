// How statements, routes and failures are called in a trace: by what they are, never by whom or what they are about.
import { describe, expect, it } from 'vitest';
import { statementStep } from '#db/statement-step.ts';
import { Refusal } from '#lib/refusal.ts';
import { errorType } from '#telemetry/error-type.ts';
import { routeTemplate } from '#telemetry/route.ts';

const MEMBER = '1000000000000000001';
const TOKEN = 'aW50ZXJhY3Rpb246MTIz';

describe('a statement is called by what it does to which table', () => {
  it.each([
    ['select "id" from "posts" where "posts"."id" = $1', 'select posts'],
    ['insert into "answers" ("id") values ($1) on conflict do nothing', 'insert answers'],
    ['update "posts" set "state" = $1', 'update posts'],
    ['delete from "cooldowns" where "at" < $1', 'delete cooldowns'],
    ['with fresh as (insert into "answers" values ($1) returning *) select * from fresh', 'insert answers'],
    ['select "id" from "posts" for update skip locked', 'select posts'],
    ['insert into "a" values (1) on conflict ("id") do update set "n" = 1', 'insert a'],
    ['select "id" from "posts" where "id" = 1 for no key update of "posts"', 'select posts'],
    ['delete from "drizzle"."migrations"', 'delete migrations'],
    ['select 1', 'statement'],
    [`select '${MEMBER}' from ${MEMBER}`, 'statement'],
  ])('%s', (text, name) => expect(statementStep(text).name).toBe(name));
});

describe('a route is told without ids, tokens and searches', () => {
  it.each([
    [`/channels/${MEMBER}/messages/${MEMBER}`, '/channels/:id/messages/:id'],
    [`/interactions/${MEMBER}/${TOKEN}/callback`, '/interactions/:id/:token/callback'],
    [`/interactions/${MEMBER}/lowercase/callback`, '/interactions/:id/:token/callback'],
    [`/webhooks/${MEMBER}/${TOKEN}/messages/@original`, '/webhooks/:id/:token/messages/@original'],
    [`/guilds/${MEMBER}/members/search?query=grace`, '/guilds/:id/members/search'],
    [
      `/channels/${MEMBER}/messages/${MEMBER}/reactions/%F0%9F%91%8D/@me`,
      '/channels/:id/messages/:id/reactions/:id/@me',
    ],
    ['/gateway/bot', '/gateway/bot'],
  ])('%s', (route, template) => expect(routeTemplate(route)).toBe(template));
});

describe('a failure is told by its kind', () => {
  it('and by the code of what caused it, without what it says', () => {
    const cause = Object.assign(new TypeError(`member ${MEMBER}`), { code: '23505' });
    expect(errorType(new Error(`params: ${MEMBER}`, { cause }))).toBe('TypeError 23505');
    expect(errorType('text')).toBe('unknown');
    expect(errorType(Object.assign(new Error(), { code: `of ${MEMBER}` }))).toBe('Error');
  });

  it('and a refusal is none', () => expect(errorType(new Refusal({ kind: 'server-only' }))).toBeNull());
});
