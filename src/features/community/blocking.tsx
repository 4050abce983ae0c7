// Putting a member out, and letting them back in: what changes is said before, and the reason is one that they read.
import { ReasonSheet } from '#app/features/community/reason-sheet.tsx';
import type { StoryWho } from '#app/features/membership/create-story';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';

const reasons = ['advertising', 'harassing', 'cheating', 'rules', 'other'] as const;

export interface BlockingProps {
  /** Null while nothing is asked. */
  readonly person: StoryWho['person'] | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Puts somebody out, for one of a few reasons and with words besides. */
export function Blocking({ person, communityId, onDone, onClose }: BlockingProps) {
  const { owner } = useOwnersWords();
  const says = owner.block;
  const name = person === null ? '' : owner.shared.person(person.name, person.tag);
  const putOut = async (reason: (typeof reasons)[number], text: string): Promise<boolean> => {
    if (person === null) return false;
    const reply = await desk.block.run({ communityId, memberId: person.memberId, reason, text });
    if (reply?.ok !== true) return false;
    onDone(says.done(name));
    return true;
  };
  return (
    <ReasonSheet
      id="block"
      open={person !== null}
      says={{ title: says.title(name), effects: says.effects, confirm: says.confirm, reasons: says.reasons, example: says.textExample }}
      reasons={reasons}
      deed={useDeed(desk.block)}
      onConfirm={putOut}
      onClose={onClose}
    />
  );
}

/** Lets somebody back in. */
export function Unblocking({ person, communityId, onDone, onClose }: BlockingProps) {
  const { owner } = useOwnersWords();
  const says = owner.block;
  const { busy, no } = useDeed(desk.unblock);
  const name = person === null ? '' : owner.shared.person(person.name, person.tag);
  const run = async () => {
    if (person === null) return;
    const reply = await desk.unblock.run({ communityId, memberId: person.memberId });
    if (reply?.ok === true) onDone(says.lifted(name));
  };
  return (
    <ConfirmSheet
      id="unblock"
      open={person !== null}
      title={says.liftTitle(name)}
      effects={says.liftEffects}
      confirmText={says.lift}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}
