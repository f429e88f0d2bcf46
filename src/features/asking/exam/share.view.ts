// What a member may show of an exam, and that alone.
import { button, buttons, card, type Message, showPicture, text } from '#bot/card.ts';
import { findEdition } from '#content/pack.ts';
import { PASS_MARK } from '#features/standing/progress/exam.rules.ts';
import { drawExamResult } from '#pictures/exam-result.ts';
import type { Tone } from '#pictures/node.ts';
import type { Picture } from '#pictures/picture.ts';
import type { Words } from '#words/words.ts';
import { type Ended, scoreOfEnded } from './ended.rules.ts';
import { examId } from './ids.ts';
import { LEAST_SCORE } from './results.rules.ts';
import { examTitle } from './screen.view.ts';

export type Summary = { what: 'score' | 'domains'; memberId: string; memberName: string };

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
export function showShared(words: Words, done: Ended, summary: Summary): Message {
  const { what, memberId } = summary;
  const { exam } = words;
  const { sitting, pack, outcome } = done;
  const score = scoreOfEnded(done);
  const edition = findEdition(pack.exam, sitting.edition);
  const domains = domainsOf(words, done).map(({ name, right, of, isMet }) => {
    const mark = isMet ? `✅ ${exam.result.meets}` : `⚠️ ${exam.result.needsWork}`;
    return `${exam.result.domain(name, right, of)} · ${mark}`;
  });
  const picture = pictureOf(words, done, summary);
  const shown = card(null, [
    text(
      exam.shared(`<@${memberId}>`, examTitle(words, pack, sitting)),
      `**${exam.result.right(outcome.right, outcome.items)}**`,
      score && edition && exam.result.score(score, edition.passScore),
      ...(what === 'domains' ? domains : []),
    ),
    showPicture(picture),
  ]);
  return { ...shown, pictures: [picture] };
}

/** What the text says, and no more. */
function pictureOf(words: Words, done: Ended, { what, memberName }: Summary): Picture {
  const { sitting, pack, outcome } = done;
  const score = scoreOfEnded(done);
  const edition = findEdition(pack.exam, sitting.edition);
  const scale = edition && { pass: edition.passScore, least: LEAST_SCORE, most: edition.maxScore };
  return drawExamResult(words, {
    title: examTitle(words, pack, sitting),
    below: memberName,
    right: outcome.right,
    of: outcome.items,
    score: score && scale ? { score: score.score, low: score.low, high: score.high, ...scale } : null,
    domains: what === 'domains' ? domainsOf(words, done) : [],
    medianSeconds: null,
  });
}

function domainsOf({ post }: Words, { sitting, pack, outcome }: Ended) {
  const edition = findEdition(pack.exam, sitting.edition);
  return outcome.domains.map(({ domain, right, items }) => {
    const known = edition?.domains.find(({ id }) => id === domain);
    return {
      name: known ? post.domain(domain, known.name) : domain,
      // safe: the loader admits colours in this form alone
      color: (known?.color ?? 'accent') as Tone,
      right,
      of: items,
      isMet: right >= PASS_MARK.mean * items,
    };
  });
}
