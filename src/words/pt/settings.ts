// Os ajustes de cada pessoa: o comando, o que está salvo agora e o que isso significa.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, plural } = forms;
const days = (count: number) => plural(count, { one: '# dia', other: '# dias' });

export const settings: Words['settings'] = {
  command: {
    settings: { name: 'ajustes', description: 'Seu fuso horário, pausas, lembretes, idioma e visibilidade' },
    show: { name: 'mostrar', description: 'Como seus ajustes estão agora' },
    timezone: { name: 'fuso', description: 'Que relógio seus dias seguem (uma vez a cada 24 horas)' },
    zone: {
      name: 'fuso',
      description: 'Uma cidade ou diferença, como Recife, -3 ou +5:30; ou o fuso do servidor',
    },
    exam: {
      name: 'exame',
      description: 'O que você estuda fora de servidores; em um servidor vale o exame dele',
    },
    which: { name: 'exame', description: 'Um exame e sua edição' },
    dayStart: {
      name: 'início-do-dia',
      description: 'A que hora seu dia começa: para quem estuda depois da meia-noite',
    },
    hour: { name: 'hora', description: 'De 0 (meia-noite) a 6 da manhã' },
    pause: {
      name: 'pausar',
      description: 'Pause sua sequência com antecedência: dias em pausa não contam nem a quebram',
    },
    days: { name: 'dias', description: 'Quantos dias' },
    from: { name: 'a-partir-de', description: 'O primeiro dia em pausa (padrão: hoje)' },
    unpause: { name: 'retomar', description: 'Termine sua pausa hoje ou cancele a próxima' },
    reminders: { name: 'lembretes', description: 'Uma mensagem direta antes que sua sequência se quebre' },
    on: { name: 'ativos', description: 'True envia, false não' },
    visibility: { name: 'visibilidade', description: 'Se os outros veem você nos rankings' },
    shown: { name: 'modo', description: 'Visível, anônima ou oculta' },
    language: { name: 'idioma', description: 'Em que idioma respondo a você em particular' },
    to: { name: 'idioma', description: 'Um idioma, ou o do seu Discord' },
  },
  visibilityChoice: {
    visible: 'visível – com seu nome',
    anonymous: 'anônima – no ranking, mas sem nome',
    hidden: 'oculta – os outros não veem você',
  },
  discordLanguage: 'O do seu Discord',
  serverZoneChoice: (zone, clock) => `O fuso deste servidor: ${zone} (agora ${clock})`,
  startChoice: (day, date) => `${day} – ${date}`,
  today: 'Hoje',
  tomorrow: 'Amanhã',
  title: 'Seus ajustes',
  ownZone: (zone) => `**${zone}**`,
  serverZone: (zone) => `o deste servidor, **${zone}**`,
  lastZone: (zone) => `**${zone}**, já que você não escolheu nenhum`,
  clock: (hour) => (hour === 0 ? 'meia-noite' : `${hour}:00 da ${hour < 6 ? 'madrugada' : 'manhã'}`),
  lines: {
    zone: (zone, time) => `**Fuso horário:** ${zone}; lá agora: ${time}`,
    day: (begins, today, ends) =>
      `**Início do seu dia:** ${begins}; agora é ${today}, e o dia termina ${ends}`,
    remindersOn:
      '**Lembretes:** ligados – uma mensagem direta três horas antes de um dia terminar sem resposta',
    remindersOff: '**Lembretes:** desligados',
    visibility: (name, meaning) => `**Visibilidade:** ${name}. ${meaning}`,
    language: (name) => `**Idioma:** ${name}`,
    course: (code) => `**Exame** fora de servidores: ${code}`,
    noPauses: '**Pausas:** nenhuma',
    pauses: (ranges) => `**Pausas:** ${ranges}`,
    foot: 'Valem em todo lugar onde você usa este bot. Mude com `/ajustes fuso`, `exame`, `início-do-dia`, `pausar`, `retomar`, `lembretes`, `visibilidade` ou `idioma`.',
  },
  visibility: { visible: 'visível', anonymous: 'anônima', hidden: 'oculta' },
  visibilityMeans: {
    visible: 'Rankings e questões reveladas mostram seu nome, e os outros podem ver sua sequência.',
    anonymous: 'Nos rankings você aparece como “Anônimo”; ninguém vê seu nome nem sua sequência.',
    hidden:
      'Ninguém mais vê você em rankings ou questões reveladas; você continua vendo o seu próprio lugar.',
  },
  saved: {
    zone: (zone, time) => `**Salvo:** seu fuso horário é ${zone}; lá agora: ${time}.`,
    zoneDay: (today, ends) =>
      `Seu dia é ${today} e termina ${ends}. Os dias em que você respondeu mantêm as datas.`,
    zoneAgain: (when) =>
      `Um engano pode ser corrigido em até 10 minutos; depois disso, o fuso horário só pode mudar de novo ${when}.`,
    dayStart: (begins) => `**Salvo.** Início do seu dia: ${begins}.`,
    dayNow: (today, ends) => `Para você agora é ${today}; o dia termina ${ends}.`,
    remindersOff: '**Salvo:** não mando lembretes.',
    remindersOn:
      '**Salvo:** mando uma mensagem direta três horas antes de terminar um dia de que sua sequência ainda precisa.',
    firstReminder: (when) => `O primeiro pode chegar ${when}, se até lá você não tiver respondido.`,
    noStreakYet: 'Eles começam com sua primeira sequência: responda a uma questão com `/quiz`.',
    allowMessages:
      'Permita que eu escreva para você por mensagem direta; se uma mensagem não chegar, os lembretes são desligados.',
    course: (code, name) => `**Salvo:** você estuda para o **${code}** (${name}).`,
    courseHolds:
      'Isso vale em mensagens diretas, em grupos e em servidores sem este bot; em um servidor que o tem, vale o exame dele.',
    visibility: (name, meaning) => `**Salvo:** sua visibilidade agora é **${name}**. ${meaning}`,
    language: (name) => `**Salvo:** respondo a você neste idioma: ${name}.`,
    discordLanguage: '**Salvo:** respondo a você no idioma do seu Discord, se eu o falar.',
  },
  zoneUnchanged: (zone) => `Seu fuso horário já é ${zone}: nada foi alterado.`,
  zoneLocked: (when, date) =>
    `O fuso horário pode mudar uma vez a cada 24 horas: tente de novo ${when} (${date}).`,
  unknownZone: (typed) =>
    `Não conheço o fuso horário “${typed}”: escolha um da lista que aparece quando você digita uma cidade, como Recife ou Lisboa.`,
  zoneLike: (zones) => `Você quis dizer ${choice(zones)}?`,
  unknownCourse: (typed) => `Não tenho um exame “${typed}” que se possa fazer: escolha um da lista.`,
  newcomer: {
    title: 'Para qual exame você estuda?',
    both: 'É este o exame? Então escolha o relógio que seus dias seguem, e continuamos na hora.',
    examOnly: 'É este o exame? Então continue.',
    exam: 'Escolha um exame',
    zone: 'Escolha seu fuso horário para continuar',
    otherZone: 'Outro fuso horário',
    go: 'Continuar',
    later: 'Só pergunto isto uma vez: `/ajustes exame` e `/ajustes fuso` mudam a qualquer momento.',
    ready: 'Agora toque ou execute de novo o que você queria.',
    modal: {
      title: 'Seu fuso horário',
      label: 'Fuso horário ou cidade',
      description: 'Como Recife, Lisboa ou America/Sao_Paulo',
    },
  },
  unknownLanguage: (typed) => `Não falo “${typed}”: escolha um idioma da lista.`,
  wouldSkip: (today, length) =>
    `Ainda não mudei: seu dia pularia para ${today} e deixaria de fora um de que sua sequência de ${days(length)} ainda precisa. Primeiro responda a uma questão com \`/quiz\`, depois mude.`,
  range: (from, to) => (from === to ? `em ${from}` : `de ${from} a ${to}`),
  paused: {
    saved: (range, length) => `**Salvo:** sua sequência fica em pausa ${range} (${days(length)}).`,
    beginsToday: 'A pausa começa hoje.',
    keeps: (length) => `A pausa começa hoje e mantém sua sequência em ${days(length)}.`,
    untilThen: 'Até lá, cada dia conta como sempre.',
    untilThenAt: (length) => `Até lá, cada dia conta como sempre: sua sequência está em ${days(length)}.`,
    means:
      'Dias em pausa não pedem resposta nem gastam congelamento; se você responder em um, ele conta mesmo assim. `/ajustes retomar` termina a pausa antes.',
    ended: (range) =>
      `**Salvo:** sua pausa ${range} termina agora; hoje volta a contar, então responda a uma questão com \`/quiz\`. Os dias em pausa antes de hoje continuam assim.`,
    calledOff: (range) => `**Salvo:** a pausa ${range} foi cancelada.`,
    none: 'Não há pausa em curso nem marcada: nada foi alterado. `/ajustes pausar` marca uma.',
    badDate: (typed) => `“${typed}” não é uma data: escolha uma da lista ou escreva como 2026-12-24.`,
    tooLong: (most) =>
      `Uma pausa dura no máximo ${days(most)}, contando as pausas coladas antes e depois: escolha menos dias.`,
    inThePast: (earliest) => `Uma pausa se marca com antecedência: escolha ${earliest} ou depois.`,
    tooFar: 'Uma pausa pode começar no máximo daqui a um ano: escolha um dia mais próximo.',
    overlaps: (range) =>
      `Você já tem uma pausa ${range}: escolha dias fora dela, ou primeiro termine-a com \`/ajustes retomar\`.`,
  },
};
