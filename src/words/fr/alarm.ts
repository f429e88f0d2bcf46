// Ce que les réponses disent contre une question, en une ligne chacune : les indices d’un ticket.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { percent } = forms;
const answers = (count: number) =>
  forms.plural(count, { one: '# première réponse', other: '# premières réponses' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const alarm: Words['alarm'] = {
  levels: { 1: 'facile', 2: 'moyenne', 3: 'difficile' },
  wrongKey: (of) =>
    `L’option ${of.option} se comporte comme la bonne réponse, sur ${answers(of.answers)} : ${percent(of.weakest)} des choix du tiers le plus faible, ${percent(of.best)} de ceux du meilleur.`,
  secondKey: (of) =>
    `L’option ${of.option} se comporte comme une seconde bonne réponse, sur ${answers(of.answers)} : ${percent(of.weakest)} des choix du tiers le plus faible, ${percent(of.best)} de ceux du meilleur.`,
  rivalOption: (of) =>
    `L’option ${of.option} est plus liée au niveau (${rounded(of.correlation)}) que la bonne réponse (${rounded(of.ofKey)}), sur ${answers(of.answers)}.`,
  negativeDiscrimination: (of) =>
    `Le bas du groupe la réussit plus souvent que le haut : discrimination de ${rounded(of.discrimination)} sur ${answers(of.answers)}.`,
  hardlyAnybody: (of) =>
    `Presque personne ne la réussit : ${percent(of.shareRight)} sur ${answers(of.answers)}.`,
  nearlyEverybody: (of) =>
    `Presque tout le monde la réussit : ${percent(of.shareRight)} sur ${answers(of.answers)}.`,
  level: (of) => `Elle est classée ${of.level}, mais se révèle ${of.fits} sur ${answers(of.answers)}.`,
};
