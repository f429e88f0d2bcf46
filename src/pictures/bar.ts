// A bar in the renderer's words: its track, how far it reaches, and in grooves upon it the range and the mark.
import type { Node as TakumiNode } from '@takumi-rs/core';
import type { Bar } from './node.ts';
import { roomOf, type Style, type Theming } from './room.ts';
import { colorOf } from './theme.ts';

const BAR_HEIGHT = 10;

export function fromBar(bar: Bar, look: Theming): TakumiNode {
  const height = bar.height ?? BAR_HEIGHT;
  const color = colorOf(bar.tone, look.theme);
  const [low, high] = bar.range ?? [0, 0];
  return {
    type: 'container',
    style: {
      position: 'relative',
      display: 'flex',
      backgroundColor: colorOf('track', look.theme),
      borderRadius: height / 2,
      ...roomOf({ ...bar, height }),
    },
    children: [
      piece({ from: 0, to: bar.share, color, height }),
      ...(bar.range ? [whisker(low, high, { look, height })] : []),
      ...(bar.mark === undefined ? [] : [markAt(bar.mark, { look, height })]),
    ],
  };
}

type Piece = { from: number; to: number; color: string; height: number };

function piece({ from, to, color, height }: Piece): TakumiNode {
  return {
    type: 'container',
    style: {
      position: 'absolute',
      left: percent(from),
      width: percent(Math.max(0, to - from)),
      top: 0,
      height,
      backgroundColor: color,
      borderRadius: height / 2,
    },
  };
}

type Within = { look: Theming; height: number };

/** The range as a line with ends, in a groove of its own: it is read against bar and track alike. */
function whisker(low: number, high: number, { look, height }: Within): TakumiNode {
  const end = grooved({ width: 2, height: 8 }, colorOf('ink', look.theme), look);
  const line = grooved({ height: 2 }, colorOf('ink', look.theme), look);
  return {
    type: 'container',
    style: {
      position: 'absolute',
      left: percent(low),
      width: percent(Math.max(0, high - low)),
      top: height / 2 - WHISKER / 2,
      height: WHISKER,
      display: 'flex',
      alignItems: 'center',
    },
    children: [end, { ...line, style: { ...line.style, ...roomOf({ grow: true }) } }, end],
  };
}

const WHISKER = 12;
/** Of the ground, around a mark that lies upon a bar. */
const GROOVE = 2;

function grooved(
  { width, height }: { width?: number; height: number },
  color: string,
  { theme }: Theming,
): TakumiNode {
  const inside: Style = {
    height,
    backgroundColor: color,
    ...(width === undefined ? { flexGrow: 1 } : { width }),
  };
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexShrink: 0,
      padding: width === undefined ? `${GROOVE}px 0px` : `${GROOVE}px`,
      backgroundColor: colorOf('page', theme),
    },
    children: [{ type: 'container', style: inside }],
  };
}

function markAt(share: number, { look, height }: Within): TakumiNode {
  const mark = grooved({ width: 3, height: height + 8 }, colorOf('cool', look.theme), look);
  const place: Style = {
    position: 'absolute',
    left: percent(share),
    top: -4 - GROOVE,
    marginLeft: -1.5 - GROOVE,
  };
  return { ...mark, style: { ...mark.style, ...place } };
}

function percent(share: number): `${number}%` {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;
}
