// A questão do dia: seu comando, como está cada agenda, os balanços e o que a configuração diz dela.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, percent, plural, weekday } = forms;

function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day).replace('-feira', ''));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return 'todos os dias';
  return isRun && days.length > 2 ? `${names[0]} a ${names.at(-1)}` : list(names);
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, { one: '# dia', other: '# dias' });
  if (minutes % 60 === 0) return plural(minutes / 60, { one: '# hora', other: '# horas' });
  return plural(minutes, { one: '# minuto', other: '# minutos' });
}

const howToPing =
  'Para que um cargo seja mencionado, um admin pode permitir que qualquer pessoa o mencione ou me dar a permissão `Mencionar @everyone, @here e todos os cargos`.';

export const daily: Words['daily'] = {
  command: {
    daily: { name: 'diária', description: 'Configure a questão do dia' },
    set: { name: 'definir', description: 'Poste uma questão do dia em um canal, ou mude como ela sai' },
    time: { name: 'horário', description: 'Hora local, como 07:30 ou 19h' },
    channel: { name: 'canal', description: 'Em qual canal (padrão: este)' },
    zone: { name: 'fuso', description: 'Fuso horário: digite uma cidade (padrão: o do servidor)' },
    weekdays: { name: 'dias', description: 'todo dia, seg-sex ou seg,qua,sex (padrão: todo dia)' },
    domains: { name: 'domínios', description: 'Só estes domínios do exame, como 1,3 (padrão: todos)' },
    role: { name: 'cargo', description: 'Cargo a mencionar; @everyone significa ninguém' },
    thread: { name: 'tópico', description: 'Abrir um tópico de conversa sob cada questão' },
    closeAfter: {
      name: 'fecha-após',
      description: 'Quando fecha: 12h, 90m, 2d (padrão: com a próxima postagem)',
    },
    list: { name: 'lista', description: 'Todas as questões do dia deste servidor e como estão' },
    pause: { name: 'pausar', description: 'Não postar nada até você retomar' },
    resume: { name: 'retomar', description: 'Voltar a postar após uma pausa, ou não pular mais' },
    remove: { name: 'remover', description: 'Acabar com a questão do dia em um canal' },
    skip: { name: 'pular', description: 'Deixar de fora a próxima postagem' },
    postNow: {
      name: 'postar-agora',
      description: 'Postar agora uma questão extra; a agenda fica como está',
    },
    preview: {
      name: 'prévia',
      description: 'Veja os próximos horários e de qual domínio é a vez, sem a questão',
    },
  },
  weekdays,
  duration,
  ownPack: (name) => `Pacote de vocês: ${name}`,
  ownDomains: (pack, names) => `Pacote de vocês: ${pack} (${list(names)})`,
  allDomains: 'Todos os domínios, pelo peso no exame',
  timing: (time, zone, days) => `${time} (${zone}), ${days}`,

  setIn: (channel) => `Questão do dia definida em ${channel}`,
  changedIn: (channel) => `Questão do dia alterada em ${channel}`,
  nextPosts: '**Próximas postagens**',
  setFoot:
    'Se eu não puder mais postar lá, continuo tentando e aviso você uma vez por mensagem direta. `/diária lista` mostra como está.',
  tooMany: (most) =>
    `Um servidor pode ter ${most} questões do dia: primeiro remova uma com \`/diária remover\`.`,
  takenJustNow: 'Outra pessoa acabou de mudar a questão do dia deste canal: veja em `/diária lista`.',
  paused: (channel) =>
    `Em pausa em ${channel}: nada é postado até \`/diária retomar\`. Os dias de pausa não são repostos.`,
  pausedAlready: (channel) =>
    `A questão do dia em ${channel} está em pausa: \`/diária retomar\` a traz de volta.`,
  removed: (channel) =>
    `Removida de ${channel}. O que já foi postado fica, e as questões abertas fecham como previsto.`,
  skipsAlready: (channel) =>
    `A próxima questão em ${channel} já vai ser pulada: \`/diária retomar\` desfaz isso.`,
  resumed: (channel) => `Postando de novo em ${channel}.`,
  unskipped: (channel) => `Nada mais será pulado em ${channel}.`,
  runsAlready: (channel) => `A questão do dia em ${channel} está ativa.`,
  skipped: (when, channel) => `Pulada em ${channel}: ${when}; \`/diária retomar\` desfaz isso.`,
  goneJustNow: 'Outra pessoa acabou de remover esta questão do dia: nada foi alterado.',
  queued: (channel, closes) =>
    `Uma questão extra está a caminho de ${channel}. A agenda fica como está; fechamento: ${closes}.`,
  pingedToday: 'O cargo não é mencionado: uma questão extra já fez isso hoje.',
  onItsWay: (channel) =>
    `Uma questão para ${channel} ainda espera ser enviada: se demorar, \`/diária lista\` mostra por quê.`,
  noQuestion:
    'Ainda não há questões para a edição do exame deste servidor: escolha outra com `/configurar servidor`.',
  in: (channel) => `Questão do dia em ${channel}`,
  pausedNext: '**Em pausa.** Depois de `/diária retomar`, a postagem sairia',
  turn: (id, name, weight) => `**É a vez de:** Domínio ${id}, ${name} (${percent(weight / 100)} do exame)`,
  exhausted: 'Todas as questões desta seleção já saíram aqui: volta a que saiu há mais tempo.',
  fresh: 'Uma questão que ainda não saiu neste canal.',
  drawnLater: 'A questão só é sorteada na hora de postar, então ninguém pode conhecê-la antes.',
  held: {
    posted: 'A questão de hoje já foi postada, então isto vale a partir da próxima data.',
    skipped: 'A questão de hoje foi pulada, então isto vale a partir da próxima data.',
  },
  howToPing,
  silent: (role) => `Ainda não posso mencionar ${role}. ${howToPing}`,
  silentUnknown: `Ainda não posso mencionar este cargo. ${howToPing}`,
  lacks: (channel, names) =>
    `Ainda não consigo postar em ${channel}, então nada foi alterado: me dê lá permissão para ${list(names)} e tente de novo.`,
  bad: {
    time: (typed) =>
      `Não consigo ler “${typed}” como hora do dia: escreva como \`07:30\`, \`19h30\` ou \`19h\`.`,
    zone: (typed) =>
      `Não conheço o fuso horário “${typed}”: digite uma cidade e escolha da lista, ou escreva como \`America/Sao_Paulo\`.`,
    zoneLike: (zones) => `Você quis dizer ${choice(zones)}?`,
    weekdays: (typed) =>
      `Não consigo ler os dias “${typed}”: escreva como \`todo dia\`, \`seg-sex\` ou \`seg,qua,sex\` (1 é segunda).`,
    domains: (typed, names) =>
      `Esta edição do exame não tem o domínio “${typed}”: informe números como \`1,3\`, ou \`todos\`. Há ${list(names)}.`,
    'close-after': (typed) =>
      `Não consigo ler “${typed}” como tempo: escreva \`12h\`, \`90m\` ou \`2d\` (no máximo 7 dias), ou \`próxima\` para a próxima postagem.`,
  },
  roleGone: 'o cargo foi excluído, então ninguém é mencionado',
  roleRefused: (role) =>
    `Nem você pode mencionar ${role}, então não faço isso por você: escolha um cargo que todo mundo possa mencionar, ou peça a um admin que tenha \`Mencionar @everyone, @here e todos os cargos\` naquele canal.`,
  wrongChannel: (channel) =>
    `${channel} não é um canal de mensagens, então nada foi alterado: escolha um canal de texto ou de anúncios.`,
  tooSoon: (channel, when) =>
    `Uma questão extra foi para ${channel} há menos de um minuto: a próxima pode ser postada ${when}.`,
  sentOn: (channel) => `A questão que esperava por ${channel} está sendo enviada agora.`,
  when: (timing) => `**Quando:** ${timing}`,
  what: (choice) => `**O quê:** ${choice}`,
  how: (role, thread) => `**Como:** ${role}, ${thread}`,
  pings: (role) => `menciona ${role}`,
  pingsNobody: 'não menciona ninguém',
  withThread: 'abre um tópico',
  withoutThread: 'sem tópico',
  allByWeight: 'todos os domínios pelo peso',
  someDomains: (ids) => plural(ids.length, { one: `domínio ${list(ids)}`, other: `domínios ${list(ids)}` }),
  openUntilNext: (what) => `${what}; aberta até a próxima postagem`,
  openFor: (what, time) => `${what}; aberta por ${time}`,
  none: 'Este servidor ainda não tem questão do dia: `/diária definir` começa uma.',
  noneHere: (others) =>
    `Não há questão do dia neste canal: informe a opção \`canal\`. Há uma em ${list(others)}.`,
  noneIn: (channel, others) => `Não há questão do dia em ${channel}. Há uma em ${list(others)}.`,

  list: {
    title: 'Questões do dia',
    paused: 'em pausa',
    running: 'ativa',
    failing: (reason) => `**com falha**, ${reason}`,
    short: (channel, time, state) => `${channel} ${time}: ${state}`,
  },
  state: {
    paused: 'Em pausa: `/diária retomar` a traz de volta.',
    running: (next, relative) => `Ativa. Próxima: ${next} (${relative})`,
    skips: (date) => `Pulada: ${date}.`,
    failing: (reason) => `**Com falha:** ${reason}.`,
    retry: (when) => `Próxima tentativa: ${when}.`,
    givenUp: (next) => `Desisti daquela questão. Próxima: ${next}.`,
    mended: 'Voltou a funcionar: a questão que esperava está sendo enviada agora.',
    reveal: (reason) => `**O último gabarito não pôde ser mostrado:** ${reason}; está em \`/histórico\`.`,
  },
  reason: {
    noChannel: 'o canal não existe mais, ou não consigo mais vê-lo',
    refused: 'o Discord não me deixa postar lá',
    mayNotChange: 'o Discord não me deixa alterar minha mensagem lá',
    code: (code) => `o Discord recusa (código ${code})`,
    lacks: (names) => `lá não tenho permissão para ${list(names)}`,
  },
  degraded: {
    title: (channel) => `A questão do dia não pôde ser postada em ${channel}`,
    reveal: (channel) => `O gabarito da questão do dia não pôde ser mostrado em ${channel}`,
    reason: (reason) => `O motivo: ${reason}. Corrija isso nas configurações do canal.`,
    code: (code) =>
      `O Discord recusa com o código ${code}. Dificilmente você consegue corrigir isso: avise quem me opera e informe esse código.`,
    kept: 'Nada se perdeu: o gabarito está em `/histórico`. `/diária lista` no servidor mostra como está.',
    goesOn:
      'Continuo tentando e sigo por conta própria assim que der. `/diária lista` no servidor mostra como está.',
    once: 'Aviso só uma vez, porque foi você que configurou.',
  },
  recap: {
    result: (answers, right) =>
      plural(answers, {
        one: `**Questão do dia:** # resposta, acertos: ${right} (${percent(right / answers)}). O gabarito está acima.`,
        other: `**Questão do dia:** # respostas, acertos: ${right} (${percent(right / answers)}). O gabarito está acima.`,
      }),
    next: (date, relative) => `Próxima questão: ${date} (${relative})`,
    posted: (channel) => `A próxima questão já está em ${channel}.`,
  },

  setup: {
    line: 'Questão do dia',
    chooseChannel: (timing) => `Escolha um canal e ela começa: ${timing}.`,
    channel: 'Canal para a questão do dia',
    role: 'Cargo a mencionar (vazio: ninguém)',
    chooseTime: 'Escolha o horário',
    otherTime: 'Outro horário',
    chooseWeekdays: 'Escolha os dias',
    pause: 'Pausar',
    resume: 'Retomar',
    roleGone: 'O cargo a mencionar foi excluído, então ninguém é mencionado.',
    noPing: 'Sem menção',
    later: (dates) => `Depois: ${list(dates)}`,
    gone: (channel) =>
      `**${channel} não existe mais, ou não consigo mais ver:** escolha outro canal ou me dê acesso.`,
    lacks: (channel, names) =>
      `**Em ${channel} não tenho permissão para ${list(names)}:** me dê essa permissão lá ou escolha outro canal.`,
    wrongKind: (channel) =>
      `**${channel} não é um canal de mensagens:** escolha um canal de texto ou de anúncios.`,
    testPost: 'Postar teste',
    moreChannels: 'Mais canais, e quais domínios: `/diária definir`.',
    firstOf: 'Aqui você muda a primeira; as outras, com `/diária definir`.',
    timeModal: {
      title: 'Questão do dia',
      label: 'Hora local',
      description: 'Como 07:30, 19h30 ou 19h',
    },
    option: {
      channel: { name: 'canal', description: 'Canal para a questão do dia' },
      time: { name: 'horário', description: 'A hora local dela, como 07:30 ou 19h' },
      role: { name: 'cargo', description: 'Cargo a mencionar com ela; @everyone significa ninguém' },
    },
    zoneFollows: 'A questão do dia acompanha a mudança.',
    started: (channel) =>
      `A questão do dia começa em ${channel}. Se eu não puder mais postar lá, aviso você uma vez por mensagem direta.`,
    saved: (channel) => `Salvo para ${channel}.`,
    channelTaken: (channel) =>
      `${channel} tem uma questão do dia própria: \`/diária definir\` a altera, \`/diária remover\` acaba com ela.`,
    channelFirst: 'Primeiro escolha um canal para a questão do dia.',
    channelKept: 'O canal fica: `/diária pausar` ou `/diária remover` interrompe a questão do dia.',
    testQueued: (channel) =>
      `Uma questão de teste está a caminho de ${channel}; ela fecha após 10 minutos e não dá pontos.`,
    noQuestion: 'Ainda não há questões para esta edição: escolha outra.',
    testTooSoon: (channel, when) =>
      `Uma questão de teste foi para ${channel} há menos de um minuto: a próxima pode ser enviada ${when}.`,
    more: (count) => `e mais ${count}: \`/diária lista\``,
    logged: (channel) => `questão do dia em ${channel}`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `fecha após ${time}`,
    loggedThread: 'tópico',
    loggedDomains: (ids) => `domínios ${ids}`,
    loggedSkips: (date) => `pula ${date}`,
    loggedActive: 'ativa',
    loggedPaused: 'em pausa',
  },
};
