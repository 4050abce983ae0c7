// Co-owners through the real application: appointed by the owner, at the desk like the owner, and never in the owner's place.
import { beforeEach, describe, expect, test } from 'vitest';
import { CO_OWNERS_MAX, type GivenRole } from '#core/rules/community/roles';
import { policyRuleIds } from '#core/rules/policy/rule-ids';
import type { CommunityDocument, JournalDocument } from '#core/tables';
import { checkData } from '#server/app/check-data';
import { openCounter } from '../support/counter';
import type { Resident } from '../support/town';

let counter: Awaited<ReturnType<typeof openCounter>>;
let ben: Resident;

beforeEach(async () => {
  counter = await openCounter();
  ben = await counter.member('ben');
  await counter.appoint(ben, 'co_owner');
});

const here = () => ({ communityId: counter.communityId });
const giving = (person: Resident, role: GivenRole) => ({ ...here(), memberId: person.memberIdIn(counter.communityId), role });
const roleOf = async (person: Resident) => (await person.get('community.home', here())).me.role;

async function coOwners(): Promise<readonly string[] | undefined> {
  const id = `${counter.communityId}/community`;
  return ((await counter.town.store.read([id])).get(id) as unknown as CommunityDocument).coOwners;
}

const noDifferences = async () => expect((await checkData(counter.town.store)).differences).toEqual([]);

describe('a co-owner', () => {
  test('publishes a campaign, which the journal puts down to them', async () => {
    const { save, communityId, town } = counter;
    const campaignId = await save({ type: 'coupon_drop', title: '副群主的券' });
    await ben.get('campaign.publish', { communityId, campaignId, confirmed: [...policyRuleIds] }, 'ben-publishes');
    expect((await ben.get('analytics.today', here())).campaigns.map(({ card }) => card.title)).toContain('副群主的券');
    const id = `${communityId}/journal/${ben.memberIdIn(communityId)}/ben-publishes`;
    const journal = (await town.store.read([id])).get(id) as unknown as JournalDocument;
    expect(journal).toMatchObject({ action: 'campaign.publish', memberId: ben.memberIdIn(communityId) });
    await noDifferences();
  });

  test('undoes what a clerk has redeemed, sees every shift, and looks a member’s conditions up', async () => {
    const { anna, cashier, communityId, redeem, campaignId, coupon } = counter;
    await redeem();
    const { clerks } = await ben.get('redemption.shift', here());
    expect(clerks.map(({ clerk }) => clerk.memberId)).toEqual([cashier.memberIdIn(communityId)]);
    const memberId = anna.memberIdIn(communityId);
    expect(await ben.code('campaign.why', { communityId, campaignId, memberId })).toBe('ok');
    expect(await ben.code('audit.replay', { communityId, memberId })).toBe('ok');
    expect(await ben.code('redemption.undo', { ...coupon, reason: '按错了' })).toBe('ok');
  });

  test('makes a member a clerk and a clerk a member, but nobody a co-owner', async () => {
    const { anna, cashier } = counter;
    await ben.get('community.appoint', giving(anna, 'clerk'));
    await ben.get('community.appoint', giving(cashier, 'member'));
    expect([await roleOf(anna), await roleOf(cashier)]).toEqual(['clerk', 'member']);
    const no = { ok: false, code: 'owner_appoints', data: {} };
    for (const person of [anna, cashier]) expect(await ben.call('community.appoint', giving(person, 'co_owner'))).toEqual(no);
    expect([await roleOf(anna), await roleOf(cashier)]).toEqual(['clerk', 'member']);
  });

  test('neither dismisses a co-owner, themselves included, nor touches the owner', async () => {
    const { anna, appoint, owner } = counter;
    await appoint(anna, 'co_owner');
    for (const role of ['clerk', 'member'] as const) {
      for (const person of [anna, ben]) expect(await ben.code('community.appoint', giving(person, role))).toBe('owner_appoints');
      expect(await ben.code('community.appoint', giving(owner, role))).toBe('owner_stays');
    }
    expect([await roleOf(anna), await roleOf(ben), await roleOf(owner)]).toEqual(['co_owner', 'co_owner', 'owner']);
  });

  test('does not say who stands behind the community, and takes no archive of it away', async () => {
    const texts = { name: '别家', theme: '新鲜', promise: '每天新鲜', organiser: '别家店', contact: '010-5555 0109' };
    const no = { ok: false, code: 'owner_only', data: {} };
    expect(await ben.call('community.describe', { ...here(), ...texts })).toEqual(no);
    expect(await ben.call('promise.archive', here())).toEqual(no);
    expect((await ben.get('community.home', here())).community.organiser).toBe('幸福里果蔬店');
  });

  test('leaves like any member, and the desk has a place again', async () => {
    await ben.get('membership.erase', here());
    expect(await coOwners()).toBeUndefined();
    expect(await ben.code('analytics.today', here())).toBe('join_required');
    await ben.get('community.join', here());
    expect(await roleOf(ben)).toBe('member');
    expect(await ben.code('analytics.today', here())).toBe('co_owner_only');
    await noDifferences();
  });

  test('who is dismissed has no desk from that moment, and what they published goes on', async () => {
    const { owner, save, anna, communityId } = counter;
    const campaignId = await save({ type: 'coupon_drop' });
    await ben.get('campaign.publish', { communityId, campaignId, confirmed: [...policyRuleIds] });
    await owner.get('community.appoint', giving(ben, 'member'));
    expect(await ben.code('campaign.pause', { communityId, campaignId })).toBe('co_owner_only');
    expect(await anna.code('coupon.claim', { communityId, campaignId })).toBe('ok');
  });

  test('is found among the members by the role', async () => {
    const { members } = await counter.owner.get('community.members', { ...here(), among: { role: 'co_owner' } });
    expect(members.map(({ person }) => person.memberId)).toEqual([ben.memberIdIn(counter.communityId)]);
  });
});

describe('appointing', () => {
  test('stops at so many co-owners, and goes on once one is dismissed', async () => {
    const { owner, member, anna, appoint } = counter;
    for (let n = 2; n <= CO_OWNERS_MAX; n += 1) await appoint(await member(`co-owner-${n}`), 'co_owner');
    const full = { ok: false, code: 'too_many_co_owners', data: { max: CO_OWNERS_MAX } };
    expect(await owner.call('community.appoint', giving(anna, 'co_owner'))).toEqual(full);
    expect(await owner.code('community.appoint', giving(anna, 'clerk'))).toBe('ok');
    await appoint(ben, 'clerk');
    expect(await owner.code('community.appoint', giving(anna, 'co_owner'))).toBe('ok');
    await noDifferences();
  });

  test('two people at once for the last place seats one of them', async () => {
    const { owner, member, anna, cashier, appoint } = counter;
    for (let n = 2; n < CO_OWNERS_MAX; n += 1) await appoint(await member(`co-owner-${n}`), 'co_owner');
    const codes = await Promise.all([anna, cashier].map((person) => owner.code('community.appoint', giving(person, 'co_owner'))));
    expect(codes.sort()).toEqual(['ok', 'too_many_co_owners']);
    expect(await coOwners()).toHaveLength(CO_OWNERS_MAX);
    await noDifferences();
  });

  test('twice, by two taps or by one that is sent again, gives one role and one answer', async () => {
    const { owner, anna, communityId } = counter;
    const memberId = anna.memberIdIn(communityId);
    const taps = await Promise.all(
      [1, 2].map((tap) => owner.call('community.appoint', giving(anna, 'co_owner'), `a-tap-on-the-phone-${tap}`)),
    );
    const again = await owner.call('community.appoint', giving(anna, 'co_owner'), 'a-tap-on-the-phone-1');
    for (const reply of [...taps, again]) expect(reply).toEqual({ ok: true, value: { memberId, role: 'co_owner' } });
    expect(await coOwners()).toEqual([ben.memberIdIn(communityId), memberId]);
    expect(await owner.code('community.appoint', giving(anna, 'member'), 'a-tap-on-the-phone-1')).toBe('request_id_reused');
  });

  test('sent again after a dismissal is answered as it was, and seats nobody anew', async () => {
    const { owner, anna } = counter;
    await owner.get('community.appoint', giving(anna, 'co_owner'), 'the-first-tap');
    await owner.get('community.appoint', giving(anna, 'member'));
    expect(await owner.get('community.appoint', giving(anna, 'co_owner'), 'the-first-tap')).toMatchObject({ role: 'co_owner' });
    expect(await roleOf(anna)).toBe('member');
  });

  test('somebody who has left, or has not joined, finds nobody', async () => {
    const { owner, anna, town } = counter;
    await anna.get('membership.erase', here());
    const visitor = town.person('visitor');
    await visitor.get('community.enter', here());
    const nobody = { ok: false, code: 'not_found', data: { what: 'member' } };
    for (const person of [anna, visitor, town.person('stranger')]) {
      expect(await owner.call('community.appoint', giving(person, 'co_owner'))).toEqual(nobody);
    }
  });
});
