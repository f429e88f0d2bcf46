// The set-up screen's own part: the editions on offer, the state it shows, the notices it gives. Pure.
import type { Library } from '#content/library.ts';
import { type Edition, findEdition, questionsFor } from '#content/pack.ts';
import { guessZone } from '#features/people/server/locale-zones.rules.ts';
import {
  DEFAULT_ZONE,
  followerOf,
  type ServerSettings,
  type Standing,
  successorOf,
  WEEK_STARTS,
  type WeekStart,
} from '#features/people/server/rules.ts';
import type { LocalDate } from '#lib/local-date.ts';

export const SHOWN_CHANGES = 6;

export type EditionChoice = {
  /** "aws-developer-associate/c02" */
  value: string;
  examName: string;
  edition: Edition;
};

/** Every edition of every exam that is loaded. */
export function listEditions(content: Library): EditionChoice[] {
  return content
    .packs()
    .flatMap(({ exam }) =>
      exam.editions.map((edition) => ({ value: `${exam.id}/${edition.id}`, examName: exam.name, edition })),
    );
}

/** The edition chosen from the list, or typed as its code or as the list shows it; null when there is none like it. */
export function findChoice(choices: readonly EditionChoice[], typed: string): EditionChoice | null {
  const wanted = typed.trim().toLowerCase();
  return (
    choices.find((choice) =>
      [choice.value, choice.edition.code.toLowerCase(), nameChoice(choice).toLowerCase()].includes(wanted),
    ) ?? null
  );
}

/** What autocomplete offers for an edition. */
export function completeEdition(content: Library, typed: string): { name: string; value: string }[] {
  const wanted = typed.trim().toLowerCase();
  return listEditions(content)
    .map((choice) => ({ name: nameChoice(choice), value: choice.value }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** Names of exams, in the language of their pack. */
function nameChoice({ edition, examName }: EditionChoice): string {
  return `${edition.code} – ${examName}`.slice(0, 100);
}

export function splitChoice({ value }: EditionChoice): { exam: string; edition: string } {
  const [exam = '', edition = ''] = value.split('/');
  return { exam, edition };
}

/** The weekday of a button or an option; null when no week begins on it. */
export function parseWeekStart(day: string | number): WeekStart | null {
  return WEEK_STARTS.find((start) => start === Number(day)) ?? null;
}

/** What the button offers beside what is. */
export function otherWeekStart(day: WeekStart): WeekStart {
  return WEEK_STARTS.find((start) => start !== day) ?? day;
}

export type SetupState = {
  server: ServerSettings & { language: string | null; isZoneGuessed: boolean };
  examName: string;
  /** Null when the pack no longer has the server's edition. */
  edition: Edition | null;
  questions: number;
  /** What to switch to, once the server's edition can no longer be sat. */
  successor: Edition | null;
  /** What follows the server's edition, while that can be sat for a few weeks more. */
  follower: Edition | null;
  editions: EditionChoice[];
};

export function describeServer(
  content: Library,
  { server, today }: { server: SetupState['server']; today: LocalDate },
): SetupState {
  const pack = content.official(server.exam);
  return {
    server,
    examName: pack?.exam.name ?? server.exam,
    edition: pack ? findEdition(pack.exam, server.edition) : null,
    questions: pack ? questionsFor(pack, server.edition, null).length : 0,
    successor: pack ? successorOf(pack.exam, server.edition, today) : null,
    follower: pack ? followerOf(pack.exam, server.edition, today) : null,
    editions: listEditions(content),
  };
}

/** An edition that is gone, can no longer be sat, or has no questions is no good to learn by. */
export function examStanding({ edition, successor, questions }: SetupState): Standing {
  return edition && !successor && questions > 0 ? 'done' : 'broken';
}

export function placeStanding({ server }: SetupState): Standing {
  return server.isZoneGuessed ? 'to-do' : 'done';
}

/**
 * The zone that a server most likely has, while nobody has chosen one: by its language, else by that of whoever sets it
 * up. Null when neither tells.
 */
export function suggestedZone(
  { server }: Pick<SetupState, 'server'>,
  locales: readonly (string | null)[],
): string | null {
  if (!server.isZoneGuessed) return null;
  const guessed = locales.map(guessZone).find((zone) => zone !== null);
  return guessed ?? (server.zone === DEFAULT_ZONE ? null : server.zone);
}

/** Whether it says that nothing came of what was asked for. */
export function isRefusal({ kind }: Notice): boolean {
  return kind === 'no-such-edition' || kind === 'unknown-zone' || kind === 'unknown-language';
}

export type Notice =
  | { kind: 'edition-changed'; code: string }
  | { kind: 'edition-kept'; code: string }
  | { kind: 'no-such-edition'; typed: string; codes: string[] }
  | { kind: 'zone-changed'; zone: string }
  | { kind: 'zone-kept'; zone: string }
  | { kind: 'unknown-zone'; typed: string; choices: string[] }
  | { kind: 'week-changed' | 'week-kept'; day: WeekStart }
  /** Null: as in Discord. */
  | { kind: 'language-changed'; name: string | null }
  | { kind: 'unknown-language'; typed: string };
