// Lines of the checklist that a server may do without: its review team, the winners and the summary of its week.
import { describe, expect, it } from 'vitest';
import { card } from '#bot/card.ts';
import type { DigestSetting } from '#features/asking/digest/rules.ts';
import { digestLine } from '#features/asking/digest/section.view.ts';
import { loggedChannel, type ReviewChannel } from '#features/desk/authoring/channel.view.ts';
import { loggedReviewers, reviewersLine } from '#features/desk/authoring/section.view.ts';
import type { CheckedChannel, ChecklistLine } from '#features/people/server/section.ts';
import { winnersLine } from '#features/standing/leaderboard/winners.view.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const digest: DigestSetting = {
  ...{ serverId: 's', channelId: '5', weekday: 5, hour: 18, startedOn: '2026-11-02', setBy: '7' },
  ...{ dueAt: new Date('2026-11-27T18:00:00Z'), attempts: 0, failure: null },
};
const factsOf = (line: ChecklistLine) => line.facts(words).filter(Boolean).join('\n');
const controlsOf = (line: ChecklistLine) => JSON.stringify(card(null, line.controls(words)).components);

describe.each([
  {
    name: 'the summary of the week',
    lineOf: (lacking: CheckedChannel['lacking'] | null) => digestLine(lacking && { ...digest, lacking }),
  },
  {
    name: 'the winners of the week',
    lineOf: (lacking: CheckedChannel['lacking'] | null) =>
      winnersLine(lacking && { channelId: '5', lacking }),
  },
])('$name', ({ lineOf }) => {
  it('is off where nobody wants it, and then nothing is looked at', () => {
    expect(lineOf(null)).toMatchObject({ standing: 'off', channels: [] });
    expect(controlsOf(lineOf(null))).toContain('"default_values":[]');
  });

  it('is done where the bot may write, and its menu shows the channel', () => {
    const line = lineOf([]);
    expect(line).toMatchObject({ standing: 'done', channels: [{ channelId: '5', lacking: [] }] });
    expect(factsOf(line)).toContain('in <#5>');
    expect(controlsOf(line)).toContain('"default_values":[{"id":"5","type":"channel"}]');
  });

  it('is broken where the bot lacks a permission, by its name', () => {
    const line = lineOf(['Send Messages']);
    expect(line.standing).toBe('broken');
    expect(factsOf(line)).toMatch(/<#5>: I lack \*\*Send Messages\*\* there/);
  });

  it('is broken where the channel is gone, which its menu then does not show', () => {
    const line = lineOf('no-channel');
    expect(line.standing).toBe('broken');
    expect(controlsOf(line)).toContain('"default_values":[]');
    expect(factsOf(lineOf('wrong-kind'))).toContain('takes no messages of its own');
  });
});

describe('the summary of the week', () => {
  it('is broken after one that could not be posted', () => {
    const failed = { ...digest, failure: 'no-permission:View Channel', lacking: [] };
    expect(digestLine(failed).standing).toBe('broken');
    expect(factsOf(digestLine(failed))).toContain('I lack **View Channel** there');
  });

  it('has menus of day and hour that show what is set', () => {
    const shown = controlsOf(digestLine({ ...digest, lacking: [] }));
    expect(shown).toContain('"value":"5","label":"Friday","default":true');
    expect(shown).toContain('"value":"18","label":"18:00","default":true');
  });
});

describe('the review team', () => {
  it('is off without a role: whoever manages the server reviews', () => {
    const line = reviewersLine({ role: null, isGone: false, channel: null });
    expect(line.standing).toBe('off');
    expect(factsOf(line)).toContain('Whoever manages the server');
  });

  it('is done with a role, which its menu shows', () => {
    const line = reviewersLine({ role: '15', isGone: false, channel: null });
    expect(line.standing).toBe('done');
    expect(factsOf(line)).toContain('<@&15> looks after');
    expect(controlsOf(line)).toContain('"default_values":[{"id":"15","type":"role"}]');
    expect(controlsOf(line)).not.toContain('no-reviewers');
  });

  it('is broken once the role was deleted, and is taken away in one click', () => {
    const line = reviewersLine({ role: '15', isGone: true, channel: null });
    expect(line.standing).toBe('broken');
    expect(controlsOf(line)).toContain('"default_values":[]');
    expect(controlsOf(line)).toContain('setup:1:no-reviewers');
  });

  it('has a channel for what waits, and says what is wrong with it', () => {
    const channel = { channelId: '9', lacking: [], failure: null };
    const line = reviewersLine({ role: null, isGone: false, channel });
    expect([line.standing, line.channels]).toEqual(['done', [channel]]);
    expect(factsOf(line)).toContain('are shown in <#9>');
    expect(controlsOf(line)).toContain('"default_values":[{"id":"9","type":"channel"}]');
    const faults: [Partial<ReviewChannel>, string][] = [
      [{ lacking: ['Send Messages'] }, 'I lack **Send Messages** there'],
      [{ lacking: 'no-channel' as const }, 'I lack **View Channel** there'],
      [{ lacking: 'wrong-kind' as const }, 'takes no messages'],
      [{ failure: 'no-channel' }, 'choose another channel if it is gone'],
      [{ failure: 'no-permission:Send Messages' }, 'I lack **Send Messages** there'],
    ];
    for (const [now, sentence] of faults) {
      const broken = reviewersLine({ role: null, isGone: false, channel: { ...channel, ...now } });
      expect(broken.standing).toBe('broken');
      expect(factsOf(broken)).toContain(sentence);
    }
    const gone = { ...channel, lacking: 'no-channel' as const };
    expect(controlsOf(reviewersLine({ role: null, isGone: false, channel: gone }))).not.toContain('"id":"9"');
  });

  it('is told in the log by its channel', () => {
    const change = {
      memberId: '7',
      changedAt: new Date(),
      setting: 'review-channel',
      before: '8',
      after: null,
    };
    expect(loggedChannel(words, change)).toEqual({ what: 'review channel', before: ['<#8>'], after: [] });
    expect(loggedChannel(words, { ...change, setting: 'zone' })).toBeNull();
  });

  it('is told in the log by its role', () => {
    const change = { memberId: '7', changedAt: new Date(), setting: 'reviewers', before: null, after: '15' };
    expect(loggedReviewers(words, change)).toEqual({ what: 'review team', before: [], after: ['<@&15>'] });
    expect(loggedReviewers(words, { ...change, setting: 'zone' })).toBeNull();
  });
});
