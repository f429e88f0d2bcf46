// 模考：开始、各个界面、结束时的说明。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;
const questions = (count: number) => `${number(count)} 道题`;
const minutes = (count: number) => `${number(count)} 分钟`;

export const exam: Words['exam'] = {
  command: {
    exam: { name: '模考', description: '模拟考试：只有你能看到，和真实考试一样计时' },
    start: { name: '开始', description: '开始一次模考' },
    continue: { name: '继续', description: '换一条新消息，继续进行中的模考' },
    history: { name: '记录', description: '你所有的模考，以及分数走势' },
    result: { name: '成绩', description: '说说真实考试考得怎样：只有你能看到' },
    size: { name: '类型', description: '考多长（默认完整模考）' },
    domain: { name: '领域', description: '只考一个领域' },
    extraTime: { name: '加时', description: '多 30 分钟，和非母语考生的加时一样' },
    edition: { name: '版本', description: '不用你在这里的考试或版本，换一个' },
    passed: { name: '通过', description: '是否通过' },
    score: { name: '分数', description: '成绩单上的换算分数，100 到 1,000' },
    date: { name: '日期', description: '考试日期，例如 2026-12-05（默认今天）' },
  },
  sizes: { full: '完整模考', half: '半场模考', domain: '单领域模考' },
  title: (size, code) => `${code} ${size}`,
  titleOf: (size, code, domain) => `${code} ${size}：${domain}`,
  intro: {
    what: (count, time) => `**${minutes(time)}，${questions(count)}。** 按*开始*后计时。`,
    extra: (time) => `其中 ${minutes(time)}是加时。`,
    unscored: (count) => `有 ${questions(count)}不计入分数，和真实考试一样，谁也不知道是哪些。`,
    rules: '结束前不说对错。答案可以改，题目可以标记、留到后面；结束时还没答的算错。',
    goesOn: '可以关掉 Discord：计时不会停，用 `/模考 继续` 回来。',
    practice: '模考不计入排行榜。',
    begin: '开始',
  },
  position: (position, size) => `第 ${position}/${size} 题`,
  flagged: '已标记',
  ends: (when) => `${when} 结束`,
  away: (time) => `机器人曾离线，已顺延 ${minutes(time)}`,
  yourAnswer: (letters) => `你的答案：**${letters.join('、')}**`,
  unanswered: '还没作答',
  previous: '上一题',
  next: '下一题',
  flag: '标记',
  unflag: '取消标记',
  overview: '总览',
  grid: {
    title: (answered, size) => `已答 ${answered}/${size}`,
    counts: (open, flagged) => `${number(open)} 题未答，${number(flagged)} 题已标记`,
    legend: '`■` 已答，`□` 未答，`*` 已标记',
    jump: '跳到一题',
    state: { answered: '已答', open: '未答' },
    filters: { all: '全部', open: '只看未答', flagged: '只看标记' },
    none: { all: '没有题目。', open: '没有未答的题目。', flagged: '没有标记的题目。' },
    back: (position) => `回到第 ${position} 题`,
    submit: '交卷',
  },
  confirm: {
    title: '要交卷吗？',
    open: (count) => (count === 0 ? '所有题目都答了。' : `**还有 ${questions(count)}未答**，会算作答错。`),
    final: '交卷后不能再改。',
    yes: '现在交卷',
    no: '回到题目',
  },
  running: {
    title: '你有一场模考正在进行',
    what: (title, answered, size) => `**${title}**：已答 ${answered}/${size}。`,
    how: '请继续做完，或先交卷；然后才能开始新的。',
    go: '继续',
  },
  nextStep: (open) => ({
    what: '继续你的模考',
    why: open === 0 ? '还在计时，所有题目都答了：请交卷。' : `还在计时，还有 ${questions(open)}未答。`,
    button: '继续',
  }),
  none: '没有进行中的模考：用 `/模考 开始` 开始一场，用 `/模考 记录` 看以前的。',
  gone: '这场模考已经结束，或不是你的：用 `/模考 记录` 看你自己的。',
  noQuestions: '没有符合条件的题目：请从列表中选择考试、版本和领域。',
  result: {
    right: (right, size) => `答对 ${right}/${size}（${percent(size === 0 ? 0 : right / size)}）`,
    timeUp: '时间到：已按当时的作答自动交卷。',
    submitted: (when) => `${when} 交卷。`,
    open: (count) => `有 ${questions(count)}没有作答。`,
    score: ({ score, low, high }, pass) =>
      `**预估分数 ${number(score)}**（${number(low)}–${number(high)}）；${number(pass)} 分及格。`,
    verdict: {
      above: '以这个题库的难度来看，整个区间都在及格线以上。',
      around: '及格线落在区间之内：以今天的状态，过与不过都有可能。',
      below: '整个区间都在及格线以下。',
    },
    basis: (scored) => `依据计分的 ${questions(scored)}。官方的分数换算方式没有公布：这只是预估。`,
    domain: (name, right, items) => `**${name}**：${right}/${items}`,
    meets: '达标',
    needsWork: '待加强',
    domains: '各领域',
    time: (median) => `每题用时：中位数 ${median}。`,
    slowest: (positions) => `用时最长：${list(positions)}。`,
    slow: (position, time) => `第 ${position} 题（${time}）`,
    missed: (count) => `答错（${count}）`,
    flagged: (count) => `已标记（${count}）`,
    everything: '全部题目',
    toReview: '错题加入复习',
    share: '分享结果',
    back: '回到结果',
  },
  review: {
    title: { missed: '答错', flagged: '已标记', all: '全部题目' },
    place: (index, count) => `${index}/${count}`,
    right: '正确',
    wrong: '错误',
    open: '未作答',
  },
  added: (count) => (count === 0 ? '这些题都已经在你的复习里。' : `已把 ${questions(count)}加入你的复习。`),
  sharing: {
    ask: '让这里的所有人看到什么？',
    score: '答对题数和分数',
    domains: '再加各领域',
  },
  shared: (name, title) => `${name} 完成了一场模考：${title}`,
  history: {
    title: '你的模考',
    empty: '你还没有参加过模考：用 `/模考 开始` 开始一场。',
    line: ({ when, title }, right, size) =>
      `${when} · ${title} · ${right}/${size}（${percent(size === 0 ? 0 : right / size)}）`,
    score: (score) => `约 ${number(score)} 分`,
    trend: (change, since) =>
      change > 0
        ? `最近 ${since} 次完整或半场模考，预估分数上升了 ${number(change)} 分。`
        : change < 0
          ? `最近 ${since} 次完整或半场模考，预估分数下降了 ${number(-change)} 分。`
          : `最近 ${since} 次完整或半场模考，预估分数没有变化。`,
    open: '再看一场',
    real: (when, code, passed) => `${when} · 真实考试 ${code}：${passed}`,
    passed: (score) => (score === null ? '**通过**' : `**通过**，${number(score)} 分`),
    failed: (score) => (score === null ? '未通过' : `未通过，${number(score)} 分`),
  },
  told: {
    passed: (code) => `恭喜通过 ${code}！已经记下，只有你能看到。`,
    failed: (code) => `已经记下，只有你能看到。再考 ${code} 之前，用 \`/模考 开始\` 看看自己的水平。`,
    why: '这也有助于检验预估准不准；用 `/隐私 删除` 可以删掉。',
    badDate: '**日期**：请写成 `2026-12-05` 这样，不能晚于今天。',
    badScore: (least, most) => `**分数**：应在 ${number(least)} 到 ${number(most)} 之间。`,
    contradiction: (pass) => `**分数**和**通过**对不上：${number(pass)} 分及以上才是通过。`,
  },
};
