// Story of a review: two rings are noticed overnight, the owner looks, clears one and limits the other, who appeals, and the limit is lifted.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openRings, type Rings } from './stage/open-rings';
import { type Stage, startStage } from './stage/start-stage';

const REASON = '六个账号同时到齐，再没来过';

let browser: Browser;
let stage: Stage;
let rings: Rings;
let playground: Playground;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage({ still: true })]);
  rings = await openRings(stage);
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const here = () => ({ communityId: rings.shop.communityId });
const invitesOf = () => `/packages/member/invites/index?id=${rings.ids.invite}`;
const boardOf = async (who: 'member' | 'neighbour') =>
  (await rings[who].get('leaderboard.board', { ...here(), kind: 'invite', period: 'all' })).top.length;

/** Opens the review of a member from the list. */
async function openReview(memberId: string) {
  const phone = await playground.phone('owner');
  await phone.go('/packages/owner/today/index');
  await phone.at('need-reviews').click();
  await phone.at(`review-${memberId}`).click();
  await phone.at('review-accounts').waitFor();
  return phone;
}

describe('what was noticed overnight', () => {
  test('is among what needs the owner, with the numbers and the accounts behind it', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/today/index');
    await phone.at('need-reviews').waitFor();
    await expect.poll(() => phone.at('need-reviews').textContent()).toContain('2 份复核或申诉等你看');
    const review = await openReview(rings.ids.neighbour);
    await expect.poll(() => review.at('review-signs').textContent()).toContain('6 人里有 6 人做完第一件事，就没有再来');
    await expect.poll(() => review.at('review-cost').textContent()).toMatch(/一共发出 6 张券.*最多还会减 ¥30/);
    await expect.poll(() => review.at('review-accounts').textContent()).toContain('之后没有再来');
  });

  test('is told to the member, who is on no board of invites meanwhile, and sees the own place', async () => {
    expect(await boardOf('member')).toBe(0);
    const phone = await playground.phone('member');
    await phone.tab('榜单');
    await phone.at('board-kind-invite').click();
    await phone.at('board-period-all').click();
    await phone.at('my-review').waitFor();
    await expect.poll(() => phone.at('my-review').textContent()).toMatch(/群主在看你的邀请.*奖励照发/);
    await expect.poll(() => phone.at('my-place').textContent()).toContain('1');
  });

  test('is cleared by the owner with one look, and everything is as before', async () => {
    const phone = await openReview(rings.ids.neighbour);
    await phone.at('clear').click();
    await phone.at('clear-review-confirm').click();
    await phone.at('review-done').waitFor();
    expect(await boardOf('neighbour')).toBe(1);
  });
});

describe('a limit', () => {
  test('is made with a reason, which the member reads', async () => {
    const phone = await openReview(rings.ids.member);
    await phone.at('restrict').click();
    await phone.at('restrict-days-15').click();
    await phone.type('restrict-reason', REASON);
    await phone.at('restrict-confirm').click();
    await phone.at('review-done').waitFor();
    const member = await playground.phone('member');
    await member.go(invitesOf());
    await member.at('my-review').waitFor();
    await expect.poll(() => member.at('my-review').textContent()).toContain(`群主的理由：${REASON}`);
  });

  test('is appealed against in the member’s own words, answered and lifted', async () => {
    const member = await playground.phone('member');
    await member.at('open-appeal').click();
    await member.type('appeal-text', '都是同事，下班一起来的');
    await member.at('send-appeal').click();
    await member.at('my-appeal').waitFor();
    const owner = await openReview(rings.ids.member);
    await expect.poll(() => owner.at('review-appeal').textContent()).toContain('都是同事，下班一起来的');
    await owner.at('answer').click();
    await owner.type('appeal-answer', '对不起，是我看错了');
    await owner.at('appeal-lifted').click();
    await owner.at('answer-appeal-confirm').click();
    await owner.at('review-done').waitFor();
    expect(await boardOf('member')).toBe(2);
    await member.go('/pages/me/index');
    await member.go(invitesOf());
    await expect.poll(() => member.at('my-review').textContent()).toMatch(/限制已解除.*群主：对不起，是我看错了/);
  });
});

test.each([
  ['Chinese', false],
  ['English', true],
])('the screens of a review are in order at both widths in %s', async (_language, english) => {
  const owners = [
    { route: '/packages/owner/reviews/index', shows: 'review-parts', name: 'risk-reviews' },
    { route: `/packages/owner/review/index?m=${rings.ids.member}`, shows: 'review-accounts', name: 'risk-review', dark: true },
  ];
  const members = [{ route: invitesOf(), shows: 'my-review', name: 'risk-mine', dark: true }];
  expect(await pictureAll(browser, stage.origin, 'owner', owners, english)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'member', members, english)).toEqual([]);
  expect(playground.complaints).toEqual([]);
});
