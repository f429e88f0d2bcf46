// 工单卡片在题目之外显示的内容，以及服务器查看工单和投稿的频道。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;
const rounded = (value: number) => value.toFixed(2);

export const ticket: Words['ticket'] = {
  statistics: '作答数据',
  right: (answers, share) => `${number(answers)} 次首答，正确率 ${percent(share)}`,
  discrimination: (value) => `区分度 ${rounded(value)}`,
  thirds: (weakest, middle, best) => `最弱的三分之一 ${weakest}，中间 ${middle}，最强 ${best}`,
  links: '链接',
  versions: '版本记录',
  version: (version) => `第 ${number(version)} 版`,
  made: {
    released: '已发布',
    written: '已写成',
    edited: '已修改',
    text: '已修正文字',
    key: '已改答案',
    either: '两个都对',
    retired: '已停用',
  },
  takenBack: '已撤销',
  look: '查看',
  channel: {
    option: { name: '频道', description: '显示新纠错和投稿的频道；身份组和频道都不填，就两样都没有' },
    on: (channel) => `新的纠错和投稿显示在 ${channel}。`,
    off: '新的纠错和投稿不在任何频道显示。',
    choose: '纠错和投稿的频道（留空则没有）',
    setting: '审核频道',
    set: (channel) => `从现在起，新的纠错和投稿显示在 ${channel}。`,
    none: '新的纠错和投稿不再在任何频道显示。',
    lacks: (channel, names) => `我不能在 ${channel} 显示纠错和投稿：缺少${list(names)}权限。`,
    failed: (channel) => `上一条纠错或投稿没能显示在 ${channel}：如果频道已不存在，请换一个。`,
    wrongChannel: (channel) => `${channel} 不能直接发消息：请为纠错和投稿选择文字频道或公告频道。`,
    failing: '纠错和投稿没能显示',
    goesOn: '我每小时再试一次；什么都不会丢，`/审核队列` 和 `/题目 列表` 里都有。状态见 `/配置 服务器`。',
  },
};
