// 摸底：用三十道题了解一个人的水平。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number } = forms;

export const diagnose: Words['diagnose'] = {
  command: {
    diagnose: { name: '摸底', description: '看看你现在的水平：30 道题，只有你能看到' },
  },
  title: (code) => `${code} 摸底：你现在什么水平？`,
  intro: {
    what: (count, minutes) =>
      `**${number(count)} 道题，大约 ${number(minutes)} 分钟。** 每道题都根据你前面的作答来选。`,
    how: '作答后不能更改，结束前也不会说对错；最后会给出你在各领域的水平，和最有帮助的三课。',
    goesOn: '随时可以停下：用 `/摸底` 从停下的地方继续。',
    practice: '全程不计分，只有你能看到。',
    begin: '开始',
  },
  position: (position, size) => `第 ${position}/${size} 题`,
  resumed: '你之前已经开始：从停下的地方继续。',
  old: '这条消息有些旧了，可能很快就没有反应：用 `/摸底` 换一条新消息继续。',
  done: (count) => `${number(count)} 道题全部答完。你现在的水平：`,
  plan: '用 `/计划` 把它安排成每周的学习，直到考试。',
  gone: '这次摸底已经结束，或不是你的：用 `/摸底` 开始一次。',
  noQuestions:
    '这个考试还没有题目：在服务器里由管理员用 `/配置 服务器` 换一个，在其他地方由你用 `/设置 考试` 来换。',
};
