// Runs a view: the caller's documents in one read, the authorisation, then the handler; nothing is written.
import { type ActionName, contract } from '#core/contract';
import { calendarOf } from '#core/rules/community/calendar';
import { communityOnWire } from '#core/rules/community/on-wire';
import { memberBoardId } from '#core/rules/leaderboard/boards';
import { tagOf } from '#core/rules/membership/member';
import type { CommunityDocument, MemberDocument, ProfileDocument, Shapes, TableName } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { authorise } from '#server/app/authorise';
import type { AppReply } from '#server/app/create-app';
import { cardsOf, meOf } from '#server/app/presentation';
import type { Person, RequestContext, ViewContext, ViewHandler } from '#server/app/request-context';
import type { Store } from '#server/ports/store';

/** Loads documents of one table by their ids' own parts. */
async function load<T extends TableName>(
  store: Store,
  communityId: string,
  table: T,
  parts: readonly (readonly string[])[],
): Promise<(Shapes[T] | null)[]> {
  if (parts.length === 0) return [];
  const ids = parts.map((own) => makeId(communityId, table, ...own));
  const documents = await store.read(ids);
  return ids.map((id) => (documents.get(id) ?? null) as unknown as Shapes[T] | null);
}

/** The people with these ids, by their profiles: a name only where one was given. */
export async function loadPeople(store: Store, communityId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const distinct = [...new Set(memberIds)];
  const profiles: (ProfileDocument | null)[] = await load(
    store,
    communityId,
    'profile',
    distinct.map((memberId) => [memberId]),
  );
  return new Map(
    distinct.map((memberId, index) => [memberId, { memberId, name: profiles[index]?.nickname ?? null, tag: tagOf(memberId) }]),
  );
}

/** The context of a view, over documents that have been read. */
export function viewContext(base: RequestContext, store: Store, community: CommunityDocument, member: MemberDocument | null): ViewContext {
  const context = {
    ...base,
    community,
    member,
    today: dayOf(base.now, calendarOf(community)),
    store,
    load: <T extends TableName>(table: T, parts: readonly (readonly string[])[]) => load(store, base.communityId, table, parts),
    people: (memberIds: readonly string[]) => loadPeople(store, base.communityId, memberIds),
    count: async (board: string) => (await store.top(board, 1)).total,
  };
  return {
    ...context,
    me: () => meOf(context),
    communityCard: async () => communityOnWire(community, await context.count(memberBoardId(base.communityId))),
    cards: (campaigns) => cardsOf(campaigns, context),
  };
}

/** Runs one view to its reply. */
export async function runView(
  run: { readonly name: ActionName; readonly handler: ViewHandler<never>; readonly input: never; readonly context: RequestContext },
  store: Store,
): Promise<AppReply> {
  const { name, handler, input, context } = run;
  const { communityId, caller } = context;
  const communityKey = makeId(communityId, 'community');
  const memberKey = makeId(communityId, 'member', caller.memberId);
  const documents = await store.read([communityKey, memberKey]);
  const community = documents.get(communityKey) as CommunityDocument | undefined;
  const member = (documents.get(memberKey) ?? null) as MemberDocument | null;
  const denial = authorise(contract[name].who, member);
  if (denial !== null) return { ok: false, ...denial };
  if (community === undefined) return { ok: false, code: 'not_found', data: { what: 'community' } };
  const answer = await handler(input, viewContext(context, store, community, member));
  return 'refusal' in answer
    ? { ok: false, ...(answer.refusal as { code: 'not_found'; data: { what: 'campaign' } }) }
    : { ok: true, value: answer.value };
}
