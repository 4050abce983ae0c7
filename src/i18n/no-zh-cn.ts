// Every “no” in Chinese: each feature has its own beside its words; here are those of no feature.
import { blockNoZhCn } from '#app/i18n/block-zh-cn';
import { campaignNoZhCn } from '#app/i18n/campaign-zh-cn';
import { checkinNoZhCn } from '#app/i18n/checkin-zh-cn';
import { communityNoZhCn } from '#app/i18n/community-zh-cn';
import { contentNoZhCn } from '#app/i18n/content-zh-cn';
import { couponNoZhCn } from '#app/i18n/coupon-zh-cn';
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { giftNoZhCn } from '#app/i18n/gifts-zh-cn';
import { inviteNoZhCn } from '#app/i18n/invite-zh-cn';
import { joiningNoZhCn } from '#app/i18n/joining-zh-cn';
import { membershipNoZhCn } from '#app/i18n/membership-zh-cn';
import { moderationNoZhCn } from '#app/i18n/moderation-zh-cn';
import { pointsNoZhCn } from '#app/i18n/points-zh-cn';
import { promiseNoZhCn } from '#app/i18n/promise-zh-cn';
import { redemptionNoZhCn } from '#app/i18n/redemption-zh-cn';
import { reminderNoZhCn } from '#app/i18n/reminder-zh-cn';
import { riskNoZhCn } from '#app/i18n/risk-zh-cn';
import { seasonNoZhCn } from '#app/i18n/season-zh-cn';
import { trialNoZhCn } from '#app/i18n/trial-zh-cn';
import type { Words } from '#app/i18n/words';

const missing = {
  community: '这个社群',
  campaign: '这个活动',
  coupon: '这张券',
  member: '这位成员',
  invite: '这份邀请',
  promise: '这份承诺',
  season: '这一期榜单',
  complaint: '这条反馈',
  tag: '这个标签',
  entry: '这段文字',
  grant: '这笔积分',
  segment: '这个分群',
  order: '这一张兑换单',
  review: '这次复核',
} as const;

export const noZhCn: Words['no'] = {
  not_found: ({ what }) => ({
    reason: `没有找到${missing[what]}，可能已被移除，或不对你开放。`,
    next: '回上一页，或从群里的卡片再打开一次。',
  }),
  ...campaignNoZhCn,
  ...checkinNoZhCn,
  ...communityNoZhCn,
  ...contentNoZhCn,
  ...couponNoZhCn,
  ...inviteNoZhCn,
  ...membershipNoZhCn,
  ...moderationNoZhCn,
  ...pointsNoZhCn,
  ...promiseNoZhCn,
  ...redemptionNoZhCn,
  ...reminderNoZhCn,
  ...riskNoZhCn,
  ...blockNoZhCn,
  ...joiningNoZhCn,
  ...trialNoZhCn,
  ...giftNoZhCn,
  ...seasonNoZhCn,
  unknown_action: () => ({ reason: '这个版本太旧，认不得这一步。', next: '关掉小程序，重新打开。' }),
  sign_in_required: () => ({ reason: '还没有登录。', next: '重新打开一次就会自动登录。' }),
  session_expired: () => ({ reason: '登录已过期。', next: '重新打开一次就会自动登录。' }),
  join_required: () => ({ reason: '这里只对成员开放，你还没有加入。', next: '加入社群后就可以用，不用填表。' }),
  clerk_only: () => ({ reason: '这一页只给店员、副群主和群主用。', next: '请群主在成员名单里把你设为店员。' }),
  co_owner_only: () => ({ reason: '这一页只给群主和副群主用。', next: '回到首页，看看社群里正在进行的活动。' }),
  owner_only: () => ({ reason: '这一页只给群主本人用。', next: '要改什么，请告诉群主。' }),
  invalid_input: () => ({ reason: '有一处填得不对，没有保存。', next: '检查标出的内容，改好再试。' }),
  too_large: () => ({ reason: '内容太长，没有发出去。', next: '删短一些再试。' }),
  slow_down: ({ seconds }) => ({ reason: '点得太快了。', next: `${f.count(seconds)} 秒后再试。` }),
  request_id_required: () => ({ reason: '这一步没有发完整。', next: '再点一次就好。' }),
  request_id_reused: () => ({ reason: '这一步的内容和上一次不一样，没有再做。', next: '刷新看看结果，再决定要不要重来。' }),
  try_again: ({ reference }) => ({ reason: `暂时没有办成，请再试一次。编号 ${reference}`, next: '你填的内容都还在，不会重复办理。' }),
  internal: ({ reference }) => ({ reason: `我们这边出了错，编号 ${reference}`, next: '请把编号告诉我们，你填的内容都还在。' }),
  offline: () => ({ reason: '没有网络，没有收到回音。', next: '有网后再试一次。填过的都还在，不会重复办理。' }),
};
