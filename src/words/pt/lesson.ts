// Lições: a lista, as páginas e o que vem depois da leitura.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const lesson: Words['lesson'] = {
  command: {
    lesson: {
      name: 'lição',
      description: 'Leia o curso: módulos, lições, armadilhas e o essencial em cinco linhas',
    },
    which: {
      name: 'lição',
      description: 'Uma lição pelo número, título ou assunto; vazio mostra todas',
    },
  },
  title: 'Lições',
  progress: (done, lessons) => `${done} de ${lessons} concluídas`,
  chooseModule: 'Escolha um módulo',
  chooseLesson: 'Escolha uma lição',
  goOn: (id, title) => `Continuar: ${id} ${title}`,
  allModules: 'Todas as lições',
  page: (page, pages) => `página ${page} de ${pages}`,
  isDone: 'concluída',
  headings: {
    'The problem': 'O problema',
    'How it works': 'Como funciona',
    Figure: 'Visão geral',
    'Which one when': 'Qual usar e quando',
    'Two traps': 'Duas armadilhas',
    'Worked scenario': 'Cenário resolvido',
    'Check yourself': 'Teste-se',
    'In five lines': 'Em cinco linhas',
  },
  part: (heading, part, parts) => `${heading} (${part} de ${parts})`,
  back: 'Voltar',
  on: 'Próxima página',
  toEnd: 'Ir para o fim',
  concepts: 'Consulte um conceito desta lição',
  quiz: (size) => `Miniquiz: ${size}`,
  cards: (cards) => forms.plural(cards, { one: '# flashcard', other: '# flashcards' }),
  done: 'Concluir',
  undo: 'Desfazer conclusão',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: 'Para ouvir',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind}: ${title}` : `${kind}, ${minutes} min: ${title}`,
  kinds: { podcast: 'Podcast', talk: 'Palestra', course: 'Curso' },
  none: 'Ainda não há lições para esta edição do exame.',
  gone: 'Esta lição não faz mais parte do exame daqui: `/lição` mostra o que há.',
  unknown: (typed) =>
    `Não tenho lição sobre “${typed}”: comece a digitar em \`lição\` e escolha da lista, ou deixe vazio para ver todas.`,
};
