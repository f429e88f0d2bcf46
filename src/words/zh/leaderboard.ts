// 排行榜：命令、标题与各行、自己的名次。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number } = forms;

export const leaderboard: Words['leaderboard'] = {
  command: {
    leaderboard: { name: '排行榜', description: '这个服务器谁领先，你排第几' },
    domain: { name: '领域', description: '只看一个领域（默认全部）' },
    window: { name: '时段', description: '从什么时候算起（默认本周）' },
    metric: { name: '指标', description: '比较什么（默认积分）' },
  },
  windowChoice: { today: '今天', week: '本周', month: '本月', all: '全部时间' },
  metricChoice: { points: '积分', accuracy: '正确率' },
  title: (metric) => `排行榜：${metric}`,
  metrics: { points: '积分', accuracy: '正确率' },
  windows: { today: '今天', week: '本周', month: '本月', all: '全部时间' },
  allDomains: '所有领域',
  everyDomain: '所有领域',
  by: (metric) => `比较：${metric}`,
  pages: {
    places: (from, to) => `第 ${from}–${to} 名`,
    mine: '我的名次',
  },
  unchecked: 'Discord 没有及时告诉我谁还在这个服务器：可能有人已经离开，那样名次会偏后。',
  resets: (when) => `${when} 重置`,
  anonymous: '匿名',
  you: '（你）',
  tied: '并列',
  right: (right, rated) => `答对 ${right}/${rated}`,
  points: (points) => `${number(points)} 分`,
  empty: {
    points: '这里还没有人有计分的作答。来当第一个吧：用 `/答题` 给大家出一道题。',
    accuracy: (needed) =>
      `这个榜要有 ${needed} 次计分的作答，这里还没有人达到。用 \`/答题\` 给大家出一道题。`,
  },
  own: (name, place) => `${name}：${place}`,
  ownName: '你',
  rank: (rank, worth) => `第 **${rank}** 名，${worth}。`,
  aboutRank: (rank, worth) => `大约第 **${rank}** 名，${worth}；前面可能有人已经离开。`,
  tooFew: (rated, needed) => `计分的作答有 ${rated} 次，满 ${needed} 次才有名次；用 \`/答题\` 再答一题。`,
  nothingYet: '这个时段还没有计分的作答；用 `/答题` 答一题就能上榜。',
  rules: {
    points: '计分的作答，答对简单题 1 分、中等 2 分、困难 3 分；同分先比正确率，再看谁答得少。',
    accuracy: (needed) => `至少 ${needed} 次计分作答中的正确率；相同则比积分。`,
  },
  privately: '你设置了不让别人看到，所以只有你能看到这些（`/设置 可见性`）。',
  winners: {
    option: { name: '优胜者', description: '在哪个频道公布每周优胜者' },
    title: '上周优胜者',
    next: '新的一周开始了：所有人从零开始。用 `/排行榜` 看看你排第几。',
    on: (channel) => `每周结束后的第一个早上，在 ${channel} 公布。`,
    off: '不公布优胜者。',
    choose: '公布每周优胜者的频道',
    turnedOn: (channel) => `每周优胜者将公布在 ${channel}。`,
    turnedOff: '不再公布每周优胜者。',
    lacks: (channel, names) => `我不能在 ${channel} 公布优胜者：缺少${list(names)}权限。`,
    wrongChannel: (channel) => `${channel} 不能直接发消息：请为优胜者选择文字频道或公告频道。`,
    setting: '每周优胜者',
  },
  unknownDomain: (typed, names) => `这个服务器的考试没有领域“${typed}”：请选择 ${choice(names)}。`,
};
