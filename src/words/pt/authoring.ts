// As questões próprias de um servidor: escrever, listar, importar, exportar.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural, list, number } = forms;

const fields = {
  stem: 'o enunciado',
  option: 'uma alternativa',
  why: 'uma justificativa',
  takeaway: 'a frase para lembrar',
  reference: 'uma referência',
};
const letterOf = (option: number) => 'ABCDEFGHIJ'[option] ?? String(option + 1);
const fieldOf = (field: keyof typeof fields, option: number | null) =>
  option === null ? fields[field] : `${fields[field].replace('uma ', 'a ')} ${letterOf(option)}`;

const counted = (count: number) => plural(count, { one: '# questão', other: '# questões' });

export const authoring: Words['authoring'] = {
  command: {
    question: {
      name: 'questão',
      description: 'As questões próprias do servidor: escrever, sugerir, importar, exportar',
    },
    add: { name: 'adicionar', description: 'Escreva uma questão' },
    suggest: { name: 'sugerir', description: 'Sugira uma questão a quem cuida dos pacotes' },
    edit: { name: 'editar', description: 'Altere uma das questões do servidor' },
    retire: { name: 'aposentar', description: 'Tire uma questão de uso; as respostas a ela ficam' },
    restore: { name: 'reativar', description: 'Volte a usar uma questão aposentada' },
    list: { name: 'lista', description: 'As questões do servidor e as sugestões à espera' },
    preview: { name: 'prévia', description: 'Veja uma questão com gabarito, justificativas e situação' },
    packs: { name: 'pacote', description: 'Crie um pacote, ou mude seu nome, domínios e exame' },
    import: {
      name: 'importar',
      description: 'Traga um banco de questões de um arquivo; antes você vê o que aconteceria',
    },
    export: {
      name: 'exportar',
      description: 'Leve um pacote em um arquivo, em qualquer um de treze formatos',
    },
    pack: { name: 'pacote', description: 'Qual pacote; um nome novo cria um novo' },
    name: { name: 'nome', description: 'O nome do pacote' },
    newName: { name: 'novo-nome', description: 'Como ele vai se chamar daqui em diante' },
    domains: { name: 'domínios', description: 'Os domínios com pesos, como “Nós 60, Luzes 40”' },
    items: { name: 'questões', description: 'Questões do simulado' },
    minutes: { name: 'minutos', description: 'Minutos do simulado' },
    pass: { name: 'aprovação', description: 'Porcentagem de acertos que aprova' },
    which: { name: 'questão', description: 'Uma palavra dela, ou o número' },
    status: { name: 'situação', description: 'Só as que estão nesta situação' },
    file: {
      name: 'arquivo',
      description: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI ou Anki, até 10 MiB',
    },
    format: { name: 'formato', description: 'O formato do arquivo, se eu não o descobrir' },
    toFormat: { name: 'formato', description: 'O formato a gravar' },
    reviewers: {
      name: 'curadoria',
      description: 'Que cargo cuida das questões do servidor; sem um, só quem gerencia cuida',
    },
    role: { name: 'cargo', description: 'Quem tem o cargo pode adicionar, editar, avaliar e importar' },
    make: { name: 'Criar questão a partir disto' },
  },
  statuses: {
    live: 'Em uso',
    suggested: 'Esperando avaliação',
    retired: 'Aposentada',
    declined: 'Recusada',
  },
  form: {
    title: 'Uma questão (1 de 2)',
    stem: 'Situação e pergunta',
    options: 'Alternativas, uma por linha',
    optionsHint: 'De duas a seis. As certas você indica no próximo passo.',
    keyTitle: 'Gabarito e justificativas (2 de 2)',
    key: 'Quais estão certas?',
    reasons: 'Por que cada uma está certa ou errada',
    reasonsHint: 'Uma por linha, na ordem das alternativas; pode ficar vazio.',
    takeaway: 'Para lembrar, em uma frase',
    references: 'Links que confirmam, um por linha',
    fileTitle: 'Importar questões',
    file: 'Arquivo, até 10 MiB',
    fileHint:
      'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI ou Anki. Antes você vê o que aconteceria.',
    pack: 'Pacote',
    packHint: 'Vazio: como diz o arquivo. Um nome novo cria um pacote novo.',
  },
  newPack: (name) => `Novo pacote **${name}**`,
  inPack: (name, id) => `${name} · ${id}`,
  draftTitle: { add: 'Nova questão', edit: 'Questão alterada', suggest: 'Sua sugestão' },
  editText: 'Enunciado e alternativas',
  editKey: 'Gabarito e justificativas',
  save: { add: 'Salvar', edit: 'Salvar', suggest: 'Enviar sugestão' },
  cancel: 'Cancelar',
  cancelled: 'Descartado. Nada foi alterado.',
  chooseDomain: 'Domínio',
  chooseDifficulty: 'Dificuldade',
  notYet: 'Antes de poder salvar:',
  ready: 'Pronta para salvar.',
  saved: {
    add: (pack, id) => `Salva como **${id}** em **${pack}**: já pode ser usada.`,
    edit: (pack, id) =>
      `Salva: **${id}** em **${pack}** é usada na nova forma daqui em diante. As respostas à antiga ficam.`,
    suggest: (pack) =>
      `Obrigado: sua sugestão para **${pack}** espera avaliação. Você vai saber o que acontecer com ela.`,
  },
  draftGone: 'Este rascunho não existe mais: foi salvo, descartado ou substituído por um mais novo seu.',
  faults: {
    missing: (field, option) => `${fieldOf(field, option)} está em branco`,
    tooLong: (field, option, { has, limit }) =>
      `${fieldOf(field, option)} tem ${number(has)} caracteres; o máximo é ${number(limit)}`,
    tooManyReferences: (has, limit) => `há ${number(has)} referências; cabem no máximo ${number(limit)}`,
    tooFewOptions: (has, limit) =>
      `há ${plural(has, { one: '# alternativa', other: '# alternativas' })}; são precisas pelo menos ${number(limit)}`,
    tooManyOptions: (has, limit) => `há ${number(has)} alternativas; cabem no máximo ${number(limit)}`,
    noKey: 'nenhuma está marcada como certa',
    tooManyKeys: (has, limit) => `${number(has)} alternativas estão certas; o máximo é ${number(limit)}`,
    allRight: 'todas as alternativas estão certas: uma tem que estar errada',
    noAddress: 'uma referência não é um endereço que começa com https://',
    sameOptions: (option, other) => `as alternativas ${letterOf(other)} e ${letterOf(option)} são iguais`,
  },
  notChanged: {
    'no-such-pack': 'Este servidor não tem esse pacote. `/questão lista` mostra o que há.',
    'no-such-question': 'Essa questão não existe. Comece a digitar e escolha da lista.',
    'name-taken': (name) => `Já existe um pacote **${name}**: escolha outro nome.`,
    'too-many-packs': (limit) =>
      `Um servidor pode ter ${number(limit)} pacotes: altere um dos que já existem.`,
    'too-many-questions': (limit, left) =>
      `Um pacote pode ter ${number(limit)} questões, e ainda há espaço para ${number(left)}. Aposente algumas ou crie outro pacote.`,
    'domains-in-use':
      'Um domínio com questões não pode ser removido: primeiro mude as questões dele de domínio com `/questão editar`.',
    'changed-meanwhile':
      'Outra pessoa fez uma alteração enquanto isso, então nada foi salvo. Veja como está agora e tente de novo.',
  },
  whichPack: (names) => `Qual pacote? Há ${list(names)}: escolha um em \`pacote\`.`,
  noPack: 'Este servidor ainda não tem pacote: diga em `pacote` como o primeiro vai se chamar.',
  longName: (limit) => `O nome de um pacote pode ter ${number(limit)} caracteres: escolha um mais curto.`,
  badDomains: (typed) =>
    `Não entendo “${typed}” como domínios. Escreva até 25 nomes com pesos de 1 a 100, como “Nós 60, Luzes 40”.`,
  packSet: (name, isNew) =>
    isNew ? `O pacote **${name}** foi criado.` : `O pacote **${name}** foi alterado.`,
  packFacts: (questions, { items, minutes, passPercent: pass }) =>
    `${plural(questions, { one: '# questão', other: '# questões' })} · simulado: ${number(items)} em ${number(minutes)} minutos, passa com ${number(pass)}%`,
  domain: (name, weight) => `${name} (${number(weight)})`,
  packNext: 'Adicione questões com `/questão adicionar` ou `/questão importar`; use-as com `/quiz tema:`.',
  tooManySuggestions: (limit) =>
    `${number(limit)} sugestões suas já esperam avaliação: deixe que essas sejam vistas primeiro.`,
  moved: {
    live: (title) => `Pode ser usada daqui em diante: “${title}”`,
    retired: (title) => `Saiu de uso, e as respostas a ela ficam: “${title}”`,
    declined: (title) => `Recusada: “${title}”`,
    suggested: (title) => `Esperando de novo: “${title}”`,
  },
  listTitle: 'As questões do servidor',
  none: 'Ainda não há nada aqui. `/questão adicionar` escreve a primeira, `/questão importar` traz um banco inteiro.',
  counted,
  page: (page, pages) => `Página ${number(page)} de ${number(pages)}`,
  earlier: 'Anterior',
  later: 'Próxima',
  look: 'Ver uma',
  approve: 'Aprovar',
  decline: 'Recusar',
  edit: 'Editar',
  retire: 'Aposentar',
  restore: 'Reativar',
  by: (member) => `por ${member}`,
  told: {
    live: (title, server) => `Sua sugestão foi aprovada em ${server} e já pode ser usada lá: “${title}”`,
    declined: (title, server) =>
      `Sua sugestão foi recusada em ${server}: “${title}”. Você pode sugerir outra.`,
  },
  reviewersSet: (role) =>
    `Daqui em diante, ${role} pode cuidar das questões deste servidor, assim como quem gerencia o servidor.`,
  reviewersNone: 'Agora só quem gerencia o servidor cuida das questões dele.',
  mayNot:
    'Só quem tem **Gerenciar servidor** ou o cargo da curadoria pode fazer isto. Você pode sugerir uma questão: `/questão sugerir`.',
  importTitle: 'Importação: o que aconteceria',
  importInto: (pack, isNew) => (isNew ? `No novo pacote **${pack}**` : `No pacote **${pack}**`),
  wouldAdd: (count) => plural(count, { one: '# questão é nova', other: '# questões são novas' }),
  wouldChange: (count) => plural(count, { one: '# é alterada', other: '# são alteradas' }),
  wouldStay: (count) => plural(count, { one: '# já existe', other: '# já existem' }),
  wouldLeave: (count) => plural(count, { one: '# fica de fora', other: '# ficam de fora' }),
  newDomains: (names) => `Novos domínios: ${list(names)}`,
  andMore: (count) => plural(count, { one: 'e mais #', other: 'e mais #' }),
  nothingToImport: 'Não há nada para importar.',
  doImport: (count) => plural(count, { one: 'Importar # questão', other: 'Importar # questões' }),
  imported: (pack, added, changed) =>
    `**${pack}**: ${plural(added, { one: '# questão adicionada', other: '# questões adicionadas' })}, ${plural(changed, { one: '# alterada', other: '# alteradas' })}. Use com \`/quiz tema:\`.`,
  importGone:
    'Esta importação não existe mais: foi feita, descartada, ou outro arquivo tomou o lugar dela. Nada foi alterado agora.',
  where: {
    item: (item) => `nº ${number(item)}`,
    line: (line) => `linha ${number(line)}`,
  },
  why: {
    'no-choice': (type) => `não é de múltipla escolha (${type})`,
    'no-key': 'nenhuma está marcada como certa',
    'no-stem': 'o enunciado está vazio',
    'has-media': 'precisa da imagem, do vídeo ou do som, que não dá para importar',
    'bad-key': (has) => `o gabarito “${has}” não é nenhuma alternativa`,
    malformed: (detail) => `não dá para ler: ${detail}`,
    twin: (of) => `quase igual a ${of}`,
  },
  remark: {
    'partial-credit': (percent) => `uma resposta que rendia ${number(percent)}% conta como errada`,
    'picture-as-link': 'uma imagem virou link',
    'unknown-columns': (columns) => `colunas sem significado aqui: ${list(columns)}`,
  },
  unreadable: {
    empty: 'O arquivo está vazio: não há nenhuma questão nele.',
    'unknown-format': 'Não reconheço este arquivo: diga em `formato` o que ele é.',
    broken: (line, detail) =>
      `O arquivo está danificado${line === null ? '' : ` na linha ${number(line)}`} (${detail}): corrija, ou escolha outro \`formato\`. Nada foi alterado.`,
    'missing-columns': (columns) =>
      `Falta na tabela: ${list(columns)}. A primeira linha deve dar nome às colunas (question, A, B, …, correct).`,
    'too-large': 'O arquivo passa de 10 MiB: divida-o.',
    'too-many': (limit) => `Há mais de ${number(limit)} questões no arquivo: divida-o.`,
    hostile:
      'O arquivo contém algo de que nenhum banco de questões precisa (entidades ou um arquivo compactado que incha): não o li.',
    overloaded:
      'Ler este arquivo exige mais tempo ou memória do que um banco de questões precisa: divida-o. Nada foi alterado.',
    'not-fetched': 'Não consegui baixar o arquivo do Discord. Envie o comando de novo; nada foi alterado.',
  },
  exported: (name, format, questions) =>
    `**${name}** em ${format}: ${plural(questions, { one: '# questão', other: '# questões' })}.`,
  lossTitle: 'Este formato não tem lugar para:',
  lossNone: 'Nada se perde neste formato.',
  loss: {
    reasons: (items) => `as justificativas de ${counted(items)}`,
    takeaway: (items) => `a frase “Para lembrar” de ${counted(items)}`,
    references: (items) => `as referências de ${counted(items)}`,
    difficulty: (items) => `a dificuldade de ${counted(items)}`,
    domain: (items) => `o domínio de ${counted(items)}`,
    key: (items) => `o número de ${counted(items)}`,
    lines: (items) => `quebras de linha em ${counted(items)}`,
    extra: (items) => `edições, conceitos, habilidades e datas de ${counted(items)}`,
  },
  leftOut: {
    'several-right': (count) => `${number(count)} com várias respostas certas, fora do arquivo`,
    'too-many-options': (count) => `${number(count)} com mais de quatro alternativas, fora do arquivo`,
  },
  cut: (count, limit) => `textos cortados em ${number(limit)} caracteres: ${number(count)}`,
  emptyPack: 'Este pacote não tem nenhuma questão em uso, então não há nada para exportar.',
};
