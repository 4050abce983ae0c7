// The policy check through the application: said in the preview, kept to at publishing and improving, and what was confirmed is kept.
import { beforeEach, describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { createLoadedChecker } from '../support/loaded-checker';
import { createTown, openShop, type Shop } from '../support/town';

let shop: Shop;

beforeEach(async () => {
  // A checker that lets every word pass, as WeChat's own may.
  shop = await openShop(createTown({ contentCheck: createLoadedChecker() }));
});

const here = (campaignId: string) => ({ communityId: shop.communityId, campaignId });
const findingsOf = async (campaignId: string) => (await shop.owner.get('campaign.preview', here(campaignId))).findings;

describe('a draft', () => {
  test('that a rule blocks is not published, whatever is confirmed', async () => {
    const campaignId = await shop.save({ type: 'coupon_drop', title: '周末 抽\u3000奖' });
    expect(await findingsOf(campaignId)).toContainEqual({ rule: 'LOT-01', severity: 'block', path: 'title', about: '抽奖' });
    expect(await shop.owner.call('campaign.publish', { ...here(campaignId), confirmed: ['LOT-01'] })).toEqual({
      ok: false,
      code: 'policy_blocked',
      data: { rules: ['LOT-01'] },
    });
  });

  test('with warnings is published once each of them is confirmed, and the audit keeps which', async () => {
    const campaignId = await shop.save({ type: 'coupon_drop', title: '周末秒杀', summary: '附近唯一' });
    const publish = (confirmed?: ('PRICE-01' | 'WORD-01' | 'SHARE-07')[]) =>
      shop.owner.call('campaign.publish', { ...here(campaignId), ...(confirmed === undefined ? {} : { confirmed }) });
    expect(await publish()).toMatchObject({ code: 'policy_unconfirmed', data: { rules: ['PRICE-01', 'WORD-01'] } });
    expect(await publish(['PRICE-01'])).toMatchObject({ code: 'policy_unconfirmed', data: { rules: ['WORD-01'] } });
    expect((await publish(['PRICE-01', 'WORD-01', 'SHARE-07'])).ok).toBe(true);
    const confirmed = [
      { rule: 'PRICE-01', severity: 'warn', path: 'title', about: '秒杀' },
      { rule: 'WORD-01', severity: 'warn', path: 'summary', about: '唯一' },
    ];
    const { campaigns } = await shop.owner.get('analytics.today', { communityId: shop.communityId });
    expect(campaigns.find(({ card }) => card.campaignId === campaignId)?.confirmed).toEqual(confirmed);
    const page = await shop.town.store.list('journal.byStamp', shop.communityId, { prefix: [], order: 'ascending' }, 100);
    const events = (page.documents as unknown as readonly JournalDocument[]).flatMap((journal) => journal.events);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'campaign_published', policy: { version: 1, confirmed } }));
  });

  test('without a word to mind needs no confirmation, and keeps none', async () => {
    const campaignId = await shop.save({ type: 'coupon_drop', title: '第一次打卡有礼' });
    expect((await findingsOf(campaignId)).filter(({ severity }) => severity !== 'info')).toEqual([]);
    await shop.owner.get('campaign.publish', here(campaignId));
  });

  test('is judged with what stands beside it: the community and the label of its group', async () => {
    const other = await openShop(createTown({ contentCheck: createLoadedChecker() }), { promise: '每天清仓水果' });
    const campaignId = await other.save({ type: 'coupon_drop' });
    expect(await other.owner.call('campaign.publish', { communityId: other.communityId, campaignId })).toMatchObject({
      code: 'policy_unconfirmed',
      data: { rules: ['PRICE-01'] },
    });
  });

  test('of an ambiguous word is a warning on a server of one’s own, too, and no longer held back', async () => {
    const own = await openShop(createTown());
    const campaignId = await own.save({ type: 'coupon_drop', title: '免费水果日' });
    const { problems, findings } = await own.owner.get('campaign.preview', { communityId: own.communityId, campaignId });
    expect(problems).toEqual([]);
    expect(findings).toContainEqual({ rule: 'PRICE-02', severity: 'warn', path: 'title', about: '免费' });
    await own.owner.get('campaign.publish', { communityId: own.communityId, campaignId, confirmed: ['PRICE-02'] });
  });
});

describe('a running campaign', () => {
  test('is not improved into words that no campaign may say, and into a warning only with its confirmation', async () => {
    const campaignId = await shop.publish({ type: 'coupon_drop', title: '三月券' });
    const { draft } = await shop.owner.get('campaign.preview', here(campaignId));
    const improve = (title: string, confirmed: 'PRICE-01'[] = []) =>
      shop.owner.call('campaign.improve', { ...here(campaignId), draft: { ...draft, title }, confirmed });
    expect(await improve('三月抽奖券')).toMatchObject({ code: 'policy_blocked', data: { rules: ['LOT-01'] } });
    expect(await improve('三月秒杀券')).toMatchObject({ code: 'policy_unconfirmed', data: { rules: ['PRICE-01'] } });
    expect((await improve('三月秒杀券', ['PRICE-01'])).ok).toBe(true);
    // What stands there has been confirmed: another change does not ask again.
    expect(
      (await shop.owner.call('campaign.improve', { ...here(campaignId), draft: { ...draft, title: '三月秒杀券', summary: '好吃' } })).ok,
    ).toBe(true);
  });
});

describe('licences', () => {
  const texts = { name: '果蔬店', theme: '新鲜', promise: '每天新鲜到店', organiser: '果蔬店', contact: '010-5555 0101' };

  test('that a shop records are kept, and goods that need them are no longer warned of', async () => {
    const { owner, communityId } = shop;
    const campaignId = await shop.save({ type: 'coupon_drop', title: '感冒药满减' });
    expect((await findingsOf(campaignId)).map(({ rule }) => rule)).toContain('CAT-01');
    await owner.get('community.describe', { communityId, ...texts, licences: '药品经营许可证 京 1' });
    expect((await owner.get('community.home', { communityId })).community.licences).toBe('药品经营许可证 京 1');
    expect((await findingsOf(campaignId)).map(({ rule }) => rule)).not.toContain('CAT-01');
    await owner.get('community.describe', { communityId, ...texts });
    expect((await findingsOf(campaignId)).map(({ rule }) => rule)).toContain('CAT-01');
  });
});
