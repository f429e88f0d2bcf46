// The evidence of an alarm in one line.
import type { Words } from '#words/words.ts';
import type { Alarm } from './alarms.rules.ts';

const LETTERS = 'abcdef';

export function sayAlarm({ progress: { alarm: words } }: Words, alarm: Alarm): string {
  switch (alarm.kind) {
    case 'wrong-key':
    case 'second-key': {
      const { weakest, best, answers, odds } = alarm;
      const option = optionId(alarm.option);
      return `${words.keyOdds(option, { odds: Math.round(odds), answers })} ${words.keyShares(weakest, best)}`;
    }
    case 'negative-discrimination':
      return words.discrimination(hundredths(alarm.discrimination), alarm.answers);
    case 'rival-option': {
      const { correlation, ofKey, answers } = alarm;
      const found = { correlation: hundredths(correlation), ofKey: hundredths(ofKey) };
      return words.rival(optionId(alarm.option), found, answers);
    }
    case 'hardly-anybody-right':
    case 'nearly-everybody-right':
      return words.share(alarm.shareRight, alarm.answers);
    case 'level':
      return words.level(alarm, alarm.answers);
  }
}

/** As the question's file calls it: options lie there in the order of their ids. */
function optionId(index: number): string {
  return LETTERS[index] ?? String(index + 1);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
