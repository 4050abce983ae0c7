// The points: entries balance, balances are their sums, nothing is given that was not set aside.
import { addDays } from '#core/values/day';
import { deedsOf, type Evidence, isOver, setAsideFor } from './evidence';
import { type Findings, sumBy } from './findings';

function checkMembers({ members }: Evidence, balances: ReadonlyMap<string, number>, findings: Findings): void {
  for (const { memberId, points, lots } of members) {
    findings.equal(`points of ${memberId} and the sum of its entries`, points, balances.get(`member:${memberId}`) ?? 0);
    const held = lots.reduce((sum, lot) => sum + lot.points, 0);
    findings.equal(`points of ${memberId} and the sum of its lots`, points, held);
    findings.holds(`${memberId} has fewer than no points`, points >= 0);
  }
}

/** What each member cannot spend yet: what was earned lately, less what the journal says was taken of that. */
function checkWaiting({ journals, members, life }: Evidence, findings: Findings): void {
  const today = life.stage.today();
  const waiting = new Map<string, number>();
  const add = (memberId: string, points: number, activeOn: string) => {
    if (activeOn > today) waiting.set(memberId, (waiting.get(memberId) ?? 0) + points);
  };
  let pendingDays = 0;
  for (const { on, events } of journals) {
    for (const event of events) {
      if (event.kind === 'points_policy_changed') pendingDays = event.pendingDays;
      if (event.kind === 'points_granted') add(event.memberId, event.points, addDays(on, pendingDays));
      if (event.kind === 'points_forfeited') waiting.delete(event.memberId);
      if (event.kind !== 'points_reversed' && event.kind !== 'points_spent') continue;
      for (const { points, activeOn } of event.lots) add(event.memberId, -points, activeOn);
    }
  }
  for (const { memberId, lots } of members) {
    const found = lots.reduce((sum, lot) => sum + (lot.activeOn > today ? lot.points : 0), 0);
    findings.equal(`points of ${memberId} that wait`, found, waiting.get(memberId) ?? 0);
  }
}

function checkCampaigns(evidence: Evidence, balances: ReadonlyMap<string, number>, findings: Findings): void {
  const { stocks, journals } = evidence;
  const entries = journals.flatMap((journal) => journal.entries);
  for (const [campaignId, { stock }] of stocks) {
    const account = `campaign:${campaignId}`;
    findings.holds(`${account} has given more points than it had`, (balances.get(account) ?? 0) >= 0);
    const left = stock.pointsReserved - stock.pointsIssued + (stock.pointsHeld ?? 0);
    findings.equal(`points left of ${campaignId}`, left, balances.get(account) ?? 0);
    if (isOver(evidence, campaignId)) continue;
    findings.equal(`points set aside for ${campaignId}`, stock.pointsReserved, setAsideFor(evidence, campaignId, 'points'));
  }
  findings.equal(
    'points of all accounts',
    entries.reduce((sum, entry) => sum + entry.points, 0),
    0,
  );
}

/** What a check-in says that it brought is what it moved. */
function checkAnswers(evidence: Evidence, findings: Findings): void {
  for (const { value, journal } of deedsOf(evidence, 'checkin.checkIn')) {
    const own = journal.entries.filter(({ account }) => account === `member:${journal.memberId}`);
    const moved = own.reduce((sum, entry) => sum + entry.points, 0);
    findings.equal(`points of the check-in ${journal.id}`, moved, value.pointsEarned + (value.welcome?.points ?? 0));
  }
}

/** Checks the ledger. */
export function checkLedger(evidence: Evidence, findings: Findings): void {
  const { journals } = evidence;
  for (const { id, entries } of journals) {
    findings.equal(
      `sum of the entries of ${id}`,
      entries.reduce((sum, entry) => sum + entry.points, 0),
      0,
    );
  }
  const balances = sumBy(
    journals.flatMap((journal) => journal.entries),
    ({ account }) => account,
    (entry) => entry.points,
  );
  checkMembers(evidence, balances, findings);
  checkWaiting(evidence, findings);
  checkCampaigns(evidence, balances, findings);
  checkAnswers(evidence, findings);
}
