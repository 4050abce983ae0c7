// Whom a campaign is for, as a forecast counts them: by tier, tag, streak and newness, from the community's own days where they tell.
import { describe, expect, test } from 'vitest';
import { type Audience, everybody } from '#core/rules/campaign/audience';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';
import { createChance } from '#core/rules/forecast/chance';
import { forecastOf, lastDayOf } from '#core/rules/forecast/forecast';
import { behaviourOf } from '#core/rules/forecast/own-history';
import { assumed, priorBehaviour } from '#core/rules/forecast/priors';
import { atLeastDays, reachOf } from '#core/rules/forecast/reach';
import { tierCodes } from '#core/rules/membership/tier-code';
import type { DailyDocument } from '#core/tables';
import { addDays } from '#core/values/day';

const window = { startsOn: '2026-03-01', endsOn: '2026-03-30' };

function draftFor(audience: Partial<Audience> | undefined, type: CampaignTypeCode = 'coupon_drop', parameters: object = {}): CampaignDraft {
  const values = { ...defaultParameters(campaignTypes[type].parameters, window), stock: 5_000, ...parameters };
  const draft = { type, title: '活动', summary: '', ...window, groupId: null, parameters: values };
  return audience === undefined ? draft : { ...draft, audience: { ...everybody, ...audience } };
}

function dayOf(on: string, joined: number, checkedIn = 10): DailyDocument {
  return { id: `c/daily/${on}`, on, members: 200, entered: 0, joined, checkedIn, claimed: 0, redeemed: 0, countedAt: 0 };
}

const fourWeeks = Array.from({ length: 28 }, (_, day) => dayOf(addDays('2026-02-01', day), 2));

function behaviourFor(
  audience: Partial<Audience> | undefined,
  days: readonly DailyDocument[] = [],
  type: CampaignTypeCode = 'coupon_drop',
) {
  return behaviourOf(draftFor(audience, type), { days, campaigns: [], members: 200, dayStartsMinutes: 0 });
}

describe('the members whom a campaign is for', () => {
  test('are all of them where it is for everybody, or only lets some come early', () => {
    expect(behaviourFor(undefined)).toMatchObject({ members: 200, reachedPercent: 100, staysDays: null });
    expect(behaviourFor({ earlyTier: 'fan', earlyHours: 24 })).toMatchObject({ members: 200, reachedPercent: 100 });
    expect(behaviourFor({ tierMin: 'customer' })).toMatchObject({ members: 200, reachedPercent: 100 });
  });

  test('are fewer with each tier, and with each day of a streak', () => {
    const tiers = tierCodes.map((tierMin) => behaviourFor({ tierMin }).members);
    expect(tiers).toEqual([...tiers].sort((one, other) => other - one));
    expect(new Set(tiers).size).toBe(tiers.length);
    const streaks = [1, 3, 7, 21].map((streakDaysMin) => behaviourFor({ streakDaysMin }).members);
    expect(streaks).toEqual([...streaks].sort((one, other) => other - one));
    expect(streaks[0]).toBe(40);
    expect(streaks[3]).toBeLessThan(5);
  });

  test('have streaks as this community checks in', () => {
    const lively = behaviourFor(
      { streakDaysMin: 3 },
      fourWeeks.map((day) => ({ ...day, checkedIn: 160 })),
    );
    const quiet = behaviourFor({ streakDaysMin: 3 }, fourWeeks);
    expect(lively.members).toBeGreaterThan(5 * quiet.members);
  });

  test('bear one of the tags with the stated share each', () => {
    expect(behaviourFor({ tags: ['a'] }).members).toBe(200 * assumed.bearsTag);
    expect(behaviourFor({ tags: ['a', 'b'] }).members).toBe(38);
  });

  test('are new as the finished days counted them, and are so no longer than that', () => {
    const behaviour = behaviourFor({ newcomerDaysMax: 8 }, fourWeeks);
    expect(behaviour).toMatchObject({ members: 14, reachedPercent: 7, staysDays: 8 });
    expect(behaviour.joinsPerDay).toEqual(behaviourFor(undefined, fourWeeks).joinsPerDay);
    // Whoever joins today is counted among those who join.
    expect(behaviourFor({ newcomerDaysMax: 1 }, fourWeeks).members).toBe(0);
  });

  test('meet several conditions together, the rarer of tier and streak counted once', () => {
    const both = behaviourFor({ tierMin: 'user', streakDaysMin: 7 }).members;
    expect(both).toBe(Math.min(behaviourFor({ tierMin: 'user' }).members, behaviourFor({ streakDaysMin: 7 }).members));
    expect(behaviourFor({ tierMin: 'user', tags: ['a'] }).members).toBeLessThan(behaviourFor({ tierMin: 'user' }).members);
  });
});

test('the chance of so many active days is what dice say', () => {
  const habit = { checksIn: { mean: 0.5, spread: 0 }, checksInAlikeness: 2 };
  // Of a uniform share every count from 0 to 10 is as likely.
  expect(atLeastDays(habit, 4, 10)).toBeCloseTo(7 / 11, 10);
  expect(atLeastDays(habit, 0, 10)).toBe(1);
  expect(atLeastDays(habit, 11, 10)).toBe(0);
  const chance = createChance(3);
  let streaks = 0;
  for (let person = 0; person < 20_000; person += 1) if (chance.fraction() ** 3 > chance.fraction()) streaks += 1;
  expect(atLeastDays(habit, 3, 3)).toBeCloseTo(streaks / 20_000, 1);
});

describe('a forecast for an audience', () => {
  const forecast = (audience: Partial<Audience> | undefined, type: CampaignTypeCode = 'coupon_drop') =>
    forecastOf({
      draft: draftFor(audience, type),
      behaviour: behaviourFor(audience, fourWeeks, type),
      fromOn: window.startsOn,
      hoursGone: 0,
      seed: 7,
      runs: 300,
    });

  test('expects fewer to take part, of a drop and of a plan', () => {
    for (const type of ['coupon_drop', 'checkin_plan'] as const) {
      const [all, some, few] = [undefined, { tierMin: 'user' }, { newcomerDaysMax: 3 }] as const;
      const taken = [all, some, few].map((audience) => forecast(audience, type).taken.median);
      expect(taken[1]).toBeLessThan((taken[0] ?? 0) * 0.9);
      expect(taken[2]).toBeLessThan((taken[0] ?? 0) * 0.5);
      expect(taken[2]).toBeGreaterThan(0);
    }
  });

  test('has nobody where there is nobody', () => {
    const behaviour = { ...priorBehaviour(draftFor(undefined), 0), joinsPerDay: { mean: 0, spread: 0 } };
    expect(reachOf({ ...everybody, newcomerDaysMax: 5 }, behaviour, []).members).toBe(0);
  });
});

describe('the last day that a forecast looks at', () => {
  test('is the last of a coupon that is claimed on the campaign’s last day and valid for some days from then', () => {
    const fromClaim = { validity: 'from_claim', validDays: 10, startsNextDay: 0 };
    expect(lastDayOf(draftFor(undefined, 'coupon_drop', fromClaim))).toBe('2026-04-08');
    expect(lastDayOf(draftFor(undefined, 'coupon_drop', { ...fromClaim, startsNextDay: 1 }))).toBe('2026-04-09');
  });

  test('counts what is used on it', () => {
    const draft = draftFor(undefined, 'coupon_drop', { validity: 'from_claim', validDays: 10, startsNextDay: 1 });
    const everyone = { takes: { mean: 0.9, spread: 0 }, takesWaitDays: 90, uses: { mean: 1, spread: 0 }, usesWaitDays: 90 };
    const behaviour = { ...priorBehaviour(draft, 300), ...everyone };
    const said = forecastOf({ draft, behaviour, fromOn: window.startsOn, hoursGone: 0, seed: 7, runs: 100 });
    expect(said.spans.at(-1)?.untilOn).toBe('2026-04-09');
    // Everybody uses what they took: none falls off the end.
    expect(said.redemptions).toEqual(said.taken);
  });
});
