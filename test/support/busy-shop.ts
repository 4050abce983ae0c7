// A shop in which much has happened, over a store whose questions are counted.
import type { Store } from '#server/ports/store';
import { type Meter, meterStore } from './meter-store';
import { createRecordingMessenger } from './recording-messenger';
import { ringThrough } from './rings';
import { createTown, openShop, type Resident, type Shop } from './town';

/** The shop, some of its people, its campaigns, and a coupon that can still be used. */
export interface BusyShop {
  readonly meter: Meter;
  readonly shop: Shop;
  readonly anna: Resident;
  readonly clerk: Resident;
  /** Somebody through whom a ring came. */
  readonly suspect: Resident;
  readonly campaigns: Readonly<
    Record<'plan' | 'drop' | 'rush' | 'invites' | 'draft' | 'ended' | 'poll' | 'talk' | 'topic' | 'trial' | 'prizes', string>
  >;
  readonly usable: string;
}

/** A busy shop: all kinds of campaigns, members with names, a long journal, coupons used and not, promises that broke, finished days. */
export async function openBusyShop(store?: Store): Promise<BusyShop> {
  const meter = meterStore(store);
  const shop = await openShop(createTown({ store: meter.store, messenger: createRecordingMessenger() }));
  const { communityId, owner, town } = shop;
  const endsOn = '2026-05-31';
  const campaigns = {
    ended: await shop.publish({ type: 'coupon_drop', endsOn, parameters: { rush: 1 } }),
    plan: await shop.publish({ type: 'checkin_plan', endsOn }),
    drop: await shop.publish({ type: 'coupon_drop', endsOn, parameters: { perMemberMax: 5 } }),
    rush: await shop.publish({ type: 'coupon_drop', endsOn, parameters: { rush: 1, perMemberMax: 5 } }),
    invites: await shop.publish({ type: 'invite_reward', endsOn }),
    poll: await shop.publish({ type: 'poll', endsOn }),
    talk: await shop.publish({ type: 'question', endsOn }),
    topic: await shop.publish({ type: 'topic', endsOn }),
    trial: await shop.publish({ type: 'trial', endsOn, parameters: { item: '核桃包' } }),
    prizes: await shop.publish({ type: 'season_prize', endsOn }),
    draft: await shop.save({ type: 'coupon_drop', endsOn }),
  };
  const [anna, clerk] = [await shop.member('anna'), await shop.clerk('clerk')];
  await anna.get('membership.showName', { communityId, nickname: '安娜' });
  const { token } = await anna.get('invite.create', { communityId, campaignId: campaigns.invites });
  for (const name of ['paid', 'friend']) {
    const friend = town.person(name);
    await friend.get('community.enter', { communityId, campaignId: campaigns.invites, inviteToken: token });
    await friend.get('community.join', { communityId });
    await friend.get('coupon.claim', { communityId, campaignId: campaigns.rush });
    if (name === 'paid') await friend.get('checkin.checkIn', { communityId, campaignId: campaigns.plan });
  }
  const suspect = await shop.member('suspect');
  await ringThrough(shop, suspect, { campaignId: campaigns.invites, planId: campaigns.plan }, 'ring');
  const ids: string[] = [];
  for (const campaignId of [campaigns.drop, campaigns.drop, campaigns.rush, campaigns.ended]) {
    ids.push((await anna.get('coupon.claim', { communityId, campaignId })).ticket.couponId);
  }
  const [used = '', usable = ''] = ids;
  const { code } = await anna.get('redemption.code', { communityId, couponId: used });
  const { scanToken } = await clerk.get('redemption.scan', { communityId, code: code.token });
  await clerk.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
  // Many actions that move no points, and a few days that do.
  for (let day = 0; day < 9; day += 1) {
    await anna.get('checkin.checkIn', { communityId, campaignId: campaigns.plan });
    for (let hide = 0; hide < 60; hide += 1) await anna.get('leaderboard.hide', { communityId, hidden: hide % 2 === 0 });
    town.nextDay();
  }
  await anna.get('reminder.accept', {
    communityId,
    accepted: [
      { kind: 'coupon_expiring', couponId: usable },
      { kind: 'checkin_open', campaignId: campaigns.plan },
    ],
  });
  await anna.get('content.answer', { communityId, campaignId: campaigns.poll, chosen: [1] });
  const { slot } = await anna.get('content.post', { communityId, campaignId: campaigns.talk, text: '怎么存放?' });
  const question = { memberId: anna.memberIdIn(communityId), slot };
  for (const person of [clerk, town.person('friend')]) {
    await person.get('content.post', { communityId, campaignId: campaigns.talk, question, text: '放阴凉处' });
    await person.get('content.post', { communityId, campaignId: campaigns.topic, text: '豆浆' });
  }
  const reported = { communityId, campaignId: campaigns.topic, memberId: clerk.memberIdIn(communityId), slot: 'answer' };
  await anna.get('content.report', { ...reported, reason: 'other' });
  await anna.get('trial.apply', { communityId, campaignId: campaigns.trial, text: '豆浆' });
  await owner.get('campaign.end', { communityId, campaignId: campaigns.ended });
  await owner.get('campaign.end', { communityId, campaignId: campaigns.invites });
  const atDrop = { communityId, campaignId: campaigns.drop };
  await anna.get('promise.complain', { ...atDrop, couponId: usable, reason: 'differs', text: '说好的不一样' });
  await town.runTimer();
  return { meter, shop, anna, clerk, suspect, campaigns, usable };
}
