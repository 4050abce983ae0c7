// Story of coming in: the owner asks newcomers first, one waits and is let in, another is turned down with a reason that they read.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';

const QUESTION = '住在哪个小区？';
const door = '/packages/owner/door/index';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let plan: string;
let playground: Playground;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage({ still: true })]);
  shop = await openShop(stage);
  plan = await shop.publish('checkin_plan', '三月打卡');
  await shop.publish('coupon_drop', '周末券');
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const here = () => ({ communityId: shop.communityId });
/** The card's page: a phone that has never been here learns of the community by it. */
const cardOf = () => `/packages/member/campaign/index?c=${shop.communityId}&id=${plan}`;
const idOf = async (voice: Voice) => (await voice.get('community.home', here())).me.memberId;

describe('an owner who wants to know first', () => {
  test('says so on one page, and is told nobody waits yet', async () => {
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await owner.at('open-door').click();
    await owner.at('no-applicants').waitFor();
    await owner.at('door-way-approval').click();
    await owner.type('door-question-1', QUESTION);
    await owner.at('save-door').click();
    await owner.at('door-saved').waitFor();
  });

  test('has a newcomer answer and wait, who may look around and is told where they stand', async () => {
    await shop.enter('member');
    await shop.enter('neighbour');
    const phone = await playground.openCard('周末券', 'member');
    await phone.at('join').click();
    await phone.at('send-answers').click();
    await phone.at('join-answer-1-problem').waitFor();
    await phone.type('join-answer-1', '幸福里三号楼');
    await phone.at('send-answers').click();
    await phone.at('refusal-join_waiting').waitFor();
    await phone.go('/pages/home/index');
    await expect.poll(() => phone.at('wish-waiting').textContent()).toMatch(/已申请，等群主通过.*3月10日/);
    await phone.tab('榜单');
    await phone.at('wish-waiting').waitFor();
  });

  test('finds them among what needs the owner, with their answer, and lets them in', async () => {
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await expect.poll(() => owner.at('need-applicants').textContent()).toContain('1 人申请加入');
    await owner.at('need-applicants').click();
    const member = await stage.voice('member');
    const memberId = await idOf(member);
    await expect.poll(() => owner.at(`applicant-${memberId}`).textContent()).toMatch(/住在哪个小区？幸福里三号楼/);
  });
});

describe('the screens of coming in', () => {
  test.each([
    ['Chinese', false],
    ['English', true],
  ])('are in order at both widths in %s', async (_language, english) => {
    const owners = [{ route: door, shows: 'save-door', name: 'joining-door', dark: true }];
    const waiting = [{ route: '/pages/home/index', shows: 'wish-waiting', name: 'joining-waiting', dark: true }];
    const asked = [
      { route: cardOf(), shows: 'join', tap: ['join', 'send-answers'] as const, name: 'joining-asked' },
      { route: '/pages/home/index', shows: 'join-card', name: 'joining-card' },
    ];
    expect(await pictureAll(browser, stage.origin, 'owner', owners, english)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', waiting, english)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'neighbour', asked, english)).toEqual([]);
  });
});

describe('what the owner says', () => {
  test('makes one a member, who stamps the day at once', async () => {
    const owner = await playground.phone('owner');
    const memberId = await idOf(await stage.voice('member'));
    await owner.go(door);
    await owner.at(`admit-${memberId}`).click();
    await owner.at('door-done').waitFor();
    const phone = await playground.phone('member');
    await phone.tab('我的');
    await phone.tab('首页');
    await phone.at('check-in').click();
    await expect.poll(async () => (await (await stage.voice('member')).get('community.home', here())).me.points).toBeGreaterThan(0);
  });

  test('turns another down, who reads why and when to ask again', async () => {
    const neighbour = await stage.voice('neighbour');
    await neighbour.get('community.join', { ...here(), answers: [{ question: QUESTION, text: '就看看' }] });
    const neighbourId = await idOf(neighbour);
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await owner.go(door);
    await owner.at(`turn-down-${neighbourId}`).click();
    await owner.type('turn-down-text', '请写上楼号');
    expect(await owner.at('turn-down-confirm').getAttribute('class')).toContain('button--off');
    await owner.at('turn-down-reason-answers').click();
    await owner.at('turn-down-confirm').click();
    await owner.at('no-applicants').waitFor();
    const refused = [
      { route: cardOf(), shows: 'refusal-join_refused', name: 'joining-refused-page' },
      { route: '/pages/home/index', shows: 'wish-refused', name: 'joining-refused' },
    ];
    expect(await pictureAll(browser, stage.origin, 'neighbour', refused)).toEqual([]);
    expect(await neighbour.call('community.join', here())).toMatchObject({ code: 'refused_lately', data: { text: '请写上楼号' } });
    expect(playground.complaints).toEqual([]);
  });
});
