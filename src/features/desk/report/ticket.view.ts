// A ticket: its question with its key, and all that speaks for and against it.
import {
  button,
  buttons,
  card,
  divider,
  MAX_TEXT,
  type Message,
  plain,
  shorten,
  text,
  textLength,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { keyOf, type Pack, type Question } from '#content/pack.ts';
import { LETTERS } from '#features/record/post/rules.ts';
import { RIGHT, WRONG } from '#features/record/post/view.ts';
import { showEvidence } from '#features/standing/progress/alarm.view.ts';
import type { Alarm } from '#features/standing/progress/alarms.rules.ts';
import type { QuestionStatistics } from '#features/standing/progress/statistics.rules.ts';
import type { Words } from '#words/words.ts';
import type { VersionStep } from './history.rules.ts';
import { isReportKind } from './rules.ts';
import type { TicketStatus } from './ticket.rules.ts';

export type ShownTicket = {
  ticket: { id: number; questionVersion: number; status: TicketStatus };
  pack: Pack;
  question: Question;
  reports: readonly { kind: string; text: string }[];
  picks: ReadonlyMap<string, number>;
  answers: number;
  undo: object | null;
  alarm: Alarm | null;
  statistics: QuestionStatistics | null;
  history: readonly VersionStep[];
};

/** How much of each is shown; what is shortest in words goes last. */
const ROOM = [
  { reports: 8, versions: 8, links: true, thirds: true, stem: 700, option: 220 },
  { reports: 4, versions: 4, links: true, thirds: true, stem: 700, option: 220 },
  { reports: 4, versions: 4, links: true, thirds: true, stem: 700, option: 140 },
  { reports: 2, versions: 2, links: true, thirds: true, stem: 500, option: 100 },
  { reports: 2, versions: 2, links: false, thirds: true, stem: 300, option: 80 },
  { reports: 1, versions: 1, links: false, thirds: true, stem: 150, option: 40 },
  { reports: 0, versions: 1, links: false, thirds: false, stem: 100, option: 40 },
] as const;
type Room = (typeof ROOM)[number];

type Around = {
  note: string | null;
  /** For one reader, who may decide; else for a channel, whose card opens that. */
  isForReviewer: boolean;
};

/** For a reviewer, with what they may do; as much as fits. */
export function showTicket(words: Words, shown: ShownTicket, note: string | null = null): Message {
  return fitting((room) => ticketCard(words, { ...shown, note, isForReviewer: true }, room));
}

/** For the channel of those who review. */
export function showTicketCard(words: Words, shown: ShownTicket): Message {
  return fitting((room) => ticketCard(words, { ...shown, note: null, isForReviewer: false }, room));
}

/** Opens it privately; what only its card has. */
export function openId(ticketId: number): string {
  return customId('ticketopen', 1, ticketId);
}

function fitting(build: (room: Room) => Message): Message {
  const built = ROOM.map(build);
  const fits = built.find((message) => textLength(message) <= MAX_TEXT) ?? built.at(-1);
  if (!fits) throw new Error('nothing to show');
  return fits;
}

function ticketCard(words: Words, shown: ShownTicket & Around, room: Room): Message {
  const { queue } = words.report;
  const { ticket, pack, question, note } = shown;
  const heading = [
    plain(pack.exam.name),
    queue.ticket(question.id, ticket.questionVersion),
    queue.state[ticket.status],
  ];
  const accent = ticket.status === 'rejected' ? WRONG : RIGHT;
  return card(ticket.status === 'open' ? null : accent, [
    note !== null && text(`**${note}**`),
    text(`-# ${heading.join(' · ')}`, plain(shorten(question.stem, room.stem))),
    text(...optionsOf(words, shown, room)),
    divider(),
    text(
      shown.alarm !== null && `⚠️ ${showEvidence(words, shown.alarm, (index) => LETTERS[index] ?? '')}`,
      ...statisticLines(words, shown),
    ),
    text(`**${queue.reports}**`, ...reportLines(words, shown.reports.slice(0, room.reports))),
    room.links && question.references.length > 0 && text(`**${words.ticket.links}**`, ...linksOf(question)),
    shown.history.length > 0 &&
      text(`**${words.ticket.versions}**`, ...versionLines(words, shown.history.slice(0, room.versions))),
    ...controlsOf(words, shown),
  ]);
}

function controlsOf(words: Words, { ticket, question, undo, isForReviewer }: ShownTicket & Around) {
  const { queue } = words.report;
  const id = (name: string) => customId(name, 1, ticket.id);
  if (!isForReviewer) return [buttons(button(openId(ticket.id), words.ticket.look, { style: 'primary' }))];
  return [
    ticket.status === 'open' &&
      buttons(
        button(id('ticketreject'), queue.reject),
        button(id('tickettext'), queue.fixText),
        button(id('ticketkey'), queue.changeKey, { style: 'primary' }),
        keyOf(question).length === 1 && button(id('ticketeither'), queue.twoRight),
        button(id('ticketretire'), queue.retire, { style: 'danger' }),
      ),
    buttons(
      undo !== null && button(id('ticketundo'), queue.undo, { style: 'danger' }),
      button(customId('ticketqueue', 1), queue.back),
    ),
  ];
}

function optionsOf(words: Words, shown: ShownTicket, room: Room): string[] {
  const { question, picks, answers } = shown;
  return question.options.map((option, index) => {
    const mark = option.correct ? `✅ ${words.post.right}` : `❌ ${words.post.wrong}`;
    const share = answers > 0 ? ` · ${words.report.queue.picked((picks.get(option.id) ?? 0) / answers)}` : '';
    const thirds = room.thirds && thirdsLine(words, shown, index);
    const line = `**${LETTERS[index]}.** ${plain(shorten(option.text, room.option))} — ${mark}${share}`;
    return thirds ? `${line}\n-# ${thirds}` : line;
  });
}

/** Options lie in the file in the order of their tally. */
function thirdsLine({ ticket, forms }: Words, { statistics }: ShownTicket, option: number): string | null {
  const [weakest, middle, best] = statistics?.optionShares ?? [];
  if (!weakest && !middle && !best) return null;
  const share = (third: readonly number[] | null | undefined) =>
    third ? forms.percent(third[option] ?? 0) : '–';
  return ticket.thirds(share(weakest), share(middle), share(best));
}

function statisticLines({ ticket, report }: Words, { answers, statistics }: ShownTicket): string[] {
  const all = report.queue.answers(answers);
  if (statistics?.shareRight == null) return [`-# ${all}`];
  const { discrimination } = statistics;
  const said = [
    all,
    ticket.right(statistics.answers, statistics.shareRight),
    ...(discrimination === null ? [] : [ticket.discrimination(discrimination)]),
  ];
  return [`**${ticket.statistics}**`, said.join(' · ')];
}

function reportLines({ report }: Words, reports: ShownTicket['reports']): string[] {
  if (reports.length === 0) return [`-# ${report.queue.noReports}`];
  return reports.map(({ kind, text: said }) => {
    const what = isReportKind(kind) ? report.kinds[kind] : kind;
    return `- ${what}: ${plain(shorten(said.replaceAll('\n', ' '), 250))}`;
  });
}

function linksOf({ references }: Question): string[] {
  return references.slice(0, 3).map((url) => `-# ${plain(url)}`);
}

function versionLines({ ticket }: Words, history: readonly VersionStep[]): string[] {
  return history.map(({ version, made, at, by, isUndone }) => {
    const said = [ticket.version(version), ticket.made[made], timestamp(at, 'f')];
    const more = [...(by === null ? [] : [`<@${by}>`]), ...(isUndone ? [ticket.takenBack] : [])];
    return `-# ${[...said, ...more].join(' · ')}`;
  });
}
