// 여러 기능이 함께 쓰는 말: 제품과 Discord의 이름들.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `도메인 ${id} – ${name}`,
  module: (id, title) => `모듈 ${id} – ${title}`,
  days: (count) => `${forms.number(count)}일`,
  zoneNow: (zone, clock) => `${zone} (현재 ${clock})`,
  old: '오래된 메시지라 곧 응답하지 않을 수 있어요.',
  fresh: '새 메시지에서 계속하기',
  permissions: {
    'View Channel': '채널 보기',
    'Read Message History': '메시지 기록 보기',
    'Send Messages': '메시지 보내기',
    'Send Messages in Threads': '스레드에서 메시지 보내기',
    'Create Public Threads': '공개 스레드 만들기',
  },
};
