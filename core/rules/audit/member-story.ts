// What somebody did in a community, told to its owner: each deed with what it brought and by which rules, and no word that they wrote.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { TierCode } from '#core/rules/membership/tier-code';
import { type MovedReason, movedBy } from '#core/rules/points/moved';
import type { CouponDocument, JournalDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** What kind of thing a line tells. `points` moved without a deed of the member's own; `got` is a coupon that came to them. */
export const storyDeeds = [
  'came_through',
  'joined',
  'checked_in',
  'made_up',
  'answered',
  'voted',
  'read',
  'wrote',
  'helped',
  'applied',
  'reported',
  'exchanged',
  'tier',
  'got',
  'redeemed',
  'undone',
  'points',
] as const;
export type StoryDeed = (typeof storyDeeds)[number];

/** Points that a deed brought or cost: by which campaign, under which version of its rules (null of what no campaign moves), and why. */
export interface StoryReward {
  readonly points: number;
  readonly reason: MovedReason;
  readonly campaignId: string;
  readonly version: number | null;
}

/** One line of a story. */
export interface StoryLine {
  /** Tells lines apart, also over pages. */
  readonly key: string;
  readonly at: Instant;
  readonly on: Day;
  readonly deed: StoryDeed;
  /** Empty where no campaign is meant. */
  readonly campaignId: string;
  readonly rewards: readonly StoryReward[];
  /** The new tier and the one before it, of `tier`. */
  readonly tier: { readonly to: TierCode; readonly from: TierCode } | null;
  /** Of `got`, `redeemed` and `undone`. */
  readonly coupon:
    | (Pick<CouponDocument, 'reason'> & {
        readonly terms: Pick<CouponDocument['terms'], 'title' | 'benefit' | 'version'>;
        /** What the order came to and what was taken off it, in fen; null of `got`. */
        readonly order: { readonly orderFen: number; readonly offFen: number } | null;
      })
    | null;
}

type Told = Pick<StoryLine, 'deed' | 'campaignId' | 'tier'>;

const told = (deed: StoryDeed, campaignId = ''): Told => ({ deed, campaignId, tier: null });

/** What an event of the member's own action says that they did; a complaint is between them and whoever answers it. */
function deedOf(event: JournalEvent): Told | null {
  switch (event.kind) {
    case 'invite_opened':
      return event.refusal === null ? told('came_through', event.campaignId) : null;
    case 'joined':
      return told('joined');
    case 'checked_in':
      return told('checked_in', event.campaignId);
    case 'made_up':
      return told('made_up', event.campaignId);
    case 'quiz_answered':
      return told('answered', event.campaignId);
    case 'poll_answered':
      return told('voted', event.campaignId);
    case 'notice_read':
      return told('read', event.campaignId);
    case 'entry_written':
      return told('wrote', event.campaignId);
    case 'trial_applied':
      return told('applied', event.campaignId);
    case 'trial_reported':
      return told('reported', event.campaignId);
    case 'goods_ordered':
      return told('exchanged', event.campaignId);
    default:
      return null;
  }
}

function rewardsOf(journal: JournalDocument, memberId: string): StoryReward[] {
  return journal.events.flatMap((event) => {
    const moved = movedBy(event, memberId);
    if (moved === null) return [];
    const { points, reason, campaignId } = moved;
    return [{ points, reason, campaignId, version: event.kind === 'points_granted' ? event.version : null }];
  });
}

/** The lines of one journal document about a member, in the order in which it came about; none where it tells nothing of them. */
export function storyOf(journal: JournalDocument, memberId: string): readonly StoryLine[] {
  const isOwn = journal.memberId === memberId;
  const deeds = journal.events.flatMap((event): Told[] => {
    if (event.kind === 'tier_changed' && event.memberId === memberId) {
      return [{ ...told('tier'), tier: { to: event.tier, from: event.from } }];
    }
    if (event.kind === 'answer_accepted' && event.helperId === memberId) return [told('helped', event.campaignId)];
    const deed = isOwn ? deedOf(event) : null;
    return deed === null ? [] : [deed];
  });
  const rewards = rewardsOf(journal, memberId);
  const first = deeds.findIndex(({ deed }) => deed !== 'tier');
  const lines = first === -1 && rewards.length > 0 ? [told('points', rewards[0]?.campaignId), ...deeds] : deeds;
  const rewarded = first === -1 ? 0 : first;
  return lines.map((line, index) => ({
    ...line,
    key: `${journal.id}/${String(index)}`,
    at: journal.at,
    on: journal.on,
    rewards: index === rewarded ? rewards : [],
    coupon: null,
  }));
}

/** The lines of a coupon: that it came, each use that was undone, and its use. */
export function storyOfCoupon(coupon: CouponDocument, dayAt: (at: Instant) => Day): readonly StoryLine[] {
  const { id, campaignId, reason, claimedAt, redemption, undone } = coupon;
  const { title, benefit, version } = coupon.terms;
  const line = (name: string, deed: StoryDeed, at: Instant, order: { orderFen: number; offFen: number } | null): StoryLine => ({
    key: `${id}/${name}`,
    at,
    on: dayAt(at),
    deed,
    campaignId,
    rewards: [],
    tier: null,
    coupon: { reason, terms: { title, benefit, version }, order },
  });
  return [
    line('got', 'got', claimedAt, null),
    ...undone.flatMap(({ redeemedAt, undoneAt, orderFen, offFen }, index) => [
      line(`redeemed-${String(index)}`, 'redeemed', redeemedAt, { orderFen, offFen }),
      line(`undone-${String(index)}`, 'undone', undoneAt, { orderFen, offFen }),
    ]),
    ...(redemption === null
      ? []
      : [line('redeemed', 'redeemed', redemption.redeemedAt, { orderFen: redemption.orderFen, offFen: redemption.offFen })]),
  ];
}
