// 학습 계획, 다음 할 일, 매주 보내는 메시지.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;
const days = (count: number) => `${number(count)}일`;
const lessons = (count: number) => `레슨 ${number(count)}개`;
const questions = (count: number) => `문제 ${number(count)}개`;
const reviews = (count: number) => `복습 ${number(count)}개`;
const minutes = (count: number) => `${number(count)}분`;
const hours = (count: number) => `${number(count)}시간`;

export const plan: Words['plan'] = {
  command: {
    plan: { name: '계획', description: '시험 당일까지 주 단위로 보는 내 학습 계획' },
    examDate: { name: '시험일', description: '시험 보는 날, 예: 2026-12-24' },
    hours: { name: '주당시간', description: '한 주에 낼 수 있는 시간 (기본: 필요한 만큼)' },
    next: { name: '다음', description: '지금 할 일 하나와 그 이유' },
  },
  noPlan: (exam) => `${exam} 시험에는 아직 학습 계획이 없어요. 그래도 \`/다음\`이 할 일을 찾아 줘요.`,
  date: {
    unreadable: (typed, example) =>
      `**시험일**: “${typed}”, 날짜로 읽을 수 없어요. \`${example}\`처럼 적어 주세요.`,
    past: (typed) => `**시험일**: “${typed}”, 이미 지난 날이거나 오늘이에요. 내일 이후로 골라 주세요.`,
    tooFar: (typed) => `**시험일**: “${typed}”, 1년보다 더 남았어요. 더 가까운 날을 골라 주세요.`,
  },
  none: {
    title: (code) => `${code} 합격까지 가는 길`,
    what: '계획은 주마다 할 일을 알려 줘요: 레슨, 문제, 복습, 실습, 모의고사. 한 일은 저절로 체크되고, 빠진 날은 다시 계획해요.',
    date: '시험일을 안다면 `/계획 시험일:`을 쓰세요. 아니라면 오늘 시작하세요:',
    line: (name, count, each) => `**${name}**: ${number(count)}주, 주당 약 ${hours(each)}`,
  },
  over: {
    title: (code, when) => `${code} 시험일은 ${when}이었어요`,
    today: (code) => `오늘은 ${code} 시험 보는 날이에요`,
    how: '`/모의고사 실제결과`로 결과를 알려 주세요. 나만 볼 수 있어요. 아직 안 봤다면 `/계획 시험일:`로 날짜를 옮기세요.',
    luck: '할 수 있는 만큼 했어요. 당일 안내를 읽고 창을 닫은 뒤 숨을 고르세요. 행운을 빌어요!',
  },
  title: (code, when) => `학습 계획: ${code}, ${when}`,
  place: (week, all, left) => `${number(all)}주 중 ${number(week)}주차 · ${days(left)} 남음`,
  hours: (each) => `주당 약 ${hours(each)}`,
  successor: (old, until, code) =>
    `**이 계획은 ${code} 시험용이에요.** ${old} 시험은 ${until}까지만 볼 수 있어요. 지금까지 한 일은 사라지지 않아요.`,
  provisional: (code) => `${code} 출제 범위는 아직 확정되지 않았어요. 확정되면 계획도 바뀌어요.`,
  thisWeek: '이번 주:',
  nextWeek: '다음 주:',
  week: (week) => `${number(week)}주차:`,
  span: (from, to) => `${from} – ${to}`,
  done: '완료',
  moreLessons: (count) => `□ 그 외 ${lessons(count)}`,
  questions: (done, all) => `문제: ${number(done)}/${number(all)}`,
  reviews: (done, all) => `복습: ${number(done)}/${number(all)}`,
  task: (title) => `실습: ${title}`,
  mocks: { full: '모의고사: 전체', half: '모의고사: 절반', domain: '모의고사: 가장 약한 도메인' },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: '실습 하나',
  leftOut: (tasks, mocks) =>
    `시간에 맞추려고 뺀 것: ${list([
      ...(tasks > 0 ? [`실습 ${number(tasks)}개`] : []),
      ...(mocks > 0 ? [`모의고사 ${number(mocks)}회`] : []),
    ])}.`,
  isOver: (needed, each) =>
    `⚠️ 이 주에는 정해 둔 ${hours(each)}보다 많은 약 ${hours(needed)}이 필요해요. 시간을 늘리거나 시험일을 미루면 맞출 수 있어요(\`/계획\`).`,
  buttons: {
    next: '지금 할 일',
    all: '모든 주 보기',
    task: '실습',
    day: '시험 당일',
    ics: '캘린더 파일',
    booked: '예약했어요',
    back: '계획으로',
    earlier: '이전',
    later: '이후',
  },
  remind: {
    start: '매주 알림 받기',
    stop: '알림 그만 받기',
    refused:
      '⚠️ 주간 메시지를 보내지 못했어요. Discord가 메시지를 보내지 못하게 막고 있어요. 제 다이렉트 메시지를 허용한 뒤 *매주 알림 받기*를 누르세요.',
    none: '시험 전에 새로 시작하는 주가 없어서 알릴 것이 없어요.',
  },
  handsOn: {
    place: (time, about) => `${minutes(time)} · 레슨 ${list(about)}`,
    steps: '단계',
    cleanUp: '정리:',
    cost: '비용:',
    done: '완료',
    notDone: '완료 취소',
  },
  day: {
    title: '시험 당일',
    choose: '읽을 내용 고르기',
    nothing: '이 시험의 당일 안내는 아직 없어요.',
  },
  calendar: {
    name: (code) => `${code} 학습 계획`,
    how: '내 계획을 담은 캘린더 파일이에요. 나중에 다시 가져오면 주가 갱신되고, 중복되지 않아요.',
    week: (week, code) => `${code} 공부 ${number(week)}주차`,
    exam: (code) => `시험: ${code}`,
    examHow: '행운을 빌어요! /계획에서 시험 당일 안내를 볼 수 있어요.',
  },
  next: {
    nothing: '여기서는 할 일이 없어요. 불러온 시험이 없어요.',
    takes: (time) => `약 ${minutes(time)}`,
    other: '다른 일 보기',
    lessonQuestions: '관련 문제 5개',
    makePlan: (code) => ({
      what: '계획 세우기',
      why: `${code} 준비로 매주 무엇을 할지 정해 두면 마지막 밤에 몰리지 않아요.`,
      button: '계획 세우기',
    }),
    examOver: (code) => ({
      what: '시험이 어땠는지 알려 주기',
      why: `계획한 ${code} 시험일이 지났어요. 날짜를 옮기거나 새 계획을 시작해도 돼요.`,
      button: '계획 보기',
    }),
    examDay: (code, left) => ({
      what: '시험 당일 안내 읽기',
      why:
        left <= 0
          ? `오늘은 ${code} 시험 보는 날이에요.`
          : left === 1
            ? `내일은 ${code} 시험 보는 날이에요.`
            : `${days(left)} 뒤에 ${code} 시험을 봐요.`,
      button: '시험 당일',
    }),
    book: (code, left) => ({
      what: `${code} 시험 예약하기`,
      why: `시험일까지 ${days(left)} 남았고, 좋은 시간은 먼저 차요. 시험 기관에서 예약한 뒤 여기에 알려 주세요.`,
      button: '예약했어요',
    }),
    lesson: (title, isAhead) => ({
      what: `레슨 ${title}`,
      why: isAhead ? '이번 주 몫을 마쳤어요. 계획의 다음 레슨이에요.' : '이번 주 계획의 다음 레슨이에요.',
      button: '읽기',
    }),
    task: (title) => ({
      what: `실습: ${title}`,
      why: '직접 만들어 본 것은 오래 기억에 남아요. 이번 주 계획에 있어요.',
      button: '단계 보기',
    }),
    mock: {
      full: (_domain) => ({
        what: '전체 모의고사 보기',
        why: '이번 주 계획에 있어요. 실제 시험처럼 시간을 재고 지금 실력을 보여 줘요.',
        button: '모의고사 열기',
      }),
      half: (_domain) => ({
        what: '절반 모의고사 보기',
        why: '이번 주 계획에 있어요. 레슨 내용이 얼마나 남았는지 보여 줘요.',
        button: '모의고사 열기',
      }),
      domain: (domain) => ({
        what: `한 도메인 모의고사 보기: ${domain}`,
        why: '이번 주 계획에 있고, 가장 약한 도메인이에요.',
        button: '모의고사 열기',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `${questions(count)} 풀기: ${domain}`,
      why: isPlanned
        ? '이번 주 계획에 풀 문제가 남아 있고, 가장 약한 도메인이에요.'
        : '언제나 해 둘 만하고, 이 도메인에 가장 필요해요.',
      button: `${questions(count)} 풀기`,
    }),
  },
  digest: {
    title: (week, all) => `${number(all)}주 중 ${number(week)}주차가 시작돼요`,
    exam: (code, when) => `${code} 시험일: ${when}`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [`모의고사 ${number(done.exams)}회`] : []),
      ];
      return parts.length === 0
        ? '지난주는 조용했네요. 계획을 옮겼으니 여기서부터 이어 가요.'
        : `지난주: ${list(parts)}. 잘했어요!`;
    },
    now: '이번 주:',
    how: '여기나 스터디 그룹 서버에서 `/다음`을 쓰면 한 번에 하나씩 할 수 있어요.',
    result:
      '시험은 어땠나요? 여기나 스터디 그룹 서버에서 `/모의고사 실제결과`로 기록하세요. 나만 볼 수 있고, 예상이 얼마나 정확한지 확인하는 데 도움이 돼요.',
    once: '한 번만 여쭤봐요. 답하지 않아도 괜찮아요.',
    off: '직접 요청하신 메시지예요. `/계획`에서 끌 수 있어요.',
    answer: '지금 한 문제 풀기',
  },
};
