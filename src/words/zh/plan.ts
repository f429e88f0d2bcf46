// 学习计划、下一步，以及每周的计划消息。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number } = forms;
const weeks = (count: number) => `${number(count)} 周`;
const days = (count: number) => `${number(count)} 天`;
const lessons = (count: number) => `${number(count)} 课`;
const questions = (count: number) => `${number(count)} 道题`;
const reviews = (count: number) => `${number(count)} 次复习`;
const minutes = (count: number) => `${number(count)} 分钟`;
const hours = (count: number) => `${number(count)} 小时`;

export const plan: Words['plan'] = {
  command: {
    plan: { name: '计划', description: '你的学习计划，一周一周直到考试那天' },
    examDate: { name: '考试日期', description: '考试那天，例如 2026-12-24' },
    hours: { name: '每周小时', description: '你每周有多少小时（默认需要多少就多少）' },
    next: { name: '下一步', description: '现在该做的一件事，以及为什么' },
  },
  noPlan: (exam) => `${exam} 还没有学习计划：用 \`/下一步\` 照样能找到可做的事。`,
  date: {
    unreadable: (typed, example) => `**考试日期**：“${typed}”看不出是哪一天：请写成 \`${example}\` 这样。`,
    past: (typed) => `**考试日期**：“${typed}”不在今天之后：请选明天或更晚的日子。`,
    tooFar: (typed) => `**考试日期**：“${typed}”在一年以后：请选近一点的日子。`,
  },
  none: {
    title: (code) => `你的 ${code} 备考之路`,
    what: '计划会告诉你每周做什么：课程、题目、复习、动手任务、模考。做过的会自动打勾，落下的会重新安排。',
    date: '已经知道考试日期：`/计划 考试日期:`。还不知道，就从今天开始：',
    line: (name, count, each) => `**${name}**：${weeks(count)}，每周约 ${hours(each)}`,
  },
  over: {
    title: (code, when) => `你的 ${code} 考试日是 ${when}`,
    today: (code) => `今天考 ${code}`,
    how: '用 `/模考 成绩` 说说考得怎样：只有你能看到。如果还没考，用 `/计划 考试日期:` 改日期。',
    luck: '能做的你都做了。看看考试当天的流程，然后关掉这里，深呼吸。祝你顺利！',
  },
  title: (code, when) => `学习计划：${code}，${when}考试`,
  place: (week, all, left) => `第 ${number(week)}/${number(all)} 周 · 还剩 ${days(left)}`,
  hours: (each) => `每周约 ${hours(each)}`,
  successor: (old, until, code) =>
    `**这个计划是为 ${code} 准备的**：${old} 的最后考试日是 ${until}。你学过的都不会丢。`,
  provisional: (code) => `${code} 的考试内容还没有最终确定：确定后计划会跟着更新。`,
  thisWeek: '本周：',
  nextWeek: '下周：',
  week: (week) => `第 ${number(week)} 周：`,
  span: (from, to) => `${from} – ${to}`,
  done: '已完成',
  moreLessons: (count) => `□ 还有 ${lessons(count)}`,
  questions: (done, all) => `题目：${number(done)}/${number(all)}`,
  reviews: (done, all) => `复习：${number(done)}/${number(all)}`,
  task: (title) => `动手任务：${title}`,
  mocks: { full: '模考：完整', half: '模考：半场', domain: '模考：最弱领域' },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: '一个动手任务',
  leftOut: (tasks, mocks) =>
    `为了配合你的时间，省去了 ${[
      ...(tasks > 0 ? [`${number(tasks)} 个动手任务`] : []),
      ...(mocks > 0 ? [`${number(mocks)} 场模考`] : []),
    ].join('、')}。`,
  isOver: (needed, each) =>
    `⚠️ 大约需要 ${hours(needed)}，超过了 ${hours(each)}：增加时间或推迟考试才安排得下（\`/计划\`）。`,
  buttons: {
    next: '现在做什么？',
    all: '所有周',
    task: '动手任务',
    day: '考试当天',
    ics: '日历文件',
    booked: '我已约好考试',
    back: '回到计划',
    earlier: '更早',
    later: '更晚',
  },
  remind: {
    start: '每周提醒我',
    stop: '不再提醒',
    refused: '⚠️ 每周的消息没能发给你：Discord 不让我给你写私信。请允许我发私信，再按*每周提醒我*。',
    none: '考试前没有新的一周了：不需要提醒。',
  },
  handsOn: {
    place: (time, about) => `${minutes(time)} · 课程 ${list(about)}`,
    steps: '步骤',
    cleanUp: '清理：',
    cost: '费用：',
    done: '已完成',
    notDone: '还没完成',
  },
  day: {
    title: '考试当天',
    choose: '想看哪部分',
    nothing: '还没有关于这个考试当天的说明。',
  },
  calendar: {
    name: (code) => `${code} 学习计划`,
    how: '这是你的计划的日历文件。以后再次导入，会更新各周，不会重复添加。',
    week: (week, code) => `${code} 备考第 ${number(week)} 周`,
    exam: (code) => `考试：${code}`,
    examHow: '祝你顺利！考试当天的流程见 /计划。',
  },
  next: {
    nothing: '这里没有可做的事：没有载入任何考试。',
    takes: (time) => `约 ${minutes(time)}`,
    other: '换一件事',
    lessonQuestions: '做 5 道相关的题',
    makePlan: (code) => ({
      what: '制定计划',
      why: `让每周都知道该为 ${code} 做什么，不把事情都留到最后一晚。`,
      button: '制定计划',
    }),
    examOver: (code) => ({
      what: '说说考得怎样',
      why: `你为 ${code} 定的考试日已经过了。也可以改日期，或开始新的计划。`,
      button: '查看计划',
    }),
    examDay: (code, left) => ({
      what: '看看考试当天的流程',
      why: left <= 0 ? `今天考 ${code}。` : left === 1 ? `明天考 ${code}。` : `${days(left)}后考 ${code}。`,
      button: '考试当天',
    }),
    book: (code, left) => ({
      what: `预约 ${code} 的考位`,
      why: `离考试日还有 ${days(left)}，好时段会先被约走。请到考试机构预约，再回来这里说一声。`,
      button: '我已约好考试',
    }),
    lesson: (title, isAhead) => ({
      what: `课程 ${title}`,
      why: isAhead ? '本周的已经学完：计划里接下来是这一课。' : '本周计划里接下来是这一课。',
      button: '阅读',
    }),
    task: (title) => ({
      what: `动手做：${title}`,
      why: '亲手做过的才记得牢。它在你本周的计划里。',
      button: '查看步骤',
    }),
    mock: {
      full: (_domain) => ({
        what: '做一场完整模考',
        why: '本周计划里有一场：和真实考试一样计时，看看你现在的水平。',
        button: '查看模考',
      }),
      half: (_domain) => ({
        what: '做一场半场模考',
        why: '本周计划里有一场：看看学过的课还记得多少。',
        button: '查看模考',
      }),
      domain: (domain) => ({
        what: `做一场单领域模考：${domain}`,
        why: '本周计划里有一场，这是你最弱的领域。',
        button: '查看模考',
      }),
    },
    questions: ({ domain, count }, isPlanned) => ({
      what: `答 ${questions(count)}：${domain}`,
      why: isPlanned ? '本周计划里还有题目，这是你最弱的领域。' : '答题总有收获，这个领域最需要练。',
      button: count === 1 ? '考我一题' : `考我 ${number(count)} 题`,
    }),
  },
  digest: {
    title: (week, all) => `第 ${number(week)}/${number(all)} 周开始了`,
    exam: (code, when) => `${code}，${when}考试`,
    did: (done) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [`${number(done.exams)} 场模考`] : []),
      ];
      return parts.length === 0
        ? '上周比较安静：计划已经顺延，从这里继续就好。'
        : `上周：${parts.join('、')}。做得好！`;
    },
    now: '本周：',
    how: '在这里或学习小组的服务器里用 `/下一步`，一次做一件事。',
    result:
      '考得怎样？在这里或学习小组的服务器里用 `/模考 成绩` 记下来：只有你能看到，也有助于检验预估准不准。',
    once: '这个问题只问一次：不想说也没关系。',
    off: '这条消息是你要的；用 `/计划` 可以关掉。',
    answer: '现在答一题',
  },
};
