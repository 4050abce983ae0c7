// What is read of promises page by page, and what it says: versions of the rules, who holds what, my complaints, and when a campaign begins.
import { describe, expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { stageOf } from '#app/features/campaign/campaign-parts';
import { createHolders, createMyComplaints, createVersions } from '#app/features/promise/create-promise-lists';
import { en } from '#app/i18n/en';
import { sayChange, sayImprovement } from '#app/i18n/say-change';
import { zhCn } from '#app/i18n/zh-cn';
import { good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const campaign = { communityId: 'c1', campaignId: 'k1' };

function callerOf(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport(script);
  return { caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }), sent: transport.sent };
}

describe('a list of promises', () => {
  test('of versions begins with the newest and goes on where it ended', async () => {
    const { caller, sent } = callerOf({
      'campaign.versions': [
        good({ versions: [{ version: 3 }, { version: 2 }], cursor: 'p2' }),
        good({ versions: [{ version: 1 }], cursor: null }),
      ],
    });
    const versions = createVersions(caller, campaign);
    await versions.refresh();
    await versions.more();
    expect(versions.store.getState()).toMatchObject({ items: [{ version: 3 }, { version: 2 }, { version: 1 }], cursor: null });
    expect(sent.map(({ input }) => input)).toEqual([campaign, { ...campaign, cursor: 'p2' }]);
  });

  test('of holders is of one part, and a page that fails leaves those that are there', async () => {
    const { caller, sent } = callerOf({
      'promise.holders': [good({ holders: [{ untilOn: '2026-03-09' }], total: null, cursor: 'p2' }), no('co_owner_only', {})],
    });
    const holders = createHolders(caller, campaign, 'coupons');
    await holders.refresh();
    await holders.more();
    expect(holders.store.getState()).toMatchObject({ items: [{ untilOn: '2026-03-09' }], no: { code: 'co_owner_only' }, cursor: 'p2' });
    expect(sent[0]?.input).toEqual({ ...campaign, part: 'coupons' });
  });

  test('of my complaints may be empty', async () => {
    const { caller } = callerOf({ 'promise.complaintsOfMine': [good({ complaints: [], cursor: null })] });
    const complaints = createMyComplaints(caller, 'c1');
    await complaints.refresh();
    expect(complaints.store.getState()).toMatchObject({ items: [], no: null });
    expect(complaints.store.getState().at).not.toBeNull();
  });
});

describe('what an improvement changed is said', () => {
  const change = (path: string, kind: string, before: unknown, after: unknown) => ({ path, kind, before, after });

  test('field by field in one line, in both languages', () => {
    const changes = [change('endsOn', 'day', '2026-03-20', '2026-03-22'), change('stock', 'count', 100, 120)];
    const version = { type: 'coupon_drop', version: 3, at: 0, title: '', startsOn: '', endsOn: '', changes } as const;
    expect(sayImprovement(zhCn, { ...version, changes })).toBe(
      '规则第 3 版，比第 2 版：结束日从 2026年3月20日 改为 2026年3月22日，总张数从 100 张 改为 120 张。',
    );
    expect(sayImprovement(en, { ...version, changes })).toMatch(
      /^Rules, version 3\. Since version 2: Last day from .+ to .+, .+ from 100.* to 120.*\.$/,
    );
    const ofDay = change('perMemberDayMax', 'count', 2, 0);
    expect(sayChange(zhCn, 'coupon_drop', ofDay)).toBe('每人每天最多领从 2 张 改为 不限');
    expect(sayImprovement(zhCn, { ...version, changes: [] })).toBeNull();
    expect(sayImprovement(zhCn, null)).toBeNull();
  });

  test('a table by its numbers, a text as reworded, more people as more people, and what is new from nothing', () => {
    const before = [{ days: 3, points: 10 }];
    const ladder = sayChange(zhCn, 'checkin_plan', change('milestones', 'rows', before, [...before, { days: 7, points: 30 }]));
    expect(ladder).toContain('从 3 天 10 积分 改为');
    expect(ladder).toContain('7 天 30 积分');
    expect(sayChange(zhCn, 'coupon_drop', change('title', 'text', '旧', '新'))).toBe('标题改了写法');
    expect(sayChange(zhCn, 'coupon_drop', change('groupId', 'group', 'g1', null))).toBe('参与的人更多了');
    expect(sayChange(zhCn, 'poll', change('changeable', 'switch', 0, 1))).toMatch(/从 关闭 改为 开启$/);
    expect(sayChange(zhCn, 'coupon_drop', change('unheardOf', 'count', null, 5))).toBe('unheardOf从 没有 改为 5');
  });
});

test('a campaign that is published ahead of its first day is scheduled until that day comes', () => {
  const card = { state: 'live', startsOn: '2026-03-09' } as const;
  expect(stageOf(card, '2026-03-08')).toBe('scheduled');
  expect(stageOf(card, '2026-03-09')).toBe('live');
  expect(stageOf({ ...card, state: 'draft' }, '2026-03-08')).toBe('draft');
  expect(stageOf({ ...card, state: 'ended' }, '2026-03-08')).toBe('ended');
  expect(zhCn.owner.shared.starts(zhCn.formats.day(card.startsOn))).toBe('未开始，3月9日开始');
});
