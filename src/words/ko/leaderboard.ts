// 순위표: 명령어, 제목과 줄, 내 순위.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: '순위표', description: '이 서버의 선두와 내 순위' },
    domain: { name: '도메인', description: '시험의 한 도메인 (기본: 전체)' },
    window: { name: '기간', description: '언제부터 (기본: 이번 주)' },
    metric: { name: '기준', description: '무엇을 비교할지 (기본: 점수)' },
  },
  windowChoice: { today: '오늘', week: '이번 주', month: '이번 달', all: '전체 기간' },
  metricChoice: { points: '점수', accuracy: '정답률' },
  title: (metric) => `순위표: ${metric}`,
  metrics: { points: '점수', accuracy: '정답률' },
  windows: { today: '오늘', week: '이번 주', month: '이번 달', all: '전체 기간' },
  allDomains: '모든 도메인',
  everyDomain: '모든 도메인',
  by: (metric) => `비교 기준: ${metric}`,
  pages: {
    places: (from, to) => `${from}–${to}위`,
    mine: '내 순위',
  },
  unchecked:
    '지금 이 서버에 누가 있는지 Discord가 제때 알려 주지 않았어요. 나간 사람이 섞여 있으면 순위가 실제보다 낮게 보여요.',
  resets: (when) => `${when} 초기화`,
  anonymous: '익명',
  you: '(나)',
  tied: '동점',
  right: (right, rated) => `${rated}개 중 ${right}개 정답`,
  points: (points) => `${number(points)}점`,
  empty: {
    points: '아직 점수에 반영된 답변이 없어요. `/퀴즈`로 모두에게 문제를 내고 첫 주자가 되어 보세요.',
    accuracy: (needed) =>
      `이 순위표에는 점수에 반영된 답변이 ${needed}개 필요한데, 아직 아무도 채우지 못했어요. \`/퀴즈\`로 모두에게 문제를 내 보세요.`,
  },
  own: (name, place) => `${name}: ${place}`,
  ownName: '나',
  rank: (rank, worth) => `**${rank}위**, ${worth}.`,
  aboutRank: (rank, worth) => `약 **${rank}위**, ${worth}. 위에 있는 사람 중 일부는 나갔을 수 있어요.`,
  tooFew: (rated, needed) =>
    `순위에 필요한 점수 반영 답변 ${needed}개 중 ${rated}개를 채웠어요. \`/퀴즈\`로 다음 문제를 풀어 보세요.`,
  nothingYet: '이 기간에는 점수에 반영된 답변이 없어요. `/퀴즈` 문제에 답하면 순위에 들어가요.',
  rules: {
    points:
      '점수에 반영된 답변이 맞으면 쉬움 1점, 보통 2점, 어려움 3점이에요. 동점이면 정답률이 높은 순, 답변이 적은 순이에요.',
    accuracy: (needed) =>
      `점수에 반영된 답변이 ${needed}개 이상일 때의 정답 비율이에요. 같으면 점수 순이에요.`,
  },
  privately: '다른 사람에게 공개하지 않아서 나만 볼 수 있어요(`/설정 공개범위`).',
  winners: {
    option: { name: '우승자', description: '매주 우승자를 알릴 채널' },
    title: '주간 우승자',
    next: '새로운 한 주가 시작됐어요. 모두 0점부터예요. 내 순위는 `/순위표`에서 보세요.',
    on: (channel) => `다음 주 첫날 아침에 ${channel} 채널에 알려요.`,
    off: '우승자를 알리지 않아요.',
    choose: '주간 우승자를 알릴 채널',
    turnedOn: (channel) => `매주 우승자를 ${channel} 채널에 알려요.`,
    turnedOff: '주간 우승자를 알리지 않아요.',
    lacks: (channel, names) => `${channel} 채널에 우승자를 알릴 수 없어요. 없는 권한: ${list(names)}.`,
    wrongChannel: (channel) =>
      `${channel} 채널에는 메시지를 올릴 수 없어요. 우승자를 알릴 채팅 채널이나 공지 채널을 골라 주세요.`,
    setting: '주간 우승자',
  },
  unknownDomain: (typed, names) =>
    `“${typed}”: 이 서버의 시험에 없는 도메인이에요. 다음에서 골라 주세요: ${choice(names)}.`,
};
