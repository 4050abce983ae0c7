// EVERY action: who may call it, what it takes, what it answers, and every way it may refuse. The product's table of contents.
import * as v from 'valibot';
import type { RefusalCode } from '#core/refusals';
import { givenRoles } from '#core/rules/community/roles';
import * as analytics from '#core/shapes/analytics';
import * as audit from '#core/shapes/audit';
import * as campaign from '#core/shapes/campaign';
import * as campaignCard from '#core/shapes/campaign-card';
import * as checkin from '#core/shapes/checkin';
import * as community from '#core/shapes/community';
import * as content from '#core/shapes/content';
import * as coupon from '#core/shapes/coupon';
import * as fields from '#core/shapes/fields';
import { inCampaign, inCommunity } from '#core/shapes/fields';
import * as forecast from '#core/shapes/forecast';
import * as invite from '#core/shapes/invite';
import * as leaderboard from '#core/shapes/leaderboard';
import * as memberStory from '#core/shapes/member-story';
import * as membership from '#core/shapes/membership';
import * as moderation from '#core/shapes/moderation';
import * as points from '#core/shapes/points';
import * as policy from '#core/shapes/policy';
import * as promise from '#core/shapes/promise';
import * as redemption from '#core/shapes/redemption';
import * as reminder from '#core/shapes/reminder';
import * as risk from '#core/shapes/risk';
import * as trial from '#core/shapes/trial';

/**
 * Who may call: anyone at all; anyone signed in; a member of the community; its clerks; its co-owners, who run the desk with the owner; its
 * owner. Each includes the ones after it.
 */
export type Who = 'anyone' | 'person' | 'member' | 'clerk' | 'co_owner' | 'owner';

/** One action. A `change` carries a requestId and leaves a journal document; a `view` changes nothing. */
export interface Action<
  I extends v.GenericSchema = v.GenericSchema,
  O extends v.GenericSchema = v.GenericSchema,
  R extends RefusalCode = RefusalCode,
  K extends 'view' | 'change' = 'view' | 'change',
> {
  readonly who: Who;
  /** Whether somebody whom the owner has put out may: what is theirs stays open to them. Absent, they may what any `person` may. */
  readonly blocked?: boolean;
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  readonly refusals: readonly R[];
}

function action<I extends v.GenericSchema, O extends v.GenericSchema, const R extends RefusalCode, K extends 'view' | 'change'>(
  declaration: Action<I, O, R, K>,
): Action<I, O, R, K> {
  return declaration;
}

const addressed = ['tier_too_low', 'tag_missing', 'streak_too_short', 'newcomers_only'] as const;
const joinable = ['campaign_paused', 'campaign_not_started', 'campaign_ended', 'not_in_group', ...addressed] as const;
const provable = ['group_proof_invalid', 'group_proof_expired', 'group_proof_used'] as const;
const done = v.object({});

export const contract = {
  // community 社群
  'community.create': action({
    who: 'person',
    kind: 'change',
    input: community.communityInput,
    output: v.object({ communityId: v.string(), memberId: v.string() }),
    refusals: [...provable, 'content_refused', 'founding_closed'],
  }),
  'community.mine': action({
    who: 'person',
    kind: 'view',
    input: v.strictObject({}),
    output: v.object({
      communities: v.array(v.object({ community: community.community, role: fields.role })),
      /** Whether this person may found another one: see `founding_closed`. */
      mayFound: v.boolean(),
    }),
    refusals: [],
  }),
  'community.enter': action({
    who: 'person',
    kind: 'change',
    input: community.enterInput,
    output: v.object({
      memberId: v.string(),
      role: fields.role,
      joinedAt: v.nullable(fields.instant),
      invited: v.boolean(),
      inviteRefusal: v.nullable(v.string()),
      /** The campaign that the invite leads to: a mini-code has room for its token only. */
      campaignId: v.nullable(v.string()),
    }),
    refusals: ['not_found', ...provable],
  }),
  'community.home': action({ who: 'person', kind: 'view', input: inCommunity, output: community.home, refusals: ['not_found'] }),
  'community.join': action({
    who: 'person',
    kind: 'change',
    input: community.joinInput,
    /** `joinedAt` null: the owner has to say yes. */
    output: v.object({ memberId: v.string(), joinedAt: v.nullable(fields.instant) }),
    blocked: false,
    refusals: ['not_found', 'already_joined', 'already_waiting', 'refused_lately', 'answers_needed', 'user_content_off', 'content_refused'],
  }),
  /** Takes the caller's wish to come in back, with what they answered. */
  'community.withdraw': action({
    who: 'person',
    kind: 'change',
    input: inCommunity,
    output: done,
    refusals: ['not_found', 'nothing_waiting'],
  }),
  /** How people come in from now on; whoever waits goes on waiting, until they tap again or the owner lets them in. */
  'community.setJoining': action({
    who: 'co_owner',
    kind: 'change',
    input: community.joiningInput,
    output: done,
    refusals: ['content_refused', 'user_content_off'],
  }),
  /** Newcomers who wait for a yes, the longest first. */
  'community.applicants': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ applicants: v.array(community.applicant), total: fields.count, cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  /** Lets a newcomer in, or turns them down with a reason that they read. `askedAt` names the wish that was looked at. */
  'community.admit': action({
    who: 'co_owner',
    kind: 'change',
    input: community.admitInput,
    output: v.object({ joinedNow: v.boolean() }),
    refusals: ['not_found', 'already_joined', 'nothing_waiting', 'content_refused'],
  }),
  /** What the owner says about the community, whole. */
  'community.describe': action({
    who: 'owner',
    kind: 'change',
    input: community.communityTexts,
    output: done,
    refusals: ['content_refused', 'organiser_fixed'],
  }),
  'community.bindGroup': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, proof: community.groupProof, label: fields.text(1, 20) }),
    output: v.object({ groupId: v.string(), label: v.string() }),
    refusals: [...provable, 'content_refused'],
  }),
  'community.groups': action({
    who: 'co_owner',
    kind: 'view',
    input: inCommunity,
    output: v.object({ groups: v.array(v.object({ groupId: v.string(), label: v.string(), boundAt: fields.instant })) }),
    refusals: [],
  }),
  /** The members, the newest first; with `among`, those of one look who are looked for: the phone goes on until the cursor is null. */
  'community.members': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor), among: v.optional(membership.among) }),
    output: membership.memberPage,
    refusals: [],
  }),
  /** Gives a member a role. Who runs the desk beside the owner is the owner's alone to say. */
  'community.appoint': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart, role: v.picklist(givenRoles) }),
    output: v.object({ memberId: v.string(), role: fields.role }),
    refusals: ['not_found', 'owner_stays', 'owner_appoints', 'too_many_co_owners'],
  }),
  /**
   * Puts a member out: they keep what they were promised, and can appeal once. `text` is read by them. A co-owner is put out by the owner
   * alone, and loses the seat with it.
   */
  'community.block': action({
    who: 'co_owner',
    kind: 'change',
    input: community.blockInput,
    output: v.object({ memberId: v.string() }),
    refusals: ['not_found', 'owner_stays', 'owner_appoints', 'already_blocked', 'content_refused'],
  }),
  'community.unblock': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart }),
    output: v.object({ memberId: v.string() }),
    refusals: ['not_found', 'not_blocked'],
  }),

  // membership 成员
  'membership.showName': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, nickname: v.nullable(fields.text(1, 16)) }),
    output: membership.shownState,
    refusals: ['content_refused', 'user_content_off'],
  }),
  'membership.showAvatar': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, picture: v.nullable(membership.pictureInput) }),
    output: membership.shownState,
    refusals: ['picture_unreadable', 'content_refused', 'user_content_off'],
  }),
  /** My tier and why, what is missing for the next, until when it is kept, and what my points come to. */
  'membership.standing': action({ who: 'person', kind: 'view', input: inCommunity, output: membership.standing, refusals: ['not_found'] }),
  'membership.tags': action({
    who: 'co_owner',
    kind: 'view',
    input: inCommunity,
    output: v.object({ tags: v.array(membership.tag) }),
    refusals: [],
  }),
  'membership.saveTag': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, tagId: v.optional(fields.idPart), name: fields.text(1, 8) }),
    output: v.object({ tagId: v.string() }),
    refusals: ['not_found', 'too_many_tags', 'content_refused'],
  }),
  /** Removes a tag from the community, and so from everybody who bears it. */
  'membership.removeTag': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, tagId: fields.idPart }),
    output: done,
    refusals: ['not_found', 'tag_in_use'],
  }),
  'membership.segments': action({
    who: 'co_owner',
    kind: 'view',
    input: inCommunity,
    output: v.object({ segments: v.array(membership.segment) }),
    refusals: [],
  }),
  'membership.saveSegment': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      segmentId: v.optional(fields.idPart),
      name: fields.text(1, 12),
      conditions: membership.conditions,
    }),
    output: v.object({ segmentId: v.string() }),
    refusals: ['not_found', 'too_many_segments', 'content_refused'],
  }),
  'membership.removeSegment': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, segmentId: fields.idPart }),
    output: done,
    refusals: ['not_found'],
  }),
  /** Who is in a segment, saved or not: page by page over all members, until the cursor is null. */
  'membership.countSegment': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, conditions: membership.conditions, cursor: v.optional(fields.cursor) }),
    output: membership.segmentPage,
    refusals: [],
  }),
  /** Gives a member exactly these tags. */
  'membership.tag': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart, tags: membership.memberTags }),
    output: v.object({ memberId: v.string(), tags: v.array(v.string()) }),
    refusals: ['not_found'],
  }),
  /** One member's story for the owner, by parts that the phone puts in order. */
  'membership.story': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({
      communityId: fields.idPart,
      memberId: fields.idPart,
      part: memberStory.storyPart,
      cursor: v.optional(fields.cursor),
    }),
    output: memberStory.story,
    refusals: ['not_found'],
  }),
  /** Everything that is held about the caller, page by page. */
  'membership.export': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: membership.exportPart,
    refusals: [],
  }),
  /** Erases the caller, for good. */
  'membership.erase': action({ who: 'member', blocked: true, kind: 'change', input: inCommunity, output: done, refusals: ['owner_stays'] }),

  // moderation 治理
  'moderation.queue': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ waiting: v.array(moderation.waitingRow), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'moderation.decide': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      memberId: fields.idPart,
      shown: v.picklist(['nickname', 'picture']),
      /** Which one the owner has looked at: the member may have changed it since. */
      since: fields.instant,
      /** Why not; null lets it through. */
      refusal: v.nullable(moderation.moderationReason),
    }),
    output: done,
    refusals: ['nothing_waiting'],
  }),

  'moderation.texts': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ waiting: v.array(moderation.waitingText), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'moderation.judge': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      ...content.inEntry.entries,
      /** Which one the owner has looked at: its writer may have changed it since. */
      since: fields.instant,
      /** Why not; null lets it stand. */
      refusal: v.nullable(moderation.moderationReason),
    }),
    output: done,
    refusals: ['nothing_waiting'],
  }),

  // campaign 活动
  'campaign.types': action({
    who: 'co_owner',
    kind: 'view',
    input: inCommunity,
    output: v.object({
      types: v.array(
        v.object({
          code: fields.campaignType,
          parameters: v.record(v.string(), v.looseObject({ kind: v.string() })),
          start: campaign.draftStart,
        }),
      ),
    }),
    refusals: [],
  }),
  'campaign.save': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: v.optional(fields.idPart),
      /** The state of the draft that was written on, as a save or a preview gave it; without one, whatever is there is written over. */
      basis: v.optional(fields.count),
      draft: campaign.draftInput,
    }),
    /** `basis`: the state that this save has made; a retry of a save from before there were any is answered without. */
    output: v.object({ campaignId: v.string(), basis: v.optional(fields.count) }),
    refusals: ['not_found', 'user_content_off', 'campaign_not_draft', 'draft_changed', 'content_refused'],
  }),
  /** Takes a draft away for good; nobody but its owner has seen it. */
  'campaign.discard': action({
    who: 'co_owner',
    kind: 'change',
    input: inCampaign,
    output: done,
    refusals: ['not_found', 'campaign_not_draft'],
  }),
  /** The drafts, or the campaigns that have ended, the one with the latest last day first. */
  'campaign.list': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, state: v.picklist(['draft', 'ended']), cursor: v.optional(fields.cursor) }),
    output: v.object({ cards: v.array(campaignCard.campaignCard), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'campaign.preview': action({ who: 'co_owner', kind: 'view', input: inCampaign, output: campaign.preview, refusals: ['not_found'] }),
  'campaign.publish': action({
    who: 'co_owner',
    kind: 'change',
    /** `confirmed`: the rules whose warnings the owner has read and takes on; `outlook`: their target, and the forecast as they saw it. */
    input: v.strictObject({
      ...inCampaign.entries,
      confirmed: v.optional(policy.policyRuleIds),
      outlook: v.optional(forecast.outlook),
    }),
    output: v.object({ coupons: fields.count, points: fields.count }),
    refusals: [
      'not_found',
      'user_content_off',
      'campaign_not_draft',
      'draft_incomplete',
      'policy_blocked',
      'policy_unconfirmed',
      'too_many_open',
      'one_welcome',
    ],
  }),
  /** Changes a running campaign for the better: whoever has relied on it loses nothing. */
  'campaign.improve': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ ...inCampaign.entries, draft: campaign.draftInput, confirmed: v.optional(policy.policyRuleIds) }),
    output: v.object({ version: fields.count, coupons: fields.count, points: fields.count }),
    refusals: [
      'not_found',
      'campaign_not_live',
      'content_refused',
      'would_worsen',
      'draft_incomplete',
      'policy_blocked',
      'policy_unconfirmed',
    ],
  }),
  /** Every version of a campaign's rules, the newest first, with what each changed. */
  'campaign.versions': action({
    who: 'person',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ versions: v.array(campaign.campaignVersion), cursor: v.nullable(v.string()) }),
    refusals: ['not_found'],
  }),
  /** At which share left the owner is warned. */
  'campaign.warnAt': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, percent: campaign.warnPercent }),
    output: done,
    refusals: ['not_found', 'campaign_not_live'],
  }),
  'campaign.pause': action({
    who: 'co_owner',
    kind: 'change',
    input: inCampaign,
    output: done,
    refusals: ['not_found', 'campaign_not_live'],
  }),
  'campaign.resume': action({
    who: 'co_owner',
    kind: 'change',
    input: inCampaign,
    output: done,
    refusals: ['not_found', 'campaign_not_paused'],
  }),
  'campaign.end': action({
    who: 'co_owner',
    kind: 'change',
    input: inCampaign,
    output: v.object({
      pointsReleased: fields.count,
      couponsReleased: fields.count,
      couponsHeld: fields.count,
      goodsReleased: fields.count,
    }),
    refusals: ['not_found', 'campaign_not_live'],
  }),
  'campaign.post': action({
    who: 'co_owner',
    kind: 'change',
    input: inCampaign,
    output: v.object({ card: campaign.shareCard }),
    refusals: ['not_found', 'campaign_not_live'],
  }),
  'campaign.open': action({ who: 'person', kind: 'view', input: inCampaign, output: campaign.campaignPage, refusals: ['not_found'] }),
  /** What a page may show to somebody whom WeChat has not signed in, such as in a Moments post: no person, nothing to do. */
  'campaign.glance': action({ who: 'anyone', kind: 'view', input: inCampaign, output: campaign.glance, refusals: ['not_found'] }),
  /** Every condition of taking part, met or not, with its numbers; about somebody else only for the owner. */
  'campaign.why': action({
    who: 'person',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, memberId: v.optional(fields.idPart) }),
    output: v.object({ conditions: v.array(campaign.shownCondition), can: v.boolean() }),
    refusals: ['not_found'],
  }),
  'campaign.reach': action({
    who: 'person',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      seen: v.pipe(v.array(fields.idPart), v.maxLength(20)),
      opened: v.pipe(v.array(fields.idPart), v.maxLength(20)),
    }),
    output: v.object({ counted: fields.count }),
    refusals: ['not_found'],
  }),

  // forecast 预估
  'forecast.basis': action({ who: 'co_owner', kind: 'view', input: inCampaign, output: forecast.forecastBasis, refusals: ['not_found'] }),

  // checkin 打卡
  'checkin.checkIn': action({
    who: 'member',
    kind: 'change',
    /** `on`: the day that it is to count for, where that is not today: the day before, while the grace lasts. */
    input: v.strictObject({ ...inCampaign.entries, on: v.optional(fields.day) }),
    output: checkin.checkinResult,
    refusals: ['not_found', ...joinable, 'already_checked_in', 'grace_over'],
  }),
  'checkin.makeUp': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ ...inCampaign.entries, on: fields.day }),
    output: checkin.madeUp,
    refusals: ['not_found', ...joinable, 'day_not_missing', 'make_up_too_late', 'no_make_up_card'],
  }),
  'checkin.calendar': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
    }),
    output: checkin.calendar,
    refusals: ['not_found'],
  }),

  // points 积分
  'points.statement': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: points.statement,
    refusals: [],
  }),

  'points.policy': action({ who: 'co_owner', kind: 'view', input: inCommunity, output: points.pointsPolicyState, refusals: [] }),
  'points.setPolicy': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, ...points.pointsPolicy.entries }),
    output: done,
    refusals: ['only_better'],
  }),
  'points.memberStatement': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: points.memberStatement,
    refusals: ['not_found'],
  }),
  /** Takes a grant back; what has been spent already stays spent. */
  'points.reverse': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart, grant: points.grantKey, reason: fields.text(2, 60) }),
    output: v.object({ points: fields.count, shortPoints: fields.count }),
    refusals: ['not_found', 'already_reversed'],
  }),
  'points.exchange': action({
    who: 'member',
    kind: 'change',
    input: inCampaign,
    output: v.object({ order: v.nullable(points.order), ticket: v.nullable(coupon.ticket), balance: fields.count, left: fields.count }),
    refusals: ['not_found', ...joinable, 'limit_reached', 'sold_out', 'points_short'],
  }),
  'points.myOrders': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ orders: v.array(points.order), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'points.orders': action({
    who: 'clerk',
    kind: 'view',
    input: v.strictObject({
      communityId: fields.idPart,
      state: v.picklist(['ordered', 'handed_over', 'cancelled']),
      cursor: v.optional(fields.cursor),
    }),
    output: v.object({ orders: v.array(points.orderRow), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'points.handOver': action({
    who: 'clerk',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, ...points.orderKey }),
    output: done,
    refusals: ['not_found', 'order_not_open'],
  }),
  /** Points and goods go back; `reason` is what the member reads. */
  'points.cancelOrder': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, ...points.orderKey, reason: fields.text(2, 60) }),
    output: v.object({ points: fields.count }),
    refusals: ['not_found', 'order_not_open'],
  }),

  // coupon 优惠券
  'coupon.claim': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ ...inCampaign.entries, quantity: v.optional(coupon.quantity) }),
    output: coupon.claimed,
    refusals: ['not_found', ...joinable, 'limit_reached', 'day_limit_reached', 'quantity_over_limit', 'sold_out', 'not_enough_left'],
  }),
  'coupon.wallet': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ tickets: v.array(coupon.ticket), today: v.string(), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),

  // redemption 核销
  'redemption.code': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, couponId: v.pipe(v.string(), v.maxLength(300)) }),
    output: v.object({ ticket: coupon.ticket, code: redemption.rotatingCode }),
    refusals: ['not_found', 'not_in_group', 'already_redeemed', 'coupon_void', 'coupon_not_yet', 'coupon_expired'],
  }),
  'redemption.scan': action({
    who: 'clerk',
    kind: 'view',
    /** `scannedAt`: by the clerk's phone, where it had no network then; only the code of a picture is known later. */
    input: v.strictObject({
      communityId: fields.idPart,
      code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      scannedAt: v.optional(fields.instant),
    }),
    output: redemption.scan,
    refusals: [
      'code_unknown',
      'scan_too_old',
      'code_expired',
      'not_in_group',
      'already_redeemed',
      'coupon_void',
      'coupon_not_yet',
      'coupon_expired',
    ],
  }),
  'redemption.preview': action({
    who: 'clerk',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, scanToken: v.pipe(v.string(), v.maxLength(400)), orderFen: fields.orderFen }),
    output: redemption.sum,
    refusals: ['scan_expired', 'not_found', 'order_missing', 'below_threshold'],
  }),
  'redemption.confirm': action({
    who: 'clerk',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, scanToken: v.pipe(v.string(), v.maxLength(400)), orderFen: fields.orderFen }),
    output: v.object({ sum: redemption.sum, redeemedAt: fields.instant }),
    refusals: [
      'scan_expired',
      'not_found',
      'not_in_group',
      'already_redeemed',
      'coupon_void',
      'coupon_not_yet',
      'coupon_expired',
      'order_missing',
      'below_threshold',
    ],
  }),
  'redemption.undo': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, couponId: v.pipe(v.string(), v.maxLength(300)), reason: fields.text(2, 60) }),
    output: done,
    refusals: ['not_found', 'not_redeemed', 'undo_too_late'],
  }),
  'redemption.recent': action({
    who: 'clerk',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ lines: v.array(redemption.redemptionLine), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  /** A clerk's own shift on a business day, today's unless `on` says otherwise; the owner sees everybody's. */
  'redemption.shift': action({
    who: 'clerk',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, on: v.optional(fields.day) }),
    output: v.object({ on: fields.day, today: fields.day, clerks: v.array(redemption.clerkShift) }),
    refusals: [],
  }),

  // invite 邀请
  'invite.create': action({
    who: 'member',
    kind: 'change',
    input: inCampaign,
    output: v.object({ token: v.string(), card: campaign.shareCard }),
    refusals: ['not_found', ...joinable],
  }),
  /** The mini-code of a poster, base64 of a PNG; null where this installation has none and the code is a web address. */
  'invite.code': action({
    who: 'member',
    kind: 'view',
    input: inCampaign,
    output: v.object({ picture: v.nullable(v.string()) }),
    refusals: ['not_found'],
  }),
  'invite.list': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ invites: v.array(invite.inviteState), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),

  /** The invites of one campaign, whoever sent them: for an owner who has to look into them. */
  'invite.review': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ invites: v.array(invite.reviewedInvite), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  /** Takes the reward of an invite back, for fraud that has been shown. */
  'invite.reverse': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      inviterId: fields.idPart,
      inviteeId: fields.idPart,
      reason: invite.fraudReason,
      evidence: fields.text(4, 60),
    }),
    output: v.object({ voided: fields.count, used: fields.count }),
    refusals: ['not_found', 'invite_not_rewarded', 'content_refused'],
  }),

  // risk 风控
  /** Reviews: those that wait for the owner, or those that do not. */
  'risk.queue': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, part: v.picklist(['waiting', 'past']), cursor: v.optional(fields.cursor) }),
    output: v.object({ reviews: v.array(risk.reviewLine), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'risk.review': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart }),
    output: risk.reviewWhole,
    refusals: ['not_found'],
  }),
  /** Decides on a review: `restriction` null says that nothing is wrong. `noticedAt` names what was looked at. */
  'risk.decide': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      memberId: fields.idPart,
      noticedAt: fields.instant,
      restriction: v.nullable(risk.restrictionInput),
    }),
    output: v.object({ untilOn: v.nullable(v.string()) }),
    refusals: ['not_found', 'nothing_waiting', 'content_refused'],
  }),
  /** Answers an appeal; `lifted` ends the restriction. */
  'risk.answer': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, memberId: fields.idPart, text: fields.text(2, 80), lifted: v.boolean() }),
    output: done,
    refusals: ['not_found', 'nothing_waiting', 'content_refused'],
  }),
  /** What a review says of the caller; null where none does. */
  'risk.mine': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: inCommunity,
    output: v.object({ review: v.nullable(risk.review) }),
    refusals: [],
  }),
  'risk.appeal': action({
    who: 'member',
    blocked: true,
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, text: fields.text(0, 80) }),
    output: done,
    refusals: ['not_found', 'already_appealed', 'content_refused', 'user_content_off'],
  }),

  // audit 审计
  /**
   * The ground of a replay of one member's history: first what is stored, then the journal's facts about them, page by page. Whoever asks
   * rebuilds the figures from the facts alone and compares. Somebody else's are the owner's to ask for.
   */
  'audit.replay': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, memberId: v.optional(fields.idPart), cursor: v.optional(fields.cursor) }),
    output: audit.replayPart,
    refusals: ['not_found'],
  }),

  // leaderboard 榜单
  'leaderboard.board': action({
    who: 'member',
    kind: 'view',
    input: v.pipe(
      v.strictObject({ communityId: fields.idPart, kind: leaderboard.boardKind, period: leaderboard.boardPeriod }),
      v.check(({ kind, period }) => period !== 'league' || kind === 'checkin', 'a league of anything but check-ins'),
    ),
    output: leaderboard.board,
    refusals: [],
  }),
  'leaderboard.hide': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, hidden: v.boolean() }),
    output: v.object({ hidden: v.boolean() }),
    refusals: [],
  }),
  'leaderboard.last': action({
    who: 'member',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, kind: leaderboard.boardKind, period: v.picklist(['week', 'month']) }),
    output: leaderboard.lastBoard,
    refusals: ['not_found'],
  }),
  /** The latest settlement of a campaign that gives prizes for the board; null before its first. */
  'leaderboard.settlement': action({
    who: 'member',
    kind: 'view',
    input: inCampaign,
    output: v.object({ settlement: v.nullable(leaderboard.settlement) }),
    refusals: ['not_found'],
  }),

  // content 内容互动
  'content.answer': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, chosen: content.chosenInput }),
    output: v.object({ right: v.nullable(fields.count), pointsEarned: fields.count, points: fields.count, budgetGone: v.boolean() }),
    refusals: ['not_found', ...joinable, 'already_answered', 'choices_off'],
  }),
  'content.results': action({
    who: 'member',
    kind: 'view',
    input: inCampaign,
    output: content.results,
    refusals: ['not_found', 'not_in_group', 'not_answered'],
  }),
  'content.read': action({ who: 'member', kind: 'change', input: inCampaign, output: done, refusals: ['not_found', ...joinable] }),
  /** What members have written in a topic or a Q&A; with `question` the answers to it. */
  'content.thread': action({
    who: 'member',
    kind: 'view',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      question: v.optional(content.questionKey),
      cursor: v.optional(fields.cursor),
    }),
    output: content.entryThread,
    refusals: ['not_found', 'not_in_group'],
  }),
  'content.post': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      /** The question that it answers. */
      question: v.optional(content.questionKey),
      text: content.entryText,
    }),
    output: v.object({ slot: v.string(), state: v.picklist(['shown', 'waiting']) }),
    refusals: ['content_refused', 'user_content_off', 'not_found', ...joinable, 'asked_all', 'own_entry', 'already_accepted'],
  }),
  'content.remove': action({
    who: 'member',
    blocked: true,
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, slot: fields.idPart }),
    output: done,
    refusals: ['not_found'],
  }),
  'content.accept': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, slot: content.questionSlot, helperId: fields.idPart }),
    output: done,
    refusals: ['user_content_off', 'not_found', 'already_accepted'],
  }),
  'content.report': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ ...content.inEntry.entries, reason: moderation.moderationReason }),
    output: done,
    refusals: ['user_content_off', 'not_found', 'own_entry', 'already_reported'],
  }),

  // trial 试用
  'trial.apply': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, text: trial.trialAnswer }),
    output: v.object({ state: v.picklist(['shown', 'waiting']), selected: v.boolean() }),
    refusals: ['content_refused', 'user_content_off', 'not_found', ...joinable, 'already_applied', 'report_owed', 'sold_out'],
  }),
  'trial.report': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      text: trial.trialReportText,
      stars: trial.trialStars,
    }),
    output: v.object({ state: v.picklist(['shown', 'waiting']), late: v.boolean() }),
    refusals: ['content_refused', 'user_content_off', 'not_found', 'not_selected', 'not_redeemed_yet', 'report_given'],
  }),
  'trial.reports': action({
    who: 'member',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: trial.trialReports,
    refusals: ['not_found', 'not_in_group'],
  }),
  /** Notes that a member has opened the reports: once, and not of those who write them. */
  'trial.read': action({ who: 'member', kind: 'change', input: inCampaign, output: done, refusals: ['not_found'] }),
  'trial.results': action({ who: 'co_owner', kind: 'view', input: inCampaign, output: trial.trialResults, refusals: ['not_found'] }),
  'trial.applicants': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, campaignId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ applicants: v.array(trial.trialApplicant), cursor: v.nullable(v.string()) }),
    refusals: ['not_found'],
  }),

  // reminder 提醒
  'reminder.wallet': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: inCommunity,
    output: reminder.reminderWallet,
    refusals: [],
  }),
  'reminder.accept': action({
    who: 'member',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, accepted: reminder.acceptedReminders }),
    output: reminder.reminderState,
    refusals: ['not_found', 'reminder_unavailable'],
  }),
  'reminder.stop': action({
    who: 'member',
    blocked: true,
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, kind: reminder.reminderKind }),
    output: reminder.reminderState,
    refusals: [],
  }),

  // promise 承诺账本
  'promise.open': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ promises: v.array(promise.brokenPromise), total: fields.count, cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  /** Gives what a broken promise owes; with `words` it is settled by what they say instead. */
  'promise.settle': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({ communityId: fields.idPart, ...promise.promiseKey, words: v.optional(fields.text(2, 80)) }),
    output: v.object({ coupons: fields.count, points: fields.count, useUntilOn: v.nullable(v.string()) }),
    refusals: ['not_found', 'already_settled', 'words_needed', 'content_refused'],
  }),
  /** Records that something promised cannot be given: it stays open until it is settled. `n`: which of the member's coupons, prizes, orders. */
  'promise.report': action({
    who: 'clerk',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      memberId: fields.idPart,
      kind: v.picklist(['coupon', 'prize', 'exchange']),
      n: fields.nth,
      words: fields.text(2, 80),
    }),
    output: done,
    refusals: ['not_found', 'content_refused'],
  }),
  /** Who holds or waits for something of a campaign: shown before it is ended. `total`: how many members have taken part in a plan. */
  'promise.holders': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      part: promise.holderPart,
      cursor: v.optional(fields.cursor),
    }),
    output: v.object({ holders: v.array(promise.holder), total: v.nullable(fields.count), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'promise.trust': action({ who: 'person', kind: 'view', input: inCommunity, output: promise.trust, refusals: ['not_found'] }),
  'promise.complain': action({
    who: 'member',
    blocked: true,
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      couponId: v.optional(v.pipe(v.string(), v.maxLength(300))),
      reason: promise.complaintReason,
      text: fields.text(0, 80),
    }),
    output: v.object({ n: fields.count }),
    refusals: ['not_found', 'complaint_open', 'too_many_complaints', 'content_refused', 'user_content_off'],
  }),
  /** The caller's own complaints. */
  'promise.complaintsOfMine': action({
    who: 'member',
    blocked: true,
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ complaints: v.array(promise.complaint), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  'promise.complaints': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({
      communityId: fields.idPart,
      state: v.picklist(['open', 'answered', 'settled']),
      cursor: v.optional(fields.cursor),
    }),
    output: v.object({ complaints: v.array(promise.complaint), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),
  /** Answers a complaint; `settled` where it has been made good. */
  'promise.answer': action({
    who: 'co_owner',
    kind: 'change',
    input: v.strictObject({
      communityId: fields.idPart,
      campaignId: fields.idPart,
      memberId: fields.idPart,
      n: fields.nth,
      text: fields.text(2, 80),
      settled: v.boolean(),
    }),
    output: v.object({ state: v.picklist(['open', 'answered', 'settled']) }),
    refusals: ['not_found', 'already_settled', 'content_refused'],
  }),
  /** The archive that promotion rules ask for, page by page: every line of it without anybody's name. */
  'promise.archive': action({
    who: 'owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: v.object({ lines: v.array(promise.archiveLine), cursor: v.nullable(v.string()) }),
    refusals: [],
  }),

  // analytics 分析
  /** `campaignId`: one campaign that is to be among them, however long ago it was made. */
  'analytics.today': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, campaignId: v.optional(fields.idPart) }),
    output: analytics.ownerToday,
    refusals: [],
  }),
  'analytics.days': action({ who: 'co_owner', kind: 'view', input: inCommunity, output: analytics.ownerDays, refusals: [] }),
  /** Who needs the owner's look now. */
  'analytics.needs': action({ who: 'co_owner', kind: 'view', input: inCommunity, output: analytics.ownerNeeds, refusals: [] }),
  /** What came of the campaigns: page by page over everybody, until the cursor is null; the pages add up. */
  'analytics.results': action({
    who: 'co_owner',
    kind: 'view',
    input: v.strictObject({ communityId: fields.idPart, cursor: v.optional(fields.cursor) }),
    output: analytics.resultsPage,
    refusals: [],
  }),
} as const;

/** Every action by name. */
export type Contract = typeof contract;

/** The name of an action, such as `coupon.claim`. */
export type ActionName = keyof Contract;

/** What an action takes, as the handler receives it. */
export type InputOf<A extends ActionName> = v.InferOutput<Contract[A]['input']>;

/** What an action answers. */
export type ValueOf<A extends ActionName> = v.InferOutput<Contract[A]['output']>;

/** The refusal codes that an action has declared. */
export type RefusalOf<A extends ActionName> = Contract[A]['refusals'][number];
