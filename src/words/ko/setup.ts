// 서버 설정: 화면, 상태 페이지, 끝나는 버전에 대한 안내, 변경 기록.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number } = forms;

export const setup: Words['setup'] = {
  command: {
    setup: { name: '서버설정', description: '이 서버의 시험, 시간대, 오늘의 문제를 정해요' },
    server: { name: '변경', description: '점검표에서 모두 설정해요. 옵션으로 바로 입력해도 돼요' },
    edition: { name: '버전', description: '준비할 시험 버전' },
    timezone: { name: '시간대', description: '시간대: 도시를 입력하세요' },
    week: { name: '주시작', description: '순위표의 한 주가 시작되는 요일' },
    language: { name: '언어', description: '여기 모두가 읽는 언어' },
    status: { name: '상태', description: '설정된 것, 빠진 권한, 누가 무엇을 바꿨는지' },
  },
  title: 'Cohort 설정',
  line: ({ mark, title, standing }) => `${mark} **${title}** · ${standing}`,
  standing: { done: '완료', 'to-do': '설정 필요', broken: '오류', off: '꺼짐' },
  lines: { exam: '시험과 버전', place: '시간대와 언어', permissions: '봇 권한' },
  allDone: '모두 설정됐어요. 여기서 바꾸면 바로 적용돼요.',
  left: (count) => `아직 ${number(count)}개 항목이 남았어요. 고르면 바로 적용돼요.`,
  setIt: '설정',
  changeIt: '변경',
  close: '닫기',
  checkAgain: '다시 확인',
  openLog: '최근 변경',
  closeLog: '변경 숨기기',
  whoMay: (owner) =>
    owner === null
      ? '저를 설정하려면 **서버 관리하기** 권한이 필요해요. 이 서버의 관리자에게 부탁해 주세요. 다른 기능은 지금도 쓸 수 있어요. `/퀴즈`로 문제를 내 보세요.'
      : `저를 설정하려면 **서버 관리하기** 권한이 필요해요. 예를 들어 ${owner} 님에게 있어요. 다른 기능은 지금도 쓸 수 있어요. \`/퀴즈\`로 문제를 내 보세요.`,
  chooseEdition: '시험 버전을 고르세요',
  examLine: ({ exam, code, dates, questions }) =>
    `${exam}, **${code}** · ${dates} · 문제 ${number(questions)}개`,
  editionGone: (exam) => `${exam}: 이 버전은 이제 문제 은행에 없어요. 다른 버전을 골라 주세요.`,
  lastSitting: (date) => `마지막 시험 ${date}`,
  firstSitting: (date) => `${date}부터`,
  provisional: (dates) => `${dates}, 출제 범위 미확정`,
  noQuestions: '이 버전에는 아직 문제가 없어요. 다른 버전을 골라 주세요.',
  format: (items, minutes) => `실제 시험: ${minutes}분에 ${items}문제`,
  guide: (address) => `[공식 안내서](<${address}>)`,
  lastDay: (code, date, relative) => `${code} 마지막 시험일: ${date} (${relative})`,
  zone: (zone, time) => `${zone}, 현재 ${time}`,
  zoneGuess: (zone, time) => `**${zone}** 시간대(현재 ${time})인 것 같아요. 맞나요?`,
  zoneUnknown: (zone, time) => `아직 고른 시간대가 없어요. ${zone} 기준(현재 ${time})으로 움직여요.`,
  zoneIs: (zone) => `네, ${zone}`,
  chooseZone: '시간대를 고르세요',
  otherZone: '다른 곳: 도시 입력',
  reviewers: {
    line: '검토팀',
    on: (role) => `${role} 역할과 서버를 관리하는 사람이 서버에서 만든 문제를 관리해요.`,
    off: '서버에서 만든 문제는 서버를 관리하는 사람이 관리해요.',
    gone: '역할이 삭제됐어요. 다른 역할을 고르거나, 서버를 관리하는 사람에게만 맡기세요.',
    choose: '검토팀 역할 (비우면 없음)',
    none: '검토팀 없음',
    setting: '검토팀',
  },
  permissions: {
    later: '채널을 고르면 바로 확인해요.',
    held: (channels) => `필요한 권한이 모두 있는 채널: ${list(channels)}.`,
    lacks: (channel, names) => `${channel} 채널에 없는 권한: ${list(names)}.`,
    gone: (channel, permission) =>
      `${channel} 채널이 없어졌거나 보이지 않아요. 보이지 않는다면 ${permission} 권한이 필요해요.`,
    wrongKind: (channel) =>
      `${channel} 채널에는 메시지를 올릴 수 없어요. 채팅 채널이나 공지 채널을 고르세요.`,
    more: (count) => `그 외 채널 ${number(count)}개`,
    how: '채널 설정의 권한에서 저에게 주거나, 여기서 다른 채널을 고르세요.',
  },
  week: (day) => `**한 주의 시작:** ${day}`,
  weekFrom: (day) => `한 주의 시작: ${day}`,
  language: (name) => `**언어:** ${name}`,
  discordLanguage: 'Discord에 설정된 서버 언어',
  chooseLanguage: '언어를 고르세요',
  discordLanguageChoice: 'Discord에 설정된 서버 언어',
  nothingElse: '그래서 이 명령어에 함께 적은 것도 바꾸지 않았어요.',
  zoneModal: {
    title: '이 서버의 시간대',
    label: '시간대',
    description: '예: Asia/Seoul, America/New_York, UTC. 같은 이름이 하나뿐이면 도시만 써도 돼요.',
  },
  retired: {
    ahead: ({ code, follower, last, first }) =>
      `📅 **${code} 시험은 ${last}까지 볼 수 있어요.** ${first}부터는 **${follower}** 시험이에요. 그 뒤에 시험을 본다면 지금 바꾸세요.`,
    over: (code, successor) => `⚠️ **${code} 시험은 이제 볼 수 없어요.** 다음 버전: **${successor}**.`,
    overSince: (code, date, successor) =>
      `⚠️ **${code} 시험은 이제 볼 수 없어요.** 마지막 날은 ${date}이었어요. 다음 버전: **${successor}**.`,
    keeps: '바꿔도 답변, 연속 학습, 점수는 모두 그대로예요. 새 문제만 새 버전을 따라요.',
    switchTo: (code) => `${code} 버전으로 바꾸기`,
    who: '이 서버를 관리할 수 있는 멤버만 누를 수 있어요.',
    switched: (code, name) =>
      `이제 이 서버는 **${code}** 시험을 준비해요(바꾼 사람: ${name}). 사라진 것은 없어요.`,
  },
  notice: {
    editionChanged: (code) => `이제 이 서버는 **${code}** 시험을 준비해요. 사라진 것은 없어요.`,
    editionKept: (code) => `이 서버는 이미 **${code}** 시험을 준비하고 있어요.`,
    noSuchEdition: (typed, codes) => `“${typed}”: 없는 버전이에요. 다음에서 골라 주세요: ${choice(codes)}.`,
    zoneChanged: (zone) => `시간대: **${zone}**.`,
    zoneKept: (zone) => `이미 이 시간대예요: **${zone}**.`,
    unknownZone: (typed) =>
      `“${typed}”: 모르는 시간대예요. \`Asia/Seoul\`처럼 적거나, 시간대가 하나뿐인 도시를 적어 주세요.`,
    zoneLike: (zones) => `혹시 이건가요? ${choice(zones)}`,
    weekChanged: (day) => `이제 한 주가 **${day}**에 시작돼요. 순위표를 다시 계산해요.`,
    weekKept: (day) => `이미 한 주가 **${day}**에 시작되고 있어요.`,
    languageChanged: (name) => `이제 이 서버의 모두에게 이 언어로 말해요: ${name}.`,
    languageOfDiscord: '이제 Discord에 설정된 서버 언어로 말해요.',
    unknownLanguage: (typed) => `“${typed}”: 제가 할 수 없는 언어예요. 목록에서 골라 주세요.`,
  },
  changes: '**최근 변경**',
  noChanges: '아직 없어요.',
  change: {
    line: ({ when, who, what, difference }) => `${when} ${who}: ${what}: ${difference}`,
    somebody: '떠난 사람',
    setting: {
      edition: '버전',
      zone: '시간대',
      weekStart: '한 주의 첫날',
      language: '언어',
    },
    discordLanguage: 'Discord와 같음',
    removed: '삭제됨',
    fromTo: (before, after) => `${before} → ${after}`,
    added: (what) => `추가: ${what}`,
    takenAway: (what) => `제외: ${what}`,
    asBefore: '설정은 그대로',
  },
};
