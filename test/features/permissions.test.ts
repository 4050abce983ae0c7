// Who may do what, generated from the contract: every action by everybody, on things that are theirs, another community's, or nobody's.
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, contract, type Who } from '#core/contract';
import type { DenialCode } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';
import { sampleInput } from '../support/any-input';
import { denialCodes } from '../support/check-reply';
import { type FullShop, openTwoShops, type ShopRole, type TwoShops } from '../support/two-shops';
import { changedBetween } from '../support/whole-store';

/** Everybody who may come to the one shop: its own people, somebody without a session, a stranger, and the people of the other shop. */
type Rank = ShopRole | 'nobody' | 'stranger' | `${'owner' | 'co_owner' | 'clerk' | 'member'} elsewhere`;

const actions = Object.keys(contract) as ActionName[];
const ranks: readonly Rank[] = [
  'nobody',
  'stranger',
  'visitor',
  'left',
  'owner elsewhere',
  'co_owner elsewhere',
  'clerk elsewhere',
  'member elsewhere',
  'dismissed',
  'member',
  'clerk',
  'co_owner',
  'owner',
];
const joined: readonly Rank[] = ['dismissed', 'member', 'clerk', 'co_owner', 'owner'];

/** What somebody hears who may not; null for who may. */
function denialFor(who: Who, rank: Rank): DenialCode | null {
  if (who === 'anyone') return null;
  if (rank === 'nobody') return 'sign_in_required';
  if (who === 'person') return null;
  if (!joined.includes(rank)) return 'join_required';
  if (who === 'owner' && rank !== 'owner') return 'owner_only';
  if (who === 'co_owner' && rank !== 'owner' && rank !== 'co_owner') return 'co_owner_only';
  if (who === 'clerk' && rank !== 'owner' && rank !== 'co_owner' && rank !== 'clerk') return 'clerk_only';
  return null;
}

/** Asks as a rank of the shop that is called here. */
function ask({ town, here, there, stranger }: TwoShops, rank: Rank, action: ActionName, input: unknown): Promise<AppReply> {
  const requestId = `${action}-${rank}`.replaceAll(/[^A-Za-z]/g, '-');
  if (rank === 'nobody') return town.app.handle({ action, input, requestId, credentials: { sessionToken: null } });
  if (rank === 'stranger') return stranger.send(action, input, requestId);
  const [role = '', elsewhere] = rank.split(' ');
  const { people } = elsewhere === undefined ? here : there;
  return people[role as ShopRole].send(action, input, requestId);
}

describe('whoever may not', () => {
  let shops: TwoShops;
  beforeAll(async () => {
    shops = await openTwoShops();
  });

  test.each(actions)('asks for %s, is denied, and changes nothing at all', async (action) => {
    const input = sampleInput(contract[action].input, shops.here.known);
    const before = await shops.content();
    for (const rank of ranks) {
      const code = denialFor(contract[action].who, rank);
      if (code === null) continue;
      expect([rank, await ask(shops, rank, action, input)]).toEqual([rank, { ok: false, code, data: {} }]);
    }
    expect(changedBetween(before, await shops.content())).toEqual([]);
  });

  const inside = actions.filter((action) => Object.hasOwn(sampleInput(contract[action].input), 'communityId'));
  test.each(inside)('asks for %s in a community that does not exist, or in what the installation keeps for itself', async (action) => {
    const { who, input: schema } = contract[action];
    const before = await shops.content();
    for (const communityId of ['nowhere', '_system']) {
      const input = { ...sampleInput(schema, shops.here.known), communityId };
      for (const rank of ranks) {
        const code = denialFor(who, 'stranger') ?? 'not_found';
        const expected = rank === 'nobody' && who !== 'anyone' ? 'sign_in_required' : code;
        expect([rank, await ask(shops, rank, action, input)]).toMatchObject([rank, { ok: false, code: expected }]);
      }
    }
    expect(changedBetween(before, await shops.content())).toEqual([]);
  });
});

describe('whoever may', () => {
  let shops: TwoShops;

  /** Who is what in the shop: an action may change that, and then a new shop is opened for the next. */
  async function roles(): Promise<string> {
    const { communityId, people } = shops.here;
    const ids = Object.values(people).map((person) => `${communityId}/member/${person.memberIdIn(communityId)}`);
    const members = await shops.town.store.read(ids);
    return JSON.stringify(ids.map((id) => [members.get(id)?.['role'], members.get(id)?.['joinedAt'] ?? null]));
  }

  const asked = actions.flatMap((action) =>
    ranks.filter((rank) => denialFor(contract[action].who, rank) === null).map((rank) => [action, rank] as const),
  );
  test('is denied nothing', async () => {
    let wanted = '';
    let inputs = new Map<ActionName, unknown>();
    for (const [action, rank] of asked) {
      if (wanted === '' || (await roles()) !== wanted) {
        shops = await openTwoShops();
        wanted = await roles();
        inputs = new Map(actions.map((name) => [name, sampleInput(contract[name].input, shops.here.known)]));
      }
      const reply = await ask(shops, rank, action, inputs.get(action));
      expect([action, rank, reply.ok || !denialCodes.includes(reply.code as DenialCode) || reply.code]).toEqual([action, rank, true]);
    }
  });
});

describe('what belongs to another community', () => {
  let shops: TwoShops;
  beforeAll(async () => {
    shops = await openTwoShops();
  });
  const roles = ['owner', 'co_owner', 'clerk', 'member'] as const;

  /** Asks in the one shop for what is the other's. */
  async function reachAcross(from: FullShop, into: FullShop, action: ActionName): Promise<void> {
    const input = { ...sampleInput(contract[action].input, into.known), communityId: from.communityId };
    const before = await shops.content();
    for (const role of roles) {
      const reply = await from.people[role].send(action, input, `across-${action.replace('.', '-')}-${role}`);
      const text = JSON.stringify(reply);
      expect([role, text.includes(into.mark), text.includes(into.communityId)]).toEqual([role, false, false]);
    }
    const after = await shops.content();
    const changed = changedBetween(before, after);
    expect(changed.filter((id) => !id.startsWith(`${from.communityId}/`))).toEqual([]);
    // Nothing is made of an id that is not there: whatever was written names none of the other shop's own.
    const written = JSON.stringify(changed.map((id) => after.get(id) ?? null));
    const theirs = [...(into.known['campaignId'] as string[]), ...(into.known['memberId'] as string[])];
    expect(theirs.filter((id) => written.includes(id))).toEqual([]);
  }

  const pointing = actions.filter((action) => {
    const names = Object.keys(sampleInput(contract[action].input));
    return names.includes('communityId') && action !== 'membership.erase';
  });
  test.each(pointing)('%s finds nothing of it, says nothing of it, and changes nothing in it', async (action) => {
    await reachAcross(shops.there, shops.here, action);
    await reachAcross(shops.here, shops.there, action);
  });
});
