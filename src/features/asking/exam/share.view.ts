// What a member may show of an exam, and that alone.
import { button, buttons, card, type Message, text } from '#bot/card.ts';
import { findEdition } from '#content/pack.ts';
import { PASS_MARK } from '#features/standing/progress/exam.rules.ts';
import type { Words } from '#words/words.ts';
import { type Ended, scoreOfEnded } from './ended.rules.ts';
import { examId } from './ids.ts';
import { examTitle } from './screen.view.ts';

export type Summary = { what: 'score' | 'domains'; memberId: string };

export function showShare({ exam: { sharing } }: Words, { sitting }: Ended): Message {
  return card(null, [
    text(sharing.ask),
    buttons(
      button(examId(sitting.id, 'share', 'score'), sharing.score),
      button(examId(sitting.id, 'share', 'domains'), sharing.domains),
    ),
  ]);
}

/** A mention shows the member's name and pings nobody. */
export function showShared(words: Words, done: Ended, { what, memberId }: Summary): Message {
  const { exam, post } = words;
  const { sitting, pack, outcome } = done;
  const score = scoreOfEnded(done);
  const edition = findEdition(pack.exam, sitting.edition);
  const domains = outcome.domains.map(({ domain, right, items }) => {
    const name = edition?.domains.find(({ id }) => id === domain)?.name;
    const mark = right >= PASS_MARK.mean * items ? `✅ ${exam.result.meets}` : `⚠️ ${exam.result.needsWork}`;
    return `${name ? post.domain(domain, name) : domain}: ${mark}`;
  });
  return card(null, [
    text(
      exam.shared(`<@${memberId}>`, examTitle(words, pack, sitting)),
      `**${exam.result.right(outcome.right, outcome.items)}**`,
      score && edition && exam.result.score(score, edition.passScore),
      ...(what === 'domains' ? domains : []),
    ),
  ]);
}
