// Ce que montre la fiche d’un ticket à côté de la question, et le salon où un serveur voit ses tickets et propositions.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const firstAnswers = (count: number) =>
  plural(count, { one: '# première réponse', other: '# premières réponses' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const ticket: Words['ticket'] = {
  statistics: 'Ce que disent les réponses',
  right: (answers, share) => `${percent(share)} de ${firstAnswers(answers)} : justes`,
  discrimination: (value) => `discrimination ${rounded(value)}`,
  thirds: (weakest, middle, best) => `tiers le plus faible ${weakest}, moyen ${middle}, meilleur ${best}`,
  links: 'Liens',
  versions: 'Versions',
  version: (version) => `version ${number(version)}`,
  made: {
    released: 'publiée',
    written: 'écrite',
    edited: 'modifiée',
    text: 'texte corrigé',
    key: 'corrigé changé',
    either: 'deux étaient justes',
    retired: 'retirée',
  },
  takenBack: 'annulé',
  look: 'La regarder',
  channel: {
    option: {
      name: 'salon',
      description: 'Où apparaissent signalements et propositions ; sans rôle ni salon : nulle part',
    },
    on: (channel) => `Les nouveaux signalements et propositions apparaissent dans ${channel}.`,
    off: 'Les nouveaux signalements et propositions n’apparaissent dans aucun salon.',
    choose: 'Salon des signalements et propositions (vide : aucun)',
    setting: 'salon de relecture',
    set: (channel) => `Les nouveaux signalements et propositions apparaissent désormais dans ${channel}.`,
    none: 'Les nouveaux signalements et propositions n’apparaissent plus dans aucun salon.',
    lacks: (channel, names) =>
      `Je ne peux pas afficher les signalements et propositions dans ${channel} : il m’y manque ${list(names)}.`,
    failed: (channel) =>
      `Le dernier signalement ou la dernière proposition n’a pas pu être affiché dans ${channel} : choisis un autre salon s’il n’existe plus.`,
    wrongChannel: (channel) =>
      `${channel} ne reçoit pas de messages : choisis un salon textuel ou d’annonces pour les signalements et propositions.`,
    failing: 'Les signalements et propositions ne s’affichent pas',
    goesOn:
      'Je réessaie toutes les heures ; rien n’est perdu : `/signalements` et `/question liste` les ont tous. `/configurer serveur` montre où ça en est.',
  },
};
