// What a page costs: every view asks the store at most three times, since each question may be a request that is paid for.
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, contract, type InputOf } from '#core/contract';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { Store } from '#server/ports/store';
import { openCounter } from '../support/counter';
import { createTown } from '../support/town';

/** The most questions of one view. */
const CALLS_MAX = 3;

/**
 * Counts what a store on requests would ask: reads of one tick are one, and so is everything about one board in one tick.
 */
function countCalls(inner: Store): { readonly store: Store; calls(): number; reset(): void } {
  let calls = 0;
  let open = new Set<string>();
  const ask = (question: string) => {
    if (open.size === 0) {
      setImmediate(() => {
        open = new Set();
      });
    }
    if (!open.has(question)) calls += 1;
    open.add(question);
  };
  return {
    calls: () => calls,
    reset() {
      calls = 0;
    },
    store: {
      ...inner,
      read(ids) {
        ask('read');
        return inner.read(ids);
      },
      list(...given) {
        ask(`list ${JSON.stringify(given)}`);
        return inner.list(...given);
      },
      count(boards) {
        ask('count');
        return inner.count(boards);
      },
      rank(board, key) {
        ask(`board ${board}`);
        return inner.rank(board, key);
      },
      top(board, limit) {
        ask(`board ${board}`);
        return inner.top(board, limit);
      },
      around(board, key, reach) {
        ask(`board ${board}`);
        return inner.around(board, key, reach);
      },
    },
  };
}

const views = (Object.keys(contract) as ActionName[]).filter((action) => contract[action].kind === 'view');
const counted = countCalls(createMemoryStore());
let ask: (action: ActionName) => Promise<void>;

beforeAll(async () => {
  const counter = await openCounter({}, createTown({ store: counted.store }));
  const { owner, anna, cashier, coupon, communityId, publish, scan } = counter;
  const campaignId = await publish({ type: 'checkin_plan' });
  const invites = await publish({ type: 'invite_reward' });
  await publish({ type: 'coupon_drop', parameters: { rush: 1 } });
  await anna.get('checkin.checkIn', { communityId, campaignId });
  await anna.get('invite.create', { communityId, campaignId: invites });
  const { code } = await anna.get('redemption.code', coupon);
  const scanToken = await scan();
  const given: Partial<Record<ActionName, unknown>> = {
    'community.mine': {},
    'invite.code': { communityId, campaignId: invites },
    'redemption.code': coupon,
    'redemption.scan': { communityId, code: code.digits },
    'redemption.preview': { communityId, scanToken, orderFen: 10_000 },
    'leaderboard.board': { communityId, kind: 'checkin', period: 'week' },
    'leaderboard.last': { communityId, kind: 'checkin', period: 'week' },
  };
  const named: readonly ActionName[] = ['campaign.preview', 'campaign.open', 'campaign.glance', 'checkin.calendar'];
  ask = async (action) => {
    const input = given[action] ?? (named.includes(action) ? { communityId, campaignId } : { communityId });
    const { who } = contract[action];
    const person = who === 'owner' ? owner : who === 'clerk' ? cashier : anna;
    counted.reset();
    const reply = await person.call(action, input as InputOf<typeof action>);
    if (!reply.ok && action !== 'leaderboard.last') throw new Error(`${action}: ${JSON.stringify(reply)}`);
  };
});

describe('a view asks the store at most three times:', () => {
  test.each(views)('%s', async (action) => {
    await ask(action);
    expect(counted.calls()).toBeLessThanOrEqual(CALLS_MAX);
  });
});
