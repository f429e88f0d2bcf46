// Buttons that lead to what people arrange. Who has none to offer is not linked to. Types only.
import type { Button } from '#bot/card.ts';

/** The checklist, for whoever presses it alone; others than admins are told who can. */
export type SetupDoor = (label: string) => Button;
