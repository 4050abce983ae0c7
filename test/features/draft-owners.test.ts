// One draft, written on two phones: whoever saves over the other's words is told before, and a retry is answered as it was.
import { expect, test } from 'vitest';
import { openShop } from '../support/town';

/** A draft that two phones of the shop's owner have opened. */
async function openTwice() {
  const { town, owner, save, communityId } = await openShop();
  const here = { communityId, campaignId: await save({ type: 'coupon_drop' }) };
  const [first, second] = [await owner.get('campaign.preview', here), await town.person('owner').get('campaign.preview', here)];
  const title = async () => (await owner.get('campaign.preview', here)).draft.title;
  return { owner, here, first, second, title };
}

test('the later of two saves on one state of a draft is refused, and the earlier one stays', async () => {
  const { owner, here, first, second, title } = await openTwice();
  const mine = await owner.get('campaign.save', { ...here, basis: first.basis, draft: { ...first.draft, title: '前台改的' } });
  const late = { ...here, basis: second.basis, draft: { ...second.draft, title: '后厨改的' } };
  expect(await owner.call('campaign.save', late)).toEqual({ ok: false, code: 'draft_changed', data: { basis: mine.basis } });
  expect(await title()).toBe('前台改的');
});

test('a draft is saved over another on purpose, on the state that the refusal names, and on no later one', async () => {
  const { owner, here, first, second, title } = await openTwice();
  const { basis = 0 } = await owner.get('campaign.save', { ...here, basis: first.basis, draft: { ...first.draft, title: '前台改的' } });
  const draft = { ...second.draft, title: '后厨改的' };
  expect(await owner.code('campaign.save', { ...here, basis, draft })).toBe('ok');
  expect(await title()).toBe('后厨改的');
  expect(await owner.code('campaign.save', { ...here, basis, draft: { ...first.draft, title: '前台又改' } })).toBe('draft_changed');
});

test('save after save on one phone rests on its own last one, which is what a preview says', async () => {
  const { owner, here, first } = await openTwice();
  let { basis } = first;
  for (const title of ['第一稿', '第二稿', '第三稿']) {
    const saved = await owner.get('campaign.save', { ...here, basis, draft: { ...first.draft, title } });
    expect(saved.basis).toBeGreaterThan(basis);
    basis = saved.basis ?? 0;
    expect((await owner.get('campaign.preview', here)).basis).toBe(basis);
  }
});

test('an older app, which names no state, writes over whatever is there', async () => {
  const { owner, here, first, title } = await openTwice();
  await owner.get('campaign.save', { ...here, basis: first.basis, draft: { ...first.draft, title: '前台改的' } });
  expect(await owner.code('campaign.save', { ...here, draft: { ...first.draft, title: '旧版本改的' } })).toBe('ok');
  expect(await title()).toBe('旧版本改的');
});

test('a retry is answered like the first time, whatever was saved since, and writes nothing', async () => {
  const { owner, here, first, title } = await openTwice();
  const input = { ...here, basis: first.basis, draft: { ...first.draft, title: '前台改的' } };
  const saved = await owner.get('campaign.save', input, 'save-request');
  await owner.get('campaign.save', { ...here, basis: saved.basis, draft: { ...first.draft, title: '后厨改的' } });
  expect(await owner.get('campaign.save', input, 'save-request')).toEqual(saved);
  expect(await title()).toBe('后厨改的');
});

test('of two saves at once on one state, one comes about', async () => {
  const { owner, here, first } = await openTwice();
  const titles = ['前台改的', '后厨改的'];
  const codes = await Promise.all(
    titles.map((title) => owner.code('campaign.save', { ...here, basis: first.basis, draft: { ...first.draft, title } })),
  );
  expect(codes.sort()).toEqual(['draft_changed', 'ok']);
});
