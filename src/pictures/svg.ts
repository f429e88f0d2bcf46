// Lines, areas and dots as an SVG document.
import type { Area, Line, Lines, Point, Tone } from './node.ts';

type Color = (tone: Tone) => string;

export function toSvg({ width, height, areas = [], lines, dots = [] }: Lines, color: Color): string {
  const parts = [
    ...areas.map((area) => fromArea(area, color)),
    ...lines.map((line) => fromLine(line, color)),
    ...dots.map(
      ({ at: [x, y], radius, tone }) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${color(tone)}"/>`,
    ),
  ];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`;
}

function fromArea({ points, tone, opacity }: Area, color: Color): string {
  return `<path d="${straight(points)}Z" fill="${color(tone)}" fill-opacity="${opacity}"/>`;
}

function fromLine(line: Line, color: Color): string {
  const { points, tone, width } = line;
  const stroke = `stroke="${color(tone)}" stroke-width="${width}"`;
  const look = `fill="none" stroke-linejoin="round" stroke-linecap="round"${line.isDashed ? ' stroke-dasharray="4 4"' : ''}`;
  const path = `<path d="${line.isRound ? rounded(points) : straight(points)}" ${stroke} ${look}/>`;
  return line.hasArrow ? path + arrowhead(points, color(tone)) : path;
}

function straight(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${trim(x)} ${trim(y)}`).join('');
}

/** Through the middles of its pieces, bent towards its corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last || rest.length < 2) return straight(points);
  const bends = rest.slice(0, -1).map((corner, index) => {
    const next = rest[index + 1] ?? last;
    const [x, y] = index === rest.length - 2 ? last : middle(corner, next);
    return `Q${trim(corner[0])} ${trim(corner[1])} ${trim(x)} ${trim(y)}`;
  });
  return `M${trim(first[0])} ${trim(first[1])}${bends.join('')}`;
}

const HEAD = 8;

function arrowhead(points: readonly Point[], color: string): string {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return '';
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const wing = (turn: number): Point => [
    tip[0] - HEAD * Math.cos(angle + turn),
    tip[1] - HEAD * Math.sin(angle + turn),
  ];
  return `<path d="${straight([tip, wing(0.45), wing(-0.45)])}Z" fill="${color}"/>`;
}

function middle([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}

function trim(value: number): number {
  return Math.round(value * 10) / 10;
}
