// Choosing by a criterion: applicants are ranked as of the last day of applying, and told in steps, each with the numbers.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { stockLeft } from '#core/rules/campaign/stock';
import { type ChooseFacts, chooseEvents } from '#core/rules/trial/apply';
import { criterionOf, criterionValue, isStanding, partIn } from '#core/rules/trial/trial';
import type { CampaignDocument, MemberDocument, SelectionDocument } from '#core/tables';

/** An applicant with what the criterion counted of them. */
export interface Candidate {
  readonly memberId: string;
  readonly have: number;
  readonly appliedAt: number;
}

/** An applicant as a candidate; null of who has taken the application back, was refused, or is gone. */
export function candidateOf(member: MemberDocument, { campaignId, parameters, endsOn }: CampaignDocument): Candidate | null {
  const part = partIn(member, campaignId);
  if (part.appliedAt === null || !isStanding(part) || part.outcome !== 'waiting' || member.joinedAt === null) return null;
  const { memberId } = member;
  return { memberId, have: criterionValue(member, criterionOf({ parameters }), endsOn), appliedAt: part.appliedAt };
}

/** The first of the candidates, as many as there are places: who has most, among equals who applied earlier. Chance has no part in it. */
export function rank(candidates: readonly Candidate[], places: number): readonly Candidate[] {
  const ranked = [...candidates].sort(
    (one, other) => other.have - one.have || one.appliedAt - other.appliedAt || (one.memberId < other.memberId ? -1 : 1),
  );
  return ranked.slice(0, places);
}

/** What a ranking comes to; `waiting` is how many are to be told, those who took their application back among them. */
export function rankedEvent(campaign: CampaignDocument, candidates: readonly Candidate[], waiting: number): JournalEvent {
  const chosen = rank(candidates, Number(campaign.parameters['places']));
  return {
    kind: 'trial_ranked',
    campaignId: campaign.campaignId,
    by: criterionOf(campaign),
    on: campaign.endsOn,
    applicants: candidates.length,
    unsettled: waiting,
    rows: chosen.map(({ memberId, have }) => ({ memberId, have })),
    least: chosen[chosen.length - 1]?.have ?? null,
  };
}

/** Tells some applicants: who is in the ranking has the voucher, all others what they had and what the last place took. */
export function settleEvents(
  facts: Omit<ChooseFacts, 'member'>,
  selection: SelectionDocument,
  members: readonly MemberDocument[],
): JournalEvent[] {
  const { campaignId } = facts.campaign;
  let { coupons } = stockLeft(facts.stock);
  return members.flatMap((member) => {
    const { memberId } = member;
    const row = selection.rows.find((one) => one.memberId === memberId);
    const part = partIn(member, campaignId);
    const chosen = row === undefined || !isStanding(part) ? [] : chooseEvents({ ...facts, member }, coupons, row.have);
    if (chosen.length > 0) {
      coupons -= 1;
      return chosen;
    }
    const have = row?.have ?? criterionValue(member, selection.by, selection.on);
    return [{ kind: 'trial_not_selected', campaignId, memberId, have, least: selection.least }];
  });
}
