// The pages that members see, with the pictures that are kept of them.
import type { PictureOfPage } from './screen';

const member = { town: 'shop', who: 'member' } as const;
const neighbour = { town: 'shop', who: 'neighbour' } as const;
const clerk = { town: 'shop', who: 'clerk' } as const;
const newcomer = { town: 'fresh', who: 'newcomer' } as const;
/** A member who is not in the group. */
const outsider = { town: 'fresh', who: 'friend' } as const;
const nobody = { town: 'fresh', who: 'neighbour' } as const;
const noticed = { town: 'ring', who: 'member' } as const;
const restricted = { town: 'ring', who: 'neighbour' } as const;
const waiting = { town: 'door', who: 'member' } as const;
const turnedDown = { town: 'door', who: 'clerk' } as const;
const putOut = { town: 'door', who: 'neighbour' } as const;
const beginner = { town: 'fresh', who: 'clerk' } as const;
const of = (name: string) => `?c={community}&id={${name}}`;

/** Members' pages, in the order in which people come to them. */
export const memberPages: readonly PictureOfPage[] = [
  {
    page: 'pages/home/index',
    title: '群惠',
    job: 'what there is to do today, done with one tap',
    pictures: [
      { ...member, state: 'ready', shows: 'streak-days' },
      { ...neighbour, state: 'done', shows: 'streak-days' },
      { ...member, state: 'dark', shows: 'streak-days', how: ['dark'] },
      { ...member, state: 'english', shows: 'streak-days', how: ['english'] },
      { ...member, state: 'large', shows: 'streak-days', how: ['large'] },
      { ...member, state: 'loading', shows: 'streak-days', how: ['loading'] },
      { ...member, state: 'error', shows: 'error-state', how: ['error'] },
      { ...member, state: 'offline', shows: 'streak-days', how: ['offline'] },
      { ...nobody, state: 'empty', shows: 'create-community' },
      { ...waiting, state: 'waiting', shows: 'wish-waiting' },
      { ...putOut, state: 'blocked', shows: 'blocked-card' },
    ],
  },
  {
    page: 'pages/wall/index',
    title: '福利',
    job: 'what can be had now, and what each thing asks for',
    pictures: [
      { ...member, state: 'ready', shows: 'offer-{drop}' },
      { ...member, state: 'dark', shows: 'offer-{drop}', how: ['dark'] },
      { ...member, state: 'english', shows: 'offer-{drop}', how: ['english'] },
      { ...member, state: 'offline', shows: 'offer-{drop}', how: ['offline'] },
      { ...nobody, state: 'empty', shows: 'no-community' },
    ],
  },
  {
    page: 'pages/board/index',
    title: '榜单',
    job: 'where one stands, and how far the next place is',
    pictures: [
      { ...neighbour, state: 'ready', shows: 'my-row' },
      { ...neighbour, state: 'dark', shows: 'my-row', how: ['dark'] },
      { ...neighbour, state: 'large', shows: 'my-row', how: ['large'] },
      { ...noticed, state: 'noticed', shows: 'board-kind', taps: ['board-kind-invite', 'board-period-all'] },
      { ...nobody, state: 'empty', shows: 'no-community' },
    ],
  },
  {
    page: 'pages/me/index',
    title: '我的',
    job: 'what is mine, and the ways to it',
    pictures: [
      { ...member, state: 'ready', shows: 'my-tier' },
      { ...member, state: 'dark', shows: 'my-tier', how: ['dark'] },
      { ...member, state: 'tier', shows: 'my-tier', taps: ['open-tier'] },
      { ...nobody, state: 'empty', shows: 'open-settings' },
    ],
  },
  {
    page: 'packages/member/campaign/index',
    title: '活动',
    job: 'one campaign: its one action, and the terms that hold',
    pictures: [
      { ...member, state: 'plan', query: of('plan'), shows: 'terms' },
      { ...turnedDown, state: 'turned-down', query: of('plan'), shows: 'refusal-join_refused' },
      { ...member, state: 'drop', query: of('drop'), shows: 'terms' },
      { ...member, state: 'price', query: of('price'), shows: 'terms' },
      { ...member, state: 'invite', query: of('invite'), shows: 'terms' },
      { ...member, state: 'welcome', query: of('welcome'), shows: 'terms' },
      { ...member, state: 'exchange', query: of('exchange'), shows: 'terms' },
      { ...member, state: 'prizes', query: of('prizes'), shows: 'terms' },
      { ...member, state: 'quiz', query: of('quiz'), shows: 'terms' },
      { ...neighbour, state: 'answered', query: of('poll'), shows: 'poll-bars' },
      { ...member, state: 'poll', query: of('poll'), shows: 'terms' },
      { ...member, state: 'topic', query: of('topic'), shows: 'terms' },
      { ...member, state: 'question', query: of('question'), shows: 'terms' },
      { ...member, state: 'notice', query: of('notice'), shows: 'terms' },
      { ...member, state: 'trial', query: of('trial'), shows: 'terms' },
      { ...member, state: 'gone', query: of('gone'), shows: 'terms' },
      { ...member, state: 'ended', query: of('early'), shows: 'terms' },
      { ...member, state: 'why', query: of('drop'), shows: 'terms', taps: ['open-why'] },
      { ...member, state: 'dark', query: of('drop'), shows: 'terms', how: ['dark'] },
      { ...member, state: 'english', query: of('drop'), shows: 'terms', how: ['english'] },
      { ...member, state: 'large', query: of('drop'), shows: 'terms', how: ['large'] },
      { ...newcomer, state: 'visitor', query: of('plan'), shows: 'join' },
      { ...outsider, state: 'locked', query: of('drop'), shows: 'refusal-not_in_group' },
      { ...member, state: 'error', query: of('drop'), shows: 'error-state', how: ['error'] },
      { ...member, state: 'loading', query: of('drop'), shows: 'terms', how: ['loading'] },
    ],
  },
  {
    page: 'packages/member/calendar/index',
    title: '打卡日历',
    job: 'which days were kept, and which can still be made up',
    pictures: [
      { ...member, state: 'ready', query: '?id={plan}', shows: 'month' },
      { ...clerk, state: 'gap', query: '?id={plan}', shows: 'month' },
      { ...member, state: 'dark', query: '?id={plan}', shows: 'month', how: ['dark'] },
      { ...member, state: 'english', query: '?id={plan}', shows: 'month', how: ['english'] },
    ],
  },
  {
    page: 'packages/member/statement/index',
    title: '积分明细',
    job: 'where each point came from and went',
    pictures: [
      { ...neighbour, state: 'ready', shows: 'points-balance' },
      { ...beginner, state: 'empty', shows: 'no-points' },
    ],
  },
  {
    page: 'packages/member/wallet/index',
    title: '券包',
    job: 'the coupons that can be used, the next to expire first',
    pictures: [
      { ...member, state: 'ready', shows: 'ticket-{ticket}' },
      { ...member, state: 'dark', shows: 'ticket-{ticket}', how: ['dark'] },
      { ...member, state: 'english', shows: 'ticket-{ticket}', how: ['english'] },
      { ...member, state: 'large', shows: 'ticket-{ticket}', how: ['large'] },
      { ...beginner, state: 'empty', shows: 'wallet-empty' },
      { ...member, state: 'loading', shows: 'ticket-{ticket}', how: ['loading'] },
    ],
  },
  {
    page: 'packages/member/ticket/index',
    title: '出示券码',
    job: 'the code that a clerk scans, and what it gives',
    pictures: [
      { ...member, state: 'ready', query: '?coupon={coupon}', shows: 'code-digits' },
      { ...member, state: 'dark', query: '?coupon={coupon}', shows: 'code-digits', how: ['dark'] },
      { ...member, state: 'large', query: '?coupon={coupon}', shows: 'code-digits', how: ['large'] },
      { ...member, state: 'used', query: '?coupon={used}', shows: 'ticket-terms' },
      { ...member, state: 'refused', query: '?coupon=nothing', shows: 'refusal-not_found' },
    ],
  },
  {
    page: 'packages/member/orders/index',
    title: '我的兑换',
    job: 'what was exchanged, and the number to say at the counter',
    pictures: [
      { ...neighbour, state: 'ready', shows: 'order-{exchange}-{neighbour}-1' },
      { ...beginner, state: 'empty', shows: 'no-orders' },
    ],
  },
  {
    page: 'packages/member/invites/index',
    title: '我的邀请',
    job: 'how far each friend has come, and what is left',
    pictures: [
      { ...member, state: 'ready', query: '?id={invite}', shows: 'invite-card' },
      { ...member, state: 'dark', query: '?id={invite}', shows: 'invite-card', how: ['dark'] },
      { ...noticed, state: 'noticed', query: '?id={invite}', shows: 'my-review' },
      { ...restricted, state: 'appealed', query: '?id={invite}', shows: 'my-appeal', how: ['english'] },
      { ...beginner, state: 'empty', shows: 'no-invite-campaign' },
    ],
  },
  {
    page: 'packages/member/poster/index',
    title: '邀请海报',
    job: 'an invite to show or print',
    pictures: [
      { ...member, state: 'ready', query: '?id={invite}', shows: 'poster' },
      { ...beginner, state: 'empty', shows: 'no-invite-campaign' },
    ],
  },
  {
    page: 'packages/member/versions/index',
    title: '规则的每一版',
    job: 'what was promised when, and what became better',
    pictures: [
      { ...member, state: 'ready', query: of('drop'), shows: 'version-1' },
      { ...member, state: 'refused', query: '?c={community}&id=nothing', shows: 'error-state' },
    ],
  },
  {
    page: 'packages/member/complaints/index',
    title: '我的反馈',
    job: 'what the owner answered',
    pictures: [
      { ...member, state: 'ready', shows: 'complaint-{drop}-1' },
      { ...beginner, state: 'empty', shows: 'no-complaints' },
    ],
  },
  {
    page: 'packages/member/settings/index',
    title: '设置',
    job: 'how one is called, how the app looks, and how to leave',
    pictures: [
      { ...member, state: 'ready', shows: 'nickname' },
      { ...member, state: 'erase', shows: 'open-erase', taps: ['open-erase'] },
      { ...member, state: 'english', shows: 'nickname', how: ['english'] },
      { ...member, state: 'large', shows: 'nickname', how: ['large'] },
    ],
  },
  {
    page: 'packages/member/privacy/index',
    title: '隐私说明',
    job: 'what is kept of a person, and what for',
    pictures: [{ ...member, state: 'ready', shows: 'privacy-lines' }],
  },
];
