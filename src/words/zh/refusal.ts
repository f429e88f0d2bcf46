// 命令在功能作答之前就停下时，成员读到的每一句话。
import type { Words } from '../words.ts';

export const refusal: Words['refusal'] = {
  serverOnly: '这要在有 Cohort 的服务器里用：请到学习小组的频道里使用。在这里能用的，`/帮助` 都有列出。',
  noCourse: '我还不知道你在备考什么：请用 `/设置 考试` 选考试、`/设置 时区` 选时区，再执行一次这个命令。',
  needs: {
    'manage-server': '这需要**管理服务器**权限：请找这个服务器的管理员。',
    'manage-messages-or-asker': '只有发起这道题的成员，或有**管理消息**权限的人才能这样做。',
    'write-here': '只有能在这个频道发言和使用命令的成员，才能在这里开始一轮。',
  },
  botLacksPermission: (channel, names) =>
    `我在 ${channel} 还不能这样做：请让管理员在那里给我${names}权限，再试一次。`,
  orPrivateThread: '这是私密子区吗？那就把我加进去：在那里发一条提及我的消息。',
  teamUnknown: 'Discord 暂时没有告诉我你是不是官方题目的审核人：请过一分钟再试。',
  outdated: '这个按钮已经不用了：请重新执行命令。',
  unavailable: '我连不上数据库，所以**没能保存**。请稍后再按一次或再执行一次；任何作答都不会重复计算。',
  uncertain:
    '数据库的答复丢失了，所以**我不知道有没有保存**。请再按一次或再执行一次：以第一次作答为准，任何作答都不会重复计算。',
  fault: '我这边出了问题，不知道有没有保存。请再试一次；任何作答都不会重复计算。',
  faultId: (id) => `如果再次出现，请把这个编号告诉管理员：\`${id}\``,
};
