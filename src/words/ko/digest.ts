// 서버의 한 주: 게시물과 설정 화면.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: '요약채널', description: '그룹의 한 주를 요약해 올릴 채널' },
    day: { name: '요약요일', description: '올릴 요일 (기본: 월요일)' },
    hour: { name: '요약시각', description: '올릴 시각, 0~23 (기본: 9)' },
  },
  title: '우리 그룹의 한 주',
  until: (day) => `${day}까지의 7일`,
  did: ({ answers, members, share }) =>
    `멤버 ${number(members)}명이 **답변 ${number(answers)}개**를 남겼고, 정답률은 ${percent(share)}예요.`,
  weakest: (title, right, answers) =>
    `가장 어려웠던 레슨: **${title}** (${number(answers)}개 중 ${number(right)}개 정답)`,
  next: '이번 주 레슨:',
  ears: '이동하면서 듣기',
  answer: '지금 한 문제 풀기',
  on: (channel, day, clock) => `답변이 있었던 주에는 ${channel} 채널에 ${day} ${clock}에 올려요.`,
  off: '그룹의 한 주를 알리는 채널이 없어요.',
  line: '주간 요약',
  chooseDay: '요일을 고르세요',
  chooseHour: '시각을 고르세요',
  choose: '주간 요약을 올릴 채널',
  turnedOn: (channel, day, clock) =>
    `답변이 있었던 주에는 ${channel} 채널에 ${day} ${clock}에 주간 요약을 올려요.`,
  turnedOff: '주간 요약을 올리지 않아요.',
  noChannelYet: '먼저 주간 요약 채널을 고르세요: `/서버설정 변경 요약채널:`.',
  lacks: (channel, names) => `${channel} 채널에 주간 요약을 올릴 수 없어요. 없는 권한: ${list(names)}.`,
  failed: (channel) =>
    `지난 주간 요약을 ${channel} 채널에 올리지 못했어요. 채널이 없어졌다면 다른 채널을 고르세요.`,
  wrongChannel: (channel) =>
    `${channel} 채널에는 메시지를 올릴 수 없어요. 주간 요약에는 채팅 채널이나 공지 채널을 골라 주세요.`,
  failing: '주간 요약을 올리지 못했어요',
  goesOn: '하루 동안 다시 시도하고, 그 뒤에는 다음 주에 올려요. 상태는 `/서버설정 변경`에서 볼 수 있어요.',
  once: '이 기능을 설정하신 분께 한 번만 알려 드려요.',
  zoneFollows: '주간 요약도 새 시간대를 따라요.',
  setting: '주간 요약',
  logged: (channel, day, clock) => `${channel}, ${day} ${clock}`,
};
