// The first own action of a newcomer, a check-in or a claim: the invite that it settles, and the welcome gift that comes with it.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { type OpenWelcome, welcomeEvents } from '#core/rules/campaign/welcome';
import { calendarOf } from '#core/rules/community/calendar';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import { type OpenInvite, settleEvents } from '#core/rules/invite/settle';
import type { CommunityDocument, MemberDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf, type Id, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** What a first own action may bring, as it stands open; null where nothing does. */
export interface OpenAtFirst {
  /** The invite by which this person came. */
  readonly invite: OpenInvite | null;
  /** The welcome gift of the community. */
  readonly welcome: OpenWelcome | null;
}

/** What an own action is looked at for. */
export interface OwnAction {
  readonly community: CommunityDocument;
  /** The one who acts, as they were before. */
  readonly member: MemberDocument;
  /** Asked only of an action that comes about and is a first one: all others need none of it. */
  readonly openAtFirst: () => OpenAtFirst;
  readonly at: Instant;
  readonly numberOf: (couponId: string) => string;
}

/** What a first own action brought to the one who acted: `points` are numbers of points. */
export interface FirstGains {
  /** The coupon that an invite paid. */
  readonly inviteCoupon: WorthTerms | null;
  /** The welcome gift: points, or a coupon. */
  readonly welcome: { readonly points: number; readonly coupon: WorthTerms | null } | null;
}

function couponOf(events: readonly JournalEvent[], memberId: string): WorthTerms | null {
  const coupon = events.find((event) => event.kind === 'coupon_issued' && event.memberId === memberId);
  if (coupon?.kind !== 'coupon_issued') return null;
  return { benefit: coupon.terms.benefit, thresholdFen: coupon.terms.thresholdFen };
}

/** Whether an action of a member's own is their first. Whoever has acted once is no newcomer again, even after everything was erased. */
export function isFirstAction(member: Pick<MemberDocument, 'firstActionAt'>): boolean {
  return member.firstActionAt === null;
}

/** What follows from an own action that comes about: nothing, unless it is a first one. It never keeps anybody from acting. */
export function firstActionOf(action: OwnAction): { readonly gains: FirstGains; readonly events: readonly JournalEvent[] } {
  const { community, member, at, numberOf } = action;
  if (!isFirstAction(member)) return { gains: { inviteCoupon: null, welcome: null }, events: [] };
  const open = action.openAtFirst();
  const calendar = calendarOf(community);
  const shared = { calendar, today: dayOf(at, calendar), at, communityId: communityOf(community.id), numberOf };
  const settled = open.invite === null ? [] : settleEvents({ ...open.invite, friend: member, ...shared });
  const given = open.welcome === null ? [] : welcomeEvents({ ...open.welcome, community, member, at, numberOf });
  const points = given.reduce((sum, event) => sum + (event.kind === 'points_granted' ? event.points : 0), 0);
  const welcome = given.length === 0 ? null : { points, coupon: couponOf(given, member.memberId) };
  return { gains: { inviteCoupon: couponOf(settled, member.memberId), welcome }, events: [...given, ...settled] };
}

/**
 * What is open to a newcomer's first own action, in the documents of a decision: all that it rests on is asked for at once.
 * @throws DocumentsNeeded when any of it has not been loaded
 */
export function openAtFirstIn(workspace: Workspace, member: MemberDocument): OpenAtFirst {
  const { communityId } = workspace;
  const { welcomeCampaign } = workspace.get('community');
  const bound = member.invitedBy;
  const ids: Id[] = [];
  const offer = (campaignId: string) => {
    ids.push(makeId(communityId, 'campaign', campaignId), makeId(communityId, 'stock', campaignId));
  };
  if (bound !== null) {
    offer(bound.campaignId);
    ids.push(makeId(communityId, 'invite', bound.campaignId, bound.inviterId, member.memberId));
    ids.push(makeId(communityId, 'member', bound.inviterId));
  }
  if (welcomeCampaign !== undefined) offer(welcomeCampaign);
  workspace.ask(ids);
  const offered = (campaignId: string) => ({
    campaign: workspace.get('campaign', campaignId),
    stock: workspace.get('stock', campaignId),
  });
  // The timer may have ended a thread whose campaign was interrupted: what is owed has been recorded then.
  const state = bound === null ? null : workspace.get('invite', bound.campaignId, bound.inviterId, member.memberId).state;
  const waits = state === 'opened' || state === 'joined';
  return {
    invite: bound === null || !waits ? null : { ...offered(bound.campaignId), inviter: workspace.get('member', bound.inviterId) },
    welcome: welcomeCampaign === undefined ? null : offered(welcomeCampaign),
  };
}
