// Story 6: the boards of a community of three hundred by week, month and all time, hiding oneself, and what the owner counts.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ValueOf } from '#core/contract';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { type FramedPhone, openPlayground, type Playground } from './stage/open-playground';
import { type Stage, startStage, type Voice } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let member: Voice;
let owner: Voice;
let playground: Playground;
let communityId: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage({ withDemoCommunity: true })]);
  [member, owner] = await Promise.all([stage.voice('member'), stage.voice('owner')]);
  communityId = (await member.get('community.mine', {})).communities[0]?.community.communityId ?? '';
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const boardOf = (voice: Voice, period: 'league' | 'week' | 'month' | 'all', kind: 'checkin' | 'invite' = 'checkin') =>
  voice.get('leaderboard.board', { communityId, kind, period });

async function look(phone: FramedPhone, choice: string, total: number): Promise<void> {
  await phone.at(choice).click();
  await expect.poll(() => phone.at('board-total').textContent()).toContain(`${total} 人上榜`);
}

const counted = async () => (await owner.get('analytics.today', { communityId })).campaigns;
type Counted = ValueOf<'analytics.today'>['campaigns'][number];

test('the chat begins with what was said last', async () => {
  const { messages } = (await (await fetch(`${stage.origin}/playground/state`)).json()) as { messages: readonly { text: string | null }[] };
  const last = messages[messages.length - 1]?.text ?? '';
  expect(last).not.toBe('');
  const message = playground.page.locator('.message').last();
  await expect.poll(() => message.textContent()).toContain(last);
  const isInSight = async () => {
    const [box, list] = [await message.boundingBox(), await playground.page.locator('.messages').boundingBox()];
    return box !== null && list !== null && box.y > list.y && box.y < list.y + list.height;
  };
  await expect.poll(isInSight).toBe(true);
});

describe('the board', () => {
  test('shows my place in the league of the week first, and how everybody moved since yesterday', async () => {
    const phone = await playground.phone('member');
    await phone.at('check-in').click();
    await phone.at('check-in-done').waitFor();
    await phone.tab('榜单');
    const league = await boardOf(member, 'league');
    expect(league.total).toBeGreaterThan(5);
    expect(league.total).toBeLessThanOrEqual(30);
    await phone.at('my-row').waitFor();
    await expect.poll(() => phone.at('my-place').textContent()).toContain(`第 ${league.mine?.rank} 名`);
    await expect.poll(() => phone.says()).toContain('箭头是和昨天比');
    await phone.screenshot('board-1-league');
    await look(phone, 'board-period-week', (await boardOf(member, 'week')).total);
    await expect.poll(() => phone.at('my-row').textContent()).toContain(`${league.mine?.points} 天`);
    await phone.screenshot('board-1-week');
  });

  test('shows the month and all time, with my neighbours above and below when I am not among the top', async () => {
    const phone = await playground.phone('member');
    await look(phone, 'board-period-month', (await boardOf(member, 'month')).total);
    await phone.screenshot('board-2-month');
    const all = await boardOf(member, 'all');
    await look(phone, 'board-period-all', all.total);
    expect(all.total).toBeGreaterThan(250);
    const { mine } = all;
    if (mine === null) throw new Error('the member is on no board');
    await expect.poll(() => phone.at('my-row').textContent()).toContain(`${mine.rank}`);
    expect(all.top[0]?.rank).toBe(1);
    const place = all.around.findIndex((row) => row.mine);
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(all.around.length - 1);
    // Wherever my place is in the list, it is in sight.
    const topOf = async (id: string) => (await phone.at(id).boundingBox())?.y ?? Number.NaN;
    await expect.poll(() => phone.at('my-row').textContent()).toContain('小林');
    await expect.poll(async () => (await topOf('my-row')) - (await topOf('board-kind'))).toBeLessThan(800);
    await expect.poll(() => phone.says()).toContain('天数相同名次相同');
    await phone.screenshot('board-3-all');
  });

  test('has another kind, for those who brought friends', async () => {
    const phone = await playground.phone('member');
    const invites = await boardOf(member, 'all', 'invite');
    await look(phone, 'board-kind-invite', invites.total);
    await expect.poll(() => phone.at('my-row').textContent()).toContain(`${invites.mine?.points} 人`);
    await phone.screenshot('board-4-invites');
  });

  test('hides me from everybody else when I say so, and shows me again', async () => {
    const neighbour = await playground.phone('neighbour');
    await neighbour.tab('榜单');
    await neighbour.at('board-period-week').click();
    const before = (await boardOf(await stage.voice('neighbour'), 'week')).total;
    const phone = await playground.phone('member');
    await phone.at('hide-me').click();
    await expect.poll(() => phone.says()).toContain('你已隐身');
    await phone.screenshot('board-5-hidden');
    await expect.poll(async () => (await boardOf(await stage.voice('neighbour'), 'week')).total).toBe(before - 1);
    const seen = await boardOf(await stage.voice('neighbour'), 'week');
    expect([...seen.top, ...seen.around].map(({ person }) => person.name)).not.toContain('小林');
    await neighbour.tab('首页');
    await neighbour.tab('榜单');
    await expect.poll(() => neighbour.says()).toContain(`${before - 1} 人上榜`);
    await expect.poll(() => neighbour.says()).not.toContain('小林');
    await phone.at('hide-me').click();
    await expect.poll(async () => (await boardOf(await stage.voice('neighbour'), 'week')).total).toBe(before);
  });
});

describe('the owner', () => {
  test('sees the counts of the day and of each card: seen, opened, claimed, redeemed', async () => {
    const newcomer = await stage.voice('newcomer');
    await newcomer.get('community.enter', { communityId });
    const [before] = (await counted()).filter(({ card }) => card.title === '周末水果券');
    const { card } = before as Counted;
    await stage.playground('send', {
      from: 'member',
      to: 'newcomer',
      card: { ...(await owner.get('campaign.post', { communityId, campaignId: card.campaignId })).card, picture: null },
    });
    await playground.openCard(card.title, 'newcomer');
    await expect
      .poll(async () => (await counted()).find((one) => one.card.campaignId === card.campaignId)?.funnel.opened)
      .toBe((before?.funnel.opened ?? 0) + 1);
    const phone = await playground.phone('owner');
    await phone.tab('我的');
    await phone.at('open-owner').click();
    await phone.at('day-counts').waitFor();
    const { day } = await owner.get('analytics.today', { communityId });
    for (const name of ['entered', 'joined', 'checkedIn', 'claimed', 'redeemed'] as const)
      await expect.poll(() => phone.at(`count-${name}`).textContent()).toContain(String(day[name]));
    const now = (await counted()).find((one) => one.card.campaignId === card.campaignId);
    const counts = Object.values(now?.funnel ?? {}).map(String);
    await untilSays(() => phone.at(`campaign-${card.campaignId}`).textContent(), ...counts);
    await phone.screenshot('board-6-owner-today');
    await playground.screenshot('board-6-playground');
  });

  test('finds the screens of a full community in order at both widths, in the dark and in English', async () => {
    const board = { route: '/pages/board/index', shows: 'board-total', name: 'board-league', dark: true };
    const home = { route: '/pages/home/index', shows: 'streak-days', name: 'board-home-full', dark: true };
    const me = { route: '/pages/me/index', shows: 'my-name', name: 'board-me-full' };
    expect(await pictureAll(browser, stage.origin, 'member', [board, home, me])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', [board, home, me], true)).toEqual([]);
    const today = { route: '/packages/owner/today/index', shows: 'day-counts', name: 'board-owner-today', dark: true };
    const members = { route: '/packages/owner/members/index', shows: 'go-back', name: 'board-owner-members' };
    const redemptions = { route: '/packages/owner/redemptions/index', shows: 'redemptions', name: 'board-owner-redemptions' };
    expect(await pictureAll(browser, stage.origin, 'owner', [today, members, redemptions])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', [today], true)).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });

  test('finds the pages of prizes, points, trials and the welcome in order, their own and their members’', async () => {
    const rewards = (await counted()).filter(({ card: { type } }) =>
      ['season_prize', 'points_exchange', 'trial', 'welcome_gift'].includes(type),
    );
    expect(rewards).toHaveLength(5);
    const pages = rewards.map(({ card: { campaignId, type, state } }) => ({ id: campaignId, name: `${type}-${state}` }));
    const page = (name: string) => (one: { readonly id: string; readonly name: string }) => ({
      route: `/packages/member/campaign/index?c=${communityId}&id=${one.id}`,
      shows: 'campaign-title',
      name: `board-${name}-${one.name}`,
    });
    expect(await pictureAll(browser, stage.origin, 'member', pages.map(page('member')))).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'newcomer', pages.map(page('newcomer')))).toEqual([]);
    const manage = pages.map(({ id, name }) => ({
      route: `/packages/owner/manage/index?id=${id}`,
      shows: 'go-back',
      name: `board-owner-${name}`,
    }));
    const orders = { route: '/packages/owner/orders/index', shows: 'go-back', name: 'board-owner-orders' };
    expect(await pictureAll(browser, stage.origin, 'owner', [orders, ...manage])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', [orders, ...manage], true)).toEqual([]);
  });
});
