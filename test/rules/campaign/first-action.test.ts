// What follows from an own action, and for which of them it is looked for at all.
import { describe, expect, test } from 'vitest';
import { firstActionOf, type OpenAtFirst } from '#core/rules/campaign/first-action';
import { decideCheckIn } from '#core/rules/checkin/check-in';
import { decideClaim } from '#core/rules/coupon/claim';
import { aCampaign, aCommunity, aMember, aStock, morningOf } from '../../support/documents';

const at = morningOf('2026-03-10');
const community = aCommunity();
const numberOf = () => '123456';
const never = (): OpenAtFirst => {
  throw new Error('looked for what nobody can get');
};
const invitedBy = { campaignId: 'i', inviterId: 'anna', openedAt: at };
const open = {
  invite: { campaign: aCampaign('invite_reward', { campaignId: 'i' }), stock: aStock(), inviter: aMember('anna') },
  welcome: { campaign: aCampaign('welcome_gift', { campaignId: 'w' }), stock: aStock() },
};
const act = (firstActionAt: number | null, openAtFirst: () => OpenAtFirst) =>
  firstActionOf({ community, member: aMember('bob', { invitedBy, firstActionAt }), openAtFirst, at, numberOf });

describe('what follows from an own action', () => {
  test('that is a first one is the welcome, then the invite, to the one who acts and the inviter', () => {
    const { gains, events } = act(null, () => open);
    expect(gains).toMatchObject({ inviteCoupon: { benefit: { amountOffFen: 200 } }, welcome: { points: 20, coupon: null } });
    expect(events.map((event) => [event.kind, 'memberId' in event ? event.memberId : null])).toEqual([
      ['welcome_given', null],
      ['points_granted', 'bob'],
      ['coupon_issued', 'bob'],
      ['coupon_issued', 'anna'],
      ['invite_settled', null],
    ]);
  });

  test('that is a first one where nothing is open is nothing', () => {
    const nothing = { gains: { inviteCoupon: null, welcome: null }, events: [] };
    expect(act(null, () => ({ invite: null, welcome: null }))).toEqual(nothing);
  });

  test('that is no first one is nothing, and nothing is looked for', () => {
    expect(act(7, never)).toEqual({ gains: { inviteCoupon: null, welcome: null }, events: [] });
  });
});

describe('what is open to a first own action is not looked for', () => {
  const facts = { community, member: aMember('bob', { invitedBy }), openAtFirst: never, at, numberOf };

  test('by a claim that is refused: nobody waits in a rush for what a gift has left', () => {
    const stock = { left: 0, leftAltogether: 0 };
    const decision = decideClaim({ ...facts, campaign: aCampaign('coupon_drop'), stock, quantity: 1 });
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'sold_out' } });
  });

  test('by a check-in that is refused', () => {
    const decision = decideCheckIn({ ...facts, campaign: aCampaign('checkin_plan', { state: 'paused' }), stock: aStock() });
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'campaign_paused' } });
  });
});

test('a claim says in its event that it was the first own action, and no other says so', () => {
  const firstOf = (firstActionAt: number | null) => {
    const member = aMember('bob', { firstActionAt });
    const stock = { left: 9, leftAltogether: 9 };
    const openAtFirst = () => ({ invite: null, welcome: null });
    const decision = decideClaim({ community, member, openAtFirst, at, numberOf, campaign: aCampaign('coupon_drop'), stock, quantity: 1 });
    return decision.kind === 'done' ? decision.events.map((event) => 'first' in event) : [];
  };
  expect([firstOf(null), firstOf(7)]).toEqual([[true], [false]]);
});
