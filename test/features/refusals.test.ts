// Every "no" there is, each driven through the real application by something that people do: the lists are complete and alive.
import { describe, expect, test } from 'vitest';
import { contract } from '#core/contract';
import { type DenialCode, type RefusalCode, refusalCodes } from '#core/refusals';
import { everybody } from '#core/rules/campaign/audience';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/values/instant';
import type { AppReply } from '#server/app/create-app';
import { denialCodes } from '../support/check-reply';
import { checkinRoads } from '../support/checkin-roads';
import { contentRoads } from '../support/content-roads';
import { openCounter } from '../support/counter';
import { doorDenials, doorRoads } from '../support/door-roads';
import { draftRoads } from '../support/draft-roads';
import { giftRoads } from '../support/gift-roads';
import { openInvites } from '../support/invites';
import { createLoadedChecker } from '../support/loaded-checker';
import { openNoticed } from '../support/rings';
import { roleRoads } from '../support/role-roads';
import { segmentRoads } from '../support/segment-roads';
import { createTown, openShop } from '../support/town';
import { trialRoads } from '../support/trial-roads';

type Counter = Awaited<ReturnType<typeof openCounter>>;

const dropOf = ({ communityId, campaignId }: Counter) => ({ communityId, campaignId });
const toast = { item: '吐司一条', evidence: '3 月 1 日本店售价 15 元，近七天低价 15 元' };
const order = { orderFen: 5_000 };

/** How each refusal comes about. The compiler asks for every code, and `checkReply` that its action has declared it. */
const roads: Readonly<Record<RefusalCode, (counter: Counter) => Promise<AppReply>>> = {
  not_found: ({ anna, communityId }) => anna.call('coupon.claim', { communityId, campaignId: 'none' }),
  campaign_paused: async (counter) => {
    await counter.owner.get('campaign.pause', dropOf(counter));
    return counter.anna.call('coupon.claim', dropOf(counter));
  },
  campaign_not_started: async ({ anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'coupon_drop', startsOn: '2026-03-20' });
    return anna.call('coupon.claim', { communityId, campaignId });
  },
  campaign_ended: async (counter) => {
    await counter.owner.get('campaign.end', dropOf(counter));
    return counter.anna.call('coupon.claim', dropOf(counter));
  },
  not_in_group: async ({ town, anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'coupon_drop', groupId: 'fruit-group' });
    town.wait(31 * MINUTE_MS);
    return anna.call('coupon.claim', { communityId, campaignId });
  },
  tier_too_low: async ({ anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'coupon_drop', audience: { ...everybody, tierMin: 'fan' } });
    return anna.call('coupon.claim', { communityId, campaignId });
  },
  tag_missing: async ({ owner, anna, publish, communityId }) => {
    const { tagId } = await owner.get('membership.saveTag', { communityId, name: '老客' });
    const campaignId = await publish({ type: 'coupon_drop', audience: { ...everybody, tags: [tagId] } });
    return anna.call('coupon.claim', { communityId, campaignId });
  },
  streak_too_short: async ({ anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'coupon_drop', audience: { ...everybody, streakDaysMin: 3 } });
    return anna.call('coupon.claim', { communityId, campaignId });
  },
  newcomers_only: async ({ town, anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'coupon_drop', audience: { ...everybody, newcomerDaysMax: 3 } });
    town.wait(3 * DAY_MS);
    return anna.call('coupon.claim', { communityId, campaignId });
  },
  only_better: ({ owner, communityId }) => owner.call('points.setPolicy', { communityId, validMonths: 11, pendingDays: 0 }),
  already_reversed: async ({ owner, anna, publish, communityId }) => {
    await anna.get('checkin.checkIn', { communityId, campaignId: await publish({ type: 'checkin_plan' }) });
    const memberId = anna.memberIdIn(communityId);
    const { lines } = await owner.get('points.memberStatement', { communityId, memberId });
    const grant = lines[0]?.grant;
    if (!grant) throw new Error('a check-in gives points');
    await owner.get('points.reverse', { communityId, memberId, grant, reason: '不是本人' });
    return owner.call('points.reverse', { communityId, memberId, grant, reason: '不是本人' });
  },
  already_checked_in: async ({ anna, publish, communityId }) => {
    const input = { communityId, campaignId: await publish({ type: 'checkin_plan' }) };
    await anna.get('checkin.checkIn', input);
    return anna.call('checkin.checkIn', input);
  },
  ...checkinRoads,
  limit_reached: (counter) => counter.anna.call('coupon.claim', dropOf(counter)),
  day_limit_reached: async ({ anna, publish, communityId }) => {
    const parameters = { perMemberMax: 3, perMemberDayMax: 1 };
    const input = { communityId, campaignId: await publish({ type: 'coupon_drop', parameters }) };
    await anna.get('coupon.claim', input);
    return anna.call('coupon.claim', input);
  },
  quantity_over_limit: async ({ anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'group_price', parameters: { ...toast, quantityMax: 2 } });
    return anna.call('coupon.claim', { communityId, campaignId, quantity: 3 });
  },
  not_enough_left: async ({ anna, cashier, publish, communityId }) => {
    const campaignId = await publish({ type: 'group_price', parameters: { ...toast, stock: 3, quantityMax: 2 } });
    await cashier.get('coupon.claim', { communityId, campaignId, quantity: 2 });
    return anna.call('coupon.claim', { communityId, campaignId, quantity: 2 });
  },
  sold_out: async ({ anna, cashier, publish, communityId }) => {
    const input = { communityId, campaignId: await publish({ type: 'coupon_drop', parameters: { stock: 1 } }) };
    await cashier.get('coupon.claim', input);
    return anna.call('coupon.claim', input);
  },
  reminder_unavailable: ({ anna, communityId, ticket }) => {
    return anna.call('reminder.accept', { communityId, accepted: [{ kind: 'coupon_expiring', couponId: ticket.couponId }] });
  },
  group_proof_invalid: ({ anna, communityId }) => anna.call('community.enter', { communityId, proof: 'made up' }),
  group_proof_expired: ({ town, anna, communityId }) => {
    const proof = anna.proof();
    town.wait(5 * MINUTE_MS);
    return anna.call('community.enter', { communityId, proof });
  },
  group_proof_used: async () => {
    // A proof that two accounts can both present: the platform has said it of both.
    const groupProof = { check: async () => ({ groupId: 'fruit-group', digest: 'the-same-proof' }) };
    const { communityId, town } = await openShop(createTown({ groupProof }));
    return town.person('anna').call('community.enter', { communityId, proof: 'shared' });
  },
  already_joined: ({ anna, communityId }) => anna.call('community.join', { communityId }),
  draft_incomplete: async ({ owner, save, communityId }) => {
    const campaignId = await save({ type: 'coupon_drop', parameters: { stock: 0 } });
    return owner.call('campaign.publish', { communityId, campaignId });
  },
  // WeChat's own check may let a word pass that our lists do not.
  policy_blocked: async () => {
    const { owner, save, communityId } = await openShop(createTown({ contentCheck: createLoadedChecker() }));
    return owner.call('campaign.publish', { communityId, campaignId: await save({ type: 'coupon_drop', title: '周末抽奖' }) });
  },
  policy_unconfirmed: async ({ owner, save, communityId }) => {
    return owner.call('campaign.publish', { communityId, campaignId: await save({ type: 'coupon_drop', title: '周末秒杀' }) });
  },
  campaign_not_draft: (counter) => counter.owner.call('campaign.publish', dropOf(counter)),
  ...draftRoads,
  campaign_not_live: async ({ owner, save, communityId }) =>
    owner.call('campaign.post', { communityId, campaignId: await save({ type: 'coupon_drop' }) }),
  campaign_not_paused: (counter) => counter.owner.call('campaign.resume', dropOf(counter)),
  too_many_open: async ({ owner, save, publish, communityId }) => {
    for (let open = 2; open <= 50; open += 1) await publish({ type: 'coupon_drop' });
    return owner.call('campaign.publish', { communityId, campaignId: await save({ type: 'coupon_drop' }) });
  },
  would_worsen: async (counter) => {
    const { draft } = await counter.owner.get('campaign.preview', dropOf(counter));
    const fewer = { ...draft, parameters: { ...draft.parameters, stock: 1 } };
    return counter.owner.call('campaign.improve', { ...dropOf(counter), draft: fewer });
  },
  ...giftRoads,
  ...segmentRoads,
  ...doorRoads,
  ...roleRoads,
  organiser_fixed: ({ owner, communityId }) => {
    const texts = { name: '果蔬店', theme: '新鲜', promise: '每天新鲜', organiser: '另一家店', contact: '010-5555 0101' };
    return owner.call('community.describe', { communityId, ...texts });
  },
  content_refused: ({ anna, communityId }) => anna.call('membership.showName', { communityId, nickname: '抽 奖 小助手' }),
  user_content_off: async () => {
    const { member, communityId } = await openShop(createTown({ userContent: false }));
    return (await member('anna')).call('membership.showName', { communityId, nickname: '小林' });
  },
  picture_unreadable: ({ anna, communityId }) => anna.call('membership.showAvatar', { communityId, picture: 'bm8gcGljdHVyZQ==' }),
  nothing_waiting: ({ owner, anna, communityId }) => {
    const input = { communityId, memberId: anna.memberIdIn(communityId), shown: 'nickname', since: 0, refusal: null } as const;
    return owner.call('moderation.decide', input);
  },
  ...contentRoads,
  ...trialRoads,
  coupon_void: async ({ anna, coupon, communityId }) => {
    await anna.get('membership.erase', { communityId });
    await anna.get('community.join', { communityId });
    return anna.call('redemption.code', coupon);
  },
  code_unknown: ({ cashier, communityId }) => cashier.call('redemption.scan', { communityId, code: 'hello' }),
  code_expired: async ({ town, anna, cashier, coupon, communityId }) => {
    const { code } = await anna.get('redemption.code', coupon);
    town.wait(MINUTE_MS);
    return cashier.call('redemption.scan', { communityId, code: code.digits });
  },
  scan_expired: async ({ town, cashier, scan, communityId }) => {
    const scanToken = await scan();
    town.wait(5 * MINUTE_MS);
    return cashier.call('redemption.confirm', { communityId, scanToken, ...order });
  },
  scan_too_old: async ({ town, anna, cashier, coupon, communityId }) => {
    const { code } = await anna.get('redemption.code', coupon);
    town.wait(12 * HOUR_MS + 1);
    return cashier.call('redemption.scan', { communityId, code: code.token, scannedAt: code.issuedAt });
  },
  coupon_not_yet: async ({ anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'coupon_drop', parameters: { useFromOn: '2026-03-20' } });
    const { ticket } = await anna.get('coupon.claim', { communityId, campaignId });
    return anna.call('redemption.code', { communityId, couponId: ticket.couponId });
  },
  coupon_expired: ({ town, anna, coupon }) => {
    town.goToDay('2026-04-01');
    return anna.call('redemption.code', coupon);
  },
  order_missing: async ({ cashier, communityId, scan }) => {
    return cashier.call('redemption.confirm', { communityId, scanToken: await scan(), orderFen: 0 });
  },
  below_threshold: async ({ cashier, scan, communityId }) => {
    return cashier.call('redemption.confirm', { communityId, scanToken: await scan(), orderFen: 1 });
  },
  already_redeemed: async ({ anna, redeem, coupon }) => {
    await redeem();
    return anna.call('redemption.code', coupon);
  },
  not_redeemed: ({ owner, coupon }) => owner.call('redemption.undo', { ...coupon, reason: '按错了' }),
  undo_too_late: async ({ town, owner, redeem, coupon }) => {
    await redeem();
    town.wait(DAY_MS + 1);
    return owner.call('redemption.undo', { ...coupon, reason: '按错了' });
  },
  invite_not_rewarded: async () => {
    const { anna, owner, bring, invites, communityId } = await openInvites();
    const friend = await bring(anna, 'friend');
    const between = { inviterId: anna.memberIdIn(communityId), inviteeId: friend.memberIdIn(communityId) };
    return owner.call('invite.reverse', { ...invites, ...between, reason: 'same_person', evidence: '同一台手机' });
  },
  words_needed: async ({ anna, cashier, owner, communityId, campaignId }) => {
    const key = { communityId, campaignId, memberId: anna.memberIdIn(communityId) };
    await cashier.get('promise.report', { ...key, kind: 'prize', n: 1, words: '奖品没有到货' });
    return owner.call('promise.settle', { ...key, about: 'prize-1' });
  },
  already_appealed: async () => {
    const { anna, here } = await openNoticed();
    await anna.get('risk.appeal', { ...here, text: '' });
    return anna.call('risk.appeal', { ...here, text: '' });
  },
  complaint_open: async (counter) => {
    const complaint = { ...dropOf(counter), reason: 'differs', text: '' } as const;
    await counter.anna.get('promise.complain', complaint);
    return counter.anna.call('promise.complain', complaint);
  },
  too_many_complaints: async (counter) => {
    const { anna, owner, communityId } = counter;
    const complaint = { ...dropOf(counter), reason: 'differs', text: '' } as const;
    for (const n of [1, 2, 3]) {
      await anna.get('promise.complain', complaint);
      const key = { ...dropOf(counter), memberId: anna.memberIdIn(communityId), n };
      await owner.get('promise.answer', { ...key, text: '马上处理', settled: false });
    }
    return anna.call('promise.complain', complaint);
  },
  already_settled: async () => {
    const { town, anna, owner, bring, invites, communityId } = await openInvites();
    const friend = await bring(anna, 'friend');
    await owner.get('campaign.end', invites);
    await town.runTimer();
    const between = { ...invites, memberId: anna.memberIdIn(communityId), about: friend.memberIdIn(communityId) };
    await owner.get('promise.settle', between);
    return owner.call('promise.settle', between);
  },
};

describe('every refusal', () => {
  test.each(refusalCodes)('%s comes about, and writes nothing', async (code) => {
    const counter = await openCounter();
    const reply = await roads[code](counter);
    expect(reply).toMatchObject({ ok: false, code });
  });

  test('is declared by an action, and none is declared that does not exist', () => {
    const declared = new Set<string>(Object.values(contract).flatMap((action) => [...action.refusals]));
    expect([...declared].sort()).toEqual([...refusalCodes].sort());
    expect(Object.keys(roads).sort()).toEqual([...refusalCodes].sort());
  });
});

/** How each denial comes about; `too_large` is the hosts' own, since they read the bytes. */
const denialRoads: Readonly<Record<Exclude<DenialCode, 'too_large'>, (counter: Counter) => Promise<AppReply>>> = {
  unknown_action: ({ anna }) => anna.send('coupon.steal', {}),
  sign_in_required: ({ town }) => town.app.handle({ action: 'community.mine', input: {}, credentials: null }),
  session_expired: ({ town }) => town.app.handle({ action: 'community.mine', input: {}, credentials: { sessionToken: 'forged' } }),
  join_required: ({ town, communityId }) => town.person('stranger').call('coupon.wallet', { communityId }),
  ...doorDenials,
  clerk_only: ({ anna, communityId }) => anna.call('redemption.recent', { communityId }),
  co_owner_only: ({ cashier, communityId }) => cashier.call('analytics.today', { communityId }),
  owner_only: ({ cashier, communityId }) => cashier.call('promise.archive', { communityId }),
  invalid_input: ({ anna }) => anna.send('coupon.wallet', { communityId: 7 }),
  slow_down: async () => {
    const hurried = createTown({ actionsPerMinute: 4 }).person('anna');
    await hurried.call('community.mine', {});
    return hurried.call('community.mine', {});
  },
  request_id_required: (counter) => counter.anna.send('coupon.claim', dropOf(counter)),
  request_id_reused: async ({ anna, communityId }) => {
    await anna.get('leaderboard.hide', { communityId, hidden: true }, 'hide-request');
    return anna.call('leaderboard.hide', { communityId, hidden: false }, 'hide-request');
  },
};

describe('every denial', () => {
  test.each(Object.keys(denialRoads) as (keyof typeof denialRoads)[])('%s comes about', async (code) => {
    expect(await denialRoads[code](await openCounter())).toMatchObject({ ok: false, code });
  });

  test('is one of the fixed list', () => {
    expect([...Object.keys(denialRoads), 'too_large'].sort()).toEqual([...denialCodes].sort());
  });
});
