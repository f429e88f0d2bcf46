// 对刚邀请机器人的服务器打招呼。
import type { Words } from '../words.ts';

export const hello: Words['hello'] = {
  title: '你好，我是 Cohort',
  what: '我帮助小组一起备考认证：频道里有每日一题和答题，每个人还有自己的课程、复习和模考。',
  beginsWith: (code) => `这个服务器先从 **${code}** 开始。`,
  setUpHow: '有**管理服务器**权限的人，不到一分钟就能配置好我。',
  setUpThere: '有**管理服务器**权限的人，在那里用 `/配置 服务器`，不到一分钟就能配置好我。',
  tryIt: '其他人现在就可以试答一题；答得怎样，没有人会看到。',
  setUp: '开始配置',
  tryQuestion: '试答一题',
  once: '这些话我只说一次。之后除非有人需要，我不会再打扰。',
  invitedTo: (server) => `我被邀请到你的服务器 **${server}**，但没有找到可以打招呼的频道。`,
};
