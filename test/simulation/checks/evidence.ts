// What a life has left, read once for all checkers: the book of what was answered, and the documents as they lie in the store.
import type {
  CouponDocument,
  DailyDocument,
  IndexName,
  JournalDocument,
  MakeGoodDocument,
  MemberDocument,
  OrderDocument,
  SeasonDocument,
  StockDocument,
  StockPartDocument,
} from '#core/tables';
import type { StoredDocument } from '#server/ports/store';
import type { Life } from '../live-community';
import { type Asked, type Success, successOf } from '../post';

/** A request that came about, with the journal document that it left; null where it left none. */
export interface Deed extends Success {
  readonly journal: JournalDocument | null;
}

/** Everything that checkers look at. */
export interface Evidence {
  readonly life: Life;
  /** In the order in which they were made, by stamps; those without a journal document last. */
  readonly deeds: readonly Deed[];
  /** All journal documents, in the order of stamps. */
  readonly journals: readonly JournalDocument[];
  readonly members: readonly MemberDocument[];
  readonly coupons: readonly CouponDocument[];
  readonly orders: readonly OrderDocument[];
  readonly seasons: readonly SeasonDocument[];
  readonly days: readonly DailyDocument[];
  readonly promises: readonly MakeGoodDocument[];
  /** The stock of each campaign, and its parts where it was split. */
  readonly stocks: ReadonlyMap<string, { readonly stock: StockDocument; readonly parts: readonly StockPartDocument[] }>;
}

const PARTS_MAX = 64;

async function everyOf<Document>({ stage }: Life, index: IndexName): Promise<readonly Document[]> {
  const found: StoredDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await stage.store.list(index, stage.communityId, { prefix: [], order: 'ascending' }, 200, cursor);
    found.push(...page.documents);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return found as unknown as readonly Document[];
}

async function stocksOf({ stage }: Life): Promise<Evidence['stocks']> {
  const { store, communityId, offers } = stage;
  const stocks = new Map<string, { stock: StockDocument; parts: readonly StockPartDocument[] }>();
  for (const { campaignId } of offers) {
    const partIds = Array.from({ length: PARTS_MAX }, (_, index) => `${communityId}/stockPart/${campaignId}/${index + 1}`);
    const id = `${communityId}/stock/${campaignId}`;
    const documents = await store.read([id, `${communityId}/stockPart/${campaignId}/0`, ...partIds]);
    const stock = documents.get(id) as unknown as StockDocument | undefined;
    const parts = [...documents.values()].filter((document) => document.id !== id) as unknown as readonly StockPartDocument[];
    if (stock !== undefined) stocks.set(campaignId, { stock, parts });
  }
  return stocks;
}

/** A request as its journal document is called. */
function journalIdOf({ stage }: Life, { personKey, requestId }: Asked): string {
  return `${stage.communityId}/journal/${stage.memberIdOf(personKey)}/${requestId}`;
}

/** Reads what a life has left. */
export async function gatherEvidence(life: Life): Promise<Evidence> {
  const journals = await everyOf<JournalDocument>(life, 'journal.byStamp');
  const byId = new Map(journals.map((journal) => [journal.id, journal]));
  const deeds = life.stage.post.book.flatMap((asked): Deed[] => {
    const success = successOf(asked);
    return success === null ? [] : [{ ...asked, ...success, journal: byId.get(journalIdOf(life, asked)) ?? null }];
  });
  const place = new Map(journals.map(({ id }, index) => [id, index]));
  const placeOf = ({ journal }: Deed) => (journal === null ? Number.POSITIVE_INFINITY : (place.get(journal.id) ?? 0));
  return {
    life,
    journals,
    deeds: deeds.sort((one, other) => placeOf(one) - placeOf(other) || (one.requestId < other.requestId ? -1 : 1)),
    members: await everyOf<MemberDocument>(life, 'member.byFirstSeen'),
    coupons: await everyOf<CouponDocument>(life, 'coupon.byMember'),
    orders: await everyOf<OrderDocument>(life, 'order.byMember'),
    seasons: await everyOf<SeasonDocument>(life, 'season.byUntil'),
    days: await everyOf<DailyDocument>(life, 'daily.byOn'),
    promises: await everyOf<MakeGoodDocument>(life, 'makeGood.byState'),
    stocks: await stocksOf(life),
  };
}

/** A deed of one action, with the types of that action. */
export type DeedOf<A extends Asked['action']> = Success<A> & { readonly journal: JournalDocument };

/** The deeds of one action that left a journal document, in their order. */
export function deedsOf<A extends Asked['action']>({ deeds }: Evidence, action: A): readonly DeedOf<A>[] {
  return deeds.filter((deed) => deed.action === action && deed.journal !== null) as unknown as readonly DeedOf<A>[];
}

/** What was set aside for a campaign: what its owner was told at publishing and improving it, and what promises made good took. */
export function setAsideFor({ deeds, journals }: Evidence, campaignId: string, unit: 'coupons' | 'points'): number {
  const told = deeds.filter(({ action, input }) => {
    return (action === 'campaign.publish' || action === 'campaign.improve') && (input as { campaignId: string }).campaignId === campaignId;
  });
  const settled = journals.flatMap(({ events }) =>
    events.filter((event) => event.kind === 'promise_settled' && event.campaignId === campaignId),
  );
  const counts = [...told.map(({ value }) => value), ...settled] as readonly unknown[] as readonly Readonly<Record<typeof unit, number>>[];
  return counts.reduce((sum, count) => sum + count[unit], 0);
}

/** Whether a campaign has ended. */
export function isOver({ journals }: Evidence, campaignId: string): boolean {
  return journals.some(({ events }) => events.some((event) => event.kind === 'campaign_ended' && event.campaignId === campaignId));
}
