// A part of a server's set-up that another feature brings: its options, its controls, what it shows. Types only.
import type { APIApplicationCommandBasicOption } from 'discord.js';
import type { Part } from '#bot/card.ts';
import type { BotApp, CommandInteraction, ComponentInteraction, ShownModal } from '#bot/feature.ts';
import type { Db } from '#db/connect.ts';
import type { Words } from '#words/words.ts';

/** A sentence before its language is known. */
export type Sentence = (words: Words) => string;
export type Parts = (words: Words) => readonly (Part | null | false)[];

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
  /** Second part of the custom ids `setup:1:<control>` that are its own. */
  controls: readonly string[];
  /** Options of the set-up command, beside the server's own. */
  options: readonly APIApplicationCommandBasicOption[];
  /** What it shows on the set-up screen and on the status page. */
  screen(app: BotApp, interaction: CommandInteraction | ComponentInteraction): Promise<Parts>;
  status(app: BotApp, interaction: CommandInteraction): Promise<Parts>;
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
