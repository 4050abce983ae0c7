// Making a member a clerk, or a clerk a member again: what changes is said before.
import type { MemberRow } from '#app/features/membership/create-people';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';

export function Appointing({
  row,
  communityId,
  onDone,
  onClose,
}: {
  readonly row: Pick<MemberRow, 'person' | 'role'> | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}) {
  const { owner } = useOwnersWords();
  const says = owner.members;
  const { busy, no } = useDeed(desk.appoint);
  const name = row === null ? '' : owner.shared.person(row.person.name, row.person.tag);
  const becomesClerk = row?.role !== 'clerk';
  const run = async () => {
    if (row === null) return;
    const reply = await desk.appoint.run({ communityId, memberId: row.person.memberId, role: becomesClerk ? 'clerk' : 'member' });
    if (reply?.ok === true) onDone(becomesClerk ? says.appointed(name) : says.dismissed(name));
  };
  return (
    <ConfirmSheet
      id="appoint"
      open={row !== null}
      title={becomesClerk ? says.appointTitle(name) : says.dismissTitle(name)}
      effects={becomesClerk ? says.appointEffect : says.dismissEffect}
      confirmText={becomesClerk ? says.appoint : says.dismiss}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}
