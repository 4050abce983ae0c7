// The built mini-program, run by glass-easel against the real application: it renders, joins and checks in.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { builtFolder, callsOf, drawn, envelopeOf, eventually, inHand } from '../support/mini-program-in-hand';
import { openShop } from '../support/town';

afterEach(() => document.body.replaceChildren());

test('a newcomer opens a card in the group, reads the terms, joins, and checks in on the home page', async () => {
  const { town, communityId, publish } = await openShop();
  const campaignId = await publish({ type: 'checkin_plan', title: '每日打卡' });
  const program = inHand(town.person('anna'));

  program.launch(`/packages/member/campaign/index?c=${communityId}&id=${campaignId}`);
  await drawn(program, 'terms');
  expect(program.find('campaign-title')?.textContent).toBe('每日打卡');
  expect(callsOf(program, 'community.join')).toEqual([]);
  program.tap(await drawn(program, 'join'));
  await drawn(program, 'check-in');

  program.replaceAll('/pages/home/index');
  expect((await drawn(program, 'community-name')).textContent).toContain('幸福里果蔬');
  expect((await drawn(program, 'streak-days')).textContent).toBe('0');
  program.tap(await drawn(program, 'check-in'));
  await drawn(program, 'check-in-done');
  await eventually(() => expect(program.find('streak-days')?.textContent).toBe('1'));

  expect(callsOf(program, 'checkin.checkIn')).toEqual([
    {
      name: 'api',
      data: { action: 'checkin.checkIn', input: { communityId, campaignId }, requestId: expect.stringMatching(/^[\w-]{8,64}$/) },
    },
  ]);
});

test('two taps on the seal before the answer are one check-in', async () => {
  const { town, communityId, publish, member } = await openShop();
  await publish({ type: 'checkin_plan' });
  await member('anna');
  const program = inHand(town.person('anna'));
  program.launch(`/packages/member/wallet/index?c=${communityId}`);
  program.replaceAll('/pages/home/index');
  const seal = await drawn(program, 'check-in');
  program.tap(seal);
  program.tap(seal);
  await drawn(program, 'check-in-done');
  const ids = callsOf(program, 'checkin.checkIn').map((call) => envelopeOf(call).requestId);
  expect(new Set(ids).size).toBe(1);
});

interface DeclaredApp {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

const { pages, subPackages }: DeclaredApp = JSON.parse(readFileSync(resolve(builtFolder, 'app.json'), 'utf8'));

test.each([...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))])(
  'the page %s shows its owner something',
  async (page) => {
    const { owner, communityId, publish } = await openShop();
    const campaignId = await publish({ type: 'checkin_plan' });
    const program = inHand(owner);
    program.launch(`/${page}?c=${communityId}&id=${campaignId}`);
    await eventually(() => expect(program.screen.textContent?.length).toBeGreaterThan(4));
    expect(program.route).toBe(page);
  },
);
