// Drawing for a bot that starts, where its installation can. Nothing is loaded before the first picture is drawn.
import type { Logger } from 'pino';
import { canDraw } from './installed.ts';
import type { Pictures } from './picture.ts';
import { createPictures } from './pictures.ts';

export function openPictures({ log }: { log: Logger }): Pictures | null {
  if (canDraw()) return createPictures({ log });
  log.info('no pictures: the renderer is not installed for this platform');
  return null;
}
