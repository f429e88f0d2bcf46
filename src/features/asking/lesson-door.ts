// The way to a lesson's text, for whoever names a lesson. Types only; who has none to offer is not linked to.

/** The custom id of a button that opens a lesson, in a private message of its own. */
export type LessonDoor = (about: { exam: string; lesson: string }) => string;
