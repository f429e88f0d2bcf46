// 複数の機能で使う言葉：CohortとDiscordのものの名前。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const common: Words['common'] = {
  domain: (id, name) => `分野${id} – ${name}`,
  module: (id, title) => `モジュール${id} – ${title}`,
  days: (count) => `${forms.number(count)}日`,
  zoneNow: (zone, clock) => `${zone}（現在${clock}）`,
  old: 'このメッセージは古いため、まもなく操作できなくなることがあります。',
  fresh: '新しいメッセージで続ける',
  permissions: {
    'View Channel': 'チャンネルを見る',
    'Read Message History': 'メッセージ履歴を読む',
    'Send Messages': 'メッセージを送信',
    'Send Messages in Threads': 'スレッドでメッセージを送信',
    'Create Public Threads': '公開スレッドの作成',
  },
};
