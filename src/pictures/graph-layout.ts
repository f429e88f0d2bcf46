// Where the boxes and arrows of a graph stand: layers from top to bottom, as narrow as a phone.
import dagre from '@dagrejs/dagre';
import { type Graph, type Point, WIDTH } from './node.ts';

type Place = { x: number; y: number; width: number; height: number };
type Label = Place & { label: string; lines: number };

export type PlacedNode = Label;
export type PlacedEdge = { points: Point[]; label: Label | null };
export type PlacedGraph = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] };

const ROOM = WIDTH - 32;
/** Of a letter, in parts of the size of the text: wide enough for most. */
const LETTER = 0.56;

type Measure = { size: number; widest: number; pad: readonly [number, number] };
const boxes: Measure = { size: 13, widest: 132, pad: [10, 10] };
const labels: Measure = { size: 11, widest: 96, pad: [2, 4] };

/** Narrower boxes where a layer holds so many that they would not fit beside each other. */
const WIDTHS = [boxes.widest, 104, 84];

export function layOutGraph(graph: Graph): PlacedGraph {
  const tries = WIDTHS.map((widest) => tryLayout(graph, { ...boxes, widest }));
  const fitting = tries.find(({ width }) => width <= ROOM) ?? tries.at(-1);
  if (!fitting) throw new Error('no width was tried');
  return fitting.width <= ROOM ? fitting : squeeze(fitting);
}

function tryLayout(graph: Graph, measure: Measure): PlacedGraph {
  const layout = new dagre.graphlib.Graph({ multigraph: true });
  layout.setGraph({ rankdir: 'TB', nodesep: 14, edgesep: 10, ranksep: 22, marginx: 2, marginy: 2 });
  for (const { id, label } of graph.nodes) layout.setNode(id, sizeOf(label, measure));
  graph.edges.forEach(({ from, to, label }, index) => {
    const size = label ? sizeOf(label, labels) : { width: 0, height: 0 };
    layout.setEdge(from, to, { ...size, labelpos: 'c' }, String(index));
  });
  dagre.layout(layout);
  const { width = 0, height = 0 } = layout.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: graph.nodes.map(({ id, label }) => ({
      label,
      ...place(layout.node(id)),
      ...linesOf(label, measure),
    })),
    edges: graph.edges.map(({ from, to, label }, index) => {
      const edge = layout.edge(from, to, String(index));
      const points = edge.points.map(({ x, y }: { x: number; y: number }): Point => [x, y]);
      return { points, label: label ? { label, ...place(edge), ...linesOf(label, labels) } : null };
    }),
  };
}

/** dagre speaks of middles, boxes of corners. */
function place({ x = 0, y = 0, width = 0, height = 0 }: Partial<Place>): Place {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function sizeOf(label: string, measure: Measure): { width: number; height: number } {
  const { lines, width } = linesAndWidth(label, measure);
  const [vertical, horizontal] = measure.pad;
  return { width: width + 2 * horizontal, height: Math.ceil(lines * measure.size * 1.3) + 2 * vertical };
}

function linesOf(label: string, measure: Measure): { lines: number } {
  return { lines: linesAndWidth(label, measure).lines };
}

/** As if broken between words, none of them longer than a line. */
function linesAndWidth(label: string, { size, widest }: Measure): { lines: number; width: number } {
  const letter = size * LETTER;
  const fit = Math.floor(widest / letter);
  let lines = 1;
  let used = 0;
  let longest = 0;
  for (const word of label.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > fit) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    longest = Math.max(longest, used);
  }
  return { lines, width: Math.ceil(longest * letter) };
}

/** Wider than a phone all the same: everything moves closer, boxes keep their height and their texts their lines. */
function squeeze({ width, height, nodes, edges }: PlacedGraph): PlacedGraph {
  const share = ROOM / width;
  const narrow = <T extends Place>(it: T): T => ({ ...it, x: it.x * share, width: it.width * share });
  return {
    width: ROOM,
    height,
    nodes: nodes.map((node) => ({ ...narrow(node), lines: Math.max(node.lines, 3) })),
    edges: edges.map(({ points, label }) => ({
      points: points.map(([x, y]): Point => [x * share, y]),
      label: label ? narrow(label) : null,
    })),
  };
}
