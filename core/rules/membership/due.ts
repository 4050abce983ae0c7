// When a member's document has something to be noted without anybody's tap: points that end, or a tier that is kept no longer.
import { keptUntilOn } from '#core/rules/membership/tier';
import type { MemberDocument } from '#core/tables';
import type { Day } from '#core/values/day';

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** The day at whose end the timer has to look at a member, whatever happens to them until then; null where there is nothing to come. */
function dueOnOf(member: MemberDocument): Day | null {
  const ends = member.lots.reduce<Day | null>((first, { expiresOn }) => earlier(first, expiresOn), null);
  return earlier(ends, keptUntilOn(member, member.tier));
}

/** A member whose document says when it is due: the index that the timer walks. */
export function withDue(member: MemberDocument): MemberDocument {
  const dueOn = dueOnOf(member);
  return dueOn === member.dueOn ? member : { ...member, dueOn };
}
