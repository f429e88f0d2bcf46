// What can come of an admin's command on schedules: types only, made by actions and worded by views.
import type { LocalDate } from '#lib/local-date.ts';
import type { CannotPost, DateOutcome, Occurrence, ScheduleSettings, ScheduleStatus } from './rules.ts';
import type { BadOption } from './settings.rules.ts';

/** A schedule as admins see it. */
export type ShownSchedule = ScheduleSettings & {
  status: ScheduleStatus;
  skipDate: LocalDate | null;
  /** The newest date that was settled. */
  lastDate: LocalDate | null;
  lastPost: { status: string; failure: string | null; retryAt: Date | null } | null;
  /** Why the last key could not be shown; null when it was. */
  lastReveal: string | null;
  /** Its role was deleted: it is posted without. */
  isRoleGone?: boolean;
  /** What kept its question from being sent is mended: it is being sent now. */
  isMended?: boolean;
};

export type LacksPermission = Extract<CannotPost, { kind: 'lacks-permission' }>;
/** Whoever may not mention a role may not have the bot do it either. */
type RoleRefused = { kind: 'role-refused'; roleId: string };
/** No schedule in the channel that was meant; the others are named. */
export type NotFound = {
  kind: 'none-here';
  /** The channel that was named; null when it was the one of the command. */
  wanted: string | null;
  channelIds: string[];
};

export type SetOutcome =
  | {
      kind: 'set';
      isChange: boolean;
      settings: ScheduleSettings;
      next: Occurrence[];
      /** What became of today's date already, when it would come again otherwise. */
      held: DateOutcome | null;
    }
  | { kind: 'too-many'; max: number }
  | { kind: 'taken-just-now' }
  | { kind: 'gone-just-now' }
  | CannotPost
  | RoleRefused
  | BadOption;

export type ChangeOutcome =
  | NotFound
  | { kind: 'gone-just-now' }
  | { kind: 'paused' | 'paused-already' | 'removed' | 'skips-already'; schedule: ScheduleSettings }
  | { kind: 'resumed' | 'unskipped' | 'runs-already'; schedule: ScheduleSettings; next: Occurrence[] }
  | { kind: 'skipped'; schedule: ScheduleSettings; skipped: Occurrence; next: Occurrence[] };

export type ExtraOutcome =
  | NotFound
  | CannotPost
  | { kind: 'too-soon'; schedule: ScheduleSettings; at: Date }
  | { kind: 'sent-on'; schedule: ScheduleSettings }
  /** Silent: its role was pinged by another one today. */
  | { kind: 'queued'; schedule: ScheduleSettings; closesAt: Date; isSilent: boolean }
  | { kind: 'on-its-way'; schedule: ScheduleSettings }
  | { kind: 'no-question' }
  | { kind: 'gone-just-now' };

export type PreviewOutcome =
  | NotFound
  | { kind: 'no-question' }
  | {
      kind: 'preview';
      schedule: ScheduleSettings;
      status: ScheduleStatus;
      next: Occurrence[];
      /** The domain whose turn it is; the question itself is drawn only when it is posted. */
      domain: { id: string; name: string; weight: number };
      isExhausted: boolean;
    };

export type Recap = {
  postId: number;
  serverId: string;
  channelId: string;
  /** The question's thread, which has the message's id; null when it has none. */
  threadId: string | null;
  answers: number;
  right: number;
  /** `posted` when the next question stands in the channel already: most close when it comes. */
  next: Occurrence | 'posted' | null;
};

export type TestOutcome =
  | CannotPost
  | { kind: 'test-too-soon'; channelId: string; at: Date }
  | { kind: 'channel-first' }
  | { kind: 'no-question' }
  | { kind: 'test-queued'; channelId: string };

/** What came of a change on the set-up screen. */
export type SectionOutcome =
  | TestOutcome
  | BadOption
  | RoleRefused
  | ChangeOutcome
  | { kind: 'channel-taken'; channelId: string }
  | { kind: 'channel-kept' }
  | { kind: 'daily-saved'; channelId: string; isNew: boolean; held: DateOutcome | null };
