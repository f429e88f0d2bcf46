// A picture before it is drawn, and what draws it. Types only: a view makes pictures without knowing how.
import type { Node } from './node.ts';

export type Theme = 'dark' | 'light';

export type Picture = {
  /** Of the file, without its ending. */
  name: string;
  /** The same figures in words, for those who do not see it. */
  alt: string;
  root: Node;
  /** Dark when left out, as most of Discord is. */
  theme?: Theme;
};

export type Pictures = {
  /** PNG bytes; null when they are not ready within so long, or cannot be drawn: then the text stands alone. */
  draw(picture: Picture, within: { milliseconds: number }): Promise<Uint8Array | null>;
  stop(): Promise<void>;
};
