// 每日一题：命令、安排的状态、回顾，以及配置界面里的说明。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { choice, list, number, percent, weekday } = forms;

function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return '每天';
  return isRun && days.length > 2 ? `${names[0]}至${names.at(-1)}` : list(names);
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return `${number(minutes / 1440)} 天`;
  if (minutes % 60 === 0) return `${number(minutes / 60)} 小时`;
  return `${number(minutes)} 分钟`;
}

const howToPing =
  '想让我 @ 某个身份组，管理员可以允许所有人提及它，或给我权限 `提及 @everyone、@here 和所有身份组`。';

export const daily: Words['daily'] = {
  command: {
    daily: { name: '每日一题', description: '设置每日一题' },
    set: { name: '设置', description: '在频道里发布每日一题，或修改它' },
    time: { name: '时间', description: '当地时间，例如 07:30 或 19点' },
    channel: { name: '频道', description: '哪个频道（默认当前频道）' },
    zone: { name: '时区', description: '时区：输入城市名（默认服务器的时区）' },
    weekdays: { name: '星期', description: '每天、周一到周五，或 周一,周三,周五（默认每天）' },
    domains: { name: '领域', description: '只考这些领域，例如 1,3（默认全部）' },
    role: { name: '身份组', description: '要 @ 的身份组；选 @everyone 表示不 @ 任何人' },
    thread: { name: '子区', description: '在每道题下开一个讨论子区' },
    closeAfter: { name: '截止', description: '多久后截止：12小时、90分钟、2天（默认到下一题发布时）' },
    list: { name: '列表', description: '这个服务器所有的每日一题，以及它们的状态' },
    pause: { name: '暂停', description: '暂停发布，直到你恢复' },
    resume: { name: '恢复', description: '暂停后重新发布，或撤销跳过' },
    remove: { name: '移除', description: '结束某个频道的每日一题' },
    skip: { name: '跳过', description: '跳过下一次发布' },
    postNow: { name: '加发', description: '现在加发一题；原来的安排不变' },
    preview: { name: '预览', description: '看看接下来的时间和轮到的领域，不显示题目' },
  },
  weekdays,
  duration,
  ownPack: (name) => `你们的题库：${name}`,
  ownDomains: (pack, names) => `你们的题库：${pack}（${names.join('、')}）`,
  allDomains: '所有领域，按考试权重',
  timing: (time, zone, days) => `${days} ${time}（${zone}）`,

  setIn: (channel) => `已在 ${channel} 设置每日一题`,
  changedIn: (channel) => `${channel} 的每日一题已修改`,
  nextPosts: '**接下来发布**',
  setFoot: '如果我没法再在那里发布，会一直重试，并私信告诉你一次。状态见 `/每日一题 列表`。',
  tooMany: (most) => `一个服务器最多有 ${most} 个每日一题：请先用 \`/每日一题 移除\` 去掉一个。`,
  takenJustNow: '刚才有别人改了这个频道的每日一题：请看 `/每日一题 列表`。',
  paused: (channel) => `${channel} 已暂停：执行 \`/每日一题 恢复\` 之前不会发布。期间的题目不会补发。`,
  pausedAlready: (channel) => `${channel} 的每日一题已经暂停：用 \`/每日一题 恢复\` 重新开始。`,
  removed: (channel) => `已从 ${channel} 移除。发过的题目会保留，开放中的题目照常截止。`,
  skipsAlready: (channel) => `${channel} 的下一题已经设为跳过：用 \`/每日一题 恢复\` 撤销。`,
  resumed: (channel) => `${channel} 重新开始发布。`,
  unskipped: (channel) => `${channel} 不再跳过任何题目。`,
  runsAlready: (channel) => `${channel} 的每日一题正在运行。`,
  skipped: (when, channel) => `${channel} 将跳过 ${when} 的题目；用 \`/每日一题 恢复\` 撤销。`,
  goneJustNow: '刚才有别人移除了这个每日一题：什么都没有改动。',
  queued: (channel, closes) => `加发的一题马上送到 ${channel}，${closes} 截止。原来的安排不变。`,
  pingedToday: '这次不 @ 身份组：今天加发的题目已经 @ 过了。',
  onItsWay: (channel) => `给 ${channel} 的一题还在等待发送：如果等太久，\`/每日一题 列表\` 会说明原因。`,
  noQuestion: '这个服务器的考试版本还没有题目：请用 `/配置 服务器` 换一个版本。',
  in: (channel) => `${channel} 的每日一题`,
  pausedNext: '**已暂停。** 执行 `/每日一题 恢复` 后，发布时间会是：',
  turn: (id, name, weight) => `**轮到的领域**：领域 ${id}，${name}（占考试的 ${percent(weight / 100)}）`,
  exhausted: '符合条件的题目在这里都出过了：会再出最久以前的那道。',
  fresh: '会是这个频道没出过的题目。',
  drawnLater: '题目在发布时才抽取，所以没有人能提前知道。',
  held: {
    posted: '今天的题目已经发布，所以从下一个日期开始。',
    skipped: '今天的题目已跳过，所以从下一个日期开始。',
  },
  howToPing,
  silent: (role) => `我还不能 @ ${role}。${howToPing}`,
  silentUnknown: `我还不能 @ 这个身份组。${howToPing}`,
  lacks: (channel, names) =>
    `我还不能在 ${channel} 发布，所以什么都没有改动：请在那里给我${list(names)}权限，再试一次。`,
  bad: {
    time: (typed) => `“${typed}”不像一个时间：请写成 \`07:30\`、\`7:30am\` 或 \`19点\` 这样。`,
    zone: (typed) => `没有找到时区“${typed}”：请输入城市名再从列表中选择，或写成 \`Asia/Shanghai\` 这样。`,
    zoneLike: (zones) => `你是想选 ${choice(zones)} 吗？`,
    weekdays: (typed) =>
      `“${typed}”看不出是星期几：请写成 \`每天\`、\`周一到周五\` 或 \`周一,周三,周五\` 这样（1 是星期一）。`,
    domains: (typed, names) =>
      `这个考试版本没有领域“${typed}”：请填编号，例如 \`1,3\`，或填 \`全部\`。现有 ${list(names)}。`,
    'close-after': (typed) =>
      `“${typed}”不像一段时长：请写 \`12小时\`、\`90分钟\` 或 \`2天\`（最长 7 天），或写 \`下一题\` 表示到下一题发布时。`,
  },
  roleGone: '身份组已被删除，所以不 @ 任何人',
  roleRefused: (role) =>
    `你自己不能提及 ${role}，所以我也不会替你这样做：请选一个所有人都能提及的身份组，或请在该频道有 \`提及 @everyone、@here 和所有身份组\` 权限的管理员来设置。`,
  wrongChannel: (channel) => `${channel} 不能直接发消息，所以什么都没有改动：请选择文字频道或公告频道。`,
  tooSoon: (channel, when) => `不到一分钟前刚给 ${channel} 加发过一题：${when} 可以再发。`,
  sentOn: (channel) => `之前等着发到 ${channel} 的那道题，现在正在发送。`,
  when: (timing) => `**时间**：${timing}`,
  what: (choice) => `**内容**：${choice}`,
  how: (role, thread) => `**方式**：${role}，${thread}`,
  pings: (role) => `会 @ ${role}`,
  pingsNobody: '不 @ 任何人',
  withThread: '开讨论子区',
  withoutThread: '不开子区',
  allByWeight: '所有领域，按权重',
  someDomains: (ids) => `领域 ${ids.join('、')}`,
  openUntilNext: (what) => `${what}；开放到下一题发布`,
  openFor: (what, time) => `${what}；开放 ${time}`,
  none: '这个服务器还没有每日一题：用 `/每日一题 设置` 开始。',
  noneHere: (others) => `这个频道没有每日一题：请填选项 \`频道\`。${list(others)} 有每日一题。`,
  noneIn: (channel, others) => `${channel} 没有每日一题。${list(others)} 有每日一题。`,

  list: {
    title: '每日一题',
    paused: '已暂停',
    running: '运行中',
    failing: (reason) => `**出了问题**，${reason}`,
    short: (channel, time, state) => `${channel} ${time}：${state}`,
  },
  state: {
    paused: '已暂停：用 `/每日一题 恢复` 重新开始。',
    running: (next, relative) => `运行中。下一题：${next}（${relative}）`,
    skips: (date) => `跳过：${date}。`,
    failing: (reason) => `**出了问题**：${reason}。`,
    retry: (when) => `下次重试：${when}。`,
    givenUp: (next) => `那道题已放弃发送。下一题：${next}。`,
    mended: '恢复正常了：之前等待的那道题，现在正在发送。',
    reveal: (reason) => `**上一题的答案没能公布**：${reason}；可以用 \`/往期\` 查看。`,
  },
  reason: {
    noChannel: '频道已不存在，或我看不到它了',
    refused: 'Discord 不允许我在那里发布',
    mayNotChange: 'Discord 不允许我修改在那里的消息',
    code: (code) => `Discord 拒绝了请求（代码 ${code}）`,
    lacks: (names) => `我在那里缺少${list(names)}权限`,
  },
  degraded: {
    title: (channel) => `每日一题没能发到 ${channel}`,
    reveal: (channel) => `每日一题的答案没能在 ${channel} 公布`,
    reason: (reason) => `原因：${reason}。请在频道设置里处理。`,
    code: (code) =>
      `Discord 拒绝了请求，代码 ${code}。这大概不是你能处理的：请把代码告诉运行这个机器人的人。`,
    kept: '什么都没有丢失：用 `/往期` 可以看到答案。状态见服务器里的 `/每日一题 列表`。',
    goesOn: '我会一直重试，恢复后自动继续。状态见服务器里的 `/每日一题 列表`。',
    once: '因为是你设置的，所以告诉你；只说这一次。',
  },
  recap: {
    result: (answers, right) =>
      `**每日一题**：${number(answers)} 人作答，${right} 人答对（${percent(right / answers)}）。答案见上方。`,
    next: (date, relative) => `下一题：${date}（${relative}）`,
    posted: (channel) => `下一题已经在 ${channel}。`,
  },

  setup: {
    line: '每日一题',
    chooseChannel: (timing) => `选择频道就会开始：${timing}。`,
    channel: '发布每日一题的频道',
    role: '要 @ 的身份组（留空则不 @）',
    chooseTime: '选择时间',
    otherTime: '其他时间',
    chooseWeekdays: '选择哪几天',
    pause: '暂停',
    resume: '恢复',
    roleGone: '身份组已被删除，所以不 @ 任何人。',
    noPing: '不 @ 任何人',
    later: (dates) => `之后：${list(dates)}`,
    gone: (channel) => `**${channel} 已不存在，或我看不到它了**：请换一个频道，或让我看到它。`,
    lacks: (channel, names) => `**我在 ${channel} 缺少${list(names)}权限**：请在那里给我，或换一个频道。`,
    wrongKind: (channel) => `**${channel} 不能直接发消息**：请选择文字频道或公告频道。`,
    testPost: '试发一题',
    moreChannels: '更多频道、指定领域：`/每日一题 设置`。',
    firstOf: '这里改的是第一个，其他的用 `/每日一题 设置`。',
    timeModal: {
      title: '每日一题',
      label: '当地时间',
      description: '例如 07:30、7:30am 或 19点',
    },
    option: {
      channel: { name: '频道', description: '发布每日一题的频道' },
      time: { name: '时间', description: '每日一题的当地时间，例如 07:30 或 19点' },
      role: { name: '身份组', description: '发布时 @ 的身份组；选 @everyone 表示不 @ 任何人' },
    },
    zoneFollows: '每日一题会跟着调整。',
    started: (channel) => `${channel} 的每日一题开始了。如果我没法再在那里发布，会私信告诉你一次。`,
    saved: (channel) => `已保存：${channel}。`,
    channelTaken: (channel) =>
      `${channel} 已经有自己的每日一题：用 \`/每日一题 设置\` 修改，用 \`/每日一题 移除\` 结束。`,
    channelFirst: '请先选择每日一题的频道。',
    channelKept: '频道保持不变：要停止每日一题，请用 `/每日一题 暂停` 或 `/每日一题 移除`。',
    testQueued: (channel) => `试发的一题马上送到 ${channel}，10 分钟后截止，不计分。`,
    noQuestion: '这个版本还没有题目：请换一个版本。',
    testTooSoon: (channel, when) => `不到一分钟前刚在 ${channel} 试发过一题：${when} 可以再发。`,
    more: (count) => `还有 ${count} 个：\`/每日一题 列表\``,
    logged: (channel) => `${channel} 的每日一题`,
    loggedDays: (days) => days,
    loggedCloses: (time) => `${time}后截止`,
    loggedThread: '开子区',
    loggedDomains: (ids) => `领域 ${ids}`,
    loggedSkips: (date) => `跳过 ${date}`,
    loggedActive: '运行中',
    loggedPaused: '已暂停',
  },
};
