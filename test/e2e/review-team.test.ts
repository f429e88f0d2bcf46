// Those who review official questions: named by their ids, or by a role in a server of the operator's.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { amendments } from '#features/record/question/table.ts';
import { idOf, shown } from '../support/answering.ts';
import { answerFirst, answerTo, customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;
/** The operator's server, a channel there, and whoever has its role. */
const home = { id: '', channel: '', role: '' };
beforeAll(async () => {
  stage = await startStage({
    speaks: 'languages',
    team: (discord) => {
      const guild = discord.createGuild({ name: 'Operators', ownerName: 'Root' });
      home.id = guild.id;
      home.channel = discord.createChannel(guild.id, { name: 'reviews' }).id;
      home.role = discord.createRole(guild.id, { name: 'Keepers' }).id;
      return { memberIds: [], channelId: null, role: { serverId: guild.id, roleId: home.role } };
    },
  });
  for (const userId of [stage.ids.grace, stage.ids.linus]) stage.discord.createMember(home.id, { userId });
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

const asksForRoles = ({ path, method }: { path: string; method: string }) =>
  method === 'GET' && path.includes(`/guilds/${home.id}/members/`);

it('who has the role reviews official questions in that server, and who has not does not', async () => {
  const question = await shown(stage.linus.command(stage.general, '/quiz private:true'));
  const feedback = await shown(answerFirst(stage.linus, question));
  const form = await stage.linus.press(feedback.id, idOf(feedback, 'report'));
  await answerTo(stage.linus.submit(form, { kind: ['unclear'], text: 'Two of them fit, I think.' }));
  stage.discord.setMemberRoles(home.id, stage.ids.grace, [home.role]);
  const queue = await answerTo(stage.grace.command(home.channel, '/review-queue'));
  expect(queue).toContain('1 report');
  expect(await answerTo(stage.linus.command(home.channel, '/review-queue'))).toContain('This is for those');
  expect(stage.discord.requests.filter(asksForRoles)).toEqual([]);
});

it('in another server Discord is asked; where it does not say, nothing is shown and nothing done', async () => {
  stage.discord.fail(asksForRoles, { status: 500, times: 8 });
  expect(await answerTo(stage.grace.command(stage.general, '/review-queue'))).toContain(
    'try again in a minute',
  );
  // Ada manages this server: her own packs are hers to review, whatever Discord says of the team.
  expect(await answerTo(stage.ada.command(stage.general, '/review-queue'))).toContain('Nothing waits');
});

it('and decides there as anywhere', async () => {
  await stage.restart();
  const list = await shown(stage.grace.command(stage.general, '/review-queue'));
  const [look = ''] = customIdsOf(list).filter((id) => id.startsWith('ticketlook:'));
  const ticket = await shown(stage.grace.select(list.id, look, ['1']));
  expect(textOf(ticket)).toContain('Two of them fit, I think.');
  const retired = await shown(stage.grace.press(ticket.id, idOf(ticket, 'ticketretire')));
  expect(textOf(retired)).toContain('It is asked no more');
  expect(await stage.database.db.$count(amendments)).toBe(1);
  expect(await answerTo(stage.linus.command(stage.general, '/review-queue'))).toContain('This is for those');
});
