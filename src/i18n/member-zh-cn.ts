// The member's words in Chinese; their shape is the one that every other language follows.
import { auditZhCn } from '#app/i18n/audit-zh-cn';
import { blockZhCn } from '#app/i18n/block-zh-cn';
import { campaignZhCn } from '#app/i18n/campaign-zh-cn';
import { checkinZhCn } from '#app/i18n/checkin-zh-cn';
import { communityZhCn } from '#app/i18n/community-zh-cn';
import { couponZhCn } from '#app/i18n/coupon-zh-cn';
import { dailyZhCn } from '#app/i18n/daily-zh-cn';
import { inviteZhCn } from '#app/i18n/invite-zh-cn';
import { joiningZhCn } from '#app/i18n/joining-zh-cn';
import { leaderboardZhCn } from '#app/i18n/leaderboard-zh-cn';
import { membershipZhCn } from '#app/i18n/membership-zh-cn';
import { pointsZhCn } from '#app/i18n/points-zh-cn';
import { privacyZhCn } from '#app/i18n/privacy-zh-cn';
import { promiseZhCn } from '#app/i18n/promise-zh-cn';
import { redemptionZhCn } from '#app/i18n/redemption-zh-cn';
import { reminderZhCn } from '#app/i18n/reminder-zh-cn';
import { myReviewZhCn } from '#app/i18n/risk-zh-cn';
import { tierZhCn } from '#app/i18n/tier-zh-cn';
import type { Yuan } from '#app/i18n/words';

export const memberZhCn = {
  ...campaignZhCn,
  ...checkinZhCn,
  ...communityZhCn,
  ...couponZhCn,
  ...inviteZhCn,
  ...leaderboardZhCn,
  ...membershipZhCn,
  ...pointsZhCn,
  ...redemptionZhCn,
  promise: promiseZhCn,
  review: myReviewZhCn,
  block: blockZhCn,
  joining: joiningZhCn,
  daily: dailyZhCn,
  shared: {
    loading: '正在打开',
    /** Between two sentences. */
    joint: '',
    retry: '再试一次',
    back: '返回',
    close: '知道了',
    closeSheet: '关闭',
    pull: { further: '下拉更新', letGo: '松开就更新', asking: '正在更新' },
    more: '看更多',
    earlier: '看前面的',
    offlineSince: (clock: string) => `没有网络，显示的是 ${clock} 的内容`,
    offline: '没有网络',
    brokenLink: { reason: '这个链接不对，没有找到要看的内容。', next: '回到原来的地方再点一次，或者从首页找。' },
    pageMissing: '这一页没有加载出来，可能是网络断了。',
    someone: (tag: string) => `成员 ${tag}`,
    me: '我',
    points: (points: number) => `${points} 积分`,
    condition: (threshold: Yuan) => `满 ${threshold} 可用`,
    anyOrder: '无门槛',
    groupOnly: (label: string) => `仅限「${label}」`,
    until: (day: string) => `${day}前可用，含当天`,
    between: (from: string, until: string) => `${from} 至 ${until}可用`,
  },
  tabs: { home: '首页', wall: '福利', board: '榜单', me: '我的' },
  tier: tierZhCn,
  reminder: reminderZhCn,
  privacy: privacyZhCn,
  audit: auditZhCn,
};

/** The shape of the member's words. */
export type MemberWords = typeof memberZhCn;
