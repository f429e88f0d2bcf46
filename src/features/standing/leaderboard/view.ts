// A leaderboard in words: ten lines, the caller's own place, when it starts anew; controls.view.ts is what moves it.
import { card, divider, type Message, plain, showPicture, text } from '#bot/card.ts';
import { accentColorOf, type Domain } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import type { BoardOutcome, Entry, OwnPlace } from './board.rules.ts';
import { showControls } from './controls.view.ts';
import {
  besidesOf,
  domainOf,
  type Measure,
  measureOf,
  nameDomain,
  nameNobody,
  type Page,
  type Shown,
} from './measure.view.ts';
import { pictureOf } from './picture.view.ts';
import type { Ranked } from './rules.ts';

export const ACCENT = 0xf0e442;

export function showBoard(words: Words, outcome: BoardOutcome, { rankings, isAlone }: Shown): Message {
  switch (outcome.kind) {
    case 'unknown-domain': {
      const names = outcome.domains.map((domain) => plain(nameDomain(words, domain)));
      return card(null, [text(words.leaderboard.unknownDomain(plain(outcome.typed), names))]);
    }
    case 'board': {
      const ranking = rankings.find(({ metric }) => metric === outcome.metric);
      return showPage({ words, board: outcome, said: measureOf(words, outcome, ranking), rankings, isAlone });
    }
  }
}

/** The same for packs of the server's own. */
export function offerPacks(packs: readonly { exam: string; name: string }[], typed: string) {
  return packs
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ exam, name }) => ({ name, value: exam }));
}

/** What autocomplete offers for a domain. */
export function offerDomains(words: Words, domains: readonly Domain[], typed: string) {
  return domains
    .map((domain) => ({ name: nameDomain(words, domain).slice(0, 100), value: domain.id }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}

function showPage(page: Page): Message {
  const { words, board, said } = page;
  const { leaderboard } = words;
  const picture = pictureOf(page);
  const domain = domainOf(board);
  const shown = card(domain ? accentColorOf(domain) : ACCENT, [
    text(`### ${leaderboard.title(said.title)}`, said.scope),
    picture && showPicture(picture),
    divider(),
    board.rows.length > 0
      ? text(...board.rows.map((row, index) => rowLine(page, row, index)))
      : text(said.empty),
    divider(),
    text(
      ownLine(page),
      `-# ${board.isPrivate ? `${said.rule} ${leaderboard.privately}` : said.rule}`,
      !board.isChecked && `-# ${leaderboard.unchecked}`,
    ),
    ...showControls(words, board, page.rankings),
  ]);
  return picture ? { ...shown, pictures: [picture] } : shown;
}

/** Beside the number, which says the same. */
export const MEDALS: Readonly<Record<number, string>> = { 1: '🥇 ', 2: '🥈 ', 3: '🥉 ' };

function rowLine(page: Page, row: Ranked<Entry>, index: number): string {
  const { words, board, said } = page;
  const { leaderboard } = words;
  const isTied = [board.rows[index - 1], board.rows[index + 1]].some((other) => other?.rank === row.rank);
  const name = row.visibility === 'visible' ? `<@${row.memberId}>` : nameNobody(words, board, row);
  const medal = MEDALS[row.rank] ?? '';
  const parts = [
    said.worth(row),
    ...besidesOf(page, row).map(({ whole }) => whole),
    ...(isTied ? [leaderboard.tied] : []),
  ];
  return `${medal}**${row.rank}.** ${name} – ${parts.join(' · ')}`;
}

/** In the open the caller is named, since others read it too; alone they are "you". */
function ownLine({ words, board, said, isAlone }: Page): string {
  const { leaderboard } = words;
  const name = isAlone ? leaderboard.ownName : `<@${board.callerId}>`;
  return leaderboard.own(name, ownPlace(words, board.own, said));
}

function ownPlace({ leaderboard }: Words, own: OwnPlace, said: Measure): string {
  switch (own.kind) {
    case 'ranked':
      return (own.isExact ? leaderboard.rank : leaderboard.aboutRank)(own.entry.rank, said.worth(own.entry));
    case 'too-few':
      return leaderboard.tooFew(own.rated, own.needed);
    case 'nothing-yet':
      return said.nothing;
  }
}
