// 진단: 지금 실력을 알아보는 30문제.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: { name: '진단', description: '지금 실력을 알아봐요: 나만 보는 30문제' },
  },
  title: (code) => `지금 내 실력은? ${code}`,
  intro: {
    what: (count, minutes) =>
      `**${number(count)}문제, 약 ${number(minutes)}분.** 지금까지의 답변에 맞춰 다음 문제를 골라요.`,
    how: '답은 바꿀 수 없고, 끝날 때까지 결과를 알려 주지 않아요. 다 풀면 도메인별 수준과 가장 도움이 될 레슨 3개를 보여 줘요.',
    goesOn: '언제든 멈춰도 돼요. `/진단`을 쓰면 멈춘 곳부터 이어져요.',
    practice: '점수에 반영되지 않고, 나만 볼 수 있어요.',
    begin: '시작하기',
  },
  position: (position, size) => `문제 ${position}/${size}`,
  resumed: '이미 시작한 진단이에요. 멈춘 곳부터 이어 갈게요.',
  old: '오래된 메시지라 곧 응답하지 않을 수 있어요. `/진단`으로 새 메시지에서 이어 가세요.',
  done: (count) => `${number(count)}문제를 모두 풀었어요. 지금 실력은 이래요:`,
  plan: '`/계획`을 쓰면 이 결과로 시험일까지의 주간 계획을 세워 줘요.',
  gone: '끝났거나 내 것이 아닌 진단이에요. `/진단`으로 새로 시작하세요.',
  noQuestions:
    '이 시험에는 아직 문제가 없어요. 서버에서는 관리자가 `/서버설정 변경`으로, 그 밖에서는 직접 `/설정 시험`으로 다른 시험을 고르세요.',
};
