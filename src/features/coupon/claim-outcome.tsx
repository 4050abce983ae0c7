// What a claim gave, and what came with it where it was somebody's first own action.
import { firstGainsTexts } from '#app/features/campaign/first-gains';
import type { ClaimValue } from '#app/features/coupon/claim-now';
import { useWords } from '#app/i18n/use-words';
import { DoneNote } from '#app/ui/states.tsx';

export function ClaimOutcome({ value, reserved }: { readonly value: ClaimValue; readonly reserved: boolean }) {
  const words = useWords();
  const { shared, wall } = words.member;
  const done = (reserved ? wall.reservedDone : wall.claimedDone)(words.formats.day(value.ticket.useUntilOn));
  return <DoneNote id="claim-done" text={[done, ...firstGainsTexts(words, value)].join(shared.joint)} />;
}
