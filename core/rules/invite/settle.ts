// Invites: who may be bound to whom, and what is paid at the friend's own first action. One level only.

import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Grant } from '#core/rules/campaign/define-type';
import { windowRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { breakEvents, interruptionOf } from '#core/rules/promise/owed';
import { stopsInvites } from '#core/rules/risk/watch';
import type {
  CampaignDocument,
  InviteDocument,
  InvitedBy,
  InviteLinkDocument,
  InviteRefusal,
  MemberDocument,
  StockDocument,
} from '#core/tables';
import type { Calendar, Day } from '#core/values/day';
import { DAY_MS, type Instant } from '#core/values/instant';

/** What a touch is decided on: somebody opened a card or a code that carries an invite. */
export interface TouchFacts {
  readonly link: InviteLinkDocument;
  readonly campaign: CampaignDocument;
  readonly inviter: MemberDocument;
  /** Null when this person has never been here. */
  readonly invitee: MemberDocument | null;
  readonly inviteeId: string;
  /** The thread between the two, where there is one already. */
  readonly existing: InviteDocument | null;
  /** The campaign of the touch that binds this person now; null when none does. */
  readonly boundCampaign: CampaignDocument | null;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly at: Instant;
}

function numberParameter(campaign: CampaignDocument, name: string): number {
  const value = campaign.parameters[name];
  if (typeof value !== 'number') throw new Error(`${campaign.id} has no number ${name}`);
  return value;
}

function touchMsOf(campaign: CampaignDocument): number {
  return numberParameter(campaign, 'touchDays') * DAY_MS;
}

/** Why an earlier touch holds no longer: its campaign is over, or the days have passed that its own card stated. Null while it holds. */
function lapseOf(bound: InvitedBy, campaign: CampaignDocument, facts: TouchFacts): InviteRefusal | null {
  if (campaign.state === 'ended' || facts.today > campaign.endsOn) return 'campaign_over';
  return facts.at - bound.openedAt > touchMsOf(campaign) ? 'touch_expired' : null;
}

/** The first reason for which a touch binds nobody, in the fixed order: self, loop, member already, left, stopped, invited already, over, limit. */
function touchRefusal(facts: TouchFacts): InviteRefusal | null {
  const { link, campaign, inviter, invitee, boundCampaign } = facts;
  if (facts.inviteeId === link.inviterId) return 'self';
  if (inviter.invitedBy?.inviterId === facts.inviteeId) return 'loop';
  // Whoever has acted here once is no newcomer, even after everything about them was erased; nor is whoever was put out.
  if (invitee !== null && (invitee.joinedAt !== null || invitee.firstActionAt !== null || invitee.block !== undefined)) {
    return 'already_member';
  }
  if (inviter.block !== undefined) return 'stopped';
  if (inviter.joinedAt === null) return 'left';
  if (stopsInvites(inviter, facts.today)) return 'stopped';
  const bound = invitee?.invitedBy;
  const isOther = bound && (bound.inviterId !== link.inviterId || bound.campaignId !== link.campaignId);
  if (isOther && boundCampaign !== null && lapseOf(bound, boundCampaign, facts) === null) return 'already_invited';
  if (windowRefusal(campaign, facts.today, facts.calendar) !== null) return 'campaign_over';
  if ((inviter.invites[campaign.campaignId]?.total ?? 0) >= numberParameter(campaign, 'inviterMax')) return 'limit_reached';
  return null;
}

/** The end of the thread that a new one takes the place of: it can earn nothing any more, and its inviter is told why. */
function lapseEvents(facts: TouchFacts): JournalEvent[] {
  const { link, inviteeId, boundCampaign } = facts;
  const bound = facts.invitee?.invitedBy;
  if (!bound || boundCampaign === null || (bound.campaignId === link.campaignId && bound.inviterId === link.inviterId)) return [];
  const { campaignId, inviterId } = bound;
  return [{ kind: 'invite_settled', campaignId, inviterId, inviteeId, refusal: lapseOf(bound, boundCampaign, facts) }];
}

/** What a touch leaves behind: a thread, bound or refused with its reason; nothing when the same thread is there already. */
export function touchEvents(facts: TouchFacts): { readonly refusal: InviteRefusal | null; readonly events: JournalEvent[] } {
  const refusal = touchRefusal(facts);
  const { campaignId, inviterId } = facts.link;
  const { existing } = facts;
  // A touch that has run out without a first action is as good as none: coming again binds again.
  const hasRunOut = existing?.state === 'opened' && facts.at - existing.openedAt > touchMsOf(facts.campaign);
  const stands = existing !== null && ((existing.state !== 'refused' && !hasRunOut) || refusal !== null);
  if (stands) return { refusal, events: [] };
  const lapsed = refusal === null ? lapseEvents(facts) : [];
  return { refusal, events: [...lapsed, { kind: 'invite_opened', campaignId, inviterId, inviteeId: facts.inviteeId, refusal }] };
}

/** The invite that a first own action settles. */
export interface OpenInvite {
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly inviter: MemberDocument;
}

/** What the settlement at a first own action is decided on. */
export interface SettleFacts extends OpenInvite {
  readonly friend: MemberDocument;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly at: Instant;
  readonly communityId: string;
  readonly numberOf: (couponId: string) => string;
}

/** Pays an invite at the friend's own first action, both sides at once; or records why not, and what is owed where we broke the promise. */
export function settleEvents(facts: SettleFacts): JournalEvent[] {
  const { campaign, inviter, friend } = facts;
  const { campaignId } = campaign;
  const key = { campaignId, inviterId: inviter.memberId, inviteeId: friend.memberId };
  const bound = friend.invitedBy;
  if (bound === null) return [];
  const refusal = refusalOf(facts, bound);
  if (typeof refusal !== 'string') {
    const { communityId, numberOf } = facts;
    const receivers = { communityId, campaignId, version: campaign.version, self: friend, inviter, numberOf };
    // An inviter who has left, or was put out, gets nothing; the friend gets what the card promised all the same.
    const hasLeft = inviter.joinedAt === null;
    const grants = hasLeft ? refusal.grants.filter(({ to }) => to === 'self') : refusal.grants;
    const issued = grantEvents(grants, receivers);
    const coupons = issued.flatMap((event) => (event.kind === 'coupon_issued' ? [{ memberId: event.memberId, n: event.n }] : []));
    return [
      ...issued,
      { kind: 'invite_settled', ...key, refusal: hasLeft ? (inviter.block === undefined ? 'left' : 'stopped') : null, coupons },
    ];
  }
  const interruption = refusal === 'campaign_over' || refusal === 'sold_out' ? interruptionOf(facts) : null;
  return interruption === null ? [{ kind: 'invite_settled', ...key, refusal }] : breakEvents(facts, interruption);
}

/** What the campaign gives for this invite now, or why it gives nothing. */
function refusalOf(facts: SettleFacts, bound: InvitedBy): InviteRefusal | { readonly grants: readonly Grant[] } {
  const { campaign } = facts;
  if (windowRefusal(campaign, facts.today, facts.calendar) !== null) return 'campaign_over';
  const decision = campaignTypes[campaign.type].decide(
    campaign.parameters as never,
    {
      draft: campaign,
      version: campaign.version,
      on: facts.today,
      left: stockLeft(facts.stock),
      openedAt: bound.openedAt,
      at: facts.at,
      invites: facts.inviter.invites[campaign.campaignId],
    } as never,
  );
  if (decision.kind === 'refuse') throw new Error('an invite campaign refuses with a reason of invites only');
  return decision.kind === 'give' ? { grants: decision.grants } : decision.reason;
}
