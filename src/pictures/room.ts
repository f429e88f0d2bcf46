// How much room a node takes in the renderer's words.
import type { Node as TakumiNode } from '@takumi-rs/core';
import type { Box } from './node.ts';
import type { Theme } from './picture.ts';

export type Style = NonNullable<TakumiNode['style']>;
export type Theming = { theme: Theme };

export function roomOf({ width, height, grow }: Pick<Box, 'width' | 'height' | 'grow'>): Style {
  return {
    ...(width === undefined ? {} : { width, flexShrink: 0 }),
    ...(height === undefined ? {} : { height, flexShrink: 0 }),
    // A base of nothing: what grows is shortened before what does not is pushed out.
    ...(grow ? { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0 } : {}),
  };
}
