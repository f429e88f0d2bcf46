// Relatar uma questão: o botão, o formulário, o agradecimento.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const report: Words['report'] = {
  button: 'Relatar problema',
  title: (id) => `Problema na questão ${id}`,
  what: 'O que está errado?',
  kinds: {
    'wrong-key': 'A resposta marcada como certa está errada',
    outdated: 'Está desatualizada',
    unclear: 'Não está clara, ou duas respostas servem',
    typo: 'Erro de digitação ou de formatação',
    other: 'Outra coisa',
  },
  how: 'O que deveria dizer, e como você sabe?',
  howHint: 'Um link para a documentação é o que mais ajuda.',
  chooseKind: '**O que está errado?**: escolha uma opção.',
  blank: 'Diga em poucas palavras o que está errado: um relato em branco não ajuda ninguém.',
  reported:
    'Obrigado: seu relato foi salvo, e quem cuida das questões vai ler. Você vai saber o que acontecer com ele.',
  gone: 'Esta questão não está mais no banco, então não há mais o que relatar.',
  tooMany: (limit) =>
    `Você já relatou problemas em ${number(limit)} questões hoje, o máximo que se consegue ler: continue amanhã.`,
  queue: {
    command: {
      name: 'fila-de-relatos',
      description: 'Questões com problemas relatados, para quem cuida delas',
    },
    title: 'Questões com relatos',
    empty: 'Nada à espera: todos os relatos estão decididos.',
    mayNot:
      'Isto é para quem cuida das questões: nos pacotes deste servidor, quem tem **Gerenciar servidor** ou o cargo da curadoria; nas questões oficiais, quem opera este bot.',
    line: (id, exam, reports) =>
      `**${id}** · ${exam} · ${plural(reports, { one: '# relato', other: '# relatos' })}`,
    look: 'Ver um',
    gone: 'Este ticket não existe mais, ou não é para você ver.',
    ticket: (id, version) => `${id}, versão ${number(version)}`,
    state: {
      open: 'Aberto',
      rejected: 'Rejeitado',
      amended: 'Texto corrigido',
      rekeyed: 'Gabarito alterado',
      either: 'Duas certas',
      retired: 'Aposentada',
    },
    reports: 'O que foi relatado',
    noReports: 'Não resta nenhum relato.',
    answers: (answers) => plural(answers, { one: '# resposta', other: '# respostas' }),
    picked: (share) => percent(share),
    reject: 'Rejeitar',
    fixText: 'Corrigir texto',
    changeKey: 'Mudar gabarito',
    twoRight: 'Duas certas',
    retire: 'Aposentar',
    undo: 'Desfazer',
    back: 'Voltar à lista',
    chooseKey: 'Quais estão certas?',
    chooseSecond: 'Qual outra também está certa?',
    rejectTitle: 'Rejeitar os relatos',
    rejectReason: 'Por que está certa assim, com um link',
    textTitle: 'Corrigir o texto',
    stem: 'Situação e pergunta',
    options: 'Alternativas, uma por linha, na ordem',
    dryTitle: 'O que aconteceria',
    dry: (answers, members) =>
      `${plural(answers, { one: '# resposta passa a ser certa', other: '# respostas passam a ser certas' })}, de ${plural(members, { one: '# pessoa', other: '# pessoas' })}.`,
    places: (places, boards) =>
      `${plural(places, { one: '# lugar muda', other: '# lugares mudam' })} em ${plural(boards, { one: '# ranking', other: '# rankings' })}; nenhuma sequência muda.`,
    keeps: 'Quem acertou pelo gabarito antigo mantém os pontos. Dá para desfazer por 24 horas.',
    eitherRetires:
      'A questão fica fora de uso até o texto ser corrigido: com duas alternativas certas, não pode ser usada.',
    stale: 'Alguém respondeu enquanto isso: é assim que ficaria agora.',
    doIt: 'Aplicar',
    noKey: 'Escolha um gabarito diferente do atual: de uma a três alternativas, e não todas.',
    done: {
      rejected: 'Rejeitado. Quem relatou recebe um aviso.',
      amended: 'Corrigida: daqui em diante é usada na nova forma. Quem relatou recebe um aviso.',
      rekeyed:
        'O gabarito foi alterado. As respostas estão sendo corrigidas de novo, os rankings acompanham em um minuto, e quem relatou recebe um aviso.',
      either:
        'As duas valem. As respostas estão sendo corrigidas de novo, os rankings acompanham em um minuto, e quem relatou recebe um aviso.',
      retired: 'Ela saiu de uso; as respostas a ela ficam. Quem relatou recebe um aviso.',
      open: 'Aberto de novo.',
    },
    undone: 'Desfeito: as respostas estão voltando ao que eram, e a questão é usada como antes.',
    tooLate: 'Só dá para desfazer isto por 24 horas, e só depois de feito.',
    decidedBefore: 'Outra pessoa decidiu este ticket enquanto isso.',
    changedSince: 'A questão foi alterada enquanto isso, então nada foi feito. Veja como ela está agora.',
    optionsMustStay: 'Mantenha o número e a ordem das alternativas: aqui só os textos podem mudar.',
    notedKey: (letters) =>
      `-# Corrigido depois: o gabarito é **${letters}**. Quem tinha escolhido isso fica com os pontos.`,
    again: 'Talvez você já tenha lido isto:',
    told: {
      rejected: (id, reason) =>
        `Você relatou um problema na questão ${id}. Ela foi analisada e fica como está: ${reason}`,
      amended: (id) => `Você relatou um problema na questão ${id}: o texto foi corrigido. Obrigado!`,
      rekeyed: (id) =>
        `Você relatou um problema na questão ${id} e tinha razão: o gabarito foi alterado, e as respostas foram corrigidas de novo. Obrigado!`,
      either: (id) =>
        `Você relatou um problema na questão ${id} e tinha razão: duas alternativas servem, e agora as duas valem. Obrigado!`,
      retired: (id) => `Você relatou um problema na questão ${id}: ela saiu de uso. Obrigado!`,
      open: (id) => `A questão ${id}, na qual você relatou um problema, está sendo analisada de novo.`,
    },
  },
};
