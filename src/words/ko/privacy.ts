// 멤버의 데이터는 멤버의 손에: 보관 내용, 파일, 삭제, 오래 오지 않은 사람에게 보내는 안내.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const privacy: Words['privacy'] = {
  command: {
    privacy: { name: '개인정보', description: '보관 중인 내 정보: 보고, 받고, 지워요' },
    show: { name: '보기', description: '보관 중인 내 정보와 보관 기간' },
    export: { name: '내보내기', description: '나에 대한 모든 것을 파일로, 나에게만' },
    delete: { name: '삭제', description: '모든 서버에서 나에 대한 모든 것을 지워요' },
    visibility: { name: '공개범위', description: '순위표에서 다른 사람에게 보일지' },
    shown: { name: '표시', description: '공개, 익명 또는 숨김' },
  },
  title: '보관 중인 내 정보',
  nothing: '없어요. 아직 답하거나 설정한 것이 없어요.',
  line: (what, rows) => `- **${what}:** ${number(rows)}건`,
  tables: {
    members: '설정',
    pauses: '연속 학습 일시중지',
    answers: '답변',
    member_questions: '지금까지 본 문제',
    sittings: '모의고사',
    real_results: '알려 준 실제 시험 결과',
    diagnoses: '진단',
    estimates: '날짜별 예상 실력',
    posts: '낸 문제',
    question_drafts: '작성 중인 문제',
    question_imports: '가져오는 중인 파일',
    tickets: '처리한 신고',
    regraded: '다시 채점된 답변',
    own_packs: '서버를 위해 만든 문제집',
    own_questions: '쓰거나 제안한 문제',
    amendments: '검토한 문제에 대한 결정',
    rounds: '시작한 라운드',
    lesson_progress: '마친 레슨',
    card_decks: '플래시카드에서 멈춘 곳',
    study_plans: '학습 계획',
    study_tasks: '마친 실습',
    cooldowns: '다음 문제까지 기다리는 시간',
    streak_days: '활동한 날',
    streaks: '연속 학습',
    streak_places: '연속 학습이 비교되는 서버',
    scores: '순위표의 순위',
    review_cards: '복습 카드',
    review_members: '기억하는 정도',
    absentees: '나간 서버',
    kept_scores: '삭제된 답변의 합계',
    kept_places: '삭제된 답변 중 마지막으로 답한 곳',
    reports: '문제 신고',
    server_changes: '관리하는 서버의 변경',
    daily_schedules: '설정한 오늘의 문제',
    server_digests: '설정한 주간 요약',
    review_channels: '설정한 검토 채널',
    absences: '오래 오지 않았다는 기록',
  },
  howLong:
    '직접 지울 때까지 보관해요. 2년 동안 오지 않으면 알려 드리고 30일 뒤에 지워요. 서버에서 저를 내보내면 그 서버의 데이터를 거기서 한 답변까지 30일 뒤에 지워요. 다이렉트 메시지나 다른 곳에서 한 것은 그대로 남아요.',
  others:
    '이름이나 사진 없이 Discord ID로만 저장하고, 메시지는 절대 읽지 않아요. 아무에게도 넘기지 않아요. 다른 사람에게 어떻게 보일지는 `/개인정보 공개범위`로 정해요.',
  commands: '`/개인정보 내보내기`로 모두 파일로 받고, `/개인정보 삭제`로 지울 수 있어요.',
  exported: '나에 대한 모든 것',
  exportHow:
    '압축 파일 하나예요. `data.json`에 모두 들어 있고, 각 부분은 스프레드시트용 표(CSV)로도 있어요. 시각은 UTC예요.',
  deleteTitle: '나에 대한 모든 것을 지울까요?',
  deleteMeans: '설정, 연속 학습, 순위, 문제를 본 기록까지 모든 서버에서 한 번에 사라져요. 되돌릴 수 없어요.',
  deleteStays:
    '다른 사람에게 필요한 것은 ID 없이 남아요: 누군가 어떤 문제에 어떻게 답했는지, 누군가 문제를 내거나 신고했다는 것.',
  deleteNow: '모두 지우기',
  deleteKeep: '지우지 않으려면 이 메시지를 그냥 두세요.',
  deleted: '지웠어요',
  deletedAfter:
    '이제 보관 중인 내 정보가 하나도 없어요. 내 이름이 나온 메시지는 채널에 남아 있고, 본인이나 관리자만 지울 수 있어요. 다시 답하면 처음부터 시작해요.',
  absent: {
    title: '2년 동안 오지 않으셨어요',
    when: (date) => `보관 중인 내 정보(답변, 연속 학습, 설정)를 ${date}에 지워요.`,
    how: '남겨 두려면 그 전에 `/퀴즈`로 한 문제에 답하세요. 아니라면 아무것도 하지 않아도 돼요.',
  },
};
