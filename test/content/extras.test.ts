// What the developer pack offers beside questions and lessons: things to hear, the day of the exam, ways on.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadPacks } from '#content/load.ts';
import { smallPack, writePacks } from './small-pack.ts';

// Where the provider's own talks, podcasts, articles and courses are published.
const hosts = [
  'www.youtube.com',
  'youtu.be',
  'aws.amazon.com',
  'developers.podcast.go-aws.com',
  'repost.aws',
  'dev.to',
];

describe('the extras of the developer pack', async () => {
  const pack = (await loadPacks(join(import.meta.dirname, '../../content'))).get('aws-developer-associate');

  it('have something to hear for every lesson', () => {
    const heard = new Set(pack?.resources.flatMap(({ lessons }) => lessons));
    const lessons = pack?.modules.flatMap((module) => module.lessons.map(({ id }) => id)) ?? [];
    expect(lessons.length).toBeGreaterThan(30);
    expect(lessons.filter((id) => !heard.has(id))).toEqual([]);
  });

  it('lead only to where the provider publishes', () => {
    const foreign = pack?.resources.filter(({ address }) => !hosts.includes(new URL(address).host));
    expect(foreign).toEqual([]);
    // Anybody may write on dev.to: the provider's own articles are under its name.
    const articles = pack?.resources.filter(({ address }) => address.startsWith('https://dev.to/'));
    expect(articles?.filter(({ address }) => !address.startsWith('https://dev.to/aws/'))).toEqual([]);
  });

  it('say what the day of the exam is like, and what comes after it', () => {
    expect(pack?.examDay?.sections.map(({ title }) => title)).toContain('What the score report says');
    expect(pack?.next.map(({ code }) => code)).toContain('DOP-C02');
  });
});

describe('resources.yaml', () => {
  const entry = (lesson: string) => `- title: About queues
  kind: talk
  source: A conference
  address: https://example.com/talk
  lessons: ["${lesson}"]
  verifiedOn: 2026-11-26
`;

  it.each([
    ['a lesson that does not exist', entry('1.9'), /About queues: lesson 1\.9 is in no module/],
    ['an address twice', entry('1.1') + entry('1.2'), /https:\/\/example\.com\/talk is taken/],
    ['a kind that is not for the ears', entry('1.1').replace('talk', 'book'), /kind is "book"/],
  ])('reports %s', async (_, text, says) => {
    const dir = await writePacks({ small: { ...smallPack, 'resources.yaml': text } });
    onTestFinished(() => rm(dir, { recursive: true }));
    await expect(loadPacks(dir)).rejects.toThrow(says);
  });
});
