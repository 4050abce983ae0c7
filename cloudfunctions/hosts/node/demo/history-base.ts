// What every deed of the demo's history needs: its instant, its actors, and what has become known on the way.
import { addDays, type Day, dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';
import type { NodeApp } from '#server/hosts/node/compose-app';
import { personKeyOf } from '#server/hosts/node/personas';
import type { NewMessage } from '#server/hosts/node/playground/chat';
import { DEMO_GROUP_ID, DEMO_ZONE } from '#server/hosts/node/playground/demo-group';
import { type Actor, createActor } from '#server/hosts/node/simulation/actor';
import type { Deed } from '#server/hosts/node/simulation/run-schedule';
import { type Chance, createSeededChance } from '#server/hosts/node/simulation/seeded-chance';
import type { SimulatedTime } from '#server/hosts/node/simulation/simulated-time';

/** Who does what nobody taps: the timer, before people go on. */
export const TIMER = 'timer';

/** What a history is planned from. */
export interface HistoryParts {
  readonly composed: NodeApp;
  readonly time: SimulatedTime;
  readonly seed: number;
  readonly firstOn: Day;
  /** Nothing happens after this instant. */
  readonly endAt: Instant;
  /** The number of the last day, which is today's. */
  readonly lastDay: number;
  /** Sends into the group chat. */
  say(message: NewMessage): Promise<void>;
}

/** A history that is being planned and acted out; the features of the shop extend it. */
export class HistoryBase {
  readonly deeds: Deed[] = [];
  protected readonly actors = new Map<string, Actor>();
  protected readonly campaignIds = new Map<string, string>();
  /** The cards that were posted. */
  protected readonly cards = new Map<string, NonNullable<NewMessage['card']>>();
  protected readonly memberIds = new Map<string, string>();
  protected readonly seen = new Map<string, Set<string>>();
  protected readonly coupons = new Map<string, string[]>();
  protected communityId = '';
  protected readonly chance: Chance;

  constructor(protected readonly parts: HistoryParts) {
    this.chance = createSeededChance(parts.seed);
  }

  protected at(day: number, hour: number, minute = 0): Instant {
    const calendar = { zone: DEMO_ZONE, dayStartsMinutes: 0 };
    return dayStartAt(addDays(this.parts.firstOn, day), calendar) + hour * HOUR_MS + minute * MINUTE_MS;
  }

  protected add(who: string, at: Instant, act: (at: Instant) => Promise<void>): void {
    if (at <= this.parts.endAt) this.deeds.push({ who, at, leads: who === 'owner' || who === TIMER, act: () => act(at) });
  }

  protected actor(key: string): Actor {
    let actor = this.actors.get(key);
    if (actor === undefined) {
      actor = createActor(this.parts.composed, this.parts.time, personKeyOf(key));
      this.actors.set(key, actor);
    }
    return actor;
  }

  protected campaignId(key: string): string {
    const id = this.campaignIds.get(key);
    if (id === undefined) throw new Error(`the campaign ${key} has not been made yet`);
    return id;
  }

  protected proof(key: string, at: Instant): Promise<string> {
    const { composed, time } = this.parts;
    return time.at(at, `proof of ${key}`, async () => composed.groupProof.issue(DEMO_GROUP_ID, personKeyOf(key), at));
  }

  /** Somebody opens a campaign's page, as whoever does something on it has. */
  protected async open(who: string, key: string, at: Instant): Promise<void> {
    const ids = [this.campaignId(key)];
    await this.actor(who).must(at, 'campaign.reach', { communityId: this.communityId, seen: ids, opened: ids });
  }
}
