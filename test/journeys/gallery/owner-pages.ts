// The pages of owners and clerks, with the pictures that are kept of them.
import type { PictureOfPage } from './screen';

const owner = { town: 'shop', who: 'owner' } as const;
const reviewer = { town: 'ring', who: 'owner' } as const;
const busy = { town: 'busy', who: 'owner' } as const;
const member = { town: 'shop', who: 'member' } as const;
const clerk = { town: 'shop', who: 'clerk' } as const;
const beginner = { town: 'fresh', who: 'owner' } as const;
const keeper = { town: 'door', who: 'owner' } as const;
const nobody = { town: 'fresh', who: 'neighbour' } as const;

/** Owners' pages, in the order in which an owner comes to them. */
export const ownerPages: readonly PictureOfPage[] = [
  {
    page: 'packages/owner/create/index',
    title: '开一个社群',
    job: 'a community of one’s own, from inside its group',
    pictures: [{ ...nobody, state: 'ready', shows: 'community-name' }],
  },
  {
    page: 'packages/owner/today/index',
    title: '群主台',
    job: 'what needs the owner today, and how the day goes',
    pictures: [
      { ...owner, state: 'ready', shows: 'day-counts' },
      { ...owner, state: 'wide', shows: 'day-counts', how: ['wide'] },
      { ...owner, state: 'dark', shows: 'day-counts', how: ['dark'] },
      { ...owner, state: 'english', shows: 'day-counts', how: ['english'] },
      { ...owner, state: 'large', shows: 'day-counts', how: ['large'] },
      { ...beginner, state: 'beginning', shows: 'day-counts' },
      { ...member, state: 'refused', shows: 'refusal-co_owner_only' },
      { ...owner, state: 'loading', shows: 'day-counts', how: ['loading'] },
    ],
  },
  {
    page: 'packages/owner/choose/index',
    title: '写一个新活动',
    job: 'which play fits what the owner wants to happen',
    pictures: [
      { ...owner, state: 'ready', shows: 'type-coupon_drop' },
      { ...owner, state: 'wide', shows: 'type-coupon_drop', how: ['wide'] },
    ],
  },
  {
    page: 'packages/owner/editor/index',
    title: '写活动',
    job: 'the rules of one campaign, each field with what it means',
    pictures: [
      { ...owner, state: 'ready', query: '?id={ready}', shows: 'field-title' },
      { ...owner, state: 'risky', query: '?id={risky}', shows: 'field-title-notice' },
      { ...owner, state: 'plan', query: '?type=checkin_plan', shows: 'field-title' },
      { ...owner, state: 'dark', query: '?id={ready}', shows: 'field-title', how: ['dark'] },
      { ...owner, state: 'english', query: '?id={ready}', shows: 'field-title', how: ['english'] },
      { ...owner, state: 'large', query: '?id={ready}', shows: 'field-title', how: ['large'] },
      { ...owner, state: 'wide', query: '?id={ready}', shows: 'field-title', how: ['wide'] },
    ],
  },
  {
    page: 'packages/owner/preview/index',
    title: '预览',
    job: 'what members will see, what it may cost, and what stands against it',
    pictures: [
      { ...owner, state: 'ready', query: '?id={ready}', shows: 'terms' },
      { ...owner, state: 'refused', query: '?id={risky}', shows: 'findings' },
      { ...owner, state: 'wide', query: '?id={ready}', shows: 'terms', how: ['wide'] },
    ],
  },
  {
    page: 'packages/owner/improve/index',
    title: '改得更好',
    job: 'make a live campaign better, never worse',
    pictures: [{ ...owner, state: 'ready', query: '?id={drop}', shows: 'field-stock' }],
  },
  {
    page: 'packages/owner/manage/index',
    title: '管理活动',
    job: 'how one campaign goes, and what can be done about it',
    pictures: [
      { ...owner, state: 'ready', query: '?id={drop}', shows: 'promised-coupons' },
      { ...owner, state: 'dark', query: '?id={drop}', shows: 'promised-coupons', how: ['dark'] },
      { ...owner, state: 'wide', query: '?id={drop}', shows: 'promised-coupons', how: ['wide'] },
      { ...owner, state: 'gone', query: '?id=nothing', shows: 'no-campaign' },
      { ...owner, state: 'ending', query: '?id={drop}', shows: 'promised-coupons', taps: ['end-campaign'] },
    ],
  },
  {
    page: 'packages/owner/campaigns/index',
    title: '草稿和已结束',
    job: 'drafts to go on with, and what has ended to run again',
    pictures: [
      { ...owner, state: 'ready', shows: 'past-{ready}' },
      { ...owner, state: 'dark', shows: 'past-{ready}', how: ['dark'] },
      { ...beginner, state: 'empty', shows: 'no-draft' },
    ],
  },
  {
    page: 'packages/owner/members/index',
    title: '成员与店员',
    job: 'who is there, and who helps',
    pictures: [
      { ...owner, state: 'ready', shows: 'members' },
      { ...owner, state: 'wide', shows: 'members', how: ['wide'] },
      { ...owner, state: 'english', shows: 'members', how: ['english'] },
    ],
  },
  {
    page: 'packages/owner/groups/index',
    title: '绑定的群',
    job: 'which groups belong to the community',
    pictures: [{ ...owner, state: 'ready', shows: 'go-back' }],
  },
  {
    page: 'packages/owner/about/index',
    title: '社群资料',
    job: 'what the community says of itself, and who answers for it',
    pictures: [{ ...owner, state: 'ready', shows: 'save-about' }],
  },
  {
    page: 'packages/owner/door/index',
    title: '入群',
    job: 'who waits to come in, and how people come in',
    pictures: [
      { ...keeper, state: 'ready', shows: 'applicant-{member}' },
      { ...keeper, state: 'refusing', shows: 'applicant-{member}', taps: ['turn-down-{member}'] },
      { ...owner, state: 'empty', shows: 'no-applicants' },
    ],
  },
  {
    page: 'packages/owner/counter/index',
    title: '收银台',
    job: 'redeem what a customer shows, with the sum in view',
    pictures: [
      { ...clerk, state: 'ready', shows: 'scan' },
      { ...clerk, state: 'dark', shows: 'scan', how: ['dark'] },
      { ...clerk, state: 'large', shows: 'scan', how: ['large'] },
      { ...clerk, state: 'refused', shows: 'scan', types: ['code-digits', '1234567890'], taps: ['check-code'] },
      { ...owner, state: 'wide', shows: 'shift-heading', how: ['wide'] },
    ],
  },
  {
    page: 'packages/owner/redemptions/index',
    title: '核销记录',
    job: 'what was redeemed, and the way back within a day',
    pictures: [
      { ...clerk, state: 'ready', shows: 'redemptions' },
      { ...beginner, state: 'empty', shows: 'no-redemptions' },
      { ...owner, state: 'wide', shows: 'redemptions', how: ['wide'] },
    ],
  },
  {
    page: 'packages/owner/shift/index',
    title: '当班小结',
    job: 'what was redeemed on a day, to hand over the till with',
    pictures: [
      { ...clerk, state: 'ready', shows: 'shift-heading' },
      { ...beginner, state: 'empty', shows: 'shift-empty' },
    ],
  },
  {
    page: 'packages/owner/orders/index',
    title: '兑换单',
    job: 'who waits for what, by number',
    pictures: [
      { ...clerk, state: 'ready', shows: 'order-shelves' },
      { ...beginner, state: 'empty', shows: 'no-orders' },
    ],
  },
  {
    page: 'packages/owner/moderation/index',
    title: '待看的内容',
    job: 'names, pictures and words that wait for a look',
    pictures: [
      { ...owner, state: 'ready', shows: 'go-back' },
      { ...beginner, state: 'empty', shows: 'nothing-waiting' },
    ],
  },
  {
    page: 'packages/owner/promises/index',
    title: '待补的承诺',
    job: 'what is owed, to whom and why, and how it was made good',
    pictures: [
      { ...owner, state: 'ready', shows: 'promises-total' },
      { ...owner, state: 'dark', shows: 'promises-total', how: ['dark'] },
      { ...beginner, state: 'empty', shows: 'no-promises' },
    ],
  },
  {
    page: 'packages/owner/reviews/index',
    title: '风险复核',
    job: 'what was noticed at night, and waits for a look',
    pictures: [
      { ...reviewer, state: 'ready', shows: 'reviews' },
      { ...beginner, state: 'empty', shows: 'no-reviews-waiting' },
    ],
  },
  {
    page: 'packages/owner/review/index',
    title: '复核',
    job: 'what was noticed of one member, why, and what to do about it',
    pictures: [
      { ...reviewer, state: 'ready', query: '?m={member}', shows: 'review-accounts' },
      { ...reviewer, state: 'dark', query: '?m={member}', shows: 'review-accounts', how: ['dark'] },
      { ...reviewer, state: 'appealed', query: '?m={neighbour}', shows: 'review-appeal', how: ['english'] },
      { ...reviewer, state: 'restricting', query: '?m={member}', shows: 'review-accounts', taps: ['restrict'] },
      { ...reviewer, state: 'refused', query: '?m=nobody', shows: 'error-state' },
    ],
  },
  {
    page: 'packages/owner/segments/index',
    title: '成员分群',
    job: 'groups of members that a campaign can be meant for',
    pictures: [{ ...owner, state: 'ready', shows: 'all-tags' }],
  },
  {
    page: 'packages/owner/person/index',
    title: '成员',
    job: 'one member: through whom they came, what they did, what they got and why',
    pictures: [
      { ...owner, state: 'ready', query: '?m={member}', shows: 'story' },
      { ...owner, state: 'wide', query: '?m={member}', shows: 'story', how: ['wide'] },
      { ...owner, state: 'appointing', query: '?m={member}', shows: 'story', taps: ['give-co_owner-'] },
      { ...owner, state: 'refused', query: '?m=nobody', shows: 'error-state' },
      { ...keeper, state: 'blocked', query: '?m={out}', shows: 'person-block' },
      { ...owner, state: 'blocking', query: '?m={member}', shows: 'story', taps: ['block-{member}'] },
    ],
  },
  {
    page: 'packages/owner/sharers/index',
    title: '谁带来了朋友',
    job: 'those who bring friends, by what became of the friends',
    pictures: [{ ...owner, state: 'ready', shows: 'go-back' }],
  },
  {
    page: 'packages/owner/results/index',
    title: '成效',
    job: 'what came of the campaigns, side by side',
    pictures: [
      { ...owner, state: 'ready', shows: 'result-{drop}' },
      { ...busy, state: 'conversion', shows: 'conversion-chart' },
      { ...busy, state: 'funnel', query: '?id={drop}', shows: 'funnel-chart' },
      { ...busy, state: 'large', shows: 'conversion-chart', how: ['large'] },
      { ...busy, state: 'dark', shows: 'conversion-chart', how: ['dark'] },
      { ...busy, state: 'wide', shows: 'cohorts-chart', how: ['wide'] },
    ],
  },
  {
    page: 'packages/owner/points/index',
    title: '积分有效期',
    job: 'how long points last, and what that means',
    pictures: [{ ...owner, state: 'ready', shows: 'points-meaning' }],
  },
  {
    page: 'packages/owner/statement/index',
    title: '成员的积分',
    job: 'one member’s points, line by line',
    pictures: [
      { ...owner, state: 'ready', query: '?m={member}', shows: 'points-balance' },
      { ...owner, state: 'refused', query: '?m=nobody', shows: 'error-state' },
    ],
  },
  {
    page: 'packages/owner/invites/index',
    title: '邀请名单',
    job: 'invites that look unusual, with the evidence',
    pictures: [{ ...owner, state: 'ready', query: '?id={early}', shows: 'go-back' }],
  },
];
