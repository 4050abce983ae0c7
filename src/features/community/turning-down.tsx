// Turning a newcomer down, for one of a few reasons and with words besides, which they read.
import type { Applicant } from '#app/features/community/create-door';
import { ReasonSheet } from '#app/features/community/reason-sheet.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';

const reasons = ['not_ours', 'answers', 'full', 'other'] as const;

export interface TurningDownProps {
  /** Null while nothing is asked. */
  readonly applicant: Applicant | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

export function TurningDown({ applicant, communityId, onDone, onClose }: TurningDownProps) {
  const { owner } = useOwnersWords();
  const says = owner.door;
  const name = applicant === null ? '' : owner.shared.person(applicant.person.name, applicant.person.tag);
  const turnDown = async (reason: (typeof reasons)[number], text: string): Promise<boolean> => {
    if (applicant === null) return false;
    const { person, askedAt } = applicant;
    const reply = await desk.door.admit.run({ communityId, memberId: person.memberId, askedAt, refusal: { reason, text } });
    if (reply?.ok !== true) return false;
    onDone(says.turnedDown(name));
    return true;
  };
  return (
    <ReasonSheet
      id="turn-down"
      open={applicant !== null}
      says={{
        title: says.turnDownTitle(name),
        effects: says.turnDownEffects,
        confirm: says.turnDown,
        reasons: says.reasons,
        example: says.turnDownExample,
      }}
      reasons={reasons}
      deed={useDeed(desk.door.admit)}
      onConfirm={turnDown}
      onClose={onClose}
    />
  );
}
