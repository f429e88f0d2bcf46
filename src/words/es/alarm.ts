// Lo que las respuestas dicen en contra de una pregunta, en una línea cada cosa: la prueba de un caso.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { percent } = forms;
const answers = (count: number) =>
  forms.plural(count, { one: '# primera respuesta', other: '# primeras respuestas' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const alarm: Words['alarm'] = {
  levels: { 1: 'fácil', 2: 'media', 3: 'difícil' },
  wrongKey: (of) =>
    `La opción ${of.option} se comporta como la solución en ${answers(of.answers)}: la elige el ${percent(of.weakest)} del tercio más flojo y el ${percent(of.best)} del mejor.`,
  secondKey: (of) =>
    `La opción ${of.option} se comporta como una segunda solución en ${answers(of.answers)}: la elige el ${percent(of.weakest)} del tercio más flojo y el ${percent(of.best)} del mejor.`,
  rivalOption: (of) =>
    `La opción ${of.option} va con el nivel de quien responde (${rounded(of.correlation)}) más que la solución (${rounded(of.ofKey)}), en ${answers(of.answers)}.`,
  negativeDiscrimination: (of) =>
    `La acierta más quien tiene menos nivel que quien tiene más: discriminación de ${rounded(of.discrimination)} en ${answers(of.answers)}.`,
  hardlyAnybody: (of) => `No la acierta casi nadie: el ${percent(of.shareRight)} de ${answers(of.answers)}.`,
  nearlyEverybody: (of) =>
    `La acierta casi todo el mundo: el ${percent(of.shareRight)} de ${answers(of.answers)}.`,
  level: (of) => `Está marcada como ${of.level}, pero es ${of.fits} según ${answers(of.answers)}.`,
};
