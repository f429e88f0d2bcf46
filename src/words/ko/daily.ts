// 오늘의 문제: 명령어, 일정의 상태, 되돌아보기, 설정 화면의 안내.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number, percent, weekday } = forms;

function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return '매일';
  return isRun && days.length > 2 ? `${names[0]}~${names.at(-1)}` : list(names);
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return `${number(minutes / 1440)}일`;
  if (minutes % 60 === 0) return `${number(minutes / 60)}시간`;
  return `${number(minutes)}분`;
}

const howToPing =
  '역할을 멘션하려면 관리자가 모두에게 그 역할의 멘션을 허용하거나, 저에게 `@everyone, @here, 모든 역할 멘션하기` 권한을 주세요.';

export const daily: Words['daily'] = {
  command: {
    daily: { name: '오늘의문제', description: '오늘의 문제를 설정해요' },
    set: { name: '설정', description: '채널에 오늘의 문제를 올리거나 방식을 바꿔요' },
    time: { name: '시간', description: '현지 시각, 예: 07:30 또는 오후 7시' },
    channel: { name: '채널', description: '어느 채널에 (기본: 이 채널)' },
    zone: { name: '시간대', description: '시간대: 도시를 입력하세요 (기본: 서버의 시간대)' },
    weekdays: { name: '요일', description: '매일, 월-금 또는 월,수,금 (기본: 매일)' },
    domains: { name: '도메인', description: '이 시험 도메인만, 예: 1,3 (기본: 전체)' },
    role: { name: '역할', description: '멘션할 역할. @everyone은 아무도 멘션하지 않아요' },
    thread: { name: '스레드', description: '문제마다 토론할 스레드를 열어요' },
    closeAfter: { name: '마감', description: '언제 마감할지: 12시간, 90분, 2일 (기본: 다음 문제 때)' },
    list: { name: '목록', description: '이 서버의 모든 오늘의 문제와 그 상태' },
    pause: { name: '일시중지', description: '재개할 때까지 올리지 않아요' },
    resume: { name: '재개', description: '일시중지 후 다시 올리거나, 건너뛰기를 취소해요' },
    remove: { name: '삭제', description: '채널의 오늘의 문제를 끝내요' },
    skip: { name: '건너뛰기', description: '다음 문제를 한 번 빼요' },
    postNow: { name: '바로올리기', description: '문제를 지금 하나 더 올려요. 일정은 그대로예요' },
    preview: { name: '미리보기', description: '다음 시각과 도메인 차례를 봐요. 문제는 보이지 않아요' },
  },
  weekdays,
  duration,
  ownPack: (name) => `우리 문제집: ${name}`,
  ownDomains: (pack, names) => `우리 문제집: ${pack} (${list(names)})`,
  allDomains: '모든 도메인, 시험 비중대로',
  timing: (time, zone, days) => `${days} ${time} (${zone})`,

  setIn: (channel) => `${channel} 채널에 오늘의 문제를 설정했어요`,
  changedIn: (channel) => `${channel} 채널의 오늘의 문제를 바꿨어요`,
  nextPosts: '**다음 일정**',
  setFoot:
    '더는 올릴 수 없게 되면 계속 시도하면서 다이렉트 메시지로 한 번 알려 드려요. 상태는 `/오늘의문제 목록`에서 보세요.',
  tooMany: (most) =>
    `서버마다 오늘의 문제를 ${most}개까지 둘 수 있어요. 먼저 \`/오늘의문제 삭제\`로 하나를 지우세요.`,
  takenJustNow: '방금 다른 사람이 이 채널의 오늘의 문제를 바꿨어요. `/오늘의문제 목록`을 확인하세요.',
  paused: (channel) =>
    `${channel} 채널에서 일시중지했어요. \`/오늘의문제 재개\` 전까지 올리지 않고, 그사이 빠진 문제를 나중에 올리지도 않아요.`,
  pausedAlready: (channel) =>
    `${channel} 채널의 오늘의 문제는 일시중지 중이에요. \`/오늘의문제 재개\`로 다시 시작하세요.`,
  removed: (channel) => `${channel} 채널에서 삭제했어요. 올라간 문제는 남고, 열린 문제는 예정대로 마감돼요.`,
  skipsAlready: (channel) =>
    `${channel} 채널의 다음 문제는 이미 건너뛰기로 했어요. \`/오늘의문제 재개\`로 취소할 수 있어요.`,
  resumed: (channel) => `${channel} 채널에 다시 올려요.`,
  unskipped: (channel) => `${channel} 채널에서 이제 건너뛰지 않아요.`,
  runsAlready: (channel) => `${channel} 채널의 오늘의 문제는 진행 중이에요.`,
  skipped: (when, channel) =>
    `${channel} 채널에서 ${when} 문제를 건너뛰어요. \`/오늘의문제 재개\`로 취소할 수 있어요.`,
  goneJustNow: '방금 다른 사람이 이 오늘의 문제를 삭제해서 바뀐 것이 없어요.',
  queued: (channel, closes) =>
    `문제를 하나 더 ${channel} 채널로 보내고 있어요. 일정은 그대로예요. 마감: ${closes}.`,
  pingedToday: '오늘은 추가 문제가 이미 역할을 멘션해서 다시 멘션하지 않아요.',
  onItsWay: (channel) =>
    `${channel} 채널로 보낼 문제가 아직 기다리고 있어요. 오래 걸리면 \`/오늘의문제 목록\`에서 이유를 보세요.`,
  noQuestion: '이 서버의 시험 버전에는 아직 문제가 없어요. `/서버설정 변경`으로 다른 버전을 고르세요.',
  in: (channel) => `${channel} 채널의 오늘의 문제`,
  pausedNext: '**일시중지 중.** `/오늘의문제 재개` 후의 일정',
  turn: (id, name, weight) => `**이번 차례:** 도메인 ${id}, ${name} (시험의 ${percent(weight / 100)})`,
  exhausted: '고른 범위의 문제를 여기서 모두 냈어요. 가장 오래전에 낸 문제가 다시 나와요.',
  fresh: '이 채널에서 낸 적 없는 문제가 나와요.',
  drawnLater: '문제는 올릴 때 뽑으므로 아무도 미리 알 수 없어요.',
  held: {
    posted: '오늘 문제는 이미 올렸으니 다음 날짜부터 적용돼요.',
    skipped: '오늘 문제는 건너뛰었으니 다음 날짜부터 적용돼요.',
  },
  howToPing,
  silent: (role) => `아직 ${role} 역할을 멘션할 수 없어요. ${howToPing}`,
  silentUnknown: `아직 이 역할을 멘션할 수 없어요. ${howToPing}`,
  lacks: (channel, names) =>
    `아직 ${channel} 채널에 올릴 수 없어 바뀐 것이 없어요. 그 채널에서 ${list(names)} 권한을 준 뒤 다시 해 주세요.`,
  bad: {
    time: (typed) =>
      `“${typed}”: 시각으로 읽을 수 없어요. \`07:30\`, \`오전 7시 30분\`, \`19시\`처럼 적어 주세요.`,
    zone: (typed) =>
      `“${typed}”: 모르는 시간대예요. 도시를 입력해 목록에서 고르거나 \`Asia/Seoul\`처럼 적어 주세요.`,
    zoneLike: (zones) => `혹시 이건가요? ${choice(zones)}`,
    weekdays: (typed) =>
      `“${typed}”: 요일로 읽을 수 없어요. \`매일\`, \`월-금\`, \`월,수,금\`처럼 적어 주세요(1은 월요일).`,
    domains: (typed, names) =>
      `“${typed}”: 이 시험 버전에 없는 도메인이에요. \`1,3\` 같은 번호나 \`전체\`를 적어 주세요. 있는 도메인: ${list(names)}.`,
    'close-after': (typed) =>
      `“${typed}”: 시간으로 읽을 수 없어요. \`12시간\`, \`90분\`, \`2일\`(최대 7일)처럼 적거나, 다음 문제 때 마감하려면 \`다음\`을 적어 주세요.`,
  },
  roleGone: '역할이 삭제되어 아무도 멘션하지 않음',
  roleRefused: (role) =>
    `직접 멘션할 수 없는 ${role} 역할은 저도 대신 멘션하지 않아요. 모두가 멘션할 수 있는 역할을 고르거나, 그 채널에 \`@everyone, @here, 모든 역할 멘션하기\` 권한이 있는 관리자에게 부탁해 주세요.`,
  wrongChannel: (channel) =>
    `${channel} 채널에는 메시지를 올릴 수 없어 바뀐 것이 없어요. 채팅 채널이나 공지 채널을 골라 주세요.`,
  tooSoon: (channel, when) =>
    `${channel} 채널에 추가 문제를 올린 지 1분이 안 됐어요. ${when}에 다시 올릴 수 있어요.`,
  sentOn: (channel) => `${channel} 채널로 보내려고 기다리던 문제를 지금 보내요.`,
  when: (timing) => `**언제:** ${timing}`,
  what: (what) => `**무엇을:** ${what}`,
  how: (role, thread) => `**어떻게:** ${role}, ${thread}`,
  pings: (role) => `${role} 멘션`,
  pingsNobody: '멘션 없음',
  withThread: '스레드 열기',
  withoutThread: '스레드 없음',
  allByWeight: '모든 도메인, 비중대로',
  someDomains: (ids) => `도메인 ${list(ids)}`,
  openUntilNext: (what) => `${what}; 다음 문제가 올라올 때까지 열림`,
  openFor: (what, time) => `${what}; ${time} 동안 열림`,
  none: '이 서버에는 아직 오늘의 문제가 없어요. `/오늘의문제 설정`으로 시작하세요.',
  noneHere: (others) =>
    `이 채널에는 오늘의 문제가 없어요. \`채널\` 옵션을 넣어 주세요. 있는 채널: ${list(others)}.`,
  noneIn: (channel, others) => `${channel} 채널에는 오늘의 문제가 없어요. 있는 채널: ${list(others)}.`,

  list: {
    title: '오늘의 문제 목록',
    paused: '일시중지',
    running: '진행 중',
    failing: (reason) => `**실패 중**, ${reason}`,
    short: (channel, time, state) => `${channel} ${time}: ${state}`,
  },
  state: {
    paused: '일시중지 중이에요. `/오늘의문제 재개`로 다시 시작하세요.',
    running: (next, relative) => `진행 중. 다음: ${next} (${relative})`,
    skips: (date) => `건너뜀: ${date}.`,
    failing: (reason) => `**실패 중:** ${reason}.`,
    retry: (when) => `다시 시도: ${when}.`,
    givenUp: (next) => `그 문제는 올리지 못해 넘어갔어요. 다음: ${next}.`,
    mended: '이제 다시 올릴 수 있어요. 기다리던 문제를 지금 보내요.',
    reveal: (reason) => `**지난 정답을 보여 주지 못했어요:** ${reason}. 정답은 \`/기록\`에 있어요.`,
  },
  reason: {
    noChannel: '채널이 없어졌거나 보이지 않음',
    refused: 'Discord가 그곳에 올리지 못하게 함',
    mayNotChange: 'Discord가 그곳에 있는 봇의 메시지를 바꾸지 못하게 함',
    code: (code) => `Discord가 거절함 (코드 ${code})`,
    lacks: (names) => `그곳에 없는 권한: ${list(names)}`,
  },
  degraded: {
    title: (channel) => `${channel} 채널에 오늘의 문제를 올리지 못했어요`,
    reveal: (channel) => `${channel} 채널에 오늘의 문제 정답을 보여 주지 못했어요`,
    reason: (reason) => `이유: ${reason}. 채널 설정에서 고쳐 주세요.`,
    code: (code) =>
      `Discord가 코드 ${code} 오류로 거절해요. 직접 고치기는 어려우니 이 코드를 봇 운영자에게 알려 주세요.`,
    kept: '사라진 것은 없어요. 정답은 `/기록`에 있고, 상태는 서버의 `/오늘의문제 목록`에서 볼 수 있어요.',
    goesOn: '계속 시도하고, 다시 되면 저절로 이어 가요. 상태는 서버의 `/오늘의문제 목록`에서 볼 수 있어요.',
    once: '이 기능을 설정하신 분께 한 번만 알려 드려요.',
  },
  recap: {
    result: (answers, right) =>
      `**오늘의 문제:** ${number(answers)}명 중 ${right}명이 맞혔어요 (${percent(right / answers)}). 정답은 위에 있어요.`,
    next: (date, relative) => `다음 문제: ${date} (${relative})`,
    posted: (channel) => `다음 문제는 이미 ${channel} 채널에 있어요.`,
  },

  setup: {
    line: '오늘의 문제',
    chooseChannel: (timing) => `채널을 고르면 시작돼요: ${timing}.`,
    channel: '오늘의 문제를 올릴 채널',
    role: '멘션할 역할 (비우면 없음)',
    chooseTime: '시각을 고르세요',
    otherTime: '다른 시각',
    chooseWeekdays: '요일을 고르세요',
    pause: '일시중지',
    resume: '재개',
    roleGone: '역할이 삭제되어 아무도 멘션하지 않아요.',
    noPing: '멘션 안 함',
    later: (dates) => `그다음: ${list(dates)}`,
    gone: (channel) =>
      `**${channel} 채널이 없어졌거나 보이지 않아요.** 다른 채널을 고르거나 볼 수 있게 해 주세요.`,
    lacks: (channel, names) =>
      `**${channel} 채널에 없는 권한: ${list(names)}.** 그 채널에서 권한을 주거나 다른 채널을 고르세요.`,
    wrongKind: (channel) =>
      `**${channel} 채널에는 메시지를 올릴 수 없어요.** 채팅 채널이나 공지 채널을 고르세요.`,
    testPost: '테스트로 올리기',
    moreChannels: '채널을 더하거나 도메인을 정하려면: `/오늘의문제 설정`.',
    firstOf: '여기서는 첫 번째를 바꿔요. 나머지는 `/오늘의문제 설정`으로 바꾸세요.',
    timeModal: {
      title: '오늘의 문제',
      label: '현지 시각',
      description: '예: 07:30, 오전 7시 30분, 19시',
    },
    option: {
      channel: { name: '채널', description: '오늘의 문제를 올릴 채널' },
      time: { name: '시간', description: '올릴 현지 시각, 예: 07:30 또는 오후 7시' },
      role: { name: '역할', description: '함께 멘션할 역할. @everyone은 아무도 멘션하지 않아요' },
    },
    zoneFollows: '오늘의 문제도 새 시간대를 따라요.',
    started: (channel) =>
      `${channel} 채널에서 오늘의 문제가 시작돼요. 더는 올릴 수 없게 되면 다이렉트 메시지로 한 번 알려 드려요.`,
    saved: (channel) => `${channel} 채널에 저장했어요.`,
    channelTaken: (channel) =>
      `${channel} 채널에는 이미 오늘의 문제가 있어요. \`/오늘의문제 설정\`으로 바꾸고 \`/오늘의문제 삭제\`로 끝내세요.`,
    channelFirst: '먼저 오늘의 문제를 올릴 채널을 골라 주세요.',
    channelKept: '채널은 그대로예요. 멈추려면 `/오늘의문제 일시중지`나 `/오늘의문제 삭제`를 쓰세요.',
    testQueued: (channel) =>
      `테스트 문제를 ${channel} 채널로 보내고 있어요. 10분 뒤에 마감되고 점수는 없어요.`,
    noQuestion: '이 버전에는 아직 문제가 없어요. 다른 버전을 골라 주세요.',
    testTooSoon: (channel, when) =>
      `${channel} 채널에 테스트 문제를 보낸 지 1분이 안 됐어요. ${when}에 다시 보낼 수 있어요.`,
    more: (count) => `그 외 ${count}개: \`/오늘의문제 목록\``,
    logged: (channel) => `${channel} 채널의 오늘의 문제`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `${time} 뒤 마감`,
    loggedThread: '스레드',
    loggedDomains: (ids) => `도메인 ${ids}`,
    loggedSkips: (date) => `${date} 건너뜀`,
    loggedActive: '진행 중',
    loggedPaused: '일시중지',
  },
};
