// Invites and welcomes: each comes with a person's first own action, to nobody twice, and to both sides of an invite or to none.
import { deedsOf, type Evidence } from './evidence';
import { countBy, type Findings } from './findings';

/** Whatever a reversed invite brought has been used, or is void: also where its use was taken back later. */
function checkReversed({ journals, coupons }: Evidence, findings: Findings): void {
  const byId = new Map(
    coupons.map(({ id, redemption, voided }) => [id.split('/').slice(2).join('/'), redemption !== null || voided !== undefined]),
  );
  const events = journals.flatMap((journal) => journal.events);
  for (const reversed of events) {
    if (reversed.kind !== 'invite_reversed') continue;
    const { campaignId, inviterId, inviteeId } = reversed;
    for (const settled of events) {
      if (settled.kind !== 'invite_settled' || settled.campaignId !== campaignId) continue;
      if (settled.inviterId !== inviterId || settled.inviteeId !== inviteeId) continue;
      for (const { memberId, n } of settled.coupons ?? []) {
        const key = `${campaignId}/${memberId}/${n}`;
        findings.equal(`a coupon of a reversed invite, ${key}, is used or void`, byId.get(key), true);
      }
    }
  }
}

/** Checks what comes with first own actions. */
export function checkInvites(evidence: Evidence, findings: Findings): void {
  const actions = [...deedsOf(evidence, 'checkin.checkIn'), ...deedsOf(evidence, 'coupon.claim')];
  const first = new Map<string, (typeof actions)[number]>();
  for (const action of actions) {
    const before = first.get(action.personKey);
    if (before === undefined || action.journal.sequence < before.journal.sequence) first.set(action.personKey, action);
  }
  for (const gain of ['inviteCoupon', 'welcome'] as const) {
    const gained = actions.filter(({ value }) => value[gain] !== null);
    for (const [personKey, count] of countBy(gained, ({ personKey }) => personKey)) findings.equal(`${gain} of ${personKey}`, count, 1);
    for (const action of gained) {
      findings.holds(`${gain} of ${action.personKey} came later than the first own action`, first.get(action.personKey) === action);
    }
  }
  const rewarded = actions.filter(({ value }) => value.inviteCoupon !== null).length;
  const coupons = countBy(evidence.coupons, ({ reason }) => reason);
  findings.equal('coupons for friends who were invited', coupons.get('invited') ?? 0, rewarded);
  // An inviter who has left for good, or was put out, is thanked for nothing; the friend has what the card promised all the same.
  const settled = evidence.journals.flatMap(({ events }) => events.filter((event) => event.kind === 'invite_settled'));
  const alone = settled.filter(
    (event) =>
      event.kind === 'invite_settled' && (event.refusal === 'left' || event.refusal === 'stopped') && (event.coupons ?? []).length > 0,
  ).length;
  findings.equal('coupons for inviters', coupons.get('invited_a_friend') ?? 0, rewarded - alone);
  checkReversed(evidence, findings);
}
