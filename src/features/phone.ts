// Everything that one phone holds: the stores of all features on one caller, and how a change reaches what is on show.

import { type Caller, type No, newRequestId } from '#app/features/call';
import { type CheckIns, createCheckIns } from '#app/features/checkin/create-check-ins';
import { type Communities, createCommunities, type Memory } from '#app/features/community/communities';
import { createFirstSteps, type FirstSteps } from '#app/features/community/create-first-steps';
import { createDeed, type Deed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import { createMyOrders, type Order } from '#app/features/points/create-orders';
import { createReminders, type Reminders } from '#app/features/reminder/create-reminders';
import { createResource, type Resource } from '#app/features/resource';
import type { SubscribeAnswer } from '#app/platform/subscribe';
import type { InputOf, ValueOf } from '#core/contract';

/** One line of the points statement. */
export type StatementLine = ValueOf<'points.statement'>['lines'][number];
/** A coupon in the wallet. */
export type Ticket = ValueOf<'coupon.wallet'>['tickets'][number];
/** An invite and how far it has come. */
export type InviteState = ValueOf<'invite.list'>['invites'][number];

/** The stores of one phone. */
export interface Phone {
  readonly caller: Caller;
  readonly communities: Communities;
  readonly home: Resource<ValueOf<'community.home'>>;
  readonly standing: Resource<ValueOf<'membership.standing'>>;
  readonly statement: Paged<StatementLine, { balance: number }>;
  readonly wallet: Paged<Ticket, { today: string }>;
  readonly orders: Paged<Order, null>;
  readonly invites: Paged<InviteState, null>;
  readonly reminders: Reminders;
  readonly join: Deed<InputOf<'community.join'>, 'community.join'>;
  readonly withdraw: Deed<{ communityId: string }, 'community.withdraw'>;
  readonly checkIns: CheckIns;
  readonly firstSteps: FirstSteps;
  readonly makeUp: Deed<{ communityId: string; campaignId: string; on: string }, 'checkin.makeUp'>;
  readonly claim: Deed<{ communityId: string; campaignId: string }, 'coupon.claim'>;
  readonly exchange: Deed<{ communityId: string; campaignId: string }, 'points.exchange'>;
  readonly invite: Deed<{ communityId: string; campaignId: string }, 'invite.create'>;
  readonly hide: Deed<{ communityId: string; hidden: boolean }, 'leaderboard.hide'>;
}

/** What a phone is made of. */
export interface PhoneParts {
  readonly caller: Caller;
  readonly memory: Memory;
  /** WeChat's dialog about messages. */
  readonly subscribe: (templateIds: readonly string[]) => Promise<SubscribeAnswer>;
  readonly newId?: () => string;
}

/** Makes a phone. */
export function createPhone({ caller, memory, subscribe, newId = newRequestId }: PhoneParts): Phone {
  const here = () => ({ communityId: communities.current() });
  const communities = createCommunities(caller, memory, newId, () => {
    for (const shown of [home, standing, statement, wallet, orders, invites, reminders.wallet]) shown.clear();
  });

  const reminders = createReminders({ caller, newId, here, subscribe });
  const home = createResource(
    async () => (await caller.view('community.home', here())) as { ok: true; value: ValueOf<'community.home'> } | No,
  );
  const standing = createResource(
    async () => (await caller.view('membership.standing', here())) as { ok: true; value: ValueOf<'membership.standing'> } | No,
  );
  const statement = createPaged<StatementLine, { balance: number }>(async (cursor) => {
    const reply = await caller.view('points.statement', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    if (!reply.ok) return reply as No;
    return { ok: true, items: reply.value.lines, cursor: reply.value.cursor, head: { balance: reply.value.balance } };
  });
  const wallet = createPaged<Ticket, { today: string }>(async (cursor) => {
    const reply = await caller.view('coupon.wallet', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    if (!reply.ok) return reply as No;
    return { ok: true, items: reply.value.tickets, cursor: reply.value.cursor, head: { today: reply.value.today } };
  });
  const orders = createMyOrders(caller, here);
  const invites = createPaged<InviteState, null>(async (cursor) => {
    const reply = await caller.view('invite.list', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    if (!reply.ok) return reply as No;
    return { ok: true, items: reply.value.invites, cursor: reply.value.cursor, head: null };
  });

  // Whoever has been dismissed or put out meanwhile sees the page of their new role, and not what is left of the old one.
  caller.hearBelow(() => void home.refresh());

  return {
    caller,
    communities,
    home,
    standing,
    statement,
    wallet,
    orders,
    invites,
    reminders,
    join: createDeed((input, requestId) => caller.change('community.join', input, requestId), newId),
    withdraw: createDeed((input, requestId) => caller.change('community.withdraw', input, requestId), newId),
    makeUp: createDeed((input, requestId) => caller.change('checkin.makeUp', input, requestId), newId),
    firstSteps: createFirstSteps(memory),
    checkIns: createCheckIns({ caller, here, home, newId }),
    claim: createDeed((input, requestId) => caller.change('coupon.claim', input, requestId), newId),
    exchange: createDeed((input, requestId) => caller.change('points.exchange', input, requestId), newId),
    invite: createDeed((input, requestId) => caller.change('invite.create', input, requestId), newId),
    hide: createDeed((input, requestId) => caller.change('leaderboard.hide', input, requestId), newId),
  };
}
