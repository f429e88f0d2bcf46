// Was Antworten gegen eine Frage sagen, in je einer Zeile: der Beleg eines Tickets.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { percent } = forms;
const answers = (count: number) =>
  forms.plural(count, { one: '# ersten Antwort', other: '# ersten Antworten' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const alarm: Words['alarm'] = {
  levels: { 1: 'leicht', 2: 'mittel', 3: 'schwer' },
  wrongKey: (of) =>
    `Option ${of.option} verhält sich in ${answers(of.answers)} wie die Lösung: ${percent(of.weakest)} der Antworten im schwächsten Drittel, ${percent(of.best)} im besten.`,
  secondKey: (of) =>
    `Option ${of.option} verhält sich in ${answers(of.answers)} wie eine zweite Lösung: ${percent(of.weakest)} der Antworten im schwächsten Drittel, ${percent(of.best)} im besten.`,
  rivalOption: (of) =>
    `Option ${of.option} hängt stärker mit dem Können zusammen (${rounded(of.correlation)}) als die Lösung (${rounded(of.ofKey)}), nach ${answers(of.answers)}.`,
  negativeDiscrimination: (of) =>
    `Schwächere liegen öfter richtig als Stärkere: Trennschärfe ${rounded(of.discrimination)} nach ${answers(of.answers)}.`,
  hardlyAnybody: (of) => `Kaum jemand liegt richtig: ${percent(of.shareRight)} von ${answers(of.answers)}.`,
  nearlyEverybody: (of) => `Fast alle liegen richtig: ${percent(of.shareRight)} von ${answers(of.answers)}.`,
  level: (of) => `Sie ist als ${of.level} eingestuft und nach ${answers(of.answers)} ${of.fits}.`,
};
