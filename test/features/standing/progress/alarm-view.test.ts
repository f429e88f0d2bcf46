import { describe, expect, it } from 'vitest';
import { showEvidence } from '#features/standing/progress/alarm.view.ts';
import type { Alarm } from '#features/standing/progress/alarms.rules.ts';
import { wordsOf } from '#words/words.ts';

const found: Alarm[] = [
  { kind: 'wrong-key', answers: 31, option: 2, odds: 900, weakest: 0.2, best: 0.8 },
  { kind: 'second-key', answers: 80, option: 1, odds: 300, weakest: 0.25, best: 0.4 },
  { kind: 'rival-option', answers: 60, option: 4, correlation: 0.31, ofKey: -0.2 },
  { kind: 'negative-discrimination', answers: 44, discrimination: -0.56 },
  { kind: 'hardly-anybody-right', answers: 120, shareRight: 0.03 },
  { kind: 'nearly-everybody-right', answers: 200, shareRight: 0.99 },
  { kind: 'level', answers: 150, level: 3, fits: 1, difficulty: -1.4 },
];
const letter = (index: number) => 'ABCDEF'.charAt(index);

describe('the evidence of a ticket', () => {
  it.each(['en', 'de'] as const)('is one line in %s', (language) => {
    for (const alarm of found) {
      const line = showEvidence(wordsOf(language), alarm, letter);
      expect(line).not.toContain('\n');
      expect(line.length).toBeLessThan(200);
      expect(line).toContain(String(alarm.answers));
    }
  });

  it('names the option as a reviewer sees it', () => {
    expect(showEvidence(wordsOf('en'), found[0]!, letter)).toBe(
      'Option C behaves like the key in 31 first answers: 20% of the picks of the weakest third, 80% of the best.',
    );
    expect(showEvidence(wordsOf('de'), found[6]!, letter)).toBe(
      'Sie ist als schwer eingestuft und nach 150 ersten Antworten leicht.',
    );
  });
});
