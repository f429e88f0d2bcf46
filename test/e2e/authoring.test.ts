// A group's own questions: written in two forms, suggested and reviewed, brought as a file, taken away as another.
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sittings } from '#features/asking/exam/table.ts';
import { posts } from '#features/record/post/table.ts';
import { ownPacks, ownQuestions } from '#features/record/question/table.ts';
import { readBank, writeBank } from '#formats/formats.ts';
import type { Bank, FormatId } from '#formats/item.ts';
import type { Actor, Message } from '#local-discord/server.ts';
import { idOf, shown } from '../support/answering.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** Both forms, filled in; the draft as it stands then. */
async function write(actor: Actor, command: string, stem: string): Promise<Message> {
  const form = await actor.command(stage.general, command);
  const draft = await shown(
    actor.submit(form, { stem, options: 'A. Bowline\nB. Granny knot\nC. Slip knot' }),
  );
  expect(textOf(draft)).toContain('no option is marked right');
  const keys = await actor.press(draft.id, idOf(draft, 'qkey'));
  return shown(
    actor.submit(keys, {
      key: ['0'],
      reasons: 'It does not jam.\n\nIt runs.',
      takeaway: 'Bowline: a loop that holds.',
      references: 'https://example.com/knots',
    }),
  );
}

const rows = () => stage.database.db.select().from(ownQuestions);

describe('writing a question', () => {
  it('makes the first pack with it, and survives a restart between its two forms', async () => {
    const form = await stage.ada.command(stage.general, '/question add pack:Sailing');
    expect(form.modal).toBeDefined();
    const draft = await shown(
      stage.ada.submit(form, { stem: 'Which knot holds under load?', options: 'Bowline\nGranny knot' }),
    );
    expect(textOf(draft)).toContain('New pack **Sailing**');
    await stage.restart();
    const keys = await stage.ada.press(draft.id, idOf(draft, 'qkey'));
    const ready = await shown(
      stage.ada.submit(keys, { key: ['0'], reasons: 'It does not jam.', takeaway: '', references: '' }),
    );
    expect(textOf(ready)).toContain('Ready to be saved.');
    const save = idOf(ready, 'qsave');
    const saved = await shown(stage.ada.press(ready.id, save));
    expect(textOf(saved)).toContain('Saved as **q-1** in **Sailing**');
    expect(await rows()).toMatchObject([{ id: 'q-1', status: 'live', version: 1 }]);
    expect(await stage.database.db.$count(ownPacks)).toBe(1);
  });

  it('says what is wrong, and keeps what was written', async () => {
    const form = await stage.ada.command(stage.general, '/question add pack:Sailing');
    const draft = await shown(
      stage.ada.submit(form, { stem: '# Big @everyone [x](https://evil.example)', options: 'same\nSame' }),
    );
    expect(textOf(draft)).toContain('options A and B are the same');
    expect(textOf(draft)).toContain('\\# Big');
    const again = await stage.ada.press(draft.id, idOf(draft, 'qtext'));
    expect(JSON.stringify(again.modal)).toContain('same\\nSame');
    const gone = await shown(stage.ada.press(draft.id, idOf(draft, 'qdrop')));
    expect(textOf(gone)).toContain('Nothing was changed');
  });

  it('is for those who manage the server; others may suggest, and are told what becomes of it', async () => {
    expect(await answerTo(stage.grace.command(stage.general, '/question add pack:Sailing'))).toContain(
      'Manage Server',
    );
    const ready = await write(stage.grace, '/question suggest pack:Sailing', 'Which knot makes a loop?');
    const sent = await shown(stage.grace.press(ready.id, idOf(ready, 'qsave')));
    expect(textOf(sent)).toContain('waits for review');
    const listing = await shown(stage.ada.command(stage.general, '/question list status:suggested'));
    expect(textOf(listing)).toContain('Which knot makes a loop?');
    const one = await shown(stage.ada.select(listing.id, idOf(listing, 'qlook'), [`1/q-2`]));
    const approved = await shown(stage.ada.press(one.id, { label: 'Approve' }));
    expect(textOf(approved)).toContain('Asked');
    const { id: direct } = stage.discord.directChannel(stage.ids.grace);
    await until(() => stage.grace.visible(direct).length > 0);
    expect(textOf(stage.grace.visible(direct).at(-1))).toContain('Your suggestion was approved');
  });

  it('of a message begins with what the message says', async () => {
    const message = stage.linus.send(stage.general, 'Which light is red?\nA. Port\nB. Starboard');
    const form = await stage.ada.context(stage.general, 'Make a question of this', message.id);
    expect(JSON.stringify(form.modal)).toContain('Port\\nStarboard');
    const draft = await shown(
      stage.ada.submit(form, { stem: 'Which light is red?', options: 'Port\nStarboard' }),
    );
    expect(textOf(draft)).toContain('Sailing');
  });

  it('edits a question into a new version, and retires it', async () => {
    const form = await stage.ada.command(stage.general, '/question edit question:own-1/q-1');
    const draft = await shown(
      stage.ada.submit(form, {
        stem: 'Which knot holds under load, and opens again?',
        options: 'Bowline\nGranny knot',
      }),
    );
    await shown(stage.ada.press(draft.id, idOf(draft, 'qsave')));
    expect((await rows()).find(({ id }) => id === 'q-1')).toMatchObject({ version: 2 });
    expect(await answerTo(stage.ada.command(stage.general, '/question retire question:own-1/q-1'))).toContain(
      'asked no more',
    );
    expect(
      await answerTo(stage.ada.command(stage.general, '/question restore question:own-1/q-1')),
    ).toContain('can be asked');
  });
});

describe('importing a file', () => {
  const bank: Bank = {
    name: 'Radio',
    items: Array.from({ length: 30 }, (_, index) => ({
      key: `r-${index}`,
      stem: `Which channel number ${index} is kept for calls of kind ${'abcdefghij'[index % 10]}${index}?`,
      options: ['One', 'Two', 'Three', 'Four'].map((text, option) => ({
        text: `${text} ${index}`,
        correct: option === index % 4,
        why: '',
      })),
      difficulty: 2,
      domain: index < 20 ? 'Voice' : 'Digital',
      takeaway: '',
      references: [],
    })),
  };
  const bring = (name: string, data: Uint8Array | string, more: Record<string, string> = {}) =>
    shown(
      stage.ada.command(stage.general, {
        name: 'question',
        subcommand: 'import',
        options: { file: { name, data }, ...more },
      }),
    );

  it('shows first what would happen, then does it once, however often it is pressed', async () => {
    const { bytes } = await writeBank('gift', bank);
    const run = await bring('radio.gift', bytes);
    expect(textOf(run)).toContain('Into the new pack **Radio**');
    expect(textOf(run)).toContain('30 questions are new');
    expect(textOf(run)).toContain('New domains: Voice and Digital');
    const before = (await rows()).length;
    const id = idOf(run, 'qimport');
    const [first, second] = await Promise.all([stage.ada.press(run.id, id), stage.ada.press(run.id, id)]);
    await Promise.all([first.settled(), second.settled()]);
    expect(await rows()).toHaveLength(before + 30);
  });

  it('again changes what has changed, and leaves out what is there', async () => {
    const changed: Bank = {
      ...bank,
      items: bank.items.map((item, index) => (index === 3 ? { ...item, takeaway: 'New.' } : item)),
    };
    const run = await bring('radio.json', (await writeBank('json', changed)).bytes, { pack: 'Radio' });
    expect(textOf(run)).toContain('1 is changed');
    expect(textOf(run)).toContain('29 are there already');
    const done = await stage.ada.press(run.id, idOf(run, 'qimport'));
    expect(textOf((await done.settled()) ?? done.message)).toContain('1 changed');
  });

  it('asks for the file where the command has none', async () => {
    const form = await stage.ada.command(stage.general, '/question import pack:Sailing');
    expect(JSON.stringify(form.modal)).toContain('Sailing');
    const file = {
      name: 'more.csv',
      data: 'question,A,B,correct\nWhich flag says yes in the code of signals?,C,N,A\n',
    };
    const run = await shown(stage.ada.submit(form, { file: [file], pack: 'Sailing' }));
    expect(textOf(run)).toContain('1 question is new');
    await shown(stage.ada.press(run.id, idOf(run, 'qnoimport')));
  });

  it('names what it leaves out, with its place and why', async () => {
    const file =
      'question,A,B,correct\nWhich sea is it?,North,South,Z\nWhich knot holds well under a heavy load?,Bowline,,A\n';
    const text = textOf(await bring('x.csv', file, { pack: 'Sailing' }));
    expect(text).toContain('line 2');
    expect(text).toContain('the key “Z” names no option');
    expect(text).toContain('at least 2 are needed');
    expect(text).toContain('There is nothing to import');
  });

  it.each([
    ['broken XML', 'x.xml', '<quiz><question>', 'The file is broken'],
    ['entities', 'x.xml', '<!DOCTYPE a [<!ENTITY b "c">]><quiz/>', 'did not read it'],
    ['anything', 'x.bin', 'hello', 'do not recognise'],
  ])('of %s is refused with what to do', async (_, name, data, sentence) => {
    expect(textOf(await bring(name, data))).toContain(sentence);
  });
});

describe('taking a pack away', () => {
  it.each<[FormatId, string]>([
    ['moodle', 'Nothing is lost'],
    ['aiken', 'no room for'],
    ['apkg', 'no room for'],
    ['xlsx', 'Nothing is lost'],
  ])('as %s says what is lost, and the file can be read', async (format, sentence) => {
    const message = await shown(
      stage.ada.command(stage.general, `/question export format:${format} pack:Radio`),
    );
    expect(textOf(message)).toContain(sentence);
    const [, url = ''] = /"url":"(http[^"]+)"/.exec(JSON.stringify(message)) ?? [];
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const read = await readBank({ name: 'x', bytes, format });
    expect(read.kind === 'read' && read.items.length).toBe(30);
  });
});

describe('a pack of the server’s own', () => {
  const answers = (message: Message) => customIdsOf(message).filter((id) => id.startsWith('answer:'));

  it('is asked by /quiz like any exam, revealed, and counts on a board of its own', async () => {
    const offered = await stage.ada.autocomplete(stage.general, '/quiz topic:Radio');
    expect(offered.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining('Radio')]),
    );
    const [whole] = offered;
    const asked = await shown(stage.ada.command(stage.general, `/quiz topic:${whole?.value}`));
    expect(textOf(asked)).toMatch(/Which channel number/);
    const [first] = answers(asked);
    for (const actor of [stage.grace, stage.linus]) {
      const feedback = await shown(actor.press(asked.id, first ?? ''));
      expect(textOf(feedback)).toMatch(/right/i);
    }
    const board = await shown(stage.ada.command(stage.general, `/leaderboard domain:${whole?.value}`));
    expect(textOf(board)).toContain('Radio');
    const official = await shown(stage.ada.command(stage.general, '/leaderboard'));
    expect(textOf(official)).not.toContain('Radio');
  });

  it('is practised alone, with another like it, and sat as an exam', async () => {
    const asked = await shown(stage.grace.command(stage.general, '/quiz private:true topic:own-2'));
    const feedback = await shown(stage.grace.press(asked.id, answers(asked)[0] ?? ''));
    stage.discord.clock.advance(60_000);
    const another = await shown(
      stage.grace.press(feedback.id, customIdsOf(feedback).find((id) => id.startsWith('another:')) ?? ''),
    );
    expect(textOf(another)).toMatch(/Which channel number/);
    const intro = await shown(stage.grace.command(stage.general, '/exam start edition:own-2/own'));
    expect(textOf(intro)).toContain('Radio');
    // What is retired before its taker has seen it is never asked: another takes its place.
    await shown(stage.grace.press(intro.id, idOf(intro, 'exambegin')));
    const sitting = async () => {
      const [row] = await stage.database.db.select().from(sittings);
      if (!row) throw new Error('no sitting');
      return row;
    };
    const { questionIds: before, domains } = await sitting();
    // Of the domain that has more than an exam asks.
    const [voice] = [...Map.groupBy(domains, (id) => id)].toSorted(([, a], [, b]) => b.length - a.length);
    const unseen = before.filter((_, index) => index > 0 && domains[index] === voice?.[0]).slice(0, 2);
    const ids = [before[0], ...unseen];
    for (const id of ids)
      await answerTo(stage.ada.command(stage.general, `/question retire question:own-2/${id}`));
    await stage.bot.runJob('replace-retired');
    const { questionIds: after } = await sitting();
    expect(after[0]).toBe(before[0]);
    expect(after.filter((id) => unseen.includes(id))).toEqual([]);
    expect(new Set(after).size).toBe(before.length);
    for (const id of ids)
      await answerTo(stage.ada.command(stage.general, `/question restore question:own-2/${id}`));
  });

  it('comes again in the review of whoever answered it', async () => {
    const wrong = await shown(stage.margaret.command(stage.general, '/quiz private:true topic:own-2'));
    const [stem = ''] = /Which channel number \d+/.exec(textOf(wrong)) ?? [];
    const ids = answers(wrong);
    const feedback = await shown(stage.margaret.press(wrong.id, ids[0] ?? ''));
    if (textOf(feedback).includes('Not right')) stage.discord.clock.advance(2 * 86_400_000);
    else await shown(stage.margaret.press(feedback.id, { label: 'Add to review' }));
    expect(textOf(await shown(stage.margaret.command(stage.general, '/review')))).toContain(stem);
  });

  it('is posted as the question of the day', async () => {
    const set = await answerTo(
      stage.ada.command(stage.daily, '/daily set time:09:00 zone:UTC domains:own-2'),
    );
    expect(set).toMatch(/09:00/);
    expect(set).toContain('Your pack: Radio');
    const offered = await stage.ada.autocomplete(stage.daily, '/daily set domains:radio');
    expect(offered.map(({ name }) => name)).toContain('Your pack: Radio (Digital)');
    const digital = offered.find(({ name }) => name.includes('Digital'))?.value;
    const some = await answerTo(
      stage.ada.command(stage.daily, `/daily set time:09:00 zone:UTC domains:${digital}`),
    );
    expect(some).toContain('Your pack: Radio (Digital)');
    expect(await answerTo(stage.ada.command(stage.daily, '/daily list'))).toContain(
      'Your pack: Radio (Digital)',
    );
    const now = await answerTo(stage.ada.command(stage.daily, '/daily post-now'));
    expect(now).not.toMatch(/cannot/);
    await stage.bot.runJob('send-posts');
    await until(() =>
      stage.grace.visible(stage.daily).some((message) => textOf(message).includes('Which channel number')),
    );
    const [post] = await stage.database.db.select().from(posts).where(eq(posts.kind, 'daily'));
    const question = (await rows()).find(({ id, packId }) => packId === 2 && id === post?.questionId);
    const [pack] = await stage.database.db.select().from(ownPacks).where(eq(ownPacks.id, 2));
    expect(pack?.domains.find(({ id }) => id === question?.domain)?.name).toBe('Digital');
  });

  it('of another server is nobody else’s to be asked', async () => {
    const other = stage.discord.createGuild({ name: 'Other', ownerName: 'Eve' });
    const channel = stage.discord.createChannel(other.id, { name: 'general' }).id;
    const eve = stage.discord.as(other.ownerId);
    const said = await answerTo(eve.command(channel, '/quiz topic:own-2'));
    expect(said).not.toMatch(/Which channel number/);
    expect(await answerTo(eve.command(channel, '/question preview question:own-2/q-1'))).toContain(
      'no such question',
    );
    const exported = await shown(eve.command(channel, '/question export format:json pack:own-2'));
    expect(textOf(exported)).toContain('no such pack');
  });
});
