// Which question a message of ours is about: its buttons say so, whatever else has become of the message. And the
// commands on such a message.

import { parseCustomId } from '#bot/custom-id.ts';
import type { Answer, BotApp, MenuCommand, MenuInteraction } from '#bot/feature.ts';
import type { Words } from '#words/words.ts';
import { card, text } from './card.ts';
import { EVERYWHERE } from './ground.ts';
import { namedMenu } from './localize.ts';

/** A post, or a question by itself where it is told to one member; null for what is no question of ours. */
export type Target =
  | { kind: 'post'; postId: number }
  | { kind: 'question'; exam: string; questionId: string; version: number };

const OF_POSTS = ['answer', 'close', 'reasoning', 'endround'];

function targetOf({ targetMessage, applicationId }: MenuInteraction): Target | null {
  const { author, applicationId: sender } = targetMessage;
  if (author.id !== targetMessage.client.user.id && sender !== applicationId) return null;
  const ids = customIdsIn(targetMessage.components.map((component) => component.toJSON())).flatMap(
    (id) => parseCustomId(id) ?? [],
  );
  const post = ids.find(({ name }) => OF_POSTS.includes(name));
  if (post) return { kind: 'post', postId: Number(post.args[0]) };
  const told = ids.find(({ name }) => name === 'report');
  if (!told) return null;
  const [exam = '', questionId = '', version = '1'] = told.args;
  return { kind: 'question', exam, questionId, version: Number(version) };
}

/** A command on a message; on what is no question of ours, and with null from `run` on one that is gone, it is refused kindly. */
export function questionMenu(
  name: (words: Words) => string,
  run: (app: BotApp, interaction: MenuInteraction, target: Target) => Promise<Answer | null>,
): MenuCommand {
  return {
    data: { type: 3, ...namedMenu(name), ...EVERYWHERE },
    defer: 'none',
    async run(app, interaction) {
      const target = targetOf(interaction);
      const answer = target && (await run(app, interaction, target));
      return (
        answer ?? {
          kind: 'reply',
          private: true,
          message: ({ quiz }) => card(null, [text(target ? quiz.gone : quiz.menu.notOurs)]),
        }
      );
    },
  };
}

function customIdsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(customIdsIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'custom_id' in part && typeof part.custom_id === 'string' ? [part.custom_id] : [];
  return [
    ...own,
    ...Object.values(part).flatMap((value) => (typeof value === 'object' ? customIdsIn(value) : [])),
  ];
}
