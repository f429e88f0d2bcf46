import { describe, expect, it } from 'vitest';
import type { BotApp, ComponentInteraction } from '#bot/feature.ts';
import { examComponents } from '#features/asking/exam/components.ts';
import { Refusal } from '#lib/refusal.ts';

const exam = examComponents(null).find(({ name }) => name === 'exam');
// safe: what is refused reads nothing else of an interaction, and nothing of the application
const interaction = { user: { id: '1' }, isStringSelectMenu: () => false } as unknown as ComponentInteraction;
const press = async (...args: string[]) => exam?.run({} as BotApp, { interaction, version: 1, args });

describe('a press with an id that no screen has', () => {
  it.each([
    ['no exam', ['x', 'grid']],
    ['nothing to do', ['1']],
    ['a word that every object knows', ['1', 'constructor']],
    ['a question that no exam can have', ['1', 'go', '99999999999']],
    ['a flag on such a question', ['1', 'flag', '2147483648', '1']],
    ['an answer to such a question', ['1', 'pick', '99999999999', 'a']],
    ['a menu that is none', ['1', 'jump']],
  ])('is refused as outdated: %s', async (_what, args) => {
    await expect(press(...args)).rejects.toThrow(Refusal);
  });
});
