// Uma questão postada: aberta, fechada, revelada.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, percent, plural } = forms;

export const post: Words['post'] = {
  select: { 1: 'Marque UMA', 2: 'Marque DUAS', 3: 'Marque TRÊS' },
  difficulty: { 1: 'fácil', 2: 'média', 3: 'difícil' },
  worth: (difficulty, points) => `${difficulty} (${plural(points, { one: '# ponto', other: '# pontos' })})`,
  domain: (id, name) => `Domínio ${id}: ${name}`,
  source: {
    round: (position, size) => `Questão ${position} de ${size}`,
    privateRound: (position, size) => `Questão ${position} de ${size}, só para você`,
    private: 'Só para você',
    daily: 'Questão do dia',
    dailyLate: 'Questão do dia (postada com atraso)',
    test: 'Postagem de teste, sem pontos',
  },
  closed: 'fechada',
  closes: (when) => `fecha ${when}`,
  answered: (count) =>
    count === 0 ? 'ninguém respondeu ainda' : plural(count, { one: '# respondeu', other: '# responderam' }),
  closeNow: 'Fechar agora',
  endRound: 'Encerrar rodada',
  fewer: (count) =>
    plural(count, {
      one: 'Só há # questão sobre isto.',
      other: 'Só há # questões sobre isto: vêm todas.',
    }),
  choose: {
    1: 'Escolha UMA alternativa',
    2: 'Escolha DUAS alternativas',
    3: 'Escolha TRÊS alternativas',
  },
  right: 'certa',
  wrong: 'errada',
  chosenBy: (count, all, share) => `${count} de ${all} (${percent(share)})`,
  remember: '**Para lembrar:**',
  nobody: 'Ninguém respondeu a esta.',
  result: (right, all, share) =>
    plural(all, {
      one: `**${right} de #** resposta certa (${percent(share)}).`,
      other: `**${right} de #** respostas certas (${percent(share)}).`,
    }),
  rightMembers: (names) => `Acertaram: ${list(names)}`,
  more: (count) => plural(count, { one: 'mais #', other: 'mais #' }),
  reasoning: 'Justificativa de cada alternativa',
  letters: (letters) => list(letters),
  thread: {
    daily: (date) => `Questão do dia ${date}`,
    question: 'Questão',
  },
};
