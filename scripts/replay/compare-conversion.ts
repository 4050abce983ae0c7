// Compares what the store holds after a replay with what the data says, each counted by itself.

import { hasReached } from '#core/rules/campaign/funnel';
import type { CouponDocument, IndexName, MemberDocument } from '#core/tables';
import { PAGE_LIMIT_MAX, type Store, type StoredDocument } from '#server/ports/store';
import type { ActedOut } from './act-out-history';
import type { PastHistory } from './read-history';

/** One campaign's numbers: people who received, coupons claimed and redeemed, people who redeemed at least once. */
export interface CampaignNumbers {
  readonly received: number;
  readonly claimed: number;
  readonly redeemed: number;
  readonly redeemers: number;
}

/** A campaign in the store beside the same campaign in the data. */
export interface ComparedCampaign {
  readonly campaignId: string;
  readonly campaignType: string;
  readonly stored: CampaignNumbers;
  readonly inData: CampaignNumbers;
}

async function* walk(store: Store, index: IndexName, communityId: string): AsyncGenerator<StoredDocument> {
  let cursor: string | undefined;
  do {
    const page = await store.list(index, communityId, { prefix: [], order: 'ascending' }, PAGE_LIMIT_MAX, cursor);
    yield* page.documents;
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}

/** Counts every campaign twice, from the store's documents and from the data. */
export async function compareConversion(store: Store, history: PastHistory, acted: ActedOut): Promise<ComparedCampaign[]> {
  const coupons: CouponDocument[] = [];
  for await (const document of walk(store, 'coupon.byMember', acted.communityId)) coupons.push(document as unknown as CouponDocument);
  const members: MemberDocument[] = [];
  for await (const document of walk(store, 'member.byJoined', acted.communityId)) members.push(document as unknown as MemberDocument);
  return [...history.campaigns.values()].map((campaign) => {
    const id = acted.campaignIds.get(campaign.campaignId) ?? '';
    const own = coupons.filter((coupon) => coupon.campaignId === id);
    const used = own.filter((coupon) => coupon.redemption !== null);
    return {
      campaignId: campaign.campaignId,
      campaignType: campaign.campaignType,
      stored: {
        received: members.filter((member) => hasReached(member.funnel[id], 'opened')).length,
        claimed: own.length,
        redeemed: used.length,
        redeemers: new Set(used.map((coupon) => coupon.memberId)).size,
      },
      inData: {
        received: campaign.households.size,
        claimed: campaign.redemptions.length,
        redeemed: campaign.redemptions.length,
        redeemers: new Set(campaign.redemptions.map(({ householdId }) => householdId)).size,
      },
    };
  });
}
