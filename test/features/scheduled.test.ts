// A campaign that is published ahead of its first day: seen and promised, and nobody's to take part in before that day.
import { describe, expect, test } from 'vitest';
import { stageOf } from '#app/features/campaign/campaign-parts';
import { checkData } from '#server/app/check-data';
import { openShop } from '../support/town';

async function openAhead() {
  const shop = await openShop();
  const { communityId, owner } = shop;
  const days = { startsOn: '2026-03-09', endsOn: '2026-03-20' };
  const campaignId = await shop.publish({ type: 'coupon_drop', ...days, parameters: { stock: 10 } });
  const row = async () => {
    const { campaigns, today } = await owner.get('analytics.today', { communityId });
    const found = campaigns.find(({ card }) => card.campaignId === campaignId);
    if (found === undefined) throw new Error('the campaign is there');
    return { ...found, stage: stageOf(found.card, today) };
  };
  return { ...shop, drop: { communityId, campaignId }, row };
}

describe('a campaign that is published ahead of its first day', () => {
  test('is scheduled, with its stock set aside, until the day comes', async () => {
    const { town, row } = await openAhead();
    expect(await row()).toMatchObject({ stage: 'scheduled', couponsReserved: 10, card: { state: 'live', startsOn: '2026-03-09' } });
    town.goToDay('2026-03-08');
    expect((await row()).stage).toBe('scheduled');
    town.goToDay('2026-03-09');
    expect((await row()).stage).toBe('live');
    town.goToDay('2026-03-21');
    await town.runTimer();
    expect((await row()).stage).toBe('ended');
  });

  test('says its day to who comes too early, and gives from that day on', async () => {
    const { town, member, drop } = await openAhead();
    const anna = await member('anna');
    town.goToDay('2026-03-08');
    const refusal = { code: 'campaign_not_started', data: { startsOn: '2026-03-09' } };
    expect(await anna.call('coupon.claim', drop)).toMatchObject({ ok: false, ...refusal });
    expect((await anna.get('campaign.open', drop)).card.locked).toEqual(refusal);
    town.goToDay('2026-03-09');
    expect(await anna.code('coupon.claim', drop)).toBe('ok');
  });

  test('is paused, made better and ended like any other, and owes nobody anything', async () => {
    const { town, owner, drop, row, communityId } = await openAhead();
    await owner.get('campaign.pause', drop);
    expect((await row()).stage).toBe('paused');
    await owner.get('campaign.resume', drop);
    const { draft } = await owner.get('campaign.preview', drop);
    await owner.get('campaign.improve', { ...drop, draft: { ...draft, startsOn: '2026-03-05' } });
    expect(await row()).toMatchObject({ stage: 'scheduled', card: { version: 2, startsOn: '2026-03-05' } });
    expect(await owner.get('campaign.end', drop)).toMatchObject({ couponsReleased: 10, couponsHeld: 0 });
    expect((await row()).stage).toBe('ended');
    expect(await owner.get('promise.trust', { communityId })).toMatchObject({ open: 0, broken: 0 });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});
