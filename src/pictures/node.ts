// What pictures are made of: plain data without a size of the screen or a colour of the theme. Lengths are points of a
// picture that is WIDTH points wide, about as wide as a phone shows it.

export const WIDTH = 450;

/** A colour by what it says; the theme knows how it looks. An exam domain brings its own, "#rrggbb". */
export type Tone =
  | 'page'
  | 'card'
  | 'track'
  | 'line'
  | 'ink'
  | 'faint'
  | 'accent'
  | 'good'
  | 'weak'
  | 'cool'
  | `#${string}`;

/** How much room a node takes where its box has more: `grow` takes what is left. */
type Room = { width?: number; height?: number; grow?: boolean };

export type Box = Room & {
  kind: 'box';
  direction: 'row' | 'column';
  gap?: number;
  /** Vertical and horizontal. */
  pad?: readonly [number, number];
  align?: 'start' | 'center' | 'end' | 'stretch';
  justify?: 'start' | 'center' | 'end' | 'between';
  fill?: Tone;
  stroke?: Tone;
  radius?: number;
  children: readonly Node[];
};

export type Text = Room & {
  kind: 'text';
  text: string;
  size?: number;
  weight?: 400 | 600 | 700;
  tone?: Tone;
  align?: 'start' | 'center' | 'end';
  /** What does not fit in so many ends with "…"; 1 when left out. */
  lines?: number;
};

/** Shares of 0–1 of its length. */
export type Bar = Room & {
  kind: 'bar';
  share: number;
  tone: Tone;
  /** Where the true value may lie. */
  range?: readonly [number, number];
  /** A mark to be reached. */
  mark?: number;
};

export type Point = readonly [x: number, y: number];

export type Line = {
  points: readonly Point[];
  tone: Tone;
  width: number;
  isDashed?: boolean;
  hasArrow?: boolean;
  isRound?: boolean;
};
export type Dot = { at: Point; radius: number; tone: Tone };
/** Filled; the last point joins the first. */
export type Area = { points: readonly Point[]; tone: Tone; opacity: number };

export type Lines = {
  kind: 'lines';
  width: number;
  height: number;
  lines: readonly Line[];
  dots?: readonly Dot[];
  areas?: readonly Area[];
};

/** Equal columns, filled row by row. */
export type Grid = { kind: 'grid'; columns: number; gap: number; children: readonly Node[] };

/** Boxes joined by arrows, which are laid out where they are drawn. */
export type Graph = {
  kind: 'graph';
  nodes: readonly { id: string; label: string }[];
  edges: readonly { from: string; to: string; label?: string }[];
};

export type Node = Box | Text | Bar | Lines | Grid | Graph;

type Look<T extends Node> = Omit<T, 'kind' | 'children' | 'text' | 'direction'>;
type Children = readonly (Node | null | false)[];

export function row(look: Look<Box>, children: Children): Box {
  return { kind: 'box', direction: 'row', align: 'center', ...look, children: present(children) };
}

export function column(look: Look<Box>, children: Children): Box {
  return { kind: 'box', direction: 'column', ...look, children: present(children) };
}

export function label(text: string, look: Look<Text> = {}): Text {
  return { kind: 'text', text, ...look };
}

export function bar(look: Omit<Bar, 'kind'>): Bar {
  return { kind: 'bar', ...look };
}

function present(children: Children): Node[] {
  return children.filter((child): child is Node => child !== null && child !== false);
}
