// What the app says in Chinese to somebody who wishes to come in: what they are asked, that they wait, and why they were turned down.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { reasonIn } from '#app/i18n/say-block';
import type { Words } from '#app/i18n/words';

const reasons = { not_ours: '和这个社群关系不大', answers: '回答看不出是谁', full: '这一阵先不加人', other: '其他' };

const comma = '，';

export const joiningZhCn = {
  reasons,
  comma,
  joinAsked: '回答几个问题，加入',
  joinApproval: '申请加入',
  approvalHint: '群主通过以后就是成员。',
  sheetTitle: '加入前，群主想问问',
  sheetHint: '只有群主和副群主看得到你的回答。你清除数据时，回答一起清除。',
  length: (now: number, max: number) => `${now}/${max}`,
  send: '提交申请',
  sendAnswers: '加入',
  waitingTitle: '已申请，等群主通过',
  waiting: (moment: string) => `${moment} 申请的。群主通过以后，这里就能打卡、领券。`,
  openNow: '现在不用等群主了，可以直接加入。',
  enterNow: '直接加入',
  withdraw: '收回申请',
  withdrawTitle: '收回申请？',
  withdrawEffects: ['你的回答会一起删掉。', '以后随时可以再申请。'] as readonly string[],
  keep: '先不收回',
  refusedTitle: '群主没有通过',
  why: (reason: string) => `群主的理由：${reason}`,
  again: (moment: string) => `${moment} 以后可以再申请。`,
};

/** The shape of these words. */
export type JoiningWords = typeof joiningZhCn;

export const joiningNoZhCn = {
  already_waiting: ({ askedAt }) => ({ reason: `你在 ${f.moment(askedAt)} 已经申请。`, next: '等群主通过，也可以收回申请。' }),
  answers_needed: ({ questions }) => ({
    reason: `加入前要回答 ${f.count(questions.length)} 个问题。`,
    next: '问题刚刚改过，看一看再答。',
  }),
  refused_lately: ({ againAt, ...refusal }) => ({
    reason: `群主没有通过你的申请，理由：${reasonIn(reasons, comma, refusal)}。`,
    next: `${f.moment(againAt)} 以后可以再申请。`,
  }),
  join_waiting: ({ askedAt }) => ({ reason: `这里只对成员开放，你在 ${f.moment(askedAt)} 申请了加入。`, next: '等群主通过就可以用。' }),
  join_refused: ({ againAt, ...refusal }) => ({
    reason: `这里只对成员开放，群主没有通过你的申请，理由：${reasonIn(reasons, comma, refusal)}。`,
    next: `${f.moment(againAt)} 以后可以再申请。`,
  }),
} satisfies Partial<Words['no']>;
