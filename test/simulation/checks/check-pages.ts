// Pages: what a member is shown is what was counted, and looking twice shows the same and changes nothing.
import { isDeepStrictEqual } from 'node:util';
import type { Evidence } from './evidence';
import type { Findings } from './findings';

/** Checks what members and the owner are shown. */
export async function checkPages({ life, members, coupons, stocks }: Evidence, findings: Findings): Promise<void> {
  const { stage } = life;
  const { communityId, person, town } = stage;
  const before = town().written();
  for (const personKey of stage.members) {
    const member = members.find(({ memberId }) => memberId === stage.memberIdOf(personKey));
    if (member === undefined || member.role === 'visitor') continue;
    const own = person(personKey);
    const statement = await own.get('points.statement', { communityId });
    findings.equal(`points shown to ${personKey}`, statement.balance, member.points);
    const wallet = await own.get('coupon.wallet', { communityId });
    findings.atMost(
      `coupons shown to ${personKey}`,
      wallet.tickets.length,
      coupons.filter(({ memberId }) => memberId === member.memberId).length,
    );
    findings.holds(
      `the wallet of ${personKey} is another when it is looked at again`,
      isDeepStrictEqual(await own.get('coupon.wallet', { communityId }), wallet),
    );
  }
  const today = await person('owner').get('analytics.today', { communityId });
  findings.equal('members shown to the owner', today.members, members.filter(({ role }) => role !== 'visitor').length);
  for (const { card, couponsIssued } of today.campaigns) {
    if (stocks.has(card.campaignId))
      findings.equal(`coupons of ${card.campaignId} shown to the owner`, couponsIssued, issuedOf(coupons, card.campaignId));
  }
  findings.equal('documents written by looking', town().written() - before, 0);
}

function issuedOf(coupons: Evidence['coupons'], campaignId: string): number {
  return coupons
    .filter((coupon) => coupon.campaignId === campaignId)
    .reduce(
      (sum, { terms: { benefit } }) => sum + ('quantity' in benefit && typeof benefit.quantity === 'number' ? benefit.quantity : 1),
      0,
    );
}
