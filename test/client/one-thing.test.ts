// What a member sees first: what can be done before what waits, what is done last; and the one thing that would be lost first.
import { expect, test } from 'vitest';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { inOrder, standingOf } from '#app/features/community/offer-order';
import { oneThing } from '#app/features/community/one-thing';
import type { Ticket } from '#app/features/phone';

type Mine = Partial<CampaignCard['mine']>;

function card(type: CampaignCard['type'], mine: Mine = {}, more: Partial<CampaignCard> = {}): CampaignCard {
  const none = { claimed: 0, claimedMax: 1, invited: 0, invitedMax: 5, entry: null, welcome: null, checkedInToday: false };
  return { campaignId: type, type, state: 'live', left: null, locked: null, mine: { ...none, ...mine }, ...more } as CampaignCard;
}

const ticket = (couponId: string, daysLeft: number, state: Ticket['state'] = 'usable') => ({ couponId, daysLeft, state }) as Ticket;
const locked = { code: 'not_in_group', data: {} };
const answered: CampaignCard['mine']['entry'] = { kind: 'quiz', answeredAt: 1, chosen: [0], right: 1, points: 0 };

test.each<[string, CampaignCard, string]>([
  ['a coupon that can be claimed', card('coupon_drop'), 'open'],
  ['a coupon for a group that one is not in', card('coupon_drop', {}, { locked }), 'waits'],
  ['a coupon that is had', card('coupon_drop', { claimed: 1 }, { locked: { code: 'limit_reached', data: {} } }), 'done'],
  [
    'a coupon of which all are gone, and none is had',
    card('coupon_drop', {}, { left: 0, locked: { code: 'sold_out', data: {} } }),
    'waits',
  ],
  ['a campaign that is paused', card('poll', {}, { state: 'paused' }), 'waits'],
  ['a quiz that is answered', card('quiz', { entry: answered }), 'done'],
  ['a question to the shop, asked once', card('question', { entry: { kind: 'question', asked: 1 } }), 'open'],
  ['a text that was refused', card('topic', { entry: { kind: 'topic', state: 'refused', refusal: null, at: 1 } }), 'open'],
  ['an invite with room for friends', card('invite_reward', { invited: 4 }), 'open'],
  ['an invite without', card('invite_reward', { invited: 5 }), 'done'],
  ['a welcome gift on its way', card('welcome_gift', { welcome: [{ step: 'acted', done: false }] }), 'open'],
])('%s', (_, one, standing) => {
  expect(standingOf(one)).toBe(standing);
});

test('what can be done stands first, what is done last, and the rest as it came', () => {
  const cards = [card('quiz', { entry: answered }), card('coupon_drop', {}, { locked }), card('poll'), card('topic')];
  expect(inOrder(cards).map(({ type }) => type)).toEqual(['poll', 'topic', 'coupon_drop', 'quiz']);
});

test('the gift of a newcomer stands before everything else while it can be had, and with what is done afterwards', () => {
  const gift = (done: boolean, more: Partial<CampaignCard> = {}) => card('welcome_gift', { welcome: [{ step: 'given', done }] }, more);
  const others = [card('poll'), card('coupon_drop', {}, { locked })];
  const typesOf = (cards: readonly CampaignCard[]) => inOrder(cards).map(({ type }) => type);
  expect(typesOf([...others, gift(false)])).toEqual(['welcome_gift', 'poll', 'coupon_drop']);
  expect(typesOf([...others, gift(false, { left: 0 })])).toEqual(['poll', 'welcome_gift', 'coupon_drop']);
  expect(typesOf([gift(true), ...others])).toEqual(['poll', 'coupon_drop', 'welcome_gift']);
});

test('what is done while it is looked at keeps the place that it had', () => {
  const seen = [card('poll'), card('topic')];
  const stood = ({ campaignId }: CampaignCard) => standingOf(seen.find((one) => one.campaignId === campaignId) ?? card('quiz'));
  const later = [card('poll', { entry: answered }), card('topic')];
  expect(inOrder(later).map(({ type }) => type)).toEqual(['topic', 'poll']);
  expect(inOrder(later, stood).map(({ type }) => type)).toEqual(['poll', 'topic']);
});

test('a coupon that ends soon waits before everything else, the one that ends first', () => {
  const cards = [card('quiz'), card('invite_reward')];
  const tickets = [ticket('a', 9), ticket('b', 3), ticket('c', 1), ticket('d', 1, 'redeemed')];
  expect(oneThing(cards, tickets)).toEqual({ kind: 'ticket', ticket: tickets[2] });
  expect(oneThing(cards, [ticket('a', 4)])).toMatchObject({ kind: 'quiz' });
});

test('then a question, then a friend to invite; and nothing where nothing waits', () => {
  const invite = card('invite_reward');
  expect(oneThing([invite, card('poll'), card('quiz', { entry: answered })], [])).toMatchObject({ kind: 'poll' });
  expect(oneThing([invite, card('poll', {}, { locked })], [])).toMatchObject({ kind: 'invite' });
  expect(oneThing([card('notice'), card('coupon_drop')], [])).toBeNull();
});
