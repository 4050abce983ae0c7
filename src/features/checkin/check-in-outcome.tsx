// What a check-in changed, and what comes next.
import { firstGainsTexts } from '#app/features/campaign/first-gains';
import type { CheckInValue } from '#app/features/checkin/create-check-ins';
import { useWords } from '#app/i18n/use-words';
import { DoneNote } from '#app/ui/states.tsx';

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
    ...firstGainsTexts(words, value),
  ];
  const next = value.next === null ? words.member.home.tomorrow : words.member.home.tomorrowNext(value.next.missingDays, value.next.points);
  return <DoneNote id="check-in-done" text={changed.join(words.member.shared.joint)} next={next} />;
}
