// The order of refusals around missed days: a check-in within the grace, and a day that is made up; each row repairs the fault before it.
import { describe, expect, test } from 'vitest';
import { decideCheckIn } from '#core/rules/checkin/check-in';
import { decideMakeUp } from '#core/rules/checkin/make-up';
import { markDay } from '#core/rules/checkin/record';
import type { Decision } from '#core/rules/decision';
import type { CampaignDocument, MemberDocument } from '#core/tables';
import { dayStartAt } from '#core/values/day';
import { HOUR_MS } from '#core/values/instant';
import { aCampaign, aCommunity, aMember, aStock, morningOf, nothingOpen } from '../../support/documents';

const community = aCommunity();
const at = morningOf('2026-03-10');
const startOfNextDay = dayStartAt('2026-03-11', { zone: community.zone, dayStartsMinutes: community.dayStartsMinutes });
const future = { startsOn: '2026-03-12', endsOn: '2026-03-31' };

/** The faults of a campaign itself, from the first to be named to none. */
const gate: readonly [code: string, campaign: Partial<CampaignDocument>][] = [
  ['campaign_ended', { state: 'ended', endedAt: at, ...future, groupId: 'g' }],
  ['campaign_paused', { state: 'paused', ...future, groupId: 'g' }],
  ['campaign_not_started', { ...future, groupId: 'g' }],
  ['not_in_group', { groupId: 'g' }],
];

function codeOf(decision: Decision<unknown>): string {
  return decision.kind === 'refused' ? decision.refusal.code : 'done';
}

describe('a check-in for the day before names', () => {
  const done = { checkins: { x: markDay(undefined, '2026-03-10') } };
  const late = (hours: number, member: Partial<MemberDocument>, campaign: Partial<CampaignDocument> = {}) =>
    decideCheckIn({
      community,
      campaign: aCampaign('checkin_plan', { parameters: { more: 1, grace: 1, graceHours: 6 }, ...campaign }),
      stock: aStock(),
      member: aMember('anna', member),
      openAtFirst: nothingOpen,
      at: startOfNextDay + hours * HOUR_MS,
      on: '2026-03-10',
      numberOf: () => '123456',
    });

  test.each(gate)('%s before that it is done', (code, campaign) => {
    expect(codeOf(late(7, done, campaign))).toBe(code);
  });

  test('then that it is done, then that the grace is over, and then counts', () => {
    expect(codeOf(late(7, done))).toBe('already_checked_in');
    expect(codeOf(late(6, {}))).toBe('grace_over');
    expect(codeOf(late(5, {}, { parameters: {} }))).toBe('grace_over');
    expect(codeOf(late(5, { joinedAt: startOfNextDay }))).toBe('grace_over');
    expect(codeOf(late(5, {}))).toBe('done');
  });
});

describe('making up a day names', () => {
  const parameters = { more: 1, makeUp: 'earned', makeUpReachDays: 3 };
  const makeUp = (on: string, campaign: Partial<CampaignDocument>, member: Partial<MemberDocument> = {}) =>
    decideMakeUp({ community, campaign: aCampaign('checkin_plan', { parameters, ...campaign }), member: aMember('anna', member), on, at });
  const checkins = { x: { ...markDay(undefined, '2026-03-05'), cards: 1 } };

  test.each(gate)('%s before the day', (code, campaign) => {
    expect(codeOf(makeUp('2026-03-05', campaign, { checkins }))).toBe(code);
  });

  test('then that nothing is missing there, that it lies too far back, that there is no card, and then counts', () => {
    for (const on of ['2026-02-28', '2026-03-05', '2026-03-10', '2026-03-11']) {
      expect(codeOf(makeUp(on, {}, { checkins }))).toBe('day_not_missing');
    }
    expect(codeOf(makeUp('2026-03-06', {}))).toBe('make_up_too_late');
    expect(codeOf(makeUp('2026-03-07', {}))).toBe('no_make_up_card');
    expect(codeOf(makeUp('2026-03-07', { parameters: {} }, { checkins }))).toBe('no_make_up_card');
    expect(codeOf(makeUp('2026-03-07', {}, { checkins }))).toBe('done');
  });

  test('a rest day and a day before joining as not missing', () => {
    const resting = { parameters: { ...parameters, rest: 'sunday' } };
    expect(codeOf(makeUp('2026-03-08', resting, { checkins }))).toBe('day_not_missing');
    expect(codeOf(makeUp('2026-03-08', {}, { checkins, joinedAt: morningOf('2026-03-09') }))).toBe('day_not_missing');
    expect(codeOf(makeUp('2026-03-09', {}, { checkins, joinedAt: morningOf('2026-03-09') }))).toBe('done');
  });
});
