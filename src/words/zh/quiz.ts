// 出题与作答：命令、反馈、答题轮、往期。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number, percent } = forms;

export const quiz: Words['quiz'] = {
  command: {
    quiz: { name: '答题', description: '来一道情境题：给这里的所有人，或只给你自己' },
    topic: { name: '主题', description: '领域、模块、课程或概念' },
    count: { name: '题数', description: '几道题（默认 1；更多的会在子区里接着出）' },
    openFor: { name: '开放时长', description: '每道题开放多久：30m、2h、3d（默认 30 分钟）' },
    pace: { name: '节奏', description: '这一轮出题多快（默认较快）' },
    private: { name: '私密', description: '题目只有你能看到：按自己的节奏练习' },
    until: { name: '截止日', description: '在这天或之前截止的，例如 2026-11-26' },
    history: { name: '往期', description: '这个频道已截止的题目，含答案、解析和作答情况' },
  },
  paces: {
    relaxed: '从容 – 每题 30 分钟',
    brisk: '较快 – 每题 3 分钟',
    fast: '飞快 – 每题 90 秒',
  },
  counts: { 1: '1', 5: '5 – 快速小测', 10: '10 – 学习模式' },
  topic: (name, questions) => `${name}（${questions}）`,
  badOpenFor: '**开放时长**：请填 1 分钟到 7 天的时长，例如 `30m`、`2h` 或 `3d`。',
  unknownTopic: (typed, near) => `这个考试版本里没有关于“${typed}”的题目。最接近的是：${choice(near)}。`,
  noQuestions:
    '这个考试版本还没有题目：在服务器里由管理员用 `/配置 服务器` 换一个，在其他地方由你用 `/设置 考试` 来换。',
  coolingDown: (when) => `一次一道题，让大家都跟得上。下一题：${when} 可以出。先答上面那道吧！`,
  ownFull: (limit) => `你在这个频道有 ${limit} 道开放中的题目：请截止其中一道，或等一道结束。`,
  channelFull: (limit) => `这个频道已有 ${limit} 道开放中的题目：请截止一道，或等一道自动截止。`,
  exhausted: '符合条件的题目在这里都出过了，所以又出了最久以前的那道。',
  gone: '这道题已经不能再答了：请用 `/答题` 重新来一道。',
  closedAlready: '这道题已经截止：几秒内会公布答案。',
  menu: {
    explain: '讲解这道题',
    notOurs: '这条消息不是我出的题。请对我发布的题目，或我给你的回复使用。',
  },
  stillOpen: '这道题还在开放：截止后公布答案和解析。',
  thread: {
    exam: (size, date) => `${date} 答题：${number(size)} 道题`,
    topic: (topic, date) => `${topic}，${date}`,
  },

  verdict: {
    right: (mine) => `**答对了！** 你选了 ${mine}。`,
    wrong: (mine, key) => `**没答对**：你选了 ${mine}，正确答案是 ${key}。`,
    partly: (right, picks) =>
      `你选的 ${picks} 项中有 ${number(right)} 项正确；和真实考试一样，要全部选对才算。`,
    already: '这道题你已经答过了',
    firstCounts: (verdict) => `以第一次作答为准。${verdict}`,
    key: (letters) => `正确答案是 **${letters.join('、')}**。`,
  },
  yourChoice: '你的选择',
  points: (points) => `**+${number(points)}** 分`,
  noPoints: '计分题：这次没有得分。',
  practice: {
    private: '练习，不计分：私密题目不计分。',
    test: '练习，不计分：试发的题目不计分。',
    late: '练习，不计分：题目已经截止。',
    'answered-before': '练习，不计分：最近 90 天内你已有这道题的计分作答。',
    'key-seen': '练习，不计分：最近 7 天内你练过这道题，或看过它的答案。',
  },
  another: '再来一道类似的',
  next: '下一题',
  result: '看结果',
  documentation: (page) => `阅读：${page}`,

  round: {
    finished: (right, size) => `这一轮完成：答对 ${right}/${size}`,
    isPractice: '私密题目是练习：算作打卡，但不计入排行榜。',
    again: '用 `/答题 私密:True` 开始下一轮，用 `/下一步` 看看现在还值得做什么。',
    resumed: '继续你没做完的那一轮。',
    end: '结束这一轮',
    which: (answered, size) =>
      `你有一轮没做完：已答 ${answered}/${size}。要做哪一轮？开始新的，没做完的就到此为止。`,
    goOn: '继续那一轮',
    instead: '开始新的',
  },
  sure: {
    'waited-for': (members) => `答过上一题的 **${number(members)} 位成员**还没有答这一题。`,
    answered: (members) => `最近一分钟内有 **${number(members)} 位成员**作答；可能还有人正要作答。`,
    close: '仍要截止',
    end: '仍要结束这一轮',
    done: {
      question: '题目已截止：几秒内会公布答案。',
      round: '这一轮到此结束：几秒内会公布结果。',
    },
  },
  closedReply: (right, answers) => `已截止：**${answers} 人作答，${right} 人答对**。`,
  outcome: {
    'all-asked': '这一轮完成了',
    ended: '这一轮被提前结束',
    silence: '这一轮到此为止：连续两题没有人作答',
    stuck: '这一轮到此为止：下一题无法显示',
    'shut-out': '这一轮到此为止：我不能在原来的地方发布下一题',
    delayed: '这一轮到此为止：Discord 没有及时接收下一题',
    nobody: '没有人在时限内作答。',
    winner: (names, right, size) => `🏆 ${list(names)} 获胜，答对 **${right}/${size}**。`,
    row: (right, size, points) => `答对 ${right}/${size} · ${points}`,
    points: (points) => `${number(points)} 分`,
    more: (members) => `另外 ${number(members)} 位成员`,
    question: (position) => `第 ${position} 题`,
    hardest: (question, right, answers) =>
      `最难：${question}，${answers} 人作答，${right} 人答对（${percent(right / answers)}）`,
    fastest: (name, seconds, position) => `最快答对：${name}，${number(seconds)} 秒（第 ${position} 题）`,
    again: '再来一轮',
    mistakes: '我的错题',
  },
  mistakes: {
    title: (count) => `你答错了 ${number(count)} 道题`,
    none: '这一轮你没有答错。',
    tookNoPart: '这一轮你没有作答。',
    choose: '再看看解析',
  },
  closedHere: {
    none: '这个频道还没有截止的题目：用 `/答题` 开始一道，之后在这里就能看到。',
    title: '这个频道已截止的题目',
    hint: '选一道，查看答案、解析和大家的作答情况。',
    choose: '选择题目',
    until: (date) => `截至 ${date}`,
    noneSuch: '这里没有符合条件的已截止题目：不填 `主题` 或 `截止日` 可以看到更多。',
    unknownDay: (typed) => `“${typed}”看不出是哪一天：请写成 2026-11-26 这样，或从 \`截止日\` 的列表中选择。`,
    entry: (number, beginning) => `**${number}.** ${beginning}`,
    newer: '更新的',
    older: '更早的',
  },
};
