// What a prize of the board asks of a member besides the gate: to take part, and a place that has one.
import { type Condition, condition, unmet } from '#core/rules/campaign/condition';
import { ranksOf } from '#core/rules/leaderboard/covered-seasons';
import { placesOf } from '#core/rules/leaderboard/prizes';
import { type SettledRow, worthOfRow } from '#core/rules/leaderboard/settle-season';
import type { CampaignDocument, MemberDocument } from '#core/tables';

/** How the prizes of the season that runs stand: its first rows as they would be settled now, and where somebody is on its board. */
export interface PrizesNow {
  readonly rows: readonly SettledRow[];
  readonly own: { readonly rank: number; readonly days: number } | null;
}

/** How many check-ins more bring a place with a prize: ties go to whoever was there first, so it takes one more than the last of them has. */
function missingDays(rows: readonly SettledRow[], places: number, days: number): number {
  const last = rows.find(({ place }) => place === places);
  return last === undefined ? 1 : last.days - days + 1;
}

/** The conditions of the season that runs; none of the place where the gate, or a role, already says that somebody is passed over. */
export function prizeConditions(campaign: CampaignDocument, member: MemberDocument | null, now: PrizesNow | null): readonly Condition[] {
  if (member === null || now === null) return [];
  const isStaff = member.role !== 'member';
  const takesPart = condition('not_staff', {}, isStaff ? unmet('staff_takes_no_part', {}) : null);
  const row = now.rows.find(({ memberId }) => memberId === member.memberId);
  if (isStaff || row?.state === 'skipped') return [takesPart];
  if (row !== undefined) return [takesPart, condition('prize_place', { place: row.place, ...worthOfRow(row) }, null)];
  const places = placesOf(ranksOf(campaign));
  const { rank = null, days = 0 } = now.own ?? {};
  const told = unmet('place_without_prize', {
    rank,
    days,
    places,
    missingDays: missingDays(now.rows, places, days),
    hidden: member.hidden,
  });
  return [takesPart, condition('prize_place', { place: null, points: 0, coupon: null }, told)];
}
