// What cards, codes and Moments posts lead to, through the real application.
import { describe, expect, test } from 'vitest';
import { type MiniCodeTarget, SCENE_LENGTH_MAX } from '#server/ports/mini-code';
import { openInvites } from '../support/invites';
import { createTown, openShop } from '../support/town';

describe('a glance at a campaign', () => {
  test('shows what it is and its terms to somebody whom nobody has signed in', async () => {
    const { town, communityId, publish } = await openShop();
    const campaignId = await publish({ type: 'coupon_drop' });
    const reply = await town.app.handle({
      action: 'campaign.glance',
      input: { communityId, campaignId },
      credentials: { sessionToken: null },
    });
    expect(reply).toMatchObject({ ok: true, value: { type: 'coupon_drop', isOver: false, community: { name: expect.any(String) } } });
    const seen = JSON.stringify(reply);
    for (const own of ['memberId', 'points', 'mine', 'locked', 'people', 'groupId']) expect(seen).not.toContain(`"${own}"`);
  });

  test('changes nothing, says when it is over, and never shows a draft or what is not there', async () => {
    const { town, communityId, publish, save } = await openShop();
    const campaignId = await publish({ type: 'coupon_drop', endsOn: '2026-03-03' });
    const draft = await save({ type: 'coupon_drop' });
    const glance = (id: string) =>
      town.app.handle({ action: 'campaign.glance', input: { communityId, campaignId: id }, credentials: { sessionToken: null } });
    const written = town.written();
    expect(await glance(campaignId)).toMatchObject({ ok: true, value: { isOver: false } });
    town.goTo(town.now() + 2 * 86_400_000);
    expect(await glance(campaignId)).toMatchObject({ ok: true, value: { isOver: true } });
    for (const id of [draft, 'nothing']) expect(await glance(id)).toEqual({ ok: false, code: 'not_found', data: { what: 'campaign' } });
    expect(town.written()).toBe(written);
  });

  test('is closed to a network that asks without end, and to nobody else', async () => {
    const { town, communityId, publish } = await openShop(createTown({ actionsPerMinute: 240 }));
    const { app } = town;
    const input = { communityId, campaignId: await publish({ type: 'coupon_drop' }) };
    const glance = (from?: string) =>
      app.handle({ action: 'campaign.glance', input, credentials: { sessionToken: null }, ...(from === undefined ? {} : { from }) });
    const many = await Promise.all(Array.from({ length: 2_000 }, (_, n) => glance(`2001:db8:0:1::${(n + 1).toString(16)}`)));
    const slow = many.filter((reply) => !reply.ok);
    expect(slow.length).toBeGreaterThan(1_500);
    expect(slow[0]).toEqual({ ok: false, code: 'slow_down', data: { seconds: 1 } });
    for (const from of ['2001:db8:0:2::1', '192.0.2.7', undefined]) expect([from, (await glance(from)).ok]).toEqual([from, true]);
  });
});

describe('the code on a poster', () => {
  test('has room in a scene, and leads the friend who scans it to the invite and its campaign', async () => {
    const drawn: MiniCodeTarget[] = [];
    const miniCode = {
      async picture(target: MiniCodeTarget) {
        drawn.push(target);
        return Buffer.from('a picture');
      },
    };
    const { anna, invites, town, communityId, cardOf } = await openInvites({}, '2026-03-31', createTown({ miniCode }));
    await cardOf(anna);
    expect(await anna.get('invite.code', invites)).toEqual({ picture: Buffer.from('a picture').toString('base64') });
    const [target] = drawn;
    expect(target?.page).toBe('packages/member/campaign/index');
    expect(target?.scene.length).toBeLessThanOrEqual(SCENE_LENGTH_MAX);
    expect(target?.scene).not.toContain(anna.memberIdIn(communityId));
    const [community = '', inviteToken = ''] = target?.scene.split('.') ?? [];
    const entered = await town.person('bob').get('community.enter', { communityId: community, inviteToken });
    expect(entered).toMatchObject({ invited: true, campaignId: invites.campaignId });
  });

  test('is drawn only for an invite that was made, and is a web address where there is no mini-program', async () => {
    const { anna, invites, cardOf } = await openInvites();
    expect(await anna.code('invite.code', invites)).toBe('not_found');
    await cardOf(anna);
    expect(await anna.get('invite.code', invites)).toEqual({ picture: null });
  });

  test('that names an invite nobody made leads into the community and to nobody', async () => {
    const { town, communityId } = await openInvites();
    const entered = await town.person('bob').get('community.enter', { communityId, inviteToken: 'aaaaaaaaaaaaaaaa' });
    expect(entered).toMatchObject({ invited: false, inviteRefusal: null, campaignId: null });
  });
});
