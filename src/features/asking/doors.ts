// Buttons that lead from what is learned to a feature beside it. Who has none to offer is not linked to. Types only.
import type { Button } from '#bot/card.ts';

/** Questions about a topic ("lesson:4.1"), or about all with null, for whoever presses alone; one of them stands outside of any round. */
export type PracticeDoor = (label: string, about: { topic: string | null; count: 1 | 5 | 10 }) => Button;

/** The flashcards about a topic. */
export type DeckDoor = (label: string, topic: string) => Button;

/** A lesson from its first page, in a message of its own. */
export type LessonDoor = (label: string, lesson: { exam: string; id: string }) => Button;
