// Everything that is measured: each command of the bot, and presses. What a turn needs beforehand is made outside of the
// time that counts, and a turn that did not do its work ends the bench.
import type { Actor, InteractionResult, Message } from '#local-discord/server.ts';
import { answerFirst, customIdsOf } from '../../support/cohort.ts';
import type { Stage } from './stage.ts';

type Turn = { stage: Stage; actor: Actor };
export type Command = {
  name: string;
  isOwners?: boolean;
  /** Returns what is timed. */
  prepare(turn: Turn): Promise<() => Promise<unknown>>;
};

function typed(text: string, name = text): Command {
  return {
    name,
    isOwners: /^\/(daily|setup|question)/.test(text),
    async prepare(turn) {
      await clear(turn.stage);
      return () => say(turn, text);
    },
  };
}

/** A press on what a command has just answered. */
function pressing(
  name: string,
  text: string,
  press: (turn: Turn, message: Message) => Promise<InteractionResult>,
): Command {
  return {
    name,
    async prepare(turn) {
      await clear(turn.stage);
      const message = await say(turn, text);
      return async () => ended(name, await press(turn, message));
    },
  };
}

const completing = (text: string): Command => ({
  name: `completing ${text}`,
  async prepare({ stage, actor }) {
    return async () => {
      const choices = await actor.autocomplete(stage.channelId, text);
      if (choices.length === 0) throw new Error(`${text}: nothing is offered`);
    };
  },
});

async function answer({ actor }: Turn, message: Message): Promise<InteractionResult> {
  const result = await answerFirst(actor, message);
  const read = JSON.stringify((await result.settled()).components);
  if (!/right|correct|wrong/i.test(read)) throw new Error(`no feedback: ${read.slice(0, 400)}`);
  return result;
}

const pressOn =
  (part: string) =>
  async ({ actor }: Turn, message: Message) => {
    const id = customIdsOf(message).find((each) => each.includes(part));
    if (!id) throw new Error(`no ${part} in ${customIdsOf(message).join(' ')}`);
    return actor.press(message.id, id);
  };

export const COMMANDS: readonly Command[] = [
  typed('/help'),
  completing('/quiz topic:lam'),
  typed('/quiz'),
  typed('/quiz count:5'),
  pressing('press on a question of the channel', '/quiz', answer),
  typed('/quiz private:true'),
  pressing('press on a private question', '/quiz private:true', answer),
  typed('/history'),
  typed('/leaderboard'),
  typed('/leaderboard window:all'),
  typed('/leaderboard window:all metric:accuracy'),
  typed('/leaderboard metric:streak'),
  pressing('second page of /leaderboard window:all', '/leaderboard window:all', pressOn(':on:')),
  typed('/streak'),
  typed('/review'),
  typed('/progress'),
  typed('/diagnose'),
  typed('/plan'),
  typed('/next'),
  typed('/lesson'),
  typed('/concept name:lambda'),
  typed('/flashcards'),
  typed('/exam start domain:1'),
  typed('/exam history'),
  typed('/settings show'),
  typed('/privacy show'),
  typed('/privacy export'),
  typed('/daily list'),
  typed('/daily preview'),
  typed('/setup status'),
  typed('/question list'),
];

async function say({ stage, actor }: Turn, text: string): Promise<Message> {
  return ended(text, await actor.command(stage.channelId, text));
}

/** Deferred ones end with an edit. */
async function ended(name: string, result: InteractionResult): Promise<Message> {
  if (result.state === 'failed' || result.state === 'refused') throw new Error(`${name}: ${result.reason}`);
  return result.settled();
}

/** What a member did a moment ago is in the way of the next turn. Of what the bench itself has made: that is quickly found. */
const clear = ({ sql, made }: Stage) => sql`
  with asked as (delete from cooldowns),
    closed as (update posts set status = 'dropped' where id > ${made.posts} and status = 'open'),
    rounds_ended as (update rounds set finished_at = now() where id > ${made.rounds} and finished_at is null)
  update sittings set submitted_at = now(), recorded_at = now() where id > ${made.sittings} and submitted_at is null`;
