// What the app says in Chinese of a review, to the member whom it is about; the signs are said alike to the owner.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words } from '#app/i18n/words';

export const myReviewZhCn = {
  titles: {
    noticed: '群主在看你的邀请',
    restricted: '邀请暂时受限',
    cleared: '看过了，没有问题',
    lapsed: '看的时间到了，已恢复',
    lifted: '限制已解除',
    ended: '限制已结束',
    blocked: '你已被移出这个社群',
    unblocked: '你又是成员了',
  },
  noticed: (day: string) => `经你进来的人有几处相像，群主会看一看。最晚到${day}，别人在邀请榜上看不到你；奖励照发，榜上的成绩也留着。`,
  restricted: (day: string) => `到${day}为止，到期自动恢复。已经得到的都不收回。`,
  boards: '别人在邀请榜上看不到你。',
  invites: '新打开邀请的朋友不给你计奖励；在那之前打开的照算。',
  reason: (text: string) => `群主的理由：${text}`,
  back: '你又在邀请榜上了，成绩没有变。',
  returned: '群主解除了拉黑，积分和榜上的成绩都是原来的。',
  why: '注意到的是',
  signs: {
    burst: (have: number) => `10 分钟里有 ${have} 人先后做了第一件事`,
    fast_hour: (have: number) => `1 小时里有 ${have} 人先后做了第一件事`,
    fast_day: (have: number) => `1 天里有 ${have} 人先后做了第一件事`,
    never_back: (have: number, of: number) => `${of} 人里有 ${have} 人做完第一件事，就没有再来`,
    chain: (have: number) => `${have} 人一个接一个，都在来的一天之内带来下一个`,
    at_once: (have: number, of: number) => `${of} 人里有 ${have} 人当天用了券，和邀请人在同一天`,
    same_place: (have: number, of: number) => `${of} 人里有 ${have} 人从同一个网络加入`,
  },
  usual: {
    pace: (usual: number) => `别的邀请人一般不超过 ${usual} 人`,
    gone: (percent: number) => `别的新成员里，没有再来的占 ${percent}%`,
  },
  appeal: {
    open: '我要申诉',
    title: '说说是怎么回事',
    intro: '群主会看到你写的话。限制以后的申诉，7 天没有回复就自动恢复。',
    text: '你想说的',
    example: '例如：都是同事，下班一起来的',
    send: '提交申诉',
    mine: (text: string) => `你的申诉：${text}`,
    noWords: '你提交了申诉。',
    waiting: (moment: string) => `${moment} 提交，等群主回复。`,
    answer: (text: string) => `群主：${text}`,
  },
};

/** The shape of these words. */
export type MyReviewWords = typeof myReviewZhCn;

export const riskNoZhCn = {
  already_appealed: ({ appealedAt }) => ({
    reason: `你在 ${f.moment(appealedAt)} 已经申诉过。`,
    next: '群主回复后会显示在这里。',
  }),
} satisfies Partial<Words['no']>;
