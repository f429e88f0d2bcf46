// Configurar um servidor: a tela, a página de status, os avisos de uma edição que acaba, o registro de mudanças.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, plural } = forms;

export const setup: Words['setup'] = {
  command: {
    setup: {
      name: 'configurar',
      description: 'Escolha o exame, o fuso horário e a questão do dia deste servidor',
    },
    server: {
      name: 'servidor',
      description: 'Uma lista em que se faz tudo; as opções fazem o mesmo pelo teclado',
    },
    edition: { name: 'edição', description: 'Edição do exame para a qual se preparar' },
    timezone: { name: 'fuso', description: 'Fuso horário: digite uma cidade' },
    week: { name: 'semana', description: 'Dia em que começa a semana dos rankings' },
    language: { name: 'idioma', description: 'Idioma do que todo mundo aqui lê' },
    status: { name: 'status', description: 'O que está definido, o que falta e onde, e quem mudou o quê' },
  },
  title: 'Configurar o Cohort',
  line: ({ mark, title, standing }) => `${mark} **${title}** · ${standing}`,
  standing: { done: 'pronto', 'to-do': 'por fazer', broken: 'com problema', off: 'desligado' },
  lines: { exam: 'Exame e edição', place: 'Fuso horário e idioma', permissions: 'Minhas permissões' },
  allDone: 'Está tudo pronto. O que você muda aqui vale na hora.',
  left: (count) =>
    plural(count, {
      one: '# item ainda precisa de você. O que você escolhe vale na hora.',
      other: '# itens ainda precisam de você. O que você escolhe vale na hora.',
    }),
  setIt: 'Definir',
  changeIt: 'Mudar',
  close: 'Fechar',
  checkAgain: 'Verificar de novo',
  openLog: 'Últimas mudanças',
  closeLog: 'Ocultar mudanças',
  whoMay: (owner) =>
    owner === null
      ? 'Para me configurar é preciso **Gerenciar servidor**: peça a um admin deste servidor. Todo o resto já funciona para você: `/quiz` traz uma questão.'
      : `Para me configurar é preciso **Gerenciar servidor**: ${owner}, por exemplo, tem essa permissão. Todo o resto já funciona para você: \`/quiz\` traz uma questão.`,
  chooseEdition: 'Escolha a edição do exame',
  examLine: ({ exam, code, dates, questions }) =>
    plural(questions, {
      one: `${exam}, **${code}** · ${dates} · # questão`,
      other: `${exam}, **${code}** · ${dates} · # questões`,
    }),
  editionGone: (exam) => `${exam}: esta edição não está mais no banco de questões, escolha outra.`,
  lastSitting: (date) => `último exame em ${date}`,
  firstSitting: (date) => `a partir de ${date}`,
  provisional: (dates) => `${dates}, lista de tarefas provisória`,
  noQuestions: 'Ainda não há questões para esta edição: escolha outra.',
  format: (items, minutes) => `${items} questões em ${minutes} minutos no exame`,
  guide: (address) => `[Guia oficial](<${address}>)`,
  lastDay: (code, date, relative) => `Último dia para fazer o ${code}: ${date} (${relative})`,
  zone: (zone, time) => `${zone}; lá agora: ${time}`,
  zoneGuess: (zone, time) => `Acho que é **${zone}**; lá agora: ${time}. Está certo?`,
  zoneUnknown: (zone, time) => `Ninguém escolheu um fuso horário ainda. Sigo ${zone}; lá agora: ${time}.`,
  zoneIs: (zone) => `Sim, ${zone}`,
  chooseZone: 'Escolha o fuso horário',
  otherZone: 'Outro: digite uma cidade',
  reviewers: {
    line: 'Curadoria',
    on: (role) => `${role} cuida das questões próprias, assim como quem gerencia o servidor.`,
    off: 'Quem gerencia o servidor cuida das questões próprias dele.',
    gone: 'O cargo foi excluído: escolha outro, ou ninguém além de quem gerencia o servidor.',
    choose: 'Cargo da curadoria (vazio: ninguém)',
    none: 'Sem curadoria',
    setting: 'curadoria',
  },
  permissions: {
    later: 'Verifico assim que um canal for escolhido.',
    held: (channels) => `Tenho todas as permissões de que preciso em ${list(channels)}.`,
    lacks: (channel, names) => `Em ${channel} não tenho permissão para ${list(names)}.`,
    gone: (channel, permission) =>
      `${channel} não existe mais, ou não consigo ver: nesse caso, não tenho lá permissão para ${permission}.`,
    wrongKind: (channel) =>
      `${channel} não é um canal de mensagens: escolha um canal de texto ou de anúncios.`,
    more: (count) => plural(count, { one: 'e mais # canal', other: 'e mais # canais' }),
    how: 'Dê essas permissões nas configurações do canal, em Permissões, ou escolha outro canal aqui.',
  },
  week: (day) => `**Início da semana:** ${day}`,
  weekFrom: (day) => `Início da semana: ${day}`,
  language: (name) => `**Idioma:** ${name}`,
  discordLanguage: 'o deste servidor no Discord',
  chooseLanguage: 'Escolha o idioma',
  discordLanguageChoice: 'O deste servidor no Discord',
  nothingElse: 'Por isso, nada deste comando foi alterado.',
  zoneModal: {
    title: 'Fuso horário deste servidor',
    label: 'Fuso horário',
    description: 'Como America/Sao_Paulo, Europe/Lisbon ou UTC; basta a cidade, se só uma tiver esse nome.',
  },
  retired: {
    ahead: ({ code, follower, last, first }) =>
      `📅 **O ${code} pode ser feito até ${last}.** A partir de ${first}, é o **${follower}**: se o seu exame for depois disso, troque agora.`,
    over: (code, successor) => `⚠️ **O ${code} não pode mais ser feito.** O sucessor é o **${successor}**.`,
    overSince: (code, date, successor) =>
      `⚠️ **O ${code} não pode mais ser feito.** O último dia foi ${date}. O sucessor é o **${successor}**.`,
    keeps:
      'A troca mantém todas as respostas, sequências e pontos; só as novas questões seguem a nova edição.',
    switchTo: (code) => `Trocar para ${code}`,
    who: 'O botão é para quem pode gerenciar este servidor.',
    switched: (code, name) =>
      `Este servidor agora se prepara para o **${code}** (troca feita por ${name}). Nada se perdeu.`,
  },
  notice: {
    editionChanged: (code) => `Este servidor agora se prepara para o **${code}**. Nada se perdeu.`,
    editionKept: (code) => `Este servidor já se prepara para o **${code}**.`,
    noSuchEdition: (typed, codes) => `Não há a edição “${typed}”: escolha ${choice(codes)}.`,
    zoneChanged: (zone) => `Fuso horário: **${zone}**.`,
    zoneKept: (zone) => `O fuso horário já é **${zone}**.`,
    unknownZone: (typed) =>
      `Não conheço o fuso horário “${typed}”: escreva como \`America/Sao_Paulo\`, ou uma cidade que só exista em um fuso.`,
    zoneLike: (zones) => `Você quis dizer ${choice(zones)}?`,
    weekChanged: (day) => `Novo início da semana: **${day}**; os rankings são recontados.`,
    weekKept: (day) => `O início da semana já é **${day}**.`,
    languageChanged: (name) => `Agora todo mundo aqui lê neste idioma: ${name}.`,
    languageOfDiscord: 'Agora falo o idioma que este servidor tem no Discord.',
    unknownLanguage: (typed) => `Não falo “${typed}”: escolha um idioma da lista.`,
  },
  changes: '**Últimas mudanças**',
  noChanges: 'Nenhuma ainda.',
  change: {
    line: ({ when, who, what, difference }) => `${when} ${who}: ${what}: ${difference}`,
    somebody: 'alguém que já saiu',
    setting: {
      edition: 'edição',
      zone: 'fuso horário',
      weekStart: 'primeiro dia da semana',
      language: 'idioma',
    },
    discordLanguage: 'como no Discord',
    removed: 'removido',
    fromTo: (before, after) => `${before} → ${after}`,
    added: (what) => `adicionado: ${what}`,
    takenAway: (what) => `retirado: ${what}`,
    asBefore: 'configurações como antes',
  },
};
