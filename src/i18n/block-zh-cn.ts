// What the app says in Chinese to somebody whom the owner has put out: why, what stays theirs, and how to appeal.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { reasonIn } from '#app/i18n/say-block';
import type { Words } from '#app/i18n/words';

const reasons = {
  advertising: '发广告',
  harassing: '骚扰别人',
  cheating: '刷奖励',
  rules: '不守群规',
  other: '其他',
};

const comma = '，';

export const blockZhCn = {
  title: '你已被移出这个社群',
  reasons,
  comma,
  why: (reason: string) => `群主的理由：${reason}`,
  keeps: '已领的券照样能用，积分还在；数据可以导出，也可以清除，清除不会解除拉黑。',
  cannot: '不能打卡、领券、兑换、发言、投票和邀请，也不在榜单上。',
  appealIntro: '可以申诉一次，群主会看到你写的话。',
  appealExample: '例如：那条消息不是我发的',
  kept: '群主看过申诉，决定不变。',
};

/** The shape of these words. */
export type BlockWords = typeof blockZhCn;

const next = {
  none: '可以在首页申诉一次。已领的券照样能用。',
  waiting: '申诉已交给群主，等群主回复。已领的券照样能用。',
  answered: '群主已回复申诉，决定不变。已领的券照样能用。',
} as const;

export const blockNoZhCn = {
  blocked: ({ appeal, ...block }) => ({ reason: `你已被移出这个社群，理由：${reasonIn(reasons, comma, block)}。`, next: next[appeal] }),
  already_blocked: ({ at }) => ({ reason: `这位成员在 ${f.moment(at)} 已被移出。`, next: '刷新就能看到理由，也可以随时解除。' }),
  not_blocked: () => ({ reason: '这位成员没有被移出，不用解除。', next: '刷新看看现在的情况。' }),
} satisfies Partial<Words['no']>;
