// Reencontrar questões e flashcards: o comando, os cartões, no que eles dão, o arquivo para o Anki.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const review: Words['review'] = {
  menu: 'Adicionar à minha revisão',
  command: {
    review: {
      name: 'revisão',
      description: 'Questões e flashcards que voltam antes que você os esqueça',
    },
    export: {
      name: 'exportar',
      description: 'Todos os seus cartões em um arquivo para o Anki, só para você',
    },
  },
  formats: { apkg: 'Pacote do Anki (.apkg)', text: 'Texto para o Anki (.txt)' },

  comesAgain: 'Ela volta amanhã na sua `/revisão`.',
  add: 'Adicionar à revisão',
  added: 'Adicionada: é a próxima na sua `/revisão`.',
  addedBefore: 'Ela já está na sua `/revisão` e vem quando for a hora.',
  gone: 'Esta questão não está mais no banco.',

  title: 'Revisão',
  flashcard: 'Flashcard',
  more: (cards) =>
    cards === 0 ? 'o último de hoje' : plural(cards, { one: 'mais # hoje', other: 'mais # hoje' }),
  rekeyed: 'A resposta certa desta questão mudou desde a última vez que você a viu: ela recomeça do zero.',
  retired: (cards) =>
    plural(cards, {
      one: '# cartão saiu da sua revisão: não está mais no banco.',
      other: '# cartões saíram da sua revisão: não estão mais no banco.',
    }),
  stale: 'Aquele cartão já tinha sido avaliado ou mudou: este é o que vem agora.',

  howSure: (mine) => `Você escolheu ${mine}. Quanta certeza você tem?`,
  sure: { guess: 'Chutei', unsure: 'Em dúvida', sure: 'Com certeza' },
  change: 'Mudar',
  show: 'Mostrar',
  grades: { again: 'De novo', hard: 'Difícil', good: 'Bom', easy: 'Fácil' },
  next: 'Próximo cartão',
  when: (when) => `Volta: ${when}`,
  guessed: 'Acertar no chute conta como ainda não saber.',
  leech: (lesson) => `Você já esqueceu este muitas vezes: releia a lição ${lesson}, isso ajuda mais.`,

  done: {
    title: 'Nada para hoje',
    enough: 'Por hoje chega: o resto espera sem problema.',
    next: (when) => `Próximo cartão: ${when}`,
    empty:
      'Sua revisão ainda está vazia: o que você errar entra automaticamente, e **Adicionar à revisão** sob uma resposta adiciona uma questão.',
    weakest: (domain) => `Enquanto isso, sua parte mais fraca merece uma questão: ${domain}.`,
    quiz: (domain) => `Quero uma: ${domain}`,
  },

  nextStep: (cards) => ({
    what: plural(cards, { one: 'Revise # cartão', other: 'Revise # cartões' }),
    why: plural(cards, {
      one: 'É para hoje: um pouco agora evita reaprender tudo depois.',
      other: 'São para hoje: um pouco agora evita reaprender tudo depois.',
    }),
    button: 'Revisar',
  }),
  exported: 'Seus cartões para o Anki',
  exportHow: (cards) =>
    plural(cards, {
      one: '# cartão. Abra no Anki com *Arquivo → Importar*: importar um arquivo mais novo atualiza os cartões e mantém sua agenda lá.',
      other:
        '# cartões. Abra no Anki com *Arquivo → Importar*: importar um arquivo mais novo atualiza os cartões e mantém sua agenda lá.',
    }),
  exportEmpty: 'Ainda não há nada para exportar: sua revisão não tem cartões.',
  anki: { right: 'Certa', why: 'Por quê', remember: 'Para lembrar', read: 'Leia' },
};
