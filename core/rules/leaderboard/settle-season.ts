// Settling a season: who gets which prize, whom it passes over and why, kept in one document and paid to one winner at a time.

import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import type { AudienceRefusal } from '#core/rules/campaign/audience';
import { firstRefusal } from '#core/rules/campaign/condition';
import type { Grant } from '#core/rules/campaign/define-type';
import { hasReached } from '#core/rules/campaign/funnel';
import { gateConditions } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { keepsPromises } from '#core/rules/community/block';
import { calendarOf } from '#core/rules/community/calendar';
import { isStaff } from '#core/rules/community/roles';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { ranksOf, seasonsToSettle } from '#core/rules/leaderboard/covered-seasons';
import { type PrizeSum, placesOf, prizesOf } from '#core/rules/leaderboard/prizes';
import { reachStage } from '#core/rules/leaderboard/project';
import { freshTerms } from '#core/rules/promise/settle-promise';
import type {
  CampaignDocument,
  CommunityDocument,
  MemberDocument,
  Owed,
  SeasonDocument,
  SettlementDocument,
  StockDocument,
} from '#core/tables';
import type { Day } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { type Points, points } from '#core/values/points';

/** Why a member of the board is passed over, in the order in which it is looked at: gone, works for the shop, or not one of those it is for. */
export type SkipReason = 'left' | 'staff' | 'not_in_group' | AudienceRefusal['code'];

/** One row of the board in a settlement: with a place, and what it brings, or passed over with the reason. */
export interface SettledRow {
  readonly memberId: string;
  /** As the board shows it: members with the same days share it. */
  readonly rank: number;
  readonly days: number;
  /** Counts those who are not passed over; no two share one. */
  readonly place: number | null;
  readonly points: number;
  /** The coupon that it brings instead; absent where it brings none. */
  readonly coupon?: CouponTerms;
  /** `owed` where the campaign was ended before the season was over: made good by its owner, if at all. */
  readonly state: 'waiting' | 'paid' | 'owed' | 'skipped';
  readonly reason: SkipReason | null;
}

/** What a row brings, as it travels: points, or what its coupon is worth. */
export function worthOfRow({ points: amount, coupon }: SettledRow): { readonly points: number; readonly coupon: WorthTerms | null } {
  return { points: amount, coupon: coupon === undefined ? null : { benefit: coupon.benefit, thresholdFen: coupon.thresholdFen } };
}

/** Names one settlement. */
export interface SettlementKey {
  readonly campaignId: string;
  readonly untilOn: Day;
}

/** What happens to a settlement: it is made whole, then one winner after another gets theirs; `left` are those who have gone for good since. */
export type SettlementEvent =
  | ({ readonly kind: 'prizes_settled' } & Omit<SettlementDocument, 'id' | 'settledAt' | 'openSince'>)
  | ({ readonly kind: 'prize_paid'; readonly memberId: string; readonly outcome: 'paid' | 'owed' | 'left' } & SettlementKey)
  /** Every season of a campaign that has ended is settled: what was kept for them and nobody won is its owner's again. */
  | { readonly kind: 'prizes_released'; readonly campaignId: string; readonly points: Points; readonly coupons: number };

/** The id of the document that keeps a settlement. */
export function settlementId(communityId: string, { campaignId, untilOn }: SettlementKey): Id {
  return makeId(communityId, 'settlement', campaignId, untilOn);
}

/** A season as it stood at its end, or when its campaign was ended: `closedAt` is that moment. */
export type Standing = Omit<SeasonDocument, 'id'> & { readonly isCut?: true };

/** What a settlement is decided on; a member for each row of the season, null where nothing is known of them. */
export interface SettleFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly season: Standing;
  readonly members: readonly (MemberDocument | null)[];
  readonly at: Instant;
}

function hasLeftSince(member: MemberDocument | null, since: Instant): boolean {
  return !keepsPromises(member) || (member?.erasedAt !== undefined && member.erasedAt >= since);
}

/** Why a member gets no prize; null where they can. */
function skipReason({ community, campaign, season, at }: SettleFacts, member: MemberDocument | null): SkipReason | null {
  if (member === null || hasLeftSince(member, season.closedAt)) return 'left';
  if (isStaff(member.role)) return 'staff';
  // Whether the campaign still runs is no question any more: the season has ended on one of its days.
  const own = gateConditions({ campaign, community, member, at }, 'checkIn').filter(({ code }) => code !== 'running');
  return (firstRefusal(own)?.code as SkipReason | undefined) ?? null;
}

/** What the grants of one place come to. */
function prizeIn(grants: readonly Grant[]): Pick<SettledRow, 'points' | 'coupon'> {
  const [grant] = grants;
  if (grant?.kind === 'coupon') return { points: 0, coupon: grant.terms };
  return { points: grant?.kind === 'points' ? grant.points : 0 };
}

/** Goes down the board until every place with a prize has somebody, or the kept rows are through. */
export function prizeRows(facts: SettleFacts): SettledRow[] {
  const { campaign, season, stock, members } = facts;
  const places = placesOf(ranksOf(campaign));
  const rows: SettledRow[] = [];
  // What is made good is set aside when it is: then the places alone bound it.
  const { points: pointsLeft, coupons } = season.isCut ? prizesOf(ranksOf(campaign)) : stockLeft(stock);
  let left = { coupons, points: points(pointsLeft) };
  let place = 1;
  for (const [index, { memberId, rank, points: days }] of season.rows.entries()) {
    if (place > places) break;
    const reason = skipReason(facts, members[index] ?? null);
    if (reason !== null) {
      rows.push({ memberId, rank, days, place: null, points: 0, state: 'skipped', reason });
      continue;
    }
    const asked = { draft: campaign, version: campaign.version, on: season.untilOn, left, place };
    const decision = campaignTypes[campaign.type].decide(campaign.parameters as never, asked as never);
    const prize = prizeIn(decision.kind === 'give' ? decision.grants : []);
    left = { coupons: left.coupons - (prize.coupon === undefined ? 0 : 1), points: points(left.points - prize.points) };
    rows.push({ memberId, rank, days, place, ...prize, state: 'waiting', reason: null });
    place += 1;
  }
  return rows;
}

/** What goes back with the last season of a campaign that has ended: all that was kept for its seasons and that no place takes. */
function releaseEvents({ community, campaign, stock, season }: SettleFacts, rows: readonly SettledRow[]): JournalEvent[] {
  if (campaign.state !== 'ended' || seasonsToSettle(campaign, stock, calendarOf(community)) > 1) return [];
  const taken = season.isCut ? NONE : prizesIn(rows);
  const left = stockLeft(stock);
  const released = { points: points(left.points - taken.points), coupons: left.coupons - taken.coupons };
  return [{ kind: 'prizes_released', campaignId: campaign.campaignId, ...released }];
}

/** What settling a season comes to: one event with every row; payments follow from it, each on its own. */
export function settleEvents(facts: SettleFacts): JournalEvent[] {
  const { campaign, season } = facts;
  const { campaignId, version } = campaign;
  const { period, fromOn, untilOn, total, isCut, closedAt } = season;
  const rows = prizeRows(facts);
  const cut = isCut ? { cutAt: closedAt } : {};
  const settled: JournalEvent = { kind: 'prizes_settled', campaignId, version, period, fromOn, untilOn, total, rows, ...cut };
  return [settled, ...releaseEvents(facts, rows)];
}

/** What a place of a season that was cut short is owed, on record until its owner makes it good. */
function owedEvent({ campaignId, version, untilOn }: PaidSettlement, row: SettledRow, title: string, brokenAt: Instant): JournalEvent {
  const key = { campaignId, memberId: row.memberId, about: prizeAbout(untilOn) };
  const owed: Owed =
    row.coupon === undefined ? { kind: 'points', points: points(row.points), version } : { kind: 'coupon', terms: row.coupon };
  return { kind: 'promise_broken', ...key, promise: 'prize', reason: 'ended_early', title, owed, brokenAt };
}

/** What the prize of a season is called among a member's promises. */
export function prizeAbout(untilOn: Day): string {
  return `season-${untilOn}`;
}

/** What paying needs besides: the business day on which it is done, and how a coupon gets its digits. */
export interface Paying {
  readonly today: Day;
  readonly numberOf: (couponId: Id) => string;
}

type PaidSettlement = Pick<SettlementDocument, 'campaignId' | 'untilOn' | 'version' | 'settledAt' | 'cutAt'>;

/**
 * Pays the prize of one place, or records that it is owed. Whoever has left for good in between gets none, and the points stay with the
 * owner.
 */
export function payEvents(workspace: Workspace, settlement: PaidSettlement, row: SettledRow, { today, numberOf }: Paying): JournalEvent[] {
  const { campaignId, untilOn, version, settledAt, cutAt } = settlement;
  const { memberId, points: prize, coupon } = row;
  const self = workspace.get('member', memberId);
  const paid = (outcome: 'paid' | 'owed' | 'left'): JournalEvent => ({ kind: 'prize_paid', campaignId, untilOn, memberId, outcome });
  if (hasLeftSince(self, settledAt)) return [paid('left')];
  if (cutAt !== undefined) return [owedEvent(settlement, row, workspace.get('campaign', campaignId).title, cutAt), paid('owed')];
  const grant: Grant =
    coupon === undefined
      ? { kind: 'points', to: 'self', points: points(prize), reason: 'season_prize' }
      : { kind: 'coupon', to: 'self', terms: freshTerms(coupon, today), reason: 'season_prize' };
  return [...grantEvents([grant], { communityId: workspace.communityId, campaignId, version, self, numberOf }), paid('paid')];
}

const NONE: PrizeSum = { points: 0, coupons: 0 };

/** What all places of a settlement get together. */
function prizesIn(rows: readonly SettledRow[]): PrizeSum {
  return rows.reduce(
    (sum, { points: more, coupon }) => ({ points: sum.points + more, coupons: sum.coupons + (coupon === undefined ? 0 : 1) }),
    NONE,
  );
}

/** What a settlement has promised to winners is theirs: the stock owes it, whatever becomes of the campaign. */
function owe(workspace: Workspace, campaignId: string, more: PrizeSum, sign: 1 | -1): void {
  const stock = workspace.get('stock', campaignId);
  const couponsOwed = (stock.couponsOwed ?? 0) + sign * more.coupons;
  const pointsOwed = points((stock.pointsOwed ?? 0) + sign * more.points);
  workspace.put('stock', { ...stock, pointsOwed, ...(stock.couponsOwed === undefined && couponsOwed === 0 ? {} : { couponsOwed }) });
}

function keepSettlement(workspace: Workspace, event: Extract<SettlementEvent, { kind: 'prizes_settled' }>, at: Instant): void {
  const { kind: _kind, ...settled } = event;
  const { campaignId, rows, cutAt } = settled;
  if (cutAt === undefined) owe(workspace, campaignId, prizesIn(rows), 1);
  const stock = workspace.get('stock', campaignId);
  workspace.put('stock', { ...stock, seasonsSettled: (stock.seasonsSettled ?? 0) + 1 });
  const openSince = rows.some(({ state }) => state === 'waiting') ? at : null;
  workspace.put('settlement', { id: settlementId(workspace.communityId, settled), ...settled, settledAt: at, openSince });
}

/** Nothing of an ended campaign is to be settled any more. */
function releaseKept(workspace: Workspace, { campaignId, ...released }: Extract<SettlementEvent, { kind: 'prizes_released' }>): void {
  const stock = workspace.get('stock', campaignId);
  const couponsReserved = stock.couponsReserved - released.coupons;
  workspace.put('stock', { ...stock, couponsReserved, pointsReserved: points(stock.pointsReserved - released.points) });
  const { unsettledCampaigns = [], ...community } = workspace.get('community');
  const others = unsettledCampaigns.filter((one) => one !== campaignId);
  workspace.put('community', { ...community, ...(others.length === 0 ? {} : { unsettledCampaigns: others }) });
}

/** The first prize of a campaign makes a member one of those who took something from it. */
function countWinner(workspace: Workspace, campaignId: string, memberId: string, at: Instant): void {
  if (hasReached(workspace.get('member', memberId).funnel[campaignId], 'claimed')) return;
  const stock = workspace.get('stock', campaignId);
  workspace.put('stock', { ...stock, claimers: stock.claimers + 1 });
  reachStage(workspace, memberId, campaignId, 'claimed', at);
}

function closeRow(workspace: Workspace, event: Extract<SettlementEvent, { kind: 'prize_paid' }>, at: Instant): void {
  const { campaignId, untilOn, memberId, outcome } = event;
  const settlement = workspace.get('settlement', campaignId, untilOn);
  const row = settlement.rows.find((one) => one.memberId === memberId);
  if (settlement.cutAt === undefined) owe(workspace, campaignId, prizesIn(row === undefined ? [] : [row]), -1);
  const closed = outcome === 'left' ? { state: 'skipped', reason: 'left' } : { state: outcome, reason: null };
  const rows = settlement.rows.map((one) => (one.memberId === memberId ? ({ ...one, ...closed } as SettledRow) : one));
  const isOpen = rows.some(({ state }) => state === 'waiting');
  workspace.put('settlement', { ...settlement, rows, openSince: isOpen ? settlement.openSince : null });
  if (outcome === 'paid') countWinner(workspace, campaignId, memberId, at);
}

/** Applies an event of a settlement. */
export function projectSettlement(workspace: Workspace, event: SettlementEvent, { at }: EventContext): void {
  if (event.kind === 'prizes_settled') keepSettlement(workspace, event, at);
  else if (event.kind === 'prizes_released') releaseKept(workspace, event);
  else closeRow(workspace, event, at);
}
