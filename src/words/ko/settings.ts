// 멤버 자신의 설정: 명령어, 지금 저장된 것과 그 뜻.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, number } = forms;
const days = (count: number) => `${number(count)}일`;

export const settings: Words['settings'] = {
  command: {
    settings: { name: '설정', description: '내 시간대, 일시중지, 알림, 언어, 공개 범위' },
    show: { name: '보기', description: '지금 내 설정' },
    timezone: { name: '시간대', description: '하루를 어느 시간대로 셀지 (24시간에 한 번)' },
    zone: { name: '지역', description: '도시나 시차, 예: 서울, +5:30. 또는 서버의 시간대' },
    exam: { name: '시험', description: '서버 밖에서 준비하는 시험 (서버에서는 그 서버의 시험)' },
    which: { name: '시험', description: '시험과 그 버전' },
    dayStart: { name: '하루시작', description: '하루가 시작되는 시각: 자정 넘어 공부하는 사람을 위해' },
    hour: { name: '시각', description: '0(자정)부터 오전 6시까지' },
    pause: {
      name: '일시중지',
      description: '연속 학습을 멈출 날을 미리 정해요: 그날은 세지 않지만 끊기지도 않아요',
    },
    days: { name: '일수', description: '며칠 동안' },
    from: { name: '시작일', description: '멈추는 첫날 (기본: 오늘)' },
    unpause: { name: '재개', description: '오늘 일시중지를 끝내거나 다음 일시중지를 취소해요' },
    reminders: { name: '알림', description: '연속 학습이 끊기기 전에 다이렉트 메시지' },
    on: { name: '받기', description: 'True면 받고, False면 받지 않아요' },
    visibility: { name: '공개범위', description: '순위표에서 다른 사람에게 보일지' },
    shown: { name: '표시', description: '공개, 익명 또는 숨김' },
    language: { name: '언어', description: '나에게만 보이는 답의 언어' },
    to: { name: '언어', description: '언어, 또는 내 Discord의 언어' },
  },
  visibilityChoice: {
    visible: '공개 – 이름으로 표시',
    anonymous: '익명 – 이름 없이 순위에 표시',
    hidden: '숨김 – 다른 사람에게 표시 안 함',
  },
  discordLanguage: '내 Discord의 언어',
  serverZoneChoice: (zone, clock) => `이 서버의 시간대: ${zone} (현재 ${clock})`,
  startChoice: (day, date) => `${day} – ${date}`,
  today: '오늘',
  tomorrow: '내일',
  title: '내 설정',
  ownZone: (zone) => `**${zone}**`,
  serverZone: (zone) => `이 서버의 **${zone}**`,
  lastZone: (zone) => `**${zone}** (아직 고르지 않음)`,
  clock: (hour) => (hour === 0 ? '자정' : `오전 ${hour}시`),
  lines: {
    zone: (zone, time) => `**시간대:** ${zone}, 현재 ${time}`,
    day: (begins, today, ends) => `**내 하루:** ${begins}에 시작, 지금은 ${today}, ${ends}에 끝나요`,
    remindersOn: '**알림:** 켜짐 – 답변 없이 하루가 끝나기 3시간 전에 다이렉트 메시지',
    remindersOff: '**알림:** 꺼짐',
    visibility: (name, meaning) => `**공개 범위:** ${name}. ${meaning}`,
    language: (name) => `**언어:** ${name}`,
    course: (code) => `**시험** (서버 밖): ${code}`,
    noPauses: '**일시중지:** 없음',
    pauses: (ranges) => `**일시중지:** ${ranges}`,
    foot: '이 봇을 쓰는 모든 곳에 적용돼요. `/설정 시간대`, `시험`, `하루시작`, `일시중지`, `재개`, `알림`, `공개범위`, `언어`로 바꾸세요.',
  },
  visibility: { visible: '공개', anonymous: '익명', hidden: '숨김' },
  visibilityMeans: {
    visible: '순위표와 정답 공개에 이름이 나오고, 다른 사람이 내 연속 학습을 볼 수 있어요.',
    anonymous: '순위표에 “익명”으로 나와요. 이름과 연속 학습은 아무에게도 보이지 않아요.',
    hidden: '순위표와 정답 공개에서 다른 사람에게 보이지 않아요. 내 순위는 나만 볼 수 있어요.',
  },
  saved: {
    zone: (zone, time) => `**저장됨:** 시간대 ${zone}, 현재 ${time}.`,
    zoneDay: (today, ends) => `지금 내 날짜는 ${today}, ${ends}에 끝나요. 이미 답한 날의 날짜는 그대로예요.`,
    zoneAgain: (when) => `잘못 골랐다면 10분 안에 고칠 수 있어요. 그 뒤에는 ${when}에 다시 바꿀 수 있어요.`,
    dayStart: (begins) => `**저장됨:** 하루가 ${begins}에 시작돼요.`,
    dayNow: (today, ends) => `지금 내 날짜는 ${today}, ${ends}에 끝나요.`,
    remindersOff: '**저장됨:** 이제 알림을 보내지 않아요.',
    remindersOn:
      '**저장됨:** 연속 학습에 답변이 필요한 날, 하루가 끝나기 3시간 전에 다이렉트 메시지를 한 번 보내요.',
    firstReminder: (when) => `그때까지 답하지 않으면 첫 알림이 ${when}에 갈 수 있어요.`,
    noStreakYet: '알림은 연속 학습이 생기면 시작돼요. `/퀴즈`로 문제에 답해 보세요.',
    allowMessages: '제 다이렉트 메시지를 허용해 주세요. 메시지를 보낼 수 없으면 알림이 꺼져요.',
    course: (code, name) => `**저장됨:** 준비하는 시험: **${code}** (${name}).`,
    courseHolds:
      '다이렉트 메시지, 그룹, 이 봇이 없는 서버에 적용돼요. 봇이 있는 서버에서는 그 서버의 시험을 따라요.',
    visibility: (name, meaning) => `**저장됨:** 공개 범위: **${name}**. ${meaning}`,
    language: (name) => `**저장됨:** 앞으로 이 언어로 답해요: ${name}.`,
    discordLanguage: '**저장됨:** 제가 할 수 있는 언어라면 내 Discord의 언어로 답해요.',
  },
  zoneUnchanged: (zone) => `이미 이 시간대예요: ${zone}. 바뀐 것이 없어요.`,
  zoneLocked: (when, date) =>
    `시간대는 24시간에 한 번 바꿀 수 있어요. ${when}에 다시 시도해 주세요(${date}).`,
  unknownZone: (typed) =>
    `“${typed}”: 모르는 시간대예요. 서울이나 베를린 같은 도시를 입력하면 나오는 목록에서 골라 주세요.`,
  zoneLike: (zones) => `혹시 이건가요? ${choice(zones)}`,
  unknownCourse: (typed) => `“${typed}”: 지금 볼 수 있는 시험이 아니에요. 목록에서 골라 주세요.`,
  newcomer: {
    title: '어떤 시험을 준비하나요?',
    both: '이 시험이 맞나요? 그러면 하루의 기준이 될 시간대를 고르세요. 바로 이어져요.',
    examOnly: '이 시험이 맞나요? 그러면 계속하세요.',
    exam: '시험을 고르세요',
    zone: '시간대를 고르면 계속돼요',
    otherZone: '다른 시간대',
    go: '계속하기',
    later: '한 번만 여쭤봐요. `/설정 시험`과 `/설정 시간대`로 언제든 바꿀 수 있어요.',
    ready: '이제 하려던 것을 다시 누르거나 실행하세요.',
    modal: {
      title: '내 시간대',
      label: '시간대 또는 도시',
      description: '예: 서울, 베를린, America/New_York',
    },
  },
  unknownLanguage: (typed) => `“${typed}”: 제가 할 수 없는 언어예요. 목록에서 골라 주세요.`,
  wouldSkip: (today, length) =>
    `아직 바꾸지 않았어요. 내 날짜가 ${today}로 건너뛰어, ${days(length)} 연속 학습에 필요한 하루가 빠져요. 먼저 \`/퀴즈\`로 한 문제에 답한 뒤 바꿔 주세요.`,
  range: (from, to) => (from === to ? from : `${from}~${to}`),
  paused: {
    saved: (range, length) => `**저장됨:** 연속 학습 일시중지: ${range} (${days(length)}).`,
    beginsToday: '오늘부터 시작돼요.',
    keeps: (length) => `오늘부터 시작되고, 연속 학습은 ${days(length)}로 유지돼요.`,
    untilThen: '그때까지는 평소처럼 매일 집계돼요.',
    untilThenAt: (length) => `그때까지는 평소처럼 매일 집계돼요. 지금 연속 학습은 ${days(length)}이에요.`,
    means:
      '멈춘 날에는 답하지 않아도 되고 보호권도 쓰이지 않아요. 그날 답해도 똑같이 반영돼요. `/설정 재개`로 일찍 끝낼 수 있어요.',
    ended: (range) =>
      `**저장됨:** 일시중지(${range})가 지금 끝나요. 오늘부터 다시 집계되니 \`/퀴즈\`로 한 문제에 답하세요. 오늘 전의 멈춘 날은 그대로예요.`,
    calledOff: (range) => `**저장됨:** 일시중지(${range})를 취소했어요.`,
    none: '진행 중이거나 예정된 일시중지가 없어 바뀐 것이 없어요. `/설정 일시중지`로 정할 수 있어요.',
    badDate: (typed) => `“${typed}”: 날짜로 읽을 수 없어요. 목록에서 고르거나 2026-12-24처럼 적어 주세요.`,
    tooLong: (most) =>
      `일시중지는 바로 앞뒤의 일시중지까지 합쳐 최대 ${days(most)}이에요. 날수를 줄여 주세요.`,
    inThePast: (earliest) => `일시중지는 미리 정해야 해요. ${earliest} 이후로 골라 주세요.`,
    tooFar: '일시중지는 앞으로 1년 안에 시작해야 해요. 더 이른 날을 골라 주세요.',
    overlaps: (range) =>
      `이미 일시중지(${range})가 있어요. 겹치지 않는 날을 고르거나 먼저 \`/설정 재개\`로 끝내 주세요.`,
  },
};
