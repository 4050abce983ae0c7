// The demo community's history as deeds of the real application: made, published, joined, checked in, claimed, redeemed, invited.
import type { Instant } from '#core/values/instant';
import { MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { type DemoCampaign, dayNames, demoCampaigns as offers } from '#server/hosts/node/demo/demo-campaigns';
import { castOfDemo, crowdOfDemo, type DemoPerson, ownerOfDemo } from '#server/hosts/node/demo/demo-people';
import { rewardCampaigns } from '#server/hosts/node/demo/demo-reward-campaigns';
import { demoSegments } from '#server/hosts/node/demo/demo-segments';
import { talkCampaigns } from '#server/hosts/node/demo/demo-talk-campaigns';
import type { HistoryParts } from '#server/hosts/node/demo/history-base';
import { RewardHistory } from '#server/hosts/node/demo/reward-history';
import { DEMO_GROUP_LABEL, DEMO_ZONE } from '#server/hosts/node/playground/demo-group';
import type { Deed } from '#server/hosts/node/simulation/run-schedule';

const demoCampaigns: readonly DemoCampaign[] = [...offers, ...talkCampaigns, ...rewardCampaigns];

/** One planned history. */
class History extends RewardHistory {
  private makeCommunity(): void {
    this.add('owner', this.at(0, 20), async (at) => {
      const owner = this.actor('owner');
      const made = await owner.must(at, 'community.create', {
        name: '幸福里果蔬',
        theme: '新鲜果蔬',
        promise: '每天清早到货，不新鲜当天退',
        organiser: '幸福里果蔬店',
        contact: '店内服务台，每天 7:00–20:00',
        zone: DEMO_ZONE,
        dayStartsMinutes: 0,
        group: { proof: await this.proof('owner', at), label: DEMO_GROUP_LABEL },
      });
      this.communityId = made.communityId;
      await owner.must(at + SECOND_MS, 'membership.showName', { communityId: this.communityId, nickname: '周姐' });
    });
    this.add('owner', this.at(1, 9), async (at) => {
      const memberId = this.memberIds.get('clerk') ?? '';
      await this.actor('owner').must(at, 'community.appoint', { communityId: this.communityId, memberId, role: 'clerk' });
    });
  }

  private makeCampaign(campaign: DemoCampaign): void {
    const day = campaign.published ? campaign.fromDay : this.parts.lastDay - 1;
    const hour = campaign.key === 'plan' ? 5 : 6;
    this.add('owner', this.at(day, hour), async (at) => {
      const owner = this.actor('owner');
      const { communityId } = this;
      const draft = campaign.draft(dayNames(this.parts.firstOn));
      const { campaignId } = await owner.must(at, 'campaign.save', { communityId, draft });
      this.campaignIds.set(campaign.key, campaignId);
      if (!campaign.published) return;
      await owner.must(at + MINUTE_MS, 'campaign.publish', { communityId, campaignId });
      if (campaign.posted === false) return;
      const { card } = await owner.must(at + 2 * MINUTE_MS, 'campaign.post', { communityId, campaignId });
      const posted = { ...card, picture: null };
      this.cards.set(campaign.key, posted);
      await this.parts.say({ id: `demo-${campaign.key}`, from: 'owner', to: null, at: at + 2 * MINUTE_MS, card: posted });
    });
  }

  private liveOn(day: number): readonly DemoCampaign[] {
    return demoCampaigns.filter((one) => one.published && day >= one.fromDay && day <= one.untilDay);
  }

  private async look(person: DemoPerson, day: number, at: Instant, opened: readonly string[]): Promise<void> {
    const known = this.seen.get(person.key) ?? new Set<string>();
    this.seen.set(person.key, known);
    const fresh = this.liveOn(day).filter((campaign) => !known.has(campaign.key) && this.campaignIds.has(campaign.key));
    if (fresh.length === 0 && opened.length === 0) return;
    for (const { key } of fresh) known.add(key);
    const ids = (keys: readonly string[]) => keys.map((key) => this.campaignId(key));
    const input = { communityId: this.communityId, seen: ids(fresh.map(({ key }) => key)), opened: ids(opened) };
    await this.actor(person.key).must(at, 'campaign.reach', input);
  }

  private arrive(person: DemoPerson, at: Instant): void {
    this.add(person.key, at, async () => {
      const { communityId } = this;
      const actor = this.actor(person.key);
      const proof = person.inGroup ? { proof: await this.proof(person.key, at) } : {};
      const inviter = person.invitedBy;
      const campaignId = this.campaignId(inviter === null ? 'plan' : 'invite');
      const token = inviter === null ? {} : { inviteToken: await this.inviteOf(inviter, at - SECOND_MS) };
      await actor.must(at, 'community.enter', { communityId, campaignId, ...proof, ...token });
      if (person.onlyLooks) return;
      const { memberId } = await actor.must(at + 20 * SECOND_MS, 'community.join', { communityId });
      this.memberIds.set(person.key, memberId);
      const { nickname } = person;
      if (nickname !== null) await actor.must(at + 50 * SECOND_MS, 'membership.showName', { communityId, nickname });
    });
  }

  // Made anew by the same person it is the same card: so the friend's arrival can ask for it in the inviter's place.
  private async inviteOf(key: string, at: Instant): Promise<string> {
    const request = { communityId: this.communityId, campaignId: this.campaignId('invite') };
    return (await this.actor(key).must(at, 'invite.create', request)).token;
  }

  private visit(person: DemoPerson, day: number, at: Instant): void {
    this.add(person.key, at, async () => {
      await this.look(person, day, at - 5 * SECOND_MS, []);
      const request = { communityId: this.communityId, campaignId: this.campaignId('plan') };
      await this.actor(person.key).ask(at, 'checkin.checkIn', request);
    });
  }

  // Whoever has no card left is refused, and goes on from today.
  private makeUp(person: DemoPerson, day: number, at: Instant): void {
    this.add(person.key, at, async () => {
      const request = { communityId: this.communityId, campaignId: this.campaignId('plan'), on: dayNames(this.parts.firstOn)(day) };
      await this.actor(person.key).ask(at, 'checkin.makeUp', request);
    });
  }

  private claim(person: DemoPerson, campaign: DemoCampaign, day: number, at: Instant): void {
    const quantity = campaign.quantity === undefined ? {} : { quantity: campaign.quantity };
    this.add(person.key, at, async () => {
      const { communityId } = this;
      const actor = this.actor(person.key);
      const campaignId = this.campaignId(campaign.key);
      await this.look(person, day, at, [campaign.key]);
      if (campaign.isGroupOnly) {
        const proof = await this.proof(person.key, at);
        await actor.must(at + 5 * SECOND_MS, 'community.enter', { communityId, campaignId, proof });
      }
      const answer = await actor.ask(at + 25 * SECOND_MS, 'coupon.claim', { communityId, campaignId, ...quantity });
      if ('refused' in answer) return;
      const key = `${person.key} ${campaign.key}`;
      this.coupons.set(key, [...(this.coupons.get(key) ?? []), answer.value.ticket.couponId]);
    });
  }

  // At the counter: the holder shows the code, the clerk scans it, types the amount and confirms.
  private redeem(person: DemoPerson, campaign: DemoCampaign, at: Instant, nth = 0): void {
    const draft = campaign.draft(dayNames(this.parts.firstOn));
    const { thresholdFen } = draft.parameters;
    // A group price is paid for its things alone.
    const orderFen = thresholdFen === undefined ? 0 : Number(thresholdFen) + this.chance.whole(0, 70) * 50;
    this.add('clerk', at, async () => {
      const couponId = this.coupons.get(`${person.key} ${campaign.key}`)?.[nth];
      if (couponId === undefined) return;
      const { communityId } = this;
      const clerk = this.actor('clerk');
      const shown = await this.actor(person.key).ask(at, 'redemption.code', { communityId, couponId });
      // Acted out again after a break, it was redeemed already.
      if ('refused' in shown) return;
      const { scanToken } = await clerk.must(at + 9 * SECOND_MS, 'redemption.scan', { communityId, code: shown.value.code.token });
      await clerk.must(at + 31 * SECOND_MS, 'redemption.confirm', { communityId, scanToken, orderFen });
    });
  }

  private undo(person: DemoPerson, campaign: DemoCampaign, at: Instant): void {
    this.add('owner', at, async () => {
      const couponId = this.coupons.get(`${person.key} ${campaign.key}`)?.[0];
      if (couponId === undefined) return;
      await this.actor('owner').must(at, 'redemption.undo', { communityId: this.communityId, couponId, reason: '金额输错，重新核销' });
    });
  }

  private campaignOf(key: string): DemoCampaign {
    const found = demoCampaigns.find((campaign) => campaign.key === key);
    if (found === undefined) throw new Error(`no campaign ${key}`);
    return found;
  }

  private hourOfVisit(): readonly [hour: number, minute: number] {
    const hour = this.chance.happens(0.55) ? this.chance.whole(6, 9) : this.chance.whole(10, 22);
    return [hour, this.chance.whole(0, 58)];
  }

  private liveCrowd(person: DemoPerson): void {
    const taken = new Set<string>();
    for (let day = person.joinDay; day <= this.parts.lastDay; day += 1) {
      if (!person.comesOn(day, this.chance)) continue;
      const [hour, minute] = this.hourOfVisit();
      const at = this.at(day, day === person.joinDay ? Math.max(hour, 8) : hour, minute) + this.chance.whole(0, 59) * SECOND_MS;
      if (day === person.joinDay) this.arrive(person, at);
      if (person.onlyLooks) return;
      // Who has just come looks around first.
      if (person.joinDay >= this.parts.lastDay - 1 && person.invitedBy === null && person.keenness < 0.3) return;
      this.visit(person, day, at + 2 * MINUTE_MS);
      if (day === person.joinDay && person.invitedBy !== null && this.chance.happens(0.6)) {
        const at = this.at(day + this.chance.whole(1, 4), this.chance.whole(8, 19), this.chance.whole(0, 59));
        this.redeemFound(person.key, 'invited', at, 3_000 + this.chance.whole(0, 50) * 50);
      }
      for (const campaign of this.liveOn(day)) {
        if (campaign.isClaimed !== true || taken.has(campaign.key)) continue;
        if ((campaign.isGroupOnly && !person.inGroup) || !this.chance.happens(0.12 + 0.35 * person.keenness)) continue;
        taken.add(campaign.key);
        this.claim(person, campaign, day, at + 4 * MINUTE_MS);
        const redeemDay = day + this.chance.whole(1, 6);
        if (!this.chance.happens(0.62) || redeemDay > campaign.useUntilDay) continue;
        this.redeem(person, campaign, this.at(redeemDay, this.chance.whole(8, 19), this.chance.whole(0, 59)));
      }
    }
  }

  private liveCast(): void {
    for (let day = ownerOfDemo.joinDay; day <= this.parts.lastDay; day += 1) {
      if (ownerOfDemo.comesOn(day, this.chance)) this.visit(ownerOfDemo, day, this.at(day, 6, 50));
    }
    for (const [index, person] of castOfDemo.entries()) {
      let cameBefore = true;
      for (let day = person.joinDay; day <= this.parts.lastDay; day += 1) {
        const at = this.at(day, person.key === 'neighbour' ? 6 : 7, 30 + index * 7);
        if (day === person.joinDay) this.arrive(person, at);
        const comes = person.comesOn(day, this.chance);
        if (comes) this.visit(person, day, at + 2 * MINUTE_MS);
        if (comes && !cameBefore) this.makeUp(person, day - 1, at + 3 * MINUTE_MS);
        cameBefore = comes || day === person.joinDay;
      }
    }
    const [, neighbour, member] = castOfDemo;
    if (neighbour === undefined || member === undefined) return;
    const opening = this.campaignOf('opening');
    const neighbours = this.campaignOf('neighbours');
    const weekend = this.campaignOf('weekend');
    for (const person of [neighbour, member]) {
      this.claim(person, opening, 3, this.at(3, 8, 10));
      this.redeem(person, opening, this.at(5, 17, 40));
      this.claim(person, neighbours, 15, this.at(15, 8, 12));
      this.claim(person, weekend, 42, this.at(42, 8, 20));
    }
    this.redeem(neighbour, neighbours, this.at(20, 10, 15));
    this.undo(neighbour, neighbours, this.at(20, 11, 2));
    this.redeem(neighbour, neighbours, this.at(20, 15, 30));
    this.redeem(member, neighbours, this.at(22, 18, 5));
    this.redeem(neighbour, weekend, this.at(43, 9, 30));
  }

  // The owner sorts people once there are some to sort.
  private sortMembers(): void {
    this.add('owner', this.at(32, 21), async (at) => {
      const owner = this.actor('owner');
      const { communityId } = this;
      const { tagId } = await owner.must(at, 'membership.saveTag', { communityId, name: '老客' });
      for (const [index, { key }] of castOfDemo.entries()) {
        const memberId = this.memberIds.get(key);
        if (memberId === undefined) continue;
        await owner.must(at + (index + 1) * SECOND_MS, 'membership.tag', { communityId, memberId, tags: [tagId] });
      }
      for (const [index, segment] of demoSegments.entries()) {
        await owner.must(at + (index + 1) * MINUTE_MS, 'membership.saveSegment', { communityId, ...segment });
      }
    });
  }

  // A chat is more than cards.
  private talk(): void {
    const said = [
      ['owner', 30, 9, '酸奶试吃的八位选好了，连着来得最久的先尝，名单外的下回还有。'],
      ['neighbour', 37, 10, '酸奶很稠，评价写在活动页里了。'],
      ['owner', 36, 7, '周末的草莓和丑橘都订好了，券在下面。'],
      ['member', 41, 18, '买菜袋换到了，挺结实，能装两个大白菜。'],
      ['neighbour', 42, 9, '券领到了，周六来拿草莓。'],
      ['member', 43, 19, '昨天的丑橘很甜，家里人都说好。'],
      ['owner', 44, 7, '早上好，今天的小白菜和荠菜刚到。'],
    ] as const;
    for (const [from, day, hour, text] of said) {
      const at = this.at(day, hour, 12);
      this.add(from, at, () => this.parts.say({ id: `demo-said-${from}-${day}`, from, to: null, at, text }));
    }
    // The newcomer's own way in: a member tells her of what is for the group only.
    this.add('member', this.at(43, 20, 5), async (at) => {
      const [told, card] = [{ from: 'member', to: 'newcomer' }, this.cards.get('weekend')];
      await this.parts.say({ ...told, id: 'demo-told-newcomer', at, text: '楼下这家果蔬店的券，你也看看。' });
      if (card !== undefined) await this.parts.say({ ...told, id: 'demo-card-newcomer', at: at + SECOND_MS, card });
    });
  }

  /** Plans everything; the deeds can then be acted out. */
  plan(): readonly Deed[] {
    this.makeCommunity();
    for (const campaign of demoCampaigns) this.makeCampaign(campaign);
    this.liveCast();
    this.keepPromises();
    this.talk();
    this.sortMembers();
    const crowd = crowdOfDemo(this.chance);
    for (const person of crowd) this.liveCrowd(person);
    this.planTalk(crowd);
    this.planRewards(crowd);
    return this.deeds;
  }

  /** The community, once it has been made. */
  get madeCommunityId(): string {
    return this.communityId;
  }
}

/** Plans the history of the demo community: the same deeds for the same seed and days. */
export function planDemoHistory(parts: HistoryParts): { readonly deeds: readonly Deed[]; communityId(): string } {
  const history = new History(parts);
  return { deeds: history.plan(), communityId: () => history.madeCommunityId };
}
