// The laws of improving, run on every registered type: what counts as better takes nothing away, and never sets less aside.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { CampaignType } from '#core/rules/campaign/define-type';
import { betterOf, changesBetween, decideImprove, worsenedPaths } from '#core/rules/campaign/improve';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { addDays } from '#core/values/day';
import { anyDraft, draftWindow } from '../../support/any-draft';
import { aCampaign, aCommunity } from '../../support/documents';

const today = draftWindow.startsOn;

/** Two drafts of one type: any two, and one of which single fields are another's. */
function anyPair(type: CampaignType): fc.Arbitrary<readonly [CampaignDraft, CampaignDraft]> {
  return fc.tuple(anyDraft(type), anyDraft(type), fc.func(fc.boolean())).map(([one, other, takes]) => {
    const parameters = Object.fromEntries(
      Object.entries(one.parameters).map(([name, value]) => [name, takes(name) ? (other.parameters[name] ?? value) : value]),
    );
    return [one, { ...one, parameters }] as const;
  });
}

describe.each(campaignTypeCodes)('improving a campaign of type %s', (code) => {
  const type = campaignTypes[code];

  test('never sets less aside, and cannot be turned round', () => {
    fc.assert(
      fc.property(anyPair(type), ([before, after]) => {
        if (worsenedPaths(before, after, today).length > 0) return;
        const [was, is] = [type.reserve(before.parameters as never, before), type.reserve(after.parameters as never, after)];
        expect(is.coupons).toBeGreaterThanOrEqual(was.coupons);
        expect(is.points).toBeGreaterThanOrEqual(was.points);
        const promised = changesBetween(before, after).filter(({ path }) => type.parameters[path]?.better !== 'any');
        if (promised.length > 0) expect(worsenedPaths(after, before, today).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves what has no direction as it was published', () => {
    fc.assert(
      fc.property(anyPair(type), ([before, after]) => {
        const fixed = changesBetween(before, after).filter(({ path }) => type.parameters[path]?.better === undefined);
        const worse = worsenedPaths(before, after, today);
        for (const { path } of fixed) if (type.parameters[path]?.when === undefined) expect(worse).toContain(path);
      }),
    );
  });

  test('may give it more days unless its type says otherwise, never fewer', () => {
    const campaign = aCampaign(code);
    const facts = { campaign, community: aCommunity(), checked: [], policy: { findings: [], confirmed: [] }, today };
    const { type: _type, ...rest } = campaign;
    const draft: CampaignDraft = { ...rest, type: code };
    const plain = { type: code, title: draft.title, summary: '', startsOn: draft.startsOn, endsOn: draft.endsOn, groupId: null };
    const at = (endsOn: string) => decideImprove({ ...facts, draft: { ...plain, endsOn, parameters: draft.parameters } });
    const sooner = at(addDays(draft.endsOn, -1));
    expect(sooner).toMatchObject({ kind: 'refused', refusal: { code: 'would_worsen', data: { paths: ['endsOn'] } } });
    expect(at(draft.endsOn)).toEqual({ kind: 'done', value: { version: 1, coupons: 0, points: 0 }, events: [] });
  });
});

describe('points that taper', () => {
  const plan = (...taper: readonly (readonly [fromDay: number, points: number])[]) =>
    aCampaign('checkin_plan', {
      parameters: { more: 1, pointsPerDay: 5, taper: taper.map(([fromDay, points]) => ({ fromDay, points })) },
    });
  const worsened = (after: CampaignDraft) => worsenedPaths(plan([10, 3], [20, 1]), after, today);

  test.each([
    ['later', plan([12, 3], [20, 1])],
    ['by less', plan([10, 4], [20, 1])],
    ['in fewer steps', plan([10, 3])],
    ['not at all', plan()],
    ['later in the one step and by less in another', plan([15, 3], [20, 2])],
    ['by less, in more steps', plan([10, 4], [15, 3], [20, 1])],
  ])('may do so %s', (_how, after) => expect(worsened(after)).toEqual([]));

  test.each([
    ['sooner', plan([9, 3], [20, 1])],
    ['by more', plan([10, 2], [20, 1])],
    ['to less in the end', plan([10, 3], [20, 1], [30, 0])],
    ['later but by more', plan([15, 2], [20, 1])],
    ['by less at first and sooner in the end', plan([10, 4], [19, 1])],
    ['as before, said in one step more', plan([10, 3], [15, 3], [20, 1])],
  ])('may not do so %s', (_how, after) => expect(worsened(after)).toEqual(['taper']));

  test('may stay as they are, and where nothing tapers nothing is better', () => {
    expect(worsened(plan([10, 3], [20, 1]))).toEqual([]);
    expect(worsenedPaths(plan(), plan([300, 4]), today)).toEqual(['taper']);
    expect([betterOf(plan([10, 3]), 'taper'), betterOf(plan(), 'taper')]).toEqual(['slower', undefined]);
  });
});

test('steps of an invite may give more and others may come; none goes, gives less or moves', () => {
  const invite = (...steps: readonly (readonly [friends: number, amountOffFen: number])[]) =>
    aCampaign('invite_reward', {
      parameters: { inviterMax: 4, steps: steps.map(([friends, amountOffFen]) => ({ friends, amountOffFen })) },
    });
  const worsened = (after: CampaignDraft) => worsenedPaths(invite([2, 100], [4, 300]), after, today);
  expect([worsened(invite([2, 150], [4, 300])), worsened(invite([2, 100], [3, 200], [4, 300]))]).toEqual([[], []]);
  for (const after of [invite([2, 100]), invite([2, 100], [4, 299]), invite([2, 100], [3, 300])])
    expect(worsened(after)).toEqual(['steps']);
});

describe('a limit of 0, where that is none at all', () => {
  const drop = (perMemberDayMax: number) => aCampaign('coupon_drop', { parameters: { perMemberMax: 5, perMemberDayMax } });
  const worsened = (before: number, after: number) => worsenedPaths(drop(before), drop(after), today);

  test('is better than any number, and nothing is better than it', () => {
    expect([worsened(1, 2), worsened(2, 0), worsened(0, 0)]).toEqual([[], [], []]);
    expect([worsened(2, 1), worsened(0, 5)]).toEqual([['perMemberDayMax'], ['perMemberDayMax']]);
    expect([betterOf(drop(2), 'perMemberDayMax'), betterOf(drop(0), 'perMemberDayMax')]).toEqual(['more', undefined]);
  });
});
