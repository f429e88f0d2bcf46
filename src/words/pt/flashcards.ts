// Flashcards: baralhos, frente e verso, notas.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: {
      name: 'flashcards',
      description: 'Estude um baralho de flashcards; sem tema, continua de onde você parou',
    },
    topic: {
      name: 'tema',
      description: 'Um domínio, módulo, lição ou conceito, ou os padrões que mais caem',
    },
  },
  title: 'Flashcards',
  intro: 'Responda de cabeça e depois veja: a resposta está na primeira linha, o porquê logo abaixo.',
  decks: { all: 'Todos os flashcards', high: 'Padrões que mais caem' },
  cards: (count) => plural(count, { one: '# cartão', other: '# cartões' }),
  chooseDeck: 'Escolha um baralho',
  choose: 'Outro baralho',
  position: (position, cards) => `${position} de ${cards}`,
  resumed: 'Continuando de onde você parou neste baralho.',
  startOver: 'Recomeçar',
  show: 'Mostrar',
  next: 'Próximo',
  grades: { again: 'De novo', hard: 'Difícil', good: 'Bom', easy: 'Fácil' },
  due: (when) => `O cartão anterior volta ${when}.`,
  page: 'Documentação',
  finished: 'Fim do baralho',
  seen: (deck, cards) => plural(cards, { one: `${deck}: # cartão`, other: `${deck}: # cartões` }),
  again: 'Mais uma vez',
  quiz: 'Miniquiz: 5',
  none: 'Ainda não há flashcards para esta edição do exame.',
  gone: 'Este cartão não faz mais parte do exame daqui.',
  unknown: (typed) =>
    `Não tenho flashcards sobre “${typed}”: comece a digitar em \`tema\` e escolha da lista.`,
};
