// 打卡：界面、一次作答的影响、提醒、里程碑。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;
const days = (count: number) => `${number(count)} 天`;

export const streak: Words['streak'] = {
  command: {
    streak: { name: '打卡', description: '你的连续打卡：今天、补签卡、最近 14 天' },
    member: { name: '成员', description: '看谁的打卡（默认你自己）' },
  },
  days,
  memberIsBot: '**成员**：机器人不打卡，请选一个人。',
  memberNotHere: '**成员**：只能在有我的服务器里看别人，而且限于那里的成员，请在那里选择。',
  notVisible: '这位成员不公开自己的打卡：只用 `/打卡` 可以看你自己的。',
  none: {
    own: '还没有打卡',
    ownHow: '答一题就开始了，不论对错：用 `/答题` 给自己来一道题。',
    other: '这位成员还没有打卡：用 `/答题` 给大家出一道题。',
  },
  title: (current) => (current === 0 ? '你的连续打卡中断了' : `你的连续打卡：${days(current)}`),
  titleOf: (name, current) =>
    current === 0 ? `${name} 的连续打卡：目前没有` : `${name} 的连续打卡：${days(current)}`,
  todayOf: { done: '今天：已打卡', 'not-yet': '今天：还没打卡', paused: '今天：暂停' },
  today: {
    done: (ends) => `**今天：已打卡。** 新的一天 ${ends} 开始。`,
    paused: (ends) => `**今天：暂停**，不用作答。今天 ${ends} 结束；作答的话照样计数。`,
    notYet: (ends) => `**今天：还没打卡。** 用 \`/答题\` 答一题就够了；今天 ${ends} 结束。`,
    startsNext: (ends) => `**今天：还没打卡。** 用 \`/答题\` 答一题就重新开始打卡；今天 ${ends} 结束。`,
  },
  longestIs: (length) => `最长：${days(length)}`,
  longest: (length) => `最长：**${days(length)}**`,
  nextMilestone: (length, toGo) => `下一个里程碑：**${days(length)}**（还差 ${toGo} 天）`,
  freezes: {
    full: (held, most) => `补签卡：**${held}/${most}** 张，已经满了。`,
    next: (held, most, toGo) => `补签卡：**${held}/${most}** 张，再作答 ${days(toGo)}得下一张。`,
    covering: (count) =>
      count === 1 ? '有一张补上了你漏掉的那天。' : `有 ${number(count)} 张补上了你漏掉的日子。`,
  },
  missing: {
    nothing: (needed) => `每作答 ${days(needed)}得一张补签卡，会自动补上漏掉的一天。`,
    freeze: {
      done: (length) => `明天漏掉会自动用掉一张补签卡：连续打卡保持 ${days(length)}。`,
      'not-yet': (length) => `今天漏掉会自动用掉一张补签卡：连续打卡保持 ${days(length)}。`,
      paused: (length) => `暂停结束后漏掉一天，会自动用掉一张补签卡：连续打卡保持 ${days(length)}。`,
    },
    streak: {
      done: '明天漏掉，连续打卡就会中断。',
      'not-yet': '今天漏掉，连续打卡就会中断。',
      paused: '暂停结束后漏掉一天，连续打卡就会中断。',
    },
  },
  reminderHint: '用 `/设置 提醒` 开启提醒：连续打卡快要中断时，我会在晚上私信你。',
  calendar: (count) => `最近 ${days(count)}`,
  calendarFrom: (from, to) => `${from} – ${to}`,
  marks: {
    answered: '已作答',
    frozen: '用补签卡补上',
    paused: '暂停，或机器人离线',
    missed: '漏掉',
    'not-yet': '还没有',
    before: '首次作答之前',
  },
  grown: (length) => `🔥 连续打卡：**${days(length)}**`,
  milestone: (length) => `🔥 连续打卡：**${days(length)}** – 达成里程碑！`,
  frozen: (dates) => `${number(dates.length)} 张补签卡补上了 ${list(dates)}：连续打卡没有断。`,
  broken: (length) => `${days(length)}的连续打卡中断了；今天是新的第一天。`,
  earned: (held) => `你得到一张补签卡（现有 ${held} 张）：会自动补上漏掉的一天。`,
  reminder: {
    title: (length) => `你已连续打卡 ${days(length)}，今天还没有作答`,
    how: (ends) => `你的今天 ${ends} 结束。答一题就够了，不论对错：在这里或学习小组的服务器里用 \`/答题\`。`,
    freeze: (held, length) =>
      `如果不答，会用一张补签卡补上今天（你有 ${held} 张），连续打卡保持 ${days(length)}。`,
    ends: '如果不答，连续打卡会在今天结束时中断。',
    answer: '现在答一题',
    off: '这些提醒是你自己开启的；用 `/设置 提醒` 可以关掉。',
  },
  milestones: (names) => `**打卡里程碑**：${list(names)}。做得好！`,
  milestoneOf: (name, length) => `${name}（${days(length)}）`,
  ranking: {
    choice: '连续打卡',
    mark: '🔥',
    title: '连续打卡',
    scope: '截至今天，按各自的时区',
    worth: days,
    beside: (length) => `连续 ${days(length)}`,
    empty: '目前没有人在连续打卡。答一题就能开始：用 `/答题` 来一道题。',
    nothing: '目前没有连续打卡；用 `/答题` 答一题就能开始。',
    rule: '连续打卡把所有地方的作答都算在内，所以领域和时段不起作用。',
  },
};
