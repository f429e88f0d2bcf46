// 연속 학습: 화면, 답변이 하는 일, 알림, 기념일.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;
const days = (count: number) => `${number(count)}일`;

export const streak: Words['streak'] = {
  command: {
    streak: { name: '연속학습', description: '내 연속 학습: 오늘, 보호권, 최근 14일' },
    member: { name: '멤버', description: '누구의 연속 학습을 볼지 (기본: 나)' },
  },
  days,
  memberIsBot: '**멤버**: 봇에게는 연속 학습이 없어요. 사람을 골라 주세요.',
  memberNotHere:
    '**멤버**: 다른 사람의 연속 학습은 제가 있는 서버에서, 그 서버에 있는 멤버의 것만 볼 수 있어요. 거기서 골라 주세요.',
  notVisible: '연속 학습을 공개하지 않는 멤버예요. `/연속학습`만 쓰면 내 것을 볼 수 있어요.',
  none: {
    own: '아직 연속 학습이 없어요',
    ownHow: '맞든 틀리든 한 번 답하면 시작돼요. `/퀴즈`로 문제를 풀어 보세요.',
    other: '아직 연속 학습이 없는 멤버예요. `/퀴즈`로 모두에게 문제를 내 보세요.',
  },
  title: (current) => (current === 0 ? '연속 학습이 끝났어요' : `내 연속 학습: ${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `${name} 님의 연속 학습: 지금은 없음` : `${name} 님의 연속 학습: ${days(current)}`,
  todayOf: { done: '오늘: 완료', 'not-yet': '오늘: 아직', paused: '오늘: 일시중지' },
  today: {
    done: (ends) => `**오늘: 완료.** 다음 하루는 ${ends}에 시작돼요.`,
    paused: (ends) =>
      `**오늘: 일시중지.** 답하지 않아도 돼요. 하루는 ${ends}에 끝나고, 답하면 똑같이 반영돼요.`,
    notYet: (ends) => `**오늘: 아직.** \`/퀴즈\`로 한 번만 답하면 돼요. 하루는 ${ends}에 끝나요.`,
    startsNext: (ends) =>
      `**오늘: 아직.** \`/퀴즈\`로 한 번 답하면 새 연속 학습이 시작돼요. 하루는 ${ends}에 끝나요.`,
  },
  longestIs: (length) => `최고 기록: ${days(length)}`,
  longest: (length) => `최고 기록: **${days(length)}**`,
  nextMilestone: (length, toGo) => `다음 목표: **${days(length)}** (${toGo}일 남음)`,
  freezes: {
    full: (held, most) => `보호권: 최대 ${most}개 중 **${held}개** 보유. 더 모을 수 없어요.`,
    next: (held, most, toGo) =>
      `보호권: 최대 ${most}개 중 **${held}개** 보유. ${days(toGo)} 더 답하면 하나 받아요.`,
    covering: (count) => `보호권 ${number(count)}개가 빠진 날을 채워 줘요.`,
  },
  missing: {
    nothing: (needed) => `${days(needed)} 답할 때마다 보호권을 하나 받고, 빠진 하루를 저절로 채워 줘요.`,
    freeze: {
      done: (length) => `내일 빠지면 보호권이 저절로 쓰이고, 연속 학습은 ${days(length)}로 유지돼요.`,
      'not-yet': (length) => `오늘 빠지면 보호권이 저절로 쓰이고, 연속 학습은 ${days(length)}로 유지돼요.`,
      paused: (length) =>
        `일시중지 뒤에 하루 빠지면 보호권이 저절로 쓰이고, 연속 학습은 ${days(length)}로 유지돼요.`,
    },
    streak: {
      done: '내일 빠지면 연속 학습이 끝나요.',
      'not-yet': '오늘 빠지면 연속 학습이 끝나요.',
      paused: '일시중지 뒤에 하루 빠지면 연속 학습이 끝나요.',
    },
  },
  reminderHint: '`/설정 알림`을 켜면 연속 학습이 끊기기 전 저녁에 다이렉트 메시지를 보내요.',
  calendar: (count) => (count === 1 ? '최근 하루' : `최근 ${number(count)}일`),
  calendarFrom: (from, to) => `${from} – ${to}`,
  marks: {
    answered: '답변함',
    frozen: '보호권 사용',
    paused: '일시중지 또는 봇 중단',
    missed: '빠짐',
    'not-yet': '아직',
    before: '첫 답변 전',
  },
  grown: (length) => `🔥 연속 학습: **${days(length)}**`,
  milestone: (length) => `🔥 연속 학습: **${days(length)}** – 목표 달성!`,
  frozen: (dates) =>
    `보호권 ${number(dates.length)}개로 빠진 날(${list(dates)})을 채웠어요. 연속 학습이 이어져요.`,
  broken: (length) => `${days(length)} 연속 학습이 끝났어요. 오늘이 새로운 첫날이에요.`,
  earned: (held) => `보호권을 받았어요(${held}개 보유). 빠진 하루를 저절로 채워 줘요.`,
  reminder: {
    title: (length) => `${days(length)} 연속 학습: 오늘 답변이 아직 없어요`,
    how: (ends) =>
      `하루가 ${ends}에 끝나요. 맞든 틀리든 한 문제면 충분해요. 여기나 스터디 그룹 서버에서 \`/퀴즈\`를 쓰세요.`,
    freeze: (held, length) =>
      `답하지 않으면 보호권이 오늘을 채우고(${held}개 보유), 연속 학습은 ${days(length)}로 유지돼요.`,
    ends: '답하지 않으면 오늘과 함께 연속 학습이 끝나요.',
    answer: '지금 한 문제 풀기',
    off: '직접 요청하신 알림이에요. `/설정 알림`으로 끌 수 있어요.',
  },
  milestones: (names) => `**연속 학습 목표 달성:** ${list(names)}. 잘했어요!`,
  milestoneOf: (name, length) => `${name} (${days(length)})`,
  ranking: {
    choice: '연속 학습',
    mark: '🔥',
    title: '연속 학습',
    scope: '오늘 기준, 각자의 시간대로',
    worth: days,
    beside: (length) => `${days(length)} 연속`,
    empty: '지금 연속 학습 중인 사람이 없어요. 한 번 답하면 시작돼요. `/퀴즈`로 문제를 내 보세요.',
    nothing: '지금은 연속 학습이 없어요. `/퀴즈` 문제에 한 번 답하면 시작돼요.',
    rule: '연속 학습은 모든 곳의 답변을 세므로 도메인과 기간은 적용되지 않아요.',
  },
};
