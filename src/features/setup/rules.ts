// What the set-up screen knows and says: the editions on offer, the state it shows, the notices it gives. Pure.
import { type Edition, findEdition, type Packs, questionsFor } from '#content/pack.ts';
import type { LocalDate } from '#lib/local-date.ts';
import type { LacksPermission, ShownSchedule } from '../daily/outcome.rules.ts';
import type { DateOutcome } from '../daily/rules.ts';
import type { BadOption } from '../daily/settings.rules.ts';
import { type ServerSettings, successorOf } from '../server/rules.ts';

/** A test question can be answered this long. */
export const TEST_OPEN_MS = 10 * 60_000;
/** A test that cannot be sent soon has failed. */
export const TEST_SEND_MS = 2 * 60_000;
export const SHOWN_CHANGES = 6;

export type EditionChoice = {
  /** "aws-developer-associate/c02" */
  value: string;
  examName: string;
  edition: Edition;
};

/** Every edition of every exam that is loaded. */
export function listEditions(content: Packs): EditionChoice[] {
  return [...content.values()].flatMap(({ exam }) =>
    exam.editions.map((edition) => ({ value: `${exam.id}/${edition.id}`, examName: exam.name, edition })),
  );
}

/** The edition chosen from the list or typed as its code ("dva-c03"); null when there is none like it. */
export function findChoice(choices: readonly EditionChoice[], typed: string): EditionChoice | null {
  const wanted = typed.trim().toLowerCase();
  return (
    choices.find(({ value, edition }) => value === wanted || edition.code.toLowerCase() === wanted) ?? null
  );
}

/** What autocomplete offers for an edition. */
export function completeEdition(content: Packs, typed: string): { name: string; value: string }[] {
  const wanted = typed.trim().toLowerCase();
  return listEditions(content)
    .map(({ value, examName, edition }) => ({ name: `${edition.code} – ${examName}`.slice(0, 100), value }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}

export { completeZone } from '../daily/settings.rules.ts';

export function splitChoice({ value }: EditionChoice): { exam: string; edition: string } {
  const [exam = '', edition = ''] = value.split('/');
  return { exam, edition };
}

export type SetupState = {
  server: ServerSettings;
  examName: string;
  /** Null when the pack no longer has the server's edition. */
  edition: Edition | null;
  questions: number;
  /** What to switch to, once the server's edition can no longer be sat. */
  successor: Edition | null;
  editions: EditionChoice[];
  schedules: ShownSchedule[];
};

export function describeServer(
  content: Packs,
  { server, schedules, today }: { server: ServerSettings; schedules: ShownSchedule[]; today: LocalDate },
): SetupState {
  const pack = content.get(server.exam);
  return {
    server,
    examName: pack?.exam.name ?? server.exam,
    edition: pack ? findEdition(pack.exam, server.edition) : null,
    questions: pack ? questionsFor(pack, server.edition, null).length : 0,
    successor: pack ? successorOf(pack.exam, server.edition, today) : null,
    editions: listEditions(content),
    schedules,
  };
}

/** What one command or control wants changed; what is left out stays. */
export type SetupChanges = {
  edition?: string;
  zone?: string;
  channelId?: string;
  time?: string;
  /** Null pings nobody. */
  roleId?: string | null;
};

export type Notice =
  | { kind: 'edition-changed'; code: string }
  | { kind: 'edition-kept'; code: string }
  | { kind: 'no-such-edition'; typed: string; codes: string[] }
  | { kind: 'zone-changed'; zone: string; moved: number }
  | { kind: 'unknown-zone'; typed: string; choices: string[] }
  | { kind: 'daily-saved'; channelId: string; isNew: boolean; held: DateOutcome | null }
  | { kind: 'channel-taken'; channelId: string }
  | { kind: 'channel-first' }
  | { kind: 'channel-kept' }
  | { kind: 'test-queued'; channelId: string }
  | { kind: 'no-question' }
  | LacksPermission
  | BadOption;

/** True when the bot may not ping the role of a question of the day: it is posted all the same. */
export type IsRoleSilent = (daily: { channelId: string; roleId: string | null }) => boolean;

export type ChannelCheck = { channelId: string; missing: string[] | 'no-channel' };

export type LoggedChange = {
  memberId: string;
  changedAt: Date;
  setting: string;
  before: string | null;
  after: string | null;
};
