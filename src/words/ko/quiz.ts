// 묻고 답하기: 명령어, 답변 후 안내, 라운드, 기록.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number, percent } = forms;

export const quiz: Words['quiz'] = {
  command: {
    quiz: { name: '퀴즈', description: '시나리오 문제를 내요: 여기 모두에게, 또는 나에게만' },
    topic: { name: '주제', description: '도메인, 모듈, 레슨 또는 개념' },
    count: { name: '문제수', description: '문제 수 (기본: 1, 여러 개면 스레드에서 이어져요)' },
    openFor: {
      name: '열림시간',
      description: '문제마다 열려 있는 시간: 30분, 2시간, 3일 (기본: 30분)',
    },
    pace: { name: '속도', description: '라운드를 진행하는 속도 (기본: 빠르게)' },
    private: { name: '비공개', description: '나만 문제를 봐요: 내 속도대로 연습' },
    until: { name: '기준일', description: '이 날이나 그 전에 마감된 문제, 예: 2026-11-26' },
    history: {
      name: '기록',
      description: '이 채널에서 마감된 문제와 정답, 해설, 답변',
    },
  },
  paces: {
    relaxed: '여유롭게 – 문제당 30분',
    brisk: '빠르게 – 문제당 3분',
    fast: '아주 빠르게 – 문제당 90초',
  },
  counts: { 1: '1', 5: '5 – 짧은 퀴즈', 10: '10 – 공부 모드' },
  topic: (name, questions) => `${name} (${questions})`,
  badOpenFor: '**열림시간**: 1분에서 7일 사이의 시간을 `30분`, `2시간`, `3일`처럼 적어 주세요.',
  unknownTopic: (typed, near) =>
    `“${typed}”: 이 시험 버전에는 관련 문제가 없어요. 가장 가까운 주제: ${choice(near)}.`,
  noQuestions:
    '이 시험 버전에는 아직 문제가 없어요. 서버에서는 관리자가 `/서버설정 변경`으로, 그 밖에서는 직접 `/설정 시험`으로 다른 것을 고르세요.',
  coolingDown: (when) =>
    `모두가 따라올 수 있게 한 번에 한 문제씩 내요. 다음 문제: ${when}. 그동안 위의 문제에 답해 보세요!`,
  ownFull: (limit) =>
    `이 채널에 내가 낸 문제가 ${limit}개 열려 있어요. 하나를 마감하거나 끝날 때까지 기다려 주세요.`,
  channelFull: (limit) =>
    `이 채널에 이미 문제가 ${limit}개 열려 있어요. 하나를 마감하거나 저절로 마감될 때까지 기다려 주세요.`,
  exhausted: '고른 범위의 문제를 여기서 모두 냈기 때문에, 가장 오래전에 낸 문제를 다시 냈어요.',
  gone: '더는 쓸 수 없는 문제예요. `/퀴즈`로 새 문제를 시작해 주세요.',
  closedAlready: '이미 마감된 문제예요. 몇 초 안에 정답이 나와요.',
  menu: {
    explain: '이 문제 해설 보기',
    notOurs: '제가 낸 문제가 아니에요. 제가 올린 문제나 제가 보낸 답장에 써 주세요.',
  },
  stillOpen: '아직 열려 있는 문제예요. 정답과 해설은 마감되면 나와요.',
  thread: {
    exam: (size, date) => `퀴즈 ${date}: ${number(size)}문제`,
    topic: (topic, date) => `${topic}, ${date}`,
  },

  verdict: {
    right: (mine) => `**정답이에요!** 내 선택: ${mine}.`,
    wrong: (mine, key) => `**틀렸어요.** 내 선택: ${mine}, 정답: ${key}.`,
    partly: (right, picks) =>
      `고른 ${picks}개 중 ${number(right)}개가 맞았어요. 실제 시험처럼 모두 맞혀야 해요.`,
    already: '이미 답한 문제예요',
    firstCounts: (verdict) => `첫 답변이 반영돼요. ${verdict}`,
    key: (letters) => `정답: **${list(letters)}**.`,
  },
  yourChoice: '내 선택',
  points: (points) => `**+${number(points)}**점`,
  noPoints: '점수 반영: 이번에는 점수가 없어요.',
  practice: {
    private: '연습, 점수 없음: 비공개 문제는 점수에 반영되지 않아요.',
    test: '연습, 점수 없음: 테스트 게시물은 점수에 반영되지 않아요.',
    late: '연습, 점수 없음: 이미 마감된 문제였어요.',
    'answered-before': '연습, 점수 없음: 최근 90일 안에 점수에 반영된 답변이 있는 문제예요.',
    'key-seen': '연습, 점수 없음: 최근 7일 안에 연습했거나 정답을 본 문제예요.',
  },
  another: '비슷한 문제 더',
  next: '다음',
  result: '결과',
  documentation: (page) => `읽어 보기: ${page}`,

  round: {
    finished: (right, size) => `라운드 완료: ${size}문제 중 ${right}개 정답`,
    isPractice: '비공개 문제는 연습이에요. 연속 학습에는 반영되고 순위표에는 반영되지 않아요.',
    again: '`/퀴즈 비공개:True`로 다음 라운드를 시작하고, `/다음`으로 지금 하면 좋은 일을 볼 수 있어요.',
    resumed: '끝내지 않은 라운드를 이어 가요.',
    end: '이 라운드 끝내기',
    which: (answered, size) =>
      `끝내지 않은 라운드가 있어요: ${size}문제 중 ${answered}개 답변. 어느 쪽을 할까요? 새로 시작하면 이전 라운드는 거기서 끝나요.`,
    goOn: '하던 라운드 이어 가기',
    instead: '새로 시작하기',
  },
  sure: {
    'waited-for': (members) =>
      `앞 문제에 답한 멤버 중 **${number(members)}명**이 아직 이 문제에 답하지 않았어요.`,
    answered: (members) =>
      `방금 1분 사이에 **${number(members)}명**이 답했어요. 다른 사람도 답하려는 중일 수 있어요.`,
    close: '그래도 마감하기',
    end: '그래도 라운드 끝내기',
    done: {
      question: '문제를 마감했어요. 몇 초 안에 정답이 나와요.',
      round: '라운드를 끝냈어요. 몇 초 안에 결과가 나와요.',
    },
  },
  closedReply: (right, answers) => `마감: ${answers}명 중 **${right}명** 정답.`,
  outcome: {
    'all-asked': '라운드가 끝났어요',
    ended: '라운드를 끝냈어요',
    silence: '라운드를 여기서 멈춰요: 두 문제 연속으로 답변이 없었어요',
    stuck: '라운드를 여기서 멈춰요: 다음 문제를 보여 줄 수 없어요',
    'shut-out': '라운드를 여기서 멈춰요: 진행하던 곳에 다음 문제를 올릴 권한이 없어요',
    delayed: '라운드를 여기서 멈춰요: Discord가 다음 문제를 제때 받지 않았어요',
    nobody: '제시간에 답한 사람이 없어요.',
    winner: (names, right, size) => `🏆 우승: ${list(names)}, ${size}문제 중 **${right}개** 정답.`,
    row: (right, size, points) => `${size}문제 중 ${right}개 정답 · ${points}`,
    points: (points) => `${number(points)}점`,
    more: (members) => `그 외 ${number(members)}명`,
    question: (position) => `문제 ${position}`,
    hardest: (question, right, answers) =>
      `가장 어려웠던 문제: ${question}, ${answers}명 중 ${right}명 정답 (${percent(right / answers)})`,
    fastest: (name, seconds, position) => `가장 빠른 정답: ${name}, ${number(seconds)}초 (문제 ${position})`,
    again: '한 라운드 더',
    mistakes: '틀린 문제 보기',
  },
  mistakes: {
    title: (count) => `틀린 문제 ${number(count)}개`,
    none: '이 라운드에서 틀린 문제가 없어요.',
    tookNoPart: '이 라운드에서 답한 문제가 없어요.',
    choose: '해설 다시 읽기',
  },
  closedHere: {
    none: '이 채널에는 아직 마감된 문제가 없어요. `/퀴즈`로 시작하면 끝난 뒤 여기에서 볼 수 있어요.',
    title: '이 채널에서 마감된 문제',
    hint: '하나를 고르면 정답과 해설, 모두의 답변을 볼 수 있어요.',
    choose: '문제를 고르세요',
    until: (date) => `${date}까지`,
    noneSuch: '조건에 맞는 마감된 문제가 없어요. `주제`나 `기준일`을 빼면 더 볼 수 있어요.',
    unknownDay: (typed) =>
      `“${typed}”: 알 수 없는 날짜예요. 2026-11-26처럼 적거나 \`기준일\` 목록에서 골라 주세요.`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: '더 최근',
    older: '더 이전',
  },
};
