// Acts a history out through the real application: every received card opened, every redeemed coupon claimed, shown, scanned, confirmed.
import { defaultParameters } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { addDays, type Day, dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import type { NodeApp } from '#server/hosts/node/compose-app';
import { type Actor, createActor } from '#server/hosts/node/simulation/actor';
import { type Deed, runSchedule } from '#server/hosts/node/simulation/run-schedule';
import type { SimulatedTime } from '#server/hosts/node/simulation/simulated-time';
import type { PastCampaign, PastHistory } from './read-history';

const calendar = { zone: 'UTC', dayStartsMinutes: 0 };
const OPENING_HOUR = 8;
const COUNTER_HOUR = 12;
const COUNTER_MS = 8 * HOUR_MS;
/** The data says nothing of amounts: every coupon is one unit of money off an order of ten. */
const AMOUNT_OFF_FEN = 100;
const ORDER_FEN = 1_000;

/** Where a history was acted out. */
export interface ActedOut {
  readonly communityId: string;
  /** The product's campaign ids by the data's. */
  readonly campaignIds: ReadonlyMap<string, string>;
}

function at(day: Day, hour: number): Instant {
  return dayStartAt(day, calendar) + hour * HOUR_MS;
}

function perMemberMax({ redemptions }: PastCampaign): number {
  const counts = new Map<string, number>();
  for (const { householdId } of redemptions) counts.set(householdId, (counts.get(householdId) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}

class Stage {
  readonly deeds: Deed[] = [];
  readonly campaignIds = new Map<string, string>();
  communityId = '';
  private readonly actors = new Map<string, Actor>();
  private readonly joined = new Set<string>();

  constructor(
    private readonly composed: NodeApp,
    private readonly time: SimulatedTime,
  ) {}

  private actor(name: string): Actor {
    let actor = this.actors.get(name);
    if (actor === undefined) {
      actor = createActor(this.composed, this.time, `replay:${name}`);
      this.actors.set(name, actor);
    }
    return actor;
  }

  private async join(name: string, instant: Instant): Promise<string | null> {
    if (this.joined.has(name)) return null;
    this.joined.add(name);
    return (await this.actor(name).must(instant, 'community.join', { communityId: this.communityId })).memberId;
  }

  makeCommunity(on: Day): void {
    const instant = at(on, OPENING_HOUR);
    const act = async () => {
      const owner = this.actor('owner');
      const settings = { name: 'Replayed shop', theme: 'Real campaigns', promise: 'A real history, acted out again' };
      const made = await owner.must(instant, 'community.create', {
        ...settings,
        organiser: 'Replayed shop',
        contact: 'at the counter',
        ...calendar,
      });
      this.communityId = made.communityId;
      await this.actor('clerk').must(instant + MINUTE_MS, 'community.enter', { communityId: this.communityId });
      const memberId = (await this.join('clerk', instant + 2 * MINUTE_MS)) ?? '';
      await owner.must(instant + 3 * MINUTE_MS, 'community.appoint', { communityId: this.communityId, memberId, role: 'clerk' });
    };
    this.deeds.push({ at: instant, who: 'owner', leads: true, act });
  }

  runCampaign(campaign: PastCampaign): void {
    const { startsOn, endsOn, campaignId } = campaign;
    const instant = at(startsOn, 0);
    const act = async () => {
      const owner = this.actor('owner');
      const { communityId } = this;
      const stock = Math.max(1, campaign.redemptions.length);
      const parameters = {
        ...defaultParameters(campaignTypes.coupon_drop.parameters, { startsOn, endsOn }),
        amountOffFen: AMOUNT_OFF_FEN,
        thresholdFen: 0,
        stock,
        perMemberMax: perMemberMax(campaign),
      };
      const draft = {
        type: 'coupon_drop' as const,
        title: `Campaign ${campaignId}`.slice(0, 24),
        summary: '',
        startsOn,
        endsOn,
        groupId: null,
        parameters,
      };
      const saved = await owner.must(instant, 'campaign.save', { communityId, draft });
      this.campaignIds.set(campaignId, saved.campaignId);
      await owner.must(instant + MINUTE_MS, 'campaign.publish', { communityId, campaignId: saved.campaignId });
    };
    this.deeds.push({ at: instant, who: 'owner', leads: true, act });
    for (const [index, household] of [...campaign.households].entries())
      this.open(campaign, household, at(startsOn, OPENING_HOUR) + index * SECOND_MS);
    this.redeemAll(campaign);
  }

  private open(campaign: PastCampaign, household: string, instant: Instant): void {
    const act = async () => {
      const { communityId } = this;
      const campaignId = this.campaignIds.get(campaign.campaignId) ?? '';
      await this.actor(household).must(instant, 'community.enter', { communityId, campaignId });
      await this.join(household, instant);
    };
    this.deeds.push({ at: instant, who: household, act });
  }

  // The counter's day is shared out evenly, so that no two redemptions of a campaign fall on one instant.
  private redeemAll(campaign: PastCampaign): void {
    const days = new Map<Day, string[]>();
    for (const { on, householdId } of campaign.redemptions) days.set(on, [...(days.get(on) ?? []), householdId]);
    for (const [on, households] of days) {
      for (const [index, household] of households.entries()) {
        this.redeem(campaign, household, at(on, COUNTER_HOUR) + Math.floor((index * COUNTER_MS) / households.length));
      }
    }
  }

  private redeem(campaign: PastCampaign, household: string, instant: Instant): void {
    const act = async () => {
      const { communityId } = this;
      const clerk = this.actor('clerk');
      const holder = this.actor(household);
      const campaignId = this.campaignIds.get(campaign.campaignId) ?? '';
      const { ticket } = await holder.must(instant, 'coupon.claim', { communityId, campaignId });
      const { code } = await holder.must(instant + SECOND_MS, 'redemption.code', { communityId, couponId: ticket.couponId });
      const { scanToken } = await clerk.must(instant + 5 * SECOND_MS, 'redemption.scan', { communityId, code: code.token });
      await clerk.must(instant + 15 * SECOND_MS, 'redemption.confirm', { communityId, scanToken, orderFen: ORDER_FEN });
    };
    this.deeds.push({ at: instant, who: 'clerk', act });
  }
}

/** Acts a history out in a community of its own, made the day before the first campaign. Tells how much is done, from 0 to 1. */
export async function actOutHistory(
  history: PastHistory,
  composed: NodeApp,
  time: SimulatedTime,
  onProgress: (fraction: number) => void,
): Promise<ActedOut> {
  const stage = new Stage(composed, time);
  const campaigns = [...history.campaigns.values()];
  const [first] = campaigns.map(({ startsOn }) => startsOn).sort();
  stage.makeCommunity(addDays(first ?? '2000-01-02', -1));
  for (const campaign of campaigns) stage.runCampaign(campaign);
  await runSchedule(stage.deeds, (done) => onProgress(done / stage.deeds.length));
  return { communityId: stage.communityId, campaignIds: stage.campaignIds };
}
