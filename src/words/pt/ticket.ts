// O que o cartão de um ticket mostra além da questão, e o canal em que um servidor vê seus tickets e sugestões.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const firstAnswers = (count: number) =>
  plural(count, { one: '# primeira resposta', other: '# primeiras respostas' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const ticket: Words['ticket'] = {
  statistics: 'O que as respostas dizem',
  right: (answers, share) => `${percent(share)} de ${firstAnswers(answers)}: certas`,
  discrimination: (value) => `discriminação ${rounded(value)}`,
  thirds: (weakest, middle, best) => `terço mais fraco ${weakest}, médio ${middle}, melhor ${best}`,
  links: 'Links',
  versions: 'Versões',
  version: (version) => `versão ${number(version)}`,
  made: {
    released: 'publicada',
    written: 'escrita',
    edited: 'modificada',
    text: 'texto corrigido',
    key: 'gabarito alterado',
    either: 'duas certas',
    retired: 'aposentada',
  },
  takenBack: 'desfeito',
  look: 'Ver',
  channel: {
    option: {
      name: 'canal',
      description: 'Onde aparecem os novos relatos e sugestões; sem cargo nem canal, em nenhum',
    },
    on: (channel) => `Os novos relatos e sugestões aparecem em ${channel}.`,
    off: 'Os novos relatos e sugestões não aparecem em nenhum canal.',
    choose: 'Canal para relatos e sugestões (vazio: nenhum)',
    setting: 'canal da curadoria',
    set: (channel) => `A partir de agora, os novos relatos e sugestões aparecem em ${channel}.`,
    none: 'Os novos relatos e sugestões não aparecem mais em nenhum canal.',
    lacks: (channel, names) =>
      `Não consigo mostrar relatos e sugestões em ${channel}: lá não tenho permissão para ${list(names)}.`,
    failed: (channel) =>
      `O último relato ou sugestão não pôde ser mostrado em ${channel}: se o canal não existe mais, escolha outro.`,
    wrongChannel: (channel) =>
      `${channel} não é um canal de mensagens: escolha um canal de texto ou de anúncios para os relatos e sugestões.`,
    failing: 'Os relatos e sugestões não foram mostrados',
    goesOn:
      'Tento de novo a cada hora; nada se perde: `/fila-de-relatos` e `/questão lista` têm todos. `/configurar servidor` mostra como está.',
  },
};
