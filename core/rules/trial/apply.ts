// Applying for a trial: once, by members who owe no report; who comes first is chosen at once while places are left.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type Condition, condition, firstRefusal } from '#core/rules/campaign/condition';
import { gateRefusal, windowRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import type { EntryStep } from '#core/rules/content/keep-entry';
import { stateAfter, takenOver } from '#core/rules/content/texts';
import { type Decision, done, refused } from '#core/rules/decision';
import { APPLY_SLOT, isApplicant, isRanked, owedRefusal, partIn, underTrial } from '#core/rules/trial/trial';
import type { CampaignDocument, CommunityDocument, EntryDocument, MemberDocument, StockDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** What choosing somebody is decided on. */
export interface ChooseFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly member: MemberDocument;
  readonly at: Instant;
  readonly numberOf: (couponId: string) => string;
}

/** What applying is decided on. */
export interface ApplyFacts extends ChooseFacts {
  readonly text: string;
  /** Whether the content check let it pass; else it waits for the owner. */
  readonly passed: boolean;
  /** The caller's answer that stands beside the journal; null where there is none. */
  readonly earlier: EntryDocument | null;
}

/** What has come of an application, and how its answer is kept. */
export interface Applied extends EntryStep {
  readonly state: 'shown' | 'waiting';
  readonly selected: boolean;
}

/** What a trial asks of a member besides its gate: not to have applied, and to owe no report of an earlier one. */
export function applyConditions(campaignId: string, member: MemberDocument | null, today: string): readonly Condition[] {
  const part = partIn(member, campaignId);
  return [
    condition('not_before', {}, isApplicant(part) ? refuse('already_applied', { appliedAt: part.appliedAt ?? 0 }) : null),
    condition('no_report_owed', {}, owedRefusal(member, today)),
  ];
}

function ask({ community, campaign, at }: ChooseFacts, coupons: number) {
  const left = { coupons, points: points(0) };
  const on = dayOf(at, calendarOf(community));
  const facts = { draft: campaign, version: campaign.version, on, left };
  return campaignTypes[campaign.type].decide(campaign.parameters as never, facts as never);
}

/**
 * The events by which a member is chosen: the voucher, and what they were told of it. None where no place is left.
 * @param coupons how many are left
 * @param have what the criterion counted; null of who came first
 */
export function chooseEvents(facts: ChooseFacts, coupons: number, have: number | null): JournalEvent[] {
  const { campaign, community, member } = facts;
  const decision = ask(facts, coupons);
  if (decision.kind !== 'give') return [];
  const { campaignId, version, title, parameters } = campaign;
  const receivers = { communityId: communityOf(community.id), campaignId, version, self: member, numberOf: facts.numberOf };
  const voucher = { title, useUntilOn: String(parameters['useUntilOn']), reportUntilOn: String(parameters['reportUntilOn']) };
  return [{ kind: 'trial_selected', campaignId, memberId: member.memberId, have, voucher }, ...grantEvents(decision.grants, receivers)];
}

/** Decides an application. Refusals in order: the gate's, that one has applied, that one owes a report, that no place is left. */
export function decideApply(facts: ApplyFacts): Decision<Applied> {
  const { campaign, community, member, at, text, passed, earlier } = facts;
  const { campaignId } = campaign;
  const { memberId } = member;
  const closed = gateRefusal(facts, 'claim');
  if (closed !== null) return refused(closed);
  const unmet = firstRefusal(applyConditions(campaignId, member, dayOf(at, calendarOf(community))));
  if (unmet !== null) return refused(unmet as never);
  const coupons = stockLeft(facts.stock).coupons;
  const offer = ask(facts, coupons);
  if (offer.kind === 'refuse') return refused(offer.refusal);
  const state = stateAfter(earlier, passed);
  // An answer that waits takes no place from those whose does not: its writer is chosen when it is let through, if one is left then.
  const events = state === 'shown' && !isRanked(campaign) ? chooseEvents(facts, coupons, null) : [];
  const key = { campaignId, memberId, slot: APPLY_SLOT };
  const entry: EntryDocument = {
    id: makeId(communityOf(community.id), 'entry', campaignId, memberId, APPLY_SLOT),
    ...key,
    text,
    state,
    refusal: null,
    writtenAt: at,
    under: underTrial(campaignId, APPLY_SLOT),
    // The owner alone reads it: it is in no list that members see.
    shownAt: null,
    queuedAt: state === 'waiting' ? at : null,
    ...takenOver(earlier),
    acceptedId: null,
  };
  const value = { key, entry, state, selected: events.length > 0 } as const;
  return done(value, [{ kind: 'trial_applied', campaignId, state }, ...events]);
}

/** What follows when the owner lets an answer stand that had to wait: who comes first is chosen now, if the trial is open and has a place. */
export function letInEvents(facts: ChooseFacts): JournalEvent[] {
  const { campaign, community, member, at } = facts;
  const { campaignId } = campaign;
  const part = partIn(member, campaignId);
  const calendar = calendarOf(community);
  const today = dayOf(at, calendar);
  if (isRanked(campaign) || part.outcome !== 'waiting' || part.answer !== 'waiting') return [];
  if (windowRefusal(campaign, today, calendar) !== null || owedRefusal(member, today) !== null) return [];
  return chooseEvents(facts, stockLeft(facts.stock).coupons, null);
}
