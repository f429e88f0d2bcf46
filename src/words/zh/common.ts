// 各处通用的说法：产品里的事物，以及 Discord 里的名称。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `领域 ${id} – ${name}`,
  module: (id, title) => `模块 ${id} – ${title}`,
  days: (count) => `${forms.number(count)} 天`,
  zoneNow: (zone, clock) => `${zone}（现在 ${clock}）`,
  old: '这条消息有些旧了，可能很快就没有反应。',
  fresh: '换一条新消息继续',
  permissions: {
    'View Channel': '查看频道',
    'Read Message History': '阅读消息历史记录',
    'Send Messages': '发送消息',
    'Send Messages in Threads': '在子区内发送消息',
    'Create Public Threads': '创建公共子区',
  },
};
