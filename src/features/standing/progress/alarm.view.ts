// An alarm as the one line of evidence that its ticket shows.
import type { Words } from '#words/words.ts';
import type { Alarm } from './alarms.rules.ts';

/** `optionName` says what a reviewer calls the option at an index in file order. */
export function showEvidence({ alarm }: Words, found: Alarm, optionName: (index: number) => string): string {
  switch (found.kind) {
    case 'wrong-key':
      return alarm.wrongKey({ ...found, option: optionName(found.option) });
    case 'second-key':
      return alarm.secondKey({ ...found, option: optionName(found.option) });
    case 'rival-option':
      return alarm.rivalOption({ ...found, option: optionName(found.option) });
    case 'negative-discrimination':
      return alarm.negativeDiscrimination(found);
    case 'hardly-anybody-right':
      return alarm.hardlyAnybody(found);
    case 'nearly-everybody-right':
      return alarm.nearlyEverybody(found);
    case 'level':
      return alarm.level({ ...found, level: alarm.levels[found.level], fits: alarm.levels[found.fits] });
  }
}
