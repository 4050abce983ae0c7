// Reports of trials through the application: verified by the counter, owed, late, moderated, erased; and what their readers do.
import { beforeEach, describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openTrying, REPORT, useVoucher } from '../support/trying';

let here: Awaited<ReturnType<typeof openTrying>>;
beforeEach(async () => {
  here = await openTrying();
});

const sound = async () => expect((await checkData(here.shop.town.store)).differences).toEqual([]);

describe('a report', () => {
  test('is a verified review: of who was chosen and has used the voucher, with stars, the newest first', async () => {
    const { shop, anna, eva, fay, trial, apply, report, tried } = here;
    const place = await trial({ parameters: { places: 2 } });
    await apply(anna, place);
    expect(await report(eva, place)).toMatchObject({ code: 'not_selected' });
    expect(await report(anna, place)).toMatchObject({ code: 'not_redeemed_yet', data: { useUntilOn: '2026-03-07' } });
    await useVoucher(anna, shop.owner, place);
    expect(await report(anna, place)).toMatchObject({ value: { state: 'shown', late: false } });
    expect(await report(anna, place)).toMatchObject({ code: 'report_given' });
    await tried(eva, place);
    shop.town.wait(1_000);
    await report(eva, place, '有点甜了,下次想要少糖', 3);
    const { reports, mine } = await fay.get('trial.reports', place);
    expect(reports.map(({ text, stars, late }) => [text, stars, late])).toEqual([
      ['有点甜了,下次想要少糖', 3, false],
      [REPORT, 5, false],
    ]);
    expect(mine).toBeNull();
    await sound();
  });

  test('has its bounds: 10 to 200 characters, 1 to 5 stars', async () => {
    const { anna, trial, report, tried } = here;
    const place = await trial();
    await tried(anna, place);
    const code = async (text: string, stars: number) => {
      const reply = await report(anna, place, text, stars);
      return reply.ok ? 'ok' : reply.code;
    };
    expect(await code('好'.repeat(9), 5)).toBe('invalid_input');
    expect(await code('好'.repeat(201), 5)).toBe('invalid_input');
    expect(await code('好'.repeat(10), 0)).toBe('invalid_input');
    expect(await code('好'.repeat(10), 6)).toBe('invalid_input');
    expect(await code('好'.repeat(200), 1)).toBe('ok');
  });

  test('is taken late, and marked; it ends what kept its writer from the next trial', async () => {
    const { shop, anna, trial, apply, report, tried, results } = here;
    const place = await trial();
    await tried(anna, place);
    const next = await trial({
      title: '吐司试吃',
      endsOn: '2026-03-20',
      parameters: { useUntilOn: '2026-03-30', reportUntilOn: '2026-03-30' },
    });
    shop.town.goToDay('2026-03-11');
    expect(await apply(anna, next)).toMatchObject({ code: 'report_owed', data: { title: '核桃包试吃', untilOn: '2026-03-10' } });
    expect((await anna.get('campaign.why', next)).conditions.find(({ code }) => code === 'no_report_owed')?.refusal).toMatchObject({
      code: 'report_owed',
    });
    expect((await anna.get('campaign.open', next)).card.locked).toMatchObject({ code: 'report_owed' });
    expect(await report(anna, place)).toMatchObject({ value: { late: true } });
    expect(await apply(anna, next)).toMatchObject({ value: { selected: true } });
    expect(await results(place)).toMatchObject({ reported: 1, onTime: 0 });
    await sound();
  });

  test('is not owed on its last day, nor by who has not used the voucher', async () => {
    const { shop, anna, eva, trial, apply, tried } = here;
    const place = await trial({ parameters: { places: 2 } });
    await tried(anna, place);
    await apply(eva, place);
    const next = await trial({ endsOn: '2026-03-20', parameters: { places: 5, useUntilOn: '2026-03-30', reportUntilOn: '2026-03-30' } });
    shop.town.goToDay('2026-03-10');
    expect((await apply(anna, next)).ok).toBe(true);
    shop.town.goToDay('2026-03-11');
    expect((await apply(eva, next)).ok).toBe(true);
  });

  test('that needs a look waits, that was reported hides, that was taken back is owed again', async () => {
    const { checker, shop, anna, eva, trial, tried, report, judge, results } = here;
    checker.texts.set('便宜', 'review');
    const place = await trial();
    await tried(anna, place);
    expect(await report(anna, place, '味道一般,不如隔壁便宜')).toMatchObject({ value: { state: 'waiting' } });
    expect((await eva.get('trial.reports', place)).reports).toEqual([]);
    await judge(anna, place, 'report', null);
    expect((await eva.get('trial.reports', place)).reports).toHaveLength(1);
    const about = { ...place, memberId: anna.memberIdIn(shop.communityId), slot: 'report', reason: 'other' } as const;
    for (const person of [eva, await shop.member('gil'), await shop.member('hal')]) await person.get('content.report', about);
    expect((await eva.get('trial.reports', place)).reports).toEqual([]);
    expect((await anna.get('trial.reports', place)).mine).toMatchObject({ state: 'waiting' });
    await anna.get('content.remove', { ...place, slot: 'report' });
    expect(await results(place)).toMatchObject({ reported: 0, onTime: 0 });
    expect((await anna.get('trial.reports', place)).mine).toBeNull();
    expect(await report(anna, place)).toMatchObject({ value: { state: 'waiting' } });
    await sound();
  });

  test('goes with its writer, who owes none for it', async () => {
    const { shop, anna, eva, trial, tried, report, apply } = here;
    const place = await trial();
    await tried(anna, place);
    await report(anna, place);
    await anna.get('membership.erase', { communityId: shop.communityId });
    expect((await eva.get('trial.reports', place)).reports).toEqual([]);
    const next = await trial({ endsOn: '2026-03-20', parameters: { useUntilOn: '2026-03-30', reportUntilOn: '2026-03-30' } });
    shop.town.goToDay('2026-03-12');
    await anna.get('community.join', { communityId: shop.communityId });
    expect((await apply(anna, next)).ok).toBe(true);
    await sound();
  });
});

describe('readers', () => {
  test('count once each, and once as converted who use any coupon within 30 days; an undo takes that back', async () => {
    const { shop, anna, eva, fay, trial, tried, report, results } = here;
    const { communityId } = shop;
    const place = await trial();
    await tried(anna, place);
    await report(anna, place);
    for (const person of [anna, eva, eva, fay, shop.owner]) await person.get('trial.read', place);
    expect(await results(place)).toMatchObject({ readers: 2, converted: 0 });
    const drop = {
      communityId,
      campaignId: await shop.publish({
        type: 'coupon_drop',
        endsOn: '2026-04-30',
        parameters: { benefit: 'service', item: '切片', useUntilOn: '2026-04-30' } as never,
      }),
    };
    for (const person of [eva, fay]) await person.get('coupon.claim', drop);
    // Read on the 2nd of March: the 1st of April is the thirtieth day after, the 2nd the thirty-first.
    shop.town.goToDay('2026-04-01');
    await useVoucher(eva, shop.owner, drop);
    expect((await results(place)).converted).toBe(1);
    await sound();
    const couponId = `${communityId}/coupon/${drop.campaignId}/${eva.memberIdIn(communityId)}/1`;
    await shop.owner.get('redemption.undo', { communityId, couponId, reason: '按错了' });
    expect((await results(place)).converted).toBe(0);
    shop.town.goToDay('2026-04-02');
    await useVoucher(fay, shop.owner, drop);
    expect((await results(place)).converted).toBe(0);
    await sound();
  });
});
