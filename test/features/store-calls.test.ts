// Every question to the store is a paid request on CloudBase: how many a view may ask, and what a check-in and a claim see and write.
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, type Contract, contract, type InputOf } from '#core/contract';
import { RUSH_PARTS } from '#core/rules/campaign/stock';
import { type TableDeclaration, tables } from '#core/tables';
import { makeId, tableOf } from '#core/values/ids';
import { type BusyShop, openBusyShop } from '../support/busy-shop';
import type { MeteredDecision } from '../support/meter-store';
import type { Resident } from '../support/town';

const QUESTIONS_MAX = 3;
type ViewAction = { [A in ActionName]: Contract[A]['kind'] extends 'view' ? A : never }[ActionName];

let stage: BusyShop;

beforeAll(async () => {
  stage = await openBusyShop();
});

/** Who looks, and at what; a view of several parts is looked at in each of them. */
type Looks<A extends ViewAction> = (
  stage: BusyShop,
) => readonly (readonly [Resident, InputOf<A>])[] | Promise<readonly (readonly [Resident, InputOf<A>])[]>;

const inShop = ({ shop }: BusyShop) => ({ communityId: shop.communityId });
const at = (now: BusyShop, name: keyof BusyShop['campaigns']) => ({ ...inShop(now), campaignId: now.campaigns[name] });
const asMember: (stage: BusyShop) => [[Resident, { communityId: string }]] = (now) => [[now.anna, inShop(now)]];
const asOwner: (stage: BusyShop) => [[Resident, { communityId: string }]] = (now) => [[now.shop.owner, inShop(now)]];

async function scanned(now: BusyShop): Promise<string> {
  const { code } = await now.anna.get('redemption.code', { ...inShop(now), couponId: now.usable });
  return code.token;
}

const views: { readonly [A in ViewAction]: Looks<A> } = {
  'community.mine': ({ anna, shop }) => [
    [anna, {}],
    [shop.owner, {}],
  ],
  'community.home': (now) => [
    [now.anna, inShop(now)],
    [now.shop.town.person('a stranger'), inShop(now)],
  ],
  'community.groups': asOwner,
  'community.applicants': asOwner,
  'community.members': (now) => [
    [now.shop.owner, inShop(now)],
    [
      now.shop.owner,
      { ...inShop(now), among: { words: '安', role: 'member', started: true, conditions: [{ kind: 'seen_within', amount: 900 }] } },
    ],
  ],
  'membership.story': (now) =>
    (['who', 'deeds', 'coupons', 'given'] as const).map(
      (part) => [now.shop.owner, { ...inShop(now), memberId: now.anna.memberIdIn(now.shop.communityId), part }] as const,
    ),
  'membership.export': (now) =>
    [undefined, 'coupons', 'invites', 'texts', 'journal'].map((cursor) => [
      now.anna,
      cursor === undefined ? inShop(now) : { ...inShop(now), cursor },
    ]),
  'membership.tags': asOwner,
  'membership.segments': asOwner,
  'membership.countSegment': (now) => [[now.shop.owner, { ...inShop(now), conditions: [{ kind: 'joined_within', amount: 900 }] }]],
  'membership.standing': asMember,
  'points.policy': asOwner,
  'points.memberStatement': (now) => [[now.shop.owner, { ...inShop(now), memberId: now.anna.memberIdIn(now.shop.communityId) }]],
  'moderation.queue': asOwner,
  'moderation.texts': asOwner,
  'campaign.types': asOwner,
  'campaign.list': (now) => (['draft', 'ended'] as const).map((state) => [now.shop.owner, { ...inShop(now), state }]),
  'campaign.preview': (now) => [[now.shop.owner, at(now, 'draft')]],
  'forecast.basis': (now) => [[now.shop.owner, at(now, 'draft')]],
  'campaign.open': (now) =>
    [now.campaigns.plan, now.campaigns.rush, now.campaigns.ended].map((campaignId) => [now.anna, { ...inShop(now), campaignId }]),
  'campaign.versions': (now) => [[now.anna, at(now, 'rush')]],
  'audit.replay': async (now) => {
    const looks: [Resident, { communityId: string; memberId?: string; cursor?: string }][] = [[now.anna, inShop(now)]];
    const about = { ...inShop(now), memberId: now.anna.memberIdIn(now.shop.communityId) };
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const input = cursor === undefined ? about : { ...about, cursor };
      looks.push([now.shop.owner, input]);
      ({ cursor } = await now.shop.owner.get('audit.replay', input));
    }
    return looks;
  },
  'campaign.why': (now) => [
    [now.anna, at(now, 'rush')],
    [now.shop.owner, { ...inShop(now), campaignId: now.campaigns.rush, memberId: now.anna.memberIdIn(now.shop.communityId) }],
  ],
  'campaign.glance': (now) => [[now.anna, at(now, 'rush')]],
  'checkin.calendar': (now) => [[now.anna, at(now, 'plan')]],
  'points.statement': asMember,
  'points.myOrders': asMember,
  'points.orders': (now) => [[now.clerk, { ...inShop(now), state: 'ordered' }]],
  'coupon.wallet': asMember,
  'content.results': (now) => [[now.anna, at(now, 'poll')]],
  'content.thread': (now) => [
    [now.anna, at(now, 'topic')],
    [now.anna, at(now, 'talk')],
    [now.clerk, { ...at(now, 'talk'), question: { memberId: now.anna.memberIdIn(now.shop.communityId), slot: 'q1' } }],
  ],
  'trial.reports': (now) => [[now.anna, at(now, 'trial')]],
  'trial.results': (now) => [[now.shop.owner, at(now, 'trial')]],
  'trial.applicants': (now) => [[now.shop.owner, at(now, 'trial')]],
  'redemption.code': (now) => [[now.anna, { ...inShop(now), couponId: now.usable }]],
  'redemption.scan': async (now) => [[now.clerk, { ...inShop(now), code: await scanned(now) }]],
  'redemption.preview': async (now) => {
    const { scanToken } = await now.clerk.get('redemption.scan', { ...inShop(now), code: await scanned(now) });
    return [[now.clerk, { ...inShop(now), scanToken, orderFen: 5_000 }]];
  },
  'redemption.recent': (now) => [[now.clerk, inShop(now)]],
  'redemption.shift': (now) => [
    [now.clerk, inShop(now)],
    [now.shop.owner, { ...inShop(now), on: '2026-03-02' }],
  ],
  'invite.code': (now) => [[now.anna, at(now, 'invites')]],
  'invite.list': asMember,
  'invite.review': (now) => [[now.shop.owner, at(now, 'invites')]],
  'risk.queue': (now) => (['waiting', 'past'] as const).map((part) => [now.shop.owner, { ...inShop(now), part }] as const),
  'risk.review': (now) => [[now.shop.owner, { ...inShop(now), memberId: now.suspect.memberIdIn(now.shop.communityId) }]],
  'risk.mine': (now) => [[now.suspect, inShop(now)]],
  'leaderboard.board': (now) => [[now.anna, { ...inShop(now), kind: 'checkin', period: 'all' }]],
  'leaderboard.settlement': (now) => [[now.shop.owner, at(now, 'prizes')]],
  'leaderboard.last': (now) => [[now.anna, { ...inShop(now), kind: 'checkin', period: 'week' }]],
  'reminder.wallet': asMember,
  'promise.open': asOwner,
  'promise.holders': (now) =>
    (['plan', 'rush', 'invites'] as const).flatMap((name) =>
      (['coupons', 'invites', 'members'] as const).map((part) => [now.shop.owner, { ...at(now, name), part }] as const),
    ),
  'promise.trust': asMember,
  'promise.complaintsOfMine': asMember,
  'promise.complaints': (now) => [[now.shop.owner, { ...inShop(now), state: 'open' }]],
  'promise.archive': asOwner,
  'analytics.today': asOwner,
  'analytics.days': asOwner,
  'analytics.needs': asOwner,
  'analytics.results': asOwner,
};

describe('a view asks the store at most three questions', () => {
  test('and every view of the contract is looked at here', () => {
    const all = (Object.keys(contract) as ActionName[]).filter((action) => contract[action].kind === 'view');
    expect(Object.keys(views).sort()).toEqual(all.sort());
  });

  test.each(Object.keys(views) as ViewAction[])('%s', async (action) => {
    const look: Looks<ViewAction> = views[action];
    for (const [person, input] of await look(stage)) {
      stage.meter.reset();
      await person.get(action, input);
      const questions = stage.meter.questions();
      const said = `${action} ${JSON.stringify(input)} asked:\n  ${questions.join('\n  ')}\n`;
      expect(questions.length, said).toBeLessThanOrEqual(QUESTIONS_MAX);
      expect(questions.length, said).toBeGreaterThan(0);
    }
  });
});

/** The tables of what a decision writes by a kind of write, in order. */
function written({ writes }: MeteredDecision, kind: 'insert' | 'put'): readonly string[] {
  return writes.flatMap((write) => (write.kind === kind ? [tableOf(write.document.id)] : [])).sort();
}

/**
 * What a decision costs on CloudBase (0013): every reading, the start, one list of inserts, each document that is put, each that is only
 * rested on and not shared, the commit. Rows of boards go with the inserts, or with the member.
 */
function requestsOf(decision: MeteredDecision, present: ReadonlySet<string>): number {
  const isShared = (id: string) => (tables as Readonly<Record<string, TableDeclaration>>)[tableOf(id)]?.shared === true;
  const puts = new Set(decision.writes.flatMap((write) => (write.kind === 'put' ? [write.document.id] : [])));
  const touched = [...decision.restedOn].filter((id) => present.has(id) && !puts.has(id) && !isShared(id));
  return 1 + decision.needs + 1 + 1 + puts.size + touched.length + 1;
}

/** The one decision of an action, with what it costs. */
async function decisionOf(action: () => Promise<unknown>): Promise<MeteredDecision & { readonly requests: number }> {
  const { meter } = stage;
  meter.reset();
  await action();
  const [decision, ...others] = meter.decisions();
  if (decision === undefined || others.length > 0) throw new Error('an action is one decision');
  const inserted = new Set(decision.writes.flatMap((write) => (write.kind === 'insert' ? [write.document.id] : [])));
  const found = await meter.store.read([...decision.named]);
  return { ...decision, requests: requestsOf(decision, new Set([...found.keys()].filter((id) => !inserted.has(id)))) };
}

test('a board with nobody but the caller on it asks for no name again', async () => {
  const { meter, shop, clerk, campaigns } = stage;
  shop.town.goToDay('2026-04-01');
  await clerk.get('checkin.checkIn', { ...inShop(stage), campaignId: campaigns.plan });
  meter.reset();
  const board = await clerk.get('leaderboard.board', { ...inShop(stage), kind: 'checkin', period: 'month' });
  expect(board).toMatchObject({ total: 1, mine: { rank: 1, points: 1 } });
  expect(meter.questions()).toHaveLength(2);
});

describe('a decision', () => {
  test('to end a rush asks for all parts at once', async () => {
    const { shop } = stage;
    const campaignId = await shop.publish({ type: 'coupon_drop', endsOn: '2026-05-31', parameters: { rush: 1 } });
    const decision = await decisionOf(() => shop.owner.get('campaign.end', { ...inShop(stage), campaignId }));
    expect(decision.needs).toBe(1);
    expect(decision.writes.filter(({ kind }) => kind === 'remove')).toHaveLength(RUSH_PARTS);
  });

  test('to check in writes the member and the stock, and is six requests', async () => {
    const { anna, shop, campaigns } = stage;
    const decision = await decisionOf(() => anna.get('checkin.checkIn', { ...inShop(stage), campaignId: campaigns.plan }));
    expect(written(decision, 'put')).toEqual(['member', 'stock']);
    expect(written(decision, 'insert')).toEqual(['journal']);
    expect([...decision.restedOn].map(tableOf).sort()).toEqual(['campaign', 'community', 'journal', 'member', 'stock']);
    expect(decision.requests).toBe(6);
    expect(shop.town.lines).toEqual([]);
  });

  test('to claim writes the member and the stock, and is six requests', async () => {
    const { anna, campaigns } = stage;
    const decision = await decisionOf(() => anna.get('coupon.claim', { ...inShop(stage), campaignId: campaigns.drop }));
    expect(written(decision, 'put')).toEqual(['member', 'stock']);
    expect(written(decision, 'insert')).toEqual(['coupon', 'journal']);
    expect(decision.requests).toBe(6);
  });

  test('to claim in a rush writes the member and one part, rests on no other and not on the stock, and is seven requests', async () => {
    const { anna, campaigns } = stage;
    const decision = await decisionOf(() => anna.get('coupon.claim', { ...inShop(stage), campaignId: campaigns.rush }));
    expect(written(decision, 'put')).toEqual(['member', 'stockPart']);
    expect(written(decision, 'insert')).toEqual(['coupon', 'journal']);
    expect([...decision.restedOn].filter((id) => tableOf(id) === 'stockPart')).toHaveLength(1);
    expect(decision.restedOn.has(makeId(inShop(stage).communityId, 'stock', campaigns.rush))).toBe(false);
    expect(decision.requests).toBe(7);
  });
});
