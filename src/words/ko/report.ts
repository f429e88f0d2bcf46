// 문제 신고: 버튼, 양식, 감사 인사.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent } = forms;

export const report: Words['report'] = {
  button: '신고',
  title: (id) => `문제 ${id} 신고`,
  what: '무엇이 잘못됐나요?',
  kinds: {
    'wrong-key': '정답으로 표시된 답이 틀렸어요',
    outdated: '내용이 오래됐어요',
    unclear: '모호하거나 답이 두 개예요',
    typo: '오타나 표시 오류가 있어요',
    other: '그 밖의 문제',
  },
  how: '어떻게 바뀌어야 하고, 근거는 무엇인가요?',
  howHint: '공식 문서 링크가 가장 도움이 돼요.',
  chooseKind: '**무엇이 잘못됐나요?**: 하나를 골라 주세요.',
  blank: '무엇이 잘못됐는지 몇 마디라도 적어 주세요. 빈 신고는 도움이 되지 않아요.',
  reported: '고마워요. 신고를 저장했고, 문제를 관리하는 사람이 읽어요. 결과를 알려 드릴게요.',
  gone: '이제 문제 은행에 없는 문제라 신고할 것이 없어요.',
  tooMany: (limit) => `오늘 문제를 ${number(limit)}개 신고해서 하루 한도를 채웠어요. 내일 이어서 해 주세요.`,
  queue: {
    command: {
      name: '신고목록',
      description: '신고된 문제들, 문제를 관리하는 사람용',
    },
    title: '신고된 문제',
    empty: '기다리는 신고가 없어요. 신고된 문제를 모두 처리했어요.',
    mayNot:
      '문제를 관리하는 사람만 쓸 수 있어요. 이 서버의 문제집은 **서버 관리하기** 권한이나 검토자 역할이 있는 사람, 공식 문제는 이 봇의 운영자가 관리해요.',
    line: (id, exam, reports) => `**${id}** · ${exam} · 신고 ${number(reports)}건`,
    look: '하나 골라 보기',
    gone: '없어졌거나 볼 수 없는 신고 건이에요.',
    ticket: (id, version) => `${id}, 버전 ${version}`,
    state: {
      open: '처리 전',
      rejected: '반려됨',
      amended: '내용 수정됨',
      rekeyed: '정답 변경됨',
      either: '둘 다 정답이었음',
      retired: '출제 중단됨',
    },
    reports: '신고 내용',
    noReports: '남은 신고가 없어요.',
    answers: (answers) => `답변 ${number(answers)}개`,
    picked: (share) => percent(share),
    reject: '반려',
    fixText: '내용 수정',
    changeKey: '정답 변경',
    twoRight: '둘 다 정답',
    retire: '출제 중단',
    undo: '되돌리기',
    back: '목록으로',
    chooseKey: '어느 것이 정답인가요?',
    chooseSecond: '또 어느 것이 정답인가요?',
    rejectTitle: '신고 반려',
    rejectReason: '지금 그대로가 맞는 이유와 링크',
    textTitle: '내용 수정',
    stem: '상황과 질문',
    options: '선택지, 한 줄에 하나씩 순서대로',
    dryTitle: '이렇게 바뀌어요',
    dry: (answers, members) => `멤버 ${number(members)}명의 답변 ${number(answers)}개가 정답으로 바뀌어요.`,
    places: (places, boards) =>
      `순위표 ${number(boards)}개에서 순위 ${number(places)}개가 바뀌고, 연속 학습은 그대로예요.`,
    keeps: '이전 정답으로 맞힌 사람의 점수는 그대로예요. 24시간 안에 되돌릴 수 있어요.',
    eitherRetires: '정답이 둘이면 낼 수 없어서, 내용을 고칠 때까지 이 문제를 내지 않아요.',
    stale: '그사이 누군가 답했어요. 지금 적용하면 이렇게 바뀌어요.',
    doIt: '적용하기',
    noKey: '지금과 다른 정답을 고르세요. 선택지 1~3개, 전부는 안 돼요.',
    done: {
      rejected: '반려했어요. 신고한 사람에게 알려요.',
      amended: '수정했어요. 이제부터 새 내용으로 나와요. 신고한 사람에게 알려요.',
      rekeyed:
        '정답을 바꿨어요. 답변을 다시 채점하고 있고, 순위표는 1분 안에 바뀌어요. 신고한 사람에게 알려요.',
      either:
        '둘 다 정답으로 인정해요. 답변을 다시 채점하고 있고, 순위표는 1분 안에 바뀌어요. 신고한 사람에게 알려요.',
      retired: '이제 이 문제를 내지 않아요. 답변은 남아요. 신고한 사람에게 알려요.',
      open: '다시 열었어요.',
    },
    undone: '되돌렸어요. 답변을 원래대로 돌리고 있고, 문제는 전처럼 나와요.',
    tooLate: '처리한 뒤 24시간 안에만 되돌릴 수 있어요.',
    decidedBefore: '그사이 다른 사람이 이 신고 건을 처리했어요.',
    changedSince: '그사이 문제가 바뀌어 아무것도 하지 않았어요. 지금 내용을 확인해 주세요.',
    optionsMustStay: '선택지의 수와 순서는 그대로 두세요. 여기서는 글만 바꿀 수 있어요.',
    notedKey: (letters) => `-# 나중에 정정됨: 정답은 **${letters}**. 이렇게 고른 사람은 점수를 받았어요.`,
    again: '이미 읽으셨을 수 있어요:',
    told: {
      rejected: (id, reason) => `신고하신 문제 ${id}: 검토한 결과 그대로 두기로 했어요. ${reason}`,
      amended: (id) => `신고하신 문제 ${id}: 내용을 고쳤어요. 고마워요!`,
      rekeyed: (id) =>
        `신고하신 문제 ${id}: 말씀이 맞았어요. 정답을 바꾸고 답변을 다시 채점했어요. 고마워요!`,
      either: (id) =>
        `신고하신 문제 ${id}: 말씀이 맞았어요. 선택지 두 개가 모두 맞아 이제 둘 다 정답이에요. 고마워요!`,
      retired: (id) => `신고하신 문제 ${id}: 이제 내지 않아요. 고마워요!`,
      open: (id) => `신고하신 문제 ${id}: 다시 검토하고 있어요.`,
    },
  },
};
