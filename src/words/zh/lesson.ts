// 课程：列表、页面，以及读完之后。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const lesson: Words['lesson'] = {
  command: {
    lesson: { name: '课程', description: '阅读教程：模块、课程、陷阱，还有五行小结' },
    which: { name: '哪一课', description: '课程的编号、标题或内容；留空则全部列出' },
  },
  title: '课程',
  progress: (done, lessons) => `已完成 ${done}/${lessons}`,
  chooseModule: '选择模块',
  chooseLesson: '选择课程',
  goOn: (id, title) => `继续 ${id} ${title}`,
  allModules: '全部课程',
  page: (page, pages) => `第 ${page}/${pages} 页`,
  isDone: '已完成',
  headings: {
    'The problem': '问题',
    'How it works': '原理',
    Figure: '一图看懂',
    'Which one when': '何时用哪个',
    'Two traps': '两个陷阱',
    'Worked scenario': '案例演练',
    'Check yourself': '自测',
    'In five lines': '五行小结',
  },
  part: (heading, part, parts) => `${heading}（${part}/${parts}）`,
  back: '上一页',
  on: '下一页',
  toEnd: '到结尾',
  concepts: '查这一课的概念',
  quiz: (size) => `小测：${size} 题`,
  cards: (cards) => `${forms.number(cards)} 张闪卡`,
  done: '已学完',
  undo: '还没学完',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: '用耳朵学',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind}：${title}` : `${kind}，${minutes} 分钟：${title}`,
  kinds: { podcast: '播客', talk: '演讲', course: '教程' },
  none: '这个考试版本还没有课程。',
  gone: '这一课已经不在这里的考试里了：用 `/课程` 看看有哪些。',
  unknown: (typed) => `没有关于“${typed}”的课程：请在 \`哪一课\` 里输入，再从列表中选择，或留空查看全部。`,
};
