// The report of a trial: only who was chosen and has used the voucher writes one, which is what makes it a verified review.
import { refuse } from '#core/refusals';
import { calendarOf } from '#core/rules/community/calendar';
import type { EntryStep } from '#core/rules/content/keep-entry';
import { stateAfter, takenOver } from '#core/rules/content/texts';
import { type Decision, done, refused } from '#core/rules/decision';
import { partIn, REPORT_SLOT, underTrial } from '#core/rules/trial/trial';
import type { CampaignDocument, CommunityDocument, EntryDocument, MemberDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** What a report is decided on. */
export interface ReportFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly member: MemberDocument;
  readonly text: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly passed: boolean;
  readonly earlier: EntryDocument | null;
  readonly at: Instant;
}

/** What has become of a report, and how it is kept. */
export interface Reported extends EntryStep {
  readonly state: 'shown' | 'waiting';
  readonly late: boolean;
}

/**
 * Decides a report; a late one is taken, and marked. Refusals in order: not chosen, not used yet, already given. One that was taken back
 * or that the owner has refused may be written anew.
 */
export function decideTrialReport(facts: ReportFacts): Decision<Reported> {
  const { campaign, community, member, text, stars, passed, earlier, at } = facts;
  const { campaignId } = campaign;
  const { memberId } = member;
  const { voucher, report } = partIn(member, campaignId);
  if (voucher === null) return refused(refuse('not_selected', {}));
  if ((member.redemptions[campaignId] ?? 0) === 0) return refused(refuse('not_redeemed_yet', { useUntilOn: voucher.useUntilOn }));
  if (report !== null && report.state !== 'none' && report.state !== 'refused') return refused(refuse('report_given', { at: report.at }));
  const state = stateAfter(earlier, passed);
  const before = takenOver(earlier);
  const late = dayOf(at, calendarOf(community)) > voucher.reportUntilOn;
  const key = { campaignId, memberId, slot: REPORT_SLOT };
  const entry: EntryDocument = {
    id: makeId(communityOf(community.id), 'entry', campaignId, memberId, REPORT_SLOT),
    ...key,
    text,
    state,
    refusal: null,
    writtenAt: at,
    under: underTrial(campaignId, REPORT_SLOT),
    shownAt: state === 'shown' ? at : null,
    queuedAt: state === 'waiting' || before.reports.length > 0 ? at : null,
    ...before,
    acceptedId: null,
    review: { stars, late },
  };
  return done({ key, entry, state, late }, [{ kind: 'trial_reported', campaignId, state, stars, late }]);
}
