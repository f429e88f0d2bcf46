// Pictures beside the text of an answer, with the real drawing and without, against the local Discord.
import { afterEach, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import type { Pictures } from '#pictures/picture.ts';
import {
  answerFirst,
  answerTo,
  customIdsOf,
  type Stage,
  startStage,
  textOf,
  until,
} from '../support/cohort.ts';
import { readPng } from '../support/png.ts';

let stage: Stage;
afterEach(async () => {
  const { requests, unhandled } = stage.discord;
  await stage.stop();
  expect([...requests.flatMap((request) => request.faults), ...unhandled]).toEqual([]);
});

/** With one answer of Grace's, so that there is something to show. */
async function open(pictures?: Pictures | null): Promise<void> {
  stage = await startStage(pictures === undefined ? {} : { pictures });
  for (let turn = 0; turn < 60; turn += 1) {
    await stage.database.db.delete(cooldowns);
    const asked = await stage.ada.command(stage.general, '/quiz');
    if (!customIdsOf(asked.message).some((id) => id.startsWith('answer:'))) continue;
    await answerTo(answerFirst(stage.grace, asked.message));
    return;
  }
  throw new Error('no question was asked');
}

type Answered = Awaited<ReturnType<Stage['grace']['command']>>;

async function read(acting: Promise<Answered>) {
  const result = await acting;
  const message = result.message ?? (await result.settled());
  if (!message) throw new Error('not answered');
  return { message, text: textOf(message), url: pictureIn(message) };
}

function pictureIn(message: unknown): string | null {
  return /"media":\{[^}]*"url":"([^"]+\.png)"/.exec(JSON.stringify(message))?.[1] ?? null;
}

/** The first picture of a process may come too late for its own message on a busy machine, and never for the next. */
async function readDrawn(act: () => Promise<Answered>) {
  for (let turn = 0; turn < 20; turn += 1) {
    const shown = await read(act());
    if (shown.url) return { ...shown, url: shown.url };
  }
  throw new Error('not drawn in 20 turns');
}

async function fetchPicture(url: string) {
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toContain('image/png');
  return readPng(new Uint8Array(await response.arrayBuffer()));
}

const show = (command: string) => () => stage.grace.command(stage.general, command);

describe('an answer with a picture', () => {
  it('has a leaderboard as text and drawn, with names for those who do not see it, and menus replace it', async () => {
    await open();
    const board = await readDrawn(show('/leaderboard window:all'));
    expect(board.text).toContain(`**1.** <@${stage.ids.grace}>`);
    expect(board.text).toMatch(/Leaderboard: points \(All time.*1\. Grace: \d point/);
    expect((await fetchPicture(board.url)).width).toBe(900);
    const choose = (metric: string) => {
      // What the menus carry says what the board shows now.
      const now = stage.discord.message(board.message.id);
      const menu = customIdsOf(now).find((id) => id.startsWith('board:1:metric')) ?? '';
      return stage.grace.select(board.message.id, menu, [metric]);
    };
    const other = await readDrawn(() => choose('streak'));
    expect(other.message.id).toBe(board.message.id);
    expect(other.url).not.toBe(board.url);
    expect(other.text).toMatch(/Leaderboard: streaks .*1\. Grace: 1 day/);
    // Nobody has the ten answers that accuracy needs: the picture goes, and its file with it.
    const none = await read(choose('accuracy'));
    expect(none.url).toBeNull();
    const kept = () => JSON.stringify(stage.discord.requests.at(-1)?.body);
    // Recorded when it is over, which is after the message has changed.
    await until(() => kept().includes('"attachments":[]'));
  });

  it('has a calendar of the days of a streak', async () => {
    await open();
    const streak = await readDrawn(show('/streak'));
    expect(streak.text).toContain('Your streak: 1 day');
    expect(streak.text).toMatch(/2026: answered/);
    expect((await fetchPicture(streak.url)).width).toBe(900);
  });
});

describe('an answer without its picture', () => {
  it('is the same text where the bot cannot draw', async () => {
    await open(null);
    for (const command of ['/leaderboard window:all', '/streak']) {
      const shown = await read(show(command)());
      expect(shown.url).toBeNull();
      expect(shown.text).toMatch(/1 day|\*\*1\.\*\*/);
    }
  });

  it('does not wait for one that takes too long', async () => {
    const never: Pictures = {
      draw: (_, { milliseconds }) => new Promise((resolve) => setTimeout(resolve, milliseconds, null)),
      stop: async () => undefined,
    };
    await open(never);
    const shown = await read(show('/leaderboard window:all')());
    expect([shown.url, shown.text]).toEqual([null, expect.stringContaining('**1.**')]);
  });
});
