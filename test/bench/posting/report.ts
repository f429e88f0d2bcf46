// What a simulated burst came to, in figures.
import { isClosing } from './fill.ts';
import type { Outcome, Scene } from './simulate.ts';

const LIMIT = 50;

export function report(scene: Scene, { requests, limited, messages, commands, closeAt }: Outcome): string {
  const counted = requests.filter(({ kind }) => kind !== 'ask');
  const [first = 0, last = 0] = [counted.at(0)?.at, counted.at(-1)?.at];
  const seconds = (last - first) / 1000;
  const percent = (count: number, of: number) => `${((100 * count) / of / LIMIT).toFixed(1)} %`;
  const due = scene.dailies + scene.closings;
  const twice = [...messages.values()].filter((count) => count > 1).length;
  const edits = counted.filter(({ kind }) => kind === 'edit');
  const recaps = counted.filter(({ kind, channelId }) => kind === 'send' && isClosing(channelId));
  const editedAt = new Map(edits.map(({ channelId, at }) => [channelId, at]));
  const lastEdit = edits.at(-1)?.at ?? 0;
  const meanwhile = counted.filter(({ at }) => at >= closeAt + 5_000 && at <= lastEdit);
  const share = (kinds: readonly unknown[]) => Math.round((100 * kinds.length) / meanwhile.length);
  const isPost = (each: (typeof counted)[number]) => each.kind === 'send' && !isClosing(each.channelId);
  const posts = meanwhile.filter(isPost);
  const recapped = meanwhile.filter((each) => each.kind === 'send' && isClosing(each.channelId));
  return [
    `${scene.processes} ${scene.processes === 1 ? 'process' : 'processes, one of them killed in the middle'}: ` +
      `${counted.length} requests in ${seconds.toFixed(0)} s, ${percent(requests.length / seconds, 1)} of ${LIMIT}/s`,
    `  ${messages.size} of ${due} channels have their message, ${twice} more than one; answers 429: ${limited.global} global, ${limited.other} others; ` +
      `looked for: ${counted.filter(({ kind }) => kind === 'look').length}`,
    `  while ${scene.closings} closed: ${share(posts)} % posts, ${share(meanwhile.filter(({ kind }) => kind === 'edit'))} % closings, ${share(recapped)} % recaps; ` +
      `a closing waited ${wait(edits.map(({ at }) => at - closeAt))}, a recap ${wait(recaps.map(({ at, channelId }) => at - (editedAt.get(channelId) ?? 0)))}`,
    `  a command's questions to Discord took ${wait(commands)}`,
  ].join('\n');
}

function wait(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (part: number) =>
    `${((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0) / 1000).toFixed(1)} s`;
  return `${at(0.5)} (half), ${at(0.99)} (99 %), ${at(1)} at most`;
}
