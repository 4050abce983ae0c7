// The faults of a campaign and of a member that keep a member out, on the tenth of March, from the first that is named to the last.
import { everybody } from '#core/rules/campaign/audience';
import { markDay } from '#core/rules/checkin/record';
import type { Decision } from '#core/rules/decision';
import type { CampaignDocument, CheckinRecord, MemberDocument } from '#core/tables';
import { addDays } from '#core/values/day';
import { DAY_MS } from '#core/values/instant';
import { morningOf } from './documents';

/** The moment of everything. */
export const at = morningOf('2026-03-10');

const past = { startsOn: '2026-02-01', endsOn: '2026-03-09' };
const future = { startsOn: '2026-03-11', endsOn: '2026-03-31' };

/** Somebody who is in the group. */
export const inGroup = { groups: { g: at } };

/** A record of three days in a row. */
function threeDays(lastOn: string): CheckinRecord {
  return [-2, -1, 0].reduce<CheckinRecord | undefined>(
    (record, days) => markDay(record, addDays(lastOn, days)),
    undefined,
  ) as CheckinRecord;
}

const asksMuch = { ...everybody, tierMin: 'fan', tags: ['old'], streakDaysMin: 3, newcomerDaysMax: 3 } as const;

/** A campaign for one group that asks much of its members. */
export const forGroup = { groupId: 'g', audience: asksMuch };

/** What a member lacks for an audience that asks much, from the first to be named. */
export const audienceFaults: readonly [code: string, member: Partial<MemberDocument>][] = [
  ['not_in_group', {}],
  ['tier_too_low', inGroup],
  ['tag_missing', { ...inGroup, tier: { code: 'fan', sinceOn: '2026-03-01' } }],
  ['streak_too_short', { ...inGroup, tier: { code: 'fan', sinceOn: '2026-03-01' }, tags: ['old'] }],
  ['newcomers_only', { ...inGroup, tier: { code: 'fan', sinceOn: '2026-03-01' }, tags: ['old'], checkins: { y: threeDays('2026-03-09') } }],
];

/** The faults of a campaign itself, from the first to be named to none. */
export const gateFaults: readonly [code: string, campaign: Partial<CampaignDocument>][] = [
  ['campaign_ended', { state: 'ended', endedAt: at - DAY_MS, ...past, ...forGroup }],
  ['campaign_ended', { state: 'ended', endedAt: at - DAY_MS, ...future, ...forGroup }],
  ['campaign_ended', { state: 'paused', ...past, ...forGroup }],
  ['campaign_paused', { state: 'paused', ...future, ...forGroup }],
  ['campaign_not_started', { ...future, ...forGroup }],
  ['not_in_group', forGroup],
];

/** The code of a refusal, or that it is done. */
export function codeOf(decision: Decision<unknown>): string {
  return decision.kind === 'refused' ? decision.refusal.code : 'done';
}
