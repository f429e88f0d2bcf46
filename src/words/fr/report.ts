// Signaler une question : le bouton, le formulaire, le merci.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const report: Words['report'] = {
  button: 'Signaler',
  title: (id) => `Signaler la question ${id}`,
  what: 'Qu’est-ce qui ne va pas ?',
  kinds: {
    'wrong-key': 'La réponse marquée juste est fausse',
    outdated: 'Elle est dépassée',
    unclear: 'Elle n’est pas claire, ou deux réponses vont',
    typo: 'Coquille ou défaut d’affichage',
    other: 'Autre chose',
  },
  how: 'Qu’écrire à la place, et d’où le sais-tu ?',
  howHint: 'Un lien vers la documentation aide le plus.',
  chooseKind: '**Qu’est-ce qui ne va pas ?** Fais un choix.',
  blank: 'Dis en quelques mots ce qui ne va pas : un signalement vide n’aide personne.',
  reported:
    'Merci ! Ton signalement est enregistré, et l’équipe qui s’occupe des questions va le lire. Je te tiendrai au courant.',
  gone: 'Cette question n’est plus dans la banque : il n’y a plus rien à signaler.',
  tooMany: (limit) =>
    `Tu as signalé ${number(limit)} questions aujourd’hui, et on n’en lit pas davantage : continue demain.`,
  queue: {
    command: {
      name: 'signalements',
      description: 'Les questions signalées, pour l’équipe qui s’en occupe',
    },
    title: 'Questions signalées',
    empty: 'Rien n’attend : chaque question signalée a sa décision.',
    mayNot:
      'C’est réservé à l’équipe des questions : pour les packs de ce serveur, avec **Gérer le serveur** ou le rôle de relecture ; pour les officiels, les personnes qui font tourner ce bot.',
    line: (id, exam, reports) =>
      `**${id}** · ${exam} · ${plural(reports, { one: '# signalement', other: '# signalements' })}`,
    look: 'En regarder une',
    gone: 'Ce ticket n’existe plus, ou n’est pas pour toi.',
    ticket: (id, version) => `${id}, version ${number(version)}`,
    state: {
      open: 'Ouvert',
      rejected: 'Rejeté',
      amended: 'Texte corrigé',
      rekeyed: 'Corrigé changé',
      either: 'Deux étaient justes',
      retired: 'Question retirée',
    },
    reports: 'Ce qui a été signalé',
    noReports: 'Il ne reste aucun signalement.',
    answers: (answers) => plural(answers, { one: '# réponse', other: '# réponses' }),
    picked: (share) => percent(share),
    reject: 'Rejeter',
    fixText: 'Corriger le texte',
    changeKey: 'Changer le corrigé',
    twoRight: 'Deux sont justes',
    retire: 'Retirer',
    undo: 'Annuler la décision',
    back: 'Retour à la liste',
    chooseKey: 'Lesquelles sont justes ?',
    chooseSecond: 'Quelle autre est juste aussi ?',
    rejectTitle: 'Rejeter les signalements',
    rejectReason: 'Pourquoi elle est juste ainsi, avec un lien',
    textTitle: 'Corriger le texte',
    stem: 'Situation et question',
    options: 'Options, une par ligne, dans leur ordre',
    dryTitle: 'Ce qui se passerait',
    dry: (answers, members) =>
      `${plural(answers, { one: '# réponse devient juste', other: '# réponses deviennent justes' })}, de ${plural(members, { one: '# membre', other: '# membres' })}.`,
    places: (places, boards) =>
      `${plural(places, { one: '# place change', other: '# places changent' })} dans ${plural(boards, { one: '# classement', other: '# classements' })} ; aucune série ne change.`,
    keeps:
      'Une réponse juste selon l’ancien corrigé garde ses points. La décision peut s’annuler pendant 24 heures.',
    eitherRetires:
      'La question n’est plus posée tant que son texte n’est pas corrigé : avec deux bonnes options, c’est impossible.',
    stale: 'Quelqu’un a répondu entre-temps : voici ce que ça donnerait maintenant.',
    doIt: 'Le faire',
    noKey: 'Choisis un autre corrigé que l’actuel : d’une à trois options, et pas toutes.',
    done: {
      rejected: 'Rejeté. Les membres qui l’ont signalée sont prévenus.',
      amended:
        'Corrigée : elle est désormais posée sous sa nouvelle forme. Les membres qui l’ont signalée sont prévenus.',
      rekeyed:
        'Le corrigé est changé. Les réponses sont réévaluées, les classements suivent en moins d’une minute, et les membres qui l’ont signalée sont prévenus.',
      either:
        'Les deux comptent. Les réponses sont réévaluées, les classements suivent en moins d’une minute, et les membres qui l’ont signalée sont prévenus.',
      retired: 'Elle n’est plus posée ; ses réponses restent. Les membres qui l’ont signalée sont prévenus.',
      open: 'À nouveau ouvert.',
    },
    undone: 'Annulé : les réponses retrouvent leur évaluation d’avant, et la question est posée comme avant.',
    tooLate: 'Ça ne s’annule que pendant 24 heures, et seulement une fois terminé.',
    decidedBefore: 'Quelqu’un d’autre a tranché ce ticket entre-temps.',
    changedSince: 'La question a changé entre-temps, donc rien n’a été fait. Regarde où elle en est.',
    optionsMustStay: 'Garde le nombre et l’ordre des options : ici, seuls leurs textes peuvent changer.',
    notedKey: (letters) =>
      `-# Rectifié après coup. Corrigé : **${letters}**. Si c’était ton choix, tu as les points.`,
    again: 'Tu as peut-être déjà lu ceci :',
    told: {
      rejected: (id, reason) =>
        `Tu as signalé la question ${id}. Après examen, elle reste telle quelle : ${reason}`,
      amended: (id) => `Tu as signalé la question ${id} : son texte a été corrigé. Merci !`,
      rekeyed: (id) =>
        `Tu as signalé la question ${id}, et tu avais raison : son corrigé a changé, et les réponses ont été réévaluées. Merci !`,
      either: (id) =>
        `Tu as signalé la question ${id}, et tu avais raison : deux options conviennent, et les deux comptent désormais. Merci !`,
      retired: (id) => `Tu as signalé la question ${id} : elle n’est plus posée. Merci !`,
      open: (id) => `La question ${id}, que tu as signalée, est à nouveau examinée.`,
    },
  },
};
