// Cards as notes for Anki: nothing of the bank may become markup, and nothing on the front tells the key.
import { describe, expect, it } from 'vitest';
import { type DeckSchedule, noteOf, scheduleOf } from '#features/asking/review/deck.rules.ts';
import { makePack, makeQuestion } from '../../../support/pack.ts';

const labels = { right: 'Right', why: 'Why', remember: 'Remember', read: 'Read' };
const pack = makePack();
const noteFor = (changes: Parameters<typeof makeQuestion>[0] = {}, schedule: DeckSchedule | null = null) =>
  noteOf(pack, { kind: 'question', question: makeQuestion(changes), schedule }, labels);

describe('a note', () => {
  it('has stem and options in front, and key, reason, takeaway and page behind', () => {
    const { front, back, tags, key } = noteFor();
    expect(front).toContain('<b>D.</b> Take way d');
    expect(front).not.toContain('does what the stem asks');
    expect(back).toContain('<b>Right:</b> <b>A.</b> Take way a');
    expect(back).toContain('<a href="https://docs.aws.amazon.com/lambda/latest/dg/welcome.html">');
    expect(back).not.toContain('Take way b');
    expect(tags).toEqual(['aws-developer-associate::1.1', 'concept-1']);
    expect(key).toBe('aws-developer-associate/question/q-1.1-001');
  });

  it('shows code as code, and everything else as it is written', () => {
    const stem = 'Is `a < b` & "c"?\n```json\n{ "x": "<y>" }\n```\n<script>alert(1)</script>';
    expect(noteFor({ stem }).front).toMatch(
      /^Is <code>a &lt; b<\/code> &amp; &quot;c&quot;\?<br><pre>\{ &quot;x&quot;: &quot;&lt;y&gt;&quot; \}<\/pre><br>&lt;script&gt;/,
    );
  });

  it('names all right options where there are several', () => {
    expect(noteFor({ keys: 2 }).back).toMatch(/<b>A\.<\/b>.*<b>B\.<\/b>/);
  });
});

describe('a schedule', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const dueAt = new Date('2026-11-30T00:00:00Z');

  it('is taken along in days: due, interval, reviews and lapses', () => {
    const history = { days: [20_000, 20_010, 20_770], grades: [3, 1, 3] };
    expect(scheduleOf({ history, dueAt }, now)).toEqual({
      dueInDays: 7,
      interval: 17,
      reviews: 3,
      lapses: 1,
    });
  });

  it('is none for a card that was never graded', () => {
    expect(scheduleOf({ history: { days: [], grades: [] }, dueAt }, now)).toBeNull();
  });
});
