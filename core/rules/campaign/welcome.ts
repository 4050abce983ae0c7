// The welcome: what a first own action gives besides, and the steps by which a newcomer gets there.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { standsInGroup } from '#core/rules/community/standing';
import type { CampaignDocument, CommunityDocument, MemberDocument, StockDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The welcome gift that is open in a community. */
export interface OpenWelcome {
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
}

/** What a welcome is decided on. */
export interface WelcomeFacts extends OpenWelcome {
  readonly community: CommunityDocument;
  /** Somebody who has not acted before. */
  readonly member: MemberDocument;
  readonly at: Instant;
  readonly numberOf: (couponId: string) => string;
}

/** What the welcome gives for a newcomer's first own action: the gift, or nothing where its gate is closed to them or it has run out. */
export function welcomeEvents(facts: WelcomeFacts): JournalEvent[] {
  const { community, campaign, stock, member, at } = facts;
  if (gateRefusal({ campaign, community, member, at }, 'checkIn') !== null) return [];
  const { campaignId } = campaign;
  const decision = campaignTypes[campaign.type].decide(
    campaign.parameters as never,
    { draft: campaign, version: campaign.version, on: dayOf(at, calendarOf(community)), left: stockLeft(stock) } as never,
  );
  if (decision.kind !== 'give' || decision.grants.length === 0) return [];
  const receivers = {
    communityId: communityOf(community.id),
    campaignId,
    version: campaign.version,
    self: member,
    numberOf: facts.numberOf,
  };
  return [{ kind: 'welcome_given', campaignId }, ...grantEvents(decision.grants, receivers)];
}

/** One step of a newcomer's checklist. */
export type WelcomeStep = 'joined' | 'arrived' | 'acted' | 'given';

/**
 * The steps to the gift, each done or not by what is known of the person; null for whoever has acted already and got none. Being seen in a
 * group is a step where the gift is for that group alone, and done as its gate says.
 */
export function welcomeSteps(
  { groupId }: Pick<CampaignDocument, 'groupId'>,
  member: MemberDocument | null,
  at: Instant,
): readonly { readonly step: WelcomeStep; readonly done: boolean }[] | null {
  const acted = member !== null && member.firstActionAt !== null;
  const given = member?.welcome !== undefined;
  if (acted && !given) return null;
  return [
    { step: 'joined', done: member !== null && member.joinedAt !== null },
    ...(groupId === null ? [] : [{ step: 'arrived' as const, done: given || standsInGroup(member, groupId, 'checkIn', at) }]),
    { step: 'acted', done: acted },
    { step: 'given', done: given },
  ];
}
