// What stops a command anywhere: the member may read why. Its words live in bot/refusal-view.ts.

export type RefusalReason =
  | { kind: 'server-only' }
  /** Nobody knows yet what they learn. */
  | { kind: 'no-course' }
  | { kind: 'not-allowed'; needs: 'manage-server' | 'manage-messages-or-asker' | 'write-here' }
  | { kind: 'bot-lacks-permission'; channelId: string; missing: readonly string[] }
  /** Discord does not say now whether they are one of those who review official questions. */
  | { kind: 'team-unknown' }
  | { kind: 'outdated-component' };

/** Thrown by commands and actions; caught once, in the router. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

/** Ends a start for a reason that whoever runs the bot can mend; its message is one plain line. */
export class StartRefused extends Error {}
