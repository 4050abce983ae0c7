// What became of promises in the demo's history: rules that got better, two things that could not be given, two complaints.
import { dayNames, demoCampaigns } from '#server/hosts/node/demo/demo-campaigns';
import { HistoryBase } from '#server/hosts/node/demo/history-base';

/** A history with its promises; whoever extends it plans them after the deeds that they are about. */
export class PromiseHistory extends HistoryBase {
  // Claimed before, a coupon keeps the rules of its claim; claimed after, it has the better ones.
  private improveReturn(): void {
    this.add('owner', this.at(41, 12), async (at) => {
      const drop = demoCampaigns.find(({ key }) => key === 'return');
      if (drop === undefined) throw new Error('no campaign return');
      const day = dayNames(this.parts.firstOn);
      const draft = drop.draft(day);
      await this.actor('owner').must(at, 'campaign.improve', {
        communityId: this.communityId,
        campaignId: this.campaignId('return'),
        draft: { ...draft, parameters: { ...draft.parameters, stock: 220, thresholdFen: 2_000, useUntilOn: day(60) } },
      });
    });
  }

  private reportCoupon(key: string, day: readonly [day: number, hour: number, minute: number], words: string): void {
    this.add('clerk', this.at(...day), async (at) => {
      const memberId = this.memberIds.get(key) ?? '';
      const coupon = { campaignId: this.campaignId('weekend'), memberId, kind: 'coupon', n: 1 } as const;
      await this.actor('clerk').must(at, 'promise.report', { communityId: this.communityId, ...coupon, words });
    });
  }

  private settleCoupon(key: string, day: readonly [day: number, hour: number, minute: number], words: string): void {
    this.add('owner', this.at(...day), async (at) => {
      const promise = { campaignId: this.campaignId('weekend'), memberId: this.memberIds.get(key) ?? '', about: 'coupon-1' };
      await this.actor('owner').must(at, 'promise.settle', { communityId: this.communityId, ...promise, words });
    });
  }

  private answeredComplaint(): void {
    this.add('neighbour', this.at(20, 12), async (at) => {
      const about = { campaignId: this.campaignId('neighbours'), reason: 'refused_at_counter', text: '' } as const;
      await this.actor('neighbour').must(at, 'promise.complain', { communityId: this.communityId, ...about });
    });
    // Hours later: within a stretch of the schedule the owner's deeds come first.
    this.add('owner', this.at(20, 14, 10), async (at) => {
      const complaint = { campaignId: this.campaignId('neighbours'), memberId: this.memberIds.get('neighbour') ?? '', n: 1 };
      const answer = { text: '是我们输错了金额，下午来重新用，券还在。', settled: false };
      await this.actor('owner').must(at, 'promise.answer', { communityId: this.communityId, ...complaint, ...answer });
    });
  }

  private openComplaint(): void {
    this.add('member', this.at(43, 20, 10), async (at) => {
      const couponId = this.coupons.get('member weekend')?.[0];
      if (couponId === undefined) return;
      const about = { campaignId: this.campaignId('weekend'), couponId, reason: 'differs', text: '' } as const;
      await this.actor('member').must(at, 'promise.complain', { communityId: this.communityId, ...about });
    });
  }

  /** Plans them. */
  protected keepPromises(): void {
    this.improveReturn();
    this.reportCoupon('neighbour', [42, 18, 0], '丑橘没有到货');
    this.settleCoupon('neighbour', [43, 9, 15], '今早到货，当面多给了两斤');
    this.reportCoupon('member', [43, 17, 30], '草莓下午就卖完了');
    this.answeredComplaint();
    this.openComplaint();
  }
}
