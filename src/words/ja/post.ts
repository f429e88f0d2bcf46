// 投稿された問題：受付中、締切後、正解の発表。
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent } = forms;

export const post: Words['post'] = {
  select: { 1: '1つ選んでください', 2: '2つ選んでください', 3: '3つ選んでください' },
  difficulty: { 1: 'やさしい', 2: '普通', 3: '難しい' },
  worth: (difficulty, points) => `${difficulty}（${number(points)}ポイント）`,
  domain: (id, name) => `分野${id}：${name}`,
  source: {
    round: (position, size) => `問題 ${position}/${size}`,
    privateRound: (position, size) => `問題 ${position}/${size}、自分だけ`,
    private: '自分だけ',
    daily: '今日の一問',
    dailyLate: '今日の一問（遅れて投稿）',
    test: 'テスト投稿、ポイントなし',
  },
  closed: '締切済み',
  closes: (when) => `${when}に締切`,
  answered: (count) => (count === 0 ? 'まだ回答なし' : `${number(count)}人が回答`),
  closeNow: '今すぐ締め切る',
  endRound: 'ラウンドを終了',
  fewer: (count) => `このテーマの問題は${number(count)}問だけなので、すべて出題します。`,
  choose: { 1: '選択肢を1つ選ぶ', 2: '選択肢を2つ選ぶ', 3: '選択肢を3つ選ぶ' },
  right: '正解',
  wrong: '不正解',
  chosenBy: (count, all, share) => `${all}人中${count}人（${percent(share)}）`,
  remember: '**要点：**',
  nobody: 'この問題には誰も答えませんでした。',
  result: (right, all, share) =>
    `回答${number(all)}件のうち、**正解は${number(right)}件**でした（${percent(share)}）。`,
  rightMembers: (names) => `正解した人：${list(names)}`,
  more: (count) => `ほか${number(count)}人`,
  reasoning: '全選択肢の解説',
  letters: (letters) => list(letters),
  thread: {
    daily: (date) => `今日の一問 ${date}`,
    question: '問題',
  },
};
