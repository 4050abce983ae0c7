// What the timer and a careless owner do to a life: runs that come twice, late, die, or never; promises that are broken and made good.
import { dueAtOf } from '#core/rules/reminder/timing';
import type { Day } from '#core/values/day';
import { MINUTE_MS } from '#core/values/instant';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import type { Chance } from './chance';
import type { Stage } from './community-life';

/** The same store for a timer that dies: now and then a decision fails before it is kept, or its answer is lost after. */
function dyingStore(store: Store, chance: Chance): Store {
  const gone = () => new Fault('store_unavailable', 'the connection is gone');
  return {
    ...store,
    async decide(ids, work) {
      if (chance.oneIn(12)) throw gone();
      const reply = await store.decide(ids, work);
      if (chance.oneIn(12)) throw gone();
      return reply;
    },
  };
}

/** Lets the timer run in the morning or the evening of a day: once, or several times at once, late, dying, or not at all. */
export async function runTimers({ shop, chance, calendar }: Stage, day: Day): Promise<void> {
  const { town } = shop;
  const dueAt = dueAtOf(chance.oneIn(3) ? 'coupon_expiring' : 'checkin_open', day, calendar) + chance.below(80 * MINUTE_MS);
  town.goTo(Math.max(town.now(), dueAt));
  if (chance.oneIn(8)) return;
  const dies = chance.oneIn(4);
  // What a dying timer complains of is no fault of the life.
  const dying = dies ? { store: dyingStore(town.store, chance), log: { line: () => undefined } } : {};
  await Promise.all(Array.from({ length: 1 + chance.below(3) }, () => town.runTimer(dying)));
}

/** The owner ends the invites before their time, and makes good some of what is owed then. */
export async function breakPromises(stage: Stage): Promise<void> {
  const { shop, chance, post, invites } = stage;
  const { owner, communityId } = shop;
  if (chance.oneIn(20)) await post.send(owner, 'campaign.end', { communityId, campaignId: invites });
  if (!chance.oneIn(3)) return;
  const { promises } = await owner.get('promise.open', { communityId });
  for (const { campaignId, memberId, about } of promises.filter(() => chance.oneIn(2))) {
    await post.send(owner, 'promise.settle', { communityId, campaignId, memberId, about });
  }
}
