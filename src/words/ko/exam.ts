// 모의고사: 시작, 화면들, 끝났을 때의 안내.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;
const minutes = (count: number) => `${number(count)}분`;

export const exam: Words['exam'] = {
  command: {
    exam: { name: '모의고사', description: '모의고사: 나만 보고, 실제 시험처럼 시간을 재요' },
    start: { name: '시작', description: '모의고사를 시작해요' },
    continue: { name: '이어하기', description: '진행 중인 모의고사를 새 메시지에서 이어 가요' },
    history: { name: '기록', description: '지금까지의 모의고사와 점수 흐름' },
    result: { name: '실제결과', description: '실제 시험 결과를 알려 주세요: 나만 볼 수 있어요' },
    size: { name: '분량', description: '얼마나 길게 볼지 (기본: 전체)' },
    domain: { name: '도메인', description: '시험의 한 도메인만' },
    extraTime: { name: '추가시간', description: '30분 추가 (영어가 모국어가 아닌 응시자처럼)' },
    edition: { name: '버전', description: '여기서 준비하는 것과 다른 시험이나 버전' },
    passed: { name: '합격', description: '합격했는지' },
    score: { name: '점수', description: '성적표의 환산 점수, 100~1,000' },
    date: { name: '날짜', description: '시험 본 날, 예: 2026-12-05 (기본: 오늘)' },
  },
  sizes: { full: '전체 모의고사', half: '절반 모의고사', domain: '도메인 모의고사' },
  title: (size, code) => `${size}, ${code}`,
  titleOf: (size, code, domain) => `${size}, ${code}: ${domain}`,
  intro: {
    what: (count, time) => `**${number(count)}문제, ${minutes(time)}.** *시작하기*를 누르면 시간이 흘러요.`,
    extra: (time) => `이 가운데 ${minutes(time)}은 추가 시간이에요.`,
    unscored: (count) =>
      `${number(count)}문제는 실제 시험처럼 채점되지 않아요. 어느 문제인지는 알 수 없어요.`,
    rules:
      '끝날 때까지 결과를 알려 주지 않아요. 답은 바꿀 수 있고, 문제에 표시해 두고 나중에 풀 수 있어요. 끝까지 비워 둔 문제는 오답이에요.',
    goesOn: 'Discord를 닫아도 돼요. 시간은 계속 흐르고, `/모의고사 이어하기`로 돌아올 수 있어요.',
    practice: '순위표에는 반영되지 않아요.',
    begin: '시작하기',
  },
  position: (position, size) => `문제 ${position}/${size}`,
  flagged: '표시함',
  ends: (when) => `${when} 종료`,
  away: (time) => `봇이 멈춰 있었던 만큼 ${minutes(time)} 미뤄짐`,
  yourAnswer: (letters) => `내 답: **${list(letters)}**`,
  unanswered: '아직 답하지 않음',
  previous: '이전',
  next: '다음',
  flag: '표시',
  unflag: '표시 해제',
  overview: '전체 보기',
  grid: {
    title: (answered, size) => `${size}문제 중 ${answered}개 답변`,
    counts: (open, flagged) => `남은 문제 ${number(open)}개, 표시 ${number(flagged)}개`,
    legend: '`■` 답함, `□` 안 풂, `*` 표시함',
    jump: '문제로 이동',
    state: { answered: '답함', open: '안 풂' },
    filters: { all: '전체', open: '안 푼 문제만', flagged: '표시한 문제만' },
    none: { all: '문제가 없어요.', open: '안 푼 문제가 없어요.', flagged: '표시한 문제가 없어요.' },
    back: (position) => `${position}번 문제로 돌아가기`,
    submit: '제출하기',
  },
  confirm: {
    title: '모의고사를 제출할까요?',
    open: (count) =>
      count === 0
        ? '모든 문제에 답했어요.'
        : `**안 푼 문제가 ${number(count)}개** 있고, 모두 오답으로 처리돼요.`,
    final: '제출하면 아무것도 바꿀 수 없어요.',
    yes: '지금 제출하기',
    no: '문제로 돌아가기',
  },
  running: {
    title: '진행 중인 모의고사가 있어요',
    what: (title, answered, size) => `**${title}**: ${size}문제 중 ${answered}개 답변.`,
    how: '이어 가거나 제출하세요. 그런 다음 새로 시작할 수 있어요.',
    go: '이어 가기',
  },
  nextStep: (open) => ({
    what: '모의고사 이어 가기',
    why:
      open === 0
        ? '시간이 흐르고 있고 모든 문제에 답했어요. 제출하세요.'
        : `시간이 흐르고 있고 안 푼 문제가 ${number(open)}개 있어요.`,
    button: '이어 가기',
  }),
  none: '진행 중인 모의고사가 없어요. `/모의고사 시작`으로 시작하고, `/모의고사 기록`에서 이전 결과를 보세요.',
  gone: '끝났거나 내 것이 아닌 모의고사예요. 내 것은 `/모의고사 기록`에 있어요.',
  noQuestions: '해당하는 문제가 없어요. 시험, 버전, 도메인을 목록에서 골라 주세요.',
  result: {
    right: (right, size) => `${size}문제 중 ${right}개 정답 (${percent(size === 0 ? 0 : right / size)})`,
    timeUp: '시간이 끝나 그대로 제출됐어요.',
    submitted: (when) => `${when} 제출.`,
    open: (count) => `${number(count)}문제를 풀지 않았어요.`,
    score: ({ score, low, high }, pass) =>
      `**예상 점수 ${number(score)}점** (${number(low)}–${number(high)}), 합격선은 ${number(pass)}점이에요.`,
    verdict: {
      above: '이 문제 은행의 난이도로는 예상 범위 전체가 합격선보다 높아요.',
      around: '합격선이 예상 범위 안에 있어요. 지금 같아서는 붙을 수도, 떨어질 수도 있어요.',
      below: '예상 범위 전체가 합격선보다 낮아요.',
    },
    basis: (scored) =>
      `채점되는 ${number(scored)}문제로 계산했어요. 시험 기관의 환산 방식은 공개되지 않아 예상일 뿐이에요.`,
    domain: (name, right, items) => `**${name}**: ${items}문제 중 ${right}개`,
    meets: '충족',
    needsWork: '보완 필요',
    domains: '도메인별',
    time: (median) => `문제당 시간(중앙값): ${median}.`,
    slowest: (positions) => `가장 오래 걸린 문제: ${list(positions)}.`,
    slow: (position, time) => `문제 ${position} (${time})`,
    missed: (count) => `틀린 문제 (${count})`,
    flagged: (count) => `표시한 문제 (${count})`,
    everything: '모든 문제',
    toReview: '틀린 문제를 복습에 추가',
    share: '요약 공유하기',
    back: '결과로 돌아가기',
  },
  review: {
    title: { missed: '틀린 문제', flagged: '표시한 문제', all: '모든 문제' },
    place: (index, count) => `${index}/${count}`,
    right: '정답',
    wrong: '오답',
    open: '안 풂',
  },
  added: (count) =>
    count === 0 ? '모두 이미 복습에 들어 있어요.' : `${number(count)}문제를 복습에 추가했어요.`,
  sharing: {
    ask: '여기 모두에게 무엇을 보여 줄까요?',
    score: '정답 수와 점수',
    domains: '도메인별 결과까지',
  },
  shared: (name, title) => `${name} 님이 모의고사를 마쳤어요: ${title}`,
  history: {
    title: '내 모의고사',
    empty: '아직 본 모의고사가 없어요. `/모의고사 시작`으로 시작하세요.',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${right}/${size} (${percent(size === 0 ? 0 : right / size)})`,
    score: (score) => `약 ${number(score)}점`,
    trend: (change, since) =>
      change > 0
        ? `최근 전체·절반 모의고사 ${since}회 동안 예상 점수가 ${number(change)}점 올랐어요.`
        : change < 0
          ? `최근 전체·절반 모의고사 ${since}회 동안 예상 점수가 ${number(-change)}점 내렸어요.`
          : `최근 전체·절반 모의고사 ${since}회 동안 예상 점수가 그대로예요.`,
    open: '다시 볼 모의고사',
    real: (when, code, passed) => `${when} · 실제 ${code} 시험: ${passed}`,
    passed: (score) => (score === null ? '**합격**' : `**합격**, ${number(score)}점`),
    failed: (score) => (score === null ? '불합격' : `불합격, ${number(score)}점`),
  },
  told: {
    passed: (code) => `축하해요! ${code} 합격을 기록했어요. 나만 볼 수 있어요.`,
    failed: (code) =>
      `기록했어요. 나만 볼 수 있어요. ${code} 시험을 다시 보기 전에 \`/모의고사 시작\`으로 실력을 확인해 보세요.`,
    why: '예상이 얼마나 정확한지 확인하는 데도 도움이 돼요. `/개인정보 삭제`로 지울 수 있어요.',
    badDate: '**날짜**: `2026-12-05`처럼 오늘이나 그 전 날짜를 적어 주세요.',
    badScore: (least, most) => `**점수**: ${number(least)}점에서 ${number(most)}점 사이여야 해요.`,
    contradiction: (pass) => `**점수**와 **합격**이 서로 맞지 않아요. ${number(pass)}점부터 합격이에요.`,
  },
};
