// What a member loses soon if they do nothing: a tier that was kept for its grace, points whose last day comes.
import { heldOn, keptUntilOn, type TierCode } from '#core/rules/membership/tier';
import { pointsOn } from '#core/rules/points/lots';
import type { MemberDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';

/** For how many days before its last one, that day included, a member is told. */
export const FADING_DAYS = 7;

/** One thing that fades, with the last business day on which it is there. */
export type Fading =
  | { readonly what: 'tier'; readonly tier: TierCode; readonly untilOn: Day }
  | { readonly what: 'points'; readonly points: number; readonly untilOn: Day };

/** Everything that has a last day, as it stands on a day if nothing more is done; what ends first comes first, the tier before points. */
export function endingsOf(member: MemberDocument, today: Day): readonly Fading[] {
  const held = heldOn(member, today);
  const tierUntilOn = keptUntilOn(member, held);
  const { expiring } = pointsOn(member, today);
  const tier: readonly Fading[] = tierUntilOn === null ? [] : [{ what: 'tier', tier: held.code, untilOn: tierUntilOn }];
  const points: readonly Fading[] = expiring === null ? [] : [{ what: 'points', points: expiring.points, untilOn: expiring.on }];
  return [...tier, ...points].sort((one, other) => (one.untilOn < other.untilOn ? -1 : one.untilOn > other.untilOn ? 1 : 0));
}

/** The first day on which a member is told of something that ends on a day. */
export function toldFromOn({ untilOn }: Pick<Fading, 'untilOn'>): Day {
  return addDays(untilOn, 1 - FADING_DAYS);
}

/** What fades within FADING_DAYS from a day on: what a member is told of. */
export function fadingOn(member: MemberDocument, today: Day): readonly Fading[] {
  return endingsOf(member, today).filter((ending) => toldFromOn(ending) <= today);
}
