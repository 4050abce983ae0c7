// The laws of campaign types, run on every registered type: a new type is held to them by being in the list.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActionName, contract } from '#core/contract';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { CampaignType, CommonFacts, StockLeft, Trigger, TriggerFacts, TypeDecision } from '#core/rules/campaign/define-type';
import { countsIn, openParameters, parameterProblems, type Row } from '#core/rules/campaign/parameters';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { makeUpDay, markDay } from '#core/rules/checkin/record';
import { piecesOf, sumOf } from '#core/rules/coupon/benefit';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { worthOf } from '#core/rules/coupon/worth';
import { tierCodes } from '#core/rules/membership/tier-code';
import type { CheckinRecord } from '#core/tables';
import { addDays } from '#core/values/day';
import { fen } from '#core/values/fen';
import { DAY_MS } from '#core/values/instant';
import { points } from '#core/values/points';
import { readWeekdays } from '#core/values/weekdays';
import { anyDay, anyDraft, draftWindow as window, writtenDefaults } from '../../support/any-draft';

/** The action that a trigger belongs to: what a type refuses with, that action must have declared. */
const actionOf = {
  check_in: 'checkin.checkIn',
  claim: 'coupon.claim',
  friend_first_action: 'checkin.checkIn',
  exchange: 'points.exchange',
  select: 'trial.apply',
} as const satisfies Partial<Record<Trigger, ActionName>>;

/** Days that were checked in, and some that were made up or fell on rest days, in any order. */
const anyRecord = fc
  .record({
    marks: fc.uniqueArray(fc.tuple(fc.nat({ max: 40 }), fc.boolean()), { minLength: 1, maxLength: 30, selector: ([offset]) => offset }),
    rest: fc.constantFrom(0, 1 << 6, (1 << 5) | (1 << 6)),
    last: fc.integer({ min: 41, max: 50 }),
  })
  .map(({ marks, rest, last }) => {
    const card = { source: 'monthly', month: '2026-03' } as const;
    const record = marks.reduce<CheckinRecord | undefined>((before, [offset, own]) => {
      const on = addDays(window.startsOn, offset);
      return own ? markDay(before, on, rest) : makeUpDay(before, on, card, rest);
    }, undefined);
    return markDay(record, addDays(window.startsOn, last), rest);
  });
const anyPaid = fc.record({ streak: fc.subarray([1, 2, 3, 5, 7, 21]), total: fc.subarray([1, 2, 3, 5, 7, 21]) });
const anyCount = fc.option(fc.record({ total: fc.nat({ max: 25 }), on: anyDay, today: fc.nat({ max: 5 }) }), { nil: undefined });
const anyTrigger: { readonly [T in Trigger]: fc.Arbitrary<TriggerFacts[T]> } = {
  check_in: fc
    .record({ record: anyRecord, paid: anyPaid, rewardedDays: fc.integer({ min: 1, max: 90 }), graduated: fc.boolean() })
    .map(({ record, paid, rewardedDays, graduated }) => ({
      record: { ...record, paid: { [window.startsOn]: paid }, rewardedDays, graduatedOn: graduated ? window.startsOn : null },
    })),
  claim: fc.record({
    claimed: anyCount,
    quantity: fc.integer({ min: 1, max: 25 }),
    tier: fc.constantFrom(...tierCodes).map((tier) => () => tier),
  }),
  first_action: fc.constant({}),
  exchange: fc.record({ balance: fc.nat({ max: 2_000_000 }).map(points), held: fc.nat({ max: 25 }) }),
  season_close: fc.record({ place: fc.integer({ min: 1, max: 60 }) }),
  friend_first_action: fc.record({
    openedAt: fc.integer({ min: 0, max: 40 * DAY_MS }),
    at: fc.integer({ min: 0, max: 40 * DAY_MS }),
    invites: anyCount,
  }),
  answer: fc.record({ chosen: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }) }),
  select: fc.constant({}),
  none: fc.constant({}),
};
const anyLeft = fc.oneof(
  fc.record({ coupons: fc.nat({ max: 3 }), points: fc.nat({ max: 30 }).map(points), goods: fc.nat({ max: 3 }) }),
  fc.record({ coupons: fc.nat({ max: 1_000 }), points: fc.nat({ max: 1_000_000 }).map(points), goods: fc.nat({ max: 1_000 }) }),
);

function anyCase(type: CampaignType) {
  const common = fc.record({ left: anyLeft, on: anyDay, version: fc.integer({ min: 1, max: 9 }) });
  return fc.record({ draft: anyDraft(type), common, own: anyTrigger[type.trigger] as fc.Arbitrary<object> });
}

type Case = ReturnType<typeof anyCase> extends fc.Arbitrary<infer One> ? One : never;

function decide(type: CampaignType, { draft, common, own }: Case): TypeDecision {
  const facts: CommonFacts & object = { draft, ...common, ...own };
  return type.decide(draft.parameters as never, facts as never);
}

/** A copy that nobody can change; what is asked for, such as a tier, stays the same function. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozen)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozen(inner)]));
  return Object.freeze(copy) as Value;
}

function givenBy(decision: TypeDecision): Required<StockLeft> {
  const grants = decision.kind === 'give' ? decision.grants : [];
  const given = grants.reduce((sum, grant) => sum + (grant.kind === 'points' ? grant.points : 0), 0);
  const coupons = grants.reduce((sum, grant) => sum + (grant.kind === 'coupon' ? piecesOf(grant.terms.benefit) : 0), 0);
  return { coupons, points: points(given), goods: grants.filter(({ kind }) => kind === 'goods').length };
}

/** Something comes off an order that is large enough, or something is handed over. */
function isWorthSomething({ benefit, thresholdFen }: CouponTerms): boolean {
  if (benefit.kind === 'gift' || benefit.kind === 'service') return benefit.item !== '';
  return sumOf({ benefit }, fen(Math.max(100, thresholdFen))).offFen > 0;
}

/** Every number and text that stands somewhere in the data of some lines. */
function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

/** How often each of some leaves occurs. */
function countsOf(leaves: readonly unknown[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const leaf of leaves) counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
  return counts;
}

const termsFacts = { organiser: '店家', contact: '010-5555 0101', zone: 'Asia/Shanghai', dayStartsMinutes: 0, groupLabel: null };

describe.each(campaignTypeCodes)('a campaign of type %s', (code) => {
  const type = campaignTypes[code];

  test('has the code under which it is registered', () => {
    expect(type.code).toBe(code);
  });

  test('is pure: frozen facts give the same answer twice', () => {
    fc.assert(
      fc.property(anyCase(type), (one) => {
        const still = frozen(one);
        const values = still.draft.parameters as never;
        expect(decide(type, still)).toEqual(decide(type, still));
        expect(decide(type, one)).toEqual(decide(type, still));
        expect(type.terms(values, frozen(termsFacts))).toEqual(type.terms(values, termsFacts));
        expect(type.reserve(values, still.draft)).toEqual(type.reserve(values, still.draft));
        expect(type.check(still.draft, values)).toEqual([]);
      }),
    );
  });

  test('never gives more than is left, and never less than nothing', () => {
    fc.assert(
      fc.property(anyCase(type), (one) => {
        const decision = decide(type, one);
        const given = givenBy(decision);
        expect(given.coupons).toBeLessThanOrEqual(one.common.left.coupons);
        expect(given.points).toBeLessThanOrEqual(one.common.left.points);
        expect(given.goods).toBeLessThanOrEqual(one.common.left.goods);
        if (decision.kind !== 'give') return;
        for (const grant of decision.grants) {
          if (grant.kind === 'points') expect(grant.points).toBeGreaterThan(0);
          else if (grant.kind === 'coupon') {
            expect(isWorthSomething(grant.terms)).toBe(true);
            // Whoever is given it on a day of the campaign can use it to the end of that day at least.
            const { useFromOn, useUntilOn } = grant.terms;
            if (one.common.on <= window.endsOn) expect(useUntilOn >= one.common.on && useUntilOn >= useFromOn).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives no coupon that can cost more than the dearest that it declares', () => {
    fc.assert(
      fc.property(anyCase(type), (one) => {
        const decision = decide(type, one);
        const dearest = type.dearestCoupon(one.draft.parameters as never);
        if (decision.kind !== 'give') return;
        for (const grant of decision.grants) {
          if (grant.kind !== 'coupon') continue;
          expect(worthOf(grant.terms).fen).toBeLessThanOrEqual(dearest.fen * piecesOf(grant.terms.benefit));
          expect(worthOf(grant.terms).goods).toBeLessThanOrEqual(dearest.goods);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives in any sequence of moments no more than it has reserved', () => {
    const several = anyDraft(type).chain((draft) =>
      fc.record({
        draft: fc.constant(draft),
        moments: fc.array(anyTrigger[type.trigger] as fc.Arbitrary<object>, { maxLength: 40 }),
        on: anyDay,
      }),
    );
    fc.assert(
      fc.property(several, ({ draft, moments, on }) => {
        const reserve = type.reserve(draft.parameters as never, draft);
        let { coupons, points: pointsLeft, goods = 0 } = reserve;
        for (const own of moments) {
          const left = { coupons, points: points(pointsLeft), goods };
          const given = givenBy(decide(type, { draft, common: { left, on, version: 1 }, own }));
          coupons -= given.coupons;
          goods -= given.goods;
          pointsLeft = points(pointsLeft - given.points);
        }
        expect(coupons).toBeGreaterThanOrEqual(0);
        expect(goods).toBeGreaterThanOrEqual(0);
        expect(pointsLeft).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('can be published as it begins once its texts are written, and its parameters survive the wire', () => {
    const parameters = writtenDefaults(type);
    const draft: CampaignDraft = { type: code, title: '活动', summary: '', ...window, groupId: null, parameters };
    expect(parameterProblems(type.parameters, parameters)).toEqual([]);
    expect(type.check(draft, parameters as never)).toEqual([]);
    expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters);
    const reserve = type.reserve(parameters as never, window);
    // A type that gives something sets something aside; one that never gives sets nothing aside.
    expect(reserve.coupons + reserve.points + (reserve.goods ?? 0) > 0).toBe(type.trigger !== 'none');
  });

  test('refuses only with what its action has declared', () => {
    const action = (actionOf as Partial<Record<Trigger, ActionName>>)[type.trigger];
    const declared: readonly string[] = action === undefined ? [] : contract[action].refusals;
    fc.assert(
      fc.property(anyCase(type), (one) => {
        const decision = decide(type, one);
        if (decision.kind === 'refuse') expect(declared).toContain(decision.refusal.code);
        if (decision.kind === 'refuse_invite') expect(type.trigger).toBe('friend_first_action');
      }),
    );
  });

  test('that never gives decides nothing', () => {
    if (type.trigger !== 'none') return;
    fc.assert(
      fc.property(anyCase(type), (one) => {
        expect(decide(type, one)).toEqual({ kind: 'give', grants: [], budgetGone: false });
      }),
    );
  });

  test('keeps to the owner what is secret: it is in no parameter that travels', () => {
    fc.assert(
      fc.property(anyDraft(type), ({ parameters }) => {
        const open = openParameters(type.parameters, parameters);
        for (const [name, declaration] of Object.entries(type.parameters)) {
          if (declaration.kind !== 'rows') continue;
          const shown = Object.keys(declaration.columns).filter((column) => declaration.columns[column]?.secret !== true);
          const kept = (parameters[name] as readonly Row[]).map((row) => Object.fromEntries(shown.map((column) => [column, row[column]])));
          expect(open[name]).toEqual(kept);
        }
      }),
    );
  });

  test('says every parameter in its terms', () => {
    fc.assert(
      fc.property(anyDraft(type), (draft) => {
        // A switch or a choice says how a campaign is run: what it promises stands in the parameters that hang on it.
        const promised = Object.entries(draft.parameters).filter(([name]) => {
          const kind = type.parameters[name]?.kind;
          const isPromise = kind !== 'switch' && kind !== 'choice' && type.parameters[name]?.content !== true;
          return isPromise && countsIn(name, type.parameters, draft.parameters);
        });
        // As often as it is promised: so no number can pass for another that happens to be the same.
        const said = countsOf(type.terms(draft.parameters as never, termsFacts).flatMap(({ data }) => leavesOf(data)));
        for (const [leaf, times] of countsOf(
          promised.flatMap(([name, value]) => leavesOf(type.parameters[name]?.kind === 'weekdays' ? readWeekdays(value) : value)),
        )) {
          expect(said.get(leaf) ?? 0, String(leaf)).toBeGreaterThanOrEqual(times);
        }
      }),
    );
  });

  test('says nowhere in its terms what is secret', () => {
    fc.assert(
      fc.property(anyDraft(type), (draft) => {
        const said = JSON.stringify(type.terms(draft.parameters as never, termsFacts));
        for (const [name, declaration] of Object.entries(type.parameters)) {
          if (declaration.kind !== 'rows') continue;
          const secret = Object.keys(declaration.columns).filter((column) => declaration.columns[column]?.secret === true);
          const cells = (draft.parameters[name] as readonly Row[]).flatMap((row) => secret.map((column) => row[column]));
          for (const cell of cells) if (typeof cell === 'string') expect(said).not.toContain(JSON.stringify(cell));
        }
      }),
    );
  });
});
