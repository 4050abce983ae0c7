// What owners write, through the application: refused, kept and not published, or let through; and a checker that does not answer.
import { beforeEach, describe, expect, test } from 'vitest';
import { createLoadedChecker, type LoadedChecker } from '../support/loaded-checker';
import { createTown, openShop, type Shop, shanghai } from '../support/town';

let checker: LoadedChecker;
let shop: Shop;

beforeEach(async () => {
  checker = createLoadedChecker();
  shop = await openShop(createTown({ contentCheck: checker }));
  checker.askedTexts.length = 0;
});

const texts = { name: '果蔬店', theme: '新鲜', promise: '每天新鲜到店', organiser: '果蔬店', contact: '010-5555 0101' };

const previewOf = (campaignId: string) => shop.owner.get('campaign.preview', { communityId: shop.communityId, campaignId });
const publish = (campaignId: string) => shop.owner.call('campaign.publish', { communityId: shop.communityId, campaignId });

describe("a campaign's texts", () => {
  test('are checked as posts of their writer, once each, and not where nothing is written', async () => {
    await shop.save({ type: 'coupon_drop', title: '三月券', summary: '' });
    expect(checker.askedTexts).toEqual([{ text: '三月券', scene: 'forum', personKey: 'owner' }]);
  });

  test('that may not be shown are refused with the field, and nothing is kept', async () => {
    checker.texts.set('骂', 'risky');
    const before = shop.town.written();
    const draft = (await previewOf(await shop.save({ type: 'coupon_drop' }))).draft;
    const written = shop.town.written();
    expect(written).toBeGreaterThan(before);
    const reply = await shop.owner.call('campaign.save', { communityId: shop.communityId, draft: { ...draft, summary: '骂人的话' } });
    expect(reply).toEqual({ ok: false, code: 'content_refused', data: { path: 'draft.summary', label: 'abuse', word: '骂' } });
    expect(shop.town.written()).toBe(written);
  });

  test('that need a look are kept, shown as a problem, and not published; other words mend it', async () => {
    checker.texts.set('免费', 'review');
    const campaignId = await shop.save({ type: 'coupon_drop', title: '免费领水果' });
    const { draft, problems, terms } = await previewOf(campaignId);
    expect(draft.title).toBe('免费领水果');
    expect(problems).toEqual([{ path: 'title', problem: 'content_review', word: '免费' }]);
    expect(terms).toEqual([]);
    expect(await publish(campaignId)).toEqual({ ok: false, code: 'draft_incomplete', data: { paths: ['title'] } });
    await shop.owner.get('campaign.save', { communityId: shop.communityId, campaignId, draft: { ...draft, title: '三月领水果' } });
    expect((await publish(campaignId)).ok).toBe(true);
  });

  test('that could not be checked are kept and not published; saved again later, they are checked', async () => {
    checker.isDown = true;
    const campaignId = await shop.save({ type: 'coupon_drop', title: '三月券', summary: '好券' });
    const { draft, problems } = await previewOf(campaignId);
    expect(problems.map(({ path, problem }) => `${path} ${problem}`)).toEqual(['title content_review', 'summary content_review']);
    expect(shop.town.lines.map(({ event, fields }) => [event, fields])).toContainEqual([
      'content_unchecked',
      { code: 'content_check_unavailable' },
    ]);
    checker.isDown = false;
    await shop.owner.get('campaign.save', { communityId: shop.communityId, campaignId, draft });
    expect((await publish(campaignId)).ok).toBe(true);
  });

  test('are not sent to the checker by somebody who may not save, nor again for the same request', async () => {
    const anna = await shop.member('anna');
    const draft = (await previewOf(await shop.save({ type: 'coupon_drop' }))).draft;
    const input = { communityId: shop.communityId, draft };
    await shop.owner.get('campaign.save', input, 'save-request');
    checker.askedTexts.length = 0;
    expect(await anna.code('campaign.save', input)).toBe('co_owner_only');
    await shop.owner.get('campaign.save', input, 'save-request');
    expect(checker.askedTexts).toEqual([]);
  });
});

describe("a community's texts", () => {
  test.each(['name', 'theme', 'promise', 'organiser'] as const)('its %s is refused where it may not be shown', async (path) => {
    checker.texts.set('骂', 'risky');
    const reply = await shop.town.person('other').call('community.create', { ...texts, ...shanghai, [path]: '骂人的社群' });
    expect(reply).toMatchObject({ ok: false, code: 'content_refused', data: { path } });
  });

  test('that need a look let the community begin, and nothing be published until they are mended', async () => {
    checker.texts.set('免费', 'review');
    const other = await openShop(createTown({ contentCheck: checker }), { promise: '每天免费水果' });
    const campaignId = await other.save({ type: 'coupon_drop' });
    const publication = { communityId: other.communityId, campaignId };
    expect((await other.owner.get('campaign.preview', publication)).problems).toEqual([
      { path: 'community.promise', problem: 'content_review', word: '免费' },
    ]);
    expect(await other.owner.code('campaign.publish', publication)).toBe('draft_incomplete');
    const { communityId } = other;
    await other.owner.get('community.describe', { communityId, ...texts });
    expect(await other.owner.code('campaign.publish', publication)).toBe('ok');
    expect((await other.owner.get('community.home', { communityId })).community).toMatchObject(texts);
  });

  test('that are changed are checked like new ones, and those before stay where they may not be shown', async () => {
    const { owner, communityId } = shop;
    checker.texts.set('骂', 'risky');
    const reply = await owner.call('community.describe', { communityId, ...texts, promise: '骂人的承诺' });
    expect(reply).toMatchObject({ code: 'content_refused', data: { path: 'promise' } });
    expect((await owner.get('community.home', { communityId })).community.name).toBe('幸福里果蔬');
  });

  test('that need a look never take the place of those that stand beside a running campaign', async () => {
    const { owner, communityId, publish: start } = shop;
    const campaignId = await start({ type: 'coupon_drop' });
    const input = { communityId, ...texts, organiser: '幸福里果蔬店' };
    checker.texts.set('免费', 'review');
    const reply = await owner.call('community.describe', { ...input, name: '免费果蔬' });
    expect(reply).toEqual({ ok: false, code: 'content_refused', data: { path: 'name', label: 'abuse', word: '免费' } });
    checker.isDown = true;
    expect(await owner.call('community.describe', input)).toMatchObject({ code: 'content_refused', data: { label: 'unchecked' } });
    const { value } = (await shop.town.app.handle({
      action: 'campaign.glance',
      input: { communityId, campaignId },
      credentials: null,
    })) as unknown as { value: { community: object } };
    expect(value.community).toMatchObject({ name: '幸福里果蔬' });
    checker.isDown = false;
    expect(await owner.code('community.describe', input)).toBe('ok');
    // What stood there before is looked at anew with all else, and stays.
    checker.texts.set('果蔬', 'review');
    expect(await owner.code('community.describe', { ...input, theme: '当季' })).toBe('ok');
  });

  test('let the organiser change only while nothing is running', async () => {
    const { owner, communityId, publish: start } = shop;
    const campaignId = await start({ type: 'coupon_drop' });
    const input = { communityId, ...texts, organiser: '另一家店' };
    expect(await owner.call('community.describe', input)).toMatchObject({ code: 'organiser_fixed', data: { campaigns: 1 } });
    await owner.get('community.describe', { ...input, organiser: '幸福里果蔬店' });
    await owner.get('campaign.end', { communityId, campaignId });
    expect(await owner.code('community.describe', input)).toBe('ok');
  });

  test('a label that may not be shown binds no group', async () => {
    checker.texts.set('骂', 'risky');
    const { owner, communityId } = shop;
    const input = { communityId, proof: owner.proof('second-group'), label: '骂人群' };
    expect(await owner.call('community.bindGroup', input)).toMatchObject({ code: 'content_refused', data: { path: 'label' } });
    expect((await owner.get('community.groups', { communityId })).groups).toHaveLength(1);
  });

  test('a label that needs a look keeps back what is for that group only, until the group is bound under another', async () => {
    checker.texts.set('免费', 'review');
    const { owner, communityId } = shop;
    await owner.get('community.bindGroup', { communityId, proof: owner.proof('second-group'), label: '免费群' });
    const forAll = await shop.save({ type: 'coupon_drop' });
    const forGroup = await shop.save({ type: 'coupon_drop', groupId: 'second-group' });
    expect((await previewOf(forAll)).problems).toEqual([]);
    expect((await previewOf(forGroup)).problems).toEqual([{ path: 'groupId', problem: 'content_review', word: '免费' }]);
    await owner.get('community.bindGroup', { communityId, proof: owner.proof('second-group'), label: '二群' });
    expect((await publish(forGroup)).ok).toBe(true);
    const relabelled = { communityId, proof: owner.proof('second-group'), label: '免费群' };
    expect(await owner.call('community.bindGroup', relabelled)).toMatchObject({
      code: 'content_refused',
      data: { path: 'label', word: '免费' },
    });
    expect((await owner.get('community.groups', { communityId })).groups.map(({ label }) => label)).toContain('二群');
  });
});
