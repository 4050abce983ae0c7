// Giving a member a role: which ones there are to give, and what changes is said before.
import type { MemberRow } from '#app/features/membership/create-people';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { type GivenRole, givenRoles, mayGive } from '#core/rules/community/roles';

type Role = MemberRow['role'];

/** The roles that somebody may give a member, the one that the member has left out. */
export function rolesToGive(by: Role, now: Role): readonly GivenRole[] {
  return givenRoles.filter((role) => role !== now && mayGive(by, now, role));
}

/** What is said of giving a role to somebody who has another. */
export function wordsOfGiving({ owner }: OwnersWords, now: Role, role: GivenRole) {
  const says = owner.members;
  if (role === 'co_owner') return { name: says.coOwn, title: says.coOwnTitle, effects: says.coOwnEffect, done: says.coOwned };
  if (role === 'clerk') return { name: says.appoint, title: says.appointTitle, effects: says.appointEffect, done: says.appointed };
  if (now === 'co_owner') return { name: says.unseat, title: says.unseatTitle, effects: says.unseatEffect, done: says.unseated };
  return { name: says.dismiss, title: says.dismissTitle, effects: says.dismissEffect, done: says.dismissed };
}

export function Appointing({
  row,
  role,
  communityId,
  onDone,
  onClose,
}: {
  readonly row: Pick<MemberRow, 'person' | 'role'>;
  /** The role that is about to be given; null while none is. */
  readonly role: GivenRole | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}) {
  const words = useOwnersWords();
  const { owner } = words;
  const { busy, no } = useDeed(desk.appoint);
  const name = owner.shared.person(row.person.name, row.person.tag);
  const says = wordsOfGiving(words, row.role, role ?? 'member');
  const run = async () => {
    if (role === null) return;
    const reply = await desk.appoint.run({ communityId, memberId: row.person.memberId, role });
    if (reply?.ok === true) onDone(says.done(name));
  };
  return (
    <ConfirmSheet
      id="appoint"
      open={role !== null}
      title={says.title(name)}
      effects={says.effects}
      confirmText={says.name}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}
