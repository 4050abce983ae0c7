// Story: the owner gives a member the desk; the co-owner publishes a campaign, makes a clerk, and cannot appoint another co-owner.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let member: Voice;
let neighbour: Voice;
let memberId: string;
let neighbourId: string;

const TITLE = '周末买菜券';
const person = (id: string) => `/packages/owner/person/index?m=${id}`;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const { communityId } = shop;
  [member, neighbour] = [await shop.join('member', '小林'), await shop.join('neighbour', '梅姨')];
  const idOf = async (voice: Voice) => (await voice.get('community.home', { communityId })).me.memberId;
  [memberId, neighbourId] = [await idOf(member), await idOf(neighbour)];
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const roleOf = async (voice: Voice) => (await voice.get('community.home', { communityId: shop.communityId })).me.role;

describe('the owner', () => {
  test('makes a member a co-owner, once it has been said what they will be able to do', async () => {
    const phone = await playground.phone('owner');
    await phone.go(person(memberId));
    await phone.at(`give-co_owner-${memberId}`).click();
    await phone.at('appoint-confirm').waitFor();
    await phone.screenshot('co-owner-1-asked');
    expect(await roleOf(member)).toBe('member');
    await phone.at('appoint-confirm').click();
    await phone.at('appoint-done').waitFor();
    await untilSays(() => phone.at('person').textContent(), '小林', '副群主');
    await phone.screenshot('co-owner-2-appointed');
    expect(await roleOf(member)).toBe('co_owner');
  });

  test('finds the co-owners among the members', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/members/index');
    await untilSays(() => phone.at(`member-${memberId}`).textContent(), '副群主');
    await phone.at('people-narrow').click();
    await phone.at('people-role').click();
    await phone.at('people-role-3').click();
    await expect.poll(() => phone.at('people-found').textContent()).toContain('找到 1');
    await phone.screenshot('co-owner-3-found');
  });
});

describe('the co-owner', () => {
  test('comes to the desk from the own page, and publishes a campaign', async () => {
    const { communityId, owner, today } = shop;
    const { types } = await owner.get('campaign.types', { communityId });
    const start = types.find(({ code }) => code === 'coupon_drop')?.start;
    if (start === undefined) throw new Error('no coupon drop');
    const parameters = { ...start.parameters, useFromOn: today };
    const draft = { ...start, title: TITLE, parameters };
    const { campaignId } = await member.get('campaign.save', { communityId, draft });
    const phone = await playground.phone('member');
    await phone.tab('我的');
    await phone.at('open-owner').click();
    await phone.at('new-campaign').waitFor();
    await phone.at('open-points').waitFor();
    await phone.at('open-door').waitFor();
    for (const page of ['promises', 'reviews', 'moderation']) await phone.at(`open-${page}`).waitFor();
    expect(await phone.at('open-about').count()).toBe(0);
    await phone.screenshot('co-owner-4-desk');
    await phone.go(`/packages/owner/preview/index?id=${campaignId}`);
    await phone.at('publish').click();
    await phone.at('promised-list').waitFor();
    await phone.at('publish-confirm').click();
    await phone.at('publish-done').waitFor();
    await phone.screenshot('co-owner-5-published');
    const { campaigns } = await neighbour.get('community.home', { communityId });
    expect(campaigns.map(({ title, state }) => [title, state])).toContainEqual([TITLE, 'live']);
  });

  test('makes a member a clerk, and is offered no way to appoint another co-owner', async () => {
    const phone = await playground.phone('member');
    await phone.go(person(neighbourId));
    await phone.at(`give-clerk-${neighbourId}`).waitFor();
    await phone.at(`block-${neighbourId}`).waitFor();
    expect(await phone.at(`give-co_owner-${neighbourId}`).count()).toBe(0);
    await phone.screenshot('co-owner-6-clerk-only');
    await phone.at(`give-clerk-${neighbourId}`).click();
    await phone.at('appoint-confirm').click();
    await phone.at('appoint-done').waitFor();
    expect(await roleOf(neighbour)).toBe('clerk');
    await phone.go(person(memberId));
    await phone.at(`tags-${memberId}`).waitFor();
    expect(await phone.frame.locator('[id^="give-"]:visible, [id^="block-"]:visible').count()).toBe(0);
    const { communityId } = shop;
    const reply = await member.call('community.appoint', { communityId, memberId: neighbourId, role: 'co_owner' });
    expect(reply).toMatchObject({ ok: false, code: 'owner_appoints' });
  });

  test('is told that what is said about the community is the owner’s alone', async () => {
    const phone = await playground.phone('member');
    await phone.go('/packages/owner/about/index');
    await phone.at('refusal-owner_only').waitFor();
    await phone.screenshot('co-owner-7-owner-only');
  });

  test('is dismissed by the owner, and has no desk any more', async () => {
    const phone = await playground.phone('owner');
    await phone.go(person(memberId));
    await phone.at(`give-member-${memberId}`).click();
    await phone.at('appoint-confirm').waitFor();
    await phone.screenshot('co-owner-8-dismissing');
    await phone.at('appoint-confirm').click();
    await phone.at('appoint-done').waitFor();
    const theirs = await playground.phone('member');
    await theirs.go('/packages/owner/today/index');
    await theirs.at('refusal-co_owner_only').waitFor();
    await theirs.screenshot('co-owner-9-no-desk');
  });
});

describe('the screens of appointing', () => {
  test('hold at both widths, with large text and in English', async () => {
    const { communityId, owner } = shop;
    await owner.get('community.appoint', { communityId, memberId, role: 'co_owner' });
    const asks = {
      route: person(neighbourId),
      shows: 'person',
      name: 'co-owner-appoint',
      tap: ['give-co_owner-', 'appoint-confirm'],
    } as const;
    const takes = { route: person(memberId), shows: 'person', name: 'co-owner-dismiss', tap: ['give-member-', 'appoint-confirm'] } as const;
    const theirs = [
      { route: '/pages/me/index', shows: 'open-owner', name: 'co-owner-me' },
      { route: '/packages/owner/today/index', shows: 'new-campaign', name: 'co-owner-today' },
      { route: person(neighbourId), shows: 'person', name: 'co-owner-person' },
      { route: '/packages/owner/about/index', shows: 'refusal-owner_only', name: 'co-owner-about' },
    ];
    expect(await pictureAll(browser, stage.origin, 'owner', [asks, takes])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', [asks, takes], true)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', theirs)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', theirs, true)).toEqual([]);
  });
});
