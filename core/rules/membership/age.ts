// What time alone does to a member: points end, and a tier that was kept for its grace is lost.
import { type Decision, done } from '#core/rules/decision';
import { tierEvents } from '#core/rules/membership/consequences';
import { tierRank } from '#core/rules/membership/tier-code';
import { expireEvents } from '#core/rules/points/spend';
import type { MemberDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';

/** Everything that is over for a member by the end of a day; the same events however late it is looked at, but in fewer actions. */
export function decideAge(member: MemberDocument | null, finishedOn: Day): Decision<{ points: number; steps: number }> {
  if (member === null) return done({ points: 0, steps: 0 }, []);
  const expired = expireEvents(member, finishedOn);
  const falls = tierEvents(member, addDays(finishedOn, 1)).filter(({ tier, from }) => tierRank(tier) < tierRank(from));
  const points = expired.reduce((sum, event) => sum + (event.kind === 'points_expired' ? event.points : 0), 0);
  return done({ points, steps: falls.length }, [...expired, ...falls]);
}
