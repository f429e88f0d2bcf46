// A line of a server's set-up that another feature brings: how it stands, what does it in place, its options. Types only.
import type { APIApplicationCommandBasicOption } from 'discord.js';
import type { Button, Part } from '#bot/card.ts';
import type { Lacking } from '#bot/channel-permissions.ts';
import type { BotApp, CommandInteraction, ComponentInteraction, ShownModal } from '#bot/feature.ts';
import type { Db } from '#db/connect.ts';
import type { Words } from '#words/words.ts';
import type { Standing } from './rules.ts';

/** A sentence before its language is known. */
export type Sentence = (words: Words) => string;
type Parts = (words: Words) => readonly (Part | null | false)[];

/** A channel that is written in, and what the bot lacks there now. */
export type CheckedChannel = { channelId: string; lacking: Lacking };

export type ChecklistLine = {
  standing: Standing;
  title: Sentence;
  /** What is so now and what is wrong, the most important first: of a long checklist only that is said. */
  facts(words: Words): readonly (string | null | false)[];
  /** Said as well while the line is open. */
  details?(words: Words): readonly (string | null | false)[];
  /** What does it in place, while the line is open. */
  controls: Parts;
  /** Buttons that stand below the checklist, whichever line is open. */
  always?(words: Words): readonly Button[];
  /** All that it writes in: looked at by the line on permissions. */
  channels: readonly CheckedChannel[];
};

/** One line of the log of changes, as it is stored. */
export type LoggedChange = {
  memberId: string;
  changedAt: Date;
  setting: string;
  before: string | null;
  after: string | null;
};

/** What came of one change: a refused one takes the others of the same command with it. */
export type Changed = { sentence: Sentence; isRefused: boolean };

type Pressed = { kind: 'notices'; notices: readonly Sentence[] } | { kind: 'modal'; modal: ShownModal };

export type SetupSection = {
  /** Names its line in custom ids. */
  name: string;
  /** A server may well do without it: its line comes last, and is never still to be done. */
  isOptional: boolean;
  /** Second part of the custom ids `setup:1:<control>` that are its own. */
  controls: readonly string[];
  /** Options of the set-up command, beside the server's own. */
  options: readonly APIApplicationCommandBasicOption[];
  /** How it stands at this moment, looked at anew each time. */
  line(app: BotApp, interaction: CommandInteraction | ComponentInteraction): Promise<ChecklistLine>;
  /** Does what its options of the command say, in the transaction of the whole command; empty when none was given. */
  change(app: BotApp, interaction: CommandInteraction): Promise<readonly Changed[]>;
  /** Does what a press of one of its controls says. */
  press(app: BotApp, interaction: ComponentInteraction, control: string): Promise<Pressed>;
  /** In the transaction that moves the server's zone; says what followed it. */
  zoneMoved(
    tx: Db,
    moved: { serverId: string; before: string; after: string; now: Date },
  ): Promise<Sentence | null>;
  /** Where the whole server can be told something; null when there is no such channel. */
  noticeChannel(db: Db, serverId: string): Promise<string | null>;
  /** A change that it logged, in words; null when the setting is not its own. */
  logged(words: Words, change: LoggedChange): { what: string; before: string[]; after: string[] } | null;
};
