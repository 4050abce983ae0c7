// What a check-in changed, and what comes next.
import type { CheckInValue } from '#app/features/checkin/check-in-now';
import { worthText } from '#app/features/coupon/coupon-text';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { DoneNote } from '#app/ui/states.tsx';

function welcomeText(words: Words, { points, coupon }: NonNullable<CheckInValue['welcome']>): string {
  const says = words.gifts.welcome;
  return coupon === null ? says.arrived(points) : says.arrivedCoupon(worthText(words, coupon));
}

export function CheckInOutcome({ value }: { readonly value: CheckInValue }) {
  const words = useWords();
  // The points of milestones and of a graduation are said by themselves.
  const beside = value.milestones.reduce((sum, milestone) => sum + milestone.points, value.graduated?.points ?? 0);
  const dayPoints = value.pointsEarned - beside;
  const changed = [
    words.member.home.done(value.streakDays),
    ...(dayPoints > 0 ? [words.member.home.earned(dayPoints)] : []),
    ...value.milestones.map((milestone) => words.member.home.milestone(milestone.days, milestone.points)),
    ...(value.graduated === null ? [] : [words.member.plan.graduated(value.graduated.days, value.graduated.points)]),
    ...(value.cardEarned ? [words.member.plan.cardEarned] : []),
    ...(value.budgetGone ? [words.member.home.budgetGone] : []),
    ...(value.welcome === null ? [] : [welcomeText(words, value.welcome)]),
    ...(value.inviteCoupon === null ? [] : [words.member.home.inviteCoupon(benefitLabel(words.benefits, value.inviteCoupon.benefit))]),
  ];
  const next = value.next === null ? words.member.home.tomorrow : words.member.home.tomorrowNext(value.next.missingDays, value.next.points);
  return <DoneNote id="check-in-done" text={changed.join(words.member.shared.joint)} next={next} />;
}
