// The owner's people on the phone: a walk that another replaces, an order, a table, a story from three lists, and what needs a look now.
import { describe, expect, test } from 'vitest';
import { needsNow } from '#app/features/analytics/needs-now';
import { rankSharers } from '#app/features/analytics/rank-sharers';
import { createCaller } from '#app/features/call';
import { createPeople, inOrder, type MemberRow } from '#app/features/membership/create-people';
import type { StoryLine } from '#app/features/membership/create-story';
import { foldStory } from '#app/features/membership/fold-story';
import { peopleTable } from '#app/features/membership/people-file';
import { withOwnersWords } from '#app/i18n/owners-words';
import { zhCn } from '#app/i18n/zh-cn';
import { good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function row(memberId: string, given: Partial<MemberRow> = {}): MemberRow {
  const person = { memberId, name: null, tag: memberId.toUpperCase(), avatar: null };
  return { person, role: 'member', tier: 'user', tags: [], joinedAt: 0, points: 0, streakDays: 0, lastSeenOn: null, ...given };
}

function peopleWith(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport(script);
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  return { people: createPeople(caller, () => ({ communityId: 'c1' })), sent: transport.sent };
}

const page = (rows: readonly MemberRow[], cursor: string | null) => good({ members: rows, lookedAt: 200, total: 300, cursor });

describe('looking for people', () => {
  test('goes on until everybody has been looked at, and says how far it is', async () => {
    const { people, sent } = peopleWith({ 'community.members': [page([row('a')], 'on'), page([row('b')], null)] });
    await people.found.begin({ words: '安' });
    expect(people.found.store.getState()).toMatchObject({ of: '{"words":"安"}', lookedAt: 400, total: 300, busy: false, no: null });
    expect(people.found.store.getState().rows.map(({ person }) => person.memberId)).toEqual(['a', 'b']);
    expect(sent.map(({ input }) => (input as { cursor?: string }).cursor)).toEqual([undefined, 'on']);
  });

  test('that is given up adds nothing any more', async () => {
    const { people } = peopleWith({ 'community.members': [page([row('a')], 'on'), page([row('b')], null)] });
    const walking = people.file.begin({});
    people.file.clear();
    await walking;
    expect(people.file.store.getState()).toMatchObject({ of: null, rows: [], busy: false });
  });

  test('says why it stopped', async () => {
    const { people } = peopleWith({ 'community.members': [page([row('a')], 'on'), no('try_again', { reference: 'r' })] });
    await people.found.begin({});
    expect(people.found.store.getState()).toMatchObject({ busy: false, no: { code: 'try_again' } });
  });

  test('puts them in order, and keeps the order of those who are alike', () => {
    const rows = [
      row('a', { points: 5 }),
      row('b', { points: 9, lastSeenOn: '2026-03-02' }),
      row('c', { points: 5, lastSeenOn: '2026-03-03' }),
    ];
    const ids = (order: 'joined' | 'seen' | 'points') => inOrder(rows, order).map(({ person }) => person.memberId);
    expect(ids('joined')).toEqual(['a', 'b', 'c']);
    expect(ids('points')).toEqual(['b', 'a', 'c']);
    expect(ids('seen')).toEqual(['c', 'b', 'a']);
  });
});

test('a list as a table has what the owner sees, no name that is not shown, and no formula', () => {
  const named = row('anna', {
    person: { memberId: 'anna', name: '=安,娜', tag: 'ANNA', avatar: null },
    tags: ['t1'],
    points: 12,
    lastSeenOn: '2026-03-02',
  });
  const table = peopleTable(withOwnersWords(zhCn), [named, row('bob')], { tags: [{ tagId: 't1', name: '老客' }], zone: 'Asia/Shanghai' });
  expect(table.split('\r\n')).toEqual([
    '\uFEFF编号,名字,身份,等级,标签,加入日期,最近来过,积分,连续打卡天数',
    `ANNA,"'=安,娜",成员,用户,老客,1970-01-01,2026-03-02,12,0`,
    'BOB,,成员,用户,,1970-01-01,,0,0',
    '',
  ]);
});

function line(key: string, at: number, given: Partial<StoryLine> = {}): StoryLine {
  const nothing = { campaignId: '', title: '', rewards: [], tier: null, coupon: null };
  return { key, at, on: `2026-03-${String(at).padStart(2, '0')}`, deed: 'checked_in', ...nothing, ...given };
}

const part = (lines: readonly StoryLine[], cursor: string | null = null) => good({ who: null, lines, cursor });
const who = good({ who: { tags: [] }, lines: [], cursor: null });

describe('a story', () => {
  test('puts three lists in order, and shows nothing before which something may be missing', async () => {
    const { people, sent } = peopleWith({
      'membership.story': [
        who,
        part([line('redeemed', 28), line('got', 1)]),
        part([line('d30', 30), line('d20', 20)], 'more deeds'),
        part([line('g25', 25), line('g10', 10)]),
        part([line('d5', 5)]),
      ],
    });
    const story = people.storyOf('c1', 'm1');
    await story.refresh();
    const keys = () => story.store.getState().items.map(({ key }) => key);
    expect(keys()).toEqual(['d30', 'redeemed', 'g25']);
    await story.more();
    expect(keys()).toEqual(['d30', 'redeemed', 'g25', 'd20', 'g10', 'd5', 'got']);
    expect(story.store.getState().cursor).toBeNull();
    expect(sent.map(({ input }) => (input as { part: string }).part)).toEqual(['who', 'coupons', 'deeds', 'given', 'deeds']);
  });

  test('of nobody says so', async () => {
    const { people } = peopleWith({ 'membership.story': [no('not_found', { what: 'member' })] });
    const story = people.storyOf('c1', 'm1');
    await story.refresh();
    expect(story.store.getState()).toMatchObject({ items: [], no: { code: 'not_found' } });
  });

  test('folds check-ins of a plan up to whatever else was done, and adds what they brought', () => {
    const rewards = [{ points: 5, reason: 'check_in' as const, campaignId: 'p', title: '打卡', version: 1 }];
    const plan = { campaignId: 'p', rewards };
    const told = foldStory([
      line('9', 9, plan),
      line('8b', 8, { campaignId: 'q' }),
      line('8', 8, plan),
      line('7', 7, { deed: 'joined' }),
      line('6', 6, plan),
    ]);
    expect(told.map(({ line: { key }, days, fromOn }) => [key, days, fromOn])).toEqual([
      ['9', 2, '2026-03-08'],
      ['8b', 1, '2026-03-08'],
      ['7', 1, '2026-03-07'],
      ['6', 1, '2026-03-06'],
    ]);
    expect(told[0]?.rewards).toEqual([{ ...rewards[0], points: 10 }]);
  });
});

test('those who brought friends stand by what became of the friends; who is alike shares a place, whose friends have left has none', () => {
  const sharer = (memberId: string, joined: number, active: number, used: number) => ({ memberId, came: joined, joined, active, used });
  const ranked = rankSharers([
    sharer('a', 9, 1, 0),
    sharer('b', 3, 2, 1),
    sharer('c', 3, 2, 1),
    sharer('d', 2, 2, 0),
    { ...sharer('gone', 0, 0, 0), came: 4 },
  ]);
  expect(ranked.map(({ memberId, rank }) => [memberId, rank])).toEqual([
    ['b', 1],
    ['c', 1],
    ['d', 3],
    ['a', 4],
  ]);
});

describe('what needs the owner now', () => {
  const campaign = (campaignId: string, given: object) => ({
    card: { campaignId, title: campaignId, state: 'live' },
    low: [],
    gone: [],
    seasonEndsOn: null,
    ...given,
  });
  const today = (campaigns: readonly object[], textsWaiting = 0) => ({ today: '2026-03-08', campaigns, textsWaiting }) as never;
  const quiet = { days: { promises: 0, complaints: 0, waiting: 0 } as never, needs: null, orders: null };

  test('is nothing on a quiet day', () => expect(needsNow({ ...quiet, today: today([campaign('a', {})]) })).toEqual([]));

  test('comes in the order of harm, whatever is known of it so far', () => {
    const draft = (campaignId: string) => campaign(campaignId, { card: { campaignId, title: '草稿', state: 'draft' } });
    const list = needsNow({
      today: today(
        [draft('new'), draft('old'), campaign('prizes', { seasonEndsOn: '2026-03-09' }), campaign('drop', { low: ['coupons'] })],
        2,
      ),
      days: { promises: 1, complaints: 3, waiting: 4 } as never,
      needs: { applicants: 0, reviews: 2, asleep: { people: 200, more: true }, unwelcomed: { people: 1, more: false } },
      orders: { count: 5, more: false },
    });
    expect(list.map(({ kind, count, more, campaign: of }) => [kind, of?.campaignId ?? count, more])).toEqual([
      ['promises', 1, false],
      ['complaints', 3, false],
      ['reviews', 2, false],
      ['low', 'drop', false],
      ['texts', 2, false],
      ['looks', 4, false],
      ['orders', 5, false],
      ['asleep', 200, true],
      ['season', 'prizes', false],
      ['unwelcomed', 1, false],
      ['draft', 'new', false],
    ]);
  });

  test('says of what is gone that it is gone, and not that it soon will be', () => {
    const campaigns = [campaign('few', { low: ['goods'] }), campaign('none', { low: ['coupons', 'goods'], gone: ['coupons'] })];
    const list = needsNow({ ...quiet, today: today(campaigns) });
    expect(list.map(({ kind, campaign: of }) => [kind, of?.campaignId])).toEqual([
      ['gone', 'none'],
      ['low', 'few'],
    ]);
  });

  test('leaves out a season that ends today or later, and what an ended campaign has given', () => {
    const ended = { campaignId: 'x', title: 'x', state: 'ended' };
    const campaigns = [
      campaign('a', { seasonEndsOn: '2026-03-08' }),
      campaign('b', { seasonEndsOn: '2026-03-10' }),
      campaign('c', { card: ended, low: ['points'] }),
    ];
    expect(needsNow({ ...quiet, today: today(campaigns) })).toEqual([]);
  });
});
