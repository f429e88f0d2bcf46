// 서버의 자체 문제: 쓰기, 목록, 가져오기, 내보내기.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;

const fields = {
  stem: '문제',
  option: '선택지',
  why: '해설',
  takeaway: '핵심 문장',
  reference: '참고 링크',
};
const optionLetter = (option: number | null) =>
  option === null ? '' : ` ${'ABCDEFGHIJ'[option] ?? option + 1}`;
const questions = (count: number) => `문제 ${number(count)}개`;

export const authoring: Words['authoring'] = {
  command: {
    question: { name: '문제', description: '서버에서 만든 문제: 쓰기, 제안, 가져오기, 내보내기' },
    add: { name: '추가', description: '문제를 써요' },
    suggest: { name: '제안', description: '문제집을 관리하는 사람에게 문제를 제안해요' },
    edit: { name: '수정', description: '서버에서 만든 문제 하나를 수정해요' },
    retire: { name: '중단', description: '문제를 더는 내지 않아요. 답변은 남아요' },
    restore: { name: '복원', description: '중단한 문제를 다시 내요' },
    list: { name: '목록', description: '서버에서 만든 문제와 검토를 기다리는 제안' },
    preview: { name: '미리보기', description: '문제의 정답, 해설, 상태를 봐요' },
    packs: { name: '문제집', description: '문제집을 만들거나 이름, 도메인, 시험을 바꿔요' },
    import: { name: '가져오기', description: '파일에서 문제를 가져와요. 먼저 결과를 미리 보여 줘요' },
    export: { name: '내보내기', description: '문제집을 13가지 형식 중 하나의 파일로 받아요' },
    pack: { name: '문제집', description: '어느 문제집인지. 새 이름이면 새로 만들어요' },
    name: { name: '이름', description: '문제집의 이름' },
    newName: { name: '새이름', description: '앞으로 쓸 이름' },
    domains: { name: '도메인', description: '도메인과 비중, 예: “보안 60, 배포 40”' },
    items: { name: '문제수', description: '모의고사의 문제 수' },
    minutes: { name: '시간', description: '모의고사 시간(분)' },
    pass: { name: '합격선', description: '합격하는 정답률(%)' },
    which: { name: '문제', description: '문제에 나오는 단어나 번호' },
    status: { name: '상태', description: '이 상태의 문제만' },
    file: {
      name: '파일',
      description: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI, Anki, 최대 10MiB',
    },
    format: { name: '형식', description: '파일 형식 (저절로 알아내지 못할 때)' },
    toFormat: { name: '형식', description: '내보낼 형식' },
    reviewers: {
      name: '검토자',
      description: '서버에서 만든 문제를 관리할 역할. 없으면 서버를 관리하는 사람만 해요',
    },
    role: { name: '역할', description: '이 역할의 멤버는 추가, 수정, 검토, 가져오기를 할 수 있어요' },
    make: { name: '이 메시지로 문제 만들기' },
  },
  statuses: { live: '출제 중', suggested: '검토 대기', retired: '출제 중단', declined: '거절됨' },
  form: {
    title: '문제 (1/2)',
    stem: '상황과 질문',
    options: '선택지, 한 줄에 하나씩',
    optionsHint: '2~6개. 정답은 다음 단계에서 골라요.',
    keyTitle: '정답과 해설 (2/2)',
    key: '어느 것이 정답인가요?',
    reasons: '각각 맞거나 틀린 이유, 한 줄에 하나씩',
    reasonsHint: '선택지 순서대로. 비워도 돼요.',
    takeaway: '핵심 문장: 기억할 한 문장',
    references: '근거가 되는 링크, 한 줄에 하나씩',
    fileTitle: '문제 가져오기',
    file: '파일, 최대 10MiB',
    fileHint: 'JSON, YAML, CSV, Excel, Moodle XML, GIFT, Aiken, QTI, Anki. 먼저 결과를 미리 보여 줘요.',
    pack: '문제집',
    packHint: '비우면 파일대로. 새 이름이면 새 문제집을 만들어요.',
  },
  newPack: (name) => `새 문제집 **${name}**`,
  inPack: (name, id) => `${name} · ${id}`,
  draftTitle: { add: '새 문제', edit: '고친 문제', suggest: '내 제안' },
  editText: '문제와 선택지',
  editKey: '정답과 해설',
  save: { add: '저장', edit: '저장', suggest: '제안 보내기' },
  cancel: '취소',
  cancelled: '취소했어요. 바뀐 것이 없어요.',
  chooseDomain: '도메인',
  chooseDifficulty: '난이도',
  notYet: '저장하기 전에 고칠 것:',
  ready: '저장할 수 있어요.',
  saved: {
    add: (pack, id) => `저장됨: **${pack}** 문제집의 **${id}**. 이제부터 낼 수 있어요.`,
    edit: (pack, id) =>
      `저장됨: **${pack}** 문제집의 **${id}**. 이제부터 새 내용으로 나와요. 이전 문제의 답변은 남아요.`,
    suggest: (pack) => `고마워요. **${pack}** 문제집에 보낸 제안이 검토를 기다려요. 결과를 알려 드릴게요.`,
  },
  draftGone: '더는 없는 초안이에요. 저장했거나 취소했거나 더 새로운 내 초안으로 바뀐 거예요.',
  faults: {
    missing: (field, option) => `${fields[field]}${optionLetter(option)}: 비어 있어요`,
    tooLong: (field, option, { has, limit }) =>
      `${fields[field]}${optionLetter(option)}: ${number(has)}자예요. 최대 ${number(limit)}자까지 돼요`,
    tooManyReferences: (has, limit) =>
      `참고 링크가 ${number(has)}개예요. 최대 ${number(limit)}개까지 저장돼요`,
    tooFewOptions: (has, limit) => `선택지가 ${number(has)}개예요. 적어도 ${number(limit)}개가 필요해요`,
    tooManyOptions: (has, limit) => `선택지가 ${number(has)}개예요. 최대 ${number(limit)}개까지 돼요`,
    noKey: '정답으로 표시된 선택지가 없어요',
    tooManyKeys: (has, limit) => `정답이 ${number(has)}개예요. 최대 ${number(limit)}개까지 돼요`,
    allRight: '모든 선택지가 정답이에요. 하나는 오답이어야 해요',
    noAddress: 'https://로 시작하지 않는 참고 링크가 있어요',
    sameOptions: (option, other) =>
      `선택지 ${optionLetter(other).trim()}, ${optionLetter(option).trim()}의 내용이 같아요`,
  },
  notChanged: {
    'no-such-pack': '이 서버에 없는 문제집이에요. 있는 것은 `/문제 목록`에서 보세요.',
    'no-such-question': '없는 문제예요. 입력을 시작하고 목록에서 골라 주세요.',
    'name-taken': (name) => `**${name}** 문제집이 이미 있어요. 다른 이름을 고르세요.`,
    'too-many-packs': (limit) =>
      `서버마다 문제집을 ${number(limit)}개까지 둘 수 있어요. 있는 것을 바꿔 쓰세요.`,
    'too-many-questions': (limit, left) =>
      `문제집마다 문제를 ${number(limit)}개까지 둘 수 있고, ${number(left)}개 더 넣을 수 있어요. 몇 개를 중단하거나 문제집을 하나 더 만드세요.`,
    'domains-in-use': '문제가 있는 도메인은 뺄 수 없어요. 먼저 `/문제 수정`으로 문제를 옮기세요.',
    'changed-meanwhile': '그사이 다른 사람이 바꿔서 저장하지 않았어요. 지금 내용을 확인하고 다시 해 주세요.',
  },
  whichPack: (names) => `어느 문제집인가요? \`문제집\`에서 고르세요: ${list(names)}.`,
  noPack: '이 서버에는 아직 문제집이 없어요. 첫 문제집의 이름을 `문제집`에 적어 주세요.',
  longName: (limit) => `문제집 이름은 ${number(limit)}자까지예요. 더 짧은 이름을 고르세요.`,
  badDomains: (typed) =>
    `“${typed}”: 도메인으로 읽을 수 없어요. “보안 60, 배포 40”처럼 이름과 1~100의 비중을 25개까지 적어 주세요.`,
  packSet: (name, isNew) => (isNew ? `**${name}** 문제집을 만들었어요.` : `**${name}** 문제집을 바꿨어요.`),
  packFacts: (count, { items, minutes, passPercent: pass }) =>
    `${questions(count)} · 모의고사: ${number(minutes)}분에 ${number(items)}문제, 정답률 ${number(pass)}%면 합격`,
  domain: (name, weight) => `${name} (${number(weight)})`,
  packNext: '`/문제 추가`나 `/문제 가져오기`로 채우고, `/퀴즈 주제:`로 문제를 내세요.',
  tooManySuggestions: (limit) =>
    `검토를 기다리는 내 제안이 이미 ${number(limit)}개예요. 그 제안들이 검토될 때까지 기다려 주세요.`,
  moved: {
    live: (title) => `이제부터 낼 수 있어요: “${title}”`,
    retired: (title) => `이제 내지 않아요. 답변은 남아요: “${title}”`,
    declined: (title) => `거절했어요: “${title}”`,
    suggested: (title) => `다시 검토를 기다려요: “${title}”`,
  },
  listTitle: '서버에서 만든 문제',
  none: '아직 아무것도 없어요. `/문제 추가`로 첫 문제를 쓰거나 `/문제 가져오기`로 한꺼번에 가져오세요.',
  counted: questions,
  page: (page, pages) => `${number(page)}/${number(pages)}쪽`,
  earlier: '이전',
  later: '다음',
  look: '하나 골라 보기',
  approve: '승인',
  decline: '거절',
  edit: '수정',
  retire: '출제 중단',
  restore: '다시 내기',
  by: (member) => `작성: ${member}`,
  told: {
    live: (title, server) => `${server} 서버에서 내 제안이 승인됐어요. 이제 낼 수 있어요: “${title}”`,
    declined: (title, server) =>
      `${server} 서버에서 내 제안이 거절됐어요: “${title}”. 다른 문제를 제안해도 돼요.`,
  },
  reviewersSet: (role) => `이제 ${role} 역할과 서버를 관리하는 사람이 이 서버에서 만든 문제를 관리해요.`,
  reviewersNone: '이제 서버를 관리하는 사람만 서버에서 만든 문제를 관리해요.',
  mayNot:
    '**서버 관리하기** 권한이나 검토자 역할이 있는 멤버만 할 수 있어요. 문제를 제안하려면 `/문제 제안`을 쓰세요.',
  importTitle: '가져오기: 이렇게 바뀌어요',
  importInto: (pack, isNew) => (isNew ? `새 문제집 **${pack}**에 가져오기` : `**${pack}** 문제집에 가져오기`),
  wouldAdd: (count) => `새 ${questions(count)}`,
  wouldChange: (count) => `${number(count)}개 변경`,
  wouldStay: (count) => `${number(count)}개는 이미 있음`,
  wouldLeave: (count) => `${number(count)}개 제외`,
  newDomains: (names) => `새 도메인: ${list(names)}`,
  andMore: (count) => `그 외 ${number(count)}개`,
  nothingToImport: '가져올 것이 없어요.',
  doImport: (count) => `${questions(count)} 가져오기`,
  imported: (pack, added, changed) =>
    `**${pack}**: ${questions(added)} 추가, ${number(changed)}개 변경. \`/퀴즈 주제:\`로 문제를 내세요.`,
  importGone:
    '더는 없는 가져오기예요. 이미 끝냈거나 취소했거나 다른 파일로 바뀐 거예요. 지금 바뀐 것은 없어요.',
  where: {
    item: (item) => `${number(item)}번`,
    line: (line) => `${number(line)}번째 줄`,
  },
  why: {
    'no-choice': (type) => `선택지를 고르는 문제가 아님 (${type})`,
    'no-key': '정답으로 표시된 선택지가 없음',
    'no-stem': '문제가 비어 있음',
    'has-media': '그림, 영상, 소리가 필요한데 가져올 수 없음',
    'bad-key': (has) => `정답 “${has}”에 해당하는 선택지가 없음`,
    malformed: (detail) => `읽을 수 없음: ${detail}`,
    twin: (of) => `거의 같은 문제: ${of}`,
  },
  remark: {
    'partial-credit': (percent) => `${number(percent)}% 부분 점수 답은 오답으로 처리`,
    'picture-as-link': '그림을 링크로 바꿈',
    'unknown-columns': (columns) => `쓰이지 않는 열: ${list(columns)}`,
  },
  unreadable: {
    empty: '파일이 비어 있어요. 문제가 없어요.',
    'unknown-format': '알아볼 수 없는 파일이에요. `형식`에서 어떤 파일인지 골라 주세요.',
    broken: (line, detail) =>
      `파일이 잘못됐어요${line === null ? '' : `: ${number(line)}번째 줄`} (${detail}). 고치거나 다른 \`형식\`을 고르세요. 바뀐 것은 없어요.`,
    'missing-columns': (columns) =>
      `표에 없는 열: ${list(columns)}. 첫 행에 열 이름(question, A, B, …, correct)이 있어야 해요.`,
    'too-large': '파일이 10MiB보다 커요. 나눠 주세요.',
    'too-many': (limit) => `파일에 문제가 ${number(limit)}개보다 많아요. 나눠 주세요.`,
    hostile: '문제 파일에 필요 없는 것(엔티티나 부풀어 오르는 압축 파일)이 들어 있어서 읽지 않았어요.',
    overloaded: '이 파일을 읽는 데 시간이나 메모리가 너무 많이 들어요. 나눠 주세요. 바뀐 것은 없어요.',
    'not-fetched': 'Discord에서 파일을 받지 못했어요. 명령어를 다시 보내 주세요. 바뀐 것은 없어요.',
  },
  exported: (name, format, count) => `**${name}**, ${format} 형식: ${questions(count)}.`,
  lossTitle: '이 형식에 담을 수 없는 것:',
  lossNone: '이 형식에서는 빠지는 것이 없어요.',
  loss: {
    reasons: (items) => `${questions(items)}의 해설`,
    takeaway: (items) => `${questions(items)}의 핵심 문장`,
    references: (items) => `${questions(items)}의 참고 링크`,
    difficulty: (items) => `${questions(items)}의 난이도`,
    domain: (items) => `${questions(items)}의 도메인`,
    key: (items) => `${questions(items)}의 번호`,
    lines: (items) => `${questions(items)}의 줄바꿈`,
    extra: (items) => `${questions(items)}의 버전, 개념, 기술, 날짜`,
  },
  leftOut: {
    'several-right': (count) => `정답이 여러 개라 빠지는 ${questions(count)}`,
    'too-many-options': (count) => `선택지가 4개를 넘어 빠지는 ${questions(count)}`,
  },
  cut: (count, limit) => `${number(limit)}자보다 길어 잘리는 글 ${number(count)}개`,
  emptyPack: '이 문제집에는 출제 중인 문제가 없어 내보낼 것이 없어요.',
};
