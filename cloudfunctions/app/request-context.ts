// What a handler receives, and what a feature's handlers look like: types only, the one file of app/ that features may import.
import type { ActionName, Contract, InputOf, RefusalOf, ValueOf } from '#core/contract';
import type { Refusal } from '#core/refusals';
import type { Workspace } from '#core/rules/audit/workspace';
import type { Decision } from '#core/rules/decision';
import type { PrizesNow } from '#core/rules/leaderboard/prize-conditions';
import type {
  CampaignDocument,
  CommunityDocument,
  MemberDocument,
  ProfileDocument,
  Role,
  Shapes,
  StockDocument,
  TableName,
  TallyDocument,
} from '#core/tables';
import type { Day } from '#core/values/day';
import type { Id } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import type { ContentReview } from '#server/app/check-content';
import type { Codes } from '#server/ports/codes';
import type { GroupProof } from '#server/ports/group-proof';
import type { Messenger } from '#server/ports/messenger';
import type { MiniCode } from '#server/ports/mini-code';
import type { Pictures } from '#server/ports/pictures';
import type { Documents, Store } from '#server/ports/store';

/** A person as others see them: no name until they opt in. */
export type Person = ValueOf<'redemption.scan'>['holder'];

/** Who calls, inside the community of the request. */
export interface Caller {
  readonly personKey: string;
  readonly memberId: string;
}

/** What every handler may use. */
export interface RequestContext {
  readonly communityId: string;
  readonly caller: Caller;
  readonly now: Instant;
  readonly codes: Codes;
  readonly groupProof: GroupProof;
  /** Handlers plan reminders; only the timer sends them. */
  readonly messenger: Pick<Messenger, 'templates'>;
  readonly miniCode: MiniCode;
  readonly pictures: Pictures;
  /** False where this installation shows nothing that members write or draw: everybody is masked. */
  readonly userContent: boolean;
}

/** What a change may use besides. */
export interface ChangeContext extends RequestContext {
  /** An id for something new, the same whenever the same request comes again. */
  newId(): string;
  /**
   * An id for a file that a request brings, of the request and of the file: another file that is sent under the same request never takes
   * the place of the one that is looked at.
   */
  newIdOf(file: Uint8Array): string;
  /** Whether what was written, or a picture that is kept, may be shown; for work before the decision. It always answers. */
  readonly content: ContentReview;
  /** The network that the request comes from, as a digest of this week; null where the host knows none. */
  readonly place: string | null;
}

/** A campaign with its whole stock; a draft has none. */
export interface CampaignWithStock {
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument | null;
}

/** What a view may use besides: the caller's documents, which the authorisation has read already, and the store's reads. */
export interface ViewContext extends RequestContext {
  readonly community: CommunityDocument;
  readonly today: Day;
  /** Null for a person who has never been here. */
  readonly member: MemberDocument | null;
  /** What the caller shows of themselves; null when they never did. */
  readonly profile: ProfileDocument | null;
  /** What is counted of the community. */
  readonly tally: Omit<TallyDocument, 'id'>;
  readonly store: Pick<Store, 'read' | 'list' | 'rank' | 'top' | 'around' | 'count'>;
  /** Documents of one table by their ids' own parts, in the order asked for; null where there is none. */
  load<T extends TableName>(table: T, parts: readonly (readonly string[])[]): Promise<(Shapes[T] | null)[]>;
  /** The people with these member ids, by id. */
  people(memberIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** As `people`, with other documents in the same question to the store. */
  peopleWith(
    memberIds: readonly string[],
    ids: readonly Id[],
  ): Promise<{ readonly people: ReadonlyMap<string, Person>; readonly documents: Documents }>;
  /** How many people are on each of some counting boards. */
  counts(boards: readonly Id[]): Promise<ReadonlyMap<Id, number>>;
  /** Campaigns by their ids, in that order, with their stocks; null where there is none. */
  campaigns(campaignIds: readonly string[]): Promise<(CampaignWithStock | null)[]>;
  /**
   * How the prizes of the board of a campaign stand in the season that runs, and where a member is on its board; null, and nothing read,
   * where no season of it runs.
   */
  prizesNow(found: CampaignWithStock, memberId: string): Promise<PrizesNow | null>;
  /** The caller as they see themselves. */
  me(): ValueOf<'community.home'>['me'];
  /** The community as it travels. */
  communityCard(): ValueOf<'community.home'>['community'];
  /** Campaigns as the caller sees them, in their order. */
  cards(campaigns: readonly CampaignWithStock[]): ValueOf<'community.home'>['campaigns'];
}

/** What a view answers: a value, or one of its declared refusals. */
export type ViewAnswer<A extends ActionName> = { readonly value: ValueOf<A> } | { readonly refusal: Refusal<RefusalOf<A>> };

/** A view: reads, and changes nothing. */
export type ViewHandler<A extends ActionName> = (input: InputOf<A>, context: ViewContext) => Promise<ViewAnswer<A>>;

/** A change: names its documents, decides once they are there, and shapes the reply from what then holds. */
export interface ChangeHandler<A extends ActionName, Prepared = unknown, Value = unknown> {
  /** True where the change makes its own community: its id is then `newId`. */
  readonly makesCommunity?: boolean;
  /** Work that needs to wait, before the decision: never a read that the decision rests on. */
  prepare?(input: InputOf<A>, context: ChangeContext): Promise<Prepared | { readonly refusal: Refusal<RefusalOf<A>> }>;
  /** Ids of documents that the decision will want; what is forgotten here costs one more round trip, nothing else. */
  documents?(input: InputOf<A>, context: ChangeContext): readonly Id[];
  decide(input: InputOf<A>, workspace: Workspace, context: ChangeContext, prepared: Prepared): Decision<Value>;
  /** The reply, from the decision's value and the documents after it. Kept in the journal: no names. */
  reply(value: Value, workspace: Workspace, context: ChangeContext): ValueOf<A>;
  /** A refusal in words that people know: the rules speak of member ids. */
  explain?(refusal: Refusal, people: ViewContext['people']): Promise<Refusal>;
  /** Writes that no projection makes, since the journal may not hold their content (a nickname). */
  aside?(input: InputOf<A>, workspace: Workspace, context: ChangeContext, value: Value): void;
}

/** The view that belongs to a person rather than to a community. */
export type PersonViewName = 'community.mine';
/** The views that anyone may see, whom nobody has signed in. */
export type PublicViewName = 'campaign.glance';
/** The names of the views and of the changes inside a community. */
export type ViewName = Exclude<
  { [A in ActionName]: Contract[A]['kind'] extends 'view' ? A : never }[ActionName],
  PersonViewName | PublicViewName
>;
export type ChangeName = Exclude<ActionName, ViewName | PersonViewName | PublicViewName>;

/** What a view outside of any community may use. */
export interface PersonContext {
  readonly personKey: string;
  readonly userContent: boolean;
  /** Whether somebody with these roles, in communities of this installation, may found one. */
  mayFound(roles: readonly Role[]): Promise<boolean>;
  readonly store: Pick<Store, 'read' | 'list' | 'top'>;
  memberIdOf(communityId: string, personKey: string): string;
}

/** A view of what a person has everywhere. */
export type PersonViewHandler<A extends PersonViewName> = (
  input: InputOf<A>,
  context: PersonContext,
) => Promise<{ readonly value: ValueOf<A> }>;

/** A view of what is nobody's own: it learns nothing of who looks. */
export type PublicViewHandler<A extends PublicViewName> = (
  input: InputOf<A>,
  context: { readonly now: Instant; readonly store: Pick<Store, 'read'> },
) => Promise<ViewAnswer<A>>;

/** Checks a change handler while its parts' types are inferred. */
export function change<A extends ChangeName>() {
  return <Prepared, Value>(handler: ChangeHandler<A, Prepared, Value>): ChangeHandler<A, never, never> =>
    handler as unknown as ChangeHandler<A, never, never>;
}

/** Every handler of the application. */
export type Handlers = { readonly [A in ViewName]: ViewHandler<A> } & { readonly [A in ChangeName]: ChangeHandler<A, never, never> } & {
  readonly [A in PersonViewName]: PersonViewHandler<A>;
} & { readonly [A in PublicViewName]: PublicViewHandler<A> };
