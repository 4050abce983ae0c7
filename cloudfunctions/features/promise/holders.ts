// Who holds or waits for something of a campaign, shown before it ends; and how its owner has kept what was promised.
import type { ValueOf } from '#core/contract';
import { streakOn } from '#core/rules/checkin/record';
import { funnelBoardId } from '#core/rules/leaderboard/boards';
import { worthOfRow } from '#core/rules/leaderboard/settle-season';
import { maskedPerson } from '#core/rules/membership/member';
import { trustOf } from '#core/rules/promise/trust';
import { milestoneWithinReach } from '#core/rules/promise/within-reach';
import type { CampaignDocument, CouponDocument, InviteDocument, MemberDocument, OrderDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { ViewContext, ViewHandler } from '#server/app/request-context';

const HOLDERS_PAGE = 100;

type Answer = ValueOf<'promise.holders'>;
type Holder = Answer['holders'][number];

interface Asked {
  readonly campaignId: string;
  readonly cursor?: string | undefined;
}

const nobody: Omit<Holder, 'person'> = { untilOn: null, order: null, friend: null, streakDays: null, owed: null, prize: null };

/** Coupons that nobody has used and that can still be used, those that run out first before the others. */
async function couponHolders({ campaignId, cursor }: Asked, { communityId, store, today }: ViewContext): Promise<Answer> {
  const range = { prefix: [campaignId], from: today, order: 'ascending' } as const;
  const page = await store.list('coupon.byHeld', communityId, range, HOLDERS_PAGE, cursor);
  const coupons = page.documents as unknown as readonly CouponDocument[];
  const holders = coupons.map(({ memberId, terms }) => ({ ...nobody, person: maskedPerson(memberId), untilOn: terms.useUntilOn }));
  return { holders, total: null, cursor: page.cursor };
}

/** Orders that wait to be handed over, the oldest first. */
async function orderHolders({ campaignId, cursor }: Asked, { communityId, store }: ViewContext): Promise<Answer> {
  const range = { prefix: [campaignId, 'ordered'], order: 'ascending' } as const;
  const page = await store.list('order.byCampaign', communityId, range, HOLDERS_PAGE, cursor);
  const orders = page.documents as unknown as readonly OrderDocument[];
  const holders = orders.map(({ memberId, item, number }) => ({ ...nobody, person: maskedPerson(memberId), order: { item, number } }));
  return { holders, total: null, cursor: page.cursor };
}

/** Friends who have joined by an invite and wait for their first own action. */
async function inviteHolders({ campaignId, cursor }: Asked, { communityId, store }: ViewContext): Promise<Answer> {
  const range = { prefix: [campaignId, 'joined'], order: 'ascending' } as const;
  const page = await store.list('invite.byCampaign', communityId, range, HOLDERS_PAGE, cursor);
  const threads = page.documents as unknown as readonly InviteDocument[];
  const holders = threads.map(({ inviterId, inviteeId }) => ({
    ...nobody,
    person: maskedPerson(inviterId),
    friend: maskedPerson(inviteeId),
  }));
  return { holders, total: null, cursor: page.cursor };
}

/** The first members of a plan whose streak stands, with the milestone that an end today would owe them. */
async function memberHolders({ campaignId }: Asked, { communityId, store, today }: ViewContext): Promise<Answer> {
  const { rows, total } = await store.top(funnelBoardId(communityId, campaignId, 'claimed'), HOLDERS_PAGE);
  const campaignKey = makeId(communityId, 'campaign', campaignId);
  const keys = rows.map(({ key }) => makeId(communityId, 'member', key));
  const documents = await store.read([campaignKey, ...keys]);
  const campaign = documents.get(campaignKey) as CampaignDocument | undefined;
  const members = keys.flatMap((key) => (documents.get(key) as MemberDocument | undefined) ?? []);
  const holders = members.flatMap((member) => {
    const streakDays = streakOn(member.checkins[campaignId], today);
    const milestone = campaign === undefined ? null : milestoneWithinReach(campaign, member, today);
    if (streakDays === 0 && milestone === null) return [];
    const owed = milestone === null ? null : { days: milestone.days, points: milestone.points };
    return [{ ...nobody, person: maskedPerson(member.memberId), streakDays, owed }];
  });
  return { holders, total, cursor: null };
}

/** Whoever has a prize on the board as it stands: what an end now would owe. Nobody where no season of the campaign runs. */
async function prizeHolders({ campaignId }: Asked, context: ViewContext): Promise<Answer> {
  const [found] = await context.campaigns([campaignId]);
  const now = found ? await context.prizesNow(found, context.caller.memberId) : null;
  const holders = (now?.rows ?? []).flatMap((row) =>
    row.place === null ? [] : [{ ...nobody, person: maskedPerson(row.memberId), prize: { place: row.place, ...worthOfRow(row) } }],
  );
  return { holders, total: holders.length, cursor: null };
}

const parts = { coupons: couponHolders, orders: orderHolders, invites: inviteHolders, members: memberHolders, prizes: prizeHolders };

/** One page of one part. People are masked: what counts is that somebody relies on it, not who. */
export const holders: ViewHandler<'promise.holders'> = async ({ part, ...asked }, context) => {
  return { value: await parts[part](asked, context) };
};

/** The trust card. */
export const trust: ViewHandler<'promise.trust'> = async (_input, context) => {
  const { community, tally } = context;
  const found = await context.campaigns(community.openCampaigns);
  const { organiser, contact } = community;
  return {
    value: {
      organiser,
      contact,
      ...trustOf(
        tally,
        found.flatMap((one) => one?.stock ?? []),
      ),
    },
  };
};
