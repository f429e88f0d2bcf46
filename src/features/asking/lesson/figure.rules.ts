// The figure of a lesson as text: arrows and rows, for those who cannot see a picture and where there is none. Pure.
import type { Lesson } from '#content/pack.ts';

type Figure = NonNullable<Lesson['figure']>;

export function figureLines(figure: Figure): string[] {
  const lines = figure.kind === 'graph' ? arrowLines(figure) : rowLines(figure.rows);
  return [`**${figure.title}**`, ...lines];
}

/** One line for each arrow, those that leave the same box beneath each other. */
function arrowLines({ nodes, edges }: Extract<Figure, { kind: 'graph' }>): string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return nodes.flatMap(({ id, label }) =>
    edges
      .filter(({ from }) => from === id)
      .map((edge) => {
        const arrow = edge.label === undefined ? '→' : `→ (${edge.label}) →`;
        return `- **${label}** ${arrow} ${labels.get(edge.to) ?? edge.to}`;
      }),
  );
}

/** The header in bold; of each row the first cell, which says what it is about. */
function rowLines([header = [], ...rows]: readonly (readonly string[])[]): string[] {
  return [
    `-# ${header.join(' · ')}`,
    ...rows.map(([first = '', ...rest]) => `- **${first}** · ${rest.join(' · ')}`),
  ];
}
