// Where the focus goes when a message is drawn anew: to the same control; where that has gone or can no longer be used, to
// the next one of the same message; where the message has gone, to writing.

/** What is drawn must keep its `data-key`, and messages their `data-id`. */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const active = document.activeElement;
  const held =
    active instanceof HTMLElement && active !== root && root.contains(active) ? note(active) : null;
  draw();
  if (!held || root.contains(document.activeElement)) return;
  // Being drawn anew is no reason to move what somebody reads.
  findAgain(root, held)?.focus({ preventScroll: true });
}

type Held = { key: string | undefined; message: string | undefined; at: number };

function note(active: HTMLElement): Held {
  const message = active.closest<HTMLElement>('[data-id]');
  const at = message ? controlsOf(message).indexOf(active) : -1;
  return { key: active.dataset.key, message: message?.dataset.id, at };
}

function findAgain(root: HTMLElement, { at, key, message }: Held): HTMLElement | null {
  const same = key === undefined ? null : root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (same && !same.matches(':disabled')) return same;
  const whole =
    message === undefined ? null : root.querySelector<HTMLElement>(`[data-id="${CSS.escape(message)}"]`);
  if (!whole) return document.querySelector<HTMLElement>('.composer input');
  const controls = controlsOf(whole);
  if (same) return controls.find((each) => isAfter(each, same)) ?? controls[0] ?? null;
  // A control without a key stands where it stood; a pressed one that has gone was answered by what the message offers now.
  const offered = controls.find((each) => each.dataset.key !== undefined);
  return (key === undefined ? controls[at] : offered) ?? controls[0] ?? null;
}

function controlsOf(message: HTMLElement): HTMLElement[] {
  return [...message.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], [tabindex="0"]')];
}

function isAfter(one: HTMLElement, other: HTMLElement): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
