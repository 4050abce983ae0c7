// What a trial knows of a member: the application, the voucher, the report that is owed, and the names of what stands beside the journal.
import { type Refusal, refuse } from '#core/refusals';
import type { Criterion } from '#core/rules/campaign/types/trial';
import { streakThrough } from '#core/rules/checkin/record';
import { daysOfDeeds, influenceOf } from '#core/rules/membership/deeds';
import type { CampaignDocument, MemberDocument, MemberEntry } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';

/** A member's part in a trial. */
export type TrialEntry = Extract<MemberEntry, { kind: 'trial' }>;

/** The slot of what an applicant answers: for the owner's eyes. */
export const APPLY_SLOT = 'apply';

/** The slot of a report. */
export const REPORT_SLOT = 'report';

/** The bounds of a report, in characters. */
export const REPORT_TEXT_MIN = 10;
export const REPORT_TEXT_MAX = 200;

/** The longest answer of an applicant, in characters. */
export const ANSWER_TEXT_MAX = 100;

/** Within how many days after reading a use of any coupon counts as come of it. */
export const CONVERSION_DAYS = 30;

/** Over how many days, up to the last one of applying, active days are counted. */
const ACTIVE_WITHIN_DAYS = 30;

/** Somebody who has neither applied nor read. */
export const noPart: TrialEntry = {
  kind: 'trial',
  appliedAt: null,
  answer: 'none',
  outcome: 'waiting',
  have: null,
  least: null,
  voucher: null,
  report: null,
  readOn: null,
  convertedBy: null,
};

/** A member's part in a trial, an empty one where there is none. */
export function partIn(member: Pick<MemberDocument, 'entries'> | null, campaignId: string): TrialEntry {
  const entry = member?.entries[campaignId];
  return entry?.kind === 'trial' ? entry : noPart;
}

/** Whether an application stands: written, not taken back, and not refused by the owner. */
export function isStanding({ answer }: TrialEntry): boolean {
  return answer === 'shown' || answer === 'waiting';
}

/** Whether somebody has applied in a way that still counts: the answer stands, or the choice has been made. */
export function isApplicant(part: TrialEntry): boolean {
  return part.appliedAt !== null && (isStanding(part) || part.outcome !== 'waiting');
}

/** What reports of a trial stand under, and what the answers of applicants do. */
export function underTrial(campaignId: string, slot: typeof APPLY_SLOT | typeof REPORT_SLOT): string {
  return `${campaignId}.${slot}`;
}

/** What is counted of a trial. */
export type TrialCount = 'applied' | 'reported' | 'on_time' | 'readers' | 'converted';

/** The id of the board that counts it. */
export function trialBoardId(communityId: string, campaignId: string, what: TrialCount): Id {
  return makeId(communityId, 'vote', campaignId, what);
}

/** Whether applicants of a campaign are ranked by a criterion after its last day. */
export function isRanked({ type, parameters }: Pick<CampaignDocument, 'type' | 'parameters'>): boolean {
  return type === 'trial' && parameters['selection'] === 'criteria';
}

/** The criterion of a trial whose applicants are ranked. */
export function criterionOf({ parameters }: Pick<CampaignDocument, 'parameters'>): Criterion {
  return parameters['by'] as Criterion;
}

/**
 * What a member has of a criterion as of a day: the longest streak that this day was part of, days with a check-in of the last
 * ACTIVE_WITHIN_DAYS; of influence, whose past is not kept by days, what it is when it is looked at.
 */
export function criterionValue(member: MemberDocument, by: Criterion, on: Day): number {
  if (by === 'influence') return influenceOf(member).total;
  if (by === 'streak') return Math.max(0, ...Object.values(member.checkins).map((record) => streakThrough(record, on)));
  const first = addDays(on, 1 - ACTIVE_WITHIN_DAYS);
  return daysOfDeeds(member, ['checked_in']).filter((day) => day >= first && day <= on).length;
}

/** Whether a report of a trial is still missing: none was given, or it was taken back. One that the owner refused was given. */
function isMissing({ report }: TrialEntry): boolean {
  return report === null || report.state === 'none';
}

/**
 * The refusal for a member who owes the report of an earlier trial whose day has passed. Only who has used the voucher owes one: of what
 * nobody has tried there is nothing to say, and nothing could be said any more.
 */
export function owedRefusal(member: MemberDocument | null, today: Day): Refusal<'report_owed'> | null {
  for (const [campaignId, entry] of Object.entries(member?.entries ?? {})) {
    if (entry.kind !== 'trial' || entry.voucher === null || !isMissing(entry)) continue;
    if ((member?.redemptions[campaignId] ?? 0) === 0) continue;
    const { title, reportUntilOn } = entry.voucher;
    if (today > reportUntilOn) return refuse('report_owed', { title, untilOn: reportUntilOn });
  }
  return null;
}
