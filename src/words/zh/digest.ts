// 服务器的一周：周报消息，以及配置里的对应部分。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;

export const digest: Words['digest'] = {
  option: {
    channel: { name: '周报', description: '在哪个频道发布小组的周报' },
    day: { name: '周报日', description: '星期几发布（默认星期一）' },
    hour: { name: '周报时间', description: '几点发布，0 到 23（默认 9 点）' },
  },
  title: '小组周报',
  until: (day) => `截至 ${day}的七天`,
  did: ({ answers, members, share }) =>
    `${number(members)} 位成员一共**作答 ${number(answers)} 次**，正确率 ${percent(share)}。`,
  weakest: (title, right, answers) => `最难的一课：**${title}**（答对 ${number(right)}/${number(answers)}）`,
  next: '本周课程：',
  ears: '路上听',
  answer: '现在答一题',
  on: (channel, day, clock) => `只要有人作答，每${day} ${clock} 在 ${channel} 发布。`,
  off: '不在任何频道发布周报。',
  line: '周报',
  chooseDay: '选择星期几',
  chooseHour: '选择几点',
  choose: '发布周报的频道',
  turnedOn: (channel, day, clock) => `周报将在 ${channel} 发布：每${day} ${clock}，只要有人作答。`,
  turnedOff: '不再发布周报。',
  noChannelYet: '请先选择发布周报的频道：`/配置 服务器 周报:`。',
  lacks: (channel, names) => `我不能在 ${channel} 发布周报：缺少${list(names)}权限。`,
  failed: (channel) => `上一期周报没能发到 ${channel}：如果频道已不存在，请换一个。`,
  wrongChannel: (channel) => `${channel} 不能直接发消息：请为周报选择文字频道或公告频道。`,
  failing: '周报没能发布',
  goesOn: '我会再试一天，之后等到下一周。状态见 `/配置 服务器`。',
  once: '因为是你设置的，所以告诉你；只说这一次。',
  zoneFollows: '周报会按新的时区发布。',
  setting: '周报',
  logged: (channel, day, clock) => `${channel}，${day} ${clock}`,
};
