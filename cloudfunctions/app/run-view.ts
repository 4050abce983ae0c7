// Runs a view: the caller's documents in one read, the authorisation, then the handler; nothing is written.
import { type ActionName, contract } from '#core/contract';
import { partNames, partsOf, wholeStock } from '#core/rules/campaign/stock';
import { calendarOf } from '#core/rules/community/calendar';
import { communityOnWire } from '#core/rules/community/on-wire';
import { tagOf } from '#core/rules/membership/member';
import type {
  CampaignDocument,
  CommunityDocument,
  MemberDocument,
  ProfileDocument,
  Shapes,
  StockDocument,
  StockPartDocument,
  TableName,
  TallyDocument,
} from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf, type Id, makeId } from '#core/values/ids';
import { authorise } from '#server/app/authorise';
import type { AppReply } from '#server/app/create-app';
import { cardsOf, meOf } from '#server/app/presentation';
import { prizesNow } from '#server/app/prizes-now';
import type { CampaignWithStock, Person, RequestContext, ViewContext, ViewHandler } from '#server/app/request-context';
import type { Documents, Store } from '#server/ports/store';

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

type PeopleContext = Pick<RequestContext, 'communityId' | 'pictures' | 'userContent'>;
type KnownProfiles = ReadonlyMap<string, ProfileDocument | null>;

/**
 * The people with these ids, by their profiles: a name and a picture only where they were given and let through. `known` are profiles
 * that have been read already, which are not asked for again; `ids` are documents that are read in the same question.
 */
async function loadPeopleWith(
  store: Store,
  { communityId, pictures, userContent }: PeopleContext,
  memberIds: readonly string[],
  known: KnownProfiles,
  ids: readonly Id[],
): Promise<{ readonly people: ReadonlyMap<string, Person>; readonly documents: Documents }> {
  const distinct = [...new Set(memberIds)];
  const unknown = userContent ? distinct.filter((memberId) => !known.has(memberId)) : [];
  const profileKey = (memberId: string) => makeId(communityId, 'profile', memberId);
  const wanted = [...unknown.map(profileKey), ...ids];
  const documents: Documents = wanted.length === 0 ? new Map() : await store.read(wanted);
  const profileOf = (memberId: string) =>
    userContent ? (known.get(memberId) ?? (documents.get(profileKey(memberId)) as ProfileDocument | undefined)) : undefined;
  const people = new Map(
    distinct.map((memberId) => {
      const { nickname = null, picture = null } = profileOf(memberId) ?? {};
      return [
        memberId,
        { memberId, name: nickname, tag: tagOf(memberId), avatar: picture === null ? null : pictures.show(picture.address) },
      ];
    }),
  );
  return { people, documents };
}

/** As loadPeopleWith, with nothing besides. */
export async function loadPeople(store: Store, context: PeopleContext, memberIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  return (await loadPeopleWith(store, context, memberIds, new Map(), [])).people;
}

/** Campaigns by their ids with their stocks and all parts of those, by one read. */
async function loadCampaigns(
  store: Store,
  community: CommunityDocument,
  campaignIds: readonly string[],
): Promise<(CampaignWithStock | null)[]> {
  const communityId = communityOf(community.id);
  const keys = campaignIds.map((campaignId) => ({
    campaign: makeId(communityId, 'campaign', campaignId),
    stock: makeId(communityId, 'stock', campaignId),
    parts: partNames(partsOf(community, campaignId)).map((name) => makeId(communityId, 'stockPart', campaignId, name)),
  }));
  if (keys.length === 0) return [];
  const documents = await store.read(keys.flatMap(({ campaign, stock, parts }) => [campaign, stock, ...parts]));
  return keys.map((key) => {
    const campaign = documents.get(key.campaign) as CampaignDocument | undefined;
    if (campaign === undefined) return null;
    const stock = documents.get(key.stock) as StockDocument | undefined;
    // A split stock may have become one document since the community was read, and then holds all that its parts held.
    const parts = key.parts.flatMap((part) => (documents.get(part) as unknown as StockPartDocument | undefined) ?? []);
    return { campaign, stock: stock === undefined ? null : wholeStock(stock, parts) };
  });
}

/** What every view begins with, read at once. */
interface Ground {
  readonly community: CommunityDocument;
  readonly member: MemberDocument | null;
  readonly profile: ProfileDocument | null;
  readonly tally: Omit<TallyDocument, 'id'>;
}

/**
 * The context of a view, over documents that have been read. Every property is written down: one that follows a spread is defined by V8's
 * slowest way, and this is done for every view.
 */
function viewContext(base: RequestContext, store: Store, ground: Ground): ViewContext {
  const { communityId, caller, now, codes, groupProof, messenger, miniCode, pictures, userContent } = base;
  const { community, member, profile, tally } = ground;
  const peopleWith = (memberIds: readonly string[], ids: readonly Id[]) =>
    loadPeopleWith(store, base, memberIds, new Map([[caller.memberId, profile]]), ids);
  const context: ViewContext = {
    communityId,
    caller,
    now,
    codes,
    groupProof,
    messenger,
    miniCode,
    pictures,
    userContent,
    community,
    member,
    profile,
    tally,
    today: dayOf(now, calendarOf(community)),
    store,
    load: (table, parts) => load(store, communityId, table, parts),
    people: async (memberIds) => (await peopleWith(memberIds, [])).people,
    peopleWith,
    counts: (boards) => store.count(boards),
    campaigns: (campaignIds) => loadCampaigns(store, community, campaignIds),
    prizesNow: (found, memberId) => prizesNow({ communityId, community, now, store }, found, memberId),
    me: () => meOf(context),
    communityCard: () => communityOnWire(community, tally.members, userContent),
    cards: (campaigns) => cardsOf(campaigns, context),
  };
  return context;
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
  const profileKey = makeId(communityId, 'profile', caller.memberId);
  const tallyKey = makeId(communityId, 'tally');
  const documents = await store.read([communityKey, memberKey, profileKey, tallyKey]);
  const community = documents.get(communityKey) as CommunityDocument | undefined;
  const member = (documents.get(memberKey) ?? null) as MemberDocument | null;
  const denial = authorise(contract[name], member);
  if (denial !== null) return { ok: false, ...denial };
  if (community === undefined) return { ok: false, code: 'not_found', data: { what: 'community' } };
  const profile = (documents.get(profileKey) ?? null) as ProfileDocument | null;
  const tally = (documents.get(tallyKey) ?? { members: 0, promises: 0 }) as Omit<TallyDocument, 'id'>;
  const answer = await handler(input, viewContext(context, store, { community, member, profile, tally }));
  return 'refusal' in answer
    ? { ok: false, ...(answer.refusal as { code: 'not_found'; data: { what: 'campaign' } }) }
    : { ok: true, value: answer.value };
}
