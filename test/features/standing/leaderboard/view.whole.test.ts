// What members read on a leaderboard.
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import type { Board, BoardOutcome, Entry } from '#features/standing/leaderboard/board.rules.ts';
import { leaderboardCommand } from '#features/standing/leaderboard/commands.ts';
import type { Ranked } from '#features/standing/leaderboard/rules.ts';
import { offerDomains, showBoard } from '#features/standing/leaderboard/view.ts';
import { ranking } from '#features/standing/streak/ranking.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const show = (shown: BoardOutcome, isAlone = false) =>
  showBoard(words, shown, { rankings: [ranking], isAlone });

const row = (rank: number, memberId: string, changes: Partial<Entry> = {}): Ranked<Entry> => ({
  rank,
  memberId,
  visibility: 'visible',
  points: 24,
  right: 12,
  rated: 15,
  worth: 9,
  ...changes,
});
const domain = { id: '2', name: 'Security', weight: 26, color: '#d55e00', tasks: [] };
const board = (changes: Partial<Board> = {}): Board => ({
  kind: 'board',
  metric: 'points',
  window: 'week',
  pack: null,
  domain: null,
  domains: [domain, { ...domain, id: '3', name: 'Deployment' }],
  page: 0,
  hasMore: false,
  isChecked: true,
  besides: new Map(),
  rows: [row(1, '11'), row(2, '12', { visibility: 'anonymous' }), row(2, '13')],
  names: new Map([
    ['11', 'Ada'],
    ['13', 'さくら'],
  ]),
  callerId: '99',
  own: { kind: 'ranked', entry: row(14, '99', { points: 1 }), isOnPage: false, isExact: true },
  resetsAt: new Date('2026-11-23T23:00:00Z'),
  isPrivate: false,
  ...changes,
});

const read = (shown: BoardOutcome, isAlone = false) => written(show(shown, isAlone));
const written = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');

describe('a board', () => {
  it('shows rank, name and worth of each, ties in words, and anonymous members without a trace of who they are', () => {
    const shown = read(board());
    expect(shown).toContain('**1.** <@11> – **24 points**, 12 of 15 right');
    expect(shown).toContain('**2.** Anonymous – **24 points**, 12 of 15 right · tied');
    expect(shown).not.toContain('12>');
    expect(shown).toContain('This week · all domains · resets <t:1795474800:R>');
  });

  it('says of the caller’s rank that it is not exact where not everybody above could be looked up', () => {
    const own = { kind: 'ranked' as const, entry: row(14, '99'), isOnPage: false, isExact: false };
    expect(read(board({ own }))).toContain('<@99>: about rank **14** with');
  });

  it('names the caller and their rank, since everybody reads it', () => {
    expect(read(board())).toContain('<@99>: rank **14** with **1 point**');
  });

  it('says "you" when only the caller reads it, and marks their anonymous line', () => {
    const rows = [row(1, '99', { visibility: 'anonymous' })];
    const own = { kind: 'ranked' as const, entry: row(1, '99'), isOnPage: true, isExact: true };
    const shown = read(board({ rows, own, isPrivate: true }), true);
    expect(shown).toContain('Anonymous (you)');
    expect(shown).toContain('You: rank **1**');
    expect(shown).toContain('Only you see this');
    expect(shown).not.toContain('<@99>');
  });

  it('shows percent for accuracy and days for streaks, which know no window', () => {
    expect(read(board({ metric: 'accuracy' }))).toContain('**80%**, 12 of 15 right');
    const streaks = read(board({ metric: 'streak', domain }));
    expect(streaks).toContain('**9 days**');
    expect(streaks).not.toContain('resets');
    expect(streaks).not.toContain('Security');
  });

  it('has the colour and the name of its domain', () => {
    const message = show(board({ domain, window: 'all', resetsAt: null }));
    expect(written(message)).toContain('All time · Domain 2 – Security');
    expect(message.components[0]).toMatchObject({ accent_color: 0xd55e00 });
  });

  it.each(['points', 'accuracy', 'streak'] as const)(
    'without anybody invites to a question: %s',
    (metric) => {
      expect(read(board({ metric, rows: [], own: { kind: 'nothing-yet' } }))).toMatch(/`\/quiz`/);
    },
  );

  it('says how many answers a rank by accuracy needs', () => {
    const own = { kind: 'too-few' as const, rated: 4, needed: 10 };
    expect(read(board({ metric: 'accuracy', own }))).toContain('4 of the 10 rated answers');
  });

  it('offers its domains by any part of their names', () => {
    expect(offerDomains(words, [domain], 'secu')).toEqual([{ name: 'Domain 2 – Security', value: '2' }]);
    expect(offerDomains(words, [domain], 'cook')).toEqual([]);
    expect(offerDomains(words, [domain], '')).toHaveLength(1);
  });

  it('names the domains there are when the one asked for is not', () => {
    const shown = read({ kind: 'unknown-domain', typed: '*x*', domains: [domain] });
    expect(shown).toContain('Domain 2 – Security');
    expect(shown).toContain('\\\\*x\\\\*');
  });

  it('gives medals to the first three ranks, ties too, and shows the streaks of those who are named', () => {
    const besides = new Map([['streak', new Map([['11', 12]])]]);
    const shown = read(board({ besides }));
    expect(shown).toContain('🥇 **1.** <@11> – **24 points**, 12 of 15 right · 🔥\u00a012 days in a row');
    expect(shown.match(/🥈/g)).toHaveLength(2);
    expect(shown).not.toContain('🥉');
    expect(read(board({ metric: 'streak' }))).toContain('🔥 **9 days**');
  });

  it('switches by menus that show what is chosen, and pages by buttons that say which places come', () => {
    const shown = read(board({ page: 1, hasMore: true, own: { kind: 'nothing-yet' } }));
    for (const what of ['window', 'domain', 'metric'])
      expect(shown).toContain(`board:1:${what}:99:week:all:points:0`);
    expect(shown).toContain('"label":"This week","default":true');
    expect(shown).toContain('board:1:back:99:week:all:points:0');
    expect(shown).toContain('◀ Ranks 1–10');
    expect(shown).toContain('board:1:on:99:week:all:points:2');
    expect(shown).toContain('Ranks 21–30 ▶');
  });

  it('leads to the caller’s own place when it is on another page, but not where it would give them away', () => {
    const own = { kind: 'ranked' as const, entry: row(47, '99'), isOnPage: false, isExact: true };
    expect(read(board({ own, hasMore: true }))).toContain('board:1:mine:99:week:all:points:4');
    expect(read(board({ own, hasMore: true, isPrivate: true }))).not.toContain(':mine:');
  });

  it('offers no window and no domain for streaks', () => {
    const shown = read(board({ metric: 'streak' }));
    expect(shown).not.toContain('board:1:window');
    expect(shown).not.toContain('board:1:domain');
    expect(shown).toContain('board:1:metric');
  });

  it('says when Discord could not tell who is still there', () => {
    expect(read(board())).not.toContain('Discord did not say');
    expect(read(board({ isChecked: false }))).toContain('Discord did not say');
  });

  it('is a message that Discord takes at its fullest', () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      row(index + 1, `12345678901234567${index}`, { points: 123_456, right: 65_432, rated: 98_765 }),
    );
    const besides = new Map([['streak', new Map(rows.map(({ memberId }) => [memberId, 1234]))]]);
    const full = { rows, besides, isPrivate: true, isChecked: false, page: 998, hasMore: true };
    const message = show(board({ ...full, callerId: '1234567890123456789' }));
    expect(textLength(message)).toBeLessThan(2000);
    expect(validateBody('callback', { type: 4, data: toPayload(message) })).toEqual([]);
  });
});

it.each([[[]], [[ranking]]])('/leaderboard is a command that Discord takes', (rankings) => {
  expect(validateBody('bulk-commands', [leaderboardCommand(rankings).data])).toEqual([]);
});
