// O que as respostas dizem contra uma questão, em uma linha cada: as provas de um ticket.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { percent } = forms;
const answers = (count: number) =>
  forms.plural(count, { one: '# primeira resposta', other: '# primeiras respostas' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const alarm: Words['alarm'] = {
  levels: { 1: 'fácil', 2: 'média', 3: 'difícil' },
  wrongKey: (of) =>
    `A alternativa ${of.option} se comporta como o gabarito em ${answers(of.answers)}: ${percent(of.weakest)} das escolhas do terço mais fraco, ${percent(of.best)} do melhor.`,
  secondKey: (of) =>
    `A alternativa ${of.option} se comporta como um segundo gabarito em ${answers(of.answers)}: ${percent(of.weakest)} das escolhas do terço mais fraco, ${percent(of.best)} do melhor.`,
  rivalOption: (of) =>
    `A alternativa ${of.option} acompanha o nível de quem responde (${rounded(of.correlation)}) mais do que o gabarito (${rounded(of.ofKey)}), em ${answers(of.answers)}.`,
  negativeDiscrimination: (of) =>
    `Quem sabe menos acerta mais do que quem sabe mais: discriminação de ${rounded(of.discrimination)} em ${answers(of.answers)}.`,
  hardlyAnybody: (of) => `Quase ninguém acerta: ${percent(of.shareRight)} de ${answers(of.answers)}.`,
  nearlyEverybody: (of) => `Quase todo mundo acerta: ${percent(of.shareRight)} de ${answers(of.answers)}.`,
  level: (of) => `Está marcada como ${of.level}; por ${answers(of.answers)}, é ${of.fits}.`,
};
