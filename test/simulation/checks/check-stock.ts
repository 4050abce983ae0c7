// Stocks and limits: what is left and what was given is what was set aside, and nobody has more than the campaign allows.
import type { CouponDocument } from '#core/tables';
import type { Offer } from '../stage';
import { deedsOf, type Evidence, isOver, setAsideFor } from './evidence';
import { countBy, type Findings, sumBy } from './findings';

function piecesOf({ terms: { benefit } }: CouponDocument): number {
  return 'quantity' in benefit && typeof benefit.quantity === 'number' ? benefit.quantity : 1;
}

function checkStock(evidence: Evidence, campaignId: string, findings: Findings): void {
  const { stocks, coupons, orders } = evidence;
  const found = stocks.get(campaignId);
  if (found === undefined) return;
  const { stock, parts } = found;
  const sum = (field: 'couponsIssued' | 'couponsReserved', whole: number) =>
    Math.max(
      whole,
      parts.reduce((all, part) => all + part[field], 0),
    );
  const own = coupons.filter((coupon) => coupon.campaignId === campaignId);
  const issued = own.reduce((all, coupon) => all + piecesOf(coupon), 0);
  const reserved = sum('couponsReserved', stock.couponsReserved);
  findings.equal(`coupons issued of ${campaignId}`, sum('couponsIssued', stock.couponsIssued), issued);
  findings.atMost(`coupons of ${campaignId}`, issued, reserved);
  for (const part of parts) findings.atMost(`coupons of ${part.id}`, part.couponsIssued, part.couponsReserved);
  const given = orders.filter((order) => order.campaignId === campaignId && order.state !== 'cancelled').length;
  findings.equal(`goods ordered of ${campaignId}`, stock.goodsIssued ?? 0, given);
  findings.atMost(`goods of ${campaignId}`, given, stock.goodsReserved ?? 0);
  const setAside = setAsideFor(evidence, campaignId, 'coupons');
  if (isOver(evidence, campaignId)) findings.atMost(`coupons set aside for ${campaignId}`, reserved, setAside);
  else findings.equal(`coupons set aside for ${campaignId}`, reserved, setAside);
}

function numberIn({ parameters }: Offer, name: string): number {
  const value = parameters[name];
  return typeof value === 'number' && value > 0 ? value : Number.POSITIVE_INFINITY;
}

/** How much each member has of a campaign, against the limit of its type as it was last improved. */
function checkLimits(evidence: Evidence, offer: Offer, findings: Findings): void {
  const { campaignId, type } = offer;
  const own = evidence.coupons.filter((coupon) => coupon.campaignId === campaignId);
  const by = (reason: CouponDocument['reason']) => own.filter((coupon) => coupon.reason === reason);
  const held = (list: readonly CouponDocument[]) => sumBy(list, ({ memberId }) => memberId, piecesOf);
  const most = (what: string, counts: ReadonlyMap<string, number>, limit: number) => {
    for (const [memberId, count] of counts) findings.atMost(`${what} of ${campaignId} that ${memberId} has`, count, limit);
  };
  if (type === 'coupon_drop') {
    most('claimed coupons', held(by('claim')), numberIn(offer, 'perMemberMax'));
    findings.atMost(`coupons claimed of ${campaignId}`, by('claim').length, numberIn(offer, 'stock'));
  }
  if (type === 'group_price') most('pieces', held(by('claim')), numberIn(offer, 'quantityMax'));
  if (type === 'points_exchange') {
    const orders = evidence.orders.filter((order) => order.campaignId === campaignId && order.state !== 'cancelled');
    most(
      'orders',
      countBy(orders, ({ memberId }) => memberId),
      numberIn(offer, 'perMemberMax'),
    );
    most('exchanged coupons', held(by('exchange')), numberIn(offer, 'perMemberMax'));
  }
  if (type === 'invite_reward') {
    // Where an inviter has left or was put out, the friend alone gets what was promised: a pair is as many coupons, not as many friends.
    const given = by('invited').length + by('invited_a_friend').length;
    findings.atMost(`coupons for pairs of ${campaignId}`, given, numberIn(offer, 'pairs') * (offer.parameters['sides'] === 'both' ? 2 : 1));
    most('rewarded friends', held(by('invited_a_friend')), numberIn(offer, 'inviterMax'));
  }
  if (type === 'trial') {
    findings.atMost(`places of ${campaignId}`, by('trial').length, numberIn(offer, 'places'));
    most('vouchers', held(by('trial')), 1);
  }
  if (type === 'welcome_gift') most('welcomes', held(by('welcome')), 1);
}

/** Checks stocks and limits, and that every claim that was answered is there, and no other. */
export function checkStocks(evidence: Evidence, findings: Findings): void {
  for (const offer of evidence.life.stage.offers) {
    checkStock(evidence, offer.campaignId, findings);
    checkLimits(evidence, offer, findings);
  }
  const claimed = evidence.coupons.filter(({ reason }) => reason === 'claim').map(({ id }) => id);
  const answered = deedsOf(evidence, 'coupon.claim').map(({ value }) => value.ticket.couponId);
  findings.equal('claimed coupons', claimed.sort(), answered.sort());
  const exchanged = [...evidence.coupons.filter(({ reason }) => reason === 'exchange'), ...evidence.orders].length;
  findings.equal('exchanges', exchanged, deedsOf(evidence, 'points.exchange').length);
}
