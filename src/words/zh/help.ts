// /帮助：首屏，以及每组命令一屏。
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  command: { name: '帮助', description: 'Cohort 能做什么，从哪里开始' },
  title: 'Cohort：一起备考',
  intro: '我发情境题，你按按钮作答；每个选项为什么对或错，只有你自己看得到。',
  groups: {
    learn: { name: '学习', hint: '读课程、查概念、过闪卡' },
    practise: { name: '练习', hint: '答题，自己练或大家一起' },
    measure: { name: '测评', hint: '看看学到什么程度' },
    group: { name: '一起', hint: '整个服务器一起做的事' },
    setup: { name: '配置', hint: '设置、你的数据、服务器里的机器人' },
  },
  choose: '想做什么？',
  all: '所有分组',
  forAdmins: (description) => `${description}（仅限管理员）`,
  adminCommands: (commands) => `仅限管理员：${commands}`,
  details: {
    learn: '每一课结尾有小测、闪卡，以及去下一课的按钮。',
    practise:
      '**积分**：题目开放时，你的第一次作答计分：答对简单题 1 分，中等 2 分，困难 3 分。私密题目只是练习。',
    measure: '**打卡**：每天答一题，不论对错，打卡就不断；每答满七天得一张补签卡，可补漏掉的一天。',
    group: '排行榜只显示愿意公开名字的人。',
    setup: '**你的数据**：查看、导出成文件、删除；对所有地方同时生效。',
  },
  install: '和小组一起用，或在任何聊天里自己用：进度处处同步。',
  toServer: '添加到服务器',
  toMember: '添加给自己',
  privacyNotice: '隐私声明',
  terms: '条款',
  source: '源代码',
};
