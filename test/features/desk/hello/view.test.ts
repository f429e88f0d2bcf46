import { describe, expect, it } from 'vitest';
import { button, type Message } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { type Doors, markerOf, showDirectHello, showHello } from '#features/desk/hello/view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const doors: Doors = {
  practice: (label) => button('practice:1:1:any', label),
  setUp: (label) => button('setup:1:start', label),
};
const read = (message: Message) => {
  expect(validateBody('create-message', toPayload(message))).toEqual([]);
  return JSON.stringify(message.components);
};

describe('the hello', () => {
  it('says what the bot is, what the server begins with, who sets it up, and that no more comes unasked', () => {
    const shown = read(showHello(words, { code: 'DVA-C02', doors }));
    expect(shown).toContain('begins with **DVA-C02**. Whoever has **Manage Server** sets me up');
    expect(shown).toContain('"label":"Set up","custom_id":"setup:1:start"');
    expect(shown).toContain('"label":"Try a question","custom_id":"practice:1:1:any"');
    expect(shown).toContain('I say this once.');
  });

  it('leads from a direct message into the server', () => {
    const direct = { code: null, doors, serverId: '15', serverName: '**Loud** <@7>' };
    const shown = read(showDirectHello(words, direct));
    expect(shown).toContain('"label":"Set up","url":"https://discord.com/channels/15"');
    expect(shown).not.toContain('**Loud**');
    expect(shown).not.toContain('begins with');
  });

  it('does without what nobody offers', () => {
    const none = { practice: null, setUp: null };
    expect(read(showHello(words, { code: 'DVA-C02', doors: none }))).not.toContain('custom_id');
    expect(markerOf(none)).toBeNull();
    expect(markerOf({ ...doors, setUp: null })).toBe('practice:1:1:any');
    expect(markerOf(doors)).toBe('setup:1:start');
  });
});
