// Recomputes every projection of every community from its journal, and says where the store differs.
import { isDeepStrictEqual } from 'node:util';
import { isBoardBeside, isMadeByTheJournal } from '#core/rules/audit/made-by-the-journal';
import { concernedBy, memberFacts } from '#core/rules/audit/member-facts';
import { compareFigures, createMemberReplay, storedFigures } from '#core/rules/audit/member-replay';
import { createReplay, type Replayed } from '#core/rules/audit/replay';
import { wholeStock } from '#core/rules/campaign/stock';
import { CO_OWNERS_MAX } from '#core/rules/community/roles';
import { queueBoardId, queueKey } from '#core/rules/content/texts';
import { piecesOf } from '#core/rules/coupon/benefit';
import { sumOfLots } from '#core/rules/points/lots';
import type {
  CommunityDocument,
  CouponDocument,
  EntryDocument,
  IndexName,
  JournalDocument,
  MemberDocument,
  OrderDocument,
  StockDocument,
  StockPartDocument,
} from '#core/tables';
import { batchesOf } from '#core/values/batches';
import { communityOf, makeId, tableOf } from '#core/values/ids';
import { PAGE_LIMIT_MAX, type Store, type StoredDocument } from '#server/ports/store';
import type { Piece } from '#server/ports/whole-data';

/** One place where the store is not what the journal makes. */
export interface Difference {
  readonly id: string;
  readonly problem: string;
}

/** What a check found. */
export interface DataCheck {
  readonly communities: number;
  readonly journals: number;
  readonly documents: number;
  readonly boardRows: number;
  readonly differences: readonly Difference[];
}

/** Tables whose every document the journal makes, with an index that lists them all. */
const COMPLETE: readonly IndexName[] = [
  'member.byFirstSeen',
  'campaign.byCreated',
  'campaignVersion.byCampaign',
  'coupon.byMember',
  'order.byMember',
  'invite.byInviter',
  'proof.byUsed',
  'reminder.byDue',
  'makeGood.byState',
  'complaint.byMember',
  'review.byChanged',
  'application.byCampaign',
  'selection.byOn',
  'season.byUntil',
  'settlement.byCampaign',
  'daily.byOn',
  'segment.byCreated',
];

async function* walk(store: Store, index: IndexName, community: string | null): AsyncGenerator<StoredDocument> {
  let cursor: string | undefined;
  do {
    const page = await store.list(index, community, { prefix: [], order: 'ascending' }, PAGE_LIMIT_MAX, cursor);
    yield* page.documents;
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}

async function compareDocuments(store: Store, communityId: string, replayed: Replayed): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const part of batchesOf([...replayed.documents.keys()], PAGE_LIMIT_MAX)) {
    const stored = await store.read(part);
    for (const id of part) {
      const found = stored.get(id);
      if (found === undefined) differences.push({ id, problem: 'is missing' });
      // Through JSON, since a field that is undefined does not exist in the store.
      else if (!isDeepStrictEqual(found, JSON.parse(JSON.stringify(replayed.documents.get(id))))) {
        differences.push({
          id,
          problem: `is ${JSON.stringify(found)}, but the journal makes ${JSON.stringify(replayed.documents.get(id))}`,
        });
      }
    }
  }
  for (const index of COMPLETE) {
    for await (const { id } of walk(store, index, communityId)) {
      if (!replayed.documents.has(id)) differences.push({ id, problem: 'is in the store, but no action made it' });
    }
  }
  return differences;
}

async function compareBoards(store: Store, replayed: Replayed): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [board, rows] of replayed.boards) {
    const top = await store.top(board, rows.size + 1);
    if (top.total !== rows.size) differences.push({ id: board, problem: `counts ${top.total}, but the journal makes ${rows.size}` });
    const sorted = [...rows]
      .map(([key, row]) => ({ key, ...row }))
      .sort((a, b) => b.points - a.points || a.at - b.at || (a.key < b.key ? -1 : 1));
    const found = top.rows.map(({ key, points, at }) => ({ key, points, at }));
    if (!isDeepStrictEqual(found, sorted)) differences.push({ id: board, problem: 'does not hold the rows that the journal makes' });
  }
  return differences;
}

/** The owner's queue stands beside the journal, as the texts do: its count must be that of the texts that wait. */
async function compareQueue(store: Store, communityId: string): Promise<Difference[]> {
  const waiting = new Set<string>();
  for await (const entry of walk(store, 'entry.byQueued', communityId)) waiting.add(queueKey(entry as unknown as EntryDocument));
  const board = queueBoardId(communityId);
  const { rows, total } = await store.top(board, waiting.size + 1);
  const isSame = total === waiting.size && rows.every(({ key }) => waiting.has(key));
  return isSame ? [] : [{ id: board, problem: `counts ${total} texts that wait, but there are ${waiting.size}` }];
}

/** Whom a community counts as its co-owners: those who bear the role, and no more than there may be. */
function checkCoOwners(communityId: string, documents: Replayed['documents']): Difference[] {
  const id = makeId(communityId, 'community');
  const { coOwners = [] } = (documents.get(id) ?? {}) as Partial<CommunityDocument>;
  const bearers = [...documents.values()].flatMap((document) => {
    const { memberId, role } = document as Partial<MemberDocument>;
    return role === 'co_owner' ? [memberId] : [];
  });
  const isSame = isDeepStrictEqual([...coOwners].sort(), bearers.sort());
  if (!isSame) return [{ id, problem: `counts ${coOwners.length} co-owners, but ${bearers.length} members bear the role` }];
  return coOwners.length > CO_OWNERS_MAX ? [{ id, problem: `has ${coOwners.length} co-owners` }] : [];
}

/** Laws that hold whatever the projections say: counted here from entries and coupons, not from the fold. */
function checkLaws(communityId: string, replayed: Replayed): Difference[] {
  const differences: Difference[] = replayed.faults.map(({ id, reason }) => ({ id, problem: reason }));
  const issued = new Map<string, number>();
  const ordered = new Map<string, number>();
  const partsOf = new Map<string, StockPartDocument[]>();
  for (const [id, document] of replayed.documents) {
    const [, table, key] = id.split('/');
    if (table === 'coupon') {
      const { campaignId, terms } = document as CouponDocument;
      issued.set(campaignId, (issued.get(campaignId) ?? 0) + piecesOf(terms.benefit));
    }
    if (table === 'order') {
      const { campaignId, state } = document as OrderDocument;
      if (state !== 'cancelled') ordered.set(campaignId, (ordered.get(campaignId) ?? 0) + 1);
    }
    if (table === 'stockPart') {
      const part = document as StockPartDocument;
      partsOf.set(part.campaignId, [...(partsOf.get(part.campaignId) ?? []), part]);
    }
    if (table === 'member') {
      const { points, lots } = document as MemberDocument;
      const sum = replayed.balances.get(`member:${key}`) ?? 0;
      if (points !== sum) differences.push({ id, problem: `has ${points} points, but its entries sum to ${sum}` });
      if (sumOfLots(lots) !== points) differences.push({ id, problem: `has ${points} points, but lots of ${sumOfLots(lots)}` });
      if (points < 0) differences.push({ id, problem: 'has fewer than no points' });
    }
  }
  for (const [id, document] of replayed.documents) {
    if (id.split('/')[1] !== 'stock') continue;
    const stock = document as StockDocument;
    const coupons = issued.get(stock.campaignId) ?? 0;
    const parts = partsOf.get(stock.campaignId) ?? [];
    const whole = wholeStock(stock, parts);
    if (coupons !== whole.couponsIssued) differences.push({ id, problem: `says ${whole.couponsIssued} coupons, but there are ${coupons}` });
    for (const part of [whole, ...parts]) {
      if (part.couponsIssued > part.couponsReserved) differences.push({ id: part.id, problem: 'has issued more coupons than it reserved' });
    }
    const shared = parts.reduce((sum, part) => sum + part.couponsReserved, 0);
    if (parts.length > 0 && shared !== stock.couponsReserved) differences.push({ id, problem: `shares out ${shared} coupons` });
    const held = replayed.balances.get(`campaign:${stock.campaignId}`) ?? 0;
    const left = stock.pointsReserved - stock.pointsIssued + (stock.pointsHeld ?? 0);
    if (held !== left) differences.push({ id, problem: `has ${left} points, but the entries of its campaign sum to ${held}` });
    const { goodsReserved = 0, goodsIssued = 0 } = stock;
    const things = ordered.get(stock.campaignId) ?? 0;
    if (things !== goodsIssued) differences.push({ id, problem: `says ${goodsIssued} goods, but there are orders for ${things}` });
    if (goodsIssued > goodsReserved) differences.push({ id, problem: 'has issued more goods than it reserved' });
    if (stock.pointsIssued > stock.pointsReserved) differences.push({ id, problem: 'has issued more points than it reserved' });
  }
  differences.push(...checkCoOwners(communityId, replayed.documents));
  const total = [...replayed.balances.values()].reduce((sum, balance) => sum + balance, 0);
  if (total !== 0) differences.push({ id: makeId(communityId, 'community'), problem: `all accounts sum to ${total} points` });
  return differences;
}

/**
 * The communities of a store. One that has lost its own document is still known by the accounts of its members: a check that looked at
 * community documents only would pass it over in silence.
 */
async function communitiesOf(store: Store): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const index of ['community.byCreated', 'identity.byPerson'] as const) {
    for await (const { id } of walk(store, index, null)) found.add(communityOf(id));
  }
  return [...found];
}

/** Rebuilds every member's figures from events alone, beside the projections' own fold. */
function createMemberReplays() {
  const replays = new Map<string, ReturnType<typeof createMemberReplay>>();
  return {
    add(journal: JournalDocument): void {
      for (const memberId of concernedBy(journal)) {
        const facts = memberFacts(journal, memberId);
        if (facts.length === 0) continue;
        const replay = replays.get(memberId) ?? createMemberReplay();
        replays.set(memberId, replay);
        replay.add(facts, journal.on);
      }
    },
    differences(replayed: Replayed): Difference[] {
      const members: MemberDocument[] = [];
      const coupons = new Map<string, CouponDocument[]>();
      for (const [id, document] of replayed.documents) {
        if (tableOf(id) === 'member') members.push(document as MemberDocument);
        if (tableOf(id) !== 'coupon') continue;
        const coupon = document as CouponDocument;
        coupons.set(coupon.memberId, [...(coupons.get(coupon.memberId) ?? []), coupon]);
      }
      return members.flatMap((member) => {
        const stored = storedFigures(member, coupons.get(member.memberId) ?? []);
        const rebuilt = (replays.get(member.memberId) ?? createMemberReplay()).figures();
        return compareFigures(stored, rebuilt).map(({ figure, about, stored: one, rebuilt: other }) => ({
          id: member.id,
          problem: `has ${figure} ${about} ${one}, but its events make ${other}`,
        }));
      });
    },
  };
}

/** Everything that the journals make, by name; kept only where all of the store is compared with it. */
function createMade() {
  const names = new Set<string>();
  const rowName = (board: string, key: string): string => `${board} ${key}`;
  return {
    add({ documents, boards }: Replayed): void {
      for (const id of documents.keys()) names.add(id);
      for (const [board, rows] of boards) for (const key of rows.keys()) names.add(rowName(board, key));
    },
    /** A piece that should have been made by an action and was not. */
    stranger(piece: Piece): Difference | null {
      if (piece.kind === 'document') {
        const { id } = piece.document;
        if (tableOf(id) === 'journal' || !isMadeByTheJournal(id) || names.has(id)) return null;
        return { id, problem: 'is in the store, but no action made it' };
      }
      const { board, key } = piece.score;
      if (isBoardBeside(board) || names.has(rowName(board, key))) return null;
      return { id: board, problem: `has a row of ${key} that no action made` };
    },
  };
}

/** What else a check is given. */
export interface CheckChoices {
  /** Is told how many journal documents have been read. */
  readonly progress?: (journals: number) => void;
  /** Everything in the store, piece by piece: then what no index lists is compared as well. */
  readonly pieces?: AsyncIterable<Piece> | undefined;
}

/** Checks the whole store. */
export async function checkData(store: Store, { progress = () => undefined, pieces }: CheckChoices = {}): Promise<DataCheck> {
  const made = createMade();
  const communities = await communitiesOf(store);
  const differences: Difference[] = [];
  let journals = 0;
  let documents = 0;
  let boardRows = 0;
  for (const communityId of communities) {
    const replay = createReplay(communityId);
    const members = createMemberReplays();
    for await (const journal of walk(store, 'journal.byStamp', communityId)) {
      replay.add(journal as unknown as JournalDocument);
      members.add(journal as unknown as JournalDocument);
      journals += 1;
      if (journals % 1_000 === 0) progress(journals);
    }
    const replayed = replay.finish();
    if (pieces !== undefined) made.add(replayed);
    documents += replayed.documents.size;
    for (const rows of replayed.boards.values()) boardRows += rows.size;
    differences.push(...checkLaws(communityId, replayed), ...members.differences(replayed));
    differences.push(...(await compareDocuments(store, communityId, replayed)), ...(await compareBoards(store, replayed)));
    differences.push(...(await compareQueue(store, communityId)));
  }
  progress(journals);
  const said = new Set(differences.map(({ id }) => id));
  for await (const piece of pieces ?? []) {
    const stranger = made.stranger(piece);
    if (stranger !== null && !said.has(stranger.id)) differences.push(stranger);
  }
  return { communities: communities.length, journals, documents, boardRows, differences };
}
