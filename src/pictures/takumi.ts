// Our nodes in the words of the renderer (CSS boxes), and lines as SVG, which it draws as an image.
import type { Node as TakumiNode } from '@takumi-rs/core';
import { fromBar } from './bar.ts';
import { layOutGraph, type PlacedEdge, type PlacedNode } from './graph-layout.ts';
import { isRightToLeft } from './legible.ts';
import type { Box, Graph, Grid, Lines, Node, Text, Tone } from './node.ts';
import { roomOf, type Style, type Theming } from './room.ts';
import { toSvg } from './svg.ts';
import { colorOf } from './theme.ts';

export type Look = Theming & { /** A text as it can be drawn. */ legible: (text: string) => string };

export function toTakumi(node: Node, look: Look): TakumiNode {
  switch (node.kind) {
    case 'box':
      return fromBox(node, look);
    case 'text':
      return fromText(node, look);
    case 'bar':
      return fromBar(node, look);
    case 'grid':
      return fromGrid(node, look);
    case 'lines':
      return fromLines(node, look);
    case 'graph':
      return fromGraph(node, look);
  }
}

const sides = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  stretch: 'stretch',
  between: 'space-between',
} as const;

function fromBox(box: Box, look: Look): TakumiNode {
  const [vertical, horizontal] = box.pad ?? [0, 0];
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: box.direction,
      gap: box.gap ?? 0,
      padding: `${vertical}px ${horizontal}px`,
      ...(box.align ? { alignItems: sides[box.align] } : {}),
      ...(box.justify ? { justifyContent: sides[box.justify] } : {}),
      ...(box.fill ? { backgroundColor: colorOf(box.fill, look.theme) } : {}),
      ...(box.stroke ? { border: `1px solid ${colorOf(box.stroke, look.theme)}` } : {}),
      ...(box.radius ? { borderRadius: box.radius } : {}),
      ...roomOf(box),
    },
    children: box.children.map((child) => toTakumi(child, look)),
  };
}

const SIZE = 14;
const LINE_HEIGHT = 1.3;

function fromText(text: Text, look: Look): TakumiNode {
  const content = look.legible(text.text);
  const { lines = 1 } = text;
  return {
    type: 'text',
    text: content,
    dir: isRightToLeft(content) ? 'rtl' : 'ltr',
    style: {
      fontSize: text.size ?? SIZE,
      lineHeight: LINE_HEIGHT,
      fontWeight: text.weight ?? 400,
      color: colorOf(text.tone ?? 'ink', look.theme),
      // By side and not by direction: columns of names stay columns.
      textAlign: { start: 'left', center: 'center', end: 'right' }[text.align ?? 'start'] as 'left',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      ...(lines === 1 ? { whiteSpace: 'nowrap' } : { lineClamp: lines }),
      ...roomOf(text),
    },
  };
}

function fromGrid({ columns, gap, children }: Grid, look: Look): TakumiNode {
  const rows = Array.from({ length: Math.ceil(children.length / columns) }, (_, index) =>
    children.slice(index * columns, (index + 1) * columns),
  );
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', gap },
    children: rows.map((cells) => ({
      type: 'container',
      style: { display: 'flex', gap },
      children: Array.from({ length: columns }, (_, index) => {
        const child = cells[index];
        const style: Style = { display: 'flex', flexDirection: 'column', ...roomOf({ grow: true }) };
        return { type: 'container', style, children: child ? [toTakumi(child, look)] : [] };
      }),
    })),
  };
}

function fromLines(lines: Lines, { theme }: Look): TakumiNode {
  const { width, height } = lines;
  return { type: 'image', src: toSvg(lines, (tone: Tone) => colorOf(tone, theme)), width, height };
}

function fromGraph(graph: Graph, look: Look): TakumiNode {
  const { width, height, nodes, edges } = layOutGraph(graph);
  const lines: Lines = {
    kind: 'lines',
    width,
    height,
    lines: edges.map(({ points }) => ({ points, tone: 'cool', width: 1.5, hasArrow: true, isRound: true })),
  };
  return {
    type: 'container',
    style: { position: 'relative', width, height, display: 'flex', alignSelf: 'center' },
    children: [
      { ...fromLines(lines, look), style: { position: 'absolute', left: 0, top: 0, width, height } },
      ...nodes.map((node) => placed(node, toTakumi(boxOf(node), look))),
      ...edges.flatMap((edge) =>
        edge.label ? [placed(edge.label, toTakumi(labelOf(edge.label), look))] : [],
      ),
    ],
  };
}

type Place = { x: number; y: number; width: number; height: number };

function placed({ x, y, width, height }: Place, child: TakumiNode): TakumiNode {
  const style: Style = { position: 'absolute', left: x, top: y, width, height, display: 'flex' };
  return { type: 'container', style, children: [child] };
}

function boxOf({ label, width, height, lines, size }: PlacedNode): Box {
  const text: Text = { kind: 'text', text: label, size, weight: 600, align: 'center', lines };
  const look = { fill: 'card', stroke: 'cool', radius: 6, align: 'center', justify: 'center' } as const;
  return { kind: 'box', direction: 'column', pad: [0, 4], width, height, ...look, children: [text] };
}

function labelOf({ label, width, height, lines, size }: NonNullable<PlacedEdge['label']>): Box {
  const text: Text = { kind: 'text', text: label, size, tone: 'faint', align: 'center', lines };
  const look = { fill: 'page', align: 'center', justify: 'center' } as const;
  return { kind: 'box', direction: 'column', width, height, ...look, children: [text] };
}
