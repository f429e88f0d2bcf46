// The figure of a lesson as data: boxes joined by arrows, or rows of boxes. Drawing it is not done here.
import { z } from 'zod';
import type { ValuePath } from './source.ts';

const label = z.string().min(1).max(40);
const nodeId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case, digits and hyphens');
const title = z.string().min(5).max(60);
/** What the figure says, for those who cannot see it. */
const alt = z.string().min(40).max(500);

const graph = z.strictObject({
  kind: z.literal('graph'),
  title,
  alt,
  nodes: z
    .array(z.strictObject({ id: nodeId, label }))
    .min(2)
    .max(16),
  edges: z
    .array(z.strictObject({ from: nodeId, to: nodeId, label: label.optional() }))
    .min(1)
    .max(24),
});

const rows = z.strictObject({
  kind: z.literal('rows'),
  title,
  alt,
  /** The first row is the header. */
  rows: z.array(z.array(label).min(2).max(4)).min(2).max(9),
});

export const figureSchema = z.discriminatedUnion('kind', [graph, rows]);

type Figure = z.infer<typeof figureSchema>;

/** What a figure of the right shape still has wrong: arrows from or to nowhere, boxes without any, uneven rows. */
export function findFigureFaults(figure: Figure | undefined): { path: ValuePath; text: string }[] {
  if (figure === undefined) return [];
  return figure.kind === 'graph' ? findGraphFaults(figure) : findRowFaults(figure);
}

function findGraphFaults({ nodes, edges }: z.infer<typeof graph>): { path: ValuePath; text: string }[] {
  const ids = nodes.map(({ id }) => id);
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...ids.flatMap((id, index) => {
      const path = ['figure', 'nodes', index, 'id'];
      if (ids.indexOf(id) !== index) return [{ path, text: `node ${id} occurs twice: give each its own id` }];
      return joined.has(id) ? [] : [{ path, text: `node ${id} has no arrow: join it or remove it` }];
    }),
    ...edges.flatMap((edge, index) =>
      (['from', 'to'] as const)
        .filter((end) => !ids.includes(edge[end]))
        .map((end) => ({
          path: ['figure', 'edges', index, end],
          text: `there is no node ${edge[end]}: use the id of one`,
        })),
    ),
  ];
}

function findRowFaults({ rows: all }: z.infer<typeof rows>): { path: ValuePath; text: string }[] {
  const columns = all[0]?.length ?? 0;
  return all.flatMap((row, index) => {
    if (row.length === columns) return [];
    const text = `${row.length} cells, the first row has ${columns}: make them equal`;
    return [{ path: ['figure', 'rows', index], text }];
  });
}
