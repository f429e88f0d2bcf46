// Where popups stand, and how arrow keys move through lists.

const MARGIN = 8;
const GAP = 4;
const LEAST_WIDTH = 280;
const LEAST_HEIGHT = 160;
const ENOUGH_HEIGHT = 320;

/** Below the trigger, or above it where there is more room. */
export function placeAt(popup: HTMLElement, trigger: HTMLElement): void {
  const rect = trigger.getBoundingClientRect();
  const below = innerHeight - rect.bottom - MARGIN;
  const above = rect.top - MARGIN;
  const isBelow = below >= Math.min(popup.offsetHeight, ENOUGH_HEIGHT) || below >= above;
  const width = Math.min(Math.max(rect.width, LEAST_WIDTH), innerWidth - 2 * MARGIN);
  const left = Math.max(MARGIN, Math.min(rect.left, innerWidth - width - MARGIN));
  popup.style.setProperty('width', `${width}px`);
  popup.style.setProperty('max-height', `${Math.max(isBelow ? below : above, LEAST_HEIGHT) - GAP}px`);
  popup.style.setProperty('left', `${left}px`);
  if (isBelow) popup.style.setProperty('top', `${rect.bottom + GAP}px`);
  else popup.style.setProperty('bottom', `${innerHeight - rect.top + GAP}px`);
}

/** Where an arrow key leads; null for any other key. */
export function moveBy(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  const targets: Record<string, number> = {
    ArrowDown: (at + 1) % length,
    ArrowUp: at <= 0 ? length - 1 : at - 1,
    Home: 0,
    End: length - 1,
  };
  return targets[key] ?? null;
}
