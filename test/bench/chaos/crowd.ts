// Members who answer whatever question stands last in a channel, and remember what they were told.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#lib/random.ts';
import type { Actor, LocalDiscord } from '#local-discord/server.ts';
import { answerFirst, answerTo, customIdsOf } from '../../support/cohort.ts';

/** One answer that a member was told is taken. */
export type Told = { messageId: string; memberId: string };

export type Crowd = {
  stop(): Promise<{ told: readonly Told[]; failed: number; others: ReadonlyMap<string, number> }>;
};

const EVERY_MS = 20;
/** Says nothing of whether it was taken now. */
const TAKEN_BEFORE = /answered this already/;
const TAKEN = /Right!|Not right/;

type Invited = { memberIds: readonly string[]; channelIds: readonly string[]; random: Random };

export function gather(discord: LocalDiscord, { memberIds, channelIds, random }: Invited): Crowd {
  const members = memberIds.map((id) => ({ id, actor: discord.as(id) }));
  const anyOf = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const told: Told[] = [];
  const tried = new Set<string>();
  const others = new Map<string, number>();
  const underway = new Set<Promise<void>>();
  let failed = 0;
  let isOver = false;

  const answer = async ({ id, actor }: { id: string; actor: Actor }, channelId: string) => {
    const message = discord
      .messages(channelId)
      .findLast((each) => customIdsOf(each).some((customId) => customId.startsWith('answer:')));
    if (!message || tried.has(`${message.id}/${id}`)) return;
    tried.add(`${message.id}/${id}`);
    try {
      const words = await answerTo(answerFirst(actor, message));
      if (TAKEN.test(words) && !TAKEN_BEFORE.test(words)) told.push({ messageId: message.id, memberId: id });
      else others.set(words.slice(0, 60), (others.get(words.slice(0, 60)) ?? 0) + 1);
    } catch {
      tried.delete(`${message.id}/${id}`);
      // Nobody was there to take it, or its answer was cut off: it may stand or not.
      failed += 1;
    }
  };

  const pressing = (async () => {
    while (!isOver) {
      const member = anyOf(members);
      const place = anyOf(channelIds);
      if (!member || !place) throw new Error('nobody is there, or nowhere');
      const work = answer(member, place).finally(() => underway.delete(work));
      underway.add(work);
      await sleep(EVERY_MS);
    }
  })();

  return {
    async stop() {
      isOver = true;
      await pressing;
      await Promise.all(underway);
      return { told, failed, others };
    },
  };
}
