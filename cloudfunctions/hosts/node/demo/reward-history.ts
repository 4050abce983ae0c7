// What becomes of the demo's trials and of its exchange for points, and the timer's work each night.
import { type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { runJobs } from '#server/app/run-jobs';
import { castOfDemo, type DemoPerson } from '#server/hosts/node/demo/demo-people';
import { TIMER } from '#server/hosts/node/demo/history-base';
import { TalkHistory } from '#server/hosts/node/demo/talk-history';

type TrialKey = 'yoghurt' | 'bread';
type Moment = readonly [day: number, hour: number, minute: number];

const answers: Readonly<Record<TrialKey, readonly string[]>> = {
  yoghurt: ['早上拌燕麦，孩子爱吃', '饭后一杯，不放糖', '配水果当下午茶', '老人牙口不好，每天一小碗'],
  bread: ['一碗粥一个鸡蛋', '面包夹煎蛋，带去上班', '豆浆油条，想换换口味', '杂粮馒头，少油少糖'],
};

const reports: Readonly<Record<TrialKey, readonly (readonly [stars: number, text: string])[]>> = {
  yoghurt: [
    [5, '很稠，奶味足，酸得正好，孩子一口气喝完了。'],
    [4, '味道清爽，就是杯子小了点，两个人分不够。'],
    [3, '对我来说偏酸，拌了点蜂蜜才喝完，奶是好的。'],
    [5, '放冰箱过了一夜更好喝，没有香精味，会来买。'],
  ],
  bread: [
    [5, '麦香很足，切片烤一烤外脆里软，配鸡蛋正好。'],
    [4, '不甜，嚼着香，第二天稍微有点干。'],
  ],
};

/** A history in which people try things and exchange their points, and in which the timer does its work. */
export class RewardHistory extends TalkHistory {
  private readonly orders = new Map<string, number>();

  /** What the timer does after a day, once everything of it is done: counts, closes, settles and tells. */
  private night(day: number): void {
    this.add(TIMER, this.at(day, 2, 30), async (at) => {
      const { jobParts } = this.parts.composed;
      const run = () => runJobs({ ...jobParts, dice: this.parts.time.dice }, at, Number.POSITIVE_INFINITY);
      // What is found leads to more, such as a ranking to those who are told of it: until nothing is left to do.
      for (let more = true; more; ) {
        const { done, failed } = await this.parts.time.at(at, TIMER, run);
        if (failed > 0) throw new Error(`try_again: the timer failed ${failed} times`);
        more = done > 0;
      }
    });
  }

  /** Whoever has a coupon for a reason shows it and the clerk takes it; whoever has none does not come. */
  protected redeemFound(who: string, reason: 'invited' | 'trial', at: Instant, orderFen: number): void {
    this.add('clerk', at, async () => {
      const { communityId } = this;
      const holder = this.actor(who);
      const { tickets } = await holder.must(at, 'coupon.wallet', { communityId });
      const ticket = tickets.find((one) => one.reason === reason && one.state === 'usable');
      if (ticket === undefined) return;
      const { code } = await holder.must(at, 'redemption.code', { communityId, couponId: ticket.couponId });
      const clerk = this.actor('clerk');
      const { scanToken } = await clerk.must(at + 8 * SECOND_MS, 'redemption.scan', { communityId, code: code.digits });
      await clerk.must(at + 40 * SECOND_MS, 'redemption.confirm', { communityId, scanToken, orderFen });
    });
  }

  private apply(who: string, key: TrialKey, moment: Moment, nth: number): void {
    const text = answers[key][nth % answers[key].length] ?? '';
    this.add(who, this.at(...moment), async (at) => {
      await this.open(who, key, at - MINUTE_MS);
      await this.actor(who).ask(at, 'trial.apply', { communityId: this.communityId, campaignId: this.campaignId(key), text });
    });
  }

  /** Whoever was not chosen, or has not come for it, is told so and writes nothing. */
  private review(who: string, key: TrialKey, moment: Moment, nth: number): void {
    const [stars, text] = reports[key][nth % reports[key].length] ?? [5, ''];
    this.add(who, this.at(...moment), async (at) => {
      await this.actor(who).ask(at, 'trial.report', { communityId: this.communityId, campaignId: this.campaignId(key), text, stars });
    });
  }

  private readReviews(who: string, moment: Moment): void {
    this.add(who, this.at(...moment), async (at) => {
      await this.open(who, 'yoghurt', at - SECOND_MS);
      await this.actor(who).ask(at, 'trial.read', { communityId: this.communityId, campaignId: this.campaignId('yoghurt') });
    });
  }

  private exchange(who: string, moment: Moment): void {
    this.add(who, this.at(...moment), async (at) => {
      const request = { communityId: this.communityId, campaignId: this.campaignId('bag') };
      await this.open(who, 'bag', at - MINUTE_MS);
      const answer = await this.actor(who).ask(at, 'points.exchange', request);
      if ('value' in answer && answer.value.order !== null) this.orders.set(who, answer.value.order.n);
    });
  }

  /** Settles the order that somebody made; whoever had too few points made none. */
  private settleOrder(who: string, moment: Moment, how: 'handed over' | 'cancelled'): void {
    const settler = how === 'cancelled' ? 'owner' : 'clerk';
    this.add(settler, this.at(...moment), async (at) => {
      const n = this.orders.get(who);
      const memberId = this.memberIds.get(who);
      if (n === undefined || memberId === undefined) return;
      const order = { communityId: this.communityId, campaignId: this.campaignId('bag'), memberId, n };
      if (how === 'cancelled') await this.actor('owner').ask(at, 'points.cancelOrder', { ...order, reason: '这一批开线了，积分退给你' });
      else await this.actor('clerk').ask(at, 'points.handOver', order);
    });
  }

  private tryThings(regulars: readonly string[]): void {
    for (const [nth, who] of regulars.slice(0, 14).entries()) {
      this.apply(who, 'yoghurt', [25 + (nth % 5), 9 + (nth % 9), nth], nth);
      // Most of the chosen come for it, and most of those say how it was.
      if (nth % 5 === 4) continue;
      this.redeemFound(who, 'trial', this.at(31 + (nth % 5), 16, 3 * nth), 0);
      if (nth % 4 !== 3) this.review(who, 'yoghurt', [37 + (nth % 3), 10 + nth, 0], nth);
    }
    for (const [nth, who] of regulars.slice(4, 30).entries()) this.readReviews(who, [41 + (nth % 3), 8 + (nth % 12), nth]);
    for (const [nth, who] of regulars.slice(14, 23).entries()) {
      this.apply(who, 'bread', [41 + (nth % 3), 9 + (nth % 9), 20 + nth], nth);
      if (nth % 3 !== 0) continue;
      this.redeemFound(who, 'trial', this.at(43, 15 + nth / 3, 5 * nth), 0);
      this.review(who, 'bread', [43, 20, nth], nth / 3);
    }
  }

  private exchangeThings(regulars: readonly string[]): void {
    for (const [nth, who] of regulars.slice(0, 16).entries()) {
      this.exchange(who, [35 + (nth % 9), 11 + (nth % 6), 2 * nth]);
      if (nth === 5) this.settleOrder(who, [42, 9, 0], 'cancelled');
      else if (nth % 9 < 5) this.settleOrder(who, [41, 10 + (nth % 4), 4 * nth], 'handed over');
    }
  }

  /** Plans the nights, and what people try and exchange: by their place, so that chance is left to the rest of the history. */
  protected planRewards(crowd: readonly DemoPerson[]): void {
    for (let day = 1; day <= this.parts.lastDay; day += 1) this.night(day);
    const keen = crowd.filter(({ joinDay, keenness, onlyLooks }) => joinDay < 20 && keenness > 0.5 && !onlyLooks);
    const regulars = [...castOfDemo.slice(1), ...keen].map(({ key }) => key);
    this.tryThings(regulars);
    this.exchangeThings(regulars);
  }
}
