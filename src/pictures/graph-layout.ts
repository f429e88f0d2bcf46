// Where the boxes and arrows of a graph stand: layers from top to bottom, as narrow as a phone.
import dagre from '@dagrejs/dagre';
import { type Graph, type Point, WIDTH } from './node.ts';

type Place = { x: number; y: number; width: number; height: number };
type Label = Place & { label: string; lines: number; size: number };

export type PlacedNode = Label;
export type PlacedEdge = { points: Point[]; label: Label | null };
export type PlacedGraph = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] };

const ROOM = WIDTH - 32;
const LINE_HEIGHT = 1.3;

type Measure = { size: number; widest: number; pad: readonly [number, number] };
const boxes: Measure = { size: 13, widest: 124, pad: [9, 10] };
const labels: Measure = { size: 11, widest: 96, pad: [1, 3] };

/** Of boxes and labels: narrower where a layer holds so many that they would not fit beside each other. */
const WIDTHS = [
  [124, 96],
  [100, 72],
  [80, 56],
] as const;

export function layOutGraph(graph: Graph): PlacedGraph {
  let narrowest: PlacedGraph | null = null;
  for (const [box, label] of WIDTHS) {
    const measures = { box: { ...boxes, widest: box }, label: { ...labels, widest: label } };
    const placed = tryLayout(graph, measures);
    if (placed.width <= ROOM) return placed;
    if (!narrowest || placed.width < narrowest.width) narrowest = placed;
  }
  if (!narrowest) throw new Error('no width was tried');
  // Wider than a phone all the same: then everything is smaller.
  return scale(narrowest, ROOM / narrowest.width);
}

type Measures = { box: Measure; label: Measure };

function tryLayout(graph: Graph, measures: Measures): PlacedGraph {
  const layout = new dagre.graphlib.Graph({ multigraph: true });
  layout.setGraph({ rankdir: 'TB', nodesep: 12, edgesep: 8, ranksep: 22, marginx: 2, marginy: 2 });
  for (const { id, label } of graph.nodes) layout.setNode(id, measure(label, measures.box));
  graph.edges.forEach(({ from, to, label }, index) => {
    const size = label ? measure(label, measures.label) : { width: 0, height: 0 };
    layout.setEdge(from, to, { ...size, labelpos: 'c' }, String(index));
  });
  dagre.layout(layout);
  const { width = 0, height = 0 } = layout.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: graph.nodes.map(({ id, label }) => ({
      ...measure(label, measures.box),
      ...place(layout.node(id)),
    })),
    edges: graph.edges.map(({ from, to, label }, index) => {
      const edge = layout.edge(from, to, String(index));
      const points = edge.points.map(({ x, y }: { x: number; y: number }): Point => [x, y]);
      return { points, label: label ? { ...measure(label, measures.label), ...place(edge) } : null };
    }),
  };
}

/** dagre speaks of middles, boxes of corners. */
function place({ x = 0, y = 0, width = 0, height = 0 }: Partial<Place>): Place {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

type Measured = Omit<Label, 'x' | 'y'>;

/** The room of a text that is broken between words. */
function measure(label: string, { size, widest, pad: [vertical, horizontal] }: Measure): Measured {
  const space = size * widthOf(' ');
  let lines = 1;
  let used = 0;
  let longest = 0;
  for (const word of label.split(/\s+/)) {
    const length = size * widthOf(word);
    if (used > 0 && used + space + length > widest) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? space : 0) + length;
    longest = Math.max(longest, used);
  }
  return {
    label,
    lines,
    size,
    width: Math.ceil(longest) + 2 * horizontal,
    height: Math.ceil(lines * size * LINE_HEIGHT) + 2 * vertical,
  };
}

/** Of letters, in parts of the size of the text, a little more than they take: only the renderer knows it exactly. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
}

function letterWidth(letter: string): number {
  if (/[ iljft.,:;'|()]/.test(letter)) return 0.36;
  if (/[mwMWQOG@%]/.test(letter)) return 0.9;
  if (/[A-Z]/.test(letter)) return 0.72;
  return letter > '\u02ff' ? 1 : 0.61;
}

function scale({ width, height, nodes, edges }: PlacedGraph, by: number): PlacedGraph {
  const smaller = <T extends Label>({ x, y, ...it }: T) => ({
    ...it,
    ...{ x: x * by, y: y * by, width: it.width * by, height: it.height * by, size: it.size * by },
  });
  return {
    width: width * by,
    height: height * by,
    nodes: nodes.map(smaller),
    edges: edges.map(({ points, label }) => ({
      points: points.map(([x, y]): Point => [x * by, y * by]),
      label: label && smaller(label),
    })),
  };
}
