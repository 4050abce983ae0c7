// The counter: each coupon is used and taken back in turn, within its days, and every sum adds up.
import { deedsOf, type Evidence } from './evidence';
import type { Findings } from './findings';

/** Checks redemptions. */
export function checkCounter(evidence: Evidence, findings: Findings): void {
  const confirmed = deedsOf(evidence, 'redemption.confirm');
  const undone = deedsOf(evidence, 'redemption.undo');
  for (const { value } of confirmed) {
    const { orderFen, offFen, payFen } = value.sum;
    findings.equal('what is taken off and what is paid', offFen + payFen, orderFen);
    findings.holds('somebody pays less than nothing', payFen >= 0 && offFen >= 0);
  }
  for (const coupon of evidence.coupons) {
    const uses = confirmed.filter(({ about }) => about === coupon.id);
    const undos = undone.filter(({ input }) => input.couponId === coupon.id);
    findings.equal(`uses of ${coupon.id} that were taken back`, coupon.undone.length, undos.length);
    findings.equal(`${coupon.id} is used`, coupon.redemption !== null, uses.length - undos.length === 1);
    findings.holds(`${coupon.id} is used more than once`, uses.length - undos.length <= 1);
    const all = [...coupon.undone, ...(coupon.redemption === null ? [] : [coupon.redemption])];
    findings.equal(`sums of ${coupon.id}`, all.map(({ payFen }) => payFen).sort(), uses.map(({ value }) => value.sum.payFen).sort());
    for (const { redeemedOn, scannedAt } of all) {
      const { useFromOn, useUntilOn } = coupon.terms;
      const isWithin = redeemedOn >= useFromOn && (redeemedOn <= useUntilOn || scannedAt !== undefined);
      findings.holds(`${coupon.id} was used on ${redeemedOn}, outside of its days`, isWithin);
    }
  }
}
