// Two weeks of forty people, each with habits of their own that follow from their number: nothing is left to chance.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';
import { openDemoClock } from '#server/adapters/clock-demo/demo-clock';
import { composeApp, type NodeApp } from '#server/hosts/node/compose-app';
import { personKeyOf } from '#server/hosts/node/personas';
import { DEMO_GROUP_ID } from '#server/hosts/node/playground/demo-group';
import { type Actor, createActor } from '#server/hosts/node/simulation/actor';
import { createSimulatedTime, type SimulatedTime } from '#server/hosts/node/simulation/simulated-time';
import type { Store } from '#server/ports/store';
import { createHeardLog } from '../../hosts/node-host';

const PEOPLE = 40;
const DAYS = 16;

/** What they find. */
export interface Found {
  readonly communityId: string;
  readonly plan: string;
  readonly drop: string;
  readonly milk: string;
  readonly invite: string;
  /** When the first of the days is. */
  readonly startAt: Instant;
}

/** Comes into the group and joins: every third by the invite of somebody who was there before. */
async function arrive(
  composed: NodeApp,
  time: SimulatedTime,
  at: Instant,
  person: Actor,
  found: Found,
  inviter: Actor | undefined,
): Promise<void> {
  const { communityId, invite } = found;
  const proof = await time.at(at, person.personKey, async () => composed.groupProof.issue(DEMO_GROUP_ID, person.personKey, at));
  const { token } = inviter === undefined ? { token: null } : await inviter.must(at, 'invite.create', { communityId, campaignId: invite });
  await person.must(at, 'community.enter', { communityId, proof, ...(token === null ? {} : { campaignId: invite, inviteToken: token }) });
  await person.must(at, 'community.join', { communityId });
}

async function redeem(at: Instant, holder: Actor, clerk: Actor, communityId: string, couponId: string): Promise<void> {
  const { code } = await holder.must(at, 'redemption.code', { communityId, couponId });
  const { scanToken } = await clerk.must(at, 'redemption.scan', { communityId, code: code.token });
  await clerk.must(at, 'redemption.confirm', { communityId, scanToken, orderFen: 4_600 });
}

/** Acts the days out on the stopped server's store, and sets its clock to the last of them. */
export async function liveTwoWeeks(store: Store, found: Found): Promise<void> {
  const { communityId, plan, drop, milk, startAt } = found;
  const time = createSimulatedTime();
  const { clock, dice } = time;
  const composed = await composeApp({ store, clock, dice, log: createHeardLog(), demo: true, actionsPerMinute: Number.POSITIVE_INFINITY });
  const claimAndUse = async (at: Instant, person: Actor, campaignId: string, uses: boolean) => {
    const { ticket } = await person.must(at, 'coupon.claim', { communityId, campaignId });
    if (uses) await redeem(at + MINUTE_MS / 2, person, clerk, communityId, ticket.couponId);
  };
  const people = Array.from({ length: PEOPLE }, (_, index) => createActor(composed, time, personKeyOf(`crowd-${index}`)));
  const clerk = createActor(composed, time, personKeyOf('clerk'));
  for (let day = 0; day < DAYS; day += 1) {
    for (const [index, person] of people.entries()) {
      const joinsOn = Math.floor(index / 4);
      const at = startAt + day * DAY_MS + HOUR_MS + index * MINUTE_MS;
      if (day < joinsOn) continue;
      if (day === joinsOn) await arrive(composed, time, at, person, found, index % 3 === 2 ? people[index - 1] : undefined);
      // The more even the number, the more often somebody comes.
      if (day > joinsOn && (day + index) % (1 + (index % 4)) !== 0) continue;
      if (day === joinsOn + 1 || day === joinsOn) {
        const opened = index % 5 === 4 ? [drop] : [drop, milk];
        await person.must(at, 'campaign.reach', { communityId, seen: [plan, drop, milk], opened });
      }
      if (index % 6 !== 5) await person.ask(at, 'checkin.checkIn', { communityId, campaignId: plan });
      if (day === joinsOn && index % 2 === 0) await claimAndUse(at, person, drop, index % 4 === 0);
      if (day === joinsOn && index % 5 === 0) await claimAndUse(at, person, milk, index % 10 === 0);
    }
  }
  const stopped = { now: () => startAt };
  const demoClock = await openDemoClock(store, stopped);
  await demoClock.moveTo(startAt + (DAYS - 1) * DAY_MS + 4 * HOUR_MS);
}
