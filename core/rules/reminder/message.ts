// What a reminder says and which page it opens, as values by field; how they are written is the messenger's business.
import { CARD_PAGE } from '#core/rules/campaign/share';
import { streakOn } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import type { Benefit } from '#core/rules/coupon/benefit';
import { type Fading, fadingOn } from '#core/rules/membership/fading';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { FieldOf } from '#core/rules/reminder/templates';
import type { CampaignDocument, CommunityDocument, CouponDocument, MemberDocument } from '#core/tables';
import { type Day, dayEndAt } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The page of one coupon, and of all of them. */
const TICKET_PAGE = '/packages/member/ticket/index';
export const WALLET_PAGE = '/packages/member/wallet/index';

/** A value of a message: text; a day; an instant with the zone whose clock says it; money in fen; what a coupon is worth; a number of something; what fades. */
export type MessageValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'moment'; readonly at: Instant; readonly zone: string }
  | { readonly type: 'money'; readonly fen: number }
  | { readonly type: 'benefit'; readonly benefit: Benefit }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'fading'; readonly fading: readonly Fading[] };

/** A reminder as it is handed to the messenger. */
export type ReminderMessage =
  | { readonly kind: 'coupon_expiring'; readonly fields: Readonly<Record<FieldOf<'coupon_expiring'>, MessageValue>>; readonly page: string }
  | { readonly kind: 'checkin_open'; readonly fields: Readonly<Record<FieldOf<'checkin_open'>, MessageValue>>; readonly page: string }
  | {
      readonly kind: 'standing_fading';
      readonly fields: Readonly<Record<FieldOf<'standing_fading'>, MessageValue>>;
      readonly page: string;
    };

/** What coupons are worth together: amounts sum up; of different things there is only their number to say. */
function worthOf(coupons: readonly CouponDocument[]): MessageValue {
  const benefits = coupons.map(({ terms }) => terms.benefit);
  const [only] = benefits;
  if (only !== undefined && benefits.length === 1) return { type: 'benefit', benefit: only };
  const amounts = benefits.flatMap((benefit) => (benefit.kind === 'amount_off' ? [benefit.amountOffFen] : []));
  if (amounts.length < benefits.length) return { type: 'text', text: `共 ${benefits.length} 张` };
  return { type: 'benefit', benefit: { kind: 'amount_off', amountOffFen: amounts.reduce((sum, amount) => sum + amount, 0) as Fen } };
}

/** The reminder of coupons that end on the same day; it opens the one, or the wallet where there are several. */
function couponMessage(first: CouponDocument, others: readonly CouponDocument[], community: CommunityDocument): ReminderMessage {
  const { title, useUntilOn } = first.terms;
  const here = `c=${communityOf(community.id)}`;
  return {
    kind: 'coupon_expiring',
    fields: {
      coupon: { type: 'text', text: others.length === 0 ? title : `${[...title].slice(0, 12).join('')} 等 ${others.length + 1} 张` },
      worth: worthOf([first, ...others]),
      until: { type: 'day', day: useUntilOn },
      shop: { type: 'text', text: community.organiser },
    },
    page: others.length === 0 ? `${TICKET_PAGE}?${here}&coupon=${encodeURIComponent(first.id)}` : `${WALLET_PAGE}?${here}`,
  };
}

/** The reminder of a check-in that is still open on a business day; it opens the plan's page. */
function checkinMessage(campaign: CampaignDocument, member: MemberDocument, community: CommunityDocument, on: Day): ReminderMessage {
  return {
    kind: 'checkin_open',
    fields: {
      plan: { type: 'text', text: campaign.title },
      streak: { type: 'count', count: streakOn(member.checkins[campaign.campaignId], on) },
      until: { type: 'moment', at: dayEndAt(on, calendarOf(community)), zone: community.zone },
    },
    page: `${CARD_PAGE}?c=${communityOf(community.id)}&id=${campaign.campaignId}`,
  };
}

/** The reminder of what fades, told by the first day on which something of it does; it opens the community's front page. Null where nothing does any more. */
function standingMessage(member: MemberDocument, community: CommunityDocument, on: Day): ReminderMessage | null {
  const fading = fadingOn(member, on);
  const [first] = fading;
  if (first === undefined) return null;
  return {
    kind: 'standing_fading',
    fields: {
      what: { type: 'fading', fading },
      until: { type: 'day', day: first.untilOn },
      shop: { type: 'text', text: community.organiser },
    },
    page: `${CARD_PAGE}?c=${communityOf(community.id)}`,
  };
}

/** What a claimed reminder says; null where nothing of what it is about is there any more. */
export function messageOf(
  claimed: { readonly kind: ReminderKind; readonly abouts: readonly string[]; readonly on: Day },
  facts: {
    readonly community: CommunityDocument;
    readonly member: MemberDocument;
    readonly couponOf: (couponId: string) => CouponDocument | null;
    readonly campaignOf: (campaignId: string) => CampaignDocument | null;
  },
): ReminderMessage | null {
  if (claimed.kind === 'coupon_expiring') {
    const [first, ...others] = claimed.abouts.flatMap((about) => facts.couponOf(about) ?? []);
    return first === undefined ? null : couponMessage(first, others, facts.community);
  }
  if (claimed.kind === 'standing_fading') return standingMessage(facts.member, facts.community, claimed.on);
  const campaign = facts.campaignOf(claimed.abouts[0] ?? '');
  return campaign === null ? null : checkinMessage(campaign, facts.member, facts.community, claimed.on);
}
