// The promise ledger: what an early end owes, what cannot be given, complaints, the trust card, the archive (P5, P17, LOG-01).
import { describe, expect, test } from 'vitest';
import type { InputOf, ValueOf } from '#core/contract';
import type { JournalDocument } from '#core/tables';
import { MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openCounter } from '../support/counter';
import { openInvites } from '../support/invites';
import { openShop, type Resident } from '../support/town';

async function openPlan(parameters: Record<string, number> = {}) {
  const shop = await openShop();
  const { communityId, owner, town } = shop;
  const choices = { type: 'checkin_plan', startsOn: '2026-03-02', endsOn: '2026-03-31', parameters } as const;
  const plan = { communityId, campaignId: await shop.publish(choices) };
  const checkIn = async (people: readonly Resident[], days: number) => {
    for (let day = 0; day < days; day += 1) {
      for (const person of people) await person.get('checkin.checkIn', plan);
      town.nextDay();
    }
  };
  const waiting = async () => (await owner.get('promise.open', { communityId })).promises;
  const trust = () => owner.get('promise.trust', { communityId });
  return { ...shop, plan, checkIn, waiting, trust };
}

describe('a check-in plan that its owner ends early', () => {
  test('owes the milestone to who was half-way there with an unbroken streak, and to nobody else', async () => {
    const { member, owner, town, plan, checkIn, waiting, communityId, trust } = await openPlan();
    const [near, far, broken] = [await member('near'), await member('far'), await member('broken')];
    await checkIn([near, broken], 2);
    await checkIn([near], 1);
    await checkIn([near, far], 1);
    await owner.get('campaign.end', plan);
    for (let look = 0; look < 3; look += 1) {
      town.wait(MINUTE_MS);
      await town.runTimer();
    }
    const promises = await waiting();
    expect(promises).toMatchObject([
      { kind: 'milestone', about: 'milestone-streak-7', owed: { kind: 'points', points: 20 }, friend: null, reason: 'ended_early' },
    ]);
    expect(promises[0]?.memberId).toBe(near.memberIdIn(communityId));
    expect(await trust()).toMatchObject({ open: 1, broken: 1, madeGood: 0, campaigns: { running: 0, finished: 1, endedEarly: 1 } });
    const key = { communityId, campaignId: plan.campaignId, memberId: near.memberIdIn(communityId), about: 'milestone-streak-7' };
    const before = (await near.get('points.statement', { communityId })).balance;
    const replies = await Promise.all([1, 2].map(() => owner.call('promise.settle', key)));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['already_settled', 'ok']);
    const statement = await near.get('points.statement', { communityId });
    expect(statement.balance).toBe(before + 20);
    expect(await trust()).toMatchObject({ open: 0, broken: 1, madeGood: 1, percent: 100 });
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('owes nothing that its points could not have paid, nor what nobody could have reached in time', async () => {
    const { member, owner, town, plan, checkIn, waiting } = await openPlan({ pointsBudget: 24, pointsPerDay: 5 });
    const anna = await member('anna');
    await checkIn([anna], 4);
    await owner.get('campaign.end', plan);
    town.wait(MINUTE_MS);
    await town.runTimer();
    expect(await waiting()).toEqual([]);
    const late = await openPlan();
    late.town.goToDay('2026-03-27');
    const ben = await late.member('ben');
    await late.checkIn([ben], 4);
    await late.owner.get('campaign.end', late.plan);
    late.town.wait(MINUTE_MS);
    await late.town.runTimer();
    expect(await late.waiting()).toEqual([]);
  });

  test('goes through more members than one look takes, each once', async () => {
    const { member, owner, town, plan, checkIn, waiting, communityId } = await openPlan();
    const people = await Promise.all(Array.from({ length: 60 }, (_, n) => member(`person ${n}`)));
    await checkIn(people, 4);
    await owner.get('campaign.end', plan);
    for (let look = 0; look < 4; look += 1) {
      town.wait(15 * MINUTE_MS);
      await town.runTimer();
    }
    town.nextDay();
    await town.runTimer();
    expect(await waiting()).toHaveLength(30);
    expect((await owner.get('promise.open', { communityId })).total).toBe(60);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('is shown before who relies on it, masked', async () => {
    const { member, owner, plan, checkIn, communityId } = await openPlan();
    const [near, far] = [await member('near'), await member('far')];
    await near.get('membership.showName', { communityId, nickname: '小林' });
    await checkIn([near], 4);
    await checkIn([near, far], 1);
    const { holders, total } = await owner.get('promise.holders', { ...plan, part: 'members' });
    expect(total).toBe(2);
    expect(holders).toMatchObject([
      { person: { name: null }, streakDays: 5, owed: { days: 7, points: 20 } },
      { person: { name: null }, streakDays: 1, owed: null },
    ]);
  });
});

describe('who holds what', () => {
  test('is every coupon that is unused and has not run out, the first to run out first', async () => {
    const { town, owner, anna, redeem, publish, communityId, campaignId, member, coupon } = await openCounter();
    const holders = async () => (await owner.get('promise.holders', { communityId, campaignId, part: 'coupons' })).holders;
    const ben = await member('ben');
    await ben.get('coupon.claim', { communityId, campaignId });
    expect(await holders()).toHaveLength(2);
    await redeem();
    expect(await holders()).toMatchObject([{ person: { memberId: ben.memberIdIn(communityId) }, untilOn: expect.any(String) }]);
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    expect(await holders()).toHaveLength(2);
    expect((await anna.get('coupon.wallet', { communityId })).tickets[0]).toMatchObject({ state: 'usable' });
    await publish({ type: 'checkin_plan' });
    town.goToDay('2026-06-30');
    expect(await holders()).toEqual([]);
  });

  test('is every friend who has joined and not acted', async () => {
    const { anna, bring, owner, invites } = await openInvites();
    await bring(anna, 'friend');
    const { holders } = await owner.get('promise.holders', { ...invites, part: 'invites' });
    expect(holders).toMatchObject([{ person: { name: null }, friend: { name: null } }]);
  });
});

describe('a coupon that cannot be honoured', () => {
  test('is reported once by the clerk, stays valid and on the card, and is settled by words that are kept', async () => {
    const { town, owner, anna, cashier, communityId, campaignId } = await openCounter();
    const memberId = anna.memberIdIn(communityId);
    const report = { communityId, campaignId, memberId, kind: 'coupon', n: 1, words: '苹果卖完了' } as const;
    expect(await cashier.code('promise.report', { ...report, n: 2 })).toBe('not_found');
    expect(await cashier.code('promise.report', { ...report, words: '来抽奖吧' })).toBe('content_refused');
    await Promise.all([cashier.get('promise.report', report), owner.get('promise.report', report)]);
    const { promises, total } = await owner.get('promise.open', { communityId });
    expect(total).toBe(1);
    expect(promises).toMatchObject([{ kind: 'coupon', about: 'coupon-1', owed: { kind: 'words', words: '苹果卖完了' } }]);
    expect((await anna.get('coupon.wallet', { communityId })).tickets[0]).toMatchObject({ state: 'usable' });
    const key = { communityId, campaignId, memberId, about: 'coupon-1' };
    expect(await owner.code('promise.settle', key)).toBe('words_needed');
    expect(await owner.get('promise.settle', { ...key, words: '当面补了一袋苹果' })).toEqual({ coupons: 0, points: 0, useUntilOn: null });
    expect((await owner.get('promise.open', { communityId })).total).toBe(0);
    expect(await anna.get('promise.trust', { communityId })).toMatchObject({ kept: 2, broken: 1, madeGood: 1, open: 0, percent: 100 });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('a complaint', () => {
  test('is open, then answered, then made good; only its member and the owner read it; one at a time', async () => {
    const { town, owner, anna, communityId, campaignId, ticket } = await openCounter();
    const complaint = { communityId, campaignId, couponId: ticket.couponId, reason: 'refused_at_counter', text: '店员说不能用' } as const;
    expect(await anna.code('promise.complain', { ...complaint, text: '加微信领红包' })).toBe('content_refused');
    const codes = await Promise.all([anna.code('promise.complain', complaint), anna.code('promise.complain', complaint)]);
    expect(codes.sort()).toEqual(['complaint_open', 'ok']);
    expect(await anna.code('promise.complain', { ...complaint, couponId: 'nothing' })).toBe('not_found');
    const open = await owner.get('promise.complaints', { communityId, state: 'open' });
    expect(open.complaints).toMatchObject([{ text: '店员说不能用', reason: 'refused_at_counter', person: { name: null }, answer: null }]);
    expect((await owner.get('analytics.days', { communityId })).complaints).toBe(1);
    const key = { communityId, campaignId, memberId: anna.memberIdIn(communityId), n: 1 };
    await owner.get('promise.answer', { ...key, text: '已经和店员说好', settled: false });
    const mine = async () => (await anna.get('promise.complaintsOfMine', { communityId })).complaints[0];
    expect(await mine()).toMatchObject({ state: 'answered', answer: { text: '已经和店员说好' } });
    await owner.get('promise.answer', { ...key, text: '今天补给您了', settled: true });
    expect(await mine()).toMatchObject({ state: 'settled', answer: { text: '今天补给您了' } });
    expect(await owner.code('promise.answer', { ...key, text: '再说一句', settled: false })).toBe('already_settled');
    expect(await anna.get('promise.trust', { communityId })).toMatchObject({ complaints: { open: 0, all: 1 } });
    expect(JSON.stringify(await journalsOf(town.store, communityId))).not.toContain('店员说不能用');
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('keeps its reason and its answer and loses its words when its member leaves for good, who has written nothing else', async () => {
    const { town, owner, anna, communityId, campaignId } = await openCounter();
    const memberId = anna.memberIdIn(communityId);
    await anna.get('promise.complain', { communityId, campaignId, reason: 'differs', text: '分量比图上少一半' });
    await owner.get('promise.answer', { communityId, campaignId, memberId, n: 1, text: '下次请当面说', settled: false });
    town.wait(1);
    await anna.get('membership.erase', { communityId });
    const { complaints } = await owner.get('promise.complaints', { communityId, state: 'answered' });
    expect(complaints).toMatchObject([{ reason: 'differs', text: '', answer: { text: '下次请当面说' } }]);
    const left = await town.store.list('entry.byMember', communityId, { prefix: [memberId], order: 'ascending' }, 10);
    expect(left.documents).toEqual([]);
    const { lines } = await owner.get('promise.archive', { communityId });
    expect(lines.filter(({ record }) => record === 'complaint').map(({ reason }) => reason)).toEqual(['differs', 'answered']);
    expect(JSON.stringify(lines)).not.toContain('分量比图上少一半');
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

async function journalsOf(store: Awaited<ReturnType<typeof openCounter>>['town']['store'], communityId: string) {
  const page = await store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
  return page.documents as unknown as readonly JournalDocument[];
}

describe('every reward', () => {
  test('names its campaign, the version of its rules and its reason, and the journal the version of the system’s', async () => {
    const { town, anna, owner, bring, invites, tap, communityId } = await openInvites();
    const paid = await bring(anna, 'paid');
    const friend = await bring(anna, 'friend');
    await paid.get('checkin.checkIn', tap);
    await owner.get('campaign.end', invites);
    town.wait(MINUTE_MS);
    await town.runTimer();
    const about = { memberId: anna.memberIdIn(communityId), about: friend.memberIdIn(communityId) };
    await owner.get('promise.settle', { ...invites, ...about });
    const journals = await journalsOf(town.store, communityId);
    const rewards = journals.flatMap((journal) =>
      journal.events.flatMap((event) =>
        // Whatever gives something names a member and a reason: kinds that come later are held to the same.
        event.kind.endsWith('_granted') || event.kind.endsWith('_issued')
          ? [{ event: event as unknown as Record<string, unknown>, journal }]
          : [],
      ),
    );
    expect(rewards.length).toBeGreaterThan(4);
    for (const { event, journal } of rewards) {
      const terms = event['terms'] as { readonly version?: number } | undefined;
      expect(event['campaignId'], journal.id).toEqual(expect.any(String));
      expect(event['version'] ?? terms?.version, journal.id).toBeGreaterThan(0);
      expect(event['reason'], journal.id).toEqual(expect.any(String));
      expect(journal.rules, journal.id).toBeGreaterThan(0);
    }
  });
});

describe('the archive', () => {
  test('holds every version of the rules, notices, recipients, redemptions and promises, and no name', async () => {
    const { owner, anna, cashier, redeem, communityId, campaignId } = await openCounter();
    await anna.get('membership.showName', { communityId, nickname: '小林同学' });
    const drop = { communityId, campaignId };
    await owner.get('campaign.post', drop);
    const { draft } = await owner.get('campaign.preview', drop);
    const better: InputOf<'campaign.improve'>['draft'] = { ...draft, title: '更好的券' };
    await owner.get('campaign.improve', { ...drop, draft: better });
    await redeem();
    await cashier.get('promise.report', { ...drop, memberId: anna.memberIdIn(communityId), kind: 'prize', n: 1, words: '没有到货' });
    const lines: ValueOf<'promise.archive'>['lines'] = [];
    let cursor: string | null | undefined;
    do {
      const page = await owner.get('promise.archive', { communityId, ...(cursor ? { cursor } : {}) });
      lines.push(...page.lines);
      cursor = page.cursor;
    } while (cursor !== null);
    const of = (record: string) => lines.filter((line) => line.record === record && line.campaignId === campaignId);
    expect(of('rules').map(({ reason, version }) => `${reason} ${version}`)).toEqual(['draft null', 'published 1', 'improved 2']);
    expect(of('rules')[2]?.data).toMatchObject({ draft: { title: '更好的券' }, changes: [{ path: 'title' }] });
    expect(of('notice')).toHaveLength(1);
    expect(of('recipient')).toMatchObject([{ memberId: anna.memberIdIn(communityId), version: 1, reason: 'claim' }]);
    expect(of('redemption')).toMatchObject([{ reason: 'redeemed', data: { payFen: expect.any(Number) } }]);
    expect(of('promise')).toMatchObject([{ reason: 'not_honoured' }]);
    expect(JSON.stringify(lines)).not.toContain('小林同学');
    expect(await anna.code('promise.archive', { communityId })).toBe('owner_only');
  });
});
