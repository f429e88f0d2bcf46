// 멤버가 아는 것과 시험에서의 값어치: 화면과 그 이유.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, date } = forms;
const answers = (count: number) => `답변 ${number(count)}개`;

export const progress: Words['progress'] = {
  command: {
    progress: { name: '현황', description: '얼마나 준비됐는지: 점수, 합격 확률, 도메인, 가장 도움이 될 것' },
    member: { name: '멤버', description: '누구의 현황을 볼지 (기본: 나)' },
  },
  memberIsBot: '**멤버**: 봇은 시험을 보지 않아요. 사람을 골라 주세요.',
  memberNotHere:
    '**멤버**: 다른 사람의 현황은 제가 있는 서버에서, 그 서버에 있는 멤버의 것만 볼 수 있어요. 거기서 골라 주세요.',
  notVisible: '현황을 공개하지 않는 멤버예요. `/현황`만 쓰면 내 현황을 볼 수 있어요.',
  noExam:
    '이 시험에는 아직 문제가 없어요. 서버에서는 관리자가 `/서버설정 변경`으로, 그 밖에서는 직접 `/설정 시험`으로 다른 시험을 고르세요.',
  basis: (count) => `${answers(count)} 기준`,
  title: (code) => `내 현황: ${code}`,
  titleOf: (name, code) => `${name} 님의 현황: ${code}`,
  nothing: {
    own: '아직 아는 것이 없어요. 첫 답변부터 시작돼요. `/진단`의 30문제로 가장 많이 알 수 있어요.',
    other: '이 멤버에 대해서는 아직 아는 것이 없어요.',
  },
  score: ({ median, low, high }, pass) =>
    `**예상 점수 ${number(median)}점** (${number(low)}–${number(high)}), 합격선은 ${number(pass)}점이에요.`,
  chance: (share, words) => `**오늘 시험을 보면 합격할 확률: ${percent(share)}**, ${words}.`,
  chanceWords: {
    'very-likely': '매우 높음',
    likely: '높음',
    even: '반반',
    unlikely: '아직은 낮음',
    'very-unlikely': '아직 매우 낮음',
  },
  ceiling: (oneIn) =>
    `내 수준을 정확히 아는 사람도 약 ${number(oneIn)}번에 한 번은 결과를 틀리게 예상해요. 이 문제 은행의 난이도로 잰 값이고, 보장은 아니에요.`,
  missing: (count) =>
    `**합격 확률을 내기에는 아직 답변이 모자라요.** 반영될 ${answers(count)}가 더 필요해요. \`/진단\`으로 한 번에 30개를 채울 수 있어요.`,
  domains: '도메인별 예상 정답률',
  domain: (name, { median, low, high }, count) =>
    `**${name}**: ${percent(median)} (${percent(low)}–${percent(high)}), ${answers(count)} 기준`,
  domainMissing: (name, count) => `**${name}**: 아직 답변이 모자라요, ${number(count)}개 더 필요`,
  tasks: (covered, all) => `**다룬 태스크:** ${all}개 중 ${covered}개`,
  tasksOpen: (names, more) =>
    more === 0 ? `남은 것: ${list(names)}.` : `남은 것: ${names.join('; ')}; 그 외 ${number(more)}개.`,
  trend: (steps) => `**주별 변화:** ${steps.join(' → ')}`,
  raise: '점수를 가장 많이 올릴 것',
  raiseLine: (title, by) => `${title}: 약 ${number(by)}점`,
  record: (count, inside, brier) =>
    inside === null
      ? `지금까지 실제 결과 ${number(count)}건: 브라이어 점수 ${number(brier)} (0은 완벽, 0.25는 동전 던지기).`
      : `지금까지 실제 결과 ${number(count)}건: 점수의 ${percent(inside)}가 예상 범위 안이었고, 브라이어 점수는 ${number(brier)} (0은 완벽, 0.25는 동전 던지기).`,
  quizOf: (title) => `퀴즈: ${title}`,
  withQuiz: (line, topic) => `${line}: \`/퀴즈 주제:${topic} 비공개:True\``,
  why: {
    ask: '왜일까요? 수치를 고르세요',
    title: (what) => `이유: ${what}`,
    topics: {
      score: '예상 점수',
      chance: '합격 확률',
      tasks: '태스크',
      trend: '주별 변화',
      raise: '점수를 가장 많이 올릴 것',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) =>
      `최근 400일의 답변 ${number(given)}개 중 반영된 **${answers(counted)}**로 계산했어요.`,
    worth: (sum, oldest) =>
      `모두 합치면 새 답변 ${number(sum)}개만큼의 무게예요. 가장 오래된 것은 ${date(oldest)} 답변이에요.`,
    weights:
      '무게: 처음 만난 문제는 전부, 21일이 지나 다시 만난 문제는 절반, 그 전의 반복은 0이에요. 답변의 무게는 30일마다 절반이 돼요. 정답을 본 뒤 1주일 안의 답변은 반영하지 않아요.',
    difficulty: (learned, all) =>
      `문제의 난이도는 모두의 첫 답변에서 나와요. 문제 ${number(all)}개 중 ${number(learned)}개에 첫 답변이 있고, 나머지는 표시된 난이도를 따라요.`,
    prior: '답변이 없을 때는 대부분의 멤버와 비슷하다고 보고, 답변이 쌓일수록 예상이 달라져요.',
    sittings:
      '나처럼 답한 가상의 멤버 2,000명이 시험을 한 번씩 봐요. 가운데 값이 예상 점수이고, 열에 아홉이 범위 안에 들어요.',
    scale: (mark, doubt) =>
      `시험 기관이 정답 수를 점수로 바꾸는 방식은 공개되지 않아요. 찍었을 때부터 정답률 ${percent(mark)}(오차 ±${percent(doubt)})의 합격선을 지나 만점까지 직선이라고 가정해요.`,
    ofDomain: (offset) =>
      offset >= 0
        ? '답변으로 보면 시험 전체보다 이 도메인에서 더 강해요.'
        : '답변으로 보면 시험 전체보다 이 도메인에서 더 약해요.',
    newest: '최근에 반영된 답변:',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? '정답' : '오답'} · 무게 ${percent(weight)}`,
    none: '아직 반영된 답변이 없어요.',
    tasks: '맞든 틀리든 한 태스크의 문제 3개(더 적으면 전부)에 답하면 다룬 것으로 봐요.',
    task: (name, answered, all) => `${name}: ${answered}/${all}`,
    trend:
      '각 주의 마지막 예상이에요. 확인하지 않은 주는 그때까지의 답변을 지금 아는 문제 난이도로 계산한 값이에요.',
    raise:
      '레슨마다, 그 레슨의 답변이 가장 강한 도메인만큼 좋아지면 가운데 점수가 얼마나 오르는지예요. 레슨의 비중은 그 도메인에서 차지하는 문제 수만큼이에요.',
  },
};
