// Whom a campaign is for: each condition at its limit and one beyond, who comes early, and which change of an audience takes nothing away.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Audience,
  audienceConditions,
  audienceProblems,
  audienceTerms,
  everybody,
  isAtLeastAsWide,
} from '#core/rules/campaign/audience';
import { firstRefusal } from '#core/rules/campaign/condition';
import { gateRefusal } from '#core/rules/campaign/gate';
import { markDay } from '#core/rules/checkin/record';
import { tierCodes } from '#core/rules/membership/tier';
import type { CheckinRecord, MemberDocument } from '#core/tables';
import { addDays } from '#core/values/day';
import { DAY_MS, HOUR_MS } from '#core/values/instant';
import { aCampaign, aCommunity, aMember, morningOf } from '../../support/documents';

const today = '2026-03-10';
const at = morningOf(today);
const community = aCommunity({
  tags: [
    { tagId: 'old', name: '老客' },
    { tagId: 'near', name: '住得近' },
  ],
});

function refusalFor(asked: Partial<Audience>, member: Partial<MemberDocument>) {
  const campaign = { startsOn: today, audience: { ...everybody, ...asked } };
  return firstRefusal(audienceConditions({ campaign, community, member: aMember('anna', member), at }));
}

/** A record of so many days in a row up to a day. */
function inARow(days: number, lastOn: string): Record<string, CheckinRecord> {
  let record: CheckinRecord | undefined;
  for (let ago = days - 1; ago >= 0; ago -= 1) record = markDay(record, addDays(lastOn, -ago));
  return record === undefined ? {} : { plan: record };
}

describe('an audience', () => {
  test('of everybody refuses nobody, not even a stranger', () => {
    expect(refusalFor({}, {})).toBeNull();
    expect(audienceConditions({ campaign: { startsOn: today }, community, member: null, at })).toEqual([]);
  });

  test('by tier lets in that tier and those above', () => {
    const outcomes = tierCodes.map((code) =>
      refusalFor({ tierMin: 'fan' }, { tier: { code, sinceOn: code === 'customer' ? null : today } }),
    );
    expect(outcomes.map((refusal) => refusal?.data ?? null)).toEqual([
      { need: 'fan', have: 'customer' },
      { need: 'fan', have: 'user' },
      null,
      null,
    ]);
  });

  test('by tag lets in whoever bears one of them, and names them to the others', () => {
    expect(refusalFor({ tags: ['old', 'near'] }, { tags: ['near'] })).toBeNull();
    expect(refusalFor({ tags: ['old', 'near'] }, { tags: ['other'] })).toEqual({ code: 'tag_missing', data: { tags: ['老客', '住得近'] } });
  });

  test('by streak counts the longest that still stands, over all plans', () => {
    expect(refusalFor({ streakDaysMin: 3 }, { checkins: inARow(3, '2026-03-09') })).toBeNull();
    expect(refusalFor({ streakDaysMin: 3 }, { checkins: inARow(2, today) })).toEqual({
      code: 'streak_too_short',
      data: { need: 3, have: 2 },
    });
    expect(refusalFor({ streakDaysMin: 3 }, { checkins: inARow(9, '2026-03-08') })).toMatchObject({ data: { have: 0 } });
  });

  test('of newcomers counts the day of joining as the first', () => {
    expect(refusalFor({ newcomerDaysMax: 3 }, { joinedAt: at - 2 * DAY_MS })).toBeNull();
    expect(refusalFor({ newcomerDaysMax: 3 }, { joinedAt: at - 3 * DAY_MS })).toEqual({ code: 'newcomers_only', data: { days: 3 } });
  });

  test('of newcomers lets nobody in who had acted before they left, whenever they came back', () => {
    const actedLongAgo = { firstActionAt: at - 20 * DAY_MS };
    expect(refusalFor({ newcomerDaysMax: 3 }, { joinedAt: at, ...actedLongAgo })).toMatchObject({ code: 'newcomers_only' });
    expect(refusalFor({ newcomerDaysMax: 3 }, { joinedAt: null, ...actedLongAgo })).toMatchObject({ code: 'newcomers_only' });
    expect(refusalFor({ newcomerDaysMax: 3 }, { joinedAt: at - DAY_MS, firstActionAt: at })).toBeNull();
    expect(refusalFor({ newcomerDaysMax: 3 }, { joinedAt: null })).toBeNull();
  });

  test('says in its terms every condition that it enforces', () => {
    const all: Audience = { tierMin: 'user', tags: ['old'], streakDaysMin: 3, newcomerDaysMax: 7, earlyTier: 'core_fan', earlyHours: 24 };
    expect(audienceTerms(all, community).map(({ code }) => code)).toEqual([
      'eligible_tier',
      'eligible_tags',
      'eligible_streak',
      'eligible_newcomers',
      'early_access',
    ]);
    expect(audienceTerms(undefined, community)).toEqual([]);
  });

  test('cannot let anybody in early where days before the first mean nothing', () => {
    const early: Audience = { ...everybody, earlyTier: 'fan', earlyHours: 24 };
    expect(audienceProblems(early, community, true)).toEqual([]);
    expect(audienceProblems(early, community, false)).toEqual([{ path: 'audience.earlyTier', problem: 'not_early' }]);
  });
});

describe('the gate', () => {
  const fan = aMember('anna', { tier: { code: 'fan', sinceOn: '2026-03-01' } });
  const gate = (earlyHours: number, member: MemberDocument, part = {}) =>
    gateRefusal(
      {
        campaign: aCampaign('coupon_drop', { startsOn: '2026-03-11', ...part, audience: { ...everybody, earlyTier: 'fan', earlyHours } }),
        community,
        member,
        at,
      },
      'claim',
    );

  test('opens early for the tier that was promised it, to the hour', () => {
    expect(gate(14, fan)).toBeNull();
    const early = { tier: 'fan', on: '2026-03-10' };
    expect(gate(13, fan)).toEqual({
      code: 'campaign_not_started',
      data: { startsOn: '2026-03-11', early: { ...early, have: 'fan', minutes: 11 * 60 } },
    });
    expect(gate(72, aMember('bob'))).toMatchObject({
      code: 'campaign_not_started',
      data: { early: { ...early, have: 'customer', on: '2026-03-08', minutes: 0 } },
    });
    expect(morningOf(today) + 14 * HOUR_MS).toBe(morningOf('2026-03-11') - 10 * HOUR_MS);
  });

  test('asks the rest of those who come early, too', () => {
    expect(gate(14, fan, { groupId: 'g' })).toMatchObject({ code: 'not_in_group' });
    expect(gate(14, fan, { state: 'paused' })).toMatchObject({ code: 'campaign_paused' });
  });
});

describe('a change of an audience', () => {
  const tier = fc.constantFrom(null, ...tierCodes);
  const anyEarly = fc.record({ earlyTier: tier, earlyHours: fc.constantFrom(0, 13, 14, 48) });
  const anyConditions = fc.record({
    tierMin: tier,
    tags: fc.subarray(['old', 'near']),
    streakDaysMin: fc.constantFrom(null, 1, 3, 7),
    newcomerDaysMax: fc.constantFrom(null, 1, 3, 7),
  });
  /** Half of the changes leave alone who comes early: few others take nothing away. */
  const anyChange = fc
    .record({ was: anyConditions, is: anyConditions, early: anyEarly, other: fc.option(anyEarly) })
    .map(({ was, is, early, other }): [Audience, Audience] => [
      { ...was, ...early },
      { ...is, ...(other ?? early) },
    ]);
  const anyMember = fc.record({
    tier: fc.constantFrom(...tierCodes).map((code) => ({ code, sinceOn: code === 'customer' ? null : today })),
    tags: fc.subarray(['old', 'near']),
    checkins: fc.nat(8).map((days) => inARow(days, today)),
    joinedAt: fc.nat(9).map((days) => at - days * DAY_MS),
    firstActionAt: fc.option(fc.nat(9).map((days) => at - days * DAY_MS)),
  });

  /** What keeps somebody out of a campaign with such an audience, on its first day or ten hours before it. */
  const refusalOn = (startsOn: string, audience: Audience, member: Partial<MemberDocument>) =>
    gateRefusal({ campaign: aCampaign('coupon_drop', { startsOn, audience }), community, member: aMember('anna', member), at }, 'claim');

  test('that is said to take nothing away shuts nobody out, and lets nobody come later', () => {
    fc.assert(
      fc.property(anyChange, anyMember, fc.constantFrom(today, '2026-03-11'), ([before, after], member, startsOn) => {
        fc.pre(isAtLeastAsWide(before, after));
        if (refusalOn(startsOn, before, member) === null) expect(refusalOn(startsOn, after, member)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('may open it to everybody, and may not narrow it or change who comes early', () => {
    const early: Audience = { ...everybody, earlyTier: 'fan', earlyHours: 24 };
    expect(isAtLeastAsWide({ ...everybody, tierMin: 'fan' }, undefined)).toBe(true);
    expect(isAtLeastAsWide(undefined, { ...everybody, tierMin: 'user' })).toBe(false);
    expect(isAtLeastAsWide(early, { ...early, earlyHours: 23 })).toBe(false);
    expect(isAtLeastAsWide(early, { ...early, earlyHours: 48 })).toBe(false);
    expect(isAtLeastAsWide(early, { ...early, earlyTier: 'user' })).toBe(false);
    expect(isAtLeastAsWide(undefined, early)).toBe(false);
    expect(isAtLeastAsWide(early, undefined)).toBe(false);
  });
});
