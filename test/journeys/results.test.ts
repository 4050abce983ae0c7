// The owner looks at what came of the campaigns of a community of three hundred: all of them, then one, step by step.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { type FramedPhone, openPlayground, type Playground } from './stage/open-playground';
import { type Stage, startStage, type Voice } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let owner: Voice;
let playground: Playground;
let phone: FramedPhone;
let communityId: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage({ withDemoCommunity: true })]);
  owner = await stage.voice('owner');
  communityId = (await owner.get('community.mine', {})).communities[0]?.community.communityId ?? '';
  playground = await openPlayground(browser, stage.origin);
  phone = await playground.phone('owner');
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

/** The campaign that most people redeemed, as the drawing of its way is then the longest. */
async function mostRedeemed(): Promise<string> {
  const { campaigns } = await owner.get('analytics.today', { communityId });
  const [most] = [...campaigns].sort((one, other) => other.funnel.redeemed - one.funnel.redeemed);
  return most?.card.campaignId ?? '';
}

describe('the results of a community', () => {
  test('begin on the console, and say each in a sentence before it is drawn', async () => {
    await phone.go('/packages/owner/today/index');
    await phone.at('open-results').click();
    await phone.at('conversion-chart-picture').waitFor();
    await expect.poll(() => phone.at('conversion').textContent()).toMatch(/「.+」领先：看到的人里 \d+(\.\d)?% 来核销了/);
    await expect.poll(() => phone.at('conversion-chart-picture').getAttribute('aria-label')).toMatch(/来核销了/);
    await expect.poll(() => phone.at('cohorts').textContent()).toMatch(/加入后的第二周，\d+% 的人还来/);
    await expect.poll(() => phone.at('spread').textContent()).toMatch(/每 100 位成员带来/);
    await expect.poll(() => phone.at('result-groups').textContent()).not.toBe('');
  });

  test('say of each campaign what its people did', async () => {
    const lines = await phone.at('each-campaign').locator('.link-row__value').allTextContents();
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !/^(打卡|得礼|答题|投票|发言|参与|读过|入选|得奖|核销|交付) [\d,]+ 人$/.test(line))).toEqual([]);
  });

  test('have their numbers behind them', async () => {
    await phone.at('cohorts-chart-toggle').click();
    await phone.at('cohorts-chart-table').waitFor();
    await expect.poll(() => phone.at('cohorts-chart-table').textContent()).toMatch(/加入人数第1周/);
    await phone.at('cohorts-chart-toggle').click();
  });

  test('lead to each campaign: no stage is larger than the one before it', async () => {
    await phone.at(`result-${await mostRedeemed()}`).click();
    await phone.at('funnel-chart-picture').waitFor();
    await phone.at('funnel-chart-toggle').click();
    await phone.at('funnel-chart-table').waitFor();
    const cells = phone.at('funnel-chart-table').locator('.chart-table__row .chart-table__cell:nth-child(2)');
    await expect.poll(() => cells.count()).toBe(6);
    const people = (await cells.allTextContents()).slice(1).map((text) => Number(text.replace(/,/g, '')));
    expect([...people].sort((one, other) => other - one)).toEqual(people);
    await expect.poll(() => phone.at('result-cost').textContent()).toMatch(/平均每次核销优惠 ¥\d/);
  });
});

describe('the pages', () => {
  test('fit both phones, in the dark, with large text, in both languages', async () => {
    const all = { route: '/packages/owner/results/index', shows: 'cohorts-chart-picture', name: 'results', dark: true };
    const one = { route: `/packages/owner/results/index?id=${await mostRedeemed()}`, shows: 'result-cost', name: 'results-campaign' };
    expect(await pictureAll(browser, stage.origin, 'owner', [all, one])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', [all, one], true)).toEqual([]);
  });

  test('fit a wide window', async () => {
    const wide = await openPhone(browser);
    await wide.page.setViewportSize({ width: 1280, height: 900 });
    await wide.page.goto(`${stage.origin}/app/?phone=owner#/packages/owner/results/index`);
    await wide.page.locator('#cohorts-chart-picture:visible').waitFor();
    await wide.screenshot('results-1280');
    expect(wide.complaints).toEqual([]);
    await wide.close();
  });
});
