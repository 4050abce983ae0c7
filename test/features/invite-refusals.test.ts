// Every reason for which an invite earns nothing, each brought about by something that people do, and seen by the inviter.
import { describe, expect, test } from 'vitest';
import type { InviteRefusal } from '#core/tables';
import { DAY_MS } from '#core/values/instant';
import { ringNight, ringThrough } from '../support/rings';
import { openShop } from '../support/town';

/** What an inviter is told, by what happened to the friend. */
const threadRoads: Readonly<Record<InviteRefusal, (stage: Stage) => Promise<unknown>>> = {
  self: ({ anna, open }) => open(anna),
  loop: async ({ anna, friend, invites, tap, join, communityId }) => {
    await join();
    await friend.get('checkin.checkIn', tap);
    const { token } = await friend.get('invite.create', invites);
    await anna.get('community.enter', { communityId, inviteToken: token });
  },
  already_member: async ({ member, open }) => open(await member('bob')),
  left: async ({ town, friend, join, communityId }) => {
    await join();
    town.wait(1);
    await friend.get('membership.erase', { communityId });
  },
  stopped: async ({ owner, anna, communityId, open, friend, ...shop }) => {
    const campaignId = await shop.publish({ type: 'invite_reward' });
    await ringThrough({ ...shop, owner, communityId }, anna, { campaignId, planId: shop.tap.campaignId }, 'ring');
    await ringNight(shop);
    const memberId = anna.memberIdIn(communityId);
    const { noticedAt } = (await owner.get('risk.review', { communityId, memberId })).review;
    const restriction = { boards: false, invites: true, days: 7, text: '六个账号十分钟内到齐' } as const;
    await owner.get('risk.decide', { communityId, memberId, noticedAt, restriction });
    await open(friend);
  },
  already_invited: async ({ eva, friend, invites, open, communityId }) => {
    const { token } = await eva.get('invite.create', invites);
    await friend.get('community.enter', { communityId, inviteToken: token });
    await open(friend);
  },
  touch_expired: async ({ town, friend, join, tap }) => {
    await join();
    town.wait(8 * DAY_MS);
    await friend.get('checkin.checkIn', tap);
  },
  limit_reached: async ({ town, friend, join, tap, open, communityId }) => {
    await join();
    await friend.get('checkin.checkIn', tap);
    const second = town.person('second');
    await open(second);
    await second.get('community.join', { communityId });
    await second.get('checkin.checkIn', tap);
  },
  campaign_over: async ({ owner, invites, friend, join, tap }) => {
    await join();
    await owner.get('campaign.end', invites);
    await friend.get('checkin.checkIn', tap);
  },
  sold_out: async ({ eva, friend, town, invites, join, tap, communityId }) => {
    await join();
    const { token } = await eva.get('invite.create', invites);
    const quick = town.person('quick');
    await quick.get('community.enter', { communityId, inviteToken: token });
    await quick.get('community.join', { communityId });
    await quick.get('checkin.checkIn', tap);
    await friend.get('checkin.checkIn', tap);
  },
};

type Stage = Awaited<ReturnType<typeof openStage>>;

async function openStage() {
  const shop = await openShop();
  const { communityId, town } = shop;
  const tap = { communityId, campaignId: await shop.publish({ type: 'checkin_plan' }) };
  const parameters = { inviterMax: 1, inviterDayMax: 1, pairs: 1 };
  const invites = { communityId, campaignId: await shop.publish({ type: 'invite_reward', parameters }) };
  const [anna, eva, friend] = [await shop.member('anna'), await shop.member('eva'), town.person('friend')];
  const { token } = await anna.get('invite.create', invites);
  const open = (person: typeof anna) => person.get('community.enter', { communityId, inviteToken: token });
  const join = async () => {
    await open(friend);
    await friend.get('community.join', { communityId });
  };
  return { ...shop, town, tap, invites, anna, eva, friend, open, join };
}

describe('every reason for which an invite earns nothing', () => {
  test.each(Object.keys(threadRoads) as InviteRefusal[])('%s is seen by the inviter', async (reason) => {
    const stage = await openStage();
    await threadRoads[reason](stage);
    const seen = await Promise.all(
      [stage.anna, stage.friend].map(async (person) => {
        const reply = await person.call('invite.list', { communityId: stage.communityId });
        return reply.ok ? reply.value.invites.map((invite) => invite.reason) : [];
      }),
    );
    expect(seen.flat()).toContain(reason);
  });
});
