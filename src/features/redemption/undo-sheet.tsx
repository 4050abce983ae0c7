// Taking a redemption back: why, and what it does.
import type { RedemptionLine } from '#app/features/owner-desk';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WordsSheet } from '#app/features/words-sheet.tsx';
import { useOwnersWords } from '#app/i18n/use-owners-words';

/** Asks for the reason; `onDone` runs after the coupon can be used again. */
export function UndoSheet({
  line,
  zone,
  communityId,
  onDone,
  onClose,
}: {
  readonly line: RedemptionLine | null;
  readonly zone: string;
  readonly communityId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const words = useOwnersWords();
  const says = words.owner.redemptions;
  const deed = useDeed(desk.undo);
  const close = () => {
    desk.undo.dismiss();
    onClose();
  };
  const run = async (reason: string) => {
    if (line === null) return false;
    const reply = await desk.undo.run({ communityId, couponId: line.couponId, reason });
    if (reply?.ok !== true) return false;
    close();
    onDone();
    return true;
  };
  const asks = { label: says.reason, example: says.reasonExample, confirm: says.undoConfirm };
  const until = (found: RedemptionLine) => says.undoUntil(momentText(words, found.undoUntilAt, zone));
  const sheet = line === null ? null : { ...asks, title: says.undoTitle, effects: [...says.undoEffect, until(line)] };
  return <WordsSheet id="undo" says={sheet} lengthMax={60} deed={deed} run={run} onClose={close} />;
}
