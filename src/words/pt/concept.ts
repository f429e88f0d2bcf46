// A ficha de um conceito.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: {
      name: 'conceito',
      description: 'Consulte um conceito: o que é, onde é ensinado e quanto cai no exame',
    },
    which: { name: 'nome', description: 'O nome de um conceito, ou outra palavra para ele' },
  },
  taught: (lesson) => `Ensinado em **${lesson}**`,
  frequency: {
    high: 'Cai **muito** no exame',
    medium: 'Cai **de vez em quando** no exame',
    low: 'Cai **pouco** no exame',
  },
  questions: (count, code) =>
    plural(count, { one: `**#** questão para ${code}`, other: `**#** questões para ${code}` }),
  flashcards: (count) => plural(count, { one: '# flashcard', other: '# flashcards' }),
  ask: 'Quero uma questão',
  read: (lesson) => `Ler a lição ${lesson}`,
  page: 'Documentação',
  others: 'Mais da mesma lição',
  unknown: (typed) =>
    `Não conheço o conceito “${typed}”: comece a digitar em \`nome\` e escolha um da lista.`,
};
