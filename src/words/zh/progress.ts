// 成员掌握了多少、在考试里值多少：界面、依据，以及对题目的质疑。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, date } = forms;
const answers = (count: number) => `${number(count)} 次作答`;

export const progress: Words['progress'] = {
  command: {
    progress: { name: '进度', description: '你准备得怎样：分数、概率、各领域，什么最有帮助' },
    member: { name: '成员', description: '看谁的进度（默认你自己）' },
  },
  memberIsBot: '**成员**：机器人不考试：请选一个人。',
  memberNotHere: '**成员**：只能在有我的服务器里看别人，而且限于那里的成员：请在那里选择。',
  notVisible: '这位成员不公开自己的进度：只用 `/进度` 可以看你自己的。',
  noExam:
    '这个考试还没有题目：在服务器里由管理员用 `/配置 服务器` 换一个，在其他地方由你用 `/设置 考试` 来换。',
  basis: (answers) => `依据 ${number(answers)} 次作答`,
  title: (code) => `你的进度：${code}`,
  titleOf: (name, code) => `${name} 的进度：${code}`,
  nothing: {
    own: '还没有数据：从你的第一次作答开始。用 `/摸底` 答 30 道题，最能看清水平。',
    other: '这位成员还没有数据。',
  },
  score: ({ median, low, high }, pass) =>
    `**预估分数 ${number(median)}**（${number(low)}–${number(high)}）；${number(pass)} 分及格。`,
  chance: (share, words) => `**如果今天考，通过的概率：${percent(share)}**，${words}。`,
  chanceWords: {
    'very-likely': '很有把握',
    likely: '比较有把握',
    even: '过与不过都有可能',
    unlikely: '多半还不行',
    'very-unlikely': '还不行',
  },
  ceiling: (oneIn) =>
    `就算完全知道你的水平，大约每 ${number(oneIn)} 次也会有一次猜错结果。这是按这个题库的难度算的，不作任何保证。`,
  missing: (count) =>
    `**作答还不够，算不出通过概率**：还差 ${number(count)} 次有效作答。用 \`/摸底\` 一次答 30 道。`,
  domains: '各领域预计的正确率',
  domain: (name, { median, low, high }, count) =>
    `**${name}**：${percent(median)}（${percent(low)}–${percent(high)}），依据 ${answers(count)}`,
  domainMissing: (name, count) => `**${name}**：作答还不够，还差 ${number(count)} 次`,
  tasks: (covered, all) => `**已覆盖的考试任务**：${covered}/${all}`,
  tasksOpen: (names, more) =>
    more === 0 ? `还差：${list(names)}。` : `还差：${names.join('；')}；另外 ${number(more)} 项。`,
  trend: (steps) => `**每周变化**：${steps.join(' → ')}`,
  raise: '做什么提分最多',
  raiseLine: (title, by) => `${title}：约 ${number(by)} 分`,
  record: (count, inside, brier) =>
    inside === null
      ? `已有 ${number(count)} 次真实成绩：Brier 分数 ${number(brier)}（0 为完美，0.25 等于抛硬币）。`
      : `已有 ${number(count)} 次真实成绩：${percent(inside)} 的分数落在预估区间内；Brier 分数 ${number(brier)}（0 为完美，0.25 等于抛硬币）。`,
  quizOf: (title) => `答题：${title}`,
  withQuiz: (line, topic) => `${line}：\`/答题 主题:${topic} 私密:True\``,
  why: {
    ask: '为什么？选一个数字',
    title: (what) => `为什么：${what}`,
    topics: {
      score: '预估分数',
      chance: '通过概率',
      tasks: '考试任务',
      trend: '每周变化',
      raise: '做什么提分最多',
    },
    topicOf: (domain) => domain,
    rests: (counted, given) => `依据最近 400 天 ${answers(given)}中有效的 **${number(counted)} 次**。`,
    worth: (sum, oldest) => `它们合起来相当于 ${number(sum)} 次新的作答；最早的一次在 ${date(oldest)}。`,
    weights:
      '权重：第一次遇到的全算，隔 21 天以上重答的算一半，21 天内重答的不算；每过 30 天，作答的权重减半。看过答案后一周内的作答不算。',
    difficulty: (learned, all) =>
      `题目的难度来自所有人的首次作答：目前 ${number(all)} 道题中有 ${number(learned)} 道有数据；其余的按标注的难度算。`,
    prior: '还没有作答时，先当你和大多数成员一样；作答会让预估逐渐接近你自己。',
    sittings: '让两千个作答情况和你一样的虚拟成员各考一次：排在中间的就是预估分数，九成的人落在区间内。',
    scale: (mark, doubt) =>
      `官方的分数换算方式没有公布。这里假设是直线：从全靠猜到及格线（答对 ${percent(mark)}，上下浮动 ${percent(doubt)}），再到全部答对。`,
    ofDomain: (offset) =>
      offset >= 0 ? '从作答看，你在这个领域比整体更强。' : '从作答看，你在这个领域比整体更弱。',
    newest: '最近的有效作答：',
    answer: ({ id, when, right }, weight) =>
      `${id} · ${when} · ${right ? '正确' : '错误'} · 权重 ${percent(weight)}`,
    none: '还没有有效作答。',
    tasks: '一项考试任务答过三道题就算已覆盖，题目不足三道时答完全部即可，不论对错。',
    task: (name, answered, all) => `${name}：${answered}/${all}`,
    trend: '每周显示当周最后一次的预估。你没有查看的那几周，用截至当时的作答，按今天对题目的了解来推算。',
    raise:
      '对每一课：如果你在这一课的作答变得和最强的领域一样好，中间分数会上升多少。一课的份量取决于它在所属领域里的题目占比。',
  },
};
